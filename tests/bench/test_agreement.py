"""A second person's labels, scored as if a program had read them."""

from typing import Any

import pytest

from bench import agreement, tnr

CLAIM: dict[str, Any] = {
    "start": 0,
    "end": 12,
    "kind": "count",
    "quantity": {"min": 54, "max": 54, "qualifier": "exact", "unit": "stations"},
    "asserters": ["article", "Harbour Watch"],
    "hedge": False,
    "polarity": "asserted",
}
CHANGES: dict[str, dict[str, object]] = {
    "kind": {"kind": "denial"},
    "root": {"asserters": ["article", "the Dunmore police"]},
    "chain": {"asserters": ["article", "Far Shore News", "Harbour Watch"]},
    "figures": {"quantity": {"min": 51, "max": 51, "qualifier": "exact", "unit": "stations"}},
    "hedged": {"hedge": True},
    "negated": {"polarity": "negated"},
}


def scores(gold: dict[str, Any], label: dict[str, Any]) -> dict[str, float]:
    return tnr.scores(tnr.counts({"claims": [gold]}, [agreement.as_statement(label)]))


@pytest.mark.parametrize("kind", sorted(tnr.KINDS))
def test_the_same_labels_agree_in_all_that_they_have(kind: str) -> None:
    claim = {**CLAIM, "kind": kind, "hedge": True, "polarity": "negated"}
    found = scores(claim, claim)
    assert {aspect for aspect, value in found.items() if value < 1} == (set() if kind == "count" else {"figures"})


@pytest.mark.parametrize("aspect", sorted(CHANGES))
def test_each_difference_is_counted_where_it_is(aspect: str) -> None:
    claim = {**CLAIM, "hedge": aspect == "hedged", "polarity": "negated" if aspect == "negated" else "asserted"}
    other = {**CLAIM, **CHANGES[aspect]}
    if aspect in ("hedged", "negated"):
        claim, other = other, {**other, "hedge": False, "polarity": "asserted"}
    assert scores(claim, claim)[aspect] == 1
    assert scores(claim, other)[aspect] == 0

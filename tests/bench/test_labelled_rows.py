"""The labelled rows that the project owns: enough of them, of enough kinds, and well formed."""

from collections import Counter

import pytest

from bench import harness
from longarm.codebook import loader
from longarm.model.statements import ATTITUDES, HEDGE_KINDS, QUALIFIERS, STATEMENT_KINDS

ROWS = harness.own_rows()


WHOLE = tuple(row for half in harness.WHOLE for row in harness.whole_rows(half))


def test_whole_figures_are_many_and_each_says_what_it_is_of():
    found = [gold for row in WHOLE for gold in row.expect["figures"] if not gold.get("free")]
    assert len(WHOLE) >= 150 and len(found) >= 350
    assert max(Counter(row.id for row in (*ROWS, *WHOLE)).values()) == 1
    assert all("measure" not in gold or loader.measure(gold["measure"]) for gold in found)
    for field in ("places", "period", "as_of", "part_of"):
        assert sum(bool(gold.get(field)) for gold in found) >= 15


def labels(name):
    return [(row, gold) for row in ROWS for gold in row.expect.get(name, ())]


def test_there_are_rows_enough_and_no_id_twice():
    assert len(ROWS) >= 150
    assert max(Counter(row.id for row in ROWS).values()) == 1


def test_a_tenth_or_more_are_near_misses():
    assert sum(row.tier == "near-miss" for row in ROWS) * 10 >= len(ROWS)


def test_ten_methods_or_more_are_labelled():
    assert len({gold for _, gold in labels("methods")}) >= 10


def test_methods_and_responses_are_in_the_codebook():
    assert {gold for _, gold in labels("methods")} <= {method.id for method in loader.methods()}
    assert {gold for _, gold in labels("responses")} <= {response.id for response in loader.responses()}


def test_measures_and_qualifiers_are_known():
    for row, gold in labels("figures"):
        assert gold.get("qualifier", "exact") in QUALIFIERS, row.id
        assert "measure" not in gold or loader.measure(gold["measure"])


def test_kinds_hedges_and_attitudes_are_known():
    for row, gold in labels("statements"):
        kinds = gold.get("kind", [])
        assert ({kinds} if isinstance(kinds, str) else set(kinds)) <= set(STATEMENT_KINDS), row.id
        assert set(gold.get("hedges", ())) <= set(HEDGE_KINDS), row.id
        for voice in gold.get("voices", ()):
            assert isinstance(voice, str) or voice["attitude"] in ATTITUDES, row.id


@pytest.mark.parametrize("label", ["figures", "statements", "places", "times", "methods", "responses"])
def test_every_label_is_used(label):
    assert any(label in row.expect for row in ROWS)

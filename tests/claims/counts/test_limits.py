"""Where work runs out, the answer says what is proved and what is not, and never guesses."""

import sys
from fractions import Fraction
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from bench import reconcile as bench
from longarm.claims.counts import atlas
from longarm.claims.counts.figures import WORLD, Figure
from longarm.claims.counts.reconcile import reconcile
from longarm.claims.counts.solver import Budget
from longarm.places import gazetteer


def coupled() -> list[Figure]:
    """Shares of each other, which propagation alone does not decide."""
    share = (Fraction(1, 3), Fraction(2, 5))
    return [
        Figure("w", "station", WORLD, 50, 60),
        Figure("a", "station", "m49:150", share=share, relation="ratio"),
        Figure("b", "station", "m49:142", share=share, relation="ratio"),
        Figure("c", "host-country", WORLD, 20, 30),
        Figure("d", "station", "m49:002", 5, 9),
    ]


def test_without_work_to_spend_the_verdict_is_unknown_and_says_so() -> None:
    made = coupled()
    there = atlas.atlas(gazetteer.load(), {figure.place for figure in made})
    found = reconcile(made, there, atlas.measures(), Budget(left=0.0))
    assert (found.consistent, found.proved, found.conflicts) == ("unknown", False, ())
    assert any("not proved" in sentence for sentence in found.unproved)
    assert reconcile(made, there, atlas.measures()).consistent == "yes"


def test_bounds_that_are_not_proved_to_be_reached_hold_all_the_same() -> None:
    made = coupled()
    there = atlas.atlas(gazetteer.load(), {figure.place for figure in made})
    known = {(b.measure, b.place): b for b in reconcile(made, there, atlas.measures()).bounds}
    unproved = reconcile(made, there, atlas.measures(), Budget(left=0.0)).bounds
    assert {(outer.measure, outer.place) for outer in unproved} == known.keys()
    for outer in unproved:
        inner = known[outer.measure, outer.place]
        assert outer.low <= inner.low
        assert outer.high is None or (inner.high is not None and inner.high <= outer.high)


@pytest.mark.parametrize("work", [0.05, 0.5])
def test_a_case_that_is_hard_to_decide_ends_with_what_is_proved(work: float) -> None:
    made = list(bench.adversarial(30))
    there = atlas.atlas(gazetteer.load(), {place for f in made for place in (f.place, f.whole)})
    found = reconcile(made, there, atlas.measures(), Budget(left=work, each=work / 4, clock=1.0))
    assert not found.proved
    assert found.unproved
    assert all(conflict.kind == "hard" for conflict in found.conflicts)

"""Where work runs out, the answer says what is proved and what is not, and never guesses."""

import sys
from fractions import Fraction
from pathlib import Path

import pytest

from longarm.model.places import WORLD

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from bench import reconcile as bench
from longarm.claims.counts import atlas
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.reconcile import reconcile
from longarm.claims.counts.relations import meeting
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


def test_figures_that_cannot_meet_are_weighed_apart_and_come_to_the_same() -> None:
    there = atlas.atlas(gazetteer.load(), {"CA", "IE", WORLD})
    measures = atlas.measures()
    early = [
        Figure("a", "station", "CA", 9, 9, as_of="2021"),
        Figure("b", "station", WORLD, 4, 4, as_of="2021"),
    ]
    late = [Figure("c", "station", "IE", 3, 3, as_of="2022"), Figure("d", "host-country", WORLD, 1, 2, as_of="2022")]
    other = [Figure("e", "station", "IE", 8, 8, as_of="2022", counted_set="these")]
    setting = Setting(there, measures)
    assert [[figure.id for figure in group] for group in meeting([*early, *late, *other], setting)] == [
        ["a", "b"],
        ["c", "d"],
        ["e"],
    ]
    together = reconcile([*early, *late, *other], there, measures)
    apart = [reconcile(group, there, measures) for group in (early, late, other)]
    assert together.conflicts == apart[0].conflicts
    assert {bound for one in apart for bound in one.bounds} == set(together.bounds)


def test_an_increment_a_part_and_a_cumulative_count_are_tied_across_moments() -> None:
    there = atlas.atlas(gazetteer.load(), {"CA", WORLD})
    made = [
        Figure("then", "station", "CA", 9, 9, as_of="2021"),
        Figure("more", "station", "CA", 2, 2, as_of="2022", since="2021", relation="increment"),
        Figure("part", "station", "CA", 1, 1, as_of="2023", operator="BY", part_of=("then",)),
        Figure("old", "case", "CA", 3, 3, as_of="2019", kind="cumulative"),
        Figure("new", "case", "CA", 5, 5, as_of="2024", kind="cumulative"),
    ]
    groups = meeting(made, Setting(there, atlas.measures()))
    assert [[figure.id for figure in group] for group in groups] == [["then", "more", "part"], ["old", "new"]]


def test_readings_of_open_cells_are_tried_only_while_there_is_work_to_spend() -> None:
    there = atlas.atlas(gazetteer.load(), {"CA"})
    dated = [Figure(f"d{year}", "station", "CA", year % 50, year % 50, as_of=str(year)) for year in range(1990, 2020)]
    open_ = [Figure(f"o{number}", "station", "CA", 200, 200, undated=f"w{number}") for number in range(30)]
    found = reconcile([*dated, *open_], there, atlas.measures(), Budget(left=0.02))
    assert not found.proved
    assert any("readings of the figures around" in sentence for sentence in found.unproved)

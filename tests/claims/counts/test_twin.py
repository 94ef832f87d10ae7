"""The engine against the twin: the same answer as trying everything."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from beside import load
from longarm.claims.counts.reconcile import reconcile
from longarm.claims.counts.repairs import one_figure

HERE = Path(__file__).parent
twin, cases = load("counts_twin", HERE / "twin.py"), load("counts_cases", HERE / "cases.py")

QUIET: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def compare(case) -> None:
    places, figures = case
    other = twin.Twin(figures, places)
    found = reconcile(figures, twin.ATLAS, twin.MEASURES)
    assert found.proved and not found.more
    hard = {frozenset(c.statements) for c in found.conflicts if c.kind == "hard"}
    apparent = {frozenset(c.statements) for c in found.conflicts if c.kind == "apparent"}
    assert hard == other.hard()
    assert apparent == other.apparent()
    assert found.consistent == ("no" if hard else "under-readings" if apparent else "yes")
    same = one_figure(figures)
    for conflict in found.conflicts:
        _compare_reading(other, conflict)
    repairs = other.repairs(same.__getitem__)
    assert sorted(found.set_aside) == sorted(tuple(sorted(ids)) for ids in repairs)[:20]
    _compare_bounds(other, places, figures, found, repairs)


def _compare_reading(other, conflict) -> None:
    """What a conflict names as open removes it, and a conflict as written names no column."""
    ids, parts = frozenset(conflict.statements), set(conflict.reading.split(", "))
    if conflict.kind == "hard":
        assert parts == {""}
    elif other.fails_plain(ids):
        assert parts <= {"place", "rounding"} and parts
        assert parts != {"rounding"} or not other.fails(ids)
    else:
        assert parts <= {"as_of", "operator", "programme"}


def _compare_bounds(other, places, figures, found, repairs) -> None:
    answers = {(b.measure, b.place_id, b.as_of, b.operator, b.programme): b for b in found.bounds}
    ways = [frozenset(f.id for f in figures) - aside for aside in (repairs or {frozenset()})]
    if any(other.fails_plain(ids) for ids in ways):
        return  # bounds of figures that hold only in some readings are the hull over those that the engine tries
    for f in figures:
        for place in places:
            if not twin.ATLAS.is_within(f.place, place):
                continue
            bound = answers[(f.measure, place, f.as_of, f.operator, f.programme)]
            ends = [other.bound(ids, f, place, bound.high) for ids in ways]
            low = min(low for low, _ in ends)
            high = None if any(high is None for _, high in ends) else max(high for _, high in ends)
            assert (bound.low, bound.high) == (low, high), (f.id, place, bound)
            assert bound.exact


@pytest.mark.slow
@given(cases.CASES)
@settings(max_examples=int(os.environ.get("LONGARM_TWINS", "1000")), **QUIET)
def test_the_engine_answers_as_trying_every_assignment_does(case) -> None:
    compare(case)

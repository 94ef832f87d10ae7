"""Planted contradictions are found, and what is reported of them holds when it is solved again."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from bench import reconcile as bench
from longarm.claims.counts import atlas
from longarm.claims.counts.check import FAILS, HOLDS, check
from longarm.claims.counts.figures import Setting, partitions, parts
from longarm.claims.counts.reconcile import reconcile
from longarm.claims.counts.solver import Budget

ENOUGH = 8.0  # twice what finding takes; the rest goes to bounds, which nothing here asks for


def verify(count: int, places: int, planted: int, seed: int) -> None:
    known = bench.truth(places, 4, seed)
    made, wrong = bench.plant(bench.figures(known, count, seed), planted, seed)
    found = reconcile(made, known.atlas, atlas.measures(), Budget(left=ENOUGH))
    setting = Setting(known.atlas, atlas.measures(), partitions(made), parts(made))

    def verdict(ids: set[str]) -> str:
        return check([figure for figure in made if figure.id in ids], setting, Budget()).verdict

    reported = [set(conflict.statements) for conflict in found.conflicts if conflict.kind == "hard"]
    everything = {figure.id for figure in made}
    assert all(any(one in ids for ids in reported) for one in wrong)
    for ids in reported:
        assert verdict(ids) == FAILS
        assert all(verdict(ids - {one}) == HOLDS for one in ids)
    assert found.set_aside
    assert all(verdict(everything - set(ids)) == HOLDS for ids in found.set_aside)


@pytest.mark.parametrize(("planted", "seed"), [(1, 1), (3, 2)])
def test_every_planted_contradiction_has_a_minimal_set_and_every_repair_repairs(planted: int, seed: int) -> None:
    verify(200, 120, planted, seed)


@pytest.mark.slow
def test_five_contradictions_among_2000_figures_are_found() -> None:
    verify(2000, 800, 5, 3)


def test_figures_made_from_a_truth_can_all_hold() -> None:
    known = bench.truth(120, 4, 7)
    found = reconcile(bench.figures(known, 200, 7), known.atlas, atlas.measures())
    assert (found.consistent, found.conflicts, found.proved) == ("yes", (), True)

"""Bounds that hold whichever figures of a conflict are set aside, and however the names in them are read."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from longarm.claims.counts import readings
from longarm.claims.counts.bounds import Bounding, Target, targets
from longarm.claims.counts.check import FAILS, HOLDS, check, check_part, components
from longarm.claims.counts.component import Ends
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.listing import listed
from longarm.claims.counts.lots import Lot, set_aside
from longarm.claims.counts.oracles import Oracles
from longarm.claims.counts.relations import meeting
from longarm.claims.counts.solver import Budget
from longarm.model.reconciliation import Bound

MOST_SENSES = 16  # ways to read place names whose bounds are joined


class Hulls:
    """The bounds of figures, of which some may be in conflict.

    Args:
        oracles: of the figures, in the order in which they are named.
        budget: for proving that bounds are reached.
    """

    def __init__(self, oracles: Oracles, budget: Budget) -> None:
        self.oracles, self.bounding = oracles, budget
        self.figures = list(oracles.figures.values())
        self.setting, self.budget = oracles.setting, oracles.budget

    def bounds(self, lots: Sequence[Lot]) -> tuple[Bound, ...]:
        """The bounds of every count; conditional where they depend on which figures of a conflict are set aside."""
        home = {identity: lot for lot in lots for identity in lot.ids}
        found: dict[Target, tuple[Ends, bool]] = {}
        for group in meeting(self.figures, self.setting, (lot.ids for lot in lots)):
            broken = list({id(lot): lot for f in group if (lot := home.get(f.id)) and lot.verdict == FAILS}.values())
            shaken = frozenset[str]().union(*(lot.ids for lot in broken))
            for target, ends in self._hull(group, broken).items():
                is_moved = any(one != ends[0] for one in ends[1:])
                hull = ends[0]
                for one in ends[1:]:
                    hull = hull.hull(one)
                found[target] = (hull, is_moved or target.figure in shaken)
        return listed(found, self.figures, self.setting.atlas)

    def _hull(self, figures: Sequence[Figure], broken: Sequence[Lot]) -> dict[Target, list[Ends]]:
        """The ends of every count, for each cheapest repair and each reading of names that holds."""
        asked = targets(figures, self.setting)
        found: dict[Target, list[Ends]] = defaultdict(list)
        for aside in set_aside(broken) or [frozenset()]:
            left = [figure for figure in figures if figure.id not in aside]
            for read in self._held(left) if broken else [left]:
                for target, ends in Bounding(read, self.setting, self.bounding).ends(asked).items():
                    found[target].append(ends)
        return found

    def _held(self, figures: Sequence[Figure]) -> list[list[Figure]]:
        """The readings of names and round numbers under which figures hold; as written where that holds."""
        ids = frozenset(figure.id for figure in figures)
        if self.oracles.plain(ids).verdict == HOLDS:
            return [list(figures)]
        loose = readings.loosened(figures)
        senses = readings.senses(loose)
        found = []
        for row in itertools.islice(itertools.product(*(range(count) for count in senses.values())), MOST_SENSES):
            read = readings.placed(loose, dict(zip(senses, row, strict=True)))
            if all(
                check_part(part, self.budget).verdict == HOLDS for part in components(read, self.setting, self.budget)
            ):
                found.append(read)
        return found


def at_one_moment(figures: Sequence[Figure], setting: Setting, budget: Budget) -> list[Figure] | None:
    """The figures with undated ones of one epoch at one moment, where that contradicts nothing; None if none are."""
    epochs: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.epoch and not figure.as_of:
            epochs[figure.epoch].append(figure)
    joined: dict[str, Figure] = {}
    for epoch, group in epochs.items():
        read = [replace(figure, undated=epoch) for figure in group]
        if check(read, setting, budget).verdict == HOLDS:
            joined.update((figure.id, figure) for figure in read)
    if not joined:
        return None
    return [joined.get(figure.id, figure) for figure in figures]

"""Lots: figures that limit one another, however the names in them are read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from longarm.claims.counts import readings, repairs
from longarm.claims.counts.check import FAILS, HOLDS, check_part, components
from longarm.claims.counts.conflicts import Ids
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.relations import meeting
from longarm.claims.counts.solver import OPEN, Budget


@dataclass(slots=True)
class Lot:
    """Figures that limit one another, with what is known of them.

    Attributes:
        verdict: `HOLDS`, `FAILS` or `OPEN`, as the figures are written.
        hard: minimal conflicts that no reading removes.
        repairs: the cheapest sets to set aside.
        is_broken: they fail, and no minimal conflict is known.
    """

    ids: Ids
    verdict: str
    hard: list[Ids] = field(default_factory=list)
    repairs: list[Ids] = field(default_factory=list)
    is_broken: bool = False


def lots_of(figures: Sequence[Figure], setting: Setting, budget: Budget) -> list[Lot]:
    """The figures in components that no reading of names joins; figures that limit nothing are in none."""
    joined: dict[str, Ids] = {}
    verdicts: dict[str, set[str]] = defaultdict(set)
    for group in meeting(figures, setting):
        _join(group, setting, budget, joined, verdicts)
    lots = []
    for ids in dict.fromkeys(joined[figure.id] for figure in figures if figure.id in joined):
        found = set[str]().union(*(verdicts[one] for one in ids if one in verdicts))
        verdict = FAILS if FAILS in found else OPEN if OPEN in found else HOLDS
        lots.append(Lot(ids, verdict))
    return lots


def _join(
    figures: Sequence[Figure],
    setting: Setting,
    budget: Budget,
    joined: dict[str, Ids],
    verdicts: Mapping[str, set[str]],
) -> None:
    """Adds which of the figures that can meet some reading joins, and what holds as they are written."""
    variants = [figures]
    for sense, count in readings.senses(figures).items():
        variants += [readings.placed(figures, {sense: number}) for number in range(1, count)]
    for number, variant in enumerate(variants):
        for part in components(variant, setting, budget):
            owners = part.owners
            if not owners:
                continue
            if number == 0:
                verdict = check_part(part, budget).verdict
                for one in owners:
                    verdicts[one].add(verdict)
            whole = owners.union(*(joined[one] for one in owners if one in joined))
            joined.update(dict.fromkeys(whole, whole))


def set_aside(lots: Iterable[Lot]) -> list[Ids]:
    """The cheapest ways to repair all lots at once; none where nothing is broken, or no way is proved for one."""
    broken = [lot for lot in lots if lot.hard]
    if not broken or any(not lot.repairs for lot in broken):
        return []
    ways: list[Ids] = [frozenset()]
    for lot in broken:
        ways = repairs.combined(ways, lot.repairs)
    return ways

"""What fails under which readings: hard where every reading fails, else apparent."""

from collections.abc import Mapping, Sequence

from longarm.claims.counts import readings
from longarm.claims.counts.check import FAILS, HOLDS, Check, check
from longarm.claims.counts.conflicts import Ids
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.solver import OPEN, Budget

MOST_BRANCHES = 256  # readings of place names that one check tries


class Oracles:
    """Checks of sets of figures, each remembered.

    `hard`: whether figures fail however open names and round numbers are read, with open cells meaning nothing.
    `plain`: whether they fail as written, open cells meaning nothing. `read`: under one reading of the open cells.
    """

    def __init__(self, figures: Sequence[Figure], setting: Setting, budget: Budget) -> None:
        self.figures = {figure.id: figure for figure in figures}
        self.setting = setting
        self.budget = budget
        self._known: dict[tuple[object, ...], Check] = {}

    def of(self, ids: Ids) -> list[Figure]:
        """The figures of ids, in their order."""
        return [figure for identity, figure in self.figures.items() if identity in ids]

    def plain(self, ids: Ids) -> Check:
        """Whether figures hold as written."""
        return self._check("plain", ids, self.of(ids))

    def read(self, ids: Ids, reading: readings.Merged) -> Check:
        """Whether figures hold under one reading of the open cells."""
        return self._check(tuple(sorted(reading.items())), ids, readings.merged(self.of(ids), reading))

    def hard(self, ids: Ids) -> Check:
        """Whether figures hold under some reading of names and round numbers."""
        figures = readings.loosened(self.of(ids))
        open_names = readings.senses(figures)
        if not open_names:
            return self._check("hard", ids, figures)
        self._branches = 0
        return self._hard(figures, open_names, {})

    def _hard(self, figures: Sequence[Figure], open_names: Mapping[str, int], names: dict[str, int]) -> Check:
        self._branches += 1
        if self._branches > MOST_BRANCHES:
            return Check(OPEN)
        answer = check(readings.placed(figures, names), self.setting, self.budget)
        if answer.verdict != FAILS:
            return answer
        core = [figure for figure in figures if figure.id in answer.core]
        free = sorted(set(readings.senses(core)) - names.keys())
        if not free:
            return answer
        ids = answer.core
        for number in range(open_names[free[0]]):
            below = self._hard(figures, open_names, {**names, free[0]: number})
            if below.verdict != FAILS:
                return below
            ids |= below.core
        return Check(FAILS, ids)

    def _check(self, what: object, ids: Ids, figures: Sequence[Figure]) -> Check:
        key = (what, ids)
        if key not in self._known:
            self._known[key] = check(figures, self.setting, self.budget)
        return self._known[key]


def reading_of(ids: Ids, oracles: Oracles) -> tuple[str, readings.Merged]:
    """The open columns that an apparent conflict needs closed, as few as can be, and the values that close them."""
    figures = oracles.of(ids)
    if oracles.plain(ids).verdict == FAILS:
        return _words(figures, oracles), {}
    for reading in sorted(_partial(figures), key=lambda reading: (len(reading), list(reading))):
        if oracles.read(ids, reading).verdict == FAILS:
            return ", ".join(reading), reading
    return "", {}


def _words(figures: Sequence[Figure], oracles: Oracles) -> str:
    if check(readings.loosened(figures), oracles.setting, oracles.budget).verdict == HOLDS:
        return "rounding"
    is_place = oracles.hard(frozenset(figure.id for figure in figures if not figure.loose)).verdict == HOLDS
    has_rounding = any(figure.loose for figure in figures)
    return "place, rounding" if has_rounding and is_place else "place"


def _partial(figures: Sequence[Figure]) -> list[readings.Merged]:
    found: dict[tuple[tuple[str, str], ...], readings.Merged] = {}
    for reading in readings.merges(figures):
        columns = list(reading)
        for mask in range(1, 1 << len(columns)):
            part = {column: reading[column] for number, column in enumerate(columns) if mask >> number & 1}
            found[tuple(part.items())] = part
    return list(found.values())

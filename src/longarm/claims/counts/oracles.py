"""What fails under which readings: hard where every reading fails, else apparent."""

from collections.abc import Collection, Iterable, Mapping, Sequence

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
        self._order = {figure.id: number for number, figure in enumerate(figures)}
        self._known: dict[tuple[object, ...], Check] = {}

    def of(self, ids: Iterable[str]) -> list[Figure]:
        """The figures of ids, in their order."""
        return [self.figures[identity] for identity in sorted(ids, key=self._order.__getitem__)]

    def plain(self, ids: Ids) -> Check:
        """Whether figures hold as written."""
        return self._check("plain", ids, self.of(ids))

    def read(self, ids: Ids, reading: readings.Merged) -> Check:
        """Whether figures hold under one reading of the open cells, round numbers and inferred ones read widely."""
        read = readings.loosened(readings.merged(self.of(ids), reading))
        return self._check(tuple(sorted(reading.items())), ids, read)

    def hard(self, ids: Ids) -> Check:
        """Whether figures hold under some reading of names and round numbers."""
        return self.under(ids, None)

    def under(self, ids: Ids, open_: Collection[str] | None) -> Check:
        """Whether figures hold under some reading of what is open of `open_`, or of all that is (None)."""
        figures = readings.loosened(self.of(ids), open_)
        open_names = readings.senses(figures) if open_ is None or "place" in open_ else {}
        if not open_names:
            return self._check(None if open_ is None else tuple(sorted(open_)), ids, figures)
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
    """What is open that removes an apparent conflict, and the values that empty cells are read as to make it."""
    figures = oracles.of(ids)
    if oracles.plain(ids).verdict == FAILS:
        return _words(ids, oracles), {}
    for reading in sorted(_partial(figures), key=lambda reading: (len(reading), list(reading))):
        if oracles.read(ids, reading).verdict == FAILS:
            return ", ".join(reading), reading
    return "", {}


def _words(ids: Ids, oracles: Oracles) -> str:
    """What is open, each of which removes the conflict by itself; all that is where it takes several."""
    names = readings.open_in(oracles.of(ids))
    alone = [name for name in names if oracles.under(ids, (name,)).verdict == HOLDS]
    return ", ".join(alone or names)


def _partial(figures: Sequence[Figure]) -> list[readings.Merged]:
    found: dict[tuple[tuple[str, str], ...], readings.Merged] = {}
    for reading in readings.merges(figures):
        columns = list(reading)
        for mask in range(1, 1 << len(columns)):
            part = {column: reading[column] for number, column in enumerate(columns) if mask >> number & 1}
            found[tuple(part.items())] = part
    return list(found.values())

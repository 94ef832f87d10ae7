"""All minimal conflict sets, by the duality between conflicts and repairs.

Every conflict must be hit by every repair. So: take a smallest way to hit all conflicts known so far; if the rest still
fails, shrink the failure to a new conflict; when every minimal way to hit them leaves figures that hold, all conflicts
are known (Fredman and Khachiyan; Liffiton and others, "Fast, flexible MUS enumeration", Constraints 21, 2016).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from longarm.claims.counts.check import FAILS, HOLDS, Check
from longarm.claims.counts.solver import OPEN

Ids = frozenset[str]
Oracle = Callable[[Ids], Check]
MOST_WAYS = 600  # minimal ways to hit all known conflicts that are looked through for further ones


@dataclass(slots=True)
class Found:
    """Conflicts of one universe of figures.

    Attributes:
        conflicts: minimal sets, in the order found: disjoint ones first.
        is_complete: there are no others.
        is_proved: no check was left open.
        rough: a failing set that could not be made minimal in time, empty where there is none.
    """

    conflicts: list[Ids] = field(default_factory=list)
    is_complete: bool = True
    is_proved: bool = True
    rough: Ids = frozenset()


class Search:
    """Conflicts of a universe of figures, told by an oracle that fails for every superset of a failing set."""

    def __init__(self, universe: Iterable[str], oracle: Oracle, order: Mapping[str, int]) -> None:
        self.universe = frozenset(universe)
        self.oracle = oracle
        self.order = order
        self.found = Found()
        self._holding: list[Ids] = []

    def conflicts(self, limit: int, known: Sequence[Ids] = ()) -> Found:
        """Minimal conflict sets that hold no known one, at most `limit`."""
        self.found = Found()
        walls = [ids for ids in known if ids <= self.universe]
        hit: Ids = frozenset().union(*walls)
        while len(self.found.conflicts) < limit and (new := self.one(self.universe - hit)):
            self.found.conflicts.append(new)
            hit |= new
        self._complete(limit, walls)
        return self.found

    def holds(self, ids: Ids) -> bool:
        """Whether figures are proved to hold."""
        return self.oracle(ids).verdict == HOLDS

    def one(self, ids: Ids) -> Ids | None:
        """A minimal conflict set among figures, or None where they hold, or that is not known."""
        if any(ids <= held for held in self._holding):
            return None
        answer = self.oracle(ids)
        if answer.verdict == FAILS:
            return self._minimal(answer.core & ids if answer.core else ids)
        if answer.verdict == OPEN:
            self.found.is_proved = self.found.is_complete = False
        self._holding.append(ids)
        return None

    def _minimal(self, core: Ids) -> Ids | None:
        """A minimal conflict set in a failing one; None, and the set kept as a rough one, where that is not proved."""
        ids, is_minimal = self.shrink(core)
        if is_minimal:
            return ids
        self.found.is_proved = self.found.is_complete = False
        self.found.rough = self.found.rough or ids
        self._holding.append(core)
        return None

    def shrink(self, core: Ids) -> tuple[Ids, bool]:
        """A failing set without the figures that the failure does not need, and whether each of them is needed."""
        is_minimal = True
        size = max(len(core) // 2, 1)
        needed: set[str] = set()
        while True:
            queue = sorted(core - needed, key=lambda identity: self.order[identity], reverse=True)
            for start in range(0, len(queue), size):
                chunk = frozenset(queue[start : start + size]) & core
                if not chunk:
                    continue
                answer = self.oracle(core - chunk)
                if answer.verdict == FAILS:
                    core = (answer.core & core) - chunk if answer.core else core - chunk
                elif size == 1:
                    is_minimal = is_minimal and answer.verdict == HOLDS
                    needed |= chunk
            if size == 1:
                return core, is_minimal
            size = max(min(size, len(core)) // 2, 1)

    def _complete(self, limit: int, walls: Sequence[Ids]) -> None:
        """Looks for conflicts beyond the disjoint ones."""
        ways: list[Ids] = [frozenset()]
        for ids in (*walls, *self.found.conflicts):
            ways = widened(ways, ids)
            if len(ways) > MOST_WAYS:
                self.found.is_complete = False
                return
        checked: set[Ids] = set()
        while waiting := [way for way in ways if way not in checked]:
            way = min(waiting, key=lambda ids: (len(ids), self._row(ids)))
            checked.add(way)
            new = self.one(self.universe - way)
            if new is None:
                continue
            if len(self.found.conflicts) >= limit:
                self.found.is_complete = False
                return
            self.found.conflicts.append(new)
            ways = widened(ways, new)
            if len(ways) > MOST_WAYS:
                self.found.is_complete = False
                return

    def _row(self, ids: Ids) -> list[int]:
        return sorted(self.order[identity] for identity in ids)


def widened(ways: Iterable[Ids], conflict: Ids) -> list[Ids]:
    """The minimal ways to hit a further conflict too (Berge)."""
    hitting = [way for way in ways if way & conflict]
    others = {way | {one} for way in ways if not way & conflict for one in conflict}
    return hitting + [way for way in sorted(others, key=sorted) if not any(held <= way for held in hitting)]

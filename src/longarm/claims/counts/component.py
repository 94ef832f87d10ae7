"""The ends of the counts of one component, with the figures that make them."""

from collections.abc import Sequence
from dataclasses import dataclass

from longarm.claims.counts.check import FAILS, check_part, is_proved
from longarm.claims.counts.constraints import build
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.lifting import Lift
from longarm.claims.counts.linear import Linear, System
from longarm.claims.counts.propagation import propagate
from longarm.claims.counts.solver import LARGEST, SOLVED, Budget, ceiling, reach, solve

MOST_REASONED = 30  # figures up to which the reasons of a bound that only the solver proves are made minimal


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends of a count; `low_by` and `high_by` are the figures that make them."""

    low: int
    high: int | None
    is_exact: bool
    low_by: frozenset[str]
    high_by: frozenset[str]

    def hull(self, other: "Ends") -> "Ends":
        """What holds of either."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        low_by = (
            self.low_by
            if self.low < other.low
            else other.low_by | (self.low_by if self.low == other.low else frozenset())
        )
        high_by = self.high_by | other.high_by if high is not None else frozenset()
        return Ends(min(self.low, other.low), high, self.is_exact and other.is_exact, low_by, high_by)


class Component:
    """One component with its limits, and solutions met so far.

    Args:
        part: figures that hold together.
        figures: all, of which the component's constraints were made.
    """

    def __init__(self, part: System, figures: Sequence[Figure], setting: Setting, budget: Budget) -> None:
        self.part = part
        self.figures, self.setting, self.budget = figures, setting, budget
        self.limits = propagate(part)
        self.is_proved = is_proved(part, self.limits)
        self.solutions: list[tuple[int, ...]] = [tuple(self.limits.lows)] if self.is_proved else []
        self._lift = Lift(part, self.limits) if self.is_proved and not part.links else None
        self._ends: dict[int, Ends] = {}

    def prepare(self, wanted: Sequence[int]) -> None:
        """Looks for solutions in which many of the counts reach their limits at once."""
        if self._lift is not None or not wanted:
            return
        sides = [(var, is_high) for var in dict.fromkeys(wanted) for is_high in (False, True)]
        while sides := [side for side in sides if not self._is_reached(*side)]:
            solution = reach(self.part, self.limits, self.budget, sides)
            if solution is None:
                return
            self.solutions.append(solution)
            if not any(self._is_reached(*side) for side in sides):
                return

    def _is_reached(self, var: int, is_high: bool) -> bool:
        end = self.limits.highs[var] if is_high else self.limits.lows[var]
        if end is None:
            return any(solution[var] >= ceiling(self.part) for solution in self.solutions)
        return any(solution[var] == end for solution in self.solutions)

    def ends(self, var: int) -> Ends:
        """Both ends of a count of the component, by its number; wider than need be where the budget ends first."""
        if var not in self._ends:
            low, low_exact, low_by = self._end(var, False)
            high, high_exact, high_by = self._end(var, True)
            self._ends[var] = Ends(low or 0, high, low_exact and high_exact, low_by, high_by)
        return self._ends[var]

    def _end(self, var: int, is_high: bool) -> tuple[int | None, bool, frozenset[str]]:
        limits = self.limits
        outer = limits.highs[var] if is_high else limits.lows[var]
        by = limits.because(var, is_high)
        if self._is_reached(var, is_high):
            return outer, True, by
        if self._lift is not None and (lifted := self._lifted(var, outer, by)):
            return lifted
        answer = solve(self.part, limits, self.budget, (var, is_high))
        if answer.verdict != SOLVED:
            return outer, False, by
        self.solutions.append(answer.counts)
        if answer.best == outer:
            return outer, True, by
        if is_high and outer is None and answer.best >= min(ceiling(self.part), LARGEST) // 4:
            return None, True, frozenset()
        return answer.best, True, self._reasons(var, is_high, answer.best)

    def _lifted(
        self, var: int, outer: int | None, by: frozenset[str]
    ) -> tuple[int | None, bool, frozenset[str]] | None:
        """The highest value of a count of a growing component, by halving; None where lifting comes to no end.

        Low ends are always reached there.
        """
        lift = self._lift
        top = ceiling(self.part) if outer is None else outer
        if lift is None or lift.reaches(var, top):
            return outer, True, by
        low = self.limits.lows[var]
        while low + 1 < top:
            middle = (low + top) // 2
            low, top = (middle, top) if lift.reaches(var, middle) else (low, middle)
        if lift.is_exhausted:
            lift.is_exhausted = False
            return None
        return low, True, lift.reasons(var, low + 1)

    def _contradicts(self, var: int, is_high: bool, value: int) -> frozenset[str]:
        """The figures that contradict a count beyond a value, as far as propagation shows."""
        self.part.linears.append(
            Linear(((1, var),), value + 1, (), "asked") if is_high else Linear(((-1, var),), 1 - value, (), "asked")
        )
        found = propagate(self.part).conflict
        self.part.linears.pop()
        return found or frozenset()

    def _reasons(self, var: int, is_high: bool, value: int) -> frozenset[str]:
        """Figures that force an end together, none of which could be spared."""
        if found := self._contradicts(var, is_high, value):
            return found
        kept = sorted(self.part.owners)
        if len(self.figures) > MOST_REASONED:
            return frozenset(kept)
        size = max(len(kept) // 2, 1)
        while True:
            for start in range(0, len(kept), size):
                left = kept[:start] + kept[start + size :]
                while start < len(kept) and self._forces(set(left), var, is_high, value):
                    kept = left
                    left = kept[:start] + kept[start + size :]
            if size == 1:
                return frozenset(kept)
            size = max(size // 2, 1)

    def _forces(self, owners: set[str], var: int, is_high: bool, value: int) -> bool:
        key = self.part.keys[var]
        figures = [figure for figure in self.figures if figure.id in owners]
        system = build(figures, self.setting, [(key[1], key[2], key[3])])  # type: ignore[list-item]
        for part in system.components():
            if key in part.index:
                there = part.index[key]
                if is_high:
                    part.at_least([(1, there)], value + 1, "asked")
                else:
                    part.at_most([(1, there)], value - 1, "asked")
                return check_part(part, self.budget).verdict == FAILS
        return False

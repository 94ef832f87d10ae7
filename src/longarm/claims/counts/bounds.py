"""The tightest bounds of every count that figures leave possible, with the figures that make them."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from longarm.claims.counts.check import FAILS, check_part, is_proved
from longarm.claims.counts.constraints import build
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.linear import Key, Linear, System
from longarm.claims.counts.lines import Line, Moment, line, moment
from longarm.claims.counts.propagation import Limits, propagate
from longarm.claims.counts.solver import LARGEST, SOLVED, Budget, ceiling, reach, solve

MOST_REASONED = 30  # figures up to which the reasons of a bound that only the solver proves are made minimal
MOST_LIFTS = 4000  # counts that are raised when one is


@dataclass(frozen=True, slots=True)
class Target:
    """A count that is asked for: the total of a line at a place and moment; `figure` tells of its scope."""

    figure: str
    line: Line
    place: str
    moment: Moment


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


def targets(figures: Iterable[Figure], setting: Setting) -> list[Target]:
    """Every count of a figure's place and of the places that hold it, at the moment of the figure."""
    found: dict[tuple[Line, str, Moment], Target] = {}
    for figure in figures:
        counted = line(figure)
        total = counted if counted.party.startswith("announced:") else counted._replace(party="")
        when = moment(figure)
        for place in (figure.place, *setting.atlas.above[figure.place]):
            found.setdefault((total, place, when), Target(figure.id, total, place, when))
    return list(found.values())


class Bounding:
    """Bounds of figures that hold together."""

    def __init__(self, figures: Sequence[Figure], setting: Setting, budget: Budget) -> None:
        self.figures = list(figures)
        self.setting = setting
        self.budget = budget

    def ends(self, asked: Sequence[Target]) -> dict[Target, Ends]:
        """The ends of every target; wider than need be, and not exact, where the budget ends first."""
        atlas = self.setting.atlas
        named = {place for figure in self.figures for place in (figure.place, figure.whole)}
        inside = [t for t in asked if t.place in named or not atlas.is_region(t.place)]
        found = self._direct(inside)
        regions = [t for t in asked if t not in found]
        small = len(self.figures) <= MOST_REASONED
        for target in regions:
            found[target] = self._direct([target])[target] if small else self._derived(target)
        return found

    def _direct(self, asked: Sequence[Target]) -> dict[Target, Ends]:
        system = self._system(asked)
        self.views: list[_View] = []
        self.view_of: dict[Key, tuple[_View, int]] = {}
        for part in system.components():
            view = _View(part, self)
            self.views.append(view)
            for key, var in part.index.items():
                self.view_of[key] = (view, var)
        seen = {target: self.view_of.get(self._key(target, target.place)) for target in asked}
        wanted: dict[int, list[int]] = {}
        for place in seen.values():
            if place is not None:
                wanted.setdefault(id(place[0]), []).append(place[1])
        for view in self.views:
            view.prepare(wanted.get(id(view), ()))
        free = Ends(0, None, True, frozenset(), frozenset())
        return {target: place[0].ends(place[1]) if place else free for target, place in seen.items()}

    def _key(self, target: Target, place: str) -> Key:
        return ("n", target.line, self.setting.atlas.standing.get(place, place), target.moment)

    def _system(self, asked: Sequence[Target]) -> System:
        return build(self.figures, self.setting, [(t.line, t.place, t.moment) for t in asked])

    def _derived(self, target: Target) -> Ends:
        """Bounds of a region that no figure names, from the places in it and those that hold it."""
        atlas = self.setting.atlas
        inner, is_exact = self._inside(target, target.place)
        low = sum(ends.low for ends in inner)
        low_by = frozenset[str]().union(*(ends.low_by for ends in inner if ends.low))
        best: Ends | None = None
        for region in atlas.above[target.place]:
            whole = self._known(target, region)
            if whole is None or whole.high is None:
                continue
            outside, crossed = self._outside(target, region)
            is_exact = is_exact and not crossed
            high = whole.high - sum(ends.low for ends in outside)
            if best is None or best.high is None or high < best.high:
                by = whole.high_by.union(*(ends.low_by for ends in outside if ends.low))
                best = Ends(0, high, whole.is_exact, frozenset(), by)
        if best is None:
            return Ends(low, None, is_exact, low_by, frozenset())
        return Ends(low, best.high, is_exact and best.is_exact, low_by, best.high_by)

    def _known(self, target: Target, place: str) -> Ends | None:
        found = self.view_of.get(self._key(target, place))
        return found[0].ends(found[1]) if found else None

    def _inside(self, target: Target, region: str) -> tuple[list[Ends], bool]:
        atlas = self.setting.atlas
        play = self._play(target)
        inner = [place for place in play if atlas.is_within(place, region)]
        held = set(inner)
        tops = [place for place in inner if held.isdisjoint(atlas.above[place])]
        ends = [found for place in tops if (found := self._known(target, place))]
        is_growing = all(view.is_proved for view in self.views)
        return ends, is_growing and all(end.is_exact for end in ends)

    def _outside(self, target: Target, region: str) -> tuple[list[Ends], bool]:
        """The widest places in a region that share nothing with the target, and whether others cross it."""
        atlas = self.setting.atlas
        inside = atlas.countries[target.place]
        apart, crossed = [], False
        for place in self._play(target):
            if place == region or not atlas.is_within(place, region):
                continue
            covered = atlas.countries.get(place) or frozenset({atlas.country(place)})
            if not covered & inside:
                apart.append(place)
            elif not covered <= inside and not inside <= covered:
                crossed = True
        held = set(apart)
        tops = [place for place in apart if held.isdisjoint(atlas.above[place])]
        return [found for place in tops if (found := self._known(target, place))], crossed

    def _play(self, target: Target) -> list[str]:
        if not hasattr(self, "_places"):
            self._places: dict[tuple[Line, Moment], list[str]] = {}
            for key in self.view_of:
                match key:
                    case ("n", Line() as counted, str() as place, (str() as as_of, str() as known_at)):
                        self._places.setdefault((counted, (as_of, known_at)), []).append(place)
        return self._places.get((target.line, target.moment), [])


class _View:
    """One component with its limits, and solutions met so far."""

    def __init__(self, part: System, bounding: Bounding) -> None:
        self.part = part
        self.bounding = bounding
        self.limits = propagate(part)
        self.is_proved = is_proved(part, self.limits)
        self.solutions: list[tuple[int, ...]] = [tuple(self.limits.lows)] if self.is_proved else []
        self._lift = _Lift(part, self.limits) if self.is_proved and not part.links else None
        self._ends: dict[int, Ends] = {}

    def prepare(self, wanted: Sequence[int]) -> None:
        """Looks for solutions in which many of the counts reach their limits at once."""
        if self._lift is not None or not wanted:
            return
        sides = [(var, is_high) for var in dict.fromkeys(wanted) for is_high in (False, True)]
        while sides := [side for side in sides if not self._is_reached(*side)]:
            solution = reach(self.part, self.limits, self.bounding.budget, sides)
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
        answer = solve(self.part, limits, self.bounding.budget, (var, is_high))
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
        if len(self.bounding.figures) > MOST_REASONED:
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
        bounding = self.bounding
        key = self.part.keys[var]
        figures = [figure for figure in bounding.figures if figure.id in owners]
        system = build(figures, bounding.setting, [(key[1], key[2], key[3])])  # type: ignore[list-item]
        for part in system.components():
            if key in part.index:
                there = part.index[key]
                if is_high:
                    part.at_least([(1, there)], value + 1, "asked")
                else:
                    part.at_most([(1, there)], value - 1, "asked")
                return check_part(part, bounding.budget).verdict == FAILS
        return False


class _Lift:
    """Whether a count of a growing component can be raised to a value: the least counts that this asks for."""

    def __init__(self, part: System, limits: Limits) -> None:
        self.part = part
        self.limits = limits
        self.rest = [sum(f * limits.lows[v] for f, v in linear.terms) - linear.low for linear in part.linears]
        self.uses: list[list[tuple[int, int]]] = [[] for _ in part.keys]
        for number, linear in enumerate(part.linears):
            for factor, var in linear.terms:
                self.uses[var].append((number, factor))
        self.is_exhausted = False
        self.raisers: dict[int, list[int]] = {}
        self.broken = -1
        self.heads = [next(((f, v) for f, v in linear.terms if f > 0), None) for linear in part.linears]

    def reaches(self, var: int, value: int) -> bool:
        """Whether a solution has the count at that value."""
        self.raisers = {var: []}
        self.broken = -1
        rest: dict[int, int] = {}
        queue = deque([(var, value - self.limits.lows[var])])
        pending = {var: value - self.limits.lows[var]}  # queued raises, which constraints do not know of yet
        steps = 0
        while queue:
            one, more = queue.popleft()
            pending[one] -= more
            steps += 1
            if steps > MOST_LIFTS:
                self.is_exhausted = True
                return False
            for number, factor in self.uses[one]:
                now = rest.get(number, self.rest[number]) + factor * more
                rest[number] = now
                head = self.heads[number]
                if now >= 0:
                    continue
                if head is None:
                    self.broken = number
                    return False
                need = -(now // head[0]) - pending.get(head[1], 0)
                self.raisers.setdefault(head[1], []).append(number)
                if need > 0:
                    pending[head[1]] = pending.get(head[1], 0) + need
                    queue.append((head[1], need))
        return all(now >= 0 for now in rest.values())

    def reasons(self, var: int, value: int) -> frozenset[str]:
        """The figures that keep a count from a value that it does not reach."""
        if self.reaches(var, value) or self.broken < 0:
            return frozenset()
        stack, seen, owners, marks = [self.broken], set[int](), set[str](), []
        while stack:
            number = stack.pop()
            if number in seen:
                continue
            seen.add(number)
            linear = self.part.linears[number]
            owners.update(linear.owners)
            for factor, one in linear.terms:
                if factor < 0:
                    stack.extend(self.raisers.get(one, ()))
                    if one not in self.raisers and (made := self.limits.made.get((one, False))):
                        marks.append((one, False, made))
        return frozenset(owners) | self.limits.trace(marks)

"""The tightest bounds of every count that figures leave possible, with the figures that make them."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from longarm.claims.counts.check import FAILS, check_part, is_proved
from longarm.claims.counts.constraints import Line, Moment, build, line, moment
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.linear import System
from longarm.claims.counts.propagation import Limits, propagate
from longarm.claims.counts.solver import LARGEST, SOLVED, Budget, ceiling, solve

MOST_REASONED = 40  # figures up to which the reasons of a bound that only the solver proves are made minimal


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
        low_by = self.low_by if self.low < other.low else other.low_by | (
            self.low_by if self.low == other.low else frozenset()
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
        self.view_of: dict[object, tuple[_View, int]] = {}
        for part in system.components():
            view = _View(part, self)
            self.views.append(view)
            for key, var in part.index.items():
                self.view_of[key] = (view, var)
        found = {}
        for target in asked:
            key = ("n", target.line, self.setting.atlas.standing.get(target.place, target.place), target.moment)
            if key in self.view_of:
                view, var = self.view_of[key]
                found[target] = view.ends(var)
            else:
                found[target] = Ends(0, None, True, frozenset(), frozenset())
        return found

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
        key = ("n", target.line, self.setting.atlas.standing.get(place, place), target.moment)
        if key not in self.view_of:
            return None
        view, var = self.view_of[key]
        return view.ends(var)

    def _inside(self, target: Target, region: str) -> tuple[list[Ends], bool]:
        atlas = self.setting.atlas
        play = self._play(target)
        inner = [place for place in play if atlas.is_within(place, region)]
        tops = [place for place in inner if not any(up in inner for up in atlas.above[place])]
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
        tops = [place for place in apart if not any(up in apart for up in atlas.above[place])]
        return [found for place in tops if (found := self._known(target, place))], crossed

    def _play(self, target: Target) -> list[str]:
        if not hasattr(self, "_places"):
            self._places: dict[tuple[Line, Moment], list[str]] = {}
            for key in self.view_of:
                if key[0] == "n":  # type: ignore[index]
                    self._places.setdefault((key[1], key[3]), []).append(key[2])  # type: ignore[index]
        return self._places.get((target.line, target.moment), [])


class _View:
    """One component with its limits, and solutions met so far."""

    def __init__(self, part: System, bounding: Bounding) -> None:
        self.part = part
        self.bounding = bounding
        self.limits = propagate(part)
        self.is_proved = is_proved(part, self.limits)
        self.solutions: list[tuple[int, ...]] = [tuple(self.limits.lows)] if self.is_proved else []
        self._lift = _Lift(part, self.limits) if self.is_proved else None
        self._tried = False
        self._ends: dict[int, Ends] = {}

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
        if any(solution[var] == outer for solution in self.solutions):
            return outer, True, by
        if self._lift is not None and self._lift.reaches(var, ceiling(self.part) if outer is None else outer):
            return outer, True, by
        self._first()
        answer = solve(self.part, limits, self.bounding.budget, (var, is_high))
        if answer.verdict != SOLVED:
            return outer, False, by
        self.solutions.append(answer.counts)
        if answer.best == outer:
            return outer, True, by
        if is_high and outer is None and answer.best >= min(ceiling(self.part), LARGEST) // 4:
            return None, True, frozenset()
        return answer.best, True, self._reasons(var, is_high, answer.best)

    def _first(self) -> None:
        if not self._tried and self._lift is None:
            self._tried = True
            answer = solve(self.part, self.limits, self.bounding.budget)
            if answer.verdict == SOLVED:
                self.solutions.append(answer.counts)

    def _reasons(self, var: int, is_high: bool, value: int) -> frozenset[str]:
        """Figures that force an end together, none of which could be spared."""
        owners = sorted(self.part.owners)
        if len(owners) > MOST_REASONED:
            return frozenset(owners)
        kept = set(owners)
        for owner in owners:
            if self._forces(kept - {owner}, var, is_high, value):
                kept.discard(owner)
        return frozenset(kept)

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
        self.heads = [next(((f, v) for f, v in linear.terms if f > 0), None) for linear in part.linears]

    def reaches(self, var: int, value: int) -> bool:
        """Whether a solution has the count at that value."""
        if self.part.links:
            return False
        raised: dict[int, int] = {var: value - self.limits.lows[var]}
        rest: dict[int, int] = {}
        queue = deque([(var, raised[var])])
        steps = 0
        while queue:
            one, more = queue.popleft()
            steps += 1
            if steps > 2000:
                return False
            for number, factor in self.uses[one]:
                now = rest.get(number, self.rest[number]) + factor * more
                rest[number] = now
                head = self.heads[number]
                if now >= 0:
                    continue
                if head is None:
                    return False
                need = -(now // head[0])
                raised[head[1]] = raised.get(head[1], 0) + need
                queue.append((head[1], need))
        return all(now >= 0 for now in rest.values())

"""The tightest bounds of every count that figures leave possible, with the figures that make them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from longarm.claims.counts.component import MOST_REASONED, Component, Ends
from longarm.claims.counts.constraints import build
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.linear import Key, System
from longarm.claims.counts.lines import Line, Moment, line, moment
from longarm.claims.counts.solver import Budget


@dataclass(frozen=True, slots=True)
class Target:
    """A count that is asked for: the total of a line at a place and moment; `figure` tells of its scope."""

    figure: str
    line: Line
    place: str
    moment: Moment


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
    """Bounds of figures that hold together; what no component tells of, a region without a figure, is put together
    from the places in it and around it."""

    def __init__(self, figures: Sequence[Figure], setting: Setting, budget: Budget) -> None:
        self.figures = list(figures)
        self.setting = setting
        self.budget = budget
        self._components: list[Component] = []
        self._where: dict[Key, tuple[Component, int]] = {}
        self._places: dict[tuple[Line, Moment], list[str]] = {}

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
        self._components, self._where, self._places = [], {}, {}
        for part in system.components():
            component = Component(part, self.figures, self.setting, self.budget)
            self._components.append(component)
            for key, var in part.index.items():
                self._where[key] = (component, var)
        seen = {target: self._where.get(self._key(target, target.place)) for target in asked}
        wanted: dict[int, list[int]] = {}
        for place in seen.values():
            if place is not None:
                wanted.setdefault(id(place[0]), []).append(place[1])
        for component in self._components:
            component.prepare(wanted.get(id(component), ()))
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
        found = self._where.get(self._key(target, place))
        return found[0].ends(found[1]) if found else None

    def _inside(self, target: Target, region: str) -> tuple[list[Ends], bool]:
        atlas = self.setting.atlas
        play = self._play(target)
        inner = [place for place in play if atlas.is_within(place, region)]
        held = set(inner)
        tops = [place for place in inner if held.isdisjoint(atlas.above[place])]
        ends = [found for place in tops if (found := self._known(target, place))]
        is_growing = all(component.is_proved for component in self._components)
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
        """The places that have a count of the target's line at its moment."""
        if not self._places:
            for key in self._where:
                match key:
                    case ("n", Line() as counted, str() as place, (str() as as_of, str() as known_at)):
                        self._places.setdefault((counted, (as_of, known_at)), []).append(place)
        return self._places.get((target.line, target.moment), [])

"""From figures to constraints: one table of rules, and which figure makes which constraint."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.forest import Forest, grow, holders
from longarm.claims.counts.linear import Link, System
from longarm.claims.counts.lines import Cell, Line, Moment, is_before, line, moment
from longarm.claims.counts.relations import Family, above, clusters, family

RULES = {
    "figure": "the count lies between the low and the high of the figure",
    "majority": "twice the count is above the count of the whole, which is one at least",
    "ratio": "the count lies between two fractions of the count of the whole",
    "increment": "a cumulative count has grown by the increment at least; a stock by the increment at most",
    "part": "a part is at most its whole",
    "partition": "parts that are marked complete are disjoint and add up to the whole",
    "place": "a place has at least what the places in it have together",
    "time": "a cumulative count does not fall",
    "found": "what a party found is at most what there is",
    "at-most": "one measure never exceeds another",
    "hosts": "host counts: the places with a count above zero, others at most as many as there are and as is left over",
}


def build(figures: Sequence[Figure], setting: Setting, extra: Iterable[Cell] = ()) -> System:
    """The constraints that figures make together.

    Args:
        extra: counts that are asked for too.
    """
    return _Builder(figures, setting).build(extra)


class _Builder:
    def __init__(self, figures: Sequence[Figure], setting: Setting) -> None:
        self.figures = figures
        self.setting = setting
        self.atlas = setting.atlas
        self.system = System()
        self.by_id = {figure.id: figure for figure in figures}
        self.cells: dict[Line, dict[Moment, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.forests: dict[frozenset[str], Forest] = {}

    def build(self, extra: Iterable[Cell]) -> System:
        for figure in self.figures:
            self._note(figure)
        for counted, place, when in extra:
            self.cells[counted][when].add(place)
        self._complete_lines()
        for lines in self._families():
            self._tie(lines)
        for figure in self.figures:
            self._state(figure)
        return self.system

    # which counts there are

    def _note(self, figure: Figure) -> None:
        if figure.id in self.setting.parts:
            return
        cells = self.cells[line(figure)]
        cells[moment(figure)].add(figure.place)
        if figure.relation in ("majority", "ratio"):
            cells[moment(figure)].add(figure.whole)
        if figure.relation == "increment" and figure.since:
            cells[moment(figure, figure.since)].add(figure.place)

    def _complete_lines(self) -> None:
        """Adds the total beside what a party found, and the measure that a host measure hosts."""
        for one in sorted(self.cells):
            if one.party.startswith("found:"):
                self.cells[one._replace(party="")]
        for one in sorted(self.cells):
            hosts = self.setting.rule(one.measure).hosts
            if hosts and not any(self._is_base(other, one) for other in self.cells):
                kind = self.setting.rule(hosts[0]).kind
                self.cells[one._replace(measure=hosts[0], kind=kind)]

    def _is_base(self, other: Line, host: Line) -> bool:
        hosts = self.setting.rule(host.measure).hosts
        return hosts is not None and other[2:] == host[2:] and other.measure == hosts[0]

    def _families(self) -> list[list[Line]]:
        """Lines that bind each other, so that a place in play for one is in play for all."""
        found: dict[Family, list[Line]] = defaultdict(list)
        cluster = clusters(self.setting)
        for one in sorted(self.cells):
            found[family(one, cluster)].append(one)
        return [found[key] for key in sorted(found)]

    # how they bind each other

    def _tie(self, family: list[Line]) -> None:
        moving = [one for one in family if one.kind == "cumulative"]
        moments: dict[Moment, set[str]] = defaultdict(set)
        for one in family:
            for when, places in self.cells[one].items():
                moments[when] |= places
        everywhere: set[str] = set().union(*moments.values()) if moving else set()
        for when in sorted(moments):
            places = self._with_hosts(family, everywhere or moments[when])
            forest = self._forest(frozenset(places))
            for one in family:
                self._contain(one, family, forest, when)
            self._bind(family, forest, when)
        if moving:
            forest = self._forest(frozenset(self._with_hosts(family, everywhere)))
            self._flow(moving, forest, sorted(moments))

    def _with_hosts(self, family: list[Line], places: set[str]) -> set[str]:
        levels = {hosts[1] for one in family if (hosts := self.setting.rule(one.measure).hosts)}
        found = set(places)
        below = [place for place in places if not self.atlas.is_region(place)]
        if "country" in levels:
            found |= {self.atlas.country(place) for place in below}
        if "continent" in levels:
            found |= {c for place in below for c in self.atlas.continents if self.atlas.is_within(place, c)}
        return found

    def _forest(self, places: frozenset[str]) -> Forest:
        if places not in self.forests:
            self.forests[places] = grow(places, self.atlas)
        return self.forests[places]

    def _count(self, one: Line, place: str, when: Moment) -> int:
        return self.system.variable("n", one, self.atlas.standing.get(place, place), when)

    def _contain(self, one: Line, family: list[Line], forest: Forest, when: Moment) -> None:
        hosts = self.setting.rule(one.measure).hosts
        if hosts:
            base = next(other for other in family if self._is_base(other, one))
            self._host(one, base, hosts[1], forest, when)
            return
        for place in forest.order:
            count = self._count(one, place, when)
            inside = [self._count(one, child, when) for child in forest.children.get(place, ())]
            if inside:
                self.system.holds(count, inside, "place")
        if not forest.is_nested:
            self._overlap(one, forest, when)

    def _overlap(self, one: Line, forest: Forest, when: Moment) -> None:
        """Regions that overlap: each is its places in play, other countries by class, and elsewhere."""
        for region in forest.regions:
            parts = [self._count(one, top, when) for top in self._tops(region, forest)]
            parts += [self.system.variable("x", one, key, when) for key in forest.classes if region in key]
            inner = [r for r in forest.regions if self.atlas.countries[r] <= self.atlas.countries[region]]
            parts += [self.system.variable("e", one, r, when) for r in inner]
            self.system.equals(self._count(one, region, when), parts, "place")

    def _tops(self, region: str, forest: Forest) -> list[str]:
        return [top for top in forest.tops if self.atlas.country(top) in self.atlas.countries[region]]

    def _host(self, one: Line, base: Line, level: str, forest: Forest, when: Moment) -> None:
        if level == "continent":
            self._host_continents(one, base, forest, when)
            return
        for place in forest.order:
            is_unit = not self.atlas.is_region(place) and (level == "country" or self.atlas.levels[place] == "city")
            if is_unit:
                self._link(one, base, place, when)
            elif not self.atlas.is_region(place) or forest.is_nested:
                self._host_sum(one, base, level, place, forest, when)
        if not forest.is_nested:
            self._host_overlap(one, base, level, forest, when)

    def _link(self, one: Line, base: Line, place: str, when: Moment) -> None:
        host, count = self._count(one, place, when), self._count(base, place, when)
        self.system.at_most([(1, host)], 1, "hosts")
        self.system.links.append(Link(host, count))

    def _host_sum(self, one: Line, base: Line, level: str, place: str, forest: Forest, when: Moment) -> None:
        children = forest.children.get(place, ())
        other = self.system.variable("u", one, place, when)
        hosts = [self._count(one, child, when) for child in children]
        self.system.equals(self._count(one, place, when), [*hosts, other], "hosts")
        counts = [self._count(base, child, when) for child in children]
        self.system.holds(self._count(base, place, when), [*counts, other], "hosts")
        if level == "country":
            unnamed = set(self.atlas.countries[place])
            for child in children:
                unnamed -= self.atlas.countries.get(child, {child})
            self.system.at_most([(1, other)], len(unnamed), "hosts")

    def _host_overlap(self, one: Line, base: Line, level: str, forest: Forest, when: Moment) -> None:
        for key, size in forest.classes.items():
            other = self.system.variable("u", one, key, when)
            self.system.holds(self.system.variable("x", base, key, when), [other], "hosts")
            if level == "country":
                self.system.at_most([(1, other)], size, "hosts")
        for region in forest.regions:
            if level == "city":
                nowhere = self.system.variable("u", one, region, when)
                self.system.holds(self.system.variable("e", base, region, when), [nowhere], "hosts")
        for region in forest.regions:
            parts = [self._count(one, top, when) for top in self._tops(region, forest)]
            parts += [self.system.variable("u", one, key, when) for key in forest.classes if region in key]
            if level == "city":
                inner = [r for r in forest.regions if self.atlas.countries[r] <= self.atlas.countries[region]]
                parts += [self.system.variable("u", one, r, when) for r in inner]
            self.system.equals(self._count(one, region, when), parts, "hosts")

    def _host_continents(self, one: Line, base: Line, forest: Forest, when: Moment) -> None:
        continents = self.atlas.continents
        standing = {s: c for c in continents if (s := self.atlas.standing[c]) in forest.regions}
        for place in forest.order:
            inner = [s for s, c in standing.items() if self.atlas.is_region(place) and self.atlas.is_within(c, place)]
            if place in standing or not self.atlas.is_region(place):
                self._link(one, base, place, when)
                continue
            other = self.system.variable("u", one, place, when)
            hosts = [self._count(one, s, when) for s in inner]
            self.system.equals(self._count(one, place, when), [*hosts, other], "hosts")
            counts = [self._count(base, s, when) for s in inner]
            self.system.holds(self._count(base, place, when), [*counts, other], "hosts")
            touching = [c for c in continents if self.atlas.countries[c] & self.atlas.countries[place]]
            self.system.at_most([(1, other)], len(touching) - len(inner), "hosts")
        for place in forest.order:
            for holder in holders(place, forest.regions, self.atlas):
                self.system.holds(self._count(one, holder, when), [self._count(one, place, when)], "hosts")

    def _bind(self, family: list[Line], forest: Forest, when: Moment) -> None:
        for low in family:
            for high in family:
                rule = self._binding(low, high)
                if not rule:
                    continue
                for place in forest.order:
                    self.system.holds(self._count(high, place, when), [self._count(low, place, when)], rule)

    def _binding(self, low: Line, high: Line) -> str:
        if low.party == high.party and high.measure in above(low.measure, self.setting):
            return "at-most"
        if low[:5] == high[:5] and low.party.startswith("found:") and not high.party:
            return "found"
        return ""

    def _flow(self, lines: list[Line], forest: Forest, moments: list[Moment]) -> None:
        pairs = [(a, b) for a in moments for b in moments if is_before(a, b)]
        later = set(pairs)
        steps = [(a, b) for a, b in pairs if not any((a, c) in later and (c, b) in later for c in moments)]
        for one in lines:
            for earlier, after in steps:
                for place in forest.order:
                    self.system.holds(self._count(one, place, after), [self._count(one, place, earlier)], "time")

    # what each figure says

    def _value(self, figure: Figure) -> int:
        """The count that a figure is of: a place's, or its own."""
        if figure.relation == "increment" or figure.id in self.setting.parts:
            return self.system.variable("own", figure.id)
        return self._count(line(figure), figure.place, moment(figure))

    def _state(self, figure: Figure) -> None:
        value = self._value(figure)
        if figure.relation != "ratio":
            if figure.low > 0:
                self.system.at_least([(1, value)], figure.low, "figure", figure.id)
            if figure.high is not None:
                self.system.at_most([(1, value)], figure.high, "figure", figure.id)
        if figure.relation == "increment":
            self._increment(figure, value)
        elif figure.relation:
            self._share(figure, value)
        for identity in figure.part_of:
            if identity in self.by_id:
                self.system.holds(self._value(self.by_id[identity]), [value], "part", figure.id, identity)
        self._partition(figure, value)

    def _share(self, figure: Figure, value: int) -> None:
        whole = self._count(line(figure), figure.whole, moment(figure))
        if figure.relation == "majority":
            self.system.at_least([(2, value), (-1, whole)], 1, "majority", figure.id)
            self.system.at_least([(1, whole)], 1, "majority", figure.id)
        elif figure.share is not None:
            low, high = figure.share
            if low > 0:
                self.system.at_least([(low.denominator, value), (-low.numerator, whole)], 0, "ratio", figure.id)
            if high is not None:
                self.system.at_least([(high.numerator, whole), (-high.denominator, value)], 0, "ratio", figure.id)

    def _increment(self, figure: Figure, more: int) -> None:
        if figure.id in self.setting.parts:
            return
        now = self._count(line(figure), figure.place, moment(figure))
        since = [self._count(line(figure), figure.place, moment(figure, figure.since))] if figure.since else []
        if figure.kind == "cumulative":
            self.system.holds(now, [*since, more], "increment", figure.id)
            return
        is_told_apart = bool(figure.part_of) or any(figure.id in other.part_of for other in self.figures)
        if is_told_apart:
            self.system.at_least([*((1, var) for var in since), (1, more), (-1, now)], 0, "increment", figure.id)
        elif figure.high is not None:
            terms = [*((1, var) for var in since), (-1, now)]
            self.system.at_least(terms, -figure.high, "increment", figure.id)

    def _partition(self, whole: Figure, value: int) -> None:
        members = self.setting.partitions.get(whole.id, frozenset())
        parts = [self.by_id[identity] for identity in sorted(members & self.by_id.keys())]
        if len(parts) < 2:
            return
        values = [self._value(part) for part in parts]
        owners = (whole.id, *(part.id for part in parts))
        self.system.holds(value, values, "partition", *owners)
        if len(parts) == len(members):
            self.system.at_most([(1, value), *((-1, part) for part in values)], 0, "partition", *owners)

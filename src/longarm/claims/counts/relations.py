"""How measures bind each other, by the rules of the codebook, and which figures can meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.lines import Line, line, moment
from longarm.core.groups import Groups

Family = tuple[str, str, str, str, str]  # cluster of measures, set, operator, programme, who announced it


def above(measure: str, setting: Setting) -> frozenset[str]:
    """The measures that a measure never exceeds, directly or by others."""
    found: set[str] = set()
    new = set(setting.rule(measure).at_most)
    while new:
        found |= new
        new = {above for one in new for above in setting.rule(one).at_most} - found
    return frozenset(found - {measure})


def clusters(setting: Setting) -> dict[str, str]:
    """Measures that bind each other, each with the first of them."""
    near: dict[str, set[str]] = defaultdict(set)
    for identity, rule in setting.measures.items():
        for other in (*rule.at_most, *(rule.hosts[:1] if rule.hosts else ())):
            near[identity].add(other)
            near[other].add(identity)
    found: dict[str, str] = {}
    for identity in sorted(near):
        stack = [identity] if identity not in found else []
        while stack:
            one = stack.pop()
            if one not in found:
                found[one] = identity
                stack.extend(near[one])
    return found


def family(one: Line, cluster: Mapping[str, str]) -> Family:
    """The lines that bind each other: a place in play for one of them is in play for all.

    Args:
        cluster: measures that bind each other, as `clusters` gives them.
    """
    party = one.party if one.party.startswith("announced:") else ""
    return (cluster.get(one.measure, one.measure), one.counted_set, one.operator, one.programme, party)


def meeting(figures: Sequence[Figure], setting: Setting, tied: Iterable[Iterable[str]] = ()) -> list[list[Figure]]:
    """The figures in groups of which none can limit another, however names of places are read.

    Figures meet in one family of lines, stocks at one moment of it, and where one is part of another.

    Args:
        tied: ids of figures that belong together besides.

    Returns:
        groups in the order of their first figures, each in the order of the figures.
    """
    cluster = clusters(setting)
    homes = {figure.id: family(line(figure), cluster) for figure in figures}
    moving = {homes[figure.id] for figure in figures if figure.kind == "cumulative"}
    groups: Groups[object] = Groups()
    for figure in figures:
        home = homes[figure.id]
        groups.join(figure.id, home if home in moving else (home, moment(figure)))
        if figure.relation == "increment" and figure.since:
            groups.join(figure.id, home if home in moving else (home, moment(figure, figure.since)))
        for whole in figure.part_of:
            if whole in homes:
                groups.join(figure.id, whole)
    for ids in tied:
        first, *others = sorted(ids)
        for other in others:
            groups.join(first, other)
    found: dict[object, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[groups.root(figure.id)].append(figure)
    return list(found.values())

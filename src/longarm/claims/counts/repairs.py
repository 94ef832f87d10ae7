"""The cheapest ways to set figures aside so that the rest can hold."""

from collections.abc import Iterable, Mapping, Sequence

from longarm.claims.counts.conflicts import Ids, Search
from longarm.claims.counts.figures import Figure
from longarm.claims.counts.lines import line
from longarm.core.groups import Groups

MOST = 20  # repairs that are listed
MOST_ROUNDS = 60  # further conflicts that may turn up on the way
MOST_NODES = 5_000  # steps of one search for cheapest ways


def one_figure(figures: Iterable[Figure]) -> dict[str, str]:
    """The first row of the same figure (equal scope, interval and source), by row."""
    first: dict[tuple[object, ...], str] = {}
    return {figure.id: first.setdefault(_identity(figure), figure.id) for figure in figures}


def _identity(figure: Figure) -> tuple[object, ...]:
    return (
        line(figure),
        figure.place,
        figure.moment,
        figure.known_at,
        figure.source,
        (figure.low, figure.high, figure.share),
        (figure.relation, figure.whole, figure.since),
        (figure.part_of, figure.complete),
    )


def cheapest(
    search: Search, conflicts: Sequence[Ids], same: Mapping[str, str], weights: Mapping[str, int]
) -> tuple[list[Ids], bool]:
    """All least sets of rows to set aside in a universe, in order of their ids, and whether that is proved.

    Args:
        conflicts: those known; further ones that turn up are taken along.
        same: every row to the row that stands for its figure.
        weights: what a figure weighs, by the row that stands for it.
    """
    known = list(conflicts)
    rows: dict[str, set[str]] = {}
    for identity, first in same.items():
        rows.setdefault(first, set()).add(identity)
    for _ in range(MOST_ROUNDS):
        ways, is_all = _least([frozenset(same[one] for one in ids) for ids in known], weights)
        found: list[Ids] = []
        new = None
        for way in ways:
            aside = frozenset(one for figure in way for one in rows[figure])
            new = search.one(search.universe - aside)
            if new is not None:
                known.append(new)
                break
            if search.holds(search.universe - aside):
                found.append(aside)
        if new is None:
            is_proved = is_all and len(found) == len(ways)
            return sorted(found, key=sorted)[:MOST], is_proved
    return [], False


def combined(left: Sequence[Ids], right: Sequence[Ids]) -> list[Ids]:
    """The first repairs of two independent lots of figures together, in order of their ids."""
    return sorted((a | b for a in left for b in right), key=sorted)[:MOST]


def _least(conflicts: Sequence[Ids], weights: Mapping[str, int]) -> tuple[list[Ids], bool]:
    """The first least ways to hit all conflicts, those that share no figure apart."""
    ways: list[Ids] = [frozenset()]
    is_all = True
    for cluster in _clusters(conflicts):
        found, done = _least_of(cluster, weights)
        is_all = is_all and done
        ways = combined(ways, found)
    return ways, is_all


def _clusters(conflicts: Sequence[Ids]) -> list[list[Ids]]:
    groups: Groups[str] = Groups()
    for ids in conflicts:
        first, *rest = sorted(ids)
        groups.add(first)
        for one in rest:
            groups.join(first, one)
    found: dict[str, list[Ids]] = {}
    for ids in conflicts:
        found.setdefault(groups.root(min(ids)), []).append(ids)
    return list(found.values())


def _least_of(conflicts: Sequence[Ids], weights: Mapping[str, int]) -> tuple[list[Ids], bool]:
    nodes = 0
    for cost in range(1, sum(weights[one] for one in frozenset().union(*conflicts)) + 1):
        found: set[Ids] = set()
        stack: list[tuple[Ids, Ids, int]] = [(frozenset(), frozenset(), cost)]
        while stack:
            way, barred, left = stack.pop()
            nodes += 1
            if nodes > MOST_NODES:
                return ([*found] or [_greedy(conflicts)]), False
            open_ = next((ids for ids in conflicts if not ids & way), None)
            if open_ is None:
                found.add(way)
                continue
            choices = sorted(open_ - barred)
            for number, one in enumerate(choices):
                if weights[one] <= left:
                    stack.append((way | {one}, barred | frozenset(choices[:number]), left - weights[one]))
        if found:
            return sorted(found, key=sorted), True
    return [], True


def _greedy(conflicts: Sequence[Ids]) -> Ids:
    way: set[str] = set()
    for ids in conflicts:
        if not ids & way:
            way.add(min(ids))
    return frozenset(way)

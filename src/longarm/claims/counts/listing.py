"""The bounds of a reconciliation as they are told: the latest of each line and place, in a fixed order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from longarm.claims.counts import dates
from longarm.claims.counts.bounds import Target
from longarm.claims.counts.component import Ends
from longarm.claims.counts.figures import Atlas, Figure
from longarm.claims.counts.lines import line
from longarm.model.reconciliation import Bound


def listed(found: Mapping[Target, tuple[Ends, bool]], figures: Sequence[Figure], atlas: Atlas) -> tuple[Bound, ...]:
    """The bounds of counts, by measure, scope and date, then from the world inwards.

    Args:
        found: ends of each count, and whether they depend on which figure of a conflict is set aside.
        figures: all, in the order in which they are named.
    """
    order = {figure.id: number for number, figure in enumerate(figures)}
    by_id = {figure.id: figure for figure in figures}
    names, undated = _names(figures, atlas), _undated(figures)
    bounds = []
    for target in _latest(found):
        ends, conditional = found[target]
        counted = target.line
        bounds.append(
            Bound(
                measure=counted.measure,
                place=names.get(target.place, atlas.names.get(target.place, target.place)),
                place_id=target.place,
                as_of=by_id[target.figure].as_of if target.moment[0].startswith("?") else target.moment[0],
                counted_set=counted.counted_set,
                low=ends.low,
                high=ends.high,
                exact=ends.is_exact,
                conditional=conditional,
                because=tuple(sorted(ends.low_by | ends.high_by, key=order.__getitem__)),
                operator=counted.operator,
                programme=counted.programme,
                basis="announced" if counted.party else "total",
                operator_name=atlas.names.get(counted.operator, counted.operator),
                undated=tuple(undated[counted._replace(party=""), target.moment[0]]),
            )
        )
    return tuple(sorted(bounds, key=lambda bound: _rank(bound, atlas)))


def _names(figures: Sequence[Figure], atlas: Atlas) -> dict[str, str]:
    """Places as the first figure calls them."""
    names: dict[str, str] = {}
    for figure in figures:
        names.setdefault(figure.place, figure.place_name or atlas.names.get(figure.place, figure.place))
    return names


def _undated(figures: Sequence[Figure]) -> dict[tuple[object, str], list[str]]:
    """Ids of the figures without a date, by what they count and the moment they are put at."""
    undated: dict[tuple[object, str], list[str]] = defaultdict(list)
    for figure in figures:
        if not figure.as_of:
            undated[line(figure)._replace(party=""), figure.moment].append(figure.id)
    return undated


def _latest(found: Mapping[Target, tuple[Ends, bool]]) -> list[Target]:
    """Of counts that differ only in when they were known, the one known last."""
    latest: dict[tuple[object, str, str], Target] = {}
    for target in found:
        key = (target.line, target.place, target.moment[0])
        if key not in latest or _known(latest[key]) < _known(target):
            latest[key] = target
    return list(latest.values())


def _known(target: Target) -> tuple[int, str]:
    return (dates.days(target.moment[1])[1] if target.moment[1] else 0, target.moment[1])


def _rank(bound: Bound, atlas: Atlas) -> tuple[str | int, ...]:
    scope = (bound.measure, bound.counted_set, bound.operator, bound.programme, bound.basis, bound.as_of)
    return (*scope, len(atlas.above[bound.place_id]), bound.place, bound.place_id)

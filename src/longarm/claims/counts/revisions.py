"""Cumulative totals that grew by more than was told: no conflict, but worth knowing."""

from collections import defaultdict
from collections.abc import Sequence

from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.lines import Cell, is_before, line, moment
from longarm.model.reconciliation import Revision


def revisions(figures: Sequence[Figure], setting: Setting) -> tuple[Revision, ...]:
    """Totals above what earlier total and increment add up to, and totals told higher when more was known.

    Where several rows give one of the totals, the ones that leave the least revision are named.
    """
    order = {figure.id: number for number, figure in enumerate(figures)}
    counted: dict[Cell, list[Figure]] = defaultdict(list)
    plain = [f for f in figures if f.kind == "cumulative" and not f.relation and f.id not in setting.parts]
    for figure in plain:
        counted[(line(figure), figure.place, moment(figure))].append(figure)
    found = [_grown(figure, counted) for figure in figures if figure.relation == "increment"]
    found += _told_later(counted)
    listed = [revision for revision in found if revision]
    ordered = [Revision(tuple(sorted(one.statements, key=order.__getitem__)), one.by) for one in listed]
    return tuple(sorted(ordered, key=lambda one: [order[identity] for identity in one.statements]))


def _grown(figure: Figure, counted: dict[Cell, list[Figure]]) -> Revision | None:
    if figure.kind != "cumulative" or figure.high is None:
        return None
    now = _highest(counted.get((line(figure), figure.place, moment(figure)), []))
    before = _least(counted.get((line(figure), figure.place, moment(figure, figure.since)), []))
    if now is None or (figure.since and before is None):
        return None
    start = before.high if before is not None and before.high is not None else 0
    by = now.low - start - figure.high
    statements = [now.id, figure.id] + ([before.id] if figure.since and before else [])
    return Revision(tuple(statements), by) if by > 0 else None


def _told_later(counted: dict[Cell, list[Figure]]) -> list[Revision]:
    found = []
    told: dict[tuple[object, str, str], list[Cell]] = defaultdict(list)
    for cell in counted:
        told[(cell[0], cell[1], cell[2][0])].append(cell)
    for cells in told.values():
        steps = [(a, b) for a in cells for b in cells if is_before(a[2], b[2])]
        for earlier, later in steps:
            if any((earlier, other) in steps and (other, later) in steps for other in cells):
                continue
            before, now = _least(counted[earlier]), _highest(counted[later])
            if before is not None and now is not None and before.high is not None and now.low > before.high:
                found.append(Revision((before.id, now.id), now.low - before.high))
    return found


def _highest(figures: Sequence[Figure]) -> Figure | None:
    return max(figures, key=lambda figure: figure.low, default=None)


def _least(figures: Sequence[Figure]) -> Figure | None:
    closed = [figure for figure in figures if figure.high is not None]
    return min(closed, key=lambda figure: figure.high or 0, default=None)

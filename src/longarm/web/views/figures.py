"""Figures of a measure together: what each says, what cannot hold with what, and what is left possible."""

from dataclasses import dataclass

from starlette.responses import Response

from longarm.model.reconciliation import Bound, Conflict
from longarm.storage import browse
from longarm.web import pages
from longarm.web.cards import Card, cards
from longarm.web.declared import Field
from longarm.web.views import paging
from longarm.web.visit import Visit

MEASURE = Field("measure", 100)
CONFLICTS = 12
BOUNDS = 200


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict with the statements in it."""

    conflict: Conflict
    cards: tuple[Card, ...]


def figures(visit: Visit) -> Response:
    """The measures of the case, its conflicts, and the figures of the measure asked for."""
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        told = visit.desk.overview(ledger).reconciliation
        measures = browse.measures(ledger)
        chosen = visit.one("measure") or (measures[0][0] if measures else "")
        found = (
            browse.page(ledger, "statements", paging.SIZE + 1, paging.offset(visit), measure=chosen) if chosen else []
        )
        ids = list(dict.fromkeys(id_ for conflict in told.conflicts[:CONFLICTS] for id_ in conflict.statements))
        known = browse.some(ledger, "statements", ids)
        by_id = {card.id: card for card in cards(ledger, list(known.values()))}
        clashes = [
            Clash(one, tuple(by_id[id_] for id_ in one.statements if id_ in by_id))
            for one in told.conflicts[:CONFLICTS]
        ]
        rows = cards(ledger, found[: paging.SIZE])
    shown = paging.Paging(paging.number(visit), len(found) > paging.SIZE, f"measure={chosen}")
    return pages.page(
        visit,
        "figures.html",
        title="Figures",
        told=told,
        measures=measures,
        chosen=chosen,
        rows=rows,
        paging=shown,
        clashes=clashes,
        bounds=bounds(told.bounds, chosen),
        **seen,
    )


def bounds(every: tuple[Bound, ...], measure: str) -> list[Bound]:
    """What is left possible for a measure, place by place."""
    return [bound for bound in every if bound.measure == measure][:BOUNDS]

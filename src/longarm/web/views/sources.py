"""Sources: the list, one source with what it says and what rests on it."""

from urllib.parse import urlencode

from starlette.responses import Response

from longarm.model.claims import SOURCE_KINDS, Source
from longarm.model.documents import Work
from longarm.storage import browse
from longarm.web import pages
from longarm.web.answers import Refused
from longarm.web.cards import cards
from longarm.web.declared import Field
from longarm.web.views import paging
from longarm.web.visit import Visit

KIND = Field("kind", choices=SOURCE_KINDS)
FEW = 25


def listed(visit: Visit) -> Response:
    """Sources, of one kind where asked."""
    kind = visit.one("kind")
    with visit.desk.read() as ledger:
        found = browse.page(ledger, "sources", paging.SIZE + 1, paging.offset(visit), kind=kind)
    shown = paging.Paging(paging.number(visit), len(found) > paging.SIZE, urlencode({"kind": kind} if kind else {}))
    return pages.page(
        visit,
        "sources.html",
        title="Sources",
        sources=found[: paging.SIZE],
        paging=shown,
        kind=kind,
        kinds=SOURCE_KINDS,
    )


def source(visit: Visit) -> Response:
    """One source under all its names.

    Raises:
        Refused: there is none.
    """
    with visit.desk.read() as ledger:
        found: Source | None = browse.one(ledger, "sources", visit.path["id"])
        if not found:
            raise Refused(404, "There is no such source now; its names may have been joined to another.")
        seen = visit.seen(ledger)
        claims = browse.resting_on(ledger, found.id, FEW)
        told = cards(ledger, browse.voiced_by(ledger, found.id, FEW))
        works = browse.page(ledger, "works", FEW, 0, party=found.id)
        history = [one for alias in (found.name, *found.aliases) for one in seen["decided"].history(alias)]
    return pages.page(
        visit,
        "source.html",
        title=found.name,
        source=found,
        claims=claims,
        cards=told,
        works=works,
        history=list({one.id: one for one in history}.values()),
        **seen,
    )


def work(visit: Visit) -> Response:
    """One work: who answers for it, what carries it, what cites it.

    Raises:
        Refused: there is none.
    """
    with visit.desk.read() as ledger:
        found: Work | None = browse.one(ledger, "works", visit.path["id"])
        if not found:
            raise Refused(404, "There is no such work now.")
        named = browse.names(ledger, [found.party, *found.documents, *found.cited_by])
    return pages.page(visit, "work.html", title=found.title or found.kind, work=found, named=named)

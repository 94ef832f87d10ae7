"""Full-text search of statements and passages of this one case."""

from urllib.parse import urlencode

from starlette.responses import Response

from longarm.storage import browse
from longarm.web import pages
from longarm.web.views import paging
from longarm.web.visit import Visit

SHOWN = 40


def search(visit: Visit) -> Response:
    """What holds all the words asked for."""
    words = visit.one("q")
    with visit.desk.read() as ledger:
        statements, passages = browse.search(ledger, words, SHOWN + 1, paging.offset(visit, SHOWN))
        named = browse.names(ledger, [hit.document for hit in (*statements, *passages)])
    more = len(statements) > SHOWN or len(passages) > SHOWN
    shown = paging.Paging(paging.number(visit), more, urlencode({"q": words}))
    return pages.page(
        visit,
        "search.html",
        title="Search",
        q=words,
        statements=statements[:SHOWN],
        passages=passages[:SHOWN],
        named=named,
        paging=shown,
    )

"""Who did what when: the entries of the ledger, the last first."""

from urllib.parse import urlencode

from starlette.responses import Response

from longarm.storage import browse
from longarm.web import pages
from longarm.web.visit import Visit

SHOWN = 100


def audit(visit: Visit) -> Response:
    """A page of entries, without the texts they hold."""
    before, by, subject = visit.number("before", 0, 1 << 53), visit.one("by"), visit.one("subject")
    with visit.desk.read() as ledger:
        rows = browse.entries(ledger, SHOWN + 1, before, by, subject)
        decided = visit.desk.decided(ledger)
    shown = rows[:SHOWN]
    kept = {"by": by, "subject": subject}
    older = ""
    if len(rows) > SHOWN:
        older = "?" + urlencode(
            {**{name: value for name, value in kept.items() if value}, "before": shown[-1].sequence}
        )
    return pages.page(
        visit, "audit.html", title="Audit", rows=shown, older=older, by=by, subject=subject, decided=decided
    )

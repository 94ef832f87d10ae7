"""What the documents date, year by year."""

from itertools import groupby

from starlette.responses import Response

from longarm.web import pages
from longarm.web.declared import Field
from longarm.web.visit import Visit

YEAR = Field("year", 4)
MOST = 400  # events on one page


def timeline(visit: Visit) -> Response:
    """The events of one year, or of all while they are few."""
    with visit.desk.read() as ledger:
        events = visit.desk.overview(ledger).events
    counts = [(year, sum(1 for _ in group)) for year, group in groupby(events, key=lambda event: event.start[:4])]
    year = visit.one("year") or (counts[-1][0] if len(events) > MOST and counts else "")
    chosen = [event for event in events if year in ("", event.start[:4])][:MOST]
    months = [(month, list(group)) for month, group in groupby(chosen, key=lambda event: event.start[:7])]
    return pages.page(visit, "timeline.html", title="Timeline", counts=counts, months=months, year=year)

"""Statements that nobody has reviewed, in the order of the documents; one statement with its forms."""

from urllib.parse import urlencode

from starlette.responses import Response

from longarm.model.claims import Resolved
from longarm.model.decisions import VERDICTS, Addition, Review
from longarm.model.statements import STATEMENT_KINDS
from longarm.storage import browse
from longarm.storage.ledger import Ledger
from longarm.web import pages
from longarm.web.answers import Refused, see_other
from longarm.web.cards import cards
from longarm.web.decided import Decided
from longarm.web.declared import Field
from longarm.web.papers import current
from longarm.web.views.options import options
from longarm.web.visit import Visit

SHOWN = 20
CHUNK = 500  # statements that are looked through at a time for unreviewed ones
VERDICT = Field("verdict", choices=VERDICTS)
FIELDS = (Field("kind", choices=STATEMENT_KINDS), Field("document", 60), Field("after", 12), VERDICT)


def review(visit: Visit) -> Response:
    """The next unreviewed statements, of one kind or document where asked."""
    only = {"kind": visit.one("kind"), "document": visit.one("document")}
    if visit.one("verdict"):
        return reviewed(visit, visit.one("verdict"))
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        found = unreviewed(ledger, seen["decided"], visit.number("after", 0) - 1 if visit.one("after") else -1, only)
        told = {one.id: one for one in browse.some(ledger, "statements", [id_ for _, id_ in found[:SHOWN]]).values()}
        shown = cards(ledger, [told[id_] for _, id_ in found[:SHOWN]])
    after = ""
    if len(found) > SHOWN:
        kept = {name: value for name, value in only.items() if value}
        after = "?" + urlencode({**kept, "after": found[SHOWN][0]})
    values = {**seen, "kinds": options()["kinds"], "only": only, "verdict": "", "verdicts": VERDICTS}
    return pages.page(visit, "review.html", title="Review", cards=shown, after=after, **values)


def reviewed(visit: Visit, verdict: str) -> Response:
    """The statements that people gave a verdict, the last first."""
    first = visit.number("after", 0)
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        found = [
            (one.what.statement, one.anchors[0].statement)
            for one in reversed(seen["decided"].of_kind(Review))
            if seen["decided"].verdict(one.what.statement) is one and one.what.verdict == verdict and one.anchors
        ]
        weighed = browse.some(ledger, "statements", [id_ for id_, _ in found[first : first + SHOWN]])
        shown = cards(ledger, [weighed.get(id_) or Resolved(said) for id_, said in found[first : first + SHOWN]])
    after = "?" + urlencode({"verdict": verdict, "after": first + SHOWN}) if len(found) > first + SHOWN else ""
    values = {**seen, "kinds": options()["kinds"], "only": {"kind": "", "document": ""}}
    return pages.page(
        visit, "review.html", title="Review", cards=shown, after=after, verdict=verdict, verdicts=VERDICTS, **values
    )


def unreviewed(ledger: Ledger, decided: Decided, after: int, only: dict[str, str]) -> list[tuple[int, str]]:
    """Position and id of the next statements without a verdict, one more than a page shows."""
    found: list[tuple[int, str]] = []
    while len(found) <= SHOWN:
        rows = browse.positions(ledger, after, CHUNK, **only)
        found += [row for row in rows if row[1] not in decided.verdicts]
        if len(rows) < CHUNK:
            break
        after = rows[-1][0]
    return found[: SHOWN + 1]


def statement(visit: Visit) -> Response:
    """One statement as it stands: its card, what was decided on it, and the forms to correct it."""
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        found, paper = current(visit.desk, ledger, visit.path["id"])
        (card,) = cards(ledger, [found])
        claim = browse.one(ledger, "claims", card.claim) if card.claim else None
        named = browse.names(ledger, [origin.source for origin in claim.origins] if claim else [])
    ties = [one for one in claim.origins if found.id in one.statements and one.tie == "presumed"] if claim else []
    return pages.page(
        visit,
        "statement.html",
        title="Statement",
        card=card,
        paper=paper,
        ties=ties,
        named=named,
        history=seen["decided"].history(found.id),
        **{**options(), **seen},
    )


def part(visit: Visit, id_: str) -> Response:
    """The card of one statement alone, after a decision by key."""
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        found, _ = current(visit.desk, ledger, id_)
        (card,) = cards(ledger, [found])
    return pages.page(visit, "card.html", card=card, **seen)


def find(visit: Visit) -> Response:
    """Leads from an id to its page."""
    id_ = visit.path["id"]
    with visit.desk.read() as ledger:
        table = browse.table_of(ledger, id_)
        known = visit.desk.decided(ledger).history(id_)
    if table:
        return see_other(f"/{table}/{id_}")
    if any(isinstance(one.what, Addition) for one in known):
        return see_other(f"/statements/{id_}")
    raise Refused(404, "Nothing in this case has that id now.")

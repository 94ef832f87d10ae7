"""Statements that nobody has reviewed, what presses first or as documents have them; one statement with its forms."""

import itertools
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from longarm.desk.pressing import Pressing
from longarm.model.claims import Resolved
from longarm.model.matters import VERDICTS, Addition, Review
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
ORDERS = ("first", "text")  # what presses first; the order of the documents
ORDER = Field("order", choices=ORDERS)
FIELDS = (Field("kind", choices=STATEMENT_KINDS), Field("document", 60), Field("after", 12), ORDER, VERDICT)


def review(visit: Visit) -> Response:
    """The next unreviewed statements: those that press, with the reason, then the others; in the order of the documents
    where asked, or of one kind or document."""
    only = {"kind": visit.one("kind"), "document": visit.one("document")}
    if visit.one("verdict"):
        return reviewed(visit, visit.one("verdict"))
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        if not any(only.values()) and visit.one("order") != "text":
            rows = pressing(visit.desk.overview(ledger).pressing, seen["decided"], visit.number("after", 0))
            if rows:
                return _first(visit, ledger, seen, rows)
        found = unreviewed(ledger, seen["decided"], visit.number("after", 0) - 1 if visit.one("after") else -1, only)
        told = {one.id: one for one in browse.some(ledger, "statements", [id_ for _, id_ in found[:SHOWN]]).values()}
        shown = cards(ledger, [told[id_] for _, id_ in found[:SHOWN]])
    after = ""
    if len(found) > SHOWN:
        kept = {name: value for name, value in only.items() if value} or {"order": "text"}
        after = "?" + urlencode({**kept, "after": found[SHOWN][0]})
    values = {**seen, "kinds": options()["kinds"], "only": only, "verdict": "", "verdicts": VERDICTS}
    order = "" if any(only.values()) else "text"
    return pages.page(visit, "review.html", title="Review", cards=shown, after=after, order=order, reasons={}, **values)


def pressing(found: Sequence[Pressing], decided: Decided, after: int) -> list[tuple[int, Pressing]]:
    """Number and reason of the next pressing statements without a verdict, one more than a page shows."""
    rows = enumerate(found[after:], after)
    return list(itertools.islice((row for row in rows if row[1].statement not in decided.verdicts), SHOWN + 1))


def _first(visit: Visit, ledger: Ledger, seen: dict[str, Any], rows: Sequence[tuple[int, Pressing]]) -> Response:
    told = browse.some(ledger, "statements", [one.statement for _, one in rows[:SHOWN]])
    shown = cards(ledger, [told[one.statement] for _, one in rows[:SHOWN] if one.statement in told])
    following = {"after": rows[SHOWN][0]} if len(rows) > SHOWN else {"order": "text"}
    values = {**seen, "kinds": options()["kinds"], "only": {"kind": "", "document": ""}, "verdict": ""}
    return pages.page(
        visit,
        "review.html",
        title="Review",
        cards=shown,
        after="?" + urlencode(following),
        order="first",
        reasons={one.statement: one.reason for _, one in rows},
        verdicts=VERDICTS,
        **values,
    )


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
    values |= {"verdict": verdict, "verdicts": VERDICTS, "order": "", "reasons": {}}
    return pages.page(visit, "review.html", title="Review", cards=shown, after=after, **values)


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

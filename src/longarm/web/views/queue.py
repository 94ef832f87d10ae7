"""The first page: what to check first."""

from dataclasses import dataclass

from starlette.responses import JSONResponse, Response

from longarm.desk.checks import ORDER, Check
from longarm.storage import browse
from longarm.web import pages
from longarm.web.answers import Refused
from longarm.web.declared import Field
from longarm.web.visit import Visit

FEW = 6  # checks of a kind on the first page
KIND = Field("kind", 40)

# Kinds of checks (in the order of `checks.ORDER`): title, and why it matters.
KINDS: dict[str, tuple[str, str]] = {
    "conflict-hard": ("Figures that cannot all hold", "One of them is wrong, or they count different things."),
    "figures-apart": ("Answers without a number in common", "The same question, figures that do not meet."),
    "one-origin": ("One origin, many documents", "Many repeat it; it looks confirmed, and is not."),
    "unknown-root": ("Nobody says where it comes from", "Told widely, on nobody's stated knowledge."),
    "drift": ("Changed on the way", "A repetition differs from the words it goes back to."),
    "denied": ("Denied", "Read the reply beside the claim."),
    "no-reply": ("No reply in the case", "Ask, or look for one, before it is released."),
    "unsure": ("Readings that are not sure", "A garbled number, a place with several readings."),
    "conflict-apparent": ("Figures that an open reading may reconcile", "A date or a scope that nobody states."),
    "missing-work": ("Works to get", "Claims rest on them and they are not in the case."),
    "same-person": (
        "The same person?",
        "One form of the name is masked, another is public. They are never joined by it.",
    ),
    "one-person": ("One person under two names?", "They are counted once behind a claim until you say."),
    "file-date": ("Dated by the file alone", "A file made today from an old page bears today's date."),
    "not-read": ("Not machine-read", "Scans and other languages: read them yourself."),
}


PAGES = {
    "conflict-hard": "/figures#conflicts",
    "conflict-apparent": "/figures#conflicts",
    "same-person": "/release#names",
    "file-date": "/documents",
    "not-read": "/documents?read=not",
}
"""Where checks are looked at that are about no single thing."""


@dataclass(frozen=True, slots=True)
class Pile:
    """Checks of one kind: some of them, and how many there are; `href` where they all lead to one page."""

    kind: str
    title: str
    why: str
    checks: tuple[Check, ...]
    count: int
    href: str = ""


def queue(visit: Visit) -> Response:
    """What to check first, a pile a kind; or all of one pile."""
    kind = visit.one("kind")
    with visit.desk.read() as ledger:
        decided = visit.desk.decided(ledger)
        told = visit.desk.overview(ledger)
        sizes = {table: browse.count(ledger, table) for table in ("documents", "statements", "claims", "sources")}
        counts = dict(told.counts)
        piles = [
            Pile(code, title, why, told.of(code)[: None if kind else FEW], counts.get(code, 0), PAGES.get(code, ""))
            for code in ORDER
            for title, why in [KINDS[code]]
            if counts.get(code) and kind in ("", code)
        ]
    verdicts = decided.verdicts
    return pages.page(
        visit,
        "queue.html",
        title="Queue",
        piles=piles,
        sizes=sizes,
        kind=kind,
        is_made=bool(told.made_from),
        disputes=decided.disputes,
        waiting=told.waiting,
        reread=told.reread,
        due=decided.due(visit.desk.now()[:10]),
        reviewed=len(verdicts),
        accepted=sum(verdict == "accepted" for verdict in verdicts.values()),
    )


def waiting(visit: Visit) -> Response:
    """One decision that waits, beside the likeliest place of its words.

    Raises:
        Refused: it does not wait.
    """
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        told = visit.desk.overview(ledger)
    one = next((one for one in told.waiting if one.decision == visit.path["id"]), None)
    decision = seen["decided"].get(visit.path["id"])
    if not one or not decision:
        raise Refused(404, "This decision does not wait any more.")
    anchor = next(anchor for anchor in decision.anchors if anchor.statement.id == one.statement)
    return pages.page(
        visit, "waiting.html", title="A decision that waits", one=one, told=decision, anchor=anchor, **seen
    )


KEYS = (
    ("a", "Accept the statement"),
    ("x", "Reject it: the text does not say so"),
    ("i", "Irrelevant: said so, but not for this case"),
    ("c", "Correct it"),
    ("u", "Undo the last decision on it"),
    ("j  k", "Next, previous statement"),
    ("n", "Next page"),
    ("o", "Open the document at the statement"),
    ("s", "In a document: add the selected words as a statement"),
    ("1 to 9", "Choose a candidate of a place"),
    ("m  d", "Two claims side by side: one question, two questions"),
    ("/", "Search"),
    ("?", "This page"),
)


def keys(visit: Visit) -> Response:
    """The keys, and how the desk works."""
    return pages.page(visit, "help.html", keys=KEYS)


def status(visit: Visit) -> Response:
    """Whether the case is being weighed; asked for by the desk's script."""
    return JSONResponse({"busy": visit.desk.reweigher.is_busy, "failed": visit.desk.reweigher.failed})

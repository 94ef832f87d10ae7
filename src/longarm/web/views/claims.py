"""Claims: the list, one claim with all that stands behind and against it, two claims side by side."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import Response

from longarm.model.claims import UNKNOWN, Claim, Drift, Resolved
from longarm.model.statements import STATEMENT_KINDS
from longarm.storage import browse, lookup
from longarm.storage.ledger import Ledger
from longarm.web import pages
from longarm.web.answers import Refused, see_other
from longarm.web.cards import Card, cards
from longarm.web.declared import Field
from longarm.web.views import paging
from longarm.web.visit import Visit

STATEMENTS = 20  # of a claim on one page
ORIGINS = 40
DRIFTS = 12
NEAR, OTHERS = 60, 12  # claims that are looked at, and offered, for a merge
SUPPORT = ("single", "corroborated", "retracted")
CONTEST = ("unanswered", "answered", "denied-specifically", "denied-in-general")
FILTERS = (Field("kind", choices=STATEMENT_KINDS), Field("support", choices=SUPPORT), Field("contest", choices=CONTEST))


@dataclass(frozen=True, slots=True)
class Told:
    """An origin of a claim in words, with why each of the statements shown is tied to it."""

    name: str
    work: str
    tie: str
    standing: str
    count: int
    why: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A drift with both tellings; `left` is the origin or the other variant, None where it is not in the case."""

    drift: Drift
    left: Card | None
    right: Card | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of proceedings: the telling that dates it, and the other tellings of the same step."""

    first: Card
    others: tuple[Card, ...]


def listed(visit: Visit) -> Response:
    """Claims, those of one kind, support or contest where asked."""
    only = {field.name: visit.one(field.name) for field in FILTERS}
    with visit.desk.read() as ledger:
        found = browse.page(ledger, "claims", paging.SIZE + 1, paging.offset(visit), **only)
    shown = paging.Paging(
        paging.number(visit), len(found) > paging.SIZE, urlencode({k: v for k, v in only.items() if v})
    )
    return pages.page(
        visit,
        "claims.html",
        title="Claims",
        claims=found[: paging.SIZE],
        paging=shown,
        only=only,
        kinds=STATEMENT_KINDS,
        supports=SUPPORT,
        contests=CONTEST,
    )


def claim(visit: Visit) -> Response:
    """One claim: what is said, where it comes from, what answers it, what changed on the way."""
    with visit.desk.read() as ledger:
        found = claim_of(ledger, visit.path["id"])
        if found.id != visit.path["id"]:
            return see_other(f"/claims/{found.id}")
        first = paging.offset(visit, STATEMENTS)
        members = browse.page(ledger, "statements", STATEMENTS + 1, first, claim=found.id)
        shown = paging.Paging(paging.number(visit), len(members) > STATEMENTS)
        told = cards(ledger, members[:STATEMENTS], dict.fromkeys((one.id for one in members), found.id))
        return pages.page(
            visit,
            "claim.html",
            title=found.question,
            claim=found,
            cards=told,
            paging=shown,
            replies=_in_order(ledger, found.replies[:ORIGINS]),
            steps=_steps(ledger, found.proceedings[:ORIGINS]),
            origins=origins(ledger, found),
            drifts=_drifts(ledger, found),
            others=_others(ledger, found),
            asked_replies=visit.desk.decided(ledger).replies(found.statements),
            **visit.seen(ledger),
        )


def beside(visit: Visit) -> Response:
    """Two claims side by side, to say whether they are one question."""
    with visit.desk.read() as ledger:
        sides, seen = [], visit.seen(ledger)
        for name in ("left", "right"):
            found = claim_of(ledger, visit.one(name))
            members = browse.page(ledger, "statements", STATEMENTS, 0, claim=found.id)
            sides.append((found, cards(ledger, members, dict.fromkeys((one.id for one in members), found.id))))
    if sides[0][0].id == sides[1][0].id:
        raise Refused(400, "These are one claim already.")
    return pages.page(visit, "beside.html", title="Side by side", sides=sides, **seen)


def claim_of(ledger: Ledger, id_: str) -> Claim:
    """The claim of that id, or the one that it was merged into.

    Raises:
        Refused: there is none.
    """
    found: Claim | None = browse.one(ledger, "claims", id_) or lookup.merged_into(ledger, id_)
    if not found:
        raise Refused(404, "There is no such claim; its question may be put otherwise now. Look for its words.")
    return found


def origins(ledger: Ledger, found: Claim) -> list[Told]:
    """The origins of a claim, those that most statements go back to first."""
    named = browse.names(ledger, [id_ for origin in found.origins for id_ in (origin.source, origin.work) if id_])
    told = [
        Told(
            "nobody is named" if origin.source == UNKNOWN else named.get(origin.source, origin.source),
            named.get(origin.work, ""),
            origin.tie,
            origin.standing,
            len(origin.statements),
            tuple(dict.fromkeys(origin.why))[:8],
            origin.note,
        )
        for origin in found.origins
    ]
    return sorted(told, key=lambda one: (-one.count, one.name))[:ORIGINS]


def _in_order(ledger: Ledger, ids: tuple[str, ...]) -> list[Card]:
    found: dict[str, Resolved] = browse.some(ledger, "statements", ids)
    return cards(ledger, [found[one] for one in ids if one in found])


def _steps(ledger: Ledger, ids: tuple[str, ...]) -> list[Step]:
    """The steps of a claim, each once however often it is told: tellings of one happening are one step."""
    claims = browse.claims_of(ledger, ids)
    known: dict[str, Claim] = browse.some(ledger, "claims", sorted(set(claims.values()) - {""}))
    groups: dict[str, list[Card]] = {}
    for card in _in_order(ledger, ids):
        home = known.get(claims.get(card.id, ""))
        groups.setdefault(home.happening if home and home.happening else card.id, []).append(card)
    dated = (sorted(cards_, key=lambda card: card.resolved.period is None) for cards_ in groups.values())
    return [Step(told[0], tuple(told[1:])) for told in dated]


def _drifts(ledger: Ledger, found: Claim) -> list[Changed]:
    few = found.drift[:DRIFTS]
    ids = [id_ for drift in few for id_ in (drift.origin or drift.variant, drift.repetition) if id_]
    told = {card.id: card for card in _in_order(ledger, tuple(dict.fromkeys(ids)))}
    return [Changed(d, told.get(d.origin or d.variant), told.get(d.repetition)) for d in few]


def _others(ledger: Ledger, found: Claim) -> list[browse.ClaimRow]:
    """Claims that this one may be one with: on its measure or method, then of its kind; most words in common first."""
    closest = {"measure": found.measure} if found.measure else {"method": found.method}
    near: dict[str, browse.ClaimRow] = {}
    for only in ({"kind": found.kind, **closest}, {"kind": found.kind}):
        near |= {one.id: one for one in browse.questions(ledger, NEAR, **only) if one.id not in near}
    near.pop(found.id, None)
    mine, order = set(found.question.split()), list(near)
    return sorted(near.values(), key=lambda one: (-len(mine & set(one.question.split())), order.index(one.id)))[:OTHERS]

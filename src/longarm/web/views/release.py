"""Release: which claims may leave, whom they may name, who is sealed."""

from collections.abc import Collection
from dataclasses import dataclass

from starlette.responses import Response

from longarm.core import clock
from longarm.model.claims import Claim
from longarm.model.decisions import Decision
from longarm.model.matters import Naming, Release
from longarm.protect import naming
from longarm.storage import browse
from longarm.storage.ledger import Ledger
from longarm.web import pages
from longarm.web.decided import Decided
from longarm.web.declared import Field
from longarm.web.views.claims import claim_of
from longarm.web.views.deciding import COMMON, HOLDS, YES, write
from longarm.web.visit import Visit

SHOWN = 200  # claims of a list
CLAIMS = (*COMMON, Field("claims", 60, is_many=True, is_required=True), HOLDS)
NAME = (*COMMON, Field("name", 200, is_required=True), Field("basis", 500), HOLDS)


@dataclass(frozen=True, slots=True)
class Ready:
    """A claim with accepted statements: how many of how many, who accepted them, and its release if there is one."""

    claim: Claim
    accepted: int
    people: tuple[str, ...]
    release: Decision | None


@dataclass(frozen=True, slots=True)
class Named:
    """A person whom people decided to name: by whom, on what ground, and whether that is enough by now."""

    name: str
    people: tuple[str, ...]
    basis: str
    is_enough: bool


def release(visit: Visit) -> Response:
    """What may leave, and what still keeps it."""
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        decided: Decided = seen["decided"]
        ready = _ready(ledger, decided)
    people = tuple(user.name for user in visit.desk.users)
    return pages.page(
        visit,
        "release.html",
        title="Release",
        waiting=[one for one in ready if not one.release][:SHOWN],
        released=[one for one in ready if one.release][:SHOWN],
        names=_names(decided, people),
        is_alone=naming.is_alone(people),
        **seen,
    )


def _ready(ledger: Ledger, decided: Decided) -> list[Ready]:
    """Claims that have accepted statements or were released; those with the most accepted statements first."""
    accepted = [id_ for id_, verdict in decided.verdicts.items() if verdict == "accepted"]
    of = browse.claims_of(ledger, accepted)
    told = {one.what.claim for one in decided.of_kind(Release) if isinstance(one.what, Release)}
    found: dict[str, Claim] = browse.some(ledger, "claims", sorted({claim for claim in of.values() if claim} | told))
    rows = []
    for claim in found.values():
        mine = [id_ for id_ in accepted if of.get(id_) == claim.id]
        people = {review.by for id_ in mine if (review := decided.verdict(id_))}
        rows.append(Ready(claim, len(mine), tuple(sorted(people)), decided.released(claim.id)))
    return sorted(rows, key=lambda one: (-one.accepted, one.claim.question, one.claim.id))


def _names(decided: Decided, people: Collection[str]) -> list[Named]:
    """Everybody whom somebody decided to name, and who was not taken back since."""
    by_name: dict[str, list[Decision]] = {}
    for one in decided.of_kind(Naming):
        if isinstance(one.what, Naming):
            by_name[one.what.name] = [*by_name.get(one.what.name, []), one] if one.what.holds else []
    now = clock.now()
    return [
        Named(
            name,
            tuple(sorted({one.by for one in told})),
            naming.reason(told),
            naming.may_leave(told, people=people, now=now),
        )
        for name, told in sorted(by_name.items())
        if told
    ]


def let_go(visit: Visit) -> Response:
    """Releases claims, or withdraws them."""
    holds = visit.one("holds") == YES
    with visit.desk.read() as ledger:
        found = [claim_of(ledger, id_) for id_ in dict.fromkeys(visit.many("claims"))]
    return write(visit, *(Release(claim.id, claim.statements, holds) for claim in found), back="/release")


def name(visit: Visit) -> Response:
    """Says that a person may be named, or takes that back."""
    return write(visit, Naming(visit.one("name"), visit.one("basis"), visit.one("holds") == YES), back="/release#names")

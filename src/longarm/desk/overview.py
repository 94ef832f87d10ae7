"""What is told of a whole case, made once after each weighing, so that no page has to load the case."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from longarm.core.hashing import canonical_json
from longarm.core.phrases import shortened
from longarm.desk import case, reconcile
from longarm.desk.checks import ACCUSING, MANY, REPLY, Check, checks
from longarm.desk.names import Names
from longarm.desk.namesakes import namesakes
from longarm.desk.pressing import Pressing, pressing
from longarm.model.case import Case
from longarm.model.claims import Claim, Resolved
from longarm.model.codec import from_data, to_data
from longarm.model.reconciliation import Reconciliation
from longarm.model.spans import Span
from longarm.storage import derived
from longarm.storage.ledger import Ledger

KEPT = 200  # checks of a kind that are listed; how many there are is told
EVENTS = 3000  # dated happenings and statements of the timeline
SPOTS = 1500  # place names in documents that are listed
LONGEST = 160  # characters of the words that a check shows
SECONDS = 20.0  # that the reconciliation of figures may take
FACT, FACT_OF = "overview", "overview of"


@dataclass(frozen=True, slots=True)
class Event:
    """One dated thing of the timeline: what happened, or is said to have, in the words of a statement.

    Attributes:
        start, end: EDTF.
        kind: of the statement.
        tells: how many statements tell of it.
    """

    start: str
    end: str
    kind: str
    words: str
    statement: str
    claim: str
    tells: int = 1


@dataclass(frozen=True, slots=True)
class Spot:
    """Words that name a place in a document, and what they are read as; `readings` are other places they allow.

    Attributes:
        place: gazetteer id, empty where there is none.
        statement: the first that has them.
        statements: how many have them.
    """

    document: str
    words: str
    place: str
    readings: tuple[str, ...]
    statement: str
    statements: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A decision whose words a new reading does not surely have: why, and the likeliest place."""

    decision: str
    statement: str
    words: str
    reason: str
    guess: Span | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """What a case adds up to, for the pages that tell of all of it.

    Attributes:
        made_from: the fingerprint of the weighing.
        checks: what to check first, by kind; of each kind at most `KEPT`.
        counts: (kind, how many) of all checks.
        events: by date.
        waiting: decisions that a person must attach again.
        reread: ids of accepted statements that a newer reader reads otherwise.
        pressing: the statements to review first, with the reason.
        spots: place names that are not sure, then the others; at most `SPOTS`.
    """

    made_from: str = ""
    checks: tuple[Check, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    reconciliation: Reconciliation = field(default_factory=Reconciliation)
    events: tuple[Event, ...] = ()
    spots: tuple[Spot, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    reread: tuple[str, ...] = ()
    pressing: tuple[Pressing, ...] = ()

    def of(self, kind: str) -> tuple[Check, ...]:
        """The checks of one kind."""
        return tuple(check for check in self.checks if check.kind == kind)


def refresh(root: Path) -> bool:
    """Makes the overview anew where the case was weighed since; returns whether it had to.

    Raises:
        CaseError: the case is damaged.
    """
    paths = case.at(root)
    with Ledger(paths) as ledger:
        weighed = derived.weighed_from(ledger)
        if made_from(ledger) == weighed:
            return False
    told = overview(case.open_case(root), weighed)
    with Ledger(paths, writable=True) as ledger:
        derived.store_fact(ledger, FACT, canonical_json(to_data(told)))
        derived.store_fact(ledger, FACT_OF, weighed)
    return True


def made_from(ledger: Ledger) -> str:
    """The fingerprint of the weighing that the overview was made from; empty before the first."""
    return derived.fact(ledger, FACT_OF)


def load(ledger: Ledger) -> Overview:
    """The overview as last made; empty before the first."""
    stored = derived.fact(ledger, FACT)
    return from_data(Overview, json.loads(stored)) if stored else Overview()


def overview(opened: Case, made_from: str) -> Overview:
    """The overview of a case; a pure function of it."""
    names = Names.of(opened)
    found = reconcile.of_case(opened.weighed, opened.state.documents, SECONDS)
    every = [*_conflicts(found), *checks(opened, names), *_more(opened), *namesakes(opened)]
    counts: dict[str, int] = {}
    kept = []
    for check in every:
        counts[check.kind] = counts.get(check.kind, 0) + 1
        if counts[check.kind] <= KEPT:
            kept.append(check)
    return Overview(
        made_from=made_from,
        checks=tuple(kept),
        counts=tuple(sorted(counts.items())),
        reconciliation=found,
        events=_events(opened),
        spots=_spots(opened),
        waiting=tuple(
            Waiting(one.decision.id, one.anchor.statement.id, one.anchor.statement.span.words, one.reason, one.guess)
            for one in opened.settled.pending
        ),
        reread=opened.settled.reread,
        pressing=pressing(opened, found, every),
    )


def _conflicts(found: Reconciliation) -> Iterator[Check]:
    for conflict in found.conflicts:
        yield Check(f"conflict-{conflict.kind}", conflict.explanation, conflict.statements, 10)


def _more(opened: Case) -> Iterator[Check]:
    """Drift, missing replies, roots that nobody names, readings that are not sure; what most tell first."""
    by_id = {one.id: one for one in opened.weighed.resolved}
    for claim in sorted(opened.weighed.claims, key=lambda claim: (-len(claim.statements), claim.id)):
        documents = len({by_id[one].statement.document for one in claim.statements if one in by_id})
        yield from _of_claim(claim, documents)
    for one in opened.weighed.resolved:
        yield from _unsure(one)


def _of_claim(claim: Claim, documents: int) -> Iterator[Check]:
    if claim.drift:
        kinds = ", ".join(sorted({drift.kind.replace("-", " ") for drift in claim.drift}))
        yield Check("drift", f"{claim.question} What is told differs: {kinds}.", (claim.id,), len(claim.drift))
    is_charge = claim.kind in ACCUSING and claim.method  # a deed of no method accuses nobody
    if claim.contest == "unanswered" and is_charge and documents >= MANY and not claim.accused:
        sentence = f"{claim.question} {documents} documents tell it, and no reply is in the case."
        yield Check("no-reply", sentence, (claim.id,), documents)
    if documents >= MANY and claim.independence.low == 0 and claim.kind != REPLY:
        sentence = f"{claim.question} Told by {documents} documents; nobody says on whose knowledge it rests."
        yield Check("unknown-root", sentence, (claim.id,), documents)


def _unsure(one: Resolved) -> Iterator[Check]:
    said = one.statement
    flags = list(said.quantity.flags) if said.quantity else []
    flags += ["place has several readings" for place in one.places if place.readings]
    flags += ["place is not on the gazetteer" for place in one.places if not place.id]
    if flags:
        words = shortened(said.span.words, LONGEST)
        yield Check("unsure", f"“{words}” ({', '.join(dict.fromkeys(flags))})", (said.id,), len(flags))


def _events(opened: Case) -> tuple[Event, ...]:
    by_id = {one.id: one for one in opened.weighed.resolved}
    claim_of = {statement: claim.id for claim in opened.weighed.claims for statement in claim.statements}
    told: dict[str, None] = {}
    found = []
    for happening in opened.weighed.happenings:
        period = happening.period
        if not period or not period.start or not period.start[:4].isdigit():
            continue
        first = next((by_id[one] for one in happening.statements if one in by_id), None)
        if first:
            told.update(dict.fromkeys(happening.statements))
            found.append(_event(first, period.start, period.end, claim_of, len(happening.statements)))
    for one in opened.weighed.resolved:
        period = one.period
        if one.id not in told and period and period.start and period.start[:4].isdigit():
            found.append(_event(one, period.start, period.end, claim_of, 1))
    ordered: Iterable[Event] = sorted(found, key=lambda event: (event.start, event.end, event.statement))
    return tuple(ordered)[:EVENTS]


def _event(one: Resolved, start: str, end: str | None, claim_of: Mapping[str, str], tells: int) -> Event:
    said = one.statement
    return Event(start, end or "", said.kind, said.span.words, said.id, claim_of.get(said.id, ""), tells)


def _spots(opened: Case) -> tuple[Spot, ...]:
    found: dict[tuple[str, str], Spot] = {}
    for one in opened.weighed.resolved:
        for place in one.places:
            key = (one.statement.document, place.words)
            known = found.get(key) or Spot(*key, place.id, place.readings, one.id, 0)
            found[key] = replace(known, statements=known.statements + 1)
    ordered = sorted(
        found.values(),
        key=lambda spot: (bool(spot.place) and not spot.readings, -spot.statements, spot.words, spot.document),
    )
    return tuple(ordered[:SPOTS])

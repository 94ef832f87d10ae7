"""Decisions of people: each is checked, written durably as an entry, and never overwrites another person's."""

import dataclasses
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from longarm.core import clock
from longarm.desk import case
from longarm.desk.deciding.decidable import check
from longarm.desk.sealing import scrubbing
from longarm.errors import CaseError, CaseLocked, DecisionRefused
from longarm.ledger.attach import context
from longarm.ledger.decisions import clashing, stand
from longarm.ledger.settle import settle
from longarm.model.case import State
from longarm.model.decisions import Anchor, Decision, decision_entry, decision_of, statements_of, touches
from longarm.model.documents import TextLayer
from longarm.model.entries import Entry
from longarm.model.matters import Addition, Correction, Undo, What, Withholding
from longarm.model.settled import Settled
from longarm.model.statements import Statement
from longarm.storage import derived, lookup
from longarm.storage.ledger import Ledger
from longarm.storage.lock import locked
from longarm.storage.paths import CasePaths


def new_id() -> str:
    """An id for a decision; a form that holds one is one decision however often it is sent."""
    return f"dec-{secrets.token_hex(8)}"


def decide(
    root: Path,
    what: What,
    *,
    by: str,
    why: str = "",
    base: int | None = None,
    id: str = "",
    now: Callable[[], str] = lambda: clock.now().isoformat(),
) -> Decision:
    """Writes a decision; it is on the disk when this returns, and in force unless it has `against`.

    Args:
        root: the case.
        what: the decision.
        by: the person who decides.
        why: a sentence; needed to name, withhold, release a name or undo.
        base: number of the last entry that the person had seen (`seen`); None is all of them. Where somebody else
            decided otherwise on the same thing after it, the decision is written as a dispute and changes nothing yet.
        id: of `new_id`, where the same request may come twice.
        now: the time, as ISO 8601.

    Raises:
        DecisionRefused: it is about something that is not there, or a value in it cannot be.
        CaseError: there is no case, or it is damaged.
    """
    return decide_all(root, [what], by=by, why=why, base=base, id=id, now=now)[0]


def decide_all(
    root: Path,
    whats: Iterable[What],
    *,
    by: str,
    why: str = "",
    base: int | None = None,
    id: str = "",
    now: Callable[[], str] = lambda: clock.now().isoformat(),
) -> tuple[Decision, ...]:
    """As `decide`, for decisions that are written together or not at all; `id` is that of the first."""
    if not by.strip():
        raise DecisionRefused("a decision has a person who made it: give a name")
    paths = case.at(root)
    with Ledger(paths, writable=True) as ledger:
        known = _written(ledger, id)
        if known:
            return known
        made = [(what, new_id()) for what in whats]
        if id and made:
            made[0] = (made[0][0], id)
        seen_up_to = ledger.last_sequence() if base is None else base
        sealed_before = ledger.sealings()
        drafts = [_draft(ledger, what, name, by.strip(), why.strip(), now()) for what, name in made]

        def entries() -> Iterable[Entry]:
            if id and any(ledger.entries_on("decision", id)):
                return ()
            if ledger.sealings() != sealed_before:
                raise DecisionRefused("a person was sealed meanwhile: look at it again, then decide")
            return [decision_entry(_based(ledger, draft, seen_up_to)) for draft in drafts]

        written = ledger.append_from(entries) or tuple(ledger.entries_on("decision", id))
        log(paths, ledger)
    return tuple(decision_of(entry) for entry in written)


def undo(root: Path, decision: str, *, by: str, why: str = "", base: int | None = None) -> Decision:
    """Takes a decision back, by another one.

    Raises:
        DecisionRefused: there is no such decision.
    """
    return decide(root, Undo(decision), by=by, why=why, base=base)


def seen(root: Path) -> int:
    """The number of the last entry: what a page was made from, to be sent back as `base`."""
    with Ledger(case.at(root)) as ledger:
        return ledger.last_sequence()


def history(root: Path, *subjects: str) -> tuple[Decision, ...]:
    """The decisions on things by their ids (or names of sources), in order, with what undid them."""
    with Ledger(case.at(root)) as ledger:
        return derived.decisions_on(ledger, subjects)


def of_documents(root: Path, *documents: str) -> tuple[State, State, Settled]:
    """Some documents as the machine reads them, as they stand with all decisions on them, and these decisions."""
    with Ledger(case.at(root)) as ledger:
        part = derived.load_part(ledger, documents)
    return (part, *settle(part))


def of_case(root: Path) -> Settled:
    """All decisions of a case as they stand: reviews, disputes, what waits."""
    with Ledger(case.at(root)) as ledger:
        return settle(derived.load_state(ledger))[1]


def _written(ledger: Ledger, id: str) -> tuple[Decision, ...]:
    return tuple(decision_of(entry) for entry in ledger.entries_on("decision", id)) if id else ()


def _based(ledger: Ledger, draft: Decision, base: int) -> Decision:
    subjects = [subject for subject, _ in touches(draft.what)]
    standing, _ = stand(derived.decisions_on(ledger, subjects))
    based = dataclasses.replace(draft, base=base)
    return dataclasses.replace(based, against=clashing(standing, based))


def _draft(ledger: Ledger, what: What, id: str, by: str, why: str, at: str) -> Decision:
    """A decision with the readings it is made on.

    Raises:
        DecisionRefused: it cannot be taken.
    """
    if isinstance(what, Addition) and not what.statement.id:
        what = dataclasses.replace(what, statement=dataclasses.replace(what.statement, id=f"s-{secrets.token_hex(8)}"))
    anchors = _anchors(ledger, what, by)
    check(ledger, what, why)
    return Decision(id, what, by, at, why, anchors)


def _anchors(ledger: Ledger, what: What, by: str) -> tuple[Anchor, ...]:
    if isinstance(what, Undo):
        return _undone(ledger, what)
    wanted = statements_of(what)
    if isinstance(what, Withholding):  # a claim is withheld with its statements, whatever id it has later
        wanted = tuple(one.id for one in lookup.statements(ledger, "claim", what.subject))
    found = {one: _place_of(ledger, one) for one in wanted}
    documents = set(found.values())
    if isinstance(what, Addition):
        documents.add(what.statement.document)
    if not documents:
        return ()
    part = derived.load_part(ledger, documents)
    stands, settled = settle(part)
    layers = {layer.document: layer for layer in stands.layers}
    raw = {one.id: one for reading in (*part.readings, *stands.readings) for one in reading.statements}
    raw |= settled.read
    anchors = [_anchor(raw, layers, one, found[one]) for one in wanted]
    if isinstance(what, Addition):
        own = dataclasses.replace(what.statement, by=by)
        anchors.insert(0, _anchor({own.id: own}, layers, own.id, own.document))
    return tuple(anchors)


def _undone(ledger: Ledger, what: Undo) -> tuple[Anchor, ...]:
    """The undoing of a correction names the statement, which is to be looked at again."""
    told = next(ledger.entries_on("decision", what.decision), None)
    if told is None:
        raise DecisionRefused(f"there is no decision {what.decision} to undo: take one from the list of decisions")
    decision = decision_of(told)
    return decision.anchors if isinstance(decision.what, Correction) else ()


def _place_of(ledger: Ledger, statement: str) -> str:
    """Id of the document that a statement stands in."""
    found = lookup.document_of(ledger, statement)
    if found:
        return found
    for entry in ledger.entries_touching([statement]):
        decision = decision_of(entry)
        for anchor in decision.anchors:
            if anchor.statement.id == statement:
                return anchor.statement.document
    raise DecisionRefused(
        f"there is no statement {statement} in the case: look it up again, it may be read otherwise now"
    )


def _anchor(raw: dict[str, Statement], layers: dict[str, TextLayer], id: str, document: str) -> Anchor:
    statement, layer = raw.get(id), layers.get(document)
    if statement is None or layer is None:
        raise DecisionRefused(f"the statement {id} is not read any more: choose one of the statements of the document")
    span = statement.span
    if layer.text[span.start : span.end] != span.words or span.text != layer.id:
        raise DecisionRefused(f"the words of statement {id} do not stand in the text there: select the words again")
    page = next((block.page for block in layer.blocks if block.start <= span.start < block.end), None)
    return Anchor(statement, *context(layer.text, span), page)


def log(paths: CasePaths, ledger: Ledger) -> None:
    """Brings the custody log up to the ledger, and ends a sealing that was broken off.

    Where a build is writing, it does so itself when it ends. What was decided is on the disk either way.
    """
    try:
        with locked(paths):
            with suppress(CaseError):  # somebody reads old pages: the next one who writes ends it
                scrubbing.finish(paths, ledger, patience=0)
            case.log_custody(paths, ledger)
    except CaseLocked:
        return

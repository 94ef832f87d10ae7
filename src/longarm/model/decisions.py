"""Decisions: each is an entry, never an edit; undoing it is another one.

Every kind of decision is a type of its own (`matters`), in a `Decision` that says who made it, when, why, and on what.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias, get_args

from longarm.errors import CodecError
from longarm.model.codec import from_data, pack, to_data, unpack
from longarm.model.entries import Entry
from longarm.model.matters import (
    Addition,
    Anonymity,
    Attach,
    Correction,
    Description,
    Inspection,
    Merge,
    Naming,
    Ownership,
    Placing,
    Release,
    Reply,
    Review,
    Revisit,
    Sealing,
    Split,
    Transcript,
    Tying,
    Undo,
    Unsealing,
    Variants,
    What,
    Withholding,
)
from longarm.model.statements import Statement

SUBJECT = "decision"  # of the entries
Touch: TypeAlias = tuple[str, str]  # id or name of what is decided on, and which side of it
KINDS: dict[str, type[What]] = {kind.__name__: kind for kind in get_args(What)}
ACTIONS = {"Addition": "added", "Transcript": "added", "Correction": "corrected", "Sealing": "sealed"} | dict.fromkeys(
    ("Release", "Naming"), "released"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The whole reading that a decision was made on, and what stood around it.

    Attributes:
        statement: as the machine read it, or as a person added it; its span tells text, offsets and words.
        before, after: up to 32 characters of the text on either side.
        page: of the original, None where it has none.
    """

    statement: Statement
    before: str = ""
    after: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        id: random; the same request written twice has one id, and is one decision.
        by: the person.
        at: when it was written, ISO 8601; nothing but the delay of a naming depends on it.
        why: a sentence, or empty.
        anchors: one a statement it speaks of, in the order of `statements_of`.
        base: number of the last entry that the person had seen.
        against: ids of other people's decisions on the same thing that were not seen: then neither is overwritten.
        sequence: of its entry, 0 before it is written.
    """

    id: str
    what: What
    by: str
    at: str
    why: str = ""
    anchors: tuple[Anchor, ...] = ()
    base: int = 0
    against: tuple[str, ...] = ()
    sequence: int = 0

    @property
    def kind(self) -> str:
        """The name of its type: `Review`, `Merge` ..."""
        return type(self.what).__name__


def touches(what: What) -> tuple[Touch, ...]:
    """What a decision decides on: the last one on a thing holds."""
    match what:
        case Review():
            return ((what.statement, "review"),)
        case Addition():
            return ((what.statement.id, "statement"),)
        case Correction():
            return tuple((what.statement, field) for field in what.fields)
        case Merge():
            return tuple(_pair(what.of, what.statements[0], other) for other in what.statements[1:])
        case Split():
            return tuple(_pair(what.of, one, other) for one in what.statements for other in what.rest)
        case Tying():
            return ((what.statement, "tie"),)
        case Description():
            return tuple((what.document, field) for field, _ in what.values)
        case Transcript():
            return ((what.document, f"transcript {what.page or 0} {what.text[:40]}"),)
        case Variants():
            return tuple((what.names[0], f"variant {name}") for name in what.names[1:])
        case Ownership():
            return ((what.owner, f"owns {what.owned}"),)
        case Anonymity():
            return ((what.name, "anonymous"),)
        case Placing():
            return ((what.document, f"place {what.words}"),)
        case Reply():
            return ((what.about, f"reply of {what.party}"),)
        case Withholding():
            return ((what.subject, "withheld"),)
        case Revisit():
            return ((what.subject, "revisit"),)
        case Release():
            return ((what.claim, "release"),)
        case Naming():
            return ((what.name, "naming"),)
        case Sealing():
            return ((what.record, "sealed"),)
        case Unsealing():
            return ((what.record, "unsealed"),)
        case Inspection():
            return (("sealed", "inspected"),)
        case Undo():
            return ((what.decision, "undo"),)
        case Attach():
            return ((what.decision, f"attach {what.statement}"),)


def _pair(of: str, one: str, other: str) -> Touch:
    first, second = sorted((one, other))
    return first, f"{of} {second}"


def statements_of(what: What) -> tuple[str, ...]:
    """Ids of the statements that a decision needs to find again after a new reading."""
    match what:
        case Review(statement=one) | Correction(statement=one) | Tying(statement=one) | Reply(about=one):
            return (one,)
        case Addition(about=about):
            return about
        case Merge(statements=some):
            return some
        case Split(statements=some, rest=rest):
            return some + rest
    return ()


def decision_entry(decision: Decision) -> Entry:
    """The entry that holds a decision."""
    body = {
        "what": pack(decision.what),
        "anchors": [to_data(anchor) for anchor in decision.anchors],
        "base": decision.base,
        "against": list(decision.against),
    }
    action = ACTIONS.get(decision.kind, "judged")
    return Entry(action, SUBJECT, decision.id, body, decision.by, decision.at, decision.why, decision.sequence)


def decision_of(entry: Entry) -> Decision:
    """The decision that an entry holds.

    Raises:
        CodecError: it is of a kind that this longarm does not know, or not whole.
    """
    body: dict[str, Any] = entry.body
    kind = KINDS.get(body.get("what", {}).get("type", ""))
    if kind is None:
        raise CodecError(
            f"entry {entry.sequence} holds a decision that this longarm does not know: install a newer one"
        )
    return Decision(
        id=entry.key,
        what=unpack(kind, body["what"]),
        by=entry.by,
        at=entry.at,
        why=entry.why,
        anchors=tuple(from_data(Anchor, anchor) for anchor in body.get("anchors", ())),
        base=int(body.get("base", 0)),
        against=tuple(body.get("against", ())),
        sequence=entry.sequence,
    )

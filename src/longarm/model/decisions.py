"""What people decide of a case: each decision is an entry, never an edit; undoing it is another one.

Every kind of decision is a type of its own (`What`), in a `Decision` that says who made it, when, why, and on what.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias, get_args

from longarm.errors import CodecError
from longarm.model.codec import from_data, pack, to_data, unpack
from longarm.model.entries import Entry
from longarm.model.statements import Statement

SUBJECT = "decision"  # of the entries
VERDICTS = ("accepted", "rejected", "irrelevant")
SAME, NOT_SAME = "same", "not-same"
TOGETHER = ("claim", "happening")
CORRECTABLE = (
    "span",
    "kind",
    "method",
    "voices",
    "polarity",
    "hedges",
    "roles",
    "measure",
    "quantity",
    "basis",
    "counted_set",
    "part_of",
    "places",
    "period",
    "as_of",
    "said_at",
    "stage",
)
DESCRIBED = ("title", "publisher", "url", "published", "language", "work")
REPLY_STATES = ("requested", "received", "none")
Touch: TypeAlias = tuple[str, str]  # id or name of what is decided on, and which side of it


@dataclass(frozen=True, slots=True)
class Review:
    """A person looked at a statement: one of VERDICTS."""

    statement: str
    verdict: str

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.statement, "review"),)


@dataclass(frozen=True, slots=True)
class Addition:
    """A statement that a person found, over words of a text layer; `about` are statements it is a step or reply for.

    Attributes:
        statement: whole, with its spans in the text that is stored now; `by` names the person.
        about: for a step of proceedings (kind `legal`, with a stage): ids of statements of the claims it concerns.
    """

    statement: Statement
    about: tuple[str, ...] = ()

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.statement.id, "statement"),)


@dataclass(frozen=True, slots=True)
class Correction:
    """Fields (of CORRECTABLE) of a statement are as in `to`; the others stay as they are read."""

    statement: str
    fields: tuple[str, ...]
    to: Statement

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return tuple((self.statement, field) for field in self.fields)


@dataclass(frozen=True, slots=True)
class Merge:
    """Statements answer one question (`of` claim) or tell of one act or step (`of` happening); one of each will do."""

    of: str
    statements: tuple[str, ...]

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return tuple(_pair(self.of, self.statements[0], other) for other in self.statements[1:])


@dataclass(frozen=True, slots=True)
class Split:
    """Statements leave those of `rest`, together; one of the rest is enough."""

    of: str
    statements: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return tuple(_pair(self.of, one, other) for one in self.statements for other in self.rest)


def _pair(of: str, one: str, other: str) -> Touch:
    first, second = sorted((one, other))
    return first, f"{of} {second}"


@dataclass(frozen=True, slots=True)
class Tying:
    """The presumed tie of a statement to its origin: `confirmed` or `undone`; `source` and `work` are its ids."""

    statement: str
    source: str
    work: str
    verdict: str

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.statement, "tie"),)


@dataclass(frozen=True, slots=True)
class Description:
    """What a document is: (field of DESCRIBED, value); `published` is EDTF, `work` the id of a document it is a copy
    of; an empty value says that it is unknown."""

    document: str
    values: tuple[tuple[str, str], ...]

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return tuple((self.document, field) for field, _ in self.values)


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a person reads on a page of a document that no reader reads; it becomes part of its text."""

    document: str
    text: str
    page: int | None = None

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.document, f"transcript {self.page or 0} {self.text[:40]}"),)


@dataclass(frozen=True, slots=True)
class Variants:
    """Names that stand for one source (`same`), or do not (`not-same`): names as the texts write them."""

    names: tuple[str, ...]
    verdict: str = SAME

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return tuple((self.names[0], f"variant {name}") for name in self.names[1:])


@dataclass(frozen=True, slots=True)
class Ownership:
    """One party owns another, so they are not independent; `holds` False says that they are not joined after all."""

    owner: str
    owned: str
    holds: bool = True

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.owner, f"owns {self.owned}"),)


@dataclass(frozen=True, slots=True)
class Anonymity:
    """A name stands for nobody in particular ("a person close to the matter"), and is no known origin."""

    name: str
    holds: bool = True

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.name, "anonymous"),)


@dataclass(frozen=True, slots=True)
class Placing:
    """The words name this place of the gazetteer (id; empty: no place) wherever they stand in the document."""

    document: str
    words: str
    place: str

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.document, f"place {self.words}"),)


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether a party was asked for a reply to a claim (one of REPLY_STATES), by an EDTF date.

    Attributes:
        about: id of a statement of the claim.
        reply: id of the statement that replies, where it was received.
    """

    about: str
    party: str
    status: str
    on: str
    reply: str = ""

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.about, f"reply of {self.party}"),)


@dataclass(frozen=True, slots=True)
class Withholding:
    """A statement, claim or document does not leave the case; `holds` False lets it go again.

    A claim is withheld with the statements that it has then; they are the anchors.
    """

    subject: str
    holds: bool = True

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.subject, "withheld"),)


@dataclass(frozen=True, slots=True)
class Revisit:
    """A statement or claim is to be looked at again on an EDTF day; an empty one takes the date away."""

    subject: str
    on: str

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.subject, "revisit"),)


@dataclass(frozen=True, slots=True)
class Release:
    """A claim may leave (`holds`), or is withdrawn; `statements` are those it had when it was decided."""

    claim: str
    statements: tuple[str, ...]
    holds: bool = True

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.claim, "release"),)


@dataclass(frozen=True, slots=True)
class Naming:
    """A person may be named in what leaves, for a public role or an official document; two different people say so."""

    name: str
    basis: str
    holds: bool = True

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.name, "naming"),)


@dataclass(frozen=True, slots=True)
class Sealing:
    """A person was sealed: `record` is the random id of the age file, `label` what stands in place of the name.

    Attributes:
        documents: ids of the documents that were encrypted with it.
        files: random ids of the age files that hold their bytes and entries, and the custody log as it was.
        before: salted hash of the last line of that log; the salt is in its age file.
        known: what recognises the bytes of these documents when they are given again (`desk.recognise`).
    """

    record: str
    label: str
    documents: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    before: str = ""
    known: tuple[str, ...] = ()

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.record, "sealed"),)


@dataclass(frozen=True, slots=True)
class Unsealing:
    """Somebody opened a sealed record with an identity; why is in the decision."""

    record: str

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.record, "unsealed"),)


@dataclass(frozen=True, slots=True)
class Inspection:
    """A keyholder's identity was used to look for sealed names in everything up to the `base` of the decision.

    Attributes:
        documents: how many documents had come since the last time.
    """

    documents: int = 0

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return (("sealed", "inspected"),)


@dataclass(frozen=True, slots=True)
class Undo:
    """An earlier decision does not hold any more."""

    decision: str

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.decision, "undo"),)


@dataclass(frozen=True, slots=True)
class Attach:
    """Where a waiting decision belongs in the text as it is read now: offsets of `text`."""

    decision: str
    statement: str
    text: str
    start: int
    end: int

    @property
    def touches(self) -> tuple[Touch, ...]:
        """What it decides on."""
        return ((self.decision, f"attach {self.statement}"),)


What: TypeAlias = (
    Review
    | Addition
    | Correction
    | Merge
    | Split
    | Tying
    | Description
    | Transcript
    | Variants
    | Ownership
    | Anonymity
    | Placing
    | Reply
    | Withholding
    | Revisit
    | Release
    | Naming
    | Sealing
    | Unsealing
    | Inspection
    | Undo
    | Attach
)
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

"""What people decide: a type for every kind of decision."""

from dataclasses import dataclass
from typing import TypeAlias

from longarm.model.statements import Statement

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


@dataclass(frozen=True, slots=True)
class Review:
    """A person looked at a statement: one of VERDICTS."""

    statement: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A statement that a person found, over words of a text layer; `about` are statements it is a step or reply for.

    Attributes:
        statement: whole, with its spans in the text that is stored now; `by` names the person.
        about: for a step of proceedings (kind `legal`, with a stage): ids of statements of the claims it concerns.
    """

    statement: Statement
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """Fields (of CORRECTABLE) of a statement are as in `to`; the others stay as they are read."""

    statement: str
    fields: tuple[str, ...]
    to: Statement


@dataclass(frozen=True, slots=True)
class Merge:
    """Statements answer one question (`of` claim) or tell of one act or step (`of` happening); one of each will do."""

    of: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Statements leave those of `rest`, together; one of the rest is enough."""

    of: str
    statements: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tying:
    """The presumed tie of a statement to its origin: `confirmed` or `undone`; `source` and `work` are its ids."""

    statement: str
    source: str
    work: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Description:
    """What a document is: (field of DESCRIBED, value); `published` is EDTF, `work` the id of a document it is a copy
    of; an empty value says that it is unknown."""

    document: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a person reads on a page of a document that no reader reads; it becomes part of its text."""

    document: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Variants:
    """Names that stand for one source (`same`), or do not (`not-same`): names as the texts write them."""

    names: tuple[str, ...]
    verdict: str = SAME


@dataclass(frozen=True, slots=True)
class Ownership:
    """One party owns another, so they are not independent; `holds` False says that they are not joined after all."""

    owner: str
    owned: str
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Anonymity:
    """A name stands for nobody in particular ("a person close to the matter"), and is no known origin."""

    name: str
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Placing:
    """The words name this place of the gazetteer (id; empty: no place) wherever they stand in the document."""

    document: str
    words: str
    place: str


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


@dataclass(frozen=True, slots=True)
class Withholding:
    """A statement, claim or document does not leave the case; `holds` False lets it go again.

    A claim is withheld with the statements that it has then; they are the anchors.
    """

    subject: str
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Revisit:
    """A statement or claim is to be looked at again on an EDTF day; an empty one takes the date away."""

    subject: str
    on: str


@dataclass(frozen=True, slots=True)
class Release:
    """A claim may leave (`holds`), or is withdrawn; `statements` are those it had when it was decided."""

    claim: str
    statements: tuple[str, ...]
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Naming:
    """A person may be named in what leaves, for a public role or an official document; two different people say so."""

    name: str
    basis: str
    holds: bool = True


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


@dataclass(frozen=True, slots=True)
class Unsealing:
    """Somebody opened a sealed record with an identity; why is in the decision."""

    record: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """A keyholder's identity was used to look for sealed names in everything up to the `base` of the decision.

    Attributes:
        documents: how many documents had come since the last time.
    """

    documents: int = 0


@dataclass(frozen=True, slots=True)
class Undo:
    """An earlier decision does not hold any more."""

    decision: str


@dataclass(frozen=True, slots=True)
class Attach:
    """Where a waiting decision belongs in the text as it is read now: offsets of `text`."""

    decision: str
    statement: str
    text: str
    start: int
    end: int


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

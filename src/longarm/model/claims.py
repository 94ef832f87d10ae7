"""What the statements of a case add up to: sources, resolved statements, claims and their origins."""

from dataclasses import dataclass

from longarm.model.periods import Period
from longarm.model.spans import Span
from longarm.model.statements import Statement

SOURCE_KINDS = ("organisation", "government", "outlet", "person", "collective", "unknown")
UNKNOWN = "unknown"  # the source of an origin that no text tells
DRIFT_KINDS = (
    "attribution-lost",
    "hedge-lost",
    "period-lost",
    "figure-changed",
    "unit-changed",
    "place-widened",
    "place-narrowed",
    "agent-changed",
    "meaning-widened",
    "quote-altered",
    "quote-to-paraphrase",
    "misattributed",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A party that speaks in the case: one organisation, office, outlet or group under all its names.

    Attributes:
        kind: one of SOURCE_KINDS; a `collective` is anonymous or unnamed ("critics").
        aliases: every form in the texts, sorted.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """A place of a statement on the gazetteer: its id and how it takes part (one of `PLACE_ROLES`)."""

    id: str
    name: str
    country: str
    words: str
    role: str
    readings: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement with what its words stand for; the statement itself is untouched but for voice and work ids."""

    statement: Statement
    places: tuple[ResolvedPlace, ...] = ()
    period: Period | None = None
    as_of: Period | None = None
    said_at: Period | None = None
    reasons: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the statement."""
        return self.statement.id


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent origins stand behind a claim: at least low, at most high."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Origin:
    """A party whose own knowledge a claim rests on.

    Attributes:
        source: source id, or `unknown`.
        work: id of the work that carries it, empty where none is known.
        tie: seen, attributed, presumed, contradicted: the strongest of `ties`.
        statements: ids of the statements tied to it, in order.
        why: one sentence a tie, in the order of `statements`.
        ties: how each statement is tied, in that order.
        proof: the spans that show each tie, in that order; they may stand in several documents.
        standing: retracted or corrected where a text of the case says so of its work; where it is said of texts that
            tell of it, "told in a retracted text" or the like; else empty.
        note: what holds for all its statements: with whom it counts once, whose number is another; or empty.
    """

    source: str
    work: str
    tie: str
    statements: tuple[str, ...]
    why: tuple[str, ...]
    ties: tuple[str, ...] = ()
    proof: tuple[tuple[Span, ...], ...] = ()
    standing: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two statements answer one question: same, not-same or unsure, with the reason."""

    left: str
    right: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Drift:
    """What differs between two tellings.

    Attributes:
        kind: one of DRIFT_KINDS.
        origin: id of the statement it drifted from, None where no direction is known.
        repetition: id of the statement that differs.
        detail: one sentence with the words of both.
        variant: id of the other telling where `origin` is None, else empty.
        marks: the words that differ, in the texts of both statements; in one telling only where the other has none.
    """

    kind: str
    origin: str | None
    repetition: str
    detail: str
    variant: str = ""
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """One act, arrest, charge or other step that statements of one or several documents tell of.

    Attributes:
        kind: method or response of the codebook, or the kind of the statements.
        statements: ids, in document order.
        judgements: why each but the first belongs, and the stated differences that keep others apart.
        countries: ISO codes of where it was done: for a step of proceedings its jurisdiction, as far as it is told.
    """

    id: str
    kind: str
    statements: tuple[str, ...]
    places: tuple[str, ...] = ()
    period: Period | None = None
    judgements: tuple[Judgement, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A party was asked for a reply: `requested`, `received` or `none` by an EDTF day; `reply` is a statement's id."""

    party: str
    status: str
    on: str
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A question that statements answer.

    Attributes:
        question: a sentence that ends in a question mark.
        statements: ids, in document order.
        support: single, corroborated, retracted.
        contest: unanswered, answered, denied-specifically, denied-in-general.
        replies: ids of the response statements that answer it, the nearest first: those that contest it most.
        proceedings: ids of the statements that tell of the steps which concern it, the latest first.
        asked: who was asked for a reply, and what came of it.
        merged: ids that claims had before people joined them with this one: whoever asks for these is led here.
        unlisted: how many replies in general of other documents there are at least that `replies` leaves out.
        accused: who is said to have done it, as its question names them; empty where it lays a deed to nobody by name.
        passing: one document tells it beside its subject; such claims stand last in every list.
    """

    id: str
    kind: str
    method: str
    measure: str
    question: str
    statements: tuple[str, ...]
    places: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    independence: Independence = Independence(0, 0)
    support: str = "single"
    contest: str = "unanswered"
    replies: tuple[str, ...] = ()
    proceedings: tuple[str, ...] = ()
    happening: str = ""
    drift: tuple[Drift, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    asked: tuple[Asked, ...] = ()
    merged: tuple[str, ...] = ()
    unlisted: int = 0
    accused: str = ""
    passing: bool = False

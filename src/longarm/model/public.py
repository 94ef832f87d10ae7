"""What may leave a case: the same data with everything withheld that must not; made only by `protect.release`."""

from dataclasses import dataclass

from longarm.core.intervals import Interval, Number
from longarm.model.claims import Asked, Drift, Happening, Independence, Origin, ResolvedPlace, Source
from longarm.model.documents import Work
from longarm.model.periods import Period
from longarm.model.places import Place
from longarm.model.reconciliation import Reconciliation
from longarm.model.statements import Roles

_NO_ROLES = Roles()
_NONE_KNOWN = Independence(0, 0)


@dataclass(frozen=True, slots=True)
class PublicSpan:
    """Words of the released text of a document: `text[start:end] == words` always holds."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class PublicPassage:
    """A released passage.

    Attributes:
        id: its anchor in the document's page, stable within the document (`p12`).
        span: in the released text.
        gap: passages of the document are left out before it.
    """

    id: str
    span: PublicSpan
    kind: str
    page: int | None = None
    gap: bool = False


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """A document as far as it may be shown.

    Attributes:
        number: 1-based, the same in every edition (`editions.document_numbers`); what was not machine-read comes last.
        title, publisher, url, path, language: empty where unsaid or withheld.
        why_not: why it was not machine-read, one sentence; empty where it was.
        reader: what read the text.
        sha256: of the original bytes; empty where the document holds something withheld.
        commitment: a keyed hash in its place, see `protect.commitments`.
        text: the released passages, parted by one blank line; offsets of the document count in it.
        left_out: how many passages are not shown.
        is_file_date: nobody says when it was published; the date is the day on which its file was made.
    """

    id: str
    number: int
    title: str = ""
    publisher: str = ""
    url: str = ""
    path: str = ""
    language: str = ""
    media: str = ""
    published: Period | None = None
    work: str = ""
    why_not: str = ""
    reader: str = ""
    sha256: str = ""
    commitment: str = ""
    text: str = ""
    passages: tuple[PublicPassage, ...] = ()
    left_out: int = 0
    is_file_date: bool = False

    @property
    def is_read(self) -> bool:
        """Whether longarm read it."""
        return not self.why_not

    @property
    def name(self) -> str:
        """How it is called: its title, else its neutral number."""
        return self.title or f"document {self.number}"


@dataclass(frozen=True, slots=True)
class PublicVoice:
    """One link of the chain of who asserts a statement.

    Attributes:
        name: of the party.
        source, work: ids, empty where unresolved.
        work_title: as the texts call the work.
        mention, cue: where the released text says so; None for the author, and where the passage is not released.
    """

    name: str
    source: str
    work: str
    work_title: str
    found: str
    attitude: str
    mention: PublicSpan | None = None
    cue: PublicSpan | None = None


@dataclass(frozen=True, slots=True)
class PublicHedge:
    """Words that keep a statement from being a plain assertion."""

    kind: str
    words: str
    voice: int


@dataclass(frozen=True, slots=True)
class PublicQuantity:
    """A quantity, see `model.statements.Quantity`."""

    interval: Interval
    value: Number | tuple[Number, Number] | None
    words: str
    qualifier: str
    unit: str = ""
    relation: str = ""
    whole: str = ""
    rounded: bool = False
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicStatement:
    """One assertion in one document.

    Attributes:
        passage: id of a released passage.
        answers: the claims it replies to.
        read_by: `machine`; `person` where somebody added or corrected it: who, stays in the case.
    """

    id: str
    document: str
    passage: str
    span: PublicSpan
    kind: str
    method: str
    voices: tuple[PublicVoice, ...]
    polarity: str = "affirmed"
    hedges: tuple[PublicHedge, ...] = ()
    roles: Roles = _NO_ROLES
    measure: str = ""
    quantity: PublicQuantity | None = None
    basis: str = "total"
    counted_set: str = "all"
    stage: str = ""
    part_of: tuple[str, ...] = ()
    places: tuple[ResolvedPlace, ...] = ()
    period: Period | None = None
    as_of: Period | None = None
    said_at: Period | None = None
    claim: str = ""
    answers: tuple[str, ...] = ()
    read_by: str = "machine"


@dataclass(frozen=True, slots=True)
class PublicClaim:
    """A question that released statements answer, see `model.claims.Claim`.

    Attributes:
        unlisted: replies in general that `replies` leaves out, those too of which nothing is released.
    """

    id: str
    kind: str
    method: str
    measure: str
    question: str
    statements: tuple[str, ...]
    places: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    independence: Independence = _NONE_KNOWN
    support: str = "single"
    contest: str = "unanswered"
    replies: tuple[str, ...] = ()
    proceedings: tuple[str, ...] = ()
    happening: str = ""
    drift: tuple[Drift, ...] = ()
    asked: tuple[Asked, ...] = ()
    unlisted: int = 0
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """How much was withheld, and whom the release names.

    Attributes:
        people: persons named in the documents whose names are masked.
        apart: documents of the case of which nothing is released and nothing else is told; 0 for a working copy.
        sealed: persons whose names left the case itself, of whom the released texts have a label.
        details: addresses, telephone numbers, e-mail addresses, links masked in the texts, by label.
        documents: documents of which only a number is shown.
        hashes: documents whose hash leaves only as a commitment.
        offices: persons named because a text gives them a public office.
        listed: persons named because the case lists them as public, each with the recorded reason.
    """

    people: int = 0
    details: tuple[tuple[str, int], ...] = ()
    documents: int = 0
    hashes: int = 0
    offices: int = 0
    listed: tuple[tuple[str, str], ...] = ()
    sealed: int = 0
    apart: int = 0


@dataclass(frozen=True, slots=True)
class PublicCase:
    """A case as it may leave.

    Attributes:
        reconciliation: whether its figures can all be true; None where that was not asked.
        conventions: (name, value) of the conventions for intervals that the case sets otherwise.
        ownership: (owner, owned) names of parties that the case holds not to be independent.
    """

    title: str
    scope: str = ""
    languages: tuple[str, ...] = ()
    texts: str = "passages"
    documents: tuple[PublicDocument, ...] = ()
    works: tuple[Work, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[PublicStatement, ...] = ()
    claims: tuple[PublicClaim, ...] = ()
    places: tuple[Place, ...] = ()
    happenings: tuple[Happening, ...] = ()
    withheld: Withheld = Withheld()
    reconciliation: Reconciliation | None = None
    conventions: tuple[tuple[str, Number], ...] = ()
    ownership: tuple[tuple[str, str], ...] = ()

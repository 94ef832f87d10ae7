"""Documents, the works they are copies of, their text layers and passages."""

from dataclasses import dataclass, field

from longarm.model.periods import Period
from longarm.model.spans import Span

FILE_DATES = ("pdf", "docx")  # origins of a date that is the day on which the file was made


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of metadata with where it came from (`manifest`, `html`, `pdf`, `first line`, `date line` ...)."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file given to the case.

    Attributes:
        id: keyed id, made from the hash of the bytes.
        sha256: of the original bytes.
        media: media type found from the bytes and the name (`text/html`).
        path: the path it was given under, relative to the folder given, with `/`.
        size: bytes.
        title, publisher, url, language: None where nothing says them.
        published: None where nothing says it.
        published_origin: where the date came from.
        work: id of the Work it is a copy of, empty until weighed.
        sealed: id of the age file that holds its bytes, else empty. Of a sealed document the text has labels for
            names, and `sha256` is a salted hash that whoever opens that file can check.
    """

    id: str
    sha256: str
    media: str
    path: str
    size: int
    title: Stated | None = None
    publisher: Stated | None = None
    url: Stated | None = None
    language: Stated | None = None
    published: Period | None = None
    published_origin: str = ""
    work: str = ""
    sealed: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What documents are copies, editions or translations of; known also when only others cite it.

    Attributes:
        party: source id of who answers for it, empty where unknown.
        kind: article, report, filing, statement, or other word of the text.
        documents: ids of the documents of the case that carry it, in order; empty: not in the case.
        cited_by: ids of the documents that cite it, in order.
    """

    id: str
    title: str
    party: str
    kind: str
    documents: tuple[str, ...] = ()
    cited_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text layer that was one block of the original.

    Attributes:
        start, end: offsets in the text layer.
        kind: heading, paragraph, quotation, list-item, caption, table, or other.
        page: 1-based page of the original, None where it has no pages.
        index: 0-based number of the block in the original.
    """

    start: int
    end: int
    kind: str = "paragraph"
    page: int | None = None
    index: int = 0


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The text that one version of a reader read from a document.

    Attributes:
        id: keyed id of (document, reader).
        document: document id.
        reader: name and version of the reader (`html 1`).
        text: blocks parted by one blank line ("\\n\\n"); lines inside a block by "\\n".
        blocks: in order, not overlapping, each non-empty.
        notes: what the reader noticed, as `code: sentence` (`mojibake: ...`, `extraction-incomplete: ...`).
    """

    id: str
    document: str
    reader: str
    text: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text layer that is read as one.

    Attributes:
        kind: headline, paragraph, quotation, list-item, caption, update-note, table.
        section: number of the section it stands in; an update note and what follows it is a section of its own.
    """

    span: Span
    kind: str
    language: str = "en"
    page: int | None = None
    section: int = 0


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """Why a document has no machine reading; kept in the ledger, shown in every report.

    Attributes:
        code: one word of a fixed list (empty, encrypted, damaged, too-large, unsupported, no-text, ...).
        reason: one sentence with the item and the remedy.
    """

    path: str
    code: str
    reason: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """One file that bytes were given as: the same bytes may come under several paths, one path may change its bytes.

    Attributes:
        path: relative to the folder given.
        location: keyed id of the absolute path.
        document: id of the document that the bytes are.
        is_current: False when the same file was given again later with other bytes.
    """

    path: str
    location: str
    document: str
    is_current: bool = True


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a document says of itself, or what a manifest says of it; None is unsaid."""

    title: Stated | None = None
    publisher: Stated | None = None
    url: Stated | None = None
    language: Stated | None = None
    published: Stated | None = None  # EDTF


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format reader gives: the text, its blocks and what the file says of itself."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()

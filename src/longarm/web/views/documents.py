"""Documents: the list, one document with its statements marked, its original."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from starlette.responses import Response

from longarm.documents import pictures
from longarm.errors import CaseDamaged, DocumentError
from longarm.ledger.describe import READER as TYPED
from longarm.model.claims import Resolved
from longarm.model.documents import Document
from longarm.model.spans import Span
from longarm.model.statements import Statement, Voice
from longarm.publication.site.marks import Piece, cut
from longarm.storage import browse, lookup, originals
from longarm.storage.ledger import Ledger
from longarm.web import pages
from longarm.web.answers import Refused
from longarm.web.cards import Card, cards
from longarm.web.declared import Field
from longarm.web.papers import Paper, paper
from longarm.web.views import paging
from longarm.web.views.options import options
from longarm.web.visit import Visit

LONGEST = 400  # passages of a document on one page
MOST = 5000  # statements of a document that are marked
PDF, SHEETS = "application/pdf", 60  # pages of a scan that are shown
NOT = "not"  # asks for everything that was not machine-read
READ, ABOUT = Field("read", 40), Field("about", 60)
BLANK = Statement("", "", Span("", 0, 0, ""), "act", "", (Voice("", "", None, None, "author"),))
"""What the form of a new statement begins with."""
Row = tuple[int, str, int | None, int, str]
"""A passage: its number, kind, page, where it starts, its words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage with its statements marked; `start` counts characters of the text layer."""

    position: int
    kind: str
    page: int | None
    start: int
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


def listed(visit: Visit) -> Response:
    """Documents by path; those that were not machine-read where asked."""
    read = visit.one("read")
    with visit.desk.read() as ledger:
        failed = browse.failures(ledger)
        unread = {row[0]: (row[2], row[3]) for row in failed if row[0]}
        if read == NOT:
            found = list(browse.some(ledger, "documents", list(unread)[:LONGEST]).values())
        else:
            found = browse.page(ledger, "documents", paging.SIZE + 1, paging.offset(visit), read=read)
    kept = len(found) if read == NOT else paging.SIZE
    shown = paging.Paging(paging.number(visit), len(found) > kept, urlencode({"read": read} if read else {}))
    return pages.page(
        visit,
        "documents.html",
        title="Documents",
        documents=found[:kept],
        unread=unread,
        lost=[row for row in failed if not row[0]] if read == NOT else [],
        paging=shown,
        read=read,
    )


def document(visit: Visit) -> Response:
    """One document as it stands: its text with statements marked, or what can be done where it has no text."""
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        found = paper(visit.desk, visit.path["id"])
        code, reason, paths = lookup.outcome(ledger, found.document.id)
        rows = _rows(found)
        first = paging.offset(visit, LONGEST)
        told = cards(ledger, _weighed(ledger, found))
        shown = [_shown(row, told) for row in rows[first : first + LONGEST]]
        history = seen["decided"].history(found.document.id)
    return pages.page(
        visit,
        "document.html",
        title=name(found.document),
        document=found.document,
        paper=found,
        code=code,
        reason=reason,
        paths=paths,
        passages=shown,
        count=len(told),
        paging=paging.Paging(paging.number(visit), len(rows) > first + LONGEST, _about(visit)),
        about=visit.one("about"),
        is_typed=_is_typed(found),
        remarks=[note.partition(": ")[2] for note in found.layer.notes] if found.layer else [],
        sheets=_sheets(visit, found),
        blank=BLANK,
        history=history,
        **{**options(), **seen},
    )


def original(visit: Visit) -> Response:
    """The bytes as they were given, to be saved and not shown.

    Raises:
        Refused: there is no such document, or its bytes are not in the case.
    """
    with visit.desk.read() as ledger:
        found = document_of(ledger, visit.path["id"])
    if found.sealed:
        raise Refused(409, "This document holds the name of a sealed person: its bytes lie in an encrypted file.")
    data = originals.load(visit.desk.paths, found.sha256)
    filename = quote(found.path.rpartition("/")[2] or "original", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{filename}"}
    return Response(data, media_type="application/octet-stream", headers=headers)


def sheet(visit: Visit) -> Response:
    """A page of a PDF as a picture, for documents that have no text.

    Raises:
        Refused: it is no PDF, or has no such page.
    """
    with visit.desk.read() as ledger:
        found = document_of(ledger, visit.path["id"])
    number = int(visit.path["number"]) if visit.path["number"].isdigit() and len(visit.path["number"]) < 6 else 0
    if found.media != PDF or found.sealed or number < 1:
        raise Refused(404, "There is no picture of that.")
    try:
        png = pictures.picture(originals.load(visit.desk.paths, found.sha256), number)
    except DocumentError as error:
        raise Refused(404, f"This page {error}") from error
    return Response(png, media_type="image/png")


def _is_typed(found: Paper) -> bool:
    """Whether no reader read its text: then people type it."""
    return not found.layer or found.layer.reader == TYPED


def _sheets(visit: Visit, found: Paper) -> int:
    """How many pages of a scan are shown as pictures."""
    if not _is_typed(found) or found.document.media != PDF or found.document.sealed:
        return 0
    try:
        return min(pictures.pages(originals.load(visit.desk.paths, found.document.sha256)), SHEETS)
    except (DocumentError, CaseDamaged):
        return 0


def name(found: Document) -> str:
    """What a document is called."""
    return found.title.value if found.title else found.path


def document_of(ledger: Ledger, id_: str) -> Document:
    """The document of that id.

    Raises:
        Refused: there is none.
    """
    found: Document | None = browse.one(ledger, "documents", id_)
    if not found:
        raise Refused(404, "There is no such document in this case.")
    return found


def _about(visit: Visit) -> str:
    return urlencode({"about": visit.one("about")}) if visit.one("about") else ""


def _weighed(ledger: Ledger, found: Paper) -> list[Resolved]:
    """The statements in force, with what the last weighing made of them."""
    weighed: list[Resolved] = browse.page(ledger, "statements", MOST, 0, document=found.document.id)
    known = {one.id: one for one in weighed}
    return [
        replace(known[one.id], statement=_same(one, known[one.id])) if one.id in known else Resolved(one)
        for one in found.statements[:MOST]
    ]


def _same(stands: Statement, weighed: Resolved) -> Statement:
    """What is in force; voices with their sources where they are as they were weighed."""
    return (
        weighed.statement
        if replace(stands, voices=()) == replace(weighed.statement, voices=()) and not stands.by
        else stands
    )


def _rows(found: Paper) -> list[Row]:
    """The passages of a document, or the blocks of a text that no machine reads."""
    if found.reading and found.reading.passages:
        return [
            (number, one.kind, one.page, one.span.start, one.span.words)
            for number, one in enumerate(found.reading.passages)
        ]
    if not found.layer:
        return []
    text = found.layer.text
    return [
        (number, block.kind, block.page, block.start, text[block.start : block.end])
        for number, block in enumerate(found.layer.blocks)
    ]


def _shown(row: Row, told: Sequence[Card]) -> Shown:
    position, kind, page, start, words = row
    end = start + len(words)
    inside = tuple(card for card in told if start <= card.said.span.start < end)
    spans = [(card.said.span, card.id) for card in told]
    marks = [(span.start, span.end, id_) for span, id_ in spans if span.start < end and span.end > start]
    return Shown(position, kind, page, start, cut(words, start, marks), inside)

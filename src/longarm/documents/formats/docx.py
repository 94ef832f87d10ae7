"""Word files: paragraphs, headings, lists, tables, captions and notes in order; title and date from properties."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from longarm.documents.failures import failure
from longarm.documents.layer import Piece, compose, stated
from longarm.model.documents import Extract, Metadata, Stated

LARGEST = 300 << 20  # bytes that the parts may have unpacked
LARGEST_PART = 100 << 20
RATIO = 200  # times that a part of a megabyte or more may grow when unpacked; text of Word files grows 5 to 20 times
MOST_PARTS = 10_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = frozenset(
    (
        f"{W}del",
        f"{W}moveFrom",
        f"{W}instrText",
        f"{W}delText",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_PAGE_BREAKS = (f"{W}lastRenderedPageBreak",)
_TEMPLATE_DATE = "2013-12-23"  # of the empty template that python-docx writes files from: the date of no document
_NUMBERED_STYLES = re.compile(r"list|bullet", re.IGNORECASE)


def read(data: bytes, name: str) -> Extract:
    """The text of a Word file, without deleted words, hidden copies, headers and footers.

    Raises:
        DocumentDamaged: it is no whole Word file, or declares a document type, which Word files may not do.
        DocumentEncrypted: it needs a password.
        DocumentTooLarge: it unpacks to more than a document may.
        DocumentEmpty: it has no text.
    """
    _check(data)
    try:
        document = Document(BytesIO(data))
        body = document.element.body
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, SyntaxError, zipfile.BadZipFile) as error:
        raise failure(
            "damaged", f"is not a whole Word file ({type(error).__name__}): save it anew from Word."
        ) from error
    styles = {style.style_id: (style.name or "") for style in document.styles}
    pieces = [*_pieces(body, styles), *_notes(document)]
    extract = compose(pieces, _metadata(document, pieces))
    if not extract.text:
        raise failure("no-text", "has no text, it may hold pictures of pages: give a version with text.")
    return extract


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_sizes(parts)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _has_doctype(archive.read(part)):
                    raise failure(
                        "damaged",
                        f"declares a document type in {part.filename[:80]}, which Word files may not have and which "
                        "can pull in other files: it was not read; save it anew from Word.",
                    )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise failure("damaged", "is not a whole Word file: save it anew from Word.") from error


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise failure("encrypted", "needs a password: save a copy without one.")
    grown = any(part.file_size > max(1 << 20, RATIO * part.compress_size) for part in parts)
    total = sum(part.file_size for part in parts)
    if grown or total > LARGEST or len(parts) > MOST_PARTS or any(part.file_size > LARGEST_PART for part in parts):
        raise failure("too-large", f"unpacks to {total / 1e6:,.0f} MB, as no Word file of its size does: save it anew.")


def _has_doctype(part: bytes) -> bool:
    return any(mark in part for mark in _DOCTYPES)


def _pieces(body: Any, styles: dict[str, str]) -> Iterator[Piece]:
    page = 1 if next(body.iter(*_PAGE_BREAKS), None) is not None else None
    for element in _blocks(body):
        started = page
        if page is not None:
            page += sum(1 for _ in element.iter(*_PAGE_BREAKS))
        if element.tag == f"{W}tbl":
            rows = (" | ".join(_cells(row)) for row in element.iter(f"{W}tr"))
            yield Piece("\n".join(row for row in rows if row.strip(" |")), "table", started)
        else:
            yield Piece(_text(element), _kind(element, styles), started)
            yield from (Piece(_text(inner), "caption", started) for inner in _boxed(element))


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables of a body, in order, those in content controls and tracked insertions too."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _blocks(child)


def _cells(row: Any) -> Iterator[str]:
    for cell in row.iter(f"{W}tc"):
        yield " ".join(" ".join(_text(paragraph).split()) for paragraph in cell.iter(f"{W}p"))


def _boxed(paragraph: Any) -> Iterator[Any]:
    """Paragraphs of text boxes that are anchored in a paragraph."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag in _UNSEEN for above in box.iterancestors()):
            yield from box.iter(f"{W}p")


def _text(element: Any) -> str:
    return "".join(_words(element))


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN or child.tag == f"{W}txbxContent":
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag in (f"{W}tab", f"{W}ptab"):
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif len(child):
            yield from _words(child)


def _kind(paragraph: Any, styles: dict[str, str]) -> str:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return "paragraph"
    style = properties.find(f"{W}pStyle")
    name = "" if style is None else styles.get(style.get(f"{W}val", ""), style.get(f"{W}val", ""))
    lowered = name.lower()
    if lowered.startswith(("heading", "title", "subtitle")) or properties.find(f"{W}outlineLvl") is not None:
        return "heading"
    if "caption" in lowered:
        return "caption"
    if "quote" in lowered:
        return "quotation"
    if properties.find(f"{W}numPr") is not None or _NUMBERED_STYLES.match(lowered):
        return "list-item" if lowered != "list paragraph" or properties.find(f"{W}numPr") is not None else "paragraph"
    return "paragraph"


def _notes(document: Any) -> Iterator[Piece]:
    """Footnotes and endnotes, after the text."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            for note in etree.fromstring(part.blob, parser):
                if note.get(f"{W}type") in (None, "normal"):
                    yield from (Piece(_text(paragraph), "other") for paragraph in note.iter(f"{W}p"))


def _metadata(document: Any, pieces: list[Piece]) -> Metadata:
    try:
        properties = document.core_properties
        title, created, language = properties.title, properties.created, properties.language
    except (ValueError, KeyError, AttributeError):
        title, created, language = "", None, ""
    day = created.date().isoformat() if created else ""
    return Metadata(
        title=_title(title, pieces),
        language=stated(language, "docx"),
        published=stated(day, "docx") if day != _TEMPLATE_DATE else None,
    )


def _title(words: str, pieces: list[Piece]) -> Stated | None:
    if found := stated(words, "docx"):
        return found
    first = next((piece for piece in pieces if piece.text.strip()), None)
    return stated(first.text, "first line") if first and first.kind == "heading" else None

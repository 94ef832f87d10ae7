"""PDF: text by page, put together to paragraphs; title and date from the document's properties."""

import ctypes
import datetime
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from longarm.documents.failures import failure
from longarm.documents.formats.pages import CELL_GAP, LONGEST_ROW, Line, paragraphs
from longarm.documents.layer import LONGEST_TEXT, Piece, compose, stated
from longarm.model.documents import Extract, Metadata, Stated

MOST_PAGES = 10_000
# PDFium leaves out the line end after a hyphen that ends a line, and writes U+0002 or U+FFFE for the hyphen.
_LINE = re.compile(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?")
BOLD = 600  # font weight
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_JUNK_TITLE = re.compile(
    r"(?:microsoft word - .*|untitled.*|.*\.(?:docx?|pdf|indd|pptx?|qxd|tex|html?)|\W*)", re.IGNORECASE
)
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?")


def read(data: bytes, name: str) -> Extract:
    """The text of a PDF, without running headers, footers and page numbers.

    Raises:
        DocumentEncrypted: it needs a password.
        DocumentDamaged: it cannot be opened.
        DocumentEmpty: it has no text: a scan.
        DocumentTooLarge: it has more pages or text than a document may.
    """
    document = _open(data)
    pages: list[list[Line]] = []
    length = 0
    for number in range(len(document)):
        pages.append(list(_lines(document, number)))
        length += sum(len(line.text) for line in pages[-1])
        if length > LONGEST_TEXT:
            raise failure("too-large", "has more text than one document may have: split it.")
    if not length:
        raise failure(
            "no-text", "has no text, it is a scan or a picture: run text recognition (OCR) on it, and add that."
        )
    pieces = list(paragraphs(pages))
    return compose(pieces, _metadata(document, pieces), _notes(pages))


def _open(data: bytes) -> Any:
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (_PASSWORD, _SECURITY) or "password" in str(error).lower():
            raise failure("encrypted", "needs a password: save a copy without one.") from error
        raise failure("damaged", "is not a whole PDF: get it again, or print it to a new PDF.") from error
    if not count:
        raise failure("damaged", "is a PDF without pages: get it again, or print it to a new PDF.")
    if count > MOST_PAGES:
        raise failure("too-large", f"has {count:,} pages, more than {MOST_PAGES:,}: split it.")
    return document


def _lines(document: Any, number: int) -> Iterator[Line]:
    """The lines of a page in the order of its content; none where the page is damaged."""
    try:
        page = document[number]
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        return
    try:
        count = textpage.count_chars()
        for found in _LINE.finditer(_characters(textpage, count)):
            if found[0].strip():
                yield _line(textpage, found, number + 1)
    finally:
        textpage.close()
        page.close()


def _characters(textpage: Any, count: int) -> str:
    """The characters of a page, each in the place by which PDFium knows it."""
    text: str = textpage.get_text_range(0, count) if count else ""
    if len(text) != count:  # signs beyond the basic plane, or none at all
        codes = (pdfium_c.FPDFText_GetUnicode(textpage, at) for at in range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
    return re.sub(r"[\ud800-\udfff\x00]", "\ufffd", text)


def _line(textpage: Any, found: re.Match[str], page: int) -> Line:
    words = found[0]
    first = found.start() + len(words) - len(words.lstrip())
    last = found.end() - 1 - (len(words) - len(words.rstrip()))
    left, bottom, _ = _box(textpage, first)
    _, _, right = _box(textpage, last)
    size = pdfium_c.FPDFText_GetFontSize(textpage, first)
    matrix = pdfium_c.FS_MATRIX()
    if pdfium_c.FPDFText_GetMatrix(textpage, first, matrix):
        size *= abs(matrix.d) or abs(matrix.b) or 1.0
    is_bold = all(
        pdfium_c.FPDFText_GetFontWeight(textpage, at) >= BOLD or _is_bold(textpage, at) for at in (first, last)
    )
    is_row = _is_row(textpage, words, found.start(), size or 1.0)
    return Line(words.strip(), page, left, right, bottom, size or 1.0, is_bold, is_row)


def _is_row(textpage: Any, words: str, start: int, size: float) -> bool:
    """Whether a line is a row of a table: few words, a number among them, and a gap that no space explains."""
    if len(words) > LONGEST_ROW or not any(map(str.isdigit, words)):
        return False
    for found in re.finditer(r"\S(\s+)\S", words):
        _, _, right = _box(textpage, start + found.start())
        left, _, _ = _box(textpage, start + found.end() - 1)
        if left - right > CELL_GAP * size:
            return True
    return False


def _box(textpage: Any, at: int) -> tuple[float, float, float]:
    """Left edge, base line and right edge of a character."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, at, x, y)
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFText_GetLooseCharBox(textpage, at, box)
    return x.value, y.value, float(box.right)


def _is_bold(textpage: Any, at: int) -> bool:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(textpage, at, buffer, 128, flags)
    return b"bold" in buffer.value.lower()


def _notes(pages: list[list[Line]]) -> list[str]:
    empty = [number for number, page in enumerate(pages, start=1) if not page]
    if not empty:
        return []
    listed = ", ".join(map(str, empty[:20])) + (" ..." if len(empty) > 20 else "")
    return [f"pages-without-text: {len(empty)} of {len(pages)} pages have no text and may be pictures: {listed}"]


def _metadata(document: Any, pieces: list[Piece]) -> Metadata:
    properties = document.get_metadata_dict()
    day = edtf(properties.get("CreationDate", ""))
    return Metadata(title=_title(properties.get("Title", ""), pieces), published=stated(day, "pdf"))


def edtf(date: str) -> str:
    """A date of PDF (`D:20220913101500+02'00'`) as EDTF, as far as it is in the calendar; else empty."""
    found = _DATE.match(date)
    digits = "".join(part or "" for part in found.groups()) if found else ""
    for length, form, shown in ((8, "%Y%m%d", "%Y-%m-%d"), (6, "%Y%m", "%Y-%m"), (4, "%Y", "%Y")):
        try:
            return datetime.datetime.strptime(digits[:length], form).strftime(shown)
        except ValueError:
            continue
    return ""


def _title(words: str, pieces: list[Piece]) -> Stated | None:
    found = stated(words, "pdf")
    if found and not _JUNK_TITLE.fullmatch(found.value):
        return found
    first = pieces[0] if pieces else None
    return stated(first.text, "first line") if first and first.kind == "heading" else None

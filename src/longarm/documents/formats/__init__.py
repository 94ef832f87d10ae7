"""The formats longarm reads: one table, and how a format is told from the bytes."""

import importlib
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import cast

from longarm.model.documents import Extract

UNKNOWN = "application/octet-stream"
HTML, TEXT, PDF = "text/html", "text/plain", "application/pdf"
MARKDOWN, MAIL = "text/markdown", "message/rfc822"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV, RECORDING = "text/csv", "video/mp4"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_PARTS = (("word/", DOCX), ("xl/", SPREADSHEET), ("ppt/", SLIDES))  # folders in a zip that tell its format
_TABLES = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the module that reads it, loaded only in the reader's own process.

    Attributes:
        name: as in `html 1`.
        version: raised whenever the reader gives another text or date, so that builds read such documents again.
        module: has `read(data: bytes, name: str) -> Extract`.
        suffixes: of file names, with the dot, in lower case.
        is_text: the bytes are characters: then the name tells the format, since the bytes do not.
    """

    name: str
    version: int
    module: str
    suffixes: tuple[str, ...]
    is_text: bool = False

    def load(self) -> Callable[[bytes, str], Extract]:
        """The function that reads this format."""
        return cast(Callable[[bytes, str], Extract], importlib.import_module(self.module).read)


FORMATS: dict[str, Format] = {
    TEXT: Format("txt", 3, "longarm.documents.formats.txt", (".txt", ".text"), is_text=True),
    MARKDOWN: Format("md", 2, "longarm.documents.formats.md", (".md", ".markdown"), is_text=True),
    MAIL: Format("mail", 1, "longarm.documents.formats.mail", (".eml", ".mht", ".mhtml"), is_text=True),
    HTML: Format("html", 3, "longarm.documents.formats.html", (".html", ".htm", ".xhtml"), is_text=True),
    PDF: Format("pdf", 4, "longarm.documents.formats.pdf", (".pdf",)),
    DOCX: Format("docx", 2, "longarm.documents.formats.docx", (".docx", ".docm")),
}

# Formats that longarm knows and cannot read, by their first bytes.
UNREAD: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"WARC/", "application/warc"),
    (b"ID3", RECORDING),
    (b"OggS", RECORDING),
    (b"\x1aE\xdf\xa3", RECORDING),
)

_HEAD = 4096  # bytes looked at for marks at the start of a file
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|article|main|div|p|h1)\b)",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<\?xml\b", re.IGNORECASE)
_MIME_MAIL = re.compile(r"(?:[A-Za-z-]+: .*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version: ", re.IGNORECASE)


def detect(data: bytes, name: str) -> str:
    """The media type of bytes, told from the bytes and only then from the name; never raises.

    A PDF named `.txt` is a PDF; bytes that are no text and are named `.pdf` are taken for a (damaged) PDF.

    Returns:
        A key of FORMATS, a type of UNREAD, or `application/octet-stream`.
    """
    if media := _by_magic(data):
        return media
    suffix = PurePosixPath(name).suffix.lower()
    by_name = next((media for media, known in FORMATS.items() if suffix in known.suffixes), UNKNOWN)
    is_named_text = by_name != UNKNOWN and FORMATS[by_name].is_text
    if not looks_like_text(data):
        return UNKNOWN if is_named_text else by_name
    head = _start(data)
    if _HTML.match(head):
        return HTML
    if _MIME_MAIL.match(head):
        return MAIL
    if _XML.match(head) and by_name != HTML:
        return "application/xml"
    if by_name == HTML:
        return HTML if "<" in head else TEXT
    if suffix in _TABLES:
        return CSV
    return by_name if is_named_text else TEXT


def looks_like_text(data: bytes) -> bool:
    """Whether bytes can be text in some encoding: few control characters, or the zeros of UTF-16."""
    sample = data[:_HEAD]
    if not sample:
        return False
    if sample.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or utf16_order(sample):
        return True
    controls = sum(byte < 32 and byte not in (8, 9, 10, 12, 13, 26, 27) for byte in sample)
    return controls <= len(sample) // 200


def utf16_order(data: bytes) -> str:
    """`utf-16-le` or `utf-16-be` where bytes without a mark look like it, else empty."""
    sample = data[:_HEAD]
    if len(sample) < 4:
        return ""
    even, odd = sample[0::2], sample[1::2]
    for zeros, others, order in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) > 0.4 * len(zeros) and others.count(0) < 0.02 * len(others) + 1:
            return order
    # Text in scripts beyond Latin has zeros only beside its blanks, line ends and digits.
    for order, marks in (("utf-16-le", (b"\n\x00", b" \x00")), ("utf-16-be", (b"\x00\n", b"\x00 "))):
        pairs = [sample[at : at + 2] for at in range(0, len(sample) - 1, 2)]
        if b"\x00" in sample and sum(pairs.count(mark) for mark in marks) > len(pairs) // 100:
            with_zero = sum(0 in pair for pair in pairs)
            if with_zero == sum(pair[1 if order.endswith("le") else 0] == 0 for pair in pairs):
                return order
    return ""


def _by_magic(data: bytes) -> str:
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data[4:8] == b"ftyp":
        return "image/heic" if data[8:11] in (b"hei", b"mif", b"avi") else RECORDING
    if data.startswith(b"RIFF"):
        return "image/webp" if data[8:12] == b"WEBP" else RECORDING
    return next((media for magic, media in UNREAD if data.startswith(magic)), "")


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()[:10_000]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return next((media for part, media in _PARTS if part.encode() in data), "application/zip")
    if data[30:38] == b"mimetype" and OPEN_DOCUMENT.encode() in data[38:120]:
        return OPEN_DOCUMENT
    return next((media for part, media in _PARTS if any(name.startswith(part) for name in names)), "application/zip")


def _start(data: bytes) -> str:
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    order = utf16_order(head)
    return head.decode(order, "replace") if order else head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")

"""Captures: what one record of a web archive is, and its bytes where it is a document."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord

LONGEST_URL = 2000  # characters
STEP = 1 << 20  # bytes that are read at once
_MANY = frozenset({"warc-concurrent-to", "warc-protocol"})  # headers that a record may have several times
DOCUMENTS = {  # media types of documents, with the suffix that their file would have
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_WITH_CONTENT = ("response", "resource", "conversion")
_UNSUITED = "notes of the program that captured"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one record.

    Attributes:
        passed: why it is no document (`pictures and other media`), empty for a document.
        fault: why it, or without an address a part of the archive, cannot be had: a half sentence; else empty.
        url, captured, suffix: of a document: its address, the time (`20230417100211`, UTC), the suffix of its type.
        member: the archive within a WACZ, else empty.
        at: the byte of that archive (of the packed one where it is packed) at which the record begins.
    """

    passed: str = ""
    fault: str = ""
    url: str = ""
    captured: str = ""
    suffix: str = ""
    member: str = ""
    at: int = 0


class Altered(Exception):
    """A document whose hash is not that of its record, which may so reach into the records after it."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told


def capture(record: ArcWarcRecord, most: int, pages: frozenset[str]) -> tuple[Told, bytes]:
    """What a record is, with its bytes where it is a document.

    Args:
        most: bytes that a document may have.
        pages: the addresses of the pages that the archive lists (as `plain`), where it does: others are parts of them.

    Raises:
        Altered: the hash of a document is not that of its record.
        EOFError: the archive ends within the record, or cannot be unpacked.
    """
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    media = _media(record)
    passed = _passed(record, url, media) or ("pages inside of other pages" if _is_inner(url, media, pages) else "")
    if passed:
        return Told(passed), b""
    told = Told("", "", url[:LONGEST_URL], _digits(record.rec_headers.get_header("WARC-Date")), DOCUMENTS[media])
    packed = (record.http_headers.get_header("Content-Encoding") or "" if record.http_headers else "").lower()
    if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
        return faulty(told, f"is packed as {packed}, which is not read: capture it again, or give the page as a file")
    data = record.content_stream().read(most + 1)
    if len(data) > most:
        return faulty(told, f"has more than {most / 1e6:,.0f} MB: give its text alone")
    drain(record.raw_stream)
    wrong = any(problem.startswith("block digest") for problem in record.digest_checker.problems)
    if wrong:
        raise Altered(told)
    return told, data


def faulty(told: Told, fault: str) -> tuple[Told, bytes]:
    """A document that cannot be had, and why."""
    return replace(told, fault=fault), b""


def is_run_together(record: ArcWarcRecord) -> bool:
    """Whether the headers of a record begin with those of one that was cut off within them."""
    names = [name.lower() for name, _ in record.rec_headers.headers if name.lower() not in _MANY]
    return len(names) > len(set(names)) or any("WARC/1." in value for _, value in record.rec_headers.headers)


def drain(rest: LimitReader) -> None:
    """Reads on to the end of a record.

    Raises:
        EOFError: the archive ends before it, or cannot be unpacked.
    """
    while rest.read(STEP):
        pass
    if rest.limit > 0:
        raise EOFError


def _passed(record: ArcWarcRecord, url: str, media: str) -> str:
    """Why a record is no document, empty where it is one."""
    if record.rec_type == "revisit":
        return "pages that had not changed since an earlier capture"
    if record.rec_type not in _WITH_CONTENT or not url.lower().startswith(("http://", "https://")):
        return _UNSUITED
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status[:1] == "3":
        return "redirects"
    if status != "200":
        return "answers with an error"
    if media not in DOCUMENTS or urlsplit(url).path == "/robots.txt":
        return "pictures, styles, programs and other files"
    return ""


def _is_inner(url: str, media: str, pages: frozenset[str]) -> bool:
    return bool(pages) and DOCUMENTS.get(media) == ".html" and plain(url) not in pages


def _media(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def plain(url: str) -> str:
    """An address without its fragment and scheme, as captures of one page share it."""
    return url.partition("#")[0].partition("://")[2].rstrip("/").lower()


def _digits(date: str | None) -> str:
    """A WARC-Date (`2023-04-17T10:02:11Z`) as the 14 digits that web archives name captures by."""
    return "".join(letter for letter in str(date or "") if letter.isdigit())[:14]

"""Records of a web archive (WARC 1.0 and 1.1, WACZ), read in a confined process of their own.

Started by `webarchive.told` as `python -P -m longarm.documents.records ARCHIVE ANSWERS MOST LIMITS` with two file
descriptors; what is asked for comes on stdin. Sends one message a record: what it is, where, and the bytes of
those that are documents.
"""

import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO, Any
from urllib.parse import urlsplit

from warcio.archiveiterator import WARCIterator
from warcio.limitreader import LimitReader
from warcio.recordloader import ArcWarcRecord

from longarm.documents import wire
from longarm.documents.confinement import Limits, confine, cut_network
from longarm.model.codec import from_data

MOST_FAULTS = 100  # damaged places of one archive that are gone round
LONGEST_URL = 2000  # characters
PAGE_LIST = 32 << 20  # bytes of a WACZ's list of pages that are looked at
_STARTS = (b"\x1f\x8b\x08", b"WARC/1.")  # what a record begins with
_STEP = 1 << 20
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
_OTHER = "is not what was captured, its hash is another: get another copy of the archive"
_UNSUITED = "notes of the program that captured"
_WHOLE = "is compressed as a whole and not record by record (unpack it with gunzip, and give the .warc)"


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: the archive within a WACZ, else empty; the byte at which it begins."""

    member: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """Which records are asked for.

    Attributes:
        only: the places of those that are, in order; None asks for all.
        since: the record with which reading begins; None begins with the first.
        is_past: whether that record is left out and the one after it too (the first alone where `since` is None), which
            is not looked into.
    """

    only: tuple[Place, ...] | None = None
    since: Place | None = None
    is_past: bool = False


class _Altered(Exception):
    """A document whose hash is not that of its record, which may so reach into the records after it."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self.told = told


def records(archive: IO[bytes], most: int, asked: Asked = Asked()) -> Iterator[tuple[Told, bytes]]:
    """Every record of a WARC or WACZ that is asked for, in order, with the bytes of those that are documents, decoded.

    Damage is told as a fault and gone round: reading goes on at the next start of a record.

    Args:
        most: bytes that a document may have.
    """
    if archive.read(4) == b"PK\x03\x04":
        yield from _members(archive, most, asked)
    else:
        yield from _asked(archive, "", most, frozenset(), asked)


def _members(archive: IO[bytes], most: int, asked: Asked) -> Iterator[tuple[Told, bytes]]:
    with zipfile.ZipFile(archive) as packed:
        names = packed.namelist()
        pages = frozenset(url for name in names if name.startswith("pages/") for url in _pages(packed, name))
        found = [name for name in names if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))]
        if not found:
            yield Told(fault="is a zip without web archives in it (unpack it, and give the files in it)"), b""
        first = asked.since.member if asked.since else ""
        for name in found[found.index(first) if first in found else 0 :]:
            with packed.open(name) as member:
                yield from _asked(member, name, most, pages, asked)


def _asked(
    archive: IO[bytes], member: str, most: int, pages: frozenset[str], asked: Asked
) -> Iterator[tuple[Told, bytes]]:
    """The records of one WARC that are asked for, each with the member that it is."""
    if asked.only is not None:
        found = _chosen(archive, most, [place.at for place in asked.only if place.member == member])
    else:
        found = _stream(archive, most, pages, _start(archive, member, asked))
    for told, data in found:
        yield replace(told, member=member), data


def _chosen(archive: IO[bytes], most: int, places: Sequence[int]) -> Iterator[tuple[Told, bytes]]:
    """The records that begin at some bytes; of each place where none does, that it is damaged."""
    for at in places:
        archive.seek(at)
        try:
            record = next(iter(WARCIterator(archive, check_digests=True)))
            told, data = _one(record, most, frozenset())
        except _Altered as altered:
            told, data = _faulty(altered.told, _OTHER)
        except (MemoryError, Exception):  # records of other people: any of them may break their reader
            told, data = Told(fault=f"has no whole record at byte {at:,}"), b""
        yield replace(told, at=at), data


def _start(archive: IO[bytes], member: str, asked: Asked) -> int:
    """The byte of one WARC with which reading begins."""
    since = asked.since if asked.since and asked.since.member == member else None
    if not asked.is_past or (since is None and asked.since):
        return since.at if since else 0
    end = 0
    if since:
        archive.seek(since.at)
        found = WARCIterator(archive)
        next(iter(found))
        found.read_to_end()
        end = found.offset
    following = _next_start(archive, end + 1)
    return archive.seek(0, 2) if following is None else following


def _pages(packed: zipfile.ZipFile, name: str) -> Iterator[str]:
    """Addresses of the pages that a WACZ lists; what is in frames of theirs is no page."""
    if not name.endswith(".jsonl"):
        return
    with packed.open(name) as file:
        for line in file.read(PAGE_LIST).splitlines():
            try:
                row = json.loads(line)
            except ValueError:
                continue
            if isinstance(row, dict) and isinstance(row.get("url"), str):
                yield _plain(row["url"])


def _stream(archive: IO[bytes], most: int, pages: frozenset[str], start: int) -> Iterator[tuple[Told, bytes]]:
    for _ in range(MOST_FAULTS):
        archive.seek(start)
        found = WARCIterator(archive, check_digests=True)
        try:
            for record in found:
                if _is_run_together(record):
                    yield _damaged(found.offset, f"is cut off or damaged at byte {found.offset:,}"), b""
                told, data = _one(record, most, pages)
                yield replace(told, at=found.offset), data
                _drain(record.raw_stream)
            if not _is_cut(archive, found.offset):
                return
            yield _damaged(found.offset, f"is cut off or damaged at byte {found.offset:,}"), b""
        except _Altered as altered:
            yield _faulty(replace(altered.told, at=found.offset), _OTHER)
        except (MemoryError, Exception) as error:  # records of other people: any of them may break their reader
            fault = _WHOLE if "non-chunked" in str(error) else f"is damaged at byte {found.offset:,} of the archive"
            yield _damaged(found.offset, fault), b""
        following = _next_start(archive, found.offset + 1)
        if following is None:
            return
        start = following
    yield _damaged(start, f"is damaged in more than {MOST_FAULTS} places, what comes after them is left out"), b""


def _damaged(at: int, fault: str) -> Told:
    return Told(fault=fault, at=at)


def _is_run_together(record: ArcWarcRecord) -> bool:
    """Whether the headers of a record begin with those of one that was cut off within them."""
    names = [name.lower() for name, _ in record.rec_headers.headers if name.lower() not in _MANY]
    return len(names) > len(set(names)) or any("WARC/1." in value for _, value in record.rec_headers.headers)


def _drain(rest: LimitReader) -> None:
    """Reads on to the end of a record.

    Raises:
        EOFError: the archive ends before it, or cannot be unpacked.
    """
    while rest.read(_STEP):
        pass
    if rest.limit > 0:
        raise EOFError


def _is_cut(archive: IO[bytes], end: int) -> bool:
    """Whether something stands after the last whole record."""
    archive.seek(end)
    return bool(archive.read(_STEP).strip(b"\r\n\0 "))


def _next_start(archive: IO[bytes], at: int) -> int | None:
    """Where the next record may begin, None where none does."""
    archive.seek(at)
    before = b""
    while part := archive.read(_STEP):
        window = before + part
        hits = [hit for mark in _STARTS if (hit := window.find(mark)) >= 0]
        if hits:
            return at - len(before) + min(hits)
        before, at = window[-8:], at + len(part)
    return None


def _one(record: ArcWarcRecord, most: int, pages: frozenset[str]) -> tuple[Told, bytes]:
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    media = _media(record)
    passed = _passed(record, url, media) or ("pages inside of other pages" if _is_inner(url, media, pages) else "")
    if passed:
        return Told(passed), b""
    told = Told("", "", url[:LONGEST_URL], _digits(record.rec_headers.get_header("WARC-Date")), DOCUMENTS[media])
    packed = (record.http_headers.get_header("Content-Encoding") or "" if record.http_headers else "").lower()
    if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
        return _faulty(told, f"is packed as {packed}, which is not read: capture it again, or give the page as a file")
    data = record.content_stream().read(most + 1)
    if len(data) > most:
        return _faulty(told, f"has more than {most / 1e6:,.0f} MB: give its text alone")
    _drain(record.raw_stream)
    wrong = any(problem.startswith("block digest") for problem in record.digest_checker.problems)
    if wrong:
        raise _Altered(told)
    return told, data


def _faulty(told: Told, fault: str) -> tuple[Told, bytes]:
    return replace(told, fault=fault), b""


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
    return bool(pages) and DOCUMENTS.get(media) == ".html" and _plain(url) not in pages


def _media(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _plain(url: str) -> str:
    """An address without its fragment and scheme, as captures of one page share it."""
    return url.partition("#")[0].partition("://")[2].rstrip("/").lower()


def _digits(date: str | None) -> str:
    """A WARC-Date (`2023-04-17T10:02:11Z`) as the 14 digits that web archives name captures by."""
    return "".join(letter for letter in str(date or "") if letter.isdigit())[:14]


def main(archive: int, answers: int, most: int, limits: Limits, asked: Asked) -> None:
    """Sends every record that is asked for, until the archive ends."""
    cut_network()
    confine(limits)
    with open(archive, "rb") as file:
        for told, data in records(file, most, asked):
            wire.send(answers, _header(told), data)
    wire.send(answers, {"end": True})


def _header(told: Told) -> dict[str, Any]:
    return {name: getattr(told, name) for name in Told.__dataclass_fields__}


if __name__ == "__main__":
    archive, answers, most = map(int, sys.argv[1:4])
    main(archive, answers, most, Limits(**json.loads(sys.argv[4])), from_data(Asked, json.load(sys.stdin)))

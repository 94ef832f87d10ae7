"""Records of a web archive (WARC 1.0 and 1.1, WACZ), read in a confined process of their own.

Started by `webarchive.told` as `python -P -m longarm.documents.records ARCHIVE ANSWERS MOST LIMITS` with two file
descriptors; what is asked for comes on stdin. Sends one message a record: what it is, where, and the bytes of
those that are documents.
"""

import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import IO

from warcio.archiveiterator import WARCIterator

from longarm.documents import wire
from longarm.documents.captures import STEP, Altered, Told, capture, drain, faulty, is_run_together, plain
from longarm.documents.confinement import Limits, confine, cut_network
from longarm.model.codec import from_data

MOST_FAULTS = 100  # damaged places of one archive that are gone round
PAGE_LIST = 32 << 20  # bytes of a WACZ's list of pages that are looked at
_STARTS = (b"\x1f\x8b\x08", b"WARC/1.")  # what a record begins with
_OTHER = "is not what was captured, its hash is another: get another copy of the archive"
_WHOLE = "is compressed as a whole and not record by record (unpack it with gunzip, and give the .warc)"


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
            told, data = capture(record, most, frozenset())
        except Altered as altered:
            told, data = faulty(altered.told, _OTHER)
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
                yield plain(row["url"])


def _stream(archive: IO[bytes], most: int, pages: frozenset[str], start: int) -> Iterator[tuple[Told, bytes]]:
    for _ in range(MOST_FAULTS):
        archive.seek(start)
        found = WARCIterator(archive, check_digests=True)
        try:
            for record in found:
                if is_run_together(record):
                    yield _damaged(found.offset, f"is cut off or damaged at byte {found.offset:,}"), b""
                told, data = capture(record, most, pages)
                yield replace(told, at=found.offset), data
                drain(record.raw_stream)
            if not _is_cut(archive, found.offset):
                return
            yield _damaged(found.offset, f"is cut off or damaged at byte {found.offset:,}"), b""
        except Altered as altered:
            yield faulty(replace(altered.told, at=found.offset), _OTHER)
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


def _is_cut(archive: IO[bytes], end: int) -> bool:
    """Whether something stands after the last whole record."""
    archive.seek(end)
    return bool(archive.read(STEP).strip(b"\r\n\0 "))


def _next_start(archive: IO[bytes], at: int) -> int | None:
    """Where the next record may begin, None where none does."""
    archive.seek(at)
    before = b""
    while part := archive.read(STEP):
        window = before + part
        hits = [hit for mark in _STARTS if (hit := window.find(mark)) >= 0]
        if hits:
            return at - len(before) + min(hits)
        before, at = window[-8:], at + len(part)
    return None


def main(archive: int, answers: int, most: int, limits: Limits, asked: Asked) -> None:
    """Sends every record that is asked for, until the archive ends."""
    cut_network()
    confine(limits)
    with open(archive, "rb") as file:
        for told, data in records(file, most, asked):
            wire.send(answers, asdict(told), data)
    wire.send(answers, {"end": True})


if __name__ == "__main__":
    archive, answers, most = map(int, sys.argv[1:4])
    main(archive, answers, most, Limits(**json.loads(sys.argv[4])), from_data(Asked, json.load(sys.stdin)))

"""Web archives (WARC, WACZ): the captured pages in them, read in a confined process, as documents."""

import contextlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from longarm.core.hashing import sha256
from longarm.documents import wire
from longarm.documents.captures import Told
from longarm.documents.confinement import Limits
from longarm.documents.reader import ENVIRONMENT
from longarm.documents.records import Asked, Place
from longarm.errors import CodecError, DataError
from longarm.model.codec import from_data, to_data
from longarm.model.documents import Metadata, ReadFailure, Stated

ORIGIN = "web archive"
SUFFIXES = (".warc", ".warc.gz", ".wacz")
LIMITS = Limits(cpu=3600, wall=60.0)  # of an archive; the wall clock is for one record
LONGEST_NAME = 300  # characters
LISTED = 5  # damaged places that a message names
MOST_BREAKS = 100  # records of one archive over which what reads it may break down


@dataclass(frozen=True, slots=True)
class Capture:
    """A document as it was captured.

    Attributes:
        path: the archive's, then the time and the address as web archives write them, with the suffix of its type:
            `crawl.warc.gz/20230417100211/example.org/news/12.html`.
        stated: its address.
        data: its bytes, unpacked.
    """

    path: str
    stated: Metadata
    data: bytes


@dataclass(slots=True)
class Passed:
    """Records that are no documents, counted by what they are."""

    counts: Counter[str] = field(default_factory=Counter)


def is_archive(name: str) -> bool:
    """Whether a file is a web archive, told from its name."""
    return name.lower().endswith(SUFFIXES)


def captures(
    archive: Path, name: str, limits: Limits = LIMITS, only: Mapping[Place, str] | None = None
) -> Iterator[Capture | ReadFailure | Passed]:
    """What is in an archive, in order: documents, what cannot be had and why, and at last what was passed over.

    Args:
        name: of the archive, for paths and messages.
        only: the records that are asked for, each with the SHA-256 of its document; None asks for all.

    Raises:
        OSError: the archive cannot be opened.
        DataError: the process that reads it cannot be started.
    """
    passed, faults = Passed(), []
    seen: Counter[str] = Counter()
    for one, data in told(archive, limits, Asked(tuple(only)) if only is not None else Asked()):
        if only is not None and not _is_listed(one, data, only):
            faults.append(f"has another record at byte {one.at:,} than the list says (screen it again)")
            continue
        if one.passed:
            passed.counts[one.passed] += 1
            continue
        if not one.url:
            faults.append(one.fault)
            continue
        path = _path(name, one.url, one.captured, one.suffix)
        seen[path] += 1
        if seen[path] > 1:  # the same address within one second
            path = f"{path} {seen[path]}"
        if one.fault:
            yield ReadFailure(path, "damaged", f"{path} {one.fault}.")
            continue
        yield Capture(path, Metadata(url=Stated(one.url, ORIGIN)), data)
    if faults:
        more = f" and in {len(faults) - LISTED} more places" if len(faults) > LISTED else ""
        listed = "; ".join(faults[:LISTED])
        yield ReadFailure(name, "damaged", f"{name} {listed}{more}: what it has else was read; get another copy of it.")
    yield passed


def _is_listed(one: Told, data: bytes, only: Mapping[Place, str]) -> bool:
    return bool(one.fault) or (not one.passed and sha256(data) == only.get(Place(one.member, one.at)))


def told(archive: Path, limits: Limits = LIMITS, asked: Asked = Asked()) -> Iterator[tuple[Told, bytes]]:  # noqa: B008
    """Every record of an archive that is asked for, in order, with the bytes of those that are documents.

    Where the process that reads it breaks down, another one goes on behind the record that it broke down over.

    Raises:
        OSError: the archive cannot be opened.
        DataError: the process that reads it cannot be started.
    """
    last, nth = asked.since, 0
    for _ in range(MOST_BREAKS):
        is_further = False
        left = 0 if asked.is_past else nth
        try:
            for one, data in _messages(archive, limits, asked):
                place = Place(one.member, one.at)
                if left and place == last:
                    left -= 1
                    continue
                nth = nth + 1 if place == last else 1
                last, left, is_further = place, 0, True
                yield one, data
            return
        except (wire.WireClosed, wire.WireLate):
            if asked.only is not None:
                rest = asked.only[asked.only.index(last) + 1 if last in asked.only else 0 :]
                if not rest:
                    return
                yield Told(fault=_BROKEN, member=rest[0].member, at=rest[0].at), b""
                asked = replace(asked, only=rest[1:])
            elif is_further:
                asked = Asked(since=last)
            elif not asked.is_past:
                at = last or Place()
                yield Told(fault=_BROKEN, member=at.member, at=at.at), b""
                nth += 1
                asked = Asked(since=last, is_past=True)
            else:
                break
    at = last or Place()
    yield Told(fault=_ENDED, member=at.member, at=at.at), b""


_BROKEN = "has a record over which what reads it broke down or took too long, and which is left out"
_ENDED = "was not read to its end, what reads it broke down over a record or took too long"


def _messages(archive: Path, limits: Limits, asked: Asked) -> Iterator[tuple[Told, bytes]]:
    answers, theirs = os.pipe()
    file = os.open(archive, os.O_RDONLY)
    arguments = [str(file), str(theirs), str(limits.size), json.dumps(asdict(limits))]
    command = [sys.executable, "-P", "-m", "longarm.documents.records", *arguments]
    environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    try:
        process = subprocess.Popen(
            command,
            pass_fds=(file, theirs),
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            process_group=0,
        )
    except OSError as error:
        os.close(answers)
        raise DataError(f"the process that reads web archives could not be started: {error}") from error
    finally:
        os.close(theirs)
        os.close(file)
    try:
        with contextlib.suppress(BrokenPipeError):
            _ask(process, asked)
        while True:
            header, data = wire.receive(answers, limits.size, limits.wall)
            if header.get("end"):
                return
            yield _checked(header), data
    finally:
        os.close(answers)
        process.kill()
        process.wait()


def _ask(process: subprocess.Popen[bytes], asked: Asked) -> None:
    if process.stdin:
        with process.stdin as pipe:
            pipe.write(json.dumps(to_data(asked)).encode())


def _checked(header: dict[str, object]) -> Told:
    """What is told of a record. What the child says is checked as much as what a stranger says."""
    try:
        return from_data(Told, header)
    except CodecError as error:
        raise wire.WireClosed("a message tells of no record") from error


def _path(name: str, url: str, captured: str, suffix: str) -> str:
    """Where a document stands in an archive."""
    parts = urlsplit(url)
    address = unquote(f"{parts.netloc}{parts.path}").rstrip("/") + (f"?{parts.query}" if parts.query else "")
    safe = "".join(letter if letter.isprintable() else "_" for letter in address)[:LONGEST_NAME]
    known = safe.lower().endswith((suffix, ".htm" if suffix == ".html" else suffix))
    return f"{name}/{captured or 'undated'}/{safe}{'' if known else suffix}"

"""Web archives (WARC, WACZ): the captured pages in them, read in a confined process, as documents."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from longarm.documents import wire
from longarm.documents.confinement import Limits
from longarm.documents.reader import ENVIRONMENT
from longarm.errors import DataError
from longarm.model.documents import Metadata, ReadFailure, Stated

ORIGIN = "web archive"
SUFFIXES = (".warc", ".warc.gz", ".wacz")
LIMITS = Limits(cpu=3600, wall=60.0)  # of an archive; the wall clock is for one record
LONGEST_NAME = 300  # characters
LISTED = 5  # damaged places that a message names


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


def captures(archive: Path, name: str, limits: Limits = LIMITS) -> Iterator[Capture | ReadFailure | Passed]:
    """What is in an archive, in order: documents, what cannot be had and why, and at last what was passed over.

    Args:
        name: of the archive, for paths and messages.

    Raises:
        OSError: the archive cannot be opened.
        DataError: the process that reads it cannot be started.
    """
    passed, faults = Passed(), []
    seen: Counter[str] = Counter()
    try:
        for header, data in _messages(archive, limits):
            if why := _text(header, "passed"):
                passed.counts[why] += 1
                continue
            fault, url = _text(header, "fault"), _text(header, "url")
            if not url:
                faults.append(fault)
                continue
            path = _path(name, url, _text(header, "captured"), _text(header, "suffix"))
            seen[path] += 1
            if seen[path] > 1:  # the same address within one second
                path = f"{path} {seen[path]}"
            if fault:
                yield ReadFailure(path, "damaged", f"{path} {fault}.")
                continue
            yield Capture(path, Metadata(url=Stated(url, ORIGIN)), data)
    except (wire.WireClosed, wire.WireLate):
        faults.append("was not read to its end, what reads it broke down over a record or took too long")
    if faults:
        more = f" and in {len(faults) - LISTED} more places" if len(faults) > LISTED else ""
        listed = "; ".join(faults[:LISTED])
        yield ReadFailure(name, "damaged", f"{name} {listed}{more}: what it has else was read; get another copy of it.")
    yield passed


def _messages(archive: Path, limits: Limits) -> Iterator[tuple[dict[str, object], bytes]]:
    answers, theirs = os.pipe()
    file = os.open(archive, os.O_RDONLY)
    arguments = [str(file), str(theirs), str(limits.size), json.dumps(asdict(limits))]
    command = [sys.executable, "-P", "-m", "longarm.documents.records", *arguments]
    environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    try:
        process = subprocess.Popen(
            command,
            pass_fds=(file, theirs),
            stdin=subprocess.DEVNULL,
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
        while True:
            header, data = wire.receive(answers, limits.size, limits.wall)
            if header.get("end"):
                return
            yield header, data
    finally:
        os.close(answers)
        process.kill()
        process.wait()


def _path(name: str, url: str, captured: str, suffix: str) -> str:
    """Where a document stands in an archive."""
    parts = urlsplit(url)
    address = unquote(f"{parts.netloc}{parts.path}").rstrip("/") + (f"?{parts.query}" if parts.query else "")
    safe = "".join(letter if letter.isprintable() else "_" for letter in address)[:LONGEST_NAME]
    known = safe.lower().endswith((suffix, ".htm" if suffix == ".html" else suffix))
    return f"{name}/{captured or 'undated'}/{safe}{'' if known else suffix}"


def _text(header: dict[str, object], key: str) -> str:
    value = header.get(key)
    return value if isinstance(value, str) else ""

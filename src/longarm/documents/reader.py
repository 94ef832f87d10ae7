"""Reads documents of other people, each in a confined process of its own, so that none can harm or hold up a build."""

import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any, Self

from longarm.documents import wire
from longarm.documents.confinement import Limits
from longarm.documents.dateline import dated
from longarm.documents.failures import failure
from longarm.documents.formats import (
    CSV,
    FORMATS,
    OPEN_DOCUMENT,
    RECORDING,
    SLIDES,
    SPREADSHEET,
    detect,
)
from longarm.documents.layer import LONGEST_TEXT, LONGEST_VALUE, MOST_BLOCKS, clean
from longarm.documents.sandbox import LARGEST_ANSWER
from longarm.errors import CodecError, DataError, DocumentError
from longarm.model.codec import from_data
from longarm.model.documents import Extract

LANES = 2  # children at a time: one reads while the other's answer is checked
AHEAD = 8  # documents that `read_many` takes before the first of them is given
PATIENCE = 15.0  # seconds beyond the wall clock of a document after which the server itself is given up
ENVIRONMENT = ("PATH", "PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV")


def reader_version(media: str) -> str:
    """Name and version of what reads a media type (`html 1`); `none 1` for a type that nothing reads."""
    known = FORMATS.get(media)
    return f"{known.name} {known.version}" if known else "none 1"


@dataclass(slots=True)
class _Lane:
    """One pair of pipes to the server; used by one thread at a time."""

    requests: int
    answers: int
    peak: int = 0


class Reader:
    """Reads bytes to text, in children of a small server that is started before anything large is loaded.

    Args:
        limits: what one document may cost.

    Attributes:
        peak: bytes of memory that the largest child so far used, what it shares with the server included.

    Raises:
        DataError: the server cannot be started.
    """

    def __init__(self, limits: Limits = Limits()) -> None:  # noqa: B008  frozen
        self.limits = limits
        self.peak = 0
        self._servers: list[subprocess.Popen[bytes]] = []
        self._free: deque[_Lane] = deque()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the server and its children."""
        lanes, self._free = self._free, deque()
        for lane in lanes:
            os.close(lane.requests)
            os.close(lane.answers)
        servers, self._servers = self._servers, []
        for server in servers:
            try:
                server.wait(2)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()

    def read(self, data: bytes, name: str) -> Extract:
        """The text of a document.

        Args:
            name: of the file, with its suffix; for the format and for messages.

        Raises:
            DocumentError: a subclass says why there is no text, its attribute `code` with a word of `ReadFailure`.
        """
        if not data:
            raise failure("empty", f"{name} has no bytes: give the file again.")
        if len(data) > self.limits.size:
            size = f"{len(data) / 1e6:,.0f} MB, more than {self.limits.size / 1e6:,.0f}"
            raise failure("too-large", f"{name} has {size}: split it, or give its text alone.")
        media = detect(data, name)
        if media not in FORMATS:
            raise failure("unsupported", f"{name} {UNSUPPORTED.get(media, NOT_READ)}")
        return dated(_checked(*self._ask(media, name, data), name))

    def read_many(self, items: Iterable[tuple[bytes, str]]) -> Iterator[Extract | DocumentError]:
        """What `read` gives or raises for each (bytes, name), in their order, with two children at work."""

        def one(data: bytes, name: str) -> Extract | DocumentError:
            try:
                return self.read(data, name)
            except DocumentError as error:
                return error

        with ThreadPoolExecutor(LANES) as pool:
            waiting: deque[Future[Extract | DocumentError]] = deque()
            for data, name in items:
                waiting.append(pool.submit(one, data, name))
                if len(waiting) >= AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _ask(self, media: str, name: str, data: bytes) -> tuple[dict[str, Any], bytes]:
        lane = self._lane()
        try:
            wire.send(lane.requests, {"media": media, "name": name[-200:], "limits": asdict(self.limits)}, data)
            told, body = wire.receive(lane.answers, LARGEST_ANSWER, self.limits.wall + PATIENCE)
        except (wire.WireClosed, wire.WireLate, BrokenPipeError, KeyboardInterrupt) as error:
            os.close(lane.requests)
            os.close(lane.answers)
            if isinstance(error, KeyboardInterrupt):
                raise
            raise failure("crashed", f"{name} broke the process that reads documents: it may be damaged.") from error
        with self._lock:
            self.peak = max(self.peak, int(told.get("peak", 0)))
            self._free.append(lane)
        return told, body

    def _lane(self) -> _Lane:
        with self._lock:
            if not self._free:
                self._start()
            return self._free.popleft()

    def _start(self) -> None:
        if self._free:
            return
        ours: list[_Lane] = []
        theirs: list[int] = []
        for _ in range(LANES):
            (take, requests), (answers, give) = os.pipe(), os.pipe()
            ours.append(_Lane(requests, answers))
            theirs += [take, give]
        command = [sys.executable, "-P", "-m", "longarm.documents.sandbox", *map(str, theirs)]
        environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
        try:
            server = subprocess.Popen(  # in a group of its own: Ctrl-C is for longarm, which then ends the server
                command, pass_fds=theirs, stdin=subprocess.DEVNULL, env=environment, process_group=0
            )
        except OSError as error:
            raise DataError(f"the process that reads documents could not be started: {error}") from error
        finally:
            for pipe in theirs:
                os.close(pipe)
        self._servers.append(server)
        self._free.extend(ours)


NOT_READ = "is in a format that longarm does not read: save it as text, Markdown, HTML, PDF, DOCX or mail (.eml)."
TABLE = (
    "is a table: take its rows in as statements with Import at the desk (`longarm desk CASE`); figures alone are for "
    "`longarm reconcile`."
)
UNSUPPORTED = {
    "application/x-ole-storage": "is an old or encrypted Office file: save it as DOCX without a password.",
    "application/warc": "is a web archive: name it .warc or .warc.gz, and give it again.",
    "application/gzip": "is compressed: unpack it, and give the files in it.",
    "application/zip": "is an archive: unpack it, and give the files in it.",
    CSV: TABLE,
    SPREADSHEET: TABLE,
    SLIDES: "holds slides: save it as PDF.",
    OPEN_DOCUMENT: "is an OpenDocument file: save it as DOCX or PDF, a table of incidents as CSV.",
    RECORDING: "is a recording: give a transcript of it.",
    "image/png": "is a picture: give its text, or a PDF with a text layer.",
    "image/jpeg": "is a picture: give its text, or a PDF with a text layer.",
    "image/gif": "is a picture: give its text, or a PDF with a text layer.",
    "image/tiff": "is a picture: give its text, or a PDF with a text layer.",
    "image/webp": "is a picture: give its text, or a PDF with a text layer.",
    "image/heic": "is a picture: give its text, or a PDF with a text layer.",
}


def _checked(told: dict[str, Any], body: bytes, name: str) -> Extract:
    """The extract in an answer. What a child says is checked as much as what a stranger says."""
    code, because = told.get("code"), told.get("because")
    try:
        answer = {} if code else json.loads(body)
        if code or "failure" in answer:
            raise failure(str(code or answer["failure"]), f"{name} {str(because or answer.get('because', ''))[:500]}")
        extract = from_data(Extract, answer["extract"])
        _check_blocks(extract)
    except (CodecError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise failure(
            "crashed", f"{name} could not be read, its reader gave no text layer: it may be damaged."
        ) from error
    return extract


def _check_blocks(extract: Extract) -> None:
    if len(extract.text) > LONGEST_TEXT or len(extract.blocks) > MOST_BLOCKS:
        raise ValueError("the text is longer than it may be")
    extract.text.encode()  # no lone surrogates
    found = extract.metadata
    for value in (found.title, found.publisher, found.url, found.language, found.published):
        if value and (len(value.value) > LONGEST_VALUE or clean(value.value) != value.value or "\n" in value.value):
            raise ValueError("a value of the metadata is not one line of text")
    at = -2
    for block in extract.blocks:
        if block.start != at + 2 or block.end <= block.start or extract.text[max(at, 0) : block.start].strip("\n"):
            raise ValueError("blocks do not follow one another")
        at = block.end
    if at != len(extract.text):
        raise ValueError("the blocks are not the whole text")

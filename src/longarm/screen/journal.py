"""The journal of a screening: a line for every page looked at, in the order of the crawls, from which all else is made.

It holds no words of a page: addresses, digests, counts, ids of the codebook, places in the text.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from longarm.errors import CodecError, UsageError
from longarm.model.codec import from_data, to_data
from longarm.screen.copies import Sketch
from longarm.screen.signs import Signs

NAME = "journal.jsonl"
FORMAT = 2
# What a line is: a page looked at, the same bytes again, a page that cannot be had, a damaged place of an archive; how
# far it is; that a crawl is at its end.
PAGE, AGAIN, FAULT, DAMAGE, MARK, END = "page", "again", "fault", "damage", "mark", "end"
MODE = 0o600  # of what is written: which pages somebody looks for is nobody else's business


@dataclass(frozen=True, slots=True)
class Crawl:
    """An archive: its name, its size in bytes, and a digest of its ends, by which it is known again."""

    name: str
    size: int
    ends: str


@dataclass(frozen=True, slots=True)
class Head:
    """What is screened, and how.

    Attributes:
        crawls: in order.
        rules: version of what decides which pages are read, and of what reads them.
        shard: (number from 1 on, of how many).
    """

    crawls: tuple[Crawl, ...]
    rules: str
    shard: tuple[int, int] = (1, 1)
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Told:
    """One statement of a page, by its place alone.

    Attributes:
        kind, method, measure, stage: as of a `Statement`.
        start, end: characters of the page's text, as longarm reads it.
        passage: 0-based number of its passage.
    """

    kind: str
    start: int
    end: int
    passage: int
    method: str = ""
    measure: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a first look at a page found.

    Attributes:
        why, reason: why it has no signs: a code of `ReadFailure` or another word, and a sentence; else empty.
        published: the date that the page states (EDTF), or empty.
        print, sketch: of the words, where the page has signs.
    """

    why: str = ""
    reason: str = ""
    language: str = ""
    published: str = ""
    signs: Signs | None = None
    print: str = ""
    sketch: Sketch = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What a page that was read tells.

    Attributes:
        passages: how many it has.
        is_part: whether only a part of a very long page was read.
    """

    passages: int
    told: tuple[Told, ...]
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What came of one record.

    Attributes:
        what: one of PAGE, AGAIN, FAULT, DAMAGE, MARK, END.
        crawl: 0-based number of the archive.
        number: 1-based number of the record among all that the archive tells of.
        member, at: where it stands (`documents.records.Place`); nth: its 1-based number among those told there.
        passed: records since the line before that are no pages, counted by what they are.
        seen: of a page, and why one cannot be had; heard: of a page that was read.
    """

    what: str
    crawl: int
    number: int
    member: str = ""
    at: int = 0
    nth: int = 1
    passed: tuple[tuple[str, int], ...] = ()
    url: str = ""
    captured: str = ""
    suffix: str = ""
    sha256: str = ""
    seen: Seen = Seen()
    heard: Heard | None = None

    @property
    def told(self) -> tuple[Told, ...]:
        """The statements of the page."""
        return self.heard.told if self.heard else ()


class Journal:
    """A journal that is written on; use it in a `with`."""

    def __init__(self, path: Path, head: Head) -> None:
        """Goes on with the journal there is, without a last line that was not written whole, or begins one.

        Raises:
            UsageError: the journal there is is of other crawls, rules or another shard.
        """
        self.path = path
        if not path.exists():
            path.touch(MODE)
        self._cut()
        self._file: IO[bytes] = path.open("ab")
        if self._file.tell() == 0:
            self._put(to_data(head))
        else:
            _check(read_head(path), head, path)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def add(self, line: Line) -> None:
        """Writes a line."""
        self._put(to_data(line))

    def _put(self, data: Any) -> None:
        self._file.write(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        self._file.flush()

    def _cut(self) -> None:
        """Takes away what stands behind the last line end."""
        with self.path.open("r+b") as file:
            end = file.seek(0, os.SEEK_END)
            while end:
                start = max(0, end - (1 << 16))
                file.seek(start)
                found = file.read(end - start).rfind(b"\n")
                if found >= 0:
                    file.truncate(start + found + 1)
                    return
                end = start
            file.truncate(0)


def read_head(path: Path) -> Head:
    """The head of a journal.

    Raises:
        UsageError: it is none, or of another version.
    """
    try:
        with path.open("rb") as file:
            return from_data(Head, json.loads(file.readline()))
    except (OSError, ValueError, CodecError) as error:
        raise UsageError(
            f"{path.parent} holds no screening that this longarm knows: give a folder that `longarm screen` wrote, or "
            "name a new one"
        ) from error


def lines(path: Path) -> Iterator[Line]:
    """The lines of a journal, in order; what stands behind the last line end is no line.

    Raises:
        UsageError: a line is none.
    """
    with path.open("rb") as file:
        file.readline()
        for number, row in enumerate(file, start=2):
            if not row.endswith(b"\n"):
                return
            try:
                yield from_data(Line, json.loads(row))
            except (ValueError, CodecError) as error:
                raise UsageError(f"{path}, line {number} is damaged: delete the folder, and screen again") from error


def _check(had: Head, head: Head, path: Path) -> None:
    folder = path.parent
    if had.crawls != head.crawls:
        raise UsageError(f"{folder} holds a screening of other crawls, or they changed since: name a new folder")
    if had.shard != head.shard:
        raise UsageError(
            f"{folder} holds shard {had.shard[0]}/{had.shard[1]}: name a folder of its own for "
            f"{head.shard[0]}/{head.shard[1]}"
        )
    if had != head:
        raise UsageError(f"{folder} was begun with another codebook or longarm: name a new folder")

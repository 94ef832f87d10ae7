"""`longarm screen`: crawls become a journal, page by page in their order, and that becomes the list of candidates.

Running it again at any time goes on where it stopped, also after it was killed: what is in the journal stays, and a
page has the same line in it whatever was done before, in however many processes.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from longarm.core.hashing import sha256
from longarm.screen import crawls, journal, outcome, output, rules
from longarm.screen.addresses import address
from longarm.screen.crawls import Archive, Record
from longarm.screen.engines.local import Broken, Hearing, Local, Looking
from longarm.screen.engines.shards import Shard
from longarm.screen.journal import AGAIN, DAMAGE, END, FAULT, MARK, PAGE, Crawl, Head, Heard, Journal, Line, Seen
from longarm.screen.looking import Look
from longarm.screen.outcome import CRASHED, Outcome
from longarm.storage.files import make_folder
from longarm.storage.lock import locked
from longarm.storage.paths import CasePaths

MARKED = 1000  # records after which the journal says how far it is, where nothing else did
PARTS = 1000  # that progress is told in
OTHERS = "pages of other shards"
_FOLDER = 0o700


class Tells(Protocol):
    """Is told how far a screening is (as `desk.tell.Tell`)."""

    def start(self, label: str, total: int | None) -> None: ...
    def step(self) -> None: ...


def screen(given: Sequence[Path], out: Path, engine: Local, tell: Tells, shard: Shard = Shard()) -> Outcome:  # noqa: B008
    """Screens crawls into a folder, or goes on with what is there.

    Args:
        given: web archives, and folders of them.
        out: the folder; readable for its owner alone where it is made here.
        engine: what looks at pages and reads them.

    Raises:
        UsageError: a crawl is not there or is none; the folder holds something else.
        CaseLocked: another process is screening into it.
    """
    found = crawls.archives(given)
    head = Head(
        tuple(crawls.known(archive) for archive in found),
        sha256(f"{rules.load().version} {engine.version}".encode())[:16],
        (shard.number, shard.of),
    )
    if not out.exists():
        make_folder(out.absolute())
        out.chmod(_FOLDER)
    output.check(out)
    with locked(CasePaths(out)):
        path = out / journal.NAME
        with Journal(path, head) as written:
            work = _Work(shard)
            had = work.resume(journal.lines(path))
            way = _Way(head.crawls, tell)
            for line in work.lines(found, had, engine):
                written.add(line)
                way.reached(line)
        tell.start("putting the candidates in order", None)
        result = outcome.of(head, journal.lines(path))
        output.write(out, result, lambda: journal.lines(path))
    return result


class _Way:
    """How far a screening is, in thousandths of the bytes of its crawls."""

    def __init__(self, archives: Sequence[Crawl], tell: Tells) -> None:
        sizes = [archive.size for archive in archives]
        self._before = [sum(sizes[:index]) for index in range(len(sizes))]
        self._all, self._told, self._tell = max(1, sum(sizes)), 0, tell
        tell.start("screening", PARTS)

    def reached(self, line: Line) -> None:
        """Tells that the journal has come to a line."""
        here = PARTS * (self._before[line.crawl] + line.at) // self._all
        for _ in range(self._told, min(here, PARTS)):
            self._tell.step()
        self._told = max(self._told, here)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A line as far as the record alone makes it, and the bytes where they are to be looked at."""

    line: Line
    data: bytes = b""
    is_new: bool = False


@dataclass(slots=True)
class _Had:
    """How far a journal is: the last line on the last archive in it, and whether that has damaged places."""

    last: Line | None = None
    is_damaged: bool = False


@dataclass(slots=True)
class _Work:
    """A screening under way.

    Attributes:
        seen: digests of the pages so far, by which the same bytes are not looked at again.
        heard: fingerprints of the texts so far that had signs enough, by which the same words are not read again.
    """

    shard: Shard
    seen: set[bytes] = field(default_factory=set)
    heard: set[str] = field(default_factory=set)

    def resume(self, lines: Iterator[Line]) -> _Had:
        """Learns what a journal has."""
        had = _Had()
        for line in lines:
            if had.last is None or line.crawl != had.last.crawl:
                had.is_damaged = False
            had.is_damaged = had.is_damaged or line.what == DAMAGE
            had.last = line
            if line.what == PAGE:
                self.seen.add(_short(line.sha256))
            if line.seen.print:
                self.heard.add(line.seen.print)
        return had

    def lines(self, archives: Sequence[Archive], had: _Had, local: Local) -> Iterator[Line]:
        """The lines that the journal has not yet."""
        looked = local.answers((begun, _question(begun)) for begun in self._begun(archives, had))
        for line, answer in local.answers(self._read(looked)):
            if isinstance(answer, Heard):
                yield replace(line, heard=answer)
            elif isinstance(answer, Broken):
                yield replace(line, seen=replace(line.seen, why=CRASHED, reason=_broke(line, answer)))
            else:
                yield line

    def _begun(self, archives: Sequence[Archive], had: _Had) -> Iterator[_Begun]:
        last = had.last
        for index, archive in enumerate(archives):
            if last and index < last.crawl:
                continue
            since = last if last and index == last.crawl else None
            if since and since.what == END:
                continue
            yield from self._of(archive, index, since, is_damaged=had.is_damaged)

    def _of(self, archive: Archive, index: int, last: Line | None, *, is_damaged: bool) -> Iterator[_Begun]:
        passed: Counter[str] = Counter()
        number = told = last.number if last else 0
        for record in crawls.records(archive, last, is_damaged=is_damaged):
            number = record.number
            begun = self._begin(record, index)
            if isinstance(begun, str):
                passed[begun] += 1
                if number - told >= MARKED:
                    begun = _Begun(_line(MARK, record, index))
            if isinstance(begun, _Begun):
                yield replace(begun, line=replace(begun.line, passed=tuple(sorted(passed.items()))))
                passed.clear()
                told = number
        yield _Begun(Line(END, index, number + 1, passed=tuple(sorted(passed.items()))))

    def _begin(self, record: Record, index: int) -> _Begun | str:
        """What a record is to this screening: a line in the making, or a word for what it is, where it is no page."""
        told = record.told
        if told.passed:
            return told.passed
        if told.fault:
            return _Begun(replace(_line(FAULT if told.url else DAMAGE, record, index), seen=Seen(reason=told.fault)))
        digest = sha256(record.data)
        if not self.shard.holds(digest):
            return OTHERS
        is_new = _short(digest) not in self.seen
        self.seen.add(_short(digest))
        line = replace(_line(PAGE if is_new else AGAIN, record, index), sha256=digest)
        return _Begun(line, record.data if is_new else b"", is_new)

    def _read(self, looked: Iterator[tuple[_Begun, object]]) -> Iterator[tuple[Line, Hearing | None]]:
        """The lines with what a first look found, and what is to be read."""
        for begun, answer in looked:
            line = begun.line
            if isinstance(answer, Broken):
                yield replace(line, seen=Seen(CRASHED, _broke(line, answer))), None
            elif isinstance(answer, Look):
                seen = answer.seen
                is_read = answer.extract is not None and seen.print not in self.heard
                if seen.print:
                    self.heard.add(seen.print)
                start = seen.signs.start if seen.signs else 0
                yield replace(line, seen=seen), Hearing(answer.extract, start) if is_read and answer.extract else None
            else:
                yield line, None


def _question(begun: _Begun) -> Looking | None:
    if not begun.is_new:
        return None
    return Looking(begun.data, f"{_name(begun.line)}{begun.line.suffix}")


def _broke(line: Line, answer: Broken) -> str:
    what = f" ({answer.error})" if answer.error else ""
    return f"{_name(line)} broke down what reads it{what}: please report it with the page, if you may."


def _name(line: Line) -> str:
    """What a page is called in messages: nothing that it says itself."""
    return f"page {line.sha256[:12]}"


def _line(what: str, record: Record, index: int) -> Line:
    told = record.told
    return Line(
        what,
        index,
        record.number,
        told.member,
        told.at,
        record.nth,
        url=address(told.url),
        captured=told.captured,
        suffix=told.suffix,
    )


def _short(digest: str) -> bytes:
    """Half of a digest: enough to tell pages apart, and half the memory."""
    return bytes.fromhex(digest[:32])

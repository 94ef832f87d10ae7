"""What a journal adds up to: candidates in order, what they are copies of, and where every record went."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from longarm.screen import scoring
from longarm.screen.copies import Firsts
from longarm.screen.journal import AGAIN, DAMAGE, FAULT, PAGE, Head, Line
from longarm.screen.looking import OTHER_LANGUAGE
from longarm.screen.scoring import Because

CRASHED = "crashed"  # code of a page that broke what reads it
SAME_BYTES, SAME_WORDS, NEARLY = "same bytes", "same words", "nearly the same"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page to read.

    Attributes:
        rank: from 1 on.
        points, because: what it is given, and for what.
        copies: how many other records are copies of it.
    """

    rank: int
    points: float
    because: tuple[Because, ...]
    line: Line
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """A record that is a copy: how (CRASHED = "crashed"  # code of a page that broke what reads it
    SAME_BYTES, SAME_WORDS, NEARLY), and the SHA-256 of the candidate that it is of."""

    line: Line
    how: str
    of: str


@dataclass(slots=True)
class Funnel:
    """Where every record went; each number is the sum of those that it is parted into.

    Attributes:
        passed: records that are no pages, by what they are.
        faults: pages that cannot be had from the archive.
        again: pages with the same bytes as an earlier one.
        unread: pages without a text, by why; languages: pages in another language, by language.
        silent: pages without signs enough.
        copies: pages with signs that are copies of a candidate.
        nothing: pages that were read and tell nothing.
        candidates: the others.
        damage: damaged places of archives, which are no records.
    """

    passed: Counter[str] = field(default_factory=Counter)
    faults: int = 0
    again: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    copies: int = 0
    nothing: int = 0
    candidates: int = 0
    damage: int = 0

    @property
    def signed(self) -> int:
        """Pages with signs enough."""
        return self.copies + self.nothing + self.candidates

    @property
    def read(self) -> int:
        """Pages whose words were looked through."""
        return self.silent + self.signed

    @property
    def looked(self) -> int:
        """Pages that were opened."""
        return self.read + self.unread.total() + self.languages.total()

    @property
    def pages(self) -> int:
        """Records that are pages and can be had."""
        return self.looked + self.again

    @property
    def records(self) -> int:
        """All records."""
        return self.pages + self.faults + self.passed.total()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a screening found."""

    head: Head
    funnel: Funnel
    candidates: tuple[Candidate, ...]
    copies: tuple[Copy, ...]

    @property
    def has_findings(self) -> bool:
        """Whether a crawl is not whole, or a page broke what reads it; pages that have no text are none."""
        return bool(self.funnel.faults or self.funnel.damage or self.funnel.unread[CRASHED])


@dataclass(slots=True)
class _Fold:
    """The fold of the lines of a journal.

    Attributes:
        told: the pages that tell something and are no copy, by the SHA-256 of their bytes.
        firsts: the sketches of these.
        by_print: by fingerprint of the words, the SHA-256 of the page that stands for them; empty where nothing is
            told, None where they could not be read.
        by_bytes: by SHA-256 of a page, that of the candidate that it is or is a copy of.
    """

    funnel: Funnel = field(default_factory=Funnel)
    told: dict[str, Line] = field(default_factory=dict)
    firsts: Firsts = field(default_factory=Firsts)
    by_print: dict[str, str | None] = field(default_factory=dict)
    by_bytes: dict[str, str] = field(default_factory=dict)
    copies: list[Copy] = field(default_factory=list)

    def add(self, line: Line) -> None:
        self.funnel.passed.update(dict(line.passed))
        if line.what == FAULT:
            self.funnel.faults += 1
        elif line.what == DAMAGE:
            self.funnel.damage += 1
        elif line.what == AGAIN:
            self.funnel.again += 1
            if first := self.by_bytes.get(line.sha256):
                self.copies.append(Copy(line, SAME_BYTES, first))
        elif line.what == PAGE:
            self._page(line)

    def _page(self, line: Line) -> None:
        if line.seen.why == OTHER_LANGUAGE:
            self.funnel.languages[line.seen.language] += 1
        elif line.seen.why:
            self._unread(line)
        elif not line.seen.print:
            self.funnel.silent += 1
        elif line.seen.print in self.by_print:
            self._same(line, self.by_print[line.seen.print])
        elif line.told:
            self._tells(line)
        else:
            self.by_print[line.seen.print] = ""
            self.funnel.nothing += 1

    def _unread(self, line: Line) -> None:
        self.funnel.unread[line.seen.why] += 1
        if line.seen.print:
            self.by_print.setdefault(line.seen.print, None)

    def _same(self, line: Line, first: str | None) -> None:
        if first is None:
            self.funnel.unread[CRASHED] += 1
        elif first:
            self._copy(line, SAME_WORDS, first)
        else:
            self.funnel.nothing += 1

    def _tells(self, line: Line) -> None:
        first = self.firsts.first(line.sha256, line.seen.sketch)
        self.by_print[line.seen.print] = first
        if first != line.sha256:
            self._copy(line, NEARLY, first)
            return
        self.funnel.candidates += 1
        self.told[line.sha256] = line
        self.by_bytes[line.sha256] = line.sha256

    def _copy(self, line: Line, how: str, first: str) -> None:
        self.funnel.copies += 1
        self.copies.append(Copy(line, how, first))
        self.by_bytes[line.sha256] = first


def of(head: Head, lines: Iterable[Line]) -> Outcome:
    """What the lines of a journal add up to; they come in the order of the crawls."""
    fold = _Fold()
    for line in lines:
        fold.add(line)
    times = Counter(copy.of for copy in fold.copies)
    scored = [Candidate(0, *scoring.score(line), line, times[sha256]) for sha256, line in fold.told.items()]
    ranked = sorted(scored, key=lambda one: (-one.points, one.line.crawl, one.line.number))
    candidates = tuple(replace(one, rank=rank) for rank, one in enumerate(ranked, start=1))
    ranks = {one.line.sha256: one.rank for one in candidates}
    copies = sorted(fold.copies, key=lambda one: (ranks[one.of], one.line.crawl, one.line.number))
    return Outcome(head, fold.funnel, candidates, tuple(copies))

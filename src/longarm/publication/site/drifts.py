"""What changed between two tellings, side by side, with the words that differ marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from longarm.model.claims import DRIFT_KINDS, Drift
from longarm.model.public import PublicClaim, PublicStatement
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.marks import Piece, cut
from longarm.publication.site.paging import Sheet, weighed
from longarm.publication.site.paging import cut as cut_pages

PATH = "drift.html"
_AROUND = 160  # characters shown around the statement and the marks
_MOST = 70_000  # bytes of a page; a row weighs about 2.5 kB with its texts


@dataclass(frozen=True, slots=True)
class Telling:
    """One side: the words of a statement with what differs marked (keys `here` the statement, `differs` the words)."""

    statement: PublicStatement
    pieces: tuple[Piece, ...]
    is_cut_before: bool
    is_cut_after: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One drift; without a direction `before` is the other telling, and nothing says which came first."""

    drift: Drift
    claim: PublicClaim
    before: Telling | None
    after: Telling
    is_directed: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """Differences of one kind."""

    id: str
    differences: tuple[Difference, ...]


class Drifts:
    """All differences of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._d = dossier

    @cached_property
    def all(self) -> tuple[Difference, ...]:
        """Every difference between released statements, by kind in the order of the data model, then by claim."""
        found = [made for claim in self._d.ranked for made in self.of(claim)]
        return tuple(sorted(found, key=lambda one: DRIFT_KINDS.index(one.drift.kind)))

    @cached_property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many there are of each kind that occurs."""
        return tuple((kind, n) for kind in DRIFT_KINDS if (n := sum(one.drift.kind == kind for one in self.all)))

    @cached_property
    def sheets(self) -> tuple[Sheet[Difference], ...]:
        """The pages of the list."""
        return cut_pages(weighed(self.all, [_weight(one) for one in self.all], _MOST), PATH)

    def page_of(self, kind: str) -> str:
        """The page on which a kind starts."""
        return next(sheet.path for sheet in self.sheets if any(one.drift.kind == kind for one in sheet.items))

    @staticmethod
    def grouped(sheet: Sheet[Difference]) -> Iterator[Kind]:
        """The differences of a page by kind."""
        for kind in DRIFT_KINDS:
            if found := tuple(one for one in sheet.items if one.drift.kind == kind):
                yield Kind(kind, found)

    def of(self, claim: PublicClaim) -> tuple[Difference, ...]:
        """The differences between the tellings of one claim."""
        return self._by_claim[claim.id]

    @cached_property
    def _by_claim(self) -> dict[str, tuple[Difference, ...]]:
        return {
            claim.id: tuple(made for drift in claim.drift if (made := self._difference(claim, drift)))
            for claim in self._d.case.claims
        }

    def _difference(self, claim: PublicClaim, drift: Drift) -> Difference | None:
        after = self._d.statements.get(drift.repetition)
        before = self._d.statements.get(drift.origin or drift.variant)
        if after is None:
            return None
        return Difference(
            drift,
            claim,
            self._telling(before, drift) if before else None,
            self._telling(after, drift),
            drift.origin is not None,
        )

    def _telling(self, statement: PublicStatement, drift: Drift) -> Telling:
        text = self._d.documents[statement.document].text
        passage = self._d.passages.get((statement.document, statement.passage))
        first, last = (passage.span.start, passage.span.end) if passage else (statement.span.start, statement.span.end)
        marks = [
            (mark.start, mark.end, "differs")
            for mark in drift.marks
            if first <= mark.start and mark.end <= last and text[mark.start : mark.end] == mark.words
        ]
        told = [(statement.span.start, statement.span.end, "here"), *marks]
        start, end = min(mark[0] for mark in told), max(mark[1] for mark in told)
        shown_from, shown_to = _widened(text, first, start, end, last)
        return Telling(statement, cut(text[shown_from:shown_to], shown_from, told), shown_from > first, shown_to < last)


def _widened(text: str, first: int, start: int, end: int, last: int) -> tuple[int, int]:
    """A stretch of a passage around some words, cut at blanks."""
    low = first if start - first <= _AROUND * 1.5 else text.find(" ", start - _AROUND, start) + 1 or start
    high = last if last - end <= _AROUND * 1.5 else text.rfind(" ", end, end + _AROUND)
    return low, high if high > end else (last if last - end <= _AROUND * 1.5 else end)


def _weight(one: Difference) -> int:
    texts = (piece.text for side in (one.before, one.after) if side for piece in side.pieces)
    return 1_600 + len(one.drift.detail) + sum(map(len, texts))

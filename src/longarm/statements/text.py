"""One text with everything the finders found in it: what the extractors work on."""

from collections.abc import Sequence
from dataclasses import dataclass

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.model.statements import Attribution, PersonMention, Quantity, TimeMention, Toponym
from longarm.statements.clauses import Clause
from longarm.statements.parse import Parse
from longarm.statements.quotes import Quote

NOTE = "update-note"  # kind of a passage by which a text was changed


@dataclass(frozen=True, slots=True)
class Part:
    """One passage of a text with what was found in it, each in text order."""

    passage: Passage
    parse: Parse
    clauses: tuple[Clause, ...]
    quotes: tuple[Quote, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeMention, ...]
    toponyms: tuple[Toponym, ...]
    people: tuple[PersonMention, ...]

    def clause_of(self, token: int) -> int:
        """Index of the clause that owns a token, or of the one whose tokens stand nearest before it."""
        best = 0
        for index, clause in enumerate(self.clauses):
            if token in clause.tokens:
                return index
            if clause.first <= token:
                best = index
        return best

    def above(self, clause: int) -> tuple[Clause, ...]:
        """The clauses over a clause, nearest first."""
        found: list[Clause] = []
        at = self.clauses[clause].parent
        while at >= 0 and len(found) < 20:
            found.append(self.clauses[at])
            at = self.clauses[at].parent
        return tuple(found)

    def tokens_of(self, span: Span) -> range:
        """The tokens that lie in a span of this passage."""
        first = self.parse.token_at(span.start)
        if first is not None and span.end <= self.parse.ends[first]:
            return range(first, first + 1)
        last = self.parse.token_at(span.end - 1)
        if first is None or last is None:
            first = last = first if last is None else last
        return range(0) if first is None or last is None else range(first, last + 1)

    def within(self, span: Span, first: int, last: int) -> bool:
        """Whether a span lies within the tokens from first up to, not including, last."""
        return self.parse.starts[first] <= span.start and span.end <= self.parse.ends[last - 1]


@dataclass(frozen=True, slots=True)
class Text:
    """A whole text: its parts in order, the attributions of all of it, and the charges that the author tells."""

    id: str
    document: str
    parts: tuple[Part, ...]
    attributions: Sequence[Attribution]
    publisher: str = ""
    charges: Sequence[Attribution] = ()

    def part_at(self, char: int) -> Part | None:
        """The part that a character stands in."""
        return next((p for p in self.parts if p.passage.span.start <= char < p.passage.span.end), None)

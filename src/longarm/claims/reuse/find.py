"""Text reuse over a whole case: for each sentence the earlier ones it was copied or rewritten from.

Sentences are looked up by the pairs of their words, in the order of documents' dates, so that the work grows with the
number of sentences: each is compared in full with a few that share the rarest pairs, never with all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from longarm.claims.reuse.likeness import likeness
from longarm.claims.reuse.pieces import Piece
from longarm.core.shingles import pairs
from longarm.model.documents import Document
from longarm.model.spans import Span

REACH = 3  # places between two telling words of a pair
POSTED = 24  # sentences kept for one pair: what more of them share is a common phrase
COMPARED = 5  # earlier sentences that one is compared with in full
# Likeness from which one sentence alone shows reuse, and from which two of one passage do; set on bench/planted.
ALONE, TOGETHER = 0.56, 0.45


@dataclass(frozen=True, slots=True)
class Reuse:
    """One sentence that repeats another.

    Attributes:
        source, copy: documents; the copy is the later one where both are dated.
        source_passage, copy_passage: 0-based indices of the passages.
        source_span, copy_span: the sentences.
        likeness: 0 to 1.
        is_directed: the dates say which came first.
    """

    source: str
    copy: str
    source_passage: int
    copy_passage: int
    source_span: Span
    copy_span: Span
    likeness: float
    is_directed: bool


def find(pieces: Mapping[str, Sequence[Piece]], documents: Sequence[Document]) -> tuple[Reuse, ...]:
    """The reuse between different documents, ordered by the copy and its place in the text.

    Args:
        pieces: the sentences of each document, by its id.
        documents: in any order; those that say the same date keep the order of their paths.
    """
    ordered = in_order(documents)
    days = {document.id: _day(document) for document in ordered}
    known: list[Piece] = []
    posted: dict[int, list[int]] = defaultdict(list)
    same: dict[tuple[str, ...], int] = {}
    found: list[tuple[Piece, Piece, float]] = []
    for made in (made for document in ordered for made in pieces.get(document.id, ()) if made.is_sign):
        first = same.get(made.stems)
        if first is not None and known[first].document != made.document:
            found.append((known[first], made, 1.0))
            continue
        keys = sorted(pairs(made.content, REACH))
        found += [(known[at], made, score) for at, score in _alike(made, keys, known, posted)]
        if first is None:
            same[made.stems] = len(known)
            for key in keys:
                if len(posted[key]) < POSTED:
                    posted[key].append(len(known))
            known.append(made)
    return tuple(_reuse(one, other, score, days) for one, other, score in _kept(found))


def in_order(documents: Sequence[Document]) -> list[Document]:
    """Documents in the order in which they can have told: by date, then by path; those without a date come last."""
    return sorted(documents, key=lambda document: (_day(document) or date.max, document.path, document.id))


def _alike(
    made: Piece, keys: Iterable[int], known: Sequence[Piece], posted: Mapping[int, list[int]]
) -> list[tuple[int, float]]:
    """The earlier sentences of other documents that are like this one, the likest first."""
    shared = Counter[int]()
    for key in keys:
        for at in posted.get(key, ()):
            if known[at].document != made.document:
                shared[at] += 1
    nearest = sorted((at for at, count in shared.items() if count > 1), key=lambda at: (-shared[at], at))[:COMPARED]
    scored = [(at, likeness(known[at], made)) for at in nearest]
    return sorted(((at, s) for at, s in scored if s >= TOGETHER), key=lambda one: (-one[1], one[0]))


def _kept(found: Sequence[tuple[Piece, Piece, float]]) -> list[tuple[Piece, Piece, float]]:
    """What shows reuse: a close repetition, or several looser ones between the same two passages."""
    together = Counter((a.document, a.passage, b.document, b.passage) for a, b, _ in found)
    return [
        (a, b, score)
        for a, b, score in found
        if score >= ALONE or together[a.document, a.passage, b.document, b.passage] > 1
    ]


def _reuse(source: Piece, copy: Piece, score: float, days: Mapping[str, date | None]) -> Reuse:
    first, second = days[source.document], days[copy.document]
    return Reuse(
        source.document,
        copy.document,
        source.passage,
        copy.passage,
        source.span,
        copy.span,
        round(score, 3),
        first is not None and second is not None and first < second,
    )


def _day(document: Document) -> date | None:
    days = document.published.days() if document.published else None
    return days[0] if days else None

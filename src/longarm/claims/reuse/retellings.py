"""Which documents retell another as a whole, and which of their sentences do.

Once a document is known to repeat another, a sentence of it needs less likeness to be known as retold: a heavy rewrite
changes some sentences beyond what shows reuse on its own, but not its names and numbers.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from longarm.claims.reuse.find import Reuse
from longarm.claims.reuse.pieces import Piece, piece
from longarm.model.spans import Span
from longarm.model.statements import Statement

# Share of a sentence's telling words, names and numbers that one sentence of the retold document has; share of such
# sentences from which a document retells another as a whole. Set on rewrites of the sample cases: heavy ones have .6 at
# least, other articles on the same subject .5 at most.
RETOLD, WHOLE = 0.4, 0.6
TELLING = 4  # such words below which a sentence says nothing about the whole
COMPARED = 4  # documents that one repeats most sentences of, with which it is compared as a whole


class Retellings:
    """The documents that retell others, each with those that it retells, the first telling first.

    Args:
        links: the reuse of the case; the source of a link comes first by date, and where dates are not known by path.
        pieces: the sentences of each document, by its id.
        order: ids of the documents, the first telling first.
    """

    def __init__(self, links: Iterable[Reuse], pieces: Mapping[str, Sequence[Piece]], order: Iterable[str]) -> None:
        self._pieces = pieces
        self._words: dict[str, list[frozenset[str]]] = {}
        self._told: dict[str, tuple[str, ...]] = {}
        self._at = {document: number for number, document in enumerate(order)}
        repeated: dict[str, Counter[str]] = defaultdict(Counter)
        for link in links:
            repeated[link.copy][link.source] += 1
        for document in sorted(repeated, key=self.place):
            retold = self._retold(document, repeated[document])
            if retold:
                self._told[document] = (*self._told.get(retold, ()), retold)

    def _retold(self, document: str, repeated: Counter[str]) -> str:
        """The document that one retells as a whole, or empty."""
        own = [words for words in self._sentences(document) if len(words) >= TELLING]
        nearest = sorted(repeated, key=lambda other: (-repeated[other], self.place(other)))[:COMPARED]
        shares = {other: sum(_is_retold(words, self._sentences(other)) for words in own) for other in nearest}
        best = max(nearest, key=lambda other: (shares[other], -self.place(other)))
        return best if own and shares[best] >= WHOLE * len(own) else ""

    def first(self, document: str) -> str:
        """The first telling of what a document retells; itself where it retells nothing."""
        return self._told.get(document, (document,))[0]

    def place(self, document: str) -> int:
        """Where a document stands in the order of tellings."""
        return self._at.get(document, 0)

    def retold(self, statement: Statement) -> str:
        """The first document of which the statement's own retells a whole, with this sentence; else empty."""
        told = self._told.get(statement.document, ())
        own = self._sentence(statement) if told else frozenset()
        return next((document for document in told if _is_retold(own, self._sentences(document))), "")

    def words(self, statement: Statement, document: str) -> Span | None:
        """The sentence of a document that the statement's own is likest to, where any shares words with it."""
        own = self._sentence(statement)
        told = [made for made in self._pieces.get(document, ()) if made.is_running]
        best = max(told, key=lambda made: len(own & _words(made)), default=None)
        return best.span if best is not None and own & _words(best) else None

    def _sentence(self, statement: Statement) -> frozenset[str]:
        at = statement.span.start
        own = (made for made in self._pieces.get(statement.document, ()) if made.passage == statement.passage)
        holding = (made for made in own if made.span.start <= at < made.span.end)
        return _words(next(holding, None) or piece(statement.span.words))

    def _sentences(self, document: str) -> list[frozenset[str]]:
        if document not in self._words:
            self._words[document] = [_words(made) for made in self._pieces.get(document, ()) if made.is_running]
        return self._words[document]


def _is_retold(words: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    return any(len(words & other) >= RETOLD * len(words) for other in others)


def _words(made: Piece) -> frozenset[str]:
    return frozenset(made.content) | made.facts

"""Which earlier sentences the sentence of a statement repeats, and which document its own retells."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from longarm.claims.reuse.find import Reuse, find, in_order
from longarm.claims.reuse.pieces import pieces
from longarm.claims.reuse.retellings import Retellings
from longarm.model.documents import Document, Passage
from longarm.model.statements import Statement


class Copies:
    """The reuse of a case, looked up by statement.

    Attributes:
        retellings: the documents that retell others as a whole.
    """

    def __init__(self, passages: Mapping[str, tuple[Passage, ...]], documents: Sequence[Document]) -> None:
        read = pieces(passages)
        links = find(read, documents)
        self.retellings = Retellings(links, read, [document.id for document in in_order(documents)])
        self._by_place: dict[tuple[str, int], list[Reuse]] = defaultdict(list)
        for link in links:
            self._by_place[link.copy, link.copy_passage].append(link)

    def of(self, statement: Statement) -> list[Reuse]:
        """The links whose copy holds the statement, the closest first."""
        near = self._by_place.get((statement.document, statement.passage), ())
        held = [link for link in near if link.copy_span.overlaps(statement.span)]
        return sorted(held, key=lambda link: (-link.likeness, link.source, link.source_span.start))

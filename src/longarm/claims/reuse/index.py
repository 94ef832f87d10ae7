"""Which earlier sentences the sentence of a statement repeats."""

from collections import defaultdict
from collections.abc import Iterable

from longarm.claims.reuse.find import Reuse
from longarm.model.statements import Statement


class Copies:
    """The reuse of a case, looked up by statement."""

    def __init__(self, found: Iterable[Reuse] = ()) -> None:
        self._by_place: dict[tuple[str, int], list[Reuse]] = defaultdict(list)
        for link in found:
            self._by_place[link.copy, link.copy_passage].append(link)

    def of(self, statement: Statement) -> list[Reuse]:
        """The links whose copy holds the statement, the closest first."""
        near = self._by_place.get((statement.document, statement.passage), ())
        held = [link for link in near if link.copy_span.overlaps(statement.span)]
        return sorted(held, key=lambda link: (-link.likeness, link.source, link.source_span.start))

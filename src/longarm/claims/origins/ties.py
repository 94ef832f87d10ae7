"""What the statements of one claim rest on when they are read together: copies, citations, presumed sources, rings.

The chain of each statement comes first (see `roots`). Then a source whose own text is in the case is followed into
that text; an outlet, a copied sentence or a credited story is followed to whom it has it from; a bare statement of a
document that cites a work is presumed to rest on what that work, or another text that cites it, gives the same for.
"""

import dataclasses
from collections.abc import Sequence

from longarm.claims.context import Context
from longarm.claims.origins.copied import copied
from longarm.claims.origins.echoes import echoed
from longarm.claims.origins.members import Members, Rooted, Visit
from longarm.claims.origins.presumed import credited, elsewhere, headed, presumed
from longarm.claims.origins.retold import no_better
from longarm.claims.origins.roots import PRESUMED, SEEN, Root
from longarm.claims.origins.sources import into_own_words, passed_on
from longarm.claims.origins.strands import Strands
from longarm.claims.reuse.index import Copies
from longarm.model.claims import UNKNOWN, Resolved


class Ties:
    """The roots of the statements of one claim."""

    def __init__(self, items: Sequence[Resolved], context: Context, strands: Strands, copies: Copies) -> None:
        self._members = Members(items, context, strands, copies)
        self._done: dict[int, Root] = {}

    def roots(self) -> list[Rooted]:
        """Each statement with what it rests on."""
        members = self._members
        found = [self.root(number, ()) for number in range(len(members.items))]
        strands = ["" if made.is_known else made.strand or members.strand(number) for number, made in enumerate(found)]
        return [
            (item, dataclasses.replace(made, strand=strand))
            for item, made, strand in zip(members.items, found, strands, strict=True)
        ]

    def settled(self, number: int) -> Root | None:
        """The root of a statement that is known already."""
        return self._done.get(number)

    def root(self, number: int, path: tuple[int, ...]) -> Root:
        """What a statement rests on; `path` is the way there, so that rings are seen."""
        if number in self._done:
            return self._done[number]
        if number in path:
            return self._ring(path[path.index(number) :])
        visit = Visit(number, (*path, number), self._members, self)
        made = echoed(visit, no_better(visit, _follow(visit)))
        return self._done.setdefault(number, made)

    def _ring(self, path: tuple[int, ...]) -> Root:
        """The root of statements that cite each other in a circle: nobody; they share one unknown strand."""
        members = self._members
        names = [members.title(members.document(number)) for number in path]
        why = f"A ring: {' has it from '.join([*names, names[0]])}; nobody in it says how it is known."
        proof = tuple(dict.fromkeys(span for number in path for span in members.chains[number].proof))
        for number in path:
            members.join(path[0], number)
            self._done[number] = Root(UNKNOWN, "", PRESUMED, members.chains[number].backs, why, proof)
        return self._done[path[-1]]


def _follow(visit: Visit) -> Root:
    chain, copy = visit.chain, copied(visit)
    if chain.tie == SEEN and chain.is_known:
        return copy if copy is not None and copy.is_known else chain
    if copy is not None and (copy.is_known or not chain.is_known):
        return copy
    if chain.passed:
        return passed_on(visit)
    if chain.is_known:
        return headed(visit) or into_own_words(visit)
    return presumed(visit) or credited(visit) or elsewhere(visit) or chain

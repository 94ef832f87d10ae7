"""Parties that only a copy or rewrite names: they prove nothing that the text it retells does not."""

import dataclasses
from collections.abc import Sequence

from longarm.claims.origins.members import Members, Visit
from longarm.claims.origins.roots import ATTRIBUTED, PRESUMED, SEEN, Root
from longarm.model.spans import Span

_PROVED = (SEEN, ATTRIBUTED)
_GOES_ON = ("carried", "inherited")  # how a voice is found that the sentence itself does not name


def no_better(visit: Visit, made: Root) -> Root:
    """The root of a statement that retells another text: presumed only, where that text does not have it from there.

    A party's own text is believed once among all that retell one text, where that text names nobody.
    """
    first, is_whole = _first(visit)
    if not first or not made.is_known or made.tie not in _PROVED:
        return made
    members = visit.members
    told = [other for other in members.of_document(first) if members.agree(visit.number, other)]
    if not (told or is_whole) or visit.number in told:
        return made
    followed = (members.chains[other] if other in visit.path else visit.root(other) for other in told)
    theirs = [found for found in followed if found.is_known]
    if any(members.is_kin(found.source, made.source) and _proves(found, made, first, members) for found in theirs):
        return made
    if visit.chain.tie == SEEN and not theirs and _is_first_own(visit, first):
        return made
    why = f"{made.why} The text retells {members.title(first)}, which does not say that it has it from there."
    return dataclasses.replace(made, tie=PRESUMED, why=why, proof=(*made.proof, *_words(visit, first, told)))


def _words(visit: Visit, first: str, told: Sequence[int]) -> tuple[Span, ...]:
    """The words of the first telling: its same statement, else the sentence that is retold."""
    members = visit.members
    if told:
        return (members.items[told[0]].statement.span,)
    retold = members.copies.retellings.words(visit.item.statement, first)
    return (retold,) if retold is not None else ()


def _proves(found: Root, made: Root, first: str, members: Members) -> bool:
    """Whether the root in the first telling is as good: tied as well, affirmed as well, and told apart by a name."""
    is_named = (first, found.source) in members.context.told_apart
    return found.tie in _PROVED and is_named and (found.backs or not made.backs)


def _first(visit: Visit) -> tuple[str, bool]:
    """The document that the statement's sentence is retold from, or empty; and whether its own retells all of it.

    What a retelling adds in a sentence of its own is its own, where that sentence names the source. A source that only
    goes on from the sentence before is what rewriting and shuffling make of the text that is retold.
    """
    retellings, statement = visit.members.copies.retellings, visit.item.statement
    if first := retellings.retold(statement):
        return first, True
    whole = retellings.first(visit.document)
    if whole != visit.document and statement.voices and statement.voices[-1].found in _GOES_ON:
        return whole, True
    link = next(iter(visit.members.copies.of(statement)), None)
    first = retellings.first(link.source) if link else ""
    return (first, False) if first != visit.document else ("", False)


def _is_first_own(visit: Visit, first: str) -> bool:
    members = visit.members
    retellings = members.copies.retellings
    own = {
        members.document(number)
        for number, chain in enumerate(members.chains)
        if chain.tie == SEEN and retellings.first(members.document(number)) == first
    }
    return min(own | {visit.document}, key=retellings.place) == visit.document

"""Inherited measures: a number that goes on from a count before it is of the same measure ("seven of them in Gera")."""

from collections.abc import Sequence
from dataclasses import dataclass

from longarm.languages import load
from longarm.model.statements import Quantity
from longarm.statements.counts import fates
from longarm.statements.counts.measures import measures_by_id, people
from longarm.statements.parse import Parse
from longarm.statements.text import Part

NEAR = 1  # sentences from a number back to the count that it goes on from
STEPS = 8  # steps up from a number to a verb of its own


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with what it counts, the token of that, and the measures that it is a figure of; none for money."""

    quantity: Quantity
    head: int
    measures: tuple[str, ...]
    noun: int = -1


def inherited(part: Part, one: Counted, before: Sequence[Counted]) -> Counted:
    """A count without a noun or a fate of its own, with the measures of the one that it goes on from; any other as it
    is."""
    quantity = one.quantity
    if quantity.unit_span is not None or any(measure in measures_by_id() for measure in one.measures):
        return one
    source = _source(part, one, before)
    if source is None:
        return one
    is_thing = source.quantity.unit_head not in people()
    if _has_own_verb(part.parse, one.head, source.head):
        named = _named(source)
        is_known = is_thing and named in measures_by_id()
        measures = (fates.of_thing(part.parse, one.head, named),) if is_known else one.measures
    else:
        measures = source.measures
    return Counted(quantity, one.head, measures, source.noun)


def _named(source: Counted) -> str:
    """The measure of the things that a count is of, whatever befell them."""
    own = source.measures[0]
    known = measures_by_id().get(own)
    return known.of[0] if known is not None and known.of else own


def _source(part: Part, one: Counted, before: Sequence[Counted]) -> Counted | None:
    """The nearest count before, of the same sentence or the last one, that counts the same noun or, for one that is
    only known to be of people, people."""
    parse, unit = part.parse, one.quantity.unit_head
    for other in reversed(before):
        if parse.sentence_of(one.head) - parse.sentence_of(other.head) > NEAR:
            return None
        if not other.measures or other.quantity.relation in ("ratio", "majority"):
            continue
        theirs = other.quantity.unit_head or parse.lemmas[other.head]
        if unit == theirs or (unit == load("en").units.anybody and _is_of_people(other, theirs)):
            return other
    return None


def _is_of_people(other: Counted, noun: str) -> bool:
    known = measures_by_id().get(other.measures[0])
    return noun in people() or (known is not None and bool(known.verbs) and not known.of)


def _has_own_verb(parse: Parse, number: int, before: int) -> bool:
    """Whether a verb that the count before has no part in tells what befell those of a number, or what they did."""
    verb, theirs = _verb(parse, number), _verb(parse, before)
    if verb is None or verb == theirs:
        return False
    return parse.deps[number] in _ARGUMENTS or before not in range(*parse.subtree(verb))


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def _verb(parse: Parse, token: int) -> int | None:
    """The nearest verb over a word."""
    for _ in range(STEPS):
        token, below = parse.heads[token], token
        if token == below:
            return None
        if parse.pos[token] in ("VERB", "AUX"):
            return token
    return None

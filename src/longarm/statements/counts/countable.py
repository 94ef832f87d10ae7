"""Countable nouns: what a number can be a number of; no name, no slip of the parser, no furniture of a page."""

from longarm.languages.loader import Units
from longarm.model.statements import Quantity
from longarm.statements.counts import counting
from longarm.statements.discourse.names import head_of
from longarm.statements.parse import Parse
from longarm.statements.text import Part
from longarm.statements.topic import Topic


def is_countable(part: Part, quantity: Quantity, topic: Topic, units: Units) -> bool:
    """Whether the noun of a quantity is one that can be counted: no name, no slip of the parser, no page furniture."""
    parse, span = part.parse, quantity.unit_span
    head = head_of(parse, span.start, span.end) if span else None
    if head is None or span is None or "ordinal" in quantity.flags:
        return True
    lemma = quantity.unit_head
    if lemma[0].isdigit() or _is_place(part, head):
        return False
    if counting.by_noun(parse, head, lemma, topic, frozenset()):
        return True
    if is_idle(part, quantity, units):
        return False
    if parse.pos[head] not in ("NOUN", "PROPN"):
        return lemma in units.uninflected or counting.is_people(parse, head, lemma)
    if parse.pos[head] == "PROPN" and _is_name(parse, part.tokens_of(quantity.span)[-1], head):
        return False
    if _is_plural(parse, head) or quantity.relation in ("majority", "ratio"):
        return True
    if lemma in units.uninflected or counting.is_people(parse, head, lemma):
        return True
    if parse.pos[head] == "PROPN" and any(character.isdigit() for character in lemma):
        return True  # "two F-16": a make, written without an s
    return parse.pos[head] == "NOUN" and quantity.interval.low <= 1


def _is_name(parse: Parse, number: int, head: int) -> bool:
    """Whether a capitalised noun is the name of somebody or of a body that the number stands before by chance."""
    if parse.tags[head] in ("NNS", "NNPS") or (_is_plural(parse, head) and head == number + 1):
        return False  # "109 Uyghurs"
    return any(
        first <= head < last and not first <= number < last and label in ("ORG", "PERSON", "GPE")
        for first, last, label in parse.entities
    )


def _is_plural(parse: Parse, head: int) -> bool:
    """Whether a noun is a plural by its tag or, where it is written as a name, by its form; peoples' names are too."""
    if parse.tags[head] in ("NNS", "NNPS"):
        return True
    if any(label == "NORP" and first <= head < last for first, last, label in parse.entities):
        return True
    word = parse.words[head]
    return len(word) > 3 and word[0].isupper() and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_idle(part: Part, quantity: Quantity, units: Units) -> bool:
    """Whether a number has a noun of its own that counts nothing: a manner of speaking or, alone in a pair of brackets,
    the furniture of a page ("(21 Images)")."""
    if quantity.unit_head in units.uncountable:
        return True
    parse, span = part.parse, quantity.unit_span
    head = head_of(parse, span.start, span.end) if span else None
    first = part.tokens_of(quantity.span)[0]
    if head is None or first == 0 or head + 1 >= len(parse):
        return False
    if parse.words[first - 1] != "(" or parse.words[head + 1] != ")":
        return False
    return parse.lowers[head] in units.furniture or parse.lowers[head].rstrip("s") in units.furniture


def _is_place(part: Part, token: int) -> bool:
    """Whether a noun is the name of a place, of which there is one: "Spain | 9"."""
    char = part.parse.starts[token]
    return any(t.role == "place" and t.span.start <= char < t.span.end and t.place for t in part.toponyms)

"""Wholes: which counts of a text are parts of a larger one that it tells: "12 offices, seven of them in Gera"."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from longarm.languages import load
from longarm.languages.loader import Parts
from longarm.model.statements import Quantity, Statement
from longarm.statements.counts import measures
from longarm.statements.counts.parted import is_whole
from longarm.statements.text import Part

LEAST_PARTS = 2  # counts after a larger one, which add up to it, are its parts


def with_wholes(parts: Sequence[Part], statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each count that the words make a part of another with that one's id.

    A part is told of its whole by a pronoun ("seven of them", "of whom five"), by the number of the whole itself
    ("eleven of the 19 requests"), as an example of it ("including two boys"), or with others that add up to it ("six
    nationals, one doctor and five teachers"); what is joined to a part is a part too. Both have the same voices, as far
    as they go, and no part is more than its whole.
    """
    figures = [s for s in statements if s.kind == "figure" and s.quantity is not None and s.quantity.is_count]
    found: dict[str, str] = {}
    for index, part in enumerate(parts):
        here = sorted((s for s in figures if s.passage == index), key=lambda s: _start(s))
        for small, large in (*_told(part, here), *_adding_up(part, here)):
            if small.id != large.id and _fits(small, large):
                found.setdefault(small.id, large.id)
        for before, small in itertools.pairwise(here):
            if before.id in found and small.id not in found and _is_joined(part, before, small):
                found[small.id] = found[before.id]
    return tuple(replace(s, part_of=(found[s.id],)) if s.id in found else s for s in statements)


def _start(statement: Statement) -> int:
    return statement.quantity.span.start if statement.quantity else -1


def _fits(small: Statement, large: Statement) -> bool:
    """Whether a count can be a part of another: no more than it, told by the same voices, and neither denied."""
    assert small.quantity is not None and large.quantity is not None
    high = large.quantity.interval.high
    spoken = [[voice.name for voice in s.voices] for s in (small, large)]
    shared = min(map(len, spoken))
    is_count = not large.quantity.relation and small.quantity.relation in ("", "increment")
    is_within = high is None or small.quantity.interval.low <= high
    is_told = spoken[0][:shared] == spoken[1][:shared] and small.polarity == large.polarity == "affirmed"
    return is_count and is_within and is_told


def _told(part: Part, here: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Parts that words before or after their number tell of their whole."""
    words = load("en").qualifiers.parts
    for at, small in enumerate(here):
        quantity = small.quantity
        assert quantity is not None
        named = next((s for s in here if _is_in_whole(part, quantity, s)), None) or _opening(part, here[:at], small)
        before = [s for s in here[:at] if _is_near(part, s, small)]
        if named is not None:
            yield small, named
        elif before and (_is_of_those(part, quantity, words) or _is_example(part, quantity, words)):
            like = [s for s in before if _is_like(small, s)]
            if like:
                yield small, like[-1]


def _is_joined(part: Part, before: Statement, small: Statement) -> bool:
    """Whether a count goes on from a part right before it: "including nine in Spain and | 11 in Italy"."""
    offset = part.parse.offset
    between = part.parse.text[before.span.end - offset : small.span.start - offset].strip(" ,").lower()
    return small.span.start >= before.span.end and between in ("", "and", "or") and _is_like(small, before)


def _is_in_whole(part: Part, small: Quantity, large: Statement) -> bool:
    """Whether another number is that of the whole: "eleven of the 19 requests"."""
    assert large.quantity is not None
    tokens, after = part.tokens_of(small.span), part.tokens_of(large.quantity.span)
    if not len(tokens) or not len(after) or not tokens[-1] < after[0] <= tokens[-1] + 3:
        return False
    return part.parse.lowers[tokens[-1] + 1] == "of" and bool(small.whole)


def _opening(part: Part, before: Sequence[Statement], small: Statement) -> Statement | None:
    """The whole that a sentence opens with: "of the 54 offices, nine are in Spain and four in Italy"."""
    for large in before:
        assert large.quantity is not None and small.quantity is not None
        sentences = {part.parse.sentence_of(part.tokens_of(s.quantity.span)[0]) for s in (large, small) if s.quantity}
        if len(sentences) == 1 and is_whole(part, large.quantity) and _is_like(small, large):
            return large
    return None


def _is_near(part: Part, large: Statement, small: Statement) -> bool:
    """Whether two counts stand in one sentence, or in two that follow one another."""
    one, two = (part.parse.sentence_of(part.tokens_of(s.quantity.span)[0]) for s in (large, small) if s.quantity)
    return two - one <= 1


def _is_of_those(part: Part, quantity: Quantity, words: Parts) -> bool:
    """ "Seven of them", "five of whom", "of whom 101", "of these, nine"."""
    tokens, lowers = part.tokens_of(quantity.span), part.parse.lowers
    first = tokens[0] - (lowers[max(tokens[0] - 1, 0)] == ",")
    near = (lowers[max(first - 2, 0) : first], lowers[tokens[-1] + 1 : tokens[-1] + 3])
    return any(len(pair) > 1 and pair[0] == "of" and pair[1] in words.pronouns for pair in near)


def _is_example(part: Part, quantity: Quantity, words: Parts) -> bool:
    """ ", including nine in Spain", ", among them two boys": in the words of the number or right before them."""
    tokens, lowers = part.tokens_of(quantity.span), part.parse.lowers
    first = tokens[0]
    while first > 0 and part.parse.pos[first - 1] in ("DET", "ADV"):
        first -= 1
    near = (" ".join(lowers[max(first - 2, 0) : first]), *lowers[max(first - 1, 0) : first], lowers[first])
    return any(opener in near for opener in words.openers)


def _is_like(small: Statement, large: Statement) -> bool:
    """Whether two counts can be of the same things: of one measure or noun, or both of people."""
    assert small.quantity is not None and large.quantity is not None
    if small.measure == large.measure or small.quantity.unit_head == large.quantity.unit_head:
        return True
    return _is_of_people(small) and _is_of_people(large)


def _is_of_people(statement: Statement) -> bool:
    """Whether people are counted, by their noun or, without one, by what befell them."""
    noun = statement.quantity.unit_head if statement.quantity else ""
    known = measures.measures_by_id().get(statement.measure)
    return noun in measures.people() or (not noun and known is not None and bool(known.verbs) and not known.of)


def _adding_up(part: Part, here: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Counts after a larger one that add up to it."""
    for at, large in enumerate(here):
        assert large.quantity is not None
        total, parts = 0.0, []
        for small in here[at + 1 :]:
            value = small.quantity.value if small.quantity else None
            if not isinstance(value, int) or not _is_near(part, large, small) or not _is_like(small, large):
                break
            total += value
            parts.append(small)
            if total == large.quantity.value and len(parts) >= LEAST_PARTS and large.quantity.qualifier == "exact":
                yield from ((one, large) for one in parts)
                break

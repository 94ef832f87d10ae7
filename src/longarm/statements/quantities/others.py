"""One more of what was just counted, told without a number: "one in Lyon, another in Nice, a third in Brest"."""

from collections.abc import Iterator

from longarm.core.intervals import Interval
from longarm.languages import Language
from longarm.model.statements import Quantity
from longarm.statements.parse import Parse

REACH = 4  # tokens after the preposition in which the name of the place stands


def others(parse: Parse, language: Language) -> Iterator[Quantity]:
    """The single ones that a list tells of after a number, each with the place that it is in; in text order."""
    words = language.qualifiers.elliptic
    at = 0
    while at < len(parse):
        last = _phrase(parse, at, language)
        if last is None or parse.lowers[last : last + 1] == [] or parse.lowers[last] not in words.before:
            at += 1
            continue
        if _names_a_place(parse, last) and _follows_a_number(parse, at, language):
            is_further = parse.lowers[at] == words.another
            yield Quantity(
                span=parse.span(at, last),
                interval=Interval(1, 1),
                value=1,
                qualifier="increment" if is_further else "exact",
                relation="increment" if is_further else "",
                flags=("other",),
            )
        at = last


def _phrase(parse: Parse, at: int, language: Language) -> int | None:
    """One past "another", "the other", "a third", "a last one" that begins at a token."""
    words, lower = language.qualifiers.elliptic, parse.lowers[at]
    if lower == words.another:
        return at + 2 if parse.lowers[at + 1 : at + 2] == [words.one] else at + 1
    after = parse.lowers[at + 1] if at + 1 < len(parse) else ""
    if lower not in words.articles or (after not in words.following and after not in language.numbers.ordinals):
        return None
    if parse.lowers[at + 2 : at + 3] == [words.one]:
        return at + 3
    return at + 2 if after not in words.with_one else None


def _names_a_place(parse: Parse, preposition: int) -> bool:
    return any(parse.pos[token] == "PROPN" for token in range(preposition + 1, min(preposition + REACH, len(parse))))


def _follows_a_number(parse: Parse, at: int, language: Language) -> bool:
    """Whether a list goes on there: a mark or a joint right before, and a number earlier in the sentence."""
    first = parse.sentences[parse.sentence_of(at)][0]
    is_listed = at > first and parse.lowers[at - 1] in language.qualifiers.elliptic.joints
    return is_listed and any(parse.tags[token] == "CD" for token in range(first, at))

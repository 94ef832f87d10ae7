"""Speakers: whether words that are not parsed yet name who says something, or describe whom other words name."""

import functools

from longarm.codebook.loader import people_nouns
from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.statements.cutting.line import Line

LONGEST_SPEAKER = 14  # tokens
LONGEST_NAME = 5
FIRST_WORDS = 3  # among which a noun that speaks stands without an article: "senior Kenyan officials"
WORKS_WITHIN = 5  # tokens from "in" to the noun of a work


def is_speaker(line: Line, first: int, last: int, longest: int = LONGEST_SPEAKER) -> bool:
    """Whether words are those of who speaks: no verb and no clause among them but a relative one at their end."""
    tags = attributions.load("en").tags
    if not first < last <= first + longest:
        return False
    who = next((t for t in range(first, last) if line.lowers[t] in tags.relative), last)
    if line.has_any(tags.apart, first, who) or (who < last and not has_verb(line, who, last)):
        return False
    if line.is_capital(first) or line.lowers[first] in tags.determiners:
        return True
    return line.has_any(tags.speakers, first, min(first + FIRST_WORDS, last))


def is_called(line: Line, first: int, last: int) -> bool:
    """Whether words behind a verb hold a name or a noun of somebody who speaks, and are nothing that is said."""
    tellers = _tellers()
    return line.is_capital(first) or any(
        word in tellers or (word.endswith("s") and word[:-1] in tellers) for word in line.lowers[first:last]
    )


def is_description(line: Line, first: int) -> bool:
    """Whether the words up to a mark describe who was named before: "a lawyer for four of them", "who heads it"."""
    tags = attributions.load("en").tags
    if line.lowers[first] in tags.relative:
        return True
    after = line.mark_after(first)
    if after is None or not (line.lowers[first] in tags.describing or line.lowers[first].isdigit()):
        return False
    who = next((t for t in range(first, after) if line.lowers[t] in tags.relative | {"that"}), after)
    return not line.has_any(tags.apart | tags.helping, first + 1, who)


def is_name(line: Line, before: int, first: int) -> bool:
    """Whether a name stands behind the office of who bears it: "says the author, Jana Hruby,"."""
    after = line.mark_after(first)
    if after is None or not 1 < after - first <= LONGEST_NAME or line.is_capital(before):
        return False
    return all(line.is_capital(t) for t in range(first, after))


def is_in_work(line: Line, first: int) -> bool:
    """Whether words tell in which work something was said: "wrote the dean, in a letter to the embassy,"."""
    after = line.mark_after(first)
    if after is None or line.lowers[first] not in ("in", "on", "via", "through"):
        return False
    return line.has_any(attributions.load("en").works, first + 1, min(first + WORKS_WITHIN, after))


def has_verb(line: Line, first: int, last: int) -> bool:
    """Whether a word looks like a finite verb."""
    helping = attributions.load("en").tags.helping
    return any(line.lowers[t] in helping or line.lowers[t].endswith("ed") for t in range(first, last))


@functools.cache
def _tellers() -> frozenset[str]:
    words = language.load("en")
    told = attributions.load("en")
    known = (
        told.works
        | words.persons
        | words.organisations
        | words.works
        | words.tellers
        | words.spokespersons
        | words.callings
    )
    return known | frozenset(people_nouns()) | told.tags.speakers | {"he", "she", "they", "it"}

"""Relevance: which passages of a text can tell of repression across borders, and which are about something else."""

import functools
import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit
from longarm.statements.scenes.operators import facility_methods, facility_nouns
from longarm.statements.text import Part
from longarm.statements.topic import Topic

VOUCHED = 150  # words that one sign speaks for; so many need none: a short text was put in the case for what it says
NEAR = 200  # words on each side of a passage in which its signs may stand


def relevant(parts: Sequence[Part], hits: Sequence[tuple[Hit, ...]], topic: Topic) -> tuple[bool, ...]:
    """Whether each passage can tell of repression across borders.

    A sign is the cue of a method, or a word for what crosses a border or presses on people. A passage needs them in
    and near it, and more of them where there are more words, so that the sports page behind a report is passed over.
    A text longer than `VOUCHED` has also to name two countries or have a word for what crosses a border: an ordinary
    burglary is no matter of a foreign state.
    """
    words = list(itertools.accumulate((len(part.parse) for part in parts), initial=0))
    signs = [words[i] + at for i, part in enumerate(parts) for at in _signs(part, hits[i], topic)]
    is_about = topic.is_relevant or bool(signs) or (words[-1] <= VOUCHED and _is_of_courts(parts))
    if not is_about or not (words[-1] <= VOUCHED or topic.countries > 1 or _crosses(parts)):
        return (False,) * len(parts)
    return tuple(_is_vouched(signs, words[i] - NEAR, words[i + 1] + NEAR, words[-1]) for i in range(len(parts)))


def is_short(parts: Sequence[Part]) -> bool:
    """Whether a text is so short that what it counts needs no sign of repression across borders."""
    return sum(len(part.parse) for part in parts) <= VOUCHED


def _is_vouched(signs: Sequence[int], first: int, last: int, words: int) -> bool:
    first, last = max(first, 0), min(last, words)
    found = bisect_left(signs, last) - bisect_left(signs, first)
    return (found + 1) * VOUCHED >= last - first


def _crosses(parts: Sequence[Part]) -> bool:
    known = assessments().crossing
    return any(next(_places(part, known), None) is not None for part in parts)


def _is_of_courts(parts: Sequence[Part]) -> bool:
    return any(not assessments().courts.isdisjoint(part.parse.lemmas) for part in parts)


def _signs(part: Part, hits: Sequence[Hit], topic: Topic) -> list[int]:
    """The tokens of a passage that are signs, in order."""
    known = _known(topic.has(facility_methods()))
    return sorted({*_places(part, known), *(hit.first for hit in hits)})


@functools.cache
def _known(with_facilities: bool) -> frozenset[str]:
    """The words that are signs."""
    known = assessments().crossing | assessments().pressing
    return known | facility_nouns() if with_facilities else known


def _places(part: Part, known: frozenset[str]) -> Iterator[int]:
    """The tokens of a passage that are one of some words, or their plural in -s."""
    for at, (lemma, lower) in enumerate(zip(part.parse.lemmas, part.parse.lowers, strict=True)):
        if lemma in known or lower in known or (lower[-1] == "s" and lower.rstrip("s") in known):
            yield at

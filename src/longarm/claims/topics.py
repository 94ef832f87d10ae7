"""What a text speaks of when it names a method only by its means: "the stations", "the notices"."""

import functools
import re
from typing import Any

from longarm.claims import words
from longarm.core.reference import read_yaml
from longarm.errors import DataError
from longarm.model.spans import Span


@functools.cache
def load() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Method ids with the words that speak of them.

    Raises:
        DataError: the file is malformed.
    """
    data: Any = read_yaml(__package__, "topics.yaml")
    try:
        return tuple((str(method), tuple(str(phrase) for phrase in phrases)) for method, phrases in data.items())
    except (TypeError, AttributeError) as error:
        raise DataError(
            f"claims/data/topics.yaml is malformed: {error!r}; it maps method ids to lists of words"
        ) from error


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (method, re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.I)) for method, phrases in load()
    )


@functools.cache
def stems() -> frozenset[str]:
    """The stems of all words that name means: sharing them makes one topic, not one assertion."""
    return frozenset(words.stem(token) for _, phrases in load() for phrase in phrases for token in words.tokens(phrase))


@functools.lru_cache(maxsize=65_536)
def topics(text: str) -> frozenset[str]:
    """The methods whose means a text names."""
    return frozenset(method for method, pattern in _patterns() if pattern.search(text))


def mention(span: Span, method: str) -> Span | None:
    """The first words of a span that speak of a method's means, or None."""
    for known, pattern in _patterns():
        if known == method and (match := pattern.search(span.words)):
            return Span(span.text, span.start + match.start(), span.start + match.end(), match.group())
    return None

"""Marks: one thing compared, and what comparisons share."""

import re
from dataclasses import dataclass

from longarm.desk.measuring.labelled import Data, Span

_NAME_STOPS = frozenset(("the", "a", "an", "of", "and", "its"))


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing compared: was it there to find (`gold`), was something given (`predicted`), was that right (`hit`)."""

    aspect: str
    hit: bool
    predicted: bool
    gold: bool
    note: str


def is_same_name(predicted: str, gold: str) -> bool:
    """Whether two names mean one party: they share two words, or all of the shorter, articles aside."""
    left, right = _name_words(predicted), _name_words(gold)
    return bool(left & right) and len(left & right) >= min(len(left), len(right), 2)


def sets(aspect: str, gold: set[str], given: set[str], at: str = "the text") -> list[Mark]:
    """A mark for each member of two sets."""
    return [
        Mark(aspect, item in gold and item in given, item in given, item in gold, f"{at}: {item}")
        for item in sorted(gold | given)
    ]


def quantity_span(statement: Data) -> Span:
    """Where the number of a figure stands in the text; its whole span where that cannot be told."""
    start, end = span(statement["span"])
    words = str(statement["quantity"].get("words") or "")
    at = str(statement["span"].get("words") or "").find(words)
    return (start, end) if at < 0 or not words else (start + at, start + at + len(words))


def span(data: Data) -> Span:
    """Start and end of anything that has them."""
    return int(data["start"]), int(data["end"])


def shared(left: Span, right: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def _name_words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.lower())) - _NAME_STOPS

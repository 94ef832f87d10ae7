"""Spans: exact words at exact places of a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text: `text[start:end] == words` always holds.

    Attributes:
        text: id of the text layer the offsets count in.
        start: first character, 0-based.
        end: one past the last character.
        words: the characters between.

    Raises:
        ValueError: the offsets do not fit the words.
    """

    text: str
    start: int
    end: int
    words: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.words):
            raise ValueError(f"a span of {len(self.words)} characters cannot run from {self.start} to {self.end}")

    @classmethod
    def of(cls, text_id: str, text: str, start: int, end: int) -> "Span":
        """The span of `text` from start to end."""
        return cls(text_id, start, end, text[start:end])

    def contains(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.text == other.text and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.text == other.text and max(self.start, other.start) < min(self.end, other.end)


def spans_in(value: Any) -> Iterator[Span]:
    """Every span in a value, down through tuples and dataclasses."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans_in(getattr(value, name))

"""Finding the words of a decision again in a text that a newer reader read: by the words, then by likeness."""

import dataclasses
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from rapidfuzz import fuzz

from longarm.model.decisions import Anchor
from longarm.model.documents import TextLayer
from longarm.model.spans import Span

T = TypeVar("T")
CONTEXT = 32  # characters kept on either side of the words
LIKE = 85.0  # likeness (rapidfuzz partial ratio, 0 to 100) of words with context, from which a place is looked into
WORD_LIKE = 80.0  # likeness of two spellings of one word ("organisation", "organization", a letter lost in a scan)
CLEAR = 5.0  # points of likeness of the context by which one place must be better than the next
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand now.

    Attributes:
        span: None where no place is likely.
        is_sure: the words are the same but for spelling, and only one place fits.
        reason: why not, one sentence.
    """

    span: Span | None
    is_sure: bool
    reason: str = ""


class Unplaced(Exception):
    """Words inside a reading are not in the text any more."""


def context(text: str, span: Span) -> tuple[str, str]:
    """The characters before and after a span."""
    return around(text, span.start, span.end)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """The characters before and after a place of a text."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def find(anchor: Anchor, layer: TextLayer) -> Found:
    """Where the words of an anchor stand in a text layer."""
    span = anchor.statement.span
    if layer.text[span.start : span.end] == span.words and layer.id == span.text:
        return Found(span, True)
    places = _places(layer.text, span.words)
    if not places:
        return _alike(anchor, layer)
    scored = sorted(((_likeness(anchor, layer.text, *place), place) for place in places), reverse=True)
    best = Span.of(layer.id, layer.text, *scored[0][1])
    if len(scored) > 1 and scored[0][0] - scored[1][0] < CLEAR:
        return Found(best, False, "The words stand in several places of the new reading.")
    return Found(best, True)


def moved(value: T, move: Callable[[Span], Span]) -> T:
    """The value with every span in it moved.

    Raises:
        Unplaced: a span has no place any more.
    """
    return _moved(value, move)  # type: ignore[no-any-return]


def mover(old: Span, new: Span, layer: TextLayer) -> Callable[[Span], Span]:
    """Moves the spans of a reading to where their words stand now, given where one span of it went."""
    shift = new.start - old.start

    def move(span: Span) -> Span:
        if span == old:
            return new
        if span.text == layer.id and layer.text[span.start : span.end] == span.words:
            return span
        places = _places(layer.text, span.words)
        inside = [place for place in places if old.contains(span) and new.start <= place[0] and place[1] <= new.end]
        wanted = span.start + shift
        near = min(inside or places, key=lambda place: abs(place[0] - wanted), default=None)
        if near is None or (old.contains(span) and not inside):
            raise Unplaced(f"“{span.words}” is not in the new reading.")
        return Span.of(layer.id, layer.text, *near)

    return move


def _moved(value: Any, move: Callable[[Span], Span]) -> Any:
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        return tuple(_moved(item, move) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _moved(getattr(value, field.name), move) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **changed)
    return value


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of the words, whatever blanks part them."""
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    return [match.span() for match in pattern.finditer(text)]


def _likeness(anchor: Anchor, text: str, start: int, end: int) -> float:
    before, after = around(text, start, end)
    return (fuzz.ratio(anchor.before, before) + fuzz.ratio(anchor.after, after)) / 2


def _alike(anchor: Anchor, layer: TextLayer) -> Found:
    words = anchor.statement.span.words
    whole = f"{anchor.before}{words}{anchor.after}"
    found = fuzz.partial_ratio_alignment(whole, layer.text, score_cutoff=LIKE)
    if found is None or found.dest_end <= found.dest_start:
        return Found(None, False, "The words are not in the new reading.")
    window = layer.text[found.dest_start : found.dest_end]
    inner = fuzz.partial_ratio_alignment(words, window)
    if inner is None or inner.dest_end <= inner.dest_start:
        return Found(None, False, "The words are not in the new reading.")
    start, end = _whole_words(layer.text, found.dest_start + inner.dest_start, found.dest_start + inner.dest_end)
    span = Span.of(layer.id, layer.text, start, end)
    if same_words(words, span.words):
        return Found(span, True)
    return Found(span, False, "The new reading has other words there.")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def same_words(old: str, new: str) -> bool:
    """Whether two texts are the same but for spelling: no word and no digit more, less or other."""
    one, other = _words(old), _words(new)
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(_is_one(left, right) for left, right in zip(one, other, strict=True))


def _is_one(left: str, right: str) -> bool:
    if left == right:
        return True
    has_digit = any(character.isdigit() for character in left + right)
    return not has_digit and min(len(left), len(right)) > 4 and fuzz.ratio(left, right) >= WORD_LIKE


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())

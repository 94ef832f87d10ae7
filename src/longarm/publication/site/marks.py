"""Cuts a passage at the ends of its statements, so that overlapping ones can be marked."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

_AROUND = 280  # characters shown before and after a statement in a long passage
_BETWEEN = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“‘(\[]?[A-ZÀ-Þ\[])")  # two sentences


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive characters that the same statements cover.

    Attributes:
        keys: keys of the statements that cover it, shortest first; empty outside all.
        opens: keys of the statements that start here, in the order given.
        closes: keys of the statements that end here, in the order given.
    """

    text: str
    keys: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()


Mark = tuple[int, int, str]


def cut(text: str, offset: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The pieces of a passage, in order; joined they are the passage.

    Args:
        offset: of the passage in its text.
        marks: (start, end, key) in the offsets of the text.
    """
    end_of_text = offset + len(text)
    inside = [(max(start, offset), min(end, end_of_text), key) for start, end, key in marks]
    inside = [mark for mark in inside if mark[0] < mark[1]]
    cuts = sorted({offset, end_of_text, *(mark[0] for mark in inside), *(mark[1] for mark in inside)})
    pieces = []
    for start, end in itertools.pairwise(cuts):
        over = sorted(
            (mark for mark in inside if mark[0] <= start and end <= mark[1]), key=lambda m: (m[1] - m[0], m[2])
        )
        pieces.append(
            Piece(
                text[start - offset : end - offset],
                tuple(key for _, _, key in over),
                tuple(key for first, _, key in inside if first == start),
                tuple(key for _, last, key in inside if last == end),
            )
        )
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A statement in its surroundings; `is_cut_before` and `is_cut_after` tell where words are left out."""

    before: str
    words: str
    after: str
    is_cut_before: bool = False
    is_cut_after: bool = False


def excerpt(passage: str, start: int, end: int) -> Excerpt:
    """The words from start to end of a passage with what stands around them, long surroundings cut between sentences,
    else between words; never within a label like "[person 1]"."""
    before, after = passage[:start], passage[end:]
    cut_before = _last(before[-_AROUND:]) if len(before) > _AROUND * 1.5 else before
    cut_after = _first(after[:_AROUND]) if len(after) > _AROUND * 1.5 else after
    return Excerpt(cut_before, passage[start:end], cut_after, cut_before != before, cut_after != after)


def _last(text: str) -> str:
    """The whole sentences at the end of a text and what follows them."""
    found = _BETWEEN.search(text)
    kept = text[found.end() :] if found else text.partition(" ")[2]
    head, closing, rest = kept.partition("]")
    return rest.lstrip(" .,;") if closing and "[" not in head else kept


def _first(text: str) -> str:
    """The whole sentences at the start of a text, its last one as far as whole words go where there is none."""
    ends = [found.start() + 1 for found in _BETWEEN.finditer(text)]
    kept = text[: ends[-1]] if ends else text.rpartition(" ")[0]
    head, opening, rest = kept.rpartition("[")
    return head.rstrip() if opening and "]" not in rest else kept

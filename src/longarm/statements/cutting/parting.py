"""Parting: a passage given to the parser without the tags within it, and what was read in the order it is written in.

"The flat, the ministry has said, was closed" is parsed as "The flat was closed" and "the ministry has said.": the
parser knows how to read either, and takes the whole for something else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from longarm.statements.cutting.insets import Inset, insets
from longarm.statements.cutting.line import QUOTES

Bounds = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage that is parsed in another order than it is written in.

    Attributes:
        whole: the passage as it is written.
        doc: what the parser is given: the words around the insets, then each inset with a stop.
        order: for each word of it the place in the passage.
        insets: those that were cut out, by their places in the passage.
        left: places of marks that the parser is not given, each with the place that it hangs on.
    """

    whole: Any
    doc: Any
    order: tuple[int, ...]
    insets: tuple[Inset, ...]
    left: tuple[tuple[int, int], ...]

    def bounds(self, found: Sequence[Bounds]) -> list[Bounds]:
        """Entities by their places in the passage, without those that the cut has made."""
        out = []
        for first, last, label in found:
            start = self.order[first]
            if self.order[first:last] == tuple(range(start, start + last - first)):
                out.append((start, start + last - first, label))
        return sorted(out)

    def columns(self, read: Sequence[Sequence[int]], mark: Sequence[int]) -> list[list[int]]:
        """What the parser read, in the order of the passage.

        Args:
            read: for each word that it was given: relative heads, whether a sentence begins, and what else there is.
            mark: the same for a mark that it was not given.
        """
        size = len(self.whole)
        out = [[value] * size for value in mark]
        for place, column in zip(self.order, zip(*read, strict=True), strict=True):
            for values, value in zip(out, column, strict=True):
                values[place] = value
        heads, begun = out[0], out[1]
        for index, place in enumerate(self.order):
            heads[place] = self.order[index + read[0][index]] - place
        for place, head in self.left:
            heads[place] = head - place
        for inset in self.insets:
            for place in range(inset.opening, inset.closing + 1 + (inset.closing + 1 < size)):
                begun[place] = 0
        return out


def cut(doc: Any, strings: Mapping[int, str]) -> Cut | None:
    """The words of a passage without the insets in it; None where there are none.

    Args:
        strings: those of its vocabulary, by their keys.
    """
    words = [strings[key] for key in doc.to_array("ORTH").tolist()]
    words = ["\n" if word.isspace() else word for word in words]
    found = insets(_unjoined(doc, words) if "-" in words else words)
    if not found:
        return None
    marks = [_marks(words, inset) for inset in found]
    apart = [
        place for inset, own in zip(found, marks, strict=True) for place in (*own, *range(inset.first, inset.last))
    ]
    order = sorted(set(range(len(words))).difference(apart))
    begun = doc.to_array("SENT_START").tolist()
    given, starts = [words[place] for place in order], [int(begun[place] == 1) for place in order]
    for inset in found:
        behind = next((i for i, place in enumerate(order) if place > inset.closing), None)
        if behind is not None:
            starts[behind] = -1  # no sentence begins behind an inset
    for inset in found:
        own = range(inset.first, inset.last)
        order.extend((*own, inset.opening))
        given.extend((*(words[place] for place in own), "."))
        starts.extend((1, *(-1 for _ in own)))
    left = [
        (mark, max(inset.verb, inset.first))
        for inset, own in zip(found, marks, strict=True)
        for mark in own
        if mark != inset.opening
    ]
    return Cut(doc, _doc(doc, order, given, starts), tuple(order), found, tuple(left))


def _unjoined(doc: Any, words: Sequence[str]) -> list[str]:
    """Words in which a hyphen within one ("vice-rector") is no dash that may part them."""
    parted = doc.to_array("SPACY").tolist()
    return [HYPHEN if word == "-" and not space else word for word, space in zip(words, parted, strict=True)]


HYPHEN = "\N{HYPHEN}"


def _doc(doc: Any, order: Sequence[int], given: Sequence[str], starts: Sequence[int]) -> Any:
    """A document of the words of another, in an order of its own."""
    from spacy.tokens import Doc

    parted = doc.to_array("SPACY").tolist()
    spaces = [bool(parted[place]) for place in order]
    made = Doc(doc.vocab, words=list(given), spaces=spaces, sent_starts=list(starts))
    for token, place in zip(made, order, strict=True):
        if token.orth == doc[place].orth and token.norm != doc[place].norm:
            token.norm_ = doc[place].norm_  # of "n't"
    return made


def _marks(words: Sequence[str], inset: Inset) -> list[int]:
    """The marks around an inset that are not of the sentence around it."""
    marks = [inset.opening] if inset.keeps else [inset.opening, inset.closing]
    then = inset.closing + 1
    around = [place for place in range(inset.opening - 1, inset.first) if words[place] in QUOTES]
    return [*marks, *around, then] if around and words[then] in QUOTES else marks

"""Labels: words and a colon at the start of a line or, behind another, of a sentence, which may say who speaks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from longarm.languages import people, turns

LONGEST = 7  # words of a label
_LABEL = re.compile(
    r"(?:^[ \t]*|(?<=[.?!] )(?=[^:,]{1,30}:))(?P<who>[^\W\d_][^:()\[\]\n]{0,60}?)"
    r"(?P<beside>(?:\s*[(\[][^()\[\]\n]{1,80}[)\]])*)[ \t]?:(?=\s+\S)",
    re.MULTILINE,
)
_HEADLINE = re.compile(r"""(\s*["“«][^"“”«»\n]{12,160}["”»]\s+[-–—]\s+)(?=[^\W\d_a-z])""")
_TWO_PARTS = re.compile(r"(\s*[^.!?\n–—]{20,120}?\s[-–—]\s)[^\W\d_a-z](?:(?!\s[-–—]\s)[^.!?\n–—]){20,120}\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in some text.

    Attributes:
        words: before the colon, without what stands in parentheses.
        start, end: of those words without a form of address, in characters of the text.
        colon: of the colon.
        is_beside: whether something in parentheses follows the words.
    """

    words: str
    start: int
    end: int
    colon: int
    is_beside: bool

    @property
    def is_named(self) -> bool:
        """Whether it is of somebody who speaks by itself, and no heading of a list: an address, an office, a part."""
        words = self.words.split()
        if self.words.lower() in turns.load("en").parts:
            return True
        return self.is_like_name and (words[0].lower() in _addresses() or self.is_beside)

    @property
    def is_like_name(self) -> bool:
        """Whether it could be the name of somebody who has two names or a title."""
        words = self.words.split()
        return 1 < len(words) <= LONGEST and all(_is_of_name(word) for word in words)


def labels(text: str) -> Iterator[Label]:
    """The labels of a text, in order."""
    if ":" not in text:
        return
    forms = turns.load("en").forms | people.load("en").titles
    for match in _LABEL.finditer(text):
        start, words = match.start("who"), match["who"].split()
        while len(words) > 1 and words[0].lower() in forms:
            start = text.index(words[1], start + len(words[0]))
            words = words[1:]
        yield Label(match["who"], start, match.end("who"), match.end() - 1, bool(match["beside"]))


def begins(text: str) -> Iterator[int]:
    """Characters at which a sentence begins though no stop is before it: after a label, and after whom it turns to;
    after the dash behind a headline in quotation marks, or within a headline of two parts."""
    has_dash = "–" in text or "-" in text or "—" in text
    if has_dash and (headline := _HEADLINE.match(text) or _TWO_PARTS.fullmatch(text)) is not None:
        yield headline.end(1)
    for label in labels(text):
        if not label.is_named:
            continue
        start = _skipped(text, label.colon + 1)
        yield start
        addressed = text[start : start + 40].partition(",")[0]
        if addressed.lower() in turns.load("en").vocatives:
            yield _skipped(text, start + len(addressed) + 1)


def _skipped(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _addresses() -> frozenset[str]:
    return turns.load("en").forms | people.load("en").titles | people.load("en").offices


def _is_of_name(word: str) -> bool:
    return word[0].isupper() or word.lower() in people.load("en").particles | {"the", "of", "for", "and", "-"}

"""The words of a quotation as they are compared: what editing may change is levelled, its marks are kept."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from longarm.core import tables
from longarm.core.shingles import tokens
from longarm.core.tables import Form, Words

GAP = "..."
_BRACKET = re.compile(r"[\[(][^\])]{0,80}[\])]|…|\.\s?\.\s?\.")
_ELLIPSIS = re.compile(r"^[\[(]?\s*(?:…|\.\s?\.\s?\.)\s*[\])]?$")
SHORTEST = 5  # letters of a word whose ending may be spelt in two ways


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a quotation, or a mark of editing.

    Attributes:
        form: as compared; GAP for an ellipsis, empty for a bracketed insertion.
        start, end: characters in the quotation.
    """

    form: str
    start: int
    end: int

    @property
    def is_edit(self) -> bool:
        """Whether it marks what an editor left out or put in."""
        return self.form in (GAP, "")


def _longest_first(written: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(written.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@dataclass(frozen=True, slots=True)
class Spelling:
    """The lists of `data/spelling.yaml`; endings the longest first."""

    endings: Annotated[tuple[tuple[str, str], ...], Form(Mapping[str, str], _longest_first)]
    words: Mapping[str, str]
    same: Words


@functools.cache
def load() -> Spelling:
    """The spellings that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(Spelling, "longarm.claims", "spelling.yaml")


def words(quotation: str) -> list[Word]:
    """The words of a quotation in one case and spelling, with its ellipses and bracketed insertions in place."""
    found: list[Word] = []
    at = 0
    for match in _BRACKET.finditer(quotation):
        found += _plain(quotation, at, match.start())
        form = GAP if _ELLIPSIS.match(match.group()) else ""
        if match.group().startswith("("):
            found += _plain(quotation, match.start(), match.end()) if form != GAP else [Word(GAP, *match.span())]
        else:
            found.append(Word(form, *match.span()))
        at = match.end()
    return found + _plain(quotation, at, len(quotation))


def _plain(text: str, start: int, end: int) -> list[Word]:
    return [Word(_spelt(t.form), t.start, t.end) for t in tokens(text[start:end], start)]


@functools.lru_cache(maxsize=65_536)
def _spelt(word: str) -> str:
    known = load()
    word = word.replace("-", "").replace("'", "") if word not in known.words else word
    if word in known.words:
        return known.words[word]
    if word in known.same or len(word) < SHORTEST:
        return word
    for ending, instead in known.endings:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: len(word) - len(ending)] + instead
    return word

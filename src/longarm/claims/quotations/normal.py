"""The words of a quotation as they are compared: what editing may change is levelled, its marks are kept."""

import functools
import re
from dataclasses import dataclass
from typing import Any

from longarm.core.reference import read_yaml
from longarm.core.shingles import tokens
from longarm.errors import DataError

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


@dataclass(frozen=True, slots=True)
class Spelling:
    """The lists of `data/spelling.yaml`; endings the longest first."""

    endings: tuple[tuple[str, str], ...]
    words: dict[str, str]
    same: frozenset[str]


@functools.cache
def load() -> Spelling:
    """The spellings that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    data: Any = read_yaml("longarm.claims", "spelling.yaml")
    try:
        endings = sorted(data["endings"].items(), key=lambda pair: (-len(pair[0]), pair[0]))
        return Spelling(tuple(endings), dict(data["words"]), frozenset(data["same"]))
    except (KeyError, TypeError, AttributeError) as error:
        why = f"{error!r}; it needs endings, words, same"
        raise DataError(f"claims/data/spelling.yaml is malformed: {why}") from error


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

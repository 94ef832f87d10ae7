"""Words of a text with their places, folded so that one name has one spelling."""

import itertools
import re
import unicodedata
from dataclasses import dataclass

# Zero-width, bidirectional, soft-hyphen, filling and tag characters: invisible, so a name may hide one.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # above and below letters
WORD = re.compile(rf"[^\W\d_]++(?:[{_MARKS}{_INVISIBLE}]++[^\W\d_]*+)*+")
_HIDDEN = re.compile(rf"[{_MARKS}{_INVISIBLE}]")
# A capital letter of any Latin alphabet, as part of a pattern.
CAPITAL = f"[A-ZÀ-ÖØ-Þ{''.join(chr(c) for c in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())}]"
# Where camel case joins two words: "JaneDoe" and "NGOWatch".
_CAMEL = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
# Letters that Unicode does not decompose.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h"})
# Cyrillic and Greek letters that look like Latin ones, for words that mix them.
_ALIKE = str.maketrans("аеорсухіјѕһкмтвнԁԛԝӏαορνικτυχε", "aeopcyxijshkmtbhdqwlaopviktuxe")
_LATIN = re.compile("[a-z]")


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters, or one part of a camel-case word; starts and ends tell whether a whole word does there."""

    start: int
    end: int
    folded: str
    starts: bool
    ends: bool
    is_capital: bool


def fold(text: str) -> str:
    """The letters in lower case, without accents, invisible characters, and look-alikes among Latin letters."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    folded = _HIDDEN.sub("", decomposed).casefold().translate(_PLAIN)
    return folded if folded.isascii() or not _LATIN.search(folded) else folded.translate(_ALIKE)


def tokens(text: str) -> list[Token]:
    """The words of a text in order; camel-case words in their parts."""
    found: list[Token] = []
    for match in WORD.finditer(text):
        found.extend(split(match.group(), match.start()))
    return found


def words(text: str) -> frozenset[str]:
    """All folded words of a text."""
    return frozenset(token.folded for token in tokens(text))


def split(word: str, offset: int) -> list[Token]:
    """The parts of one match of WORD that stands at the offset."""
    plain = word.islower() or word.isupper() or word[1:].islower()
    cuts = [0, *([] if plain else [m.start() for m in _CAMEL.finditer(word)]), len(word)]
    last = len(cuts) - 2
    return [
        Token(offset + start, offset + end, fold(word[start:end]), at == 0, at == last, word[start].isupper())
        for at, (start, end) in enumerate(itertools.pairwise(cuts))
    ]

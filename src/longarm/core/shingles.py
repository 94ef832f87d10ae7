"""Pieces of texts by which likeness is found without comparing everything with everything: tokens, word pairs."""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number of a text: as compared, and where it stands (characters, 0-based, end-exclusive)."""

    form: str
    start: int
    end: int


def tokens(text: str, offset: int = 0) -> Iterator[Token]:
    """The words and numbers of a text in lower case with straight apostrophes, in order.

    Args:
        offset: added to the places, where the text is a part of a longer one.
    """
    for match in _TOKEN.finditer(text):
        form = match.group().casefold().replace("’", "'")
        yield Token(form, offset + match.start(), offset + match.end())


def pairs(words: Sequence[str], reach: int) -> set[int]:
    """Hashes (32 bits, the same on every machine) of all pairs of words at most `reach` places apart, in either order.

    Two texts that share some of them probably share wording: the pairs outlive insertions, omissions and swaps that
    shingles of neighbouring words do not.
    """
    found = set()
    for at, left in enumerate(words):
        for right in words[at + 1 : at + 1 + reach]:
            first, second = sorted((left, right))
            found.add(zlib.crc32(f"{first}\0{second}".encode()))
    return found

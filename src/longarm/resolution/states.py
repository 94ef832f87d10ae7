"""States by the words that name them: which government or office a party's name points to."""

import functools
import re
import unicodedata
from collections.abc import Callable, Mapping

from longarm.resolution.vocabulary import load

LONGEST = 5  # words of the longest name of a state that is looked for ("democratic republic of the congo")
SHORTEST = 4  # letters from which a word is looked up; shorter ones ("us", "uk") are listed, for "it" is no state
_STYLE = re.compile(
    r"(?:(?:people|islamic|democratic|socialist|federal|federative|bolivarian|united|arab|hashemite)\s)*"
    r"(?:republic|kingdom|federation|sultanate|state)\sof(?:\sthe)?$"
)


class States:
    """Names and adjectives of states, looked up once each.

    Args:
        find: plain words of a name or demonym, to an ISO 3166-1 alpha-2 code or empty.
        name: code to the neutral short name.
    """

    def __init__(self, find: Callable[[str], str], name: Callable[[str], str]) -> None:
        self._find = functools.lru_cache(maxsize=65_536)(find)
        self.name = name

    @classmethod
    def of(cls, words: Mapping[str, str], names: Mapping[str, str]) -> "States":
        """States of names and demonyms in any writing, and of neutral names by code."""
        codes = {" ".join(plain(form)): code for form, code in words.items()}
        codes |= {" ".join(plain(name)): code for code, name in names.items()}
        return cls(lambda form: codes.get(form, ""), lambda code: names.get(code, code))

    def code(self, words: tuple[str, ...]) -> str:
        """The state that plain words name as a whole, or empty."""
        form = " ".join(words)
        if form in load().common_nouns:
            return ""
        if listed := load().short_states.get(form):
            return listed
        if len(form) >= SHORTEST and (found := self._find(form)):
            return found
        if "of" not in words:
            return ""  # "the Republic of" and its like end so
        style = next((size for size in range(len(words) - 1, 1, -1) if _STYLE.match(" ".join(words[:size]))), 0)
        return self.code(words[style:]) if style else ""

    def lead(self, words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """The state that the first words name and the words after it; empty and all words where none is named."""
        for size in range(min(LONGEST, len(words)), 0, -1):
            if code := self.code(words[:size]):
                return code, words[size:]
        return "", words

    def tail(self, words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """Likewise for "... of X", "... in X" and "..., X" at the end."""
        for size in range(min(LONGEST, len(words) - 1), 0, -1):
            if code := self.code(words[-size:]):
                rest = _STYLE.sub("", " ".join(words[:-size])).split()
                while rest and rest[-1] in ("of", "the", "in", "for"):
                    rest.pop()
                return (code, tuple(rest)) if rest else ("", words)
        return "", words


_SINGLE_LETTERS = re.compile(r"\b(?:[a-z]\.){2,}")
_POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
_WORD = re.compile(r"[^\W_]+")


@functools.lru_cache(maxsize=65_536)
def plain(words: str) -> tuple[str, ...]:
    """The words of a name in one writing: lower case, no accents, no points in "U.S.", no possessive or punctuation."""
    text = unicodedata.normalize("NFKD", words.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _SINGLE_LETTERS.sub(lambda match: match.group().replace(".", ""), text)
    return tuple(_WORD.findall(_POSSESSIVE.sub("", text.replace("&", " and "))))

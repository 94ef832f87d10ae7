"""Titles and descriptions of works: their kind, and forms to compare titles by."""

import functools
import re
from dataclasses import dataclass

from longarm.core import tables
from longarm.core.tables import AnyOf, ByWord, Words
from longarm.resolution.states import plain

SAME_TITLE = 92.0  # rapidfuzz ratio of two full titles from which they are one, for titles of SHORTEST letters or more
SHORTEST = 8  # letters of a title that may stand alone for a longer one
_SMALL = frozenset(
    {"of", "the", "a", "an", "and", "or", "for", "to", "in", "on", "by", "with", "from", "at", "its", "their", "his"}
    | {"her", "that", "which", "it", "new", "latest", "recent"}
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class WorkWords:
    """The lists of `data/works.yaml`: word to kind, kinds of a party's own words, and cues of what became of works.

    Attributes:
        accused: after the name of somebody whom a filing is against.
        retraction, correction: in a sentence that names a work.
        own_retraction, own_correction: by which a note begins, in lower case, that says so of the text itself.
    """

    kinds: ByWord
    own: Words
    accused: AnyOf
    retraction: AnyOf
    correction: AnyOf
    own_retraction: tuple[str, ...]
    own_correction: tuple[str, ...]


@functools.cache
def load() -> WorkWords:
    """The words for works that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(WorkWords, __package__, "works.yaml")


def note(words: str) -> str:
    """What a passage says became of the text it stands in: retracted, corrected or empty."""
    known, plain_words = load(), words.strip().casefold()
    if plain_words.startswith(known.own_retraction):
        return "retracted"
    return "corrected" if plain_words.startswith(known.own_correction) else ""


def kind(words: str) -> str:
    """The kind of work that words name ("a recent report", "press release"), or empty."""
    kinds = load().kinds
    tokens = plain(words)
    for size in (2, 1):
        for at in range(len(tokens) - size, -1, -1):
            if found := kinds.get(" ".join(tokens[at : at + size])):
                return found
    return ""


def is_title(words: str) -> bool:
    """Whether the words are a title and not a description: something but the first word is capital or a number."""
    quoted = words.strip()[:1] in "\"“‘'«"
    written = [word for word in re.findall(r"[^\W_][\w’'-]*", words) if word.lower() not in _SMALL]
    strong = [word for word in written if word[:1].isupper() or word[:1].isdigit()]
    if quoted:
        return bool(strong)
    if len(strong) < 2 or _YEAR.fullmatch(strong[0]):
        return False
    return len(strong) * 2 > len(written) and kind(words.split()[-1] if words.split() else "") == ""


def is_plural(words: str) -> bool:
    """Whether words without a title speak of several works ("its two reports")."""
    tokens, kinds = plain(words), load().kinds
    return any(token.endswith("s") and token in kinds and token[:-1] in kinds for token in tokens[-1:])


def is_description(words: str) -> bool:
    """Whether words that should name a party describe a work instead ("the report", "a recent study")."""
    tokens = [word for word in plain(words) if word not in _SMALL]
    return bool(tokens) and tokens[-1] in load().kinds and words.casefold() == words and len(tokens) <= 2


def year(words: str) -> str:
    """The year that a description gives ("its 2022 report"), or empty."""
    match = _YEAR.search(words)
    return match.group() if match else ""


def form(title: str) -> str:
    """A title in one writing: plain words with single spaces."""
    tokens = plain(title)
    return " ".join(tokens[1:] if len(tokens) > 1 and tokens[0] in ("the", "a", "an") else tokens)


def short_form(title: str) -> str:
    """The part of a title before its colon or dash, in one writing; empty where it is too short to stand alone."""
    head = re.split(r":\s|\s[-–—|]\s", title, maxsplit=1)[0]
    found = form(head)
    return found if len(found.replace(" ", "")) >= SHORTEST else ""

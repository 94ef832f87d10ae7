"""Casing: headlines In Capital Letters, parsed as the sentence that they are.

The language model learnt from running text: in "Jury Convicts Man of Spying" it takes every word for a name. Such a
passage is parsed again with the letters that its words have in a sentence; the words of the `Parse` stay as written.
"""

import functools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from longarm.codebook.loader import named_words, responses
from longarm.core.capitals import SHORT, is_capitalised
from longarm.languages import attributions
from longarm.places import gazetteer
from longarm.places import words as places

MOST = 300  # characters of a passage that is a headline
_PLACES = frozenset({"<organ>"})  # a list of the cues that has towns: "Ottawa"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INSIDE = re.compile(r"(?<=[^\W\d_][ ,;])\s?([A-Z][^\W\d_]+)|(?<=\b(?:of|in|by|to|at|on) )([A-Z][^\W\d_]+)")
_LOWER = re.compile(r"\b[a-z][^\W\d_]+")
_ENDINGS = (("ies", "y"), ("ied", "y"), *((ending, stem) for ending in ("s", "es", "ed", "ing") for stem in ("", "e")))


def is_titled(text: str) -> bool:
    """Whether a passage is a headline In Capitals."""
    return len(text) <= MOST and text.rstrip()[-1:] != "." and is_capitalised(_WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words by which a headline's are told from names.

    Attributes:
        known: words as what the language model learnt from writes them, small and with a capital.
        telling: lemmas of what headlines tell ("expel", "deny"), which are names in none.
    """

    known: frozenset[str]
    telling: frozenset[str]


def vocabulary(known: Iterable[str]) -> Vocabulary:
    """The words of a language model, with those of the cue lists."""
    return Vocabulary(frozenset(word for word in known if word.isalpha()), _telling())


@functools.cache
def _telling() -> frozenset[str]:
    cues = {word for response in responses() for cue in response.cues for word in cue.split()}
    lists = {word for word, names in named_words().items() if set(names) - _PLACES}
    return frozenset(attributions.load("en").verbs) | cues | lists


class Running:
    """What the running text of a document tells of its words.

    Attributes:
        names: words that it writes with a capital inside a sentence.
        common: words that it writes small.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.names: set[str] = set()
        self.common: set[str] = set()
        for text in texts:
            if not is_titled(text):
                self.names.update(found for pair in _INSIDE.findall(text) for found in pair if found)
                self.common.update(_LOWER.findall(text))


def sentence_case(
    words: Sequence[str], named: Collection[int], running: Running, vocabulary: Vocabulary
) -> list[str] | None:
    """The words of a titled passage with the letters that they have in a sentence; None where nothing changes.

    Args:
        words: as written, marks too.
        named: indexes of words that the model takes for names as they are written.
    """
    is_loud = all(word.isupper() for word in words if len(word) > SHORT and word.isalpha())
    made = list(words)
    for at, word in enumerate(words):
        if is_loud:
            made[at] = _quiet(word, running, vocabulary, is_first=at == 0)
        elif at and word[:1].isupper() and (word[1:].islower() or len(word) == 1) and word != "I":
            lower = word.lower()
            if word in running.names and lower not in running.common:
                continue
            if lower in running.common or _is_common(word, lower, at in named, vocabulary):
                made[at] = lower
    is_told = any(_is_telling(word.lower(), vocabulary) for word in words[1:])
    return made if is_told and made != list(words) else None


def _quiet(word: str, running: Running, vocabulary: Vocabulary, is_first: bool) -> str:
    title, lower = word.capitalize(), word.lower()
    if len(title) != len(word) or not word.isalpha() or word in running.names:
        return word  # an abbreviation that the text has, too
    if is_first or (title in running.names and lower not in running.common):
        return title
    is_common = lower in running.common or _is_common(title, lower, False, vocabulary)
    return lower if is_common else title


def _is_common(word: str, lower: str, is_named: bool, vocabulary: Vocabulary) -> bool:
    if _is_telling(lower, vocabulary):
        return True
    if _is_place(word, lower):
        return False
    if lower in vocabulary.known:
        return not (word in vocabulary.known and is_named)
    return any(stem in vocabulary.known for stem in _stems(lower))


def _is_telling(lower: str, vocabulary: Vocabulary) -> bool:
    return len(lower) > SHORT and any(stem in vocabulary.telling for stem in _stems(lower))


def _stems(lower: str) -> list[str]:
    return [lower, *(lower[: -len(ending)] + stem for ending, stem in _ENDINGS if lower.endswith(ending))]


def _is_place(word: str, lower: str) -> bool:
    """Whether a word names a place or a people, and is no common word that is the name of a town somewhere, too."""
    common = places.load()
    if lower in common.never or lower in common.weak:
        return False
    known = gazetteer.load()
    return bool(known.demonym(word)) or known.listing(word) is not None

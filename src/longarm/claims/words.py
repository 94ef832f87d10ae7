"""The telling words of an assertion: what is left without grammar, hedges, negation, numbers and names of places."""

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from longarm.core import tables
from longarm.core.tables import AnyMatch, AnyOf, Form
from longarm.languages import attributions, stance
from longarm.languages.loader import load as language

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_NUMBER = re.compile(r"\d[\d.,]*")
_FIGURE = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:-[^\W\d_]+)*")
_AGE = re.compile(  # "Ada Dee, 61, of the Bay", "a 42-year-old teacher"
    r",\s(?:aged\s)?\d{1,2}(?=[.;]|,(?!\d)|\s(?:and|of)\b|\s[–—])|\b\d{1,2}[-\s]years?[-\s]old\b|\baged\s\d{1,2}\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!\s+[a-z]+s\b)")  # "in 2016", not "2,016 cases" nor "1,990 stations"
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_LONG_NAME = re.compile(r"(?:[A-Z][\w’'-]+\s+(?:(?:of|for|and|the|on|in)\s+){0,2}){3,}[A-Z][\w’'-]+")
ISO = 2  # letters of the code of a state
SHORTEST_STEM = 4
MOST_CAPITAL = 0.6  # share of capital words from which a text is a headline


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, without accents and curly quotes."""
    plain = text.casefold().replace("’", "'")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _TOKEN.findall(plain)


@functools.lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without its commonest English endings: enough to meet its other forms, not a lemma."""
    word = word.removesuffix("'s").replace("'", "")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM - 1 and not word.endswith("ss"):
            word = word[: len(word) - len(ending)] + instead
            break
    return word[:-1] if len(word) > SHORTEST_STEM and word[-1] == word[-2] else word


def _stems(written: tables.Words) -> tables.Words:
    return frozenset(map(stem, written))


Stems = Annotated[tables.Words, Form(tables.Words, _stems)]


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `data/words.yaml`; see its comments."""

    stop: tables.Words
    negations: tables.Words
    hedges: tables.Words
    common: Stems
    procedural: Stems
    averted: Stems
    denials: AnyOf
    silences: AnyMatch
    defiance: AnyMatch
    flat: Stems
    spokespeople: tables.Words
    fragments: tables.Words


@functools.cache
def load() -> Words:
    """The lists that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(Words, __package__, "words.yaml")


def content(text: str, without: Iterable[str] = ()) -> frozenset[str]:
    """The stems of the telling words of a text.

    Args:
        without: phrases whose words are left out too (names of places, the operator).
    """
    lists = load()
    names = {token for phrase in without for token in tokens(phrase)}
    return frozenset(
        stem(token)
        for token in tokens(text)
        if token not in lists.stop
        and token not in lists.negations
        and token not in lists.hedges
        and token not in names
        and not _NUMBER.fullmatch(token)
        and len(token) > 1
    )


def long_names(text: str) -> list[str]:
    """The long names in a text, of four capital words or more: who shares only such a name tells of one body, not of
    one matter. None in a headline, where most words have a capital."""
    written = text.split()
    if sum(word[:1].isupper() for word in written) > MOST_CAPITAL * len(written):
        return []
    return [match.group() for match in _LONG_NAME.finditer(text)]


def numbers(text: str) -> tuple[str, ...]:
    """The figures in a text in order, in plain digits, whether digits or words tell them; ages and years are none."""
    found: dict[str, None] = {}
    scales = language("en").numbers.scales
    value = 0
    for word in _FIGURE.findall(_YEAR.sub(" ", _AGE.sub(", ", text.casefold()))):
        if value and word in scales:
            value *= int(scales[word])
            continue
        if value:
            found[str(value)] = None
        value = _cardinal(word)
        if _NUMBER.fullmatch(word):
            found[word.strip(".,").replace(",", "")] = None
    return tuple(found if not value else found | {str(value): None})


@functools.lru_cache(maxsize=4096)
def _cardinal(word: str) -> int:
    """The number that a word is ("two", "forty-four"), 0 if it is none; "one" is mostly a pronoun, and is none."""
    known = language("en").numbers
    values = [known.tens.get(part, known.units.get(part)) for part in word.split("-")]
    total = sum(int(value) for value in values if value is not None)
    return 0 if None in values or total < 2 else total


@functools.cache
def cardinals() -> frozenset[str]:
    """The stems of the words that are numbers: words that tell nothing of what was counted."""
    known = language("en").numbers
    return frozenset(stem(word) for table in (known.units, known.tens, known.scales) for word in table)


@functools.cache
def generic() -> frozenset[str]:
    """The stems that all steps of proceedings share, and numbers: sharing them alone makes no two assertions one."""
    return load().procedural | cardinals()


@functools.cache
def denying() -> frozenset[str]:
    """The stems of words that say that somebody denies."""
    verbs = (lemma for lemma, cue in attributions.load("en").verbs.items() if cue.attitude == "denies")
    return frozenset(stem(word) for word in (*verbs, "denied", "denies", "denial"))


@functools.cache
def accusing() -> frozenset[str]:
    """The stems of words for a claim and for denying one: a reply of these alone denies whatever its text tells."""
    return denying() | frozenset(stem(word) for word in stance.load("en").claim_nouns)


def quotation(text: str) -> str:
    """The words of a quotation in one writing: lower case, single spaces, no punctuation, no bracketed insertions."""
    return " ".join(tokens(re.sub(r"\[[^\]]*\]", " ", text)))


def has_name(text: str) -> bool:
    """Whether words that stand for a party name it: a capital or digit, not of grammar ("Its ministry", "Those")."""
    grammar = load().stop
    kept = itertools.dropwhile(lambda word: word.casefold() in grammar, text.split())
    return any(char.isupper() or char.isdigit() for word in kept for char in word)


def denies(text: str) -> bool:
    """Whether words reject something as false, whatever their grammar."""
    return load().denials.search(text) is not None


def defies(text: str) -> bool:
    """Whether words say what somebody will not bear ("will not tolerate threats"), which denies nothing."""
    return load().defiance.search(text) is not None


def is_silent(text: str) -> bool:
    """Whether words say that somebody did not reply."""
    return load().silences.search(text) is not None


def is_spokesperson(text: str) -> bool:
    """Whether words for somebody say that he or she speaks for others."""
    return not load().spokespeople.isdisjoint(tokens(text))

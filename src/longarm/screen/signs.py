"""Signs of transnational repression in a text, found before anything is parsed: one walk over its words.

The lemma of a word is that of the tables of the language model, taken without its sentence: at times wrong, and a
thousand times quicker than parsing.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import CueIndex
from longarm.codebook.loader import methods, responses
from longarm.places import gazetteer
from longarm.screen import rules
from longarm.screen.rules import Rules
from longarm.statements.lemmas import lemma

MOST_CUES = 5  # cues of one method or response that are told
MOST_COUNTRIES = 8  # countries that are told
LONGEST_WORD = 40  # characters of a word that can have another lemma
CACHED_NAMES = 20_000
_WORD = re.compile(r"[^\W_]+|['’]s\b")
_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of the stretch that has the most points.

    Attributes:
        sort: one of `rules.SORTS`.
        what: id of a method, response or country, else the lemma, as the codebook has it.
        points: what it is given.
    """

    sort: str
    what: str
    points: float


@dataclass(frozen=True, slots=True)
class Cue:
    """The cues of one method or response in the whole text.

    Attributes:
        entry: its id.
        cues: as the codebook writes them, the first found first; never words of the text.
        times: how often any of them stands there.
    """

    sort: str
    entry: str
    cues: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Signs:
    """What is found in a text.

    Attributes:
        words: of the text.
        points: of the stretch that has the most.
        start, end: where it stands (characters).
        best: its signs.
        cues: of the whole text, methods first, in the order of the codebook.
        countries: ids of those named most, the most often named first.
    """

    words: int
    points: float
    start: int = 0
    end: int = 0
    best: tuple[Sign, ...] = ()
    cues: tuple[Cue, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A sign where it stands: word of the text, sort, what, how much of it, and its characters."""

    word: int
    sort: str
    what: str
    weight: int
    start: int
    end: int
    cue: str = ""


def find(text: str, known: Rules | None = None) -> Signs:
    """The signs of a text."""
    known = known or rules.load()
    words, marks = _marks(text, known)
    points, first, last = _best(marks, known)
    if not marks:
        return Signs(words, 0.0)
    held = marks[first:last]
    countries = Counter(mark.what for mark in marks if mark.sort == "country")
    return Signs(
        words,
        points,
        held[0].start,
        max(mark.end for mark in held),
        tuple(Sign(sort, what, known.signs[sort].given(weight)) for (sort, what), weight in _weights(held).items()),
        tuple(_cues(marks)),
        tuple(sorted(countries, key=lambda code: (-countries[code], code))[:MOST_COUNTRIES]),
    )


def _marks(text: str, known: Rules) -> tuple[int, list[_Mark]]:
    """How many words a text has, and its signs in order."""
    found: list[_Mark] = []
    count = start = 0
    for end in [*(match.end() for match in _SENTENCE.finditer(text)), len(text)]:
        words = list(_WORD.finditer(text, start, end))
        found.extend(_of_sentence(words, count, known))
        count, start = count + len(words), end
    return count, found


def _of_sentence(words: Sequence[re.Match[str]], count: int, known: Rules) -> Iterator[_Mark]:
    lowers = [word[0].lower() for word in words]
    lemmas = [lemma(lower) if len(lower) <= LONGEST_WORD else lower for lower in lowers]
    found: list[_Mark] = []
    over: dict[str, int] = {}
    for hit in _index(known.topics).find(lemmas, lowers):
        if hit.first < over.get(hit.entry, 0):
            continue
        over[hit.entry] = hit.last
        sort, _, what = hit.entry.partition(" ")
        ends = words[hit.first].start(), words[hit.last - 1].end()
        weight = hit.weight if sort == "method" else 1
        sort = "everyday" if what in known.everyday else sort
        found.append(_Mark(count + hit.first, sort, what or hit.cue, weight, *ends, hit.cue))
    lists = _lists()
    for at, (word, lower, own) in enumerate(zip(words, lowers, lemmas, strict=True)):
        for sort in lists.get(own) or lists.get(lower) or ():
            found.append(_Mark(count + at, sort, own, 1, *word.span()))
        if word[0][0].isupper() and len(lower) <= LONGEST_WORD and (code := _named(words, at)):
            found.append(_Mark(count + at, "country", code, 1, *word.span()))
    return iter(sorted(found, key=lambda mark: (mark.word, mark.sort, mark.what)))


def _best(marks: Sequence[_Mark], known: Rules) -> tuple[float, int, int]:
    """The points of the stretch that has the most, and which signs it has: first and one past the last."""
    best, last = (0.0, 0, 0), 0
    for first, mark in enumerate(marks):
        last = max(last, first)
        while last < len(marks) and marks[last].word < mark.word + known.window:
            last += 1
        points = _points(marks[first:last], known)
        best = max(best, (points, -first, -last))
    return best[0], -best[1], -best[2]


def _points(marks: Sequence[_Mark], known: Rules) -> float:
    weights: Counter[str] = Counter()
    for (sort, _), weight in _weights(marks).items():
        weights[sort] += weight
    return round(sum(known.signs[sort].given(weight) for sort, weight in weights.items()), 2)


def _weights(marks: Sequence[_Mark]) -> dict[tuple[str, str], int]:
    """The weight of each sign, once: the most that it has at any of its places."""
    found: dict[tuple[str, str], int] = {}
    for mark in marks:
        key = mark.sort, mark.what
        found[key] = max(found.get(key, 0), mark.weight)
    return found


def _cues(marks: Sequence[_Mark]) -> Iterator[Cue]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mark in marks:
        if mark.cue:
            found[mark.sort, mark.what].append(mark.cue)
    sorts = (("method", methods()), ("everyday", methods()), ("response", responses()))
    for sort, entry in [(sort, term.id) for sort, terms in sorts for term in terms]:
        if cues := found.get((sort, entry)):
            yield Cue(sort, entry, tuple(dict.fromkeys(cues))[:MOST_CUES], len(cues))


@functools.cache
def _index(topics: tuple[str, ...]) -> CueIndex:
    """All cues as one tree."""
    terms = [*((f"method {term.id}", term.cues) for term in methods())]
    terms += [(f"response {term.id}", term.cues) for term in responses()]
    return CueIndex([*terms, ("topic", topics)])


@functools.cache
def _lists() -> dict[str, tuple[str, ...]]:
    """The sorts of sign that a single word is."""
    words = assessments()
    found: dict[str, list[str]] = defaultdict(list)
    for sort, held in (("crossing", words.crossing), ("pressing", words.pressing), ("exiles", words.exiles)):
        for word in sorted(held):
            if not found[word]:
                found[word].append(sort)
    for word in sorted(words.authorities):
        found[word].append("authority")
    return {word: tuple(sorts) for word, sorts in found.items()}


def _named(words: Sequence[re.Match[str]], at: int) -> str:
    """The country that a word names, alone or with the next, by its name or that of its people; else empty."""
    code = _country(words[at][0])
    if not code and at + 1 < len(words) and words[at + 1][0][0].isupper():
        code = _country(f"{words[at][0]} {words[at + 1][0]}")
    return code


@functools.lru_cache(maxsize=CACHED_NAMES)
def _country(name: str) -> str:
    known = gazetteer.load()
    places = [place.id for place in known.named(name)[:1] if place.level == "country"]
    codes = places or ([] if " " in name else list(known.demonym(name)))
    return codes[0] if codes and len(codes[0]) == 2 else ""

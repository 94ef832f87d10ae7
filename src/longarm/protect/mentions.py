"""Where a text names persons: as its reader found them, and what readers miss; without what only looks like a name."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from longarm.codebook.cited import cited
from longarm.languages.people import load as people_words
from longarm.model.case import Case
from longarm.model.documents import TextLayer
from longarm.model.spans import Span
from longarm.model.statements import PersonMention, Reading
from longarm.protect.alongside import alongside
from longarm.protect.contexts import is_titled
from longarm.protect.folding import CAPITAL, Token, fold, tokens
from longarm.protect.policy import lexicon
from longarm.protect.shown import OWNER, gives_its_name, introduced, may_be_person, owned, paired, shown

_ACRONYM = re.compile(r"[A-Z]{3,6}|(?:[A-Z]\.){2,6}")
_OPERATION = re.compile(r"\bOperation[ ]([A-Z]\w+(?:[ ][A-Z]\w+){0,2})")
_SURNAME = re.compile(rf"[ ](?P<name>{CAPITAL}[\w'’-]+)")
_LOWER = re.compile(r"(?<![\w@#./_%-])[a-zà-öø-ÿ]{2,}(?![\w@/_%]|[.-]\w)")
_BEFORE = re.compile(r"(\w+)\.?[ ,\"“]*$")
_AFTER = re.compile(r"['’]?[ ]?,?[ ]?(\w+)")
_PERSONAL = ("person", "collective", "unknown")  # kinds of sources
_STATE = 2  # letters of the id of a state among places
_OFTEN = 3  # times that a text writes a word small which it also has with a capital: then the word is no name in it
_NO_NAMES = ("place", "demonym")  # roles of toponyms
_NAMING = frozenset(("named", "called", "identified", "surnamed", "alias", "aka", "nicknamed", "as"))
_WORD_ALONE = re.compile(r"\w+")
_BARE = frozenset(("was", "is", "has", "had", "did", "does"))  # sayings of the lexicon that things have too


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a person, offsets in the text; `found` is what its reader found there, if it did."""

    start: int
    end: int
    found: PersonMention | None = None


@dataclass(frozen=True, slots=True)
class Spared:
    """Words that a parser took for names, or for parts of names, and that are none.

    Attributes:
        words: whole mentions, as written.
        pairs: whole mentions of one document, (document id, as written).
        acronyms: of organisations, as written ("FBI Raid").
        small: folded words that the case writes small too, or has for places, and that nobody is called by.
        named: folded names that the case tells outside headlines.
        listed: names that the case's settings make public, as written there ("President Dee").
    """

    words: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    acronyms: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()

    def is_none(self, words: str, document: str) -> bool:
        """Whether a whole mention is no name."""
        return words in self.words or (document, words) in self.pairs

    def cut(self, words: str, *, is_headed: bool) -> tuple[int, str]:
        """A mention without words before and after the name, and how far the name then starts later.

        Acronyms, titles and ranks go. So do other words where what is left is a name that the case tells elsewhere, and
        outside headlines a whole one.
        """
        if words in self.listed:
            return 0, words
        pieces = list(re.finditer(r"\S+", words))
        while pieces and pieces[0].group() in self.acronyms:
            del pieces[0]
        while pieces and pieces[-1].group() in self.acronyms:
            del pieces[-1]
        while len(pieces) > 1 and fold(pieces[0].group().rstrip(".")) in _ranks():
            del pieces[0]
        pieces = self._named(pieces, least=1 if is_headed else 2)
        if not pieces:
            return 0, ""
        return pieces[0].start(), words[pieces[0].start() : pieces[-1].end()]

    def further(self, text: str, end: int, reading: Reading) -> int:
        """Where a given name ends with the surname that the parser took for no part of it."""
        match = _SURNAME.match(text, end)
        if not match or self._is_small(match["name"]) or not may_be_person(match["name"]):
            return end
        at, stop = match.span("name")
        is_other = any(one.span.start < stop and at < one.span.end for one in reading.toponyms)
        return end if is_other else owned(at, stop, text)[1]

    def _named(self, pieces: list[re.Match[str]], least: int) -> list[re.Match[str]]:
        """The longest run of words that the case tells as a name elsewhere, where all other words are no names."""
        for size in range(len(pieces), least - 1, -1):
            for start in range(len(pieces) - size + 1):
                kept, left = pieces[start : start + size], pieces[:start] + pieces[start + size :]
                words = OWNER.sub("", " ".join(piece.group() for piece in kept))
                if _folded(tokens(words)) in self.named and all(self._is_small(one.group()) for one in left):
                    return kept
        return pieces

    def _is_small(self, word: str) -> bool:
        return all(token.folded in self.small for token in tokens(OWNER.sub("", word)))


def mentions(reading: Reading, layer: TextLayer, spared: Spared) -> Iterator[Mention]:
    """Where a text names persons: as its reader found them; after titles, in bylines, credits, lists and pairs."""
    told = [toponym for toponym in reading.toponyms if toponym.place and toponym.role == "place"]
    places = {toponym.span for toponym in told}
    states = {toponym.span.words for toponym in told if len(toponym.place) == _STATE}
    for mention in reading.people:
        words = mention.span.words
        is_place = mention.span in places or words in states
        if spared.is_none(words, reading.document) or (is_place and " " not in words):
            continue  # a city or state that a parser took for a person; "Mr London" is found below
        is_headed = _is_headed(reading, mention)
        lead, name = spared.cut(OWNER.sub("", words.rstrip()), is_headed=is_headed)
        is_word = " " not in name and fold(name) in _ranks()  # "Son of the mayor"
        if name.strip() and not is_word and not gives_its_name(layer.text, mention.span.end):
            start = mention.span.start + lead
            end = start + len(name)
            if " " not in name and not is_headed:
                end = spared.further(layer.text, end, reading)
            yield Mention(start, end, mention)
            beside = paired(layer.text, mention.span.start, mention.span.end)
            yield from (Mention(*place) for place in beside if not _is_place(*place, reading))
    yield from (Mention(*place) for place in shown(layer.text))
    yield from (Mention(*place) for place in introduced(layer.text) if not _is_place(*place, reading))
    yield from _missed(layer.text, reading)


def _is_place(start: int, end: int, reading: Reading) -> bool:
    """Whether a stretch is of a toponym."""
    return any(toponym.span.start <= start and end <= toponym.span.end for toponym in reading.toponyms)


def _missed(text: str, reading: Reading) -> Iterator[Mention]:
    """Names that stand as others do which the reader found."""
    found = sorted((one.span.start, one.span.end) for one in reading.people)
    for start, end in alongside(text, found):
        is_other = any(toponym.span.start < end and start < toponym.span.end for toponym in reading.toponyms)
        if not is_other and may_be_person(text[start:end]):
            yield Mention(*owned(start, end, text))


@cache
def _ranks() -> frozenset[str]:
    """Titles, ranks and words for people before a name, folded: "Detective Sergeant", "Politician"."""
    words = people_words("en")
    told = words.titles | words.people | words.offices | words.posts | words.modifiers
    return frozenset(fold(one.rstrip(".")) for one in told) - words.given - lexicon().everyday | lexicon().titles


def spared_of(case: Case) -> Spared:
    """What of a case's mentions of people is no name."""
    acronyms = _acronyms(case)
    small = _small(case, acronyms)
    headed, body = _told(case)
    named = {_folded(tokens(one)) for name in body for one in (name, name.split()[-1])}
    words = {one for one in headed - body if all(token.folded in small for token in tokens(one))}
    listed = frozenset(name for name, _ in case.settings.public_people)
    words |= {name for layer in case.state.layers for name in _OPERATION.findall(layer.text)}
    return Spared(
        lexicon().nobody | cited() | words, _small_in_text(case), acronyms, small, frozenset(named - small), listed
    )


def _acronyms(case: Case) -> frozenset[str]:
    """Names in capitals of outlets and of organisations that speak: FBI, BBC."""
    names = {document.publisher.value for document in case.state.documents if document.publisher}
    names.update(
        alias
        for source in case.weighed.sources
        if source.kind not in _PERSONAL
        for alias in (source.name, *source.aliases)
    )
    return frozenset(name for name in names if _ACRONYM.fullmatch(name))


def _small(case: Case, acronyms: Iterable[str]) -> frozenset[str]:
    """Folded words that the case writes small, or has for places, peoples or acronyms; nothing people are called."""
    known = {fold(word) for layer in case.state.layers for word in set(_LOWER.findall(layer.text))}
    told = (one for reading in case.state.readings for one in reading.toponyms if one.place and one.role in _NO_NAMES)
    known |= {token.folded for one in told for token in tokens(one.span.words)}
    known |= {token.folded for name in acronyms for token in tokens(name)}
    return frozenset(known - lexicon().common - people_words("en").given - people_words("en").family_first)


def _told(case: Case) -> tuple[set[str], set[str]]:
    """Mentions, as written: those in headlines and other lines in title case, and those elsewhere."""
    headed: set[str] = set()
    body: set[str] = set()
    for reading in case.state.readings:
        for mention in reading.people:
            words = OWNER.sub("", mention.span.words.rstrip())
            (headed if _is_headed(reading, mention) else body).add(words)
    return headed, {words for words in body if words}


def _is_headed(reading: Reading, mention: PersonMention) -> bool:
    """Whether a mention stands where capitals say nothing: in a headline, or in another line in title case."""
    at = mention.span.start
    passage = next((one for one in reading.passages if one.span.start <= at < one.span.end), None)
    return passage is not None and (passage.kind == "headline" or is_titled(passage.span.words))


def _small_in_text(case: Case) -> frozenset[tuple[str, str]]:
    """Single words that their own text writes small again and again, and that nothing in it shows to be a name."""
    layers = {layer.document: layer.text for layer in case.state.layers}
    found: set[tuple[str, str]] = set()
    shown: set[tuple[str, str]] = set()
    for reading in case.state.readings:
        single = [one.span for one in reading.people if _WORD_ALONE.fullmatch(one.span.words)]
        if not single:
            continue
        counts = Counter(map(fold, _LOWER.findall(layers[reading.document])))
        for span in single:
            key = reading.document, span.words
            is_small = counts[fold(span.words)] >= _OFTEN and fold(span.words) not in lexicon().everyday
            (found if is_small and not _is_shown(layers[reading.document], span) else shown).add(key)
    return frozenset(found - shown)


def _is_shown(text: str, span: Span) -> bool:
    """Whether the words around a single word tell a person: a title before it, what is said or an age after it."""
    before = _BEFORE.search(text[max(0, span.start - 24) : span.start])
    after = _AFTER.match(text[span.end : span.end + 24])
    if before and fold(before[1]) in _ranks() | _NAMING:
        return True
    return after is not None and (
        after[1].isdigit() or fold(after[1]) in (lexicon().sayings - _BARE) | {"who", "whose"}
    )


def _folded(pieces: Iterable[Token]) -> str:
    return "".join(piece.folded for piece in pieces)

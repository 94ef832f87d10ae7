"""Who is named in the documents of a case, and who of them may be named in what leaves it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from longarm.model.case import Case
from longarm.model.documents import TextLayer
from longarm.model.statements import PersonMention, Reading
from longarm.protect.folding import fold, tokens
from longarm.protect.forms import forms, parts
from longarm.protect.names import Names, Person
from longarm.protect.policy import DEFAULT, Policy, lexicon

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Mme|Herr|Frau)"
_PARTICLE = r"(?:(?:al|bin|da|de|del|den|der|di|el|ibn|la|le|van|von)[ ])"
_NAME = rf"[A-ZÀ-Þ][\w'’-]+(?:[ ](?:[A-ZÀ-Þ]\.[ ])?{_PARTICLE}*[A-ZÀ-Þ][\w'’-]+){{0,3}}"
_TITLED = re.compile(rf"\b{_TITLE}\.?[ ](?P<name>{_NAME})")
_BYLINE = re.compile(
    rf"^(?:By|Written by|Reporting by|Author:|Photo(?:graph)? by|Translated by)[ ]"
    rf"(?P<name>{_NAME})(?:,| and |[ ]*$|[ ]\|)",
    re.MULTILINE,
)
_OWNER = re.compile(r"['’]s?$")
_ACRONYM = re.compile(r"[A-Z]{3,6}|(?:[A-Z]\.){2,6}")
_PERSONAL = ("person", "collective", "unknown")  # kinds of sources
STATE = 2  # letters of the id of a state among places
_LOWER = re.compile(r"(?<![\w@#./_%-])[a-zà-öø-ÿ]{2,}(?![\w@/_%]|[.-]\w)")


@dataclass(slots=True)
class _Found:
    """What is known of one person so far."""

    names: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    has_office: bool = False


def names_of(case: Case, policy: Policy = DEFAULT) -> Names:
    """Everybody whom the documents name, numbered by first appearance over the documents in the order of their ids.

    Ids are keyed hashes, so the numbers tell nothing of the alphabet or of file names.
    """
    acronyms = _acronyms(case)
    spared = acronyms | _headlines(case, acronyms)
    people = tuple(_people(case, policy, spared))
    return Names(people, _everyday(case, people), spared)


def mentions(reading: Reading, layer: TextLayer, spared: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a text names persons: as its reader found them, after a title, and in bylines; offsets in the text.

    Args:
        spared: what a parser took for names and is none: acronyms of organisations ("FBI Raid"), words of headlines.
    """
    for start, end, _ in _mentions(reading, layer, spared):
        yield start, end


def _mentions(
    reading: Reading, layer: TextLayer, spared: frozenset[str]
) -> Iterator[tuple[int, int, PersonMention | None]]:
    told = [toponym for toponym in reading.toponyms if toponym.place and toponym.role == "place"]
    places = {toponym.span for toponym in told}
    states = {toponym.span.words for toponym in told if len(toponym.place) == STATE}
    for mention in reading.people:
        is_place = mention.span in places or mention.span.words in states
        if mention.span.words in spared or (is_place and " " not in mention.span.words):
            continue  # a city or state that a parser took for a person; "Mr London" is found below
        lead, words = _without_acronyms(_OWNER.sub("", mention.span.words.rstrip()), spared)
        if words.strip():
            yield mention.span.start + lead, mention.span.start + lead + len(words), mention
    for pattern in (_TITLED, _BYLINE):
        for match in pattern.finditer(layer.text):
            yield match.start("name"), match.start("name") + len(_OWNER.sub("", match["name"])), None
    for match in _listing().finditer(layer.text):
        for name in re.finditer(_NAME, match["names"]):
            if " " in name.group():
                yield match.start("names") + name.start(), match.start("names") + name.end(), None


@cache
def _listing() -> re.Pattern[str]:
    """Names of several people after what they are: "two nationals, Ada Dee and Bo Roe"."""
    nouns = "|".join(sorted(lexicon().listed))
    return re.compile(rf"\b(?:{nouns})(?:,|:|[ ]?[—–-])[ ](?P<names>{_NAME}(?:,[ ]{_NAME})*,?[ ]and[ ]{_NAME})")


def _without_acronyms(words: str, acronyms: frozenset[str]) -> tuple[int, str]:
    """A name without acronyms of organisations before and after it, and how far it then starts later."""
    pieces = list(re.finditer(r"\S+", words))
    while pieces and pieces[0].group() in acronyms:
        del pieces[0]
    while pieces and pieces[-1].group() in acronyms:
        del pieces[-1]
    return (pieces[0].start(), words[pieces[0].start() : pieces[-1].end()]) if pieces else (0, "")


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


def _headlines(case: Case, acronyms: frozenset[str]) -> frozenset[str]:
    """Words in capitals of headlines that a parser took for names: "Harbour Leaders".

    Nobody is named so anywhere but in headlines, and the case writes all of these words small too, or has them for
    places; none is among those that people are called by.
    """
    told: set[str] = set()
    body: set[str] = set()
    for reading in case.state.readings:
        spans = [passage.span for passage in reading.passages if passage.kind == "headline"]
        for mention in reading.people:
            is_headed = any(span.start <= mention.span.start < span.end for span in spans)
            (told if is_headed else body).add(mention.span.words)
    told = {words for words in told - body if " " in words}
    if not told:
        return frozenset()
    known = {word for layer in case.state.layers for word in _lower_words(layer.text, set())}
    named = (one for reading in case.state.readings for one in reading.toponyms if one.place and one.role == "place")
    known |= {token.folded for one in named for token in tokens(one.span.words)}
    known |= {token.folded for name in acronyms for token in tokens(name)}
    known -= lexicon().common
    return frozenset(words for words in told if all(token.folded in known for token in tokens(words)))


def _people(case: Case, policy: Policy, spared: frozenset[str]) -> Iterator[Person]:
    found: dict[tuple[str, ...], _Found] = {}
    layers = {layer.document: layer for layer in case.state.layers}
    for reading in sorted(case.state.readings, key=lambda reading: reading.document):
        layer = layers[reading.document]
        for start, end, mention in sorted(_mentions(reading, layer, spared), key=lambda item: item[:2]):
            _note(found, layer.text[start:end], reading.document, bool(mention and mention.office))
    organisations = _organisations(case)
    found = {key: person for key, person in found.items() if not _are_members(person, organisations)}
    known = {form for person in found.values() for name in person.names for form in forms(name)}
    for name in _person_sources(case):
        if name not in spared and not any(form in fold(name).replace(" ", "") for form in known):
            _note(found, name, "", False)
    return _numbered(_without_known(found), case, policy)


def _organisations(case: Case) -> frozenset[str]:
    """Names of speaking organisations of two words or more, folded and joined."""
    aliases = (
        alias
        for source in case.weighed.sources
        if source.kind == "organisation"
        for alias in (source.name, *source.aliases)
    )
    return frozenset("".join(token.folded for token in tokens(alias)) for alias in aliases if " " in alias.strip())


def _are_members(person: _Found, organisations: frozenset[str]) -> bool:
    """Whether a parser took one of an organisation's people for a name: "a Border Watcher" of Border Watchers."""
    joined = ("".join(token.folded for token in tokens(name)) for name in person.names)
    return all(f"{name}s" in organisations for name in joined)


def _note(found: dict[tuple[str, ...], _Found], name: str, document: str, has_office: bool) -> None:
    folded = tuple(token.folded for token in tokens(name))
    if not folded:
        return
    key = tuple(sorted((folded[0], folded[-1]))) if len(folded) > 1 else (folded[0], "", document)
    person = found.setdefault(key, _Found())
    person.names.add(" ".join(name.split()))
    person.documents.update([document] if document else [])
    person.has_office |= has_office


def _without_known(found: dict[tuple[str, ...], _Found]) -> list[_Found]:
    """All but single names that a whole name of the same document explains."""
    whole: dict[str, set[str]] = defaultdict(set)
    for person in found.values():
        for name in person.names:
            if forms(name):
                for document in person.documents:
                    whole[document].update(token.folded for token in tokens(name))
    return [
        person for person in found.values() if any(forms(name) for name in person.names) or not _is_known(person, whole)
    ]


def _is_known(person: _Found, whole: dict[str, set[str]]) -> bool:
    words = {fold(name) for name in person.names}
    return all(words <= whole[document] for document in person.documents)


def _numbered(found: Iterable[_Found], case: Case, policy: Policy) -> Iterator[Person]:
    listed = {form for name, _ in case.settings.public_people for form in forms(name) or {fold(name)}}
    number = 0
    for person in found:
        names = tuple(sorted(person.names))
        is_public = (person.has_office and policy.name_offices) or any(
            (forms(name) or {fold(name)}) & listed for name in names
        )
        number += not is_public
        label = "" if is_public else f"[person {number}]"
        yield Person(label, names, frozenset(person.documents), is_public)


def _person_sources(case: Case) -> Iterator[str]:
    """Names of speaking parties that are persons, of two words or more that all are names."""
    words = lexicon()
    for source in case.weighed.sources:
        if source.kind != "person":
            continue
        for name in sorted({source.name, *source.aliases}):
            pieces = name.split()
            if len(pieces) > 1 and all(piece[:1].isupper() or piece in words.particles for piece in pieces):
                yield name


def _everyday(case: Case, people: tuple[Person, ...]) -> frozenset[str]:
    """Words that the texts of the case use without a capital, and the names of its places."""
    own = {part for person in people for name in person.names for part in parts(name)}
    found = {word for layer in case.state.layers for word in _lower_words(layer.text, own)}
    told: dict[str, set[str]] = {token.folded: set() for place in case.weighed.places for token in tokens(place.name)}
    for reading in case.state.readings:
        for toponym in reading.toponyms:
            if toponym.place and toponym.role == "place":
                for token in tokens(toponym.span.words):
                    told.setdefault(token.folded, set()).add(reading.document)
    for one in case.weighed.resolved:
        for token in (token for place in one.places for token in tokens(place.name)):
            told.setdefault(token.folded, set()).add(one.statement.document)
    return frozenset(found | told.keys() - _surnames(people, found, told))


def _surnames(people: tuple[Person, ...], known: set[str], told: Mapping[str, set[str]]) -> set[str]:
    """Parts of names that only the documents of their bearers have for a place: a town of that name is no place there.

    A name all whose other parts are words of the case may be none: "Oslo Leaders".
    """
    found: set[str] = set()
    for person in people:
        for units in (parts(name) for name in person.names if not person.is_public):
            if units - known - told.keys() - lexicon().everyday:
                found |= {unit for unit in units if unit in told and told[unit] and told[unit] <= person.documents}
    return found


def _lower_words(text: str, own: set[str]) -> Iterator[str]:
    """Words without a capital, but for two parts of names side by side: "jane doe" is a name in any spelling."""
    matches = list(_LOWER.finditer(text))
    for at, match in enumerate(matches):
        word = fold(match.group())
        if word not in own:
            yield word
            continue
        near = [other for other in matches[max(0, at - 1) : at + 2] if other is not match and _touch(match, other)]
        if not any(fold(other.group()) in own for other in near):
            yield word


def _touch(one: re.Match[str], other: re.Match[str]) -> bool:
    return max(one.start(), other.start()) - min(one.end(), other.end()) <= 1

"""Who is named in the documents of a case, and who of them may be named in what leaves it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from longarm.model.case import Case
from longarm.protect.folding import fold, tokens
from longarm.protect.folding import words as words_of
from longarm.protect.forms import forms, parts
from longarm.protect.mentions import Spared, mentions, spared_of
from longarm.protect.names import Names, Person
from longarm.protect.policy import DEFAULT, Policy, lexicon
from longarm.protect.shown import untold

_LOWER = re.compile(r"(?<![\w@#./_%-])[a-zà-öø-ÿ]{2,}(?![\w@/_%]|[.-]\w)")


@dataclass(slots=True)
class _Found:
    """What is known of one person so far."""

    names: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)


def names_of(case: Case, policy: Policy = DEFAULT) -> Names:
    """Everybody whom the documents name, numbered by first appearance over the documents in the order of their ids.

    Ids are keyed hashes, so the numbers tell nothing of the alphabet or of file names.
    """
    spared = spared_of(case)
    people = tuple(_people(case, policy, spared))
    return Names(people, _everyday(case, people), spared)


def _people(case: Case, policy: Policy, spared: Spared) -> Iterator[Person]:
    found: dict[tuple[str, ...], _Found] = {}
    layers = {layer.document: layer for layer in case.state.layers}
    for reading in sorted(case.state.readings, key=lambda reading: reading.document):
        layer = layers[reading.document]
        for one in sorted(mentions(reading, layer, spared), key=lambda one: (one.start, one.end)):
            office = one.found.office.words if one.found and one.found.office else ""
            _note(found, layer.text[one.start : one.end], reading.document, office)
    for document, name in _titled(case):
        _note(found, name, document)
    organisations = _organisations(case)
    found = {key: person for key, person in found.items() if not _are_members(person, organisations)}
    _join_owners(found)
    known = {form for person in found.values() for name in person.names for form in forms(name)}
    for name in _person_sources(case):
        if name not in spared.words and not any(form in fold(name).replace(" ", "") for form in known):
            _note(found, name, "")
    return _numbered(_without_known(found), case, policy)


def _titled(case: Case) -> Iterator[tuple[str, str]]:
    """Names in titles that no text of the case has, with the document."""
    known = words_of("\n".join(layer.text for layer in case.state.layers))
    for document in sorted(case.state.documents, key=lambda document: document.id):
        for name in untold(document.title.value, known) if document.title else ():
            yield document.id, name


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


def _note(found: dict[tuple[str, ...], _Found], name: str, document: str, office: str = "") -> None:
    folded = tuple(token.folded for token in tokens(name))
    if not folded:
        return
    key = tuple(sorted((folded[0], folded[-1]))) if len(folded) > 1 else (folded[0], "", document)
    person = found.setdefault(key, _Found())
    person.names.add(" ".join(name.split()))
    person.documents.update([document] if document else [])
    person.offices.update([" ".join(office.split())] if office else [])


def _join_owners(found: dict[tuple[str, ...], _Found]) -> None:
    """One person, where a headline leaves out the mark of possession: "Jane Does arrest" of Jane Doe."""
    names = {tuple(token.folded for token in tokens(name)): key for key, one in found.items() for name in one.names}
    for words, key in names.items():
        owner = names.get((*words[:-1], words[-1][:-1])) if words[-1].endswith("s") and len(words) > 1 else None
        if owner and owner != key and key in found and owner in found:
            gone = found.pop(key)
            found[owner].names |= gone.names
            found[owner].documents |= gone.documents
            found[owner].offices |= gone.offices


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
        is_public = (person.offices and policy.name_offices) or any(
            (forms(name) or {fold(name)}) & listed for name in names
        )
        number += not is_public
        label = "" if is_public else f"[person {number}]"
        yield Person(label, names, frozenset(person.documents), is_public, min(person.offices, default=""))


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
    handles = _handles(case, people)
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
    return frozenset((found - handles) | told.keys() - _surnames(people, found, told))


def _handles(case: Case, people: tuple[Person, ...]) -> set[str]:
    """Names that texts write small, in chats, and that only these texts have as words."""
    small: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for name in (name for name in person.names if name.islower()):
            for part in parts(name):
                small[part] |= person.documents
    others = (layer for layer in case.state.layers if small and not all(layer.document in at for at in small.values()))
    for layer in others:
        for word in {fold(word) for word in _LOWER.findall(layer.text)} & small.keys():
            if layer.document not in small[word]:
                del small[word]
    return set(small)


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

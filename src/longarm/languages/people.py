"""The words of a language around the names of people: titles, public offices, words of organisations."""

import functools
from dataclasses import dataclass, fields
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Word lists of one language, lower case.

    Attributes:
        titles: forms of address before a name, without public office.
        offices: public offices in themselves; posts: public only beside one of `bodies`.
        shared: bodies of these kinds, of which private groups have some too: alone they tell no public body.
        private: words that make an office or body private after all.
        organisations: words that make a capitalised run something other than a person.
        ambiguous: words that do so only where nothing else speaks for a person.
        particles: small words inside a name.
        family_first: family names that stand before the given name.
        given: common given names.
        modifiers: small words that may stand before an office ("former").
        people: nouns for people that are no public office.
    """

    titles: frozenset[str]
    offices: frozenset[str]
    posts: frozenset[str]
    bodies: frozenset[str]
    shared: frozenset[str]
    private: frozenset[str]
    organisations: frozenset[str]
    ambiguous: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    given: frozenset[str]
    modifiers: frozenset[str]
    people: frozenset[str]


@functools.cache
def load(language: str = "en") -> PeopleWords:
    """The words around names of a language.

    Raises:
        DataError: there is no such file, or it holds something that is not allowed.
    """
    name = f"{language}-people.yaml"
    return parse(read_yaml("longarm.languages", name), name)


def parse(raw: Any, name: str) -> PeopleWords:
    """The words of a file's content, checked.

    Raises:
        DataError: a section is missing, unknown, not words, or not in lower case.
    """
    if not isinstance(raw, dict):
        raise DataError(f"{name} must be a mapping of sections to words")
    wanted = [field.name for field in fields(PeopleWords)]
    if sorted(map(str, raw)) != sorted(wanted):
        raise DataError(f"{name} must have exactly the sections {', '.join(wanted)}: it has {', '.join(map(str, raw))}")
    for section, words in raw.items():
        if not isinstance(words, str) or words != words.lower():
            raise DataError(f"{name}: section {section} must be lower-case words parted by blanks")
    return PeopleWords(**{section: frozenset(raw[section].split()) for section in wanted})

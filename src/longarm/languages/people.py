"""The words of a language around the names of people: titles, public offices, words of organisations."""

import functools
from dataclasses import dataclass

from longarm.core import tables
from longarm.core.tables import Parted


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

    titles: Parted
    offices: Parted
    posts: Parted
    bodies: Parted
    shared: Parted
    private: Parted
    organisations: Parted
    ambiguous: Parted
    particles: Parted
    family_first: Parted
    given: Parted
    modifiers: Parted
    people: Parted


@functools.cache
def load(language: str = "en") -> PeopleWords:
    """The words around names of a language.

    Raises:
        DataError: there is no such file, or it holds something that is not allowed.
    """
    return tables.read(PeopleWords, "longarm.languages", f"{language}-people.yaml")

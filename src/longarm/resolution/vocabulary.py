"""The words that tell what kind of party a name is of, from `data/parties.yaml`."""

import functools
from dataclasses import dataclass
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError
from longarm.places import nations

_FORM = "parties.yaml needs a list of words in lower case (quote words like `no` and `on`), or a mapping, under "


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by what they tell of a party, as the data file says; the last four map words to codes of states."""

    articles: frozenset[str]
    possessives: frozenset[str]
    legal_forms: frozenset[str]
    government: frozenset[str]
    government_adjectives: frozenset[str]
    state_agents: frozenset[str]
    unofficial: frozenset[str]
    backing: frozenset[str]
    common_nouns: frozenset[str]
    offices: frozenset[str]
    shared_offices: frozenset[str]
    state_matters: frozenset[str]
    missions: frozenset[str]
    media: frozenset[str]
    nameless: frozenset[str]
    spokespeople: frozenset[str]
    roles: frozenset[str]
    staff: frozenset[str]
    former: frozenset[str]
    heading: frozenset[str]
    own_offices: frozenset[str]
    shared_titles: frozenset[str]
    also_known: frozenset[str]
    ranks: frozenset[str]
    collectives: frozenset[str]
    joints: frozenset[str]
    descriptors: frozenset[str]
    regions: frozenset[str]
    seats: dict[str, str]
    short_states: dict[str, str]
    agencies: dict[str, str]
    organs: dict[str, str]


@functools.cache
def load() -> Vocabulary:
    """The vocabulary that comes with longarm.

    Raises:
        DataError: a list of the file is missing or holds something other than words.
    """
    return read(read_yaml(__package__, "parties.yaml"))


def read(data: Any) -> Vocabulary:
    """The vocabulary of the data of such a file.

    Raises:
        DataError: likewise.
    """
    if not isinstance(data, dict):
        raise DataError("parties.yaml must be a mapping of lists of words")
    return Vocabulary(
        articles=_words("articles", data),
        possessives=_words("possessives", data),
        legal_forms=_words("legal_forms", data),
        government=_words("government", data),
        government_adjectives=_words("government_adjectives", data),
        state_agents=_words("state_agents", data),
        unofficial=_words("unofficial", data),
        backing=_words("backing", data),
        common_nouns=_words("common_nouns", data),
        offices=_words("offices", data),
        shared_offices=_words("shared_offices", data),
        state_matters=_words("state_matters", data),
        missions=_words("missions", data),
        media=_words("media", data),
        nameless=_words("nameless", data),
        spokespeople=_words("spokespeople", data),
        roles=_words("roles", data),
        staff=_words("staff", data),
        former=_words("former", data),
        heading=_words("heading", data),
        own_offices=_words("own_offices", data),
        shared_titles=_words("shared_titles", data),
        also_known=_words("also_known", data),
        ranks=_words("ranks", data),
        collectives=_words("collectives", data),
        joints=_words("joints", data),
        descriptors=_words("descriptors", data),
        regions=_words("regions", data),
        seats=dict(nations.seats()),
        short_states=_codes("short_states", data),
        agencies=_codes("agencies", data),
        organs=_codes("organs", data),
    )


def _words(name: str, data: dict[str, Any]) -> frozenset[str]:
    found = data.get(name)
    if not isinstance(found, list) or not all(isinstance(word, str) and word == word.lower() for word in found):
        raise DataError(f"{_FORM}`{name}`")
    return frozenset(found)


def _codes(name: str, data: dict[str, Any]) -> dict[str, str]:
    found = data.get(name)
    if not isinstance(found, dict):
        raise DataError(f"{_FORM}`{name}`")
    return {str(words): str(code) for words, code in found.items()}

"""The words that tell what kind of party a name is of, from `data/parties.yaml`."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from longarm.core import tables
from longarm.core.tables import Lower


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by what they tell of a party, as the data file says; the last three map words to codes of states."""

    articles: Lower
    links: Lower
    possessives: Lower
    legal_forms: Lower
    government: Lower
    government_adjectives: Lower
    state_agents: Lower
    unofficial: Lower
    backing: Lower
    common_nouns: Lower
    offices: Lower
    shared_offices: Lower
    state_matters: Lower
    media: Lower
    nameless: Lower
    spokespeople: Lower
    roles: Lower
    staff: Lower
    former: Lower
    heading: Lower
    own_offices: Lower
    shared_titles: Lower
    also_known: Lower
    ranks: Lower
    collectives: Lower
    joints: Lower
    descriptors: Lower
    regions: Lower
    short_states: Mapping[str, str]
    agencies: Mapping[str, str]
    organs: Mapping[str, str]


@functools.cache
def load() -> Vocabulary:
    """The vocabulary that comes with longarm.

    Raises:
        DataError: a list of the file is missing or holds something other than words.
    """
    return tables.read(Vocabulary, __package__, "parties.yaml")

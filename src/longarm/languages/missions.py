"""What speaks for a state abroad, and who, in a language."""

import functools
from dataclasses import dataclass

from longarm.core.tables import Words
from longarm.languages.loader import read


@dataclass(frozen=True, slots=True)
class MissionWords:
    """The lists of `missions.yaml`; see its comments."""

    houses: Words
    shared: Words
    envoys: Words


@functools.cache
def load(language: str = "en") -> MissionWords:
    """The words for missions of a language.

    Raises:
        DataError: there are none, or the file is malformed.
    """
    return read(MissionWords, language, "missions")


@functools.cache
def abroad(language: str = "en") -> Words:
    """The words for a state's missions and envoys that nobody else bears."""
    return load(language).houses | load(language).envoys


@functools.cache
def named(language: str = "en") -> Words:
    """All words that the name of a mission may have for what it is."""
    return load(language).houses | load(language).shared

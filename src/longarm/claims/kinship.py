"""Which parties are not proved to be independent of each other, and why."""

import functools
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated

from longarm.claims.words import tokens
from longarm.core import tables
from longarm.core.tables import Form, Words
from longarm.model.claims import Source

UNSTATED = "office"  # key of all offices of which nobody says of which state they are
LAW = "law "  # begins the key of the voices of one state's prosecutions


class Bond(Enum):
    """Why two parties are not counted as two."""

    SPOKEN = "one speaks for the other"
    OWNED = "one owner"
    NAMESAKE = "perhaps one person"
    LAW = "voices of one prosecution"
    STATE = "offices of one state"
    UNSTATED = "an office of which nobody says of which state it is"


def _names(written: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(re.escape(' '.join(tokens(words))) for words in written)})(?!\S)")


@dataclass(frozen=True, slots=True)
class KinWords:
    """The lists of `data/kinship.yaml`."""

    law: Annotated[re.Pattern[str], Form(tuple[str, ...], _names)]
    charging: Words
    supranational: Words


@functools.cache
def load() -> KinWords:
    """The lists that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(KinWords, "longarm.claims", "kinship.yaml")


@functools.lru_cache(maxsize=65_536)
def is_law(name: str) -> bool:
    """Whether a name is that of who brings or prepares a prosecution."""
    return load().law.search(" ".join(tokens(name))) is not None


@dataclass(frozen=True, slots=True)
class Kinship:
    """The parties of a case by what joins them.

    Attributes:
        owners: source id to the key of the group of parties that belong together, where the case's table says so.
        speaks_for: source id of a person to that of the group or office that a text says the person speaks for.
        states: source id to ISO code, for governments, their offices and who speaks for them.
        same: source id of a person to that of another of a fuller name who may be the same.
        doubts: source id of a person to those of the several people whom the name fits.
        law: ids of sources that bring or prepare prosecutions.
        unstated: ids of offices, and of who holds them, of which nobody says of which state they are.
    """

    owners: Mapping[str, str] = field(default_factory=dict)
    speaks_for: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    law: frozenset[str] = frozenset()
    unstated: frozenset[str] = frozenset()

    def group(self, source: str) -> str:
        """Whom a source speaks for, or itself."""
        return self.speaks_for.get(source, source)

    def owner(self, source: str) -> str:
        """One key for all that hardly know apart: one owner, who speaks for them, the voices of one prosecution."""
        group = self.group(source)
        if group in self.owners:
            return self.owners[group]
        return self.prosecution(source) or group

    def prosecution(self, source: str) -> str:
        """The key of the prosecutions of a source's state, or empty where it is no voice of one."""
        if source not in self.law and self.group(source) not in self.law:
            return ""
        return LAW + self._state(source)

    def kin(self, source: str) -> str:
        """One key for all that are not proved to be independent: an owner, a state's offices, people who may be one."""
        one = self.same.get(source, source)
        group = self.group(one)
        is_unstated = group in self.unstated or one in self.unstated
        return self.owners.get(group) or self._state(one) or (UNSTATED if is_unstated else group)

    def _state(self, source: str) -> str:
        return self.states.get(source) or self.states.get(self.group(source), "")

    def proved(self, keys: Set[str]) -> int:
        """How many keys of kin stand for different parties for certain: what may be another of them is not counted."""
        loose = (key for key in (UNSTATED, *self.doubts) if key in keys)
        return len(keys) - sum(self._may_be_another(key, keys) for key in loose)

    def _may_be_another(self, key: str, keys: Set[str]) -> bool:
        if key == UNSTATED:
            return not keys.isdisjoint(self.states.values())
        return any(self.kin(one) in keys for one in self.doubts[key])

    def shown(self, keys: Set[str]) -> int:
        """How many keys of owners there are; a prosecution of no known state may be any other of them."""
        return len(keys) - (LAW in keys and any(key.startswith(LAW) and key != LAW for key in keys))

    def bond(self, one: str, other: str) -> Bond | None:
        """Why two sources are not counted as two; None where they are."""
        first, second = self.kin(one), self.kin(other)
        if first != second:
            return self._doubtful(one, other, first, second)
        if self.same.get(one, one) == self.same.get(other, other):
            return Bond.NAMESAKE
        if self.prosecution(one) and self.prosecution(one) == self.prosecution(other):
            return Bond.LAW
        if self.group(one) == self.group(other):
            return Bond.SPOKEN
        if first == UNSTATED:
            return Bond.UNSTATED
        return Bond.STATE if first in (self._state(one), self._state(other)) else Bond.OWNED

    def _doubtful(self, one: str, other: str, first: str, second: str) -> Bond | None:
        keys = {first, second}
        if UNSTATED in keys and self._may_be_another(UNSTATED, keys):
            is_law = self.prosecution(one) and self.prosecution(other)
            return Bond.LAW if is_law else Bond.UNSTATED
        is_doubted = any(key in self.doubts and self._may_be_another(key, keys) for key in keys)
        return Bond.NAMESAKE if is_doubted else None


def kinship(
    sources: Iterable[Source],
    states: Mapping[str, str],
    speaks_for: Mapping[str, str],
    owners: Mapping[str, str],
    officials: Set[str],
    alike: Iterable[tuple[str, ...]],
    doubts: Mapping[str, tuple[str, ...]],
) -> Kinship:
    """The kinship of the sources of a case.

    Args:
        officials: ids of sources that hold or speak for an office.
        alike: ids of people who may be one, the fullest name first.
    """
    same: dict[str, str] = {}
    for people in alike:
        known = next((one for one in people if one in states or one in speaks_for), people[0])
        same |= dict.fromkeys(people, known)
    law, unstated = set[str](), set[str]()
    for source in sources:
        told = (source.name, *source.aliases)
        if any(map(is_law, told)):
            law.add(source.id)
        is_official = source.kind == "government" or source.id in officials
        if is_official and source.id not in states and not any(map(_is_supranational, told)):
            unstated.add(source.id)
    doubts = {same.get(one, one): found for one, found in doubts.items()}
    return Kinship(owners, speaks_for, states, same, doubts, frozenset(law), frozenset(unstated))


def _is_supranational(name: str) -> bool:
    return not load().supranational.isdisjoint(tokens(name))

"""News outlets and agencies, told by their names, and what their texts show they witnessed themselves."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from longarm.claims.words import tokens
from longarm.core import tables
from longarm.core.tables import Words
from longarm.model.claims import Source

_PARENTHESIS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Outlets:
    """The lists of `data/outlets.yaml`."""

    words: Words
    endings: Words
    names: Words
    never: Words
    relays: Words
    witness: tuple[str, ...]
    credits: tuple[str, ...]


@functools.cache
def load() -> Outlets:
    """The lists that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(Outlets, "longarm.claims", "outlets.yaml")


@functools.lru_cache(maxsize=65_536)
def is_news(name: str) -> bool:
    """Whether a name is that of a news outlet or agency."""
    known = load()
    plain = tokens(_PARENTHESIS.sub(" ", name))
    plain = plain[1:] if plain[:1] == ["the"] else plain
    whole = " ".join(plain)
    if whole in known.never or not plain:
        return False
    return (
        whole in known.names
        or " ".join(tokens(name)) in known.names
        or bool(known.words.intersection(plain))
        or not known.endings.isdisjoint((plain[-1], " ".join(plain[-2:])))
    )


def passes_on(source: Source) -> bool:
    """Whether a party is one that passes on what others know."""
    return source.kind == "outlet" or any(is_news(name) for name in (source.name, *source.aliases))


def is_relay(described: str) -> bool:
    """Whether words that describe a party say that it passes on what others know."""
    known = load()
    return not (known.words | known.relays).isdisjoint(tokens(described))


def is_own(mention: str) -> bool:
    """Whether the words for a party are the speaker's for itself: "our researchers", "this newspaper"."""
    plain = tokens(mention)
    return plain[:1] == ["our"] or (plain[:1] == ["this"] and " ".join(plain) in load().witness)


def witnesses(sentence: str, author: Source | None) -> bool:
    """Whether a sentence shows that its author witnessed, was told or did what it tells."""
    plain = f" {' '.join(tokens(sentence))} "
    names = [_bare(name) for name in (author.name, *author.aliases)] if author else []
    return any(cue in plain for cue in _cues(tuple(name for name in names if name)))


@functools.lru_cache(maxsize=4_096)
def _cues(names: tuple[str, ...]) -> frozenset[str]:
    found = set()
    for cue in load().witness:
        options: Iterable[str] = [cue]
        if "{author}" in cue:
            options = [cue.format(author=form) for name in names for form in (name, f"the {name}")]
        found |= {f" {' '.join(tokens(option))} " for option in options}
    return frozenset(found)


@functools.lru_cache(maxsize=4_096)
def _bare(name: str) -> str:
    plain = tokens(_PARENTHESIS.sub(" ", name))
    return " ".join(plain[1:] if plain[:1] == ["the"] else plain)

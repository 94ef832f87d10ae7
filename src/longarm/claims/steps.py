"""Which statements tell of steps of a proceeding: arrest, charge, plea, conviction, dropped, closed."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from longarm.core import tables
from longarm.core.tables import AnyOf, Words
from longarm.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count may be of, instead of all: words that tell it, and what its question adds."""

    words: AnyOf
    asks: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The lists of `data/proceedings.yaml`: ids of responses and measures, words of a legal statement, and what a count
    may be of, by its name."""

    responses: Words
    measures: Words
    words: AnyOf
    counted: Mapping[str, Counted]


@functools.cache
def load() -> Steps:
    """The lists that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(Steps, __package__, "proceedings.yaml")


def counted(words: str) -> str:
    """What a count's own clause says was done to those it counts ("closed"), or empty where it counts all."""
    return next((name for name, of in load().counted.items() if of.words.search(words)), "")


def is_step(statement: Statement) -> bool:
    """Whether the statement tells, or counts, steps of a proceeding."""
    known = load()
    if statement.method in known.responses or statement.measure in known.measures:
        return True
    return statement.kind == "legal" and known.words.search(statement.span.words) is not None

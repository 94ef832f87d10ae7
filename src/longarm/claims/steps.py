"""Which statements tell of steps of a proceeding: arrest, charge, plea, conviction, dropped, closed."""

import functools
import re
from dataclasses import dataclass
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError
from longarm.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Steps:
    """The lists of `data/proceedings.yaml`: ids of responses and measures, and words of a legal statement.

    Attributes:
        counted: what a count may be of, instead of all: its name, words that tell it, and what its question adds.
    """

    ids: frozenset[str]
    words: re.Pattern[str]
    counted: tuple[tuple[str, re.Pattern[str], str], ...]


@functools.cache
def load() -> Steps:
    """The lists that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    data: Any = read_yaml(__package__, "proceedings.yaml")
    try:
        counted = tuple((str(n), _pattern(row["words"]), str(row["asks"])) for n, row in data["counted"].items())
        ids = frozenset(data["responses"]) | frozenset(data["measures"])
        return Steps(ids, _pattern(data["words"]), counted)
    except (KeyError, TypeError) as error:
        why = f"{error!r}; it needs responses, measures, words, counted"
        raise DataError(f"claims/data/proceedings.yaml is malformed: {why}") from error


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.I)


def counted(words: str) -> str:
    """What a count's own clause says was done to those it counts ("closed"), or empty where it counts all."""
    return next((name for name, pattern, _ in load().counted if pattern.search(words)), "")


def is_step(statement: Statement) -> bool:
    """Whether the statement tells, or counts, steps of a proceeding."""
    known = load()
    if statement.method in known.ids or statement.measure in known.ids:
        return True
    return statement.kind == "legal" and known.words.search(statement.span.words) is not None

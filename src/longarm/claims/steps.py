"""Which statements tell of steps of a proceeding: arrest, charge, plea, conviction, dropped, closed."""

import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from longarm.errors import DataError
from longarm.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Steps:
    """The lists of `data/proceedings.yaml`: ids of responses and measures, and words of a legal statement."""

    ids: frozenset[str]
    words: re.Pattern[str]


@functools.cache
def load() -> Steps:
    """The lists that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    data: Any = yaml.safe_load(resources.files(__package__).joinpath("data/proceedings.yaml").read_text("utf-8"))
    try:
        words = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in data["words"]) + r")\b", re.I)
        return Steps(frozenset(data["responses"]) | frozenset(data["measures"]), words)
    except (KeyError, TypeError) as error:
        why = f"{error!r}; it needs responses, measures, words"
        raise DataError(f"claims/data/proceedings.yaml is malformed: {why}") from error


def is_step(statement: Statement) -> bool:
    """Whether the statement tells, or counts, steps of a proceeding."""
    known = load()
    if statement.method in known.ids or statement.measure in known.ids:
        return True
    return statement.kind == "legal" and known.words.search(statement.span.words) is not None

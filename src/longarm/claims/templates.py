"""The templates of questions, and the words that they go by, from `data/questions.yaml`."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from longarm.core import tables
from longarm.core.tables import Words


@dataclass(frozen=True, slots=True)
class Templates:
    """The lists of the data file; `forms` are by kind and variant: with an actor, and without."""

    forms: Mapping[str, Mapping[str, tuple[str, ...]]]
    facilities: Words
    with_operator: Mapping[str, str]
    institutions: Words
    months: tuple[str, ...]
    plurals: Words
    irregular: Mapping[str, str]


@functools.cache
def load() -> Templates:
    """The templates that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(Templates, __package__, "questions.yaml")

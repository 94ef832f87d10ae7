"""The templates of questions, and the words that they go by, from `data/questions.yaml`."""

import functools
from dataclasses import dataclass
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError


@dataclass(frozen=True, slots=True)
class Templates:
    """The lists of the data file; `forms` is kind and variant to (with actor, without)."""

    forms: dict[tuple[str, str], tuple[str, str]]
    facilities: frozenset[str]
    with_operator: dict[str, str]
    articles: frozenset[str]
    institutions: frozenset[str]
    months: tuple[str, ...]
    plurals: frozenset[str]
    irregular: dict[str, str]


@functools.cache
def load() -> Templates:
    """The templates that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    data: Any = read_yaml(__package__, "questions.yaml")
    others = ("facilities", "with_operator", "articles", "institutions", "months", "plurals", "irregular")
    try:
        forms = {
            (kind, variant): (str(pair[0]), str(pair[1]))
            for kind, variants in data.items()
            if kind not in others
            for variant, pair in variants.items()
        }
        facilities, articles = frozenset(data["facilities"]), frozenset(data["articles"])
        return Templates(
            forms,
            facilities,
            dict(data["with_operator"]),
            articles,
            frozenset(data["institutions"]),
            tuple(data["months"]),
            frozenset(data["plurals"]),
            dict(data["irregular"]),
        )
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise DataError(f"claims/data/questions.yaml is malformed: {error!r}; see its first lines") from error

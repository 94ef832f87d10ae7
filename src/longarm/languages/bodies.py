"""Bodies that texts of the field name: their names, and the short forms that stand for them."""

import functools
from dataclasses import dataclass
from typing import Any

from longarm.core.reference import read_yaml
from longarm.errors import DataError

FILE = "bodies.yaml"


@dataclass(frozen=True, slots=True)
class Bodies:
    """Known bodies.

    Attributes:
        names: their names, in words, by the first word in lower case; the longest first.
        full: short form to the name.
    """

    names: dict[str, tuple[tuple[str, ...], ...]]
    full: dict[str, str]


@functools.cache
def load() -> Bodies:
    """The known bodies.

    Raises:
        DataError: the file is malformed, or one short form stands for two bodies.
    """
    data: Any = read_yaml("longarm.languages", FILE)
    names: dict[str, list[tuple[str, ...]]] = {}
    full: dict[str, str] = {}
    try:
        for name, shorts in data.items():
            words = tuple(name.split())
            names.setdefault(words[0].lower(), []).append(words)
            for short in shorts:
                if full.setdefault(short, name) != name:
                    raise DataError(f"{FILE}: {short!r} stands for {full[short]!r} and {name!r}: keep one")
    except (AttributeError, TypeError) as error:
        raise DataError(f"{FILE} must map each name to a list of short forms: {error}") from error
    return Bodies({first: tuple(sorted(found, key=lambda n: (-len(n), n))) for first, found in names.items()}, full)

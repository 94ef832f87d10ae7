"""The words of the dossier for the codes in the data, from `wording.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from longarm.errors import DataError

_FILE = "wording.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """How a code is called, and what it means."""

    label: str
    about: str = ""
    one: str = ""


@dataclass(frozen=True, slots=True)
class NumberReading:
    """How one kind of wording around a number is read; figures of the language data stand between braces.

    Attributes:
        of: qualifier of the language data, `range` or `majority`.
    """

    of: str
    reading: str
    note: str


@dataclass(frozen=True, slots=True)
class Wording:
    """All tables of words, and the table of how numbers are read."""

    tables: Mapping[str, Mapping[str, Words]]
    intervals: tuple[NumberReading, ...]

    def words(self, table: str, code: str) -> Words:
        """The words of a code; a code without an entry is called by itself, without hyphens."""
        return self.tables[table].get(code) or Words(code.replace("-", " ").replace("_", " "))


@cache
def wording() -> Wording:
    """The words that come with longarm.

    Raises:
        DataError: an entry is malformed; the message names it.
    """
    return parse(yaml.safe_load(resources.files("longarm.publication.site").joinpath(_FILE).read_text("utf-8")))


def parse(data: Any) -> Wording:
    """The wording of the data.

    Raises:
        DataError: an entry is malformed; the message names it.
    """
    if not isinstance(data, dict):
        raise DataError(f"{_FILE} must hold tables by name.")
    rows = data.get("intervals", [])
    tables = {name: _table(name, table) for name, table in data.items() if name != "intervals"}
    return Wording(tables, tuple(_reading(row) for row in rows))


def _table(name: str, table: Any) -> dict[str, Words]:
    if not isinstance(table, dict):
        raise DataError(f"The table {name} in {_FILE} must map codes to words.")
    return {code: _words(name, code, entry) for code, entry in table.items()}


def _words(table: str, code: str, entry: Any) -> Words:
    if not isinstance(entry, dict) or "label" not in entry or set(entry) - {"label", "about", "one"}:
        raise DataError(f"The entry {code} of {table} in {_FILE} must have a label, and may have about and one.")
    return Words(**{name: str(value) for name, value in entry.items()})


def _reading(row: Any) -> NumberReading:
    if not isinstance(row, dict) or set(row) != {"of", "reading", "note"}:
        raise DataError(f"Each row of intervals in {_FILE} must have of, reading and note, not {row!r}.")
    return NumberReading(**{name: str(value) for name, value in row.items()})

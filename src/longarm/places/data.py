"""The tables of `places/data`: text that outsiders can edit, read with their mistakes named."""

import csv
import hashlib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import yaml

from longarm.core.reference import read_text
from longarm.errors import DataError

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
BUILDERS = ("builder.py", "fold.py", "spots.py")
BUILT_IN = (
    "aliases.yaml",
    "countries.yaml",
    "demonyms.yaml",
    "divisions.tsv",
    "points.tsv",
    "readings.yaml",
    "regions.yaml",
)


def load(name: str) -> dict[str, Any]:
    """A YAML table as a mapping; every scalar is text ("NO" is Norway, not a denial).

    Raises:
        DataError: it is no mapping, or no YAML.
    """
    try:
        table = yaml.load(_text(name), Loader=LOADER)
    except yaml.YAMLError as error:
        raise DataError(f"places/data/{name} is not YAML: {error}") from error
    if not isinstance(table, dict):
        raise DataError(f"places/data/{name} must be a mapping")
    return table


def words(table: dict[str, Any], key: str, name: str) -> list[str]:
    """A list of words in a table, empty where there is none.

    Raises:
        DataError: it is something else than a list of words.
    """
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(word, str) and word for word in found):
        raise DataError(f"places/data/{name}: {key} must be a list of words")
    return found


def rows(name: str) -> Iterator[dict[str, str]]:
    """The lines of a tab-separated table, by the names of its first line."""
    yield from csv.DictReader(_text(name).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def version() -> str:
    """Twelve hex digits that change with any byte of what the gazetteer's file is built from: tables and builder."""
    digest = hashlib.sha256()
    folder = resources.files("longarm.places")
    for file in (*(folder / "data" / name for name in BUILT_IN), *(folder / name for name in BUILDERS)):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _text(name: str) -> str:
    return read_text("longarm.places", name)

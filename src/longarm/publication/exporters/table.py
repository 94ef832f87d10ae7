"""The one table of export formats."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from longarm.publication.exporters import csv, json

Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Attributes:
        id: how `longarm export --format` calls it.
        description: one line.
        files: data of the JSON interface in, files as (relative path, bytes) out; the first is the main one.
    """

    id: str
    description: str
    files: Callable[[dict[str, Any]], Files]


EXPORTERS: dict[str, Exporter] = {
    exporter.id: exporter
    for exporter in (
        Exporter("json", "everything in one JSON file, exact text", json.files),
        Exporter(
            "csv", "one table each for claims, statements, origins, documents, sources, works and places", csv.files
        ),
    )
}
"""Formats by id, in the order in which they are offered."""

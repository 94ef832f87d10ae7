"""The one table of export formats."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from longarm.publication.exporters import csv, datapackage, ftm, geojson, json, sqlite

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
            "csv", "a file for each table: claims, statements, origins, drift, happenings, bounds, ...", csv.files
        ),
        Exporter("datapackage", "the tables as a Frictionless data package, with a schema each", datapackage.files),
        Exporter("geojson", "places with what is claimed of them", geojson.files),
        Exporter("ftm", "FollowTheMoney entities, for Aleph and OpenAleph", ftm.files),
        Exporter("sqlite", "one SQLite database, for Datasette", sqlite.files),
    )
}
"""Formats by id, in the order in which they are offered."""

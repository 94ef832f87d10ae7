"""A set that others labelled, read once and measured by slice: its halves, its topics, the roles of its names."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import harness, measures, resampling
from bench.aims import AIMS, METHODS
from longarm.desk.reading import read_texts

Row = dict[str, Any]
Rows = dict[str, Row]

ALL, FIRST, SECOND = "all", "half 1", "half 2"
ROLES = {"toponym, without demonyms": ("place", "in-name"), "toponym, role place": ("place",)}
HALVES = {FIRST: 1, SECOND: 2}


@dataclass(frozen=True)
class Measured:
    """One set, read: its texts, what was read in them, and the results by slice."""

    name: str
    kind: str
    gold: Rows
    read: Rows
    slices: dict[str, dict[str, Any]]
    intervals: dict[str, tuple[float, float]]  # of half 1, by measure


def measure(folder: Path, name: str, half: int | None) -> Measured | None:
    """A set, read once and measured by slice, or None where it is not there."""
    kind, file = harness.OTHERS[name]
    path = folder / file
    if not path.is_file():
        print(f"{name} is left out: there is no {file}", file=sys.stderr)
        return None
    gold = {key: row for key, row in harness.keyed(harness.rows_of(path)).items() if harness.is_in_half(key, half)}
    read = {str(row["id"]): row for row in read_texts(harness.texts_of(kind, path, gold))}
    slices = {ALL: _results(kind, gold, read)}
    for label, number in HALVES.items() if half is None else ():
        part = {key: row for key, row in gold.items() if harness.is_in_half(key, number)}
        slices[label] = _results(kind, part, read)
    for label, topics in METHODS.items() if kind == "tnr" else ():
        part = {key: row for key, row in gold.items() if row.get("topic") in topics}
        if part:
            slices[label] = _results(kind, part, read)
    return Measured(name, kind, gold, read, slices, _intervals(kind, gold, read, slices))


def _intervals(kind: str, gold: Rows, read: Rows, slices: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """The 95 % intervals of half 1, of places also without some roles; none where the halves are not both read."""
    if FIRST not in slices:
        return {}
    if kind == "tnr":
        return {aspect: (value["from"], value["to"]) for aspect in AIMS[kind] if (value := slices[FIRST][aspect])}
    first = {key: row for key, row in gold.items() if harness.is_in_half(key, HALVES[FIRST])}
    found = resampling.intervals(kind, first, read)
    for label, roles in ROLES.items() if kind == "places" else ():
        found[label] = resampling.intervals(kind, first, _of_roles(read, roles))["toponym"]
    return found


def _results(kind: str, gold: Rows, read: Rows) -> dict[str, Any]:
    """The set's measures, of places also without the roles that its labels leave out."""
    found = {"texts": len(gold), **measures.SETS[kind](gold, read)}
    for label, roles in ROLES.items() if kind == "places" else ():
        found[label] = measures.places(gold, _of_roles(read, roles))["toponym"]
    return found


def _of_roles(read: Rows, roles: Sequence[str]) -> Rows:
    return {key: {"toponyms": [t for t in row["toponyms"] if t["role"] in roles]} for key, row in read.items()}

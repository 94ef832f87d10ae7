"""Outlines of countries, from `data/boundaries.json` (Natural Earth, public domain; `tools/boundaries.py` writes it).

Countries are those of ISO 3166, as in the gazetteer; none of it takes a side (docs/decisions/0008-boundaries.md).
"""

import functools
import itertools
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from longarm.core.lines import Point
from longarm.core.reference import read_text
from longarm.errors import DataError

FILE = "boundaries.json"
CREDIT = "Outlines of countries: Natural Earth, public domain."
NOBODY = ""
"""The code of land that ISO 3166 counts to no country."""


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Outlines that share their lines, so that neighbours stay neighbours however the lines are drawn.

    Attributes:
        lines: points as longitude and latitude, in degrees.
        countries: rings by ISO code; a ring is a chain of numbers of lines, `~n` is line n backwards. Holes are rings
            too: what an odd number of rings is around is inside.
    """

    lines: tuple[tuple[Point, ...], ...]
    countries: Mapping[str, tuple[tuple[int, ...], ...]]

    def borders(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Numbers of the lines between two countries, and of those that are not settled.

        The latter part land that ISO 3166 counts to one country, or land that it counts to none from others.
        """
        owners: dict[int, list[str]] = defaultdict(list)
        for code, rings in self.countries.items():
            for at in itertools.chain.from_iterable(rings):
                owners[at if at >= 0 else ~at].append(code)
        shared = {at: held for at, held in sorted(owners.items()) if len(held) > 1}
        unsettled = tuple(at for at, held in shared.items() if len(set(held)) == 1 or NOBODY in held)
        return tuple(at for at in shared if at not in set(unsettled)), unsettled


@functools.cache
def load() -> Boundaries:
    """The outlines that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    try:
        return parse(json.loads(read_text("longarm.places", FILE)))
    except ValueError as error:
        raise DataError(f"places/data/{FILE} is not JSON ({error}): write it anew with tools/boundaries.py") from error


def parse(data: Any) -> Boundaries:
    """Outlines from the data of the file.

    Raises:
        DataError: something is missing, or a ring names a line that is not there.
    """
    try:
        grid = float(data["grid"])
        lines = tuple(_line(steps, grid) for steps in data["lines"])
        countries = {str(code): tuple(tuple(ring) for ring in rings) for code, rings in data["countries"].items()}
        if any(not -len(lines) <= at < len(lines) for rings in countries.values() for ring in rings for at in ring):
            raise ValueError("a ring names a line that is not there")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"places/data/{FILE} is malformed ({error}): write it anew with tools/boundaries.py") from error
    return Boundaries(lines, countries)


def _line(steps: list[int], grid: float) -> tuple[Point, ...]:
    """A line from its first cell of the grid and the steps after it, x and y by turns."""
    return tuple(
        (x * grid, y * grid)
        for x, y in zip(itertools.accumulate(steps[::2]), itertools.accumulate(steps[1::2]), strict=True)
    )

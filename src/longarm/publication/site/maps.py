"""Maps: the world, and each part of it where enough is said, drawn with the marks of places and their labels."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from longarm.core.intervals import Interval
from longarm.core.lines import Point
from longarm.core.phrases import counted
from longarm.model.places import Place
from longarm.places import boundaries
from longarm.publication.site import figures
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.outlines import Frame, Outlines, fitted
from longarm.publication.site.paging import Sheet, sheets
from longarm.publication.site.placemarks import Mark, labelled
from longarm.publication.site.projections import MIDDLE, azimuthal, equal_earth
from longarm.publication.site.spots import MARKED, Spot, mapped_measure, spots

TINTS = (1, 2, 5, 10)  # questions about a country from which on the tint is one step stronger
PARTS = ("m49:150", "m49:003", "m49:005", "m49:002", "m49:142", "m49:009")  # parts of the world, in their order
MANY = 60  # places from which on each part of the world has a page of its own, so that pages stay light
ENOUGH = 3  # places of a part of the world from which on it has a map of its own
_WORLD, _PART = (1300, 600), (800, 600)  # units of the pictures
_NOT_DRAWN = "AQ"
MOST = 150  # places that one map marks, those with the largest figures and the most claims
_A_PAGE = 120  # places of a list on one page
_LEAST_SPAN = 0.3  # radii of the globe: a map shows 1,900 km at least
_WIDE = 0.5  # radii of the globe: the point of a country that reaches further says too little to zoom out for it
_LARGEST, _SMALLEST, _NO_FIGURE = 25.0, 6.5, 5.5  # radii of marks
_LEAST_MOST = 20  # counts are drawn as if one of them were so large at least, so that small ones look small
_EDGES = (-56.0, 83.5)  # degrees of latitude that the map of the world shows


@dataclass(frozen=True, slots=True)
class Tint:
    """A country in which something is said to be; `step` counts from 1."""

    code: str
    step: int
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One map.

    Attributes:
        land: of countries without a tint, as one path.
        borders, unsettled: lines between countries, and lines that are not settled.
        rows: the places that the list beside it tells of, each below its country.
    """

    id: str
    title: str
    width: int
    height: int
    land: str
    tints: tuple[Tint, ...]
    borders: str
    unsettled: str
    marks: tuple[Mark, ...]
    rows: tuple["Row", ...]

    def sheets(self) -> tuple[Sheet["Row"], ...]:
        """Its pages, where it has its own; the map is on the first."""
        return sheets(self.rows, f"map/{self.id}.html", _A_PAGE)


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the list beside a map; `country` names its country where no row above does."""

    mark: Mark
    country: str
    is_inner: bool


class Maps:
    """The maps of a dossier."""

    tints = TINTS

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.measure = mapped_measure(dossier)
        self._spots = spots(dossier, self.measure)
        self._shown = tuple(
            spot for spot in self._spots if spot.place.level in MARKED and spot.place.lat is not None and _counts(spot)
        )

    @property
    def is_split(self) -> bool:
        """Whether each part of the world has a page of its own."""
        return len(self._shown) > MANY

    @property
    def wider(self) -> tuple[Spot, ...]:
        """Places that have no point: regions, continents, the world; the widest first."""
        order = ("world", "continent", "region")
        found = [spot for spot in self._spots if spot.place.level in order]
        return tuple(sorted(found, key=lambda spot: (order.index(spot.place.level), spot.place.name)))

    @cached_property
    def steps(self) -> dict[str, int]:
        """The tint of each country in which something is said to be."""
        found: dict[str, set[str]] = {}
        for spot in self._shown:
            if code := spot.place.country or spot.place.id:
                found.setdefault(code, set()).update(claim.id for claim in spot.claims)
        return {code: sum(len(claims) >= least for least in TINTS) for code, claims in sorted(found.items()) if claims}

    @cached_property
    def world(self) -> Picture | None:
        """The map of the world; None where nothing has a place on it."""
        if not self._shown:
            return None
        edges = [equal_earth(MIDDLE + lon, lat) for lon in (-179.9, 0, 179.9) for lat in (*_EDGES, 0)]
        return self._picture("world", "The world", fitted(equal_earth, edges, *_WORLD), self._shown, is_world=True)

    @cached_property
    def parts(self) -> tuple[Picture, ...]:
        """Maps of parts of the world, and last, without a picture of its own, what lies elsewhere."""
        found, left = [], list(self._shown)
        for part in PARTS:
            inside = [spot for spot in left if part in spot.place.parents]
            if len(inside) >= ENOUGH:
                left = [spot for spot in left if spot not in inside]
                name = self._dossier.places[part].name if part in self._dossier.places else part
                found.append(self._picture(part.replace(":", "-"), name, _surroundings(inside), inside, False))
        if left:
            rows = self._rows([self._mark(spot, (0, 0)) for spot in left])
            found.append(Picture("elsewhere", "Elsewhere" if found else "Places", 0, 0, "", (), "", "", (), rows))
        return tuple(found)

    def _picture(self, id: str, title: str, frame: Frame, shown: Iterable[Spot], is_world: bool) -> Picture:
        outlines = Outlines(boundaries.load(), frame)
        tints = tuple(Tint(code, step, path) for code, step in self.steps.items() if (path := outlines.country(code)))
        plain = [c for c in boundaries.load().countries if c not in self.steps and c != _NOT_DRAWN]
        marks = [self._mark(spot, _point(spot.place, frame)) for spot in shown]
        drawn = [mark for mark in marks if mark.spot.place.level == "country" or not is_world]
        drawn = [mark for mark in drawn if frame.shows((mark.x, mark.y))]
        covered = {mark.spot.place.country for mark in drawn}
        drawn += [mark for mark in marks if mark not in drawn and mark.spot.place.country not in covered]
        drawn = sorted(drawn, key=lambda mark: (-mark.reach, -len(mark.spot.claims), mark.spot.place.id))[:MOST]
        drawn.sort(key=lambda mark: (-mark.reach, mark.spot.place.id))
        return Picture(
            id,
            title,
            round(frame.width),
            round(frame.height),
            outlines.land(plain),
            tints,
            *outlines.borders(),
            labelled(drawn, frame),
            self._rows(marks),
        )

    def _mark(self, spot: Spot, at: Point) -> Mark:
        low, high, is_sized = self._radii(spot.given)
        return Mark(spot, round(at[0], 1), round(at[1], 1), low, high, is_sized, self._text(spot))

    def _radii(self, given: Interval | None) -> tuple[float, float | None, bool]:
        if given is None:
            return _NO_FIGURE, _NO_FIGURE, False
        low = 0.0 if not given.low else self._radius(given.low)
        return low, None if given.high is None else self._radius(given.high), True

    def _radius(self, count: float) -> float:
        """Areas are as counts, but for the least, which could not be seen."""
        return round(max(_SMALLEST, _LARGEST * math.sqrt(count / self._most)), 1) if count else 0.0

    @cached_property
    def _most(self) -> float:
        ends = (end for spot in self._shown if spot.given for end in (spot.given.low, spot.given.high or 0))
        return max((*ends, _LEAST_MOST))

    def _text(self, spot: Spot) -> str:
        parts = [counted(len(spot.claims), "question")]
        if spot.corroborated:
            parts.append(f"{spot.corroborated:,} corroborated")
        if spot.contested:
            parts.append(f"{spot.contested:,} answered or denied")
        if spot.retracted:
            parts.append(f"{spot.retracted:,} retracted")
        given = f"; {figures.interval(spot.given)} as given" if spot.given else ""
        return f"{spot.place.name}: {', '.join(parts)}{given}"

    def _rows(self, marks: Sequence[Mark]) -> tuple[Row, ...]:
        """Countries by name, each with its places after it."""
        places = self._dossier.places
        listed = {mark.spot.place.id for mark in marks}
        found = []
        for mark in sorted(marks, key=lambda mark: _order(mark.spot.place, places)):
            country = places.get(mark.spot.place.country)
            is_inner = mark.spot.place.level != "country" and country is not None and country.id in listed
            found.append(Row(mark, "" if is_inner or country in (None, mark.spot.place) else country.name, is_inner))
        return tuple(found)


def _surroundings(inside: Sequence[Spot]) -> Frame:
    """A frame around places, with some room."""
    near = [spot for spot in inside if spot.place.level != "country" or not _is_wide(spot.place)]
    degrees = [(spot.place.lon or 0.0, spot.place.lat or 0.0) for spot in (near if len(near) > 1 else inside)]
    east = (
        sum(math.cos(math.radians(lon)) for lon, _ in degrees),
        sum(math.sin(math.radians(lon)) for lon, _ in degrees),
    )
    middle = math.degrees(math.atan2(east[1], east[0]))
    project = azimuthal(middle, (max(lat for _, lat in degrees) + min(lat for _, lat in degrees)) / 2)
    points = [project(*one) for one in degrees]
    x = (max(p[0] for p in points) + min(p[0] for p in points)) / 2
    y = (max(p[1] for p in points) + min(p[1] for p in points)) / 2
    half = max(*(abs(p[0] - x) * 1.25 for p in points), *(abs(p[1] - y) * 1.7 for p in points), _LEAST_SPAN / 2)
    return fitted(project, [(x - half, y - half * 0.75), (x + half, y + half * 0.75)], *_PART)


def _is_wide(country: Place) -> bool:
    """Whether the largest piece of a country reaches so far that its middle is far from much of it."""
    outlines = boundaries.load()
    project = azimuthal(country.lon or 0.0, country.lat or 0.0)
    rings = outlines.countries.get(country.id, ())
    pieces = [[project(*p) for at in ring for p in outlines.lines[at if at >= 0 else ~at]] for ring in rings]
    return any(max(p[axis] for p in piece) - min(p[axis] for p in piece) > _WIDE for piece in pieces for axis in (0, 1))


def _point(place: Place, frame: Frame) -> Point:
    return frame.at(place.lon or 0.0, place.lat or 0.0)


def _counts(spot: Spot) -> bool:
    return bool(spot.claims or spot.figures)


def _order(place: Place, places: Mapping[str, Place]) -> tuple[str, int, str, str]:
    country = places.get(place.country)
    return country.name if country else place.name, MARKED.index(place.level), place.name, place.id

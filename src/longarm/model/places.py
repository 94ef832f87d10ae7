"""Places of the gazetteer."""

from dataclasses import dataclass

WORLD = "m49:001"  # id of the place that holds all others
LEVELS = ("city", "adm1", "country", "region", "continent", "world")
CREDIT = "Place data: GeoNames (geonames.org), CC BY 4.0."
"""What the licence of the gazetteer asks for; it stands wherever places leave longarm."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    Attributes:
        id: `CA` (country, ISO 3166-1), `CA.08` (first-level division, GeoNames admin1), `gn:6167865` (city),
            `m49:003` (UN M49 region or continent), `m49:001` (the world).
        name: neutral short name in English.
        level: one of LEVELS.
        country: ISO 3166-1 alpha-2, empty above the country.
        parents: ids of the places that hold it, nearest first, up to the world.
        lat, lon: degrees of a point that stands for it, None where there is none.
        population: 0 where unknown.
    """

    id: str
    name: str
    level: str
    country: str
    parents: tuple[str, ...]
    lat: float | None
    lon: float | None
    population: int = 0

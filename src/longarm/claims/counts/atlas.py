"""What the engine needs of the gazetteer and the codebook, taken from them."""

from collections.abc import Iterable

from longarm.claims.counts.figures import Atlas, MeasureRule
from longarm.codebook import loader as codebook
from longarm.errors import DataError
from longarm.model.places import WORLD, Place
from longarm.places.gazetteer import Gazetteer

# the continents of M49 that hold no other: the Americas are two
CONTINENTS = ("m49:002", "m49:003", "m49:005", "m49:009", "m49:010", "m49:142", "m49:150")


def atlas(gazetteer: Gazetteer, places: Iterable[str]) -> Atlas:
    """The places and all that hold them; a district of a city lies in its city.

    Raises:
        DataError: the gazetteer has no such place.
    """
    asked = sorted({WORLD, *CONTINENTS, *places})
    above = {identity: _above(gazetteer, identity) for identity in asked}
    for holder in sorted({up for ups in above.values() for up in ups} - above.keys()):
        above[holder] = _above(gazetteer, holder)
    known = {identity: _known(gazetteer, identity) for identity in sorted(above)}
    regions = [identity for identity, place in known.items() if place.level in ("region", "continent", "world")]
    return Atlas(
        names={identity: place.name for identity, place in known.items()},
        levels={identity: place.level for identity, place in known.items()},
        above=above,
        countries={region: frozenset(gazetteer.countries(region)) for region in regions},
        continents=CONTINENTS,
    )


def measures() -> dict[str, MeasureRule]:
    """How the codebook binds its measures, by id."""
    found = {}
    for measure in codebook.measures():
        hosts = next(((r.measure, r.level) for r in measure.relations if r.kind == "hosts"), None)
        at_most = tuple(relation.measure for relation in measure.relations if relation.kind == "at-most")
        found[measure.id] = MeasureRule(measure.kind, hosts, at_most, measure.label)
    return found


def _known(gazetteer: Gazetteer, identity: str) -> Place:
    place = gazetteer.place(identity)
    if place is None:
        raise DataError(f"the gazetteer has no place {identity}: look it up by name first")
    return place


def _above(gazetteer: Gazetteer, identity: str) -> tuple[str, ...]:
    parents = gazetteer.parents(identity)
    city = gazetteer.coarsen(identity)
    return parents if city == identity else (city, *(up for up in parents if up != city))

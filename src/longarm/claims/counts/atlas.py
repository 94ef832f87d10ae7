"""What the engine needs of the gazetteer and the codebook, taken from them."""

from collections.abc import Iterable

from longarm.claims.counts.figures import WORLD, Atlas, MeasureRule
from longarm.codebook import loader as codebook
from longarm.places.gazetteer import Gazetteer


def atlas(gazetteer: Gazetteer, places: Iterable[str]) -> Atlas:
    """The places and all that hold them; a district of a city lies in its city.

    Raises:
        DataError: the gazetteer has no such place.
    """
    above: dict[str, tuple[str, ...]] = {}
    for identity in sorted(set(places) | {WORLD}):
        above[identity] = _above(gazetteer, identity)
    for holder in sorted({up for ups in above.values() for up in ups} - above.keys()):
        above[holder] = _above(gazetteer, holder)
    known = {identity: place for identity in sorted(above) if (place := gazetteer.place(identity))}
    regions = {identity for identity, place in known.items() if place.level in ("region", "continent", "world")}
    continents = _continents(gazetteer)
    return Atlas(
        names={identity: place.name for identity, place in known.items()},
        levels={identity: place.level for identity, place in known.items()} | dict.fromkeys(continents, "continent"),
        above={identity: above[identity] for identity in known} | {c: gazetteer.parents(c) for c in continents},
        countries={region: frozenset(gazetteer.countries(region)) for region in sorted(regions | set(continents))},
        continents=continents,
    )


def measures() -> dict[str, MeasureRule]:
    """How the codebook binds its measures, by id."""
    found = {}
    for measure in codebook.measures():
        hosts = next(((r.measure, r.level) for r in measure.relations if r.kind == "hosts"), None)
        at_most = tuple(relation.measure for relation in measure.relations if relation.kind == "at-most")
        found[measure.id] = MeasureRule(measure.kind, hosts, at_most, measure.label)
    return found


def _above(gazetteer: Gazetteer, identity: str) -> tuple[str, ...]:
    parents = gazetteer.parents(identity)
    city = gazetteer.coarsen(identity)
    return parents if city == identity else (city, *(up for up in parents if up != city))


def _continents(gazetteer: Gazetteer) -> tuple[str, ...]:
    """Continents that hold no other one: the Americas are two."""
    found = [place for place in gazetteer.at("continent")]
    return tuple(c for c in found if not any(c in gazetteer.parents(other) for other in found))

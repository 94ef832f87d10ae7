"""Places: the names that are not sure, and the candidates for one of them, on a list and a small map."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from starlette.responses import Response

from longarm.model.places import Place
from longarm.places import gazetteer
from longarm.storage import browse
from longarm.web import pages
from longarm.web.declared import Field
from longarm.web.visit import Visit

SHOWN = 120
CANDIDATES = 12
WIDE, HIGH = 720.0, 360.0  # units of the map: two a degree
FIELDS = (Field("document", 60), Field("words", 200), Field("name", 200))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that words may mean: where it is, in words and on the map."""

    place: Place
    inside: str
    x: float
    y: float
    is_chosen: bool


def places(visit: Visit) -> Response:
    """Names to choose places for; with document and words, the candidates."""
    document, words = visit.one("document"), visit.one("words")
    with visit.desk.read() as ledger:
        seen = visit.seen(ledger)
        spots = [spot for spot in visit.desk.overview(ledger).spots if document in ("", spot.document)]
        named = browse.names(ledger, [spot.document for spot in spots[:SHOWN]] + [document])
    known = gazetteer.load()
    called = {
        id_: place.name for spot in spots[:SHOWN] for id_ in (spot.place, *spot.readings) if (place := known.place(id_))
    }
    chosen = next((spot for spot in spots if words and spot.words == words), None)
    candidates = _candidates(
        words, chosen.place if chosen else "", chosen.readings if chosen else (), visit.one("name")
    )
    return pages.page(
        visit,
        "places.html",
        title="Places",
        spots=spots[:SHOWN],
        count=len(spots),
        named=named,
        called=called,
        document=document,
        place_words=words,
        candidates=candidates if words else [],
        dots=dots() if words else (),
        name=visit.one("name"),
        **seen,
    )


def _candidates(words: str, place: str, readings: Iterable[str], name: str) -> list[Candidate]:
    """What the words are read as, what else they may be, and what bears the name asked for."""
    known = gazetteer.load()
    found: dict[str, Place] = {}
    for id_ in (place, *readings):
        if one := known.place(id_):
            found[id_] = one
    for one in (*known.named(name or words)[:CANDIDATES],):
        found.setdefault(one.id, one)
    return [_candidate(one, one.id == place) for one in list(found.values())[:CANDIDATES]]


def _candidate(place: Place, is_chosen: bool) -> Candidate:
    known = gazetteer.load()
    inside = ", ".join(holder.name for id_ in place.parents[:2] if (holder := known.place(id_)))
    x, y = _point(place.lat or 0.0, place.lon or 0.0)
    return Candidate(place, inside, x, y, is_chosen)


def _point(lat: float, lon: float) -> tuple[float, float]:
    """Degrees on the map: each degree two units, north up."""
    return round((lon + 180) / 360 * WIDE, 1), round((90 - lat) / 180 * HIGH, 1)


@cache
def dots() -> tuple[tuple[float, float], ...]:
    """A point for every country, so that the map can be read without outlines."""
    known = gazetteer.load()
    found = (known.place(code) for code in known.countries(gazetteer.WORLD))
    return tuple(
        _point(place.lat, place.lon) for place in found if place and place.lat is not None and place.lon is not None
    )

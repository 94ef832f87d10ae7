"""Places: the names that are not sure, and the candidates for one of them, on a list and a small map."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from starlette.responses import Response

from longarm.model.places import Place
from longarm.places import boundaries, gazetteer
from longarm.publication.site.outlines import Frame, Outlines, fitted
from longarm.publication.site.projections import MIDDLE, equal_earth
from longarm.storage import browse
from longarm.web import pages
from longarm.web.declared import Field
from longarm.web.visit import Visit

SHOWN = 120
CANDIDATES = 12
WIDE, HIGH = 720.0, 320.0  # units of the picture
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
        land=land() if words else ("", ""),
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
    x, y = world().at(place.lon or 0.0, place.lat or 0.0)
    return Candidate(place, inside, round(x, 1), round(y, 1), is_chosen)


@cache
def world() -> Frame:
    """The whole globe in the picture of candidates."""
    edges = [equal_earth(MIDDLE + lon, lat) for lon in (-179.9, 0, 179.9) for lat in (-58, 0, 80)]
    return fitted(equal_earth, edges, WIDE, HIGH)


@cache
def land() -> tuple[str, str]:
    """Paths of all land, and of the lines between countries."""
    known = boundaries.load()
    outlines = Outlines(known, world())
    return outlines.land(known.countries), outlines.borders()[0]

"""Places as rows of a list: each after the place that holds it, with what is said of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from longarm.model.places import LEVELS, Place
from longarm.model.public import PublicClaim
from longarm.model.statements import ABOUT
from longarm.publication.site.dossier import Answer, Dossier


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with what is said of it; depth counts the rows that hold it."""

    place: Place
    depth: int
    within: tuple[str, ...]
    claims: tuple[PublicClaim, ...]
    figures: tuple[Answer, ...]


def place_rows(dossier: Dossier) -> Iterator[PlaceRow]:
    """Places that claims or statements name, each after the place that holds it."""
    places, claims, figures = dossier.places, _claims(dossier), _figures(dossier)
    used = {place for claim in dossier.case.claims for place in claim.places}
    used |= {place.id for statement in dossier.case.statements for place in statement.places}
    listed = [places[name] for name in used if name in places]
    for place in sorted(listed, key=lambda place: _containment(place, dossier)):
        yield PlaceRow(
            place,
            sum(name in used for name in place.parents),
            tuple(places[name].name for name in reversed(place.parents) if name in places),
            tuple(claims.get(place.id, ())),
            dossier.grouped(dossier.said(figures.get(place.id, ())), by_unit=True),
        )


def _containment(place: Place, dossier: Dossier) -> tuple[tuple[int, str, str], ...]:
    chain = [dossier.places[name] for name in reversed(place.parents) if name in dossier.places]
    return tuple((LEVELS[::-1].index(one.level), one.name, one.id) for one in (*chain, place))


def _claims(dossier: Dossier) -> dict[str, list[PublicClaim]]:
    found: dict[str, list[PublicClaim]] = defaultdict(list)
    for _, claims in dossier.groups:
        for claim in claims:
            for place in dict.fromkeys(claim.places):
                found[place].append(claim)
    return found


def _figures(dossier: Dossier) -> dict[str, list[str]]:
    """Ids of the figures that are for each place."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in dossier.case.statements:
        if one.kind == "figure":
            for place in dict.fromkeys(place.id for place in one.places if place.role in ABOUT):
                found[place].append(one.id)
    return found

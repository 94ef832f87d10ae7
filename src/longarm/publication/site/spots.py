"""What is said about each place, as a map shows it: how much, which figures, with what status."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from longarm.core.intervals import Interval
from longarm.model.places import Place
from longarm.model.public import PublicClaim, PublicStatement
from longarm.model.statements import ABOUT
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.stances import figure_stance

MARKED = ("country", "adm1", "city")  # levels that have a point of their own on a map


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with what is said about it.

    Attributes:
        claims: questions about this very place, the most told first.
        around: how many questions there are about it or a place in it.
        figures: statements that give the mapped measure for this very place.
        given: the lowest and the highest count among them; None where there are none.
    """

    place: Place
    claims: tuple[PublicClaim, ...]
    around: int
    figures: tuple[PublicStatement, ...] = ()
    given: Interval | None = None

    @property
    def support(self) -> str:
        """`corroborated` where one claim is, `retracted` where all are, else `single`."""
        found = {claim.support for claim in self.claims}
        return "corroborated" if "corroborated" in found else "retracted" if found == {"retracted"} else "single"

    @property
    def corroborated(self) -> int:
        """How many of its claims have two independent origins or more."""
        return sum(claim.support == "corroborated" for claim in self.claims)

    @property
    def contested(self) -> int:
        """How many of its claims somebody has answered or denied."""
        return sum(claim.contest != "unanswered" for claim in self.claims)

    @property
    def retracted(self) -> int:
        """How many of its claims an origin has withdrawn."""
        return sum(claim.support == "retracted" for claim in self.claims)


def counted_place(statement: PublicStatement, places: Mapping[str, Place]) -> str:
    """The one place that a figure counts, the innermost it names; empty where it names none or several."""
    named = {one.id for role in ABOUT for one in statement.places if one.role == role and one.id in places}
    inner = [one for one in named if not any(one in places[other].parents for other in named)]
    return inner[0] if len(inner) == 1 else ""


def is_count(statement: PublicStatement) -> bool:
    """Whether a statement gives a count of all of something: no share, no part, no denial, nothing yet to come."""
    quantity = statement.quantity
    return bool(
        statement.kind == "figure"
        and quantity
        and not quantity.relation
        and "garbled" not in quantity.flags
        and statement.counted_set == "all"
        and not figure_stance(statement)
    )


def mapped_measure(dossier: Dossier) -> str:
    """The measure that most places of a map have figures for; empty where none has."""
    found: dict[str, set[str]] = defaultdict(set)
    told: Counter[str] = Counter()
    for statement in filter(is_count, dossier.case.statements):
        place = counted_place(statement, dossier.places)
        if statement.measure and place and dossier.places[place].level in MARKED:
            found[statement.measure].add(place)
            told[statement.measure] += 1
    ranked = sorted(found, key=lambda measure: (-len(found[measure]), -told[measure], measure))
    return ranked[0] if ranked else ""


def spots(dossier: Dossier, measure: str) -> tuple[Spot, ...]:
    """Every place that a claim is about, by id; `measure` is the one whose figures are shown."""
    claims: dict[str, list[PublicClaim]] = defaultdict(list)
    for _, group in dossier.groups:
        for claim in group:
            for place in claim.places:
                claims[place].append(claim)
    figures: dict[str, list[PublicStatement]] = defaultdict(list)
    for statement in filter(is_count, dossier.case.statements):
        if statement.measure == measure and (place := counted_place(statement, dossier.places)):
            figures[place].append(statement)
    return tuple(
        Spot(
            dossier.places[place],
            tuple(sorted(claims[place], key=lambda claim: -dossier.telling(claim))),
            len(_around(place, claims, dossier.places)),
            dossier.said(one.id for one in figures[place]),
            hull(one.quantity.interval for one in figures[place] if one.quantity),
        )
        for place in sorted({*claims, *figures})
        if place in dossier.places
    )


def hull(intervals: Iterable[Interval]) -> Interval | None:
    """From the lowest to the highest number that is given; without an upper end where one of them has none."""
    given = tuple(intervals)
    return functools.reduce(Interval.hull, given) if given else None


def _around(place: str, claims: Mapping[str, list[PublicClaim]], places: Mapping[str, Place]) -> set[str]:
    return {
        claim.id
        for other, told in claims.items()
        if other == place or (other in places and place in places[other].parents)
        for claim in told
    }

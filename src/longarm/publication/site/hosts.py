"""What host states did: every step that the documents tell of, by country, the latest first."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from longarm.model.interchange.steps import authority
from longarm.model.places import Place
from longarm.model.public import PublicStatement
from longarm.places import gazetteer
from longarm.places.nations import countries_of
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.events import Event, events, is_step
from longarm.publication.site.paging import Sheet, sheets

COLUMNS = (
    ("investigation", ("investigation",)),
    ("measure", ("closure-order", "expulsion", "sanction")),
    ("charge", ("arrest", "charge")),
    ("outcome", ("plea", "conviction", "acquittal", "charge-dropped", "no-action")),
)
OTHER = "other"
MANY = 90  # steps from which on each country has a page of its own, so that pages stay light
_A_PAGE = 70  # steps of a country on one page
_AT = ("site", "scope", "to")
_CLAIMED = ("figure", "presence", "act", "purpose")
_OFTEN = 0.1  # share of the operators named from which on a state counts as one that acts abroad


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a state or a court did.

    Attributes:
        day: by which it is ordered.
        authority: who did it, as the first text that says so names them; may be empty.
        countries: names of the countries that its tellings place it in.
    """

    event: Event
    column: str
    day: date | None
    authority: str = ""
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Host:
    """A country with what it did, the latest first.

    Attributes:
        place: None for steps that no country can be told of.
        steps: that some text says were taken.
        spoken: steps that are denied, expected or only possible.
    """

    place: Place | None
    steps: tuple[Step, ...]
    spoken: tuple[Step, ...] = ()

    @property
    def id(self) -> str:
        """An anchor, and the name of its page."""
        return f"in-{self.place.id.lower()}" if self.place else "in-no-country"

    def sheets(self) -> tuple[Sheet[Step], ...]:
        """Its pages, where it has its own; what is only spoken of comes last."""
        return sheets((*self.steps, *self.spoken), f"responses/{self.id}.html", _A_PAGE)

    def count(self, column: str) -> int:
        """How many steps of a sort."""
        return sum(step.column == column for step in self.steps)


class Hosts:
    """Host countries of a dossier."""

    columns = (*(name for name, _ in COLUMNS), OTHER)

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def told(self) -> tuple[Host, ...]:
        """Countries with steps, that of the latest step first; last what no country can be told of."""
        found: dict[str, list[Step]] = defaultdict(list)
        for event in events(self._dossier):
            if event.statements and any(is_step(one) for one in event.statements):
                for country in self._countries(event) or ("",):
                    found[country].append(step_of(event))
        hosts = (_host(self._place(code), sorted(steps, key=latest)) for code, steps in found.items())
        return tuple(sorted(hosts, key=lambda host: (host.place is None, *latest(*host.steps[:1]))))

    @property
    def is_split(self) -> bool:
        """Whether each country has a page of its own."""
        return sum(len(host.steps) + len(host.spoken) for host in self.told) > MANY

    @cached_property
    def silent(self) -> tuple[Place, ...]:
        """Countries in which something is claimed to be, and of which no step is told."""
        claimed = {
            self._dossier.places[place].country
            for claim in self._dossier.case.claims
            if claim.kind in _CLAIMED
            for place in claim.places
            if place in self._dossier.places
        }
        told = {host.place.id for host in self.told if host.place}
        found = (self._place(code) for code in claimed - told - self._operators - {""})
        return tuple(sorted((place for place in found if place), key=lambda place: place.name))

    def _place(self, code: str) -> Place | None:
        return self._dossier.places.get(code) or (gazetteer.load().place(code) if code else None)

    @cached_property
    def _operators(self) -> frozenset[str]:
        """States that the statements name as acting abroad, again and again."""
        named = Counter(code for one in self._dossier.case.statements for code in countries_of(one.roles.operator)[:1])
        return frozenset(code for code, count in named.items() if count > 1 and count >= _OFTEN * named.total())

    def _countries(self, event: Event) -> tuple[str, ...]:
        """The countries of an event: where it is, else whose organ acts or speaks, else the one that is mentioned."""
        for found in (
            event.countries,
            self._at(event.statements, _AT),
            self._named(one.roles.actor for one in event.statements),
            self._named(voice.name for one in event.statements for voice in reversed(one.voices[1:])),
            self._at(event.statements, ("mentioned",)),
            self._concerned(event.statements),
        ):
            if len(found) == 1:
                return found
        return self._at(event.statements, _AT)

    def _at(self, told: Iterable[PublicStatement], roles: tuple[str, ...]) -> tuple[str, ...]:
        found = {place.country for one in told for place in one.places if place.role in roles and place.country}
        return tuple(sorted(found - (self._operators if roles != _AT else frozenset())))

    def _concerned(self, told: Iterable[PublicStatement]) -> tuple[str, ...]:
        """The countries of the claims in whose proceedings the statements are steps."""
        claims = [claim for one in told for claim in self._proceedings.get(one.id, ())]
        places = (self._dossier.places.get(place) for claim in claims for place in self._dossier.claims[claim].places)
        return tuple(sorted({place.country for place in places if place and place.country} - self._operators))

    @cached_property
    def _proceedings(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for claim in self._dossier.case.claims:
            for step in claim.proceedings:
                found[step].append(claim.id)
        return found

    def _named(self, words: Iterable[str]) -> tuple[str, ...]:
        found = (code for part in words for code in countries_of(part) if code not in self._operators)
        return tuple(dict.fromkeys(found))[:1]


def step_of(event: Event) -> Step:
    """The step that an event is."""
    told = event.statements
    authorities = (authority(one.roles.actor, [voice.name for voice in one.voices[1:]]) for one in told)
    named = dict.fromkeys(place.country for one in told for place in one.places if place.country)
    codes = event.countries or tuple(named)
    countries = (gazetteer.load().place(code) for code in codes)
    return Step(
        event,
        _column(event.stage),
        _day(event),
        next(filter(None, authorities), ""),
        tuple(country.name for country in countries if country),
    )


def latest(step: Step | None = None) -> tuple[bool, int, str]:
    """The order of steps: the latest first, those without a day last."""
    if step is None:
        return True, 1, ""
    return step.day is None, -step.day.toordinal() if step.day else 0, step.event.id


def _column(stage: str) -> str:
    return next((name for name, stages in COLUMNS if stage in stages), OTHER)


def _day(event: Event) -> date | None:
    """The last day on which a step can have been taken, or on which it was first told."""
    for period in (event.period, event.told):
        if period and (days := period.days()):
            return days[1]
    return None


def _host(place: Place | None, steps: list[Step]) -> Host:
    taken = tuple(step for step in steps if not step.event.stance)
    return Host(place, taken, tuple(step for step in steps if step.event.stance))

"""The drawn pages of a dossier: map, timeline, number lines, responses."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

from longarm.core.intervals import Interval
from longarm.model.public import PublicStatement
from longarm.places import boundaries
from longarm.publication.site import conflicts, figures
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.events import Event
from longarm.publication.site.hosts import Hosts
from longarm.publication.site.maps import Maps, Picture
from longarm.publication.site.numberlines import Measure, NumberLines
from longarm.publication.site.timeline import Lane, Timeline, when
from longarm.publication.site.wording import wording

DRAWN_STYLE = "assets/drawn.css"
_SHORT = 70  # characters of the words of an event in the name of its mark
_PACKAGE = "longarm.publication.site"


def drawn_style() -> bytes:
    """The style sheet of the drawn pages."""
    return resources.files(_PACKAGE).joinpath("static/drawn.css").read_bytes()


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is not in the menu; `part` is what it shows."""

    template: str
    path: str
    title: str
    part: Measure | Picture | Lane


class Drawn:
    """What the drawn pages show of one dossier, each part made when its page is."""

    map_credit = boundaries.CREDIT

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def maps(self) -> Maps:
        """The maps."""
        return Maps(self._dossier)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The number lines, a page each."""
        return NumberLines(self._dossier).measures()

    def further(self) -> Iterator[Page]:
        """Pages beside those of the menu."""
        for measure in self.measures:
            yield Page("measure.html", measure.path, measure.title[:1].upper() + measure.title[1:], measure)
        if self.maps.is_split:
            for picture in self.maps.parts:
                yield Page("mappart.html", self.map_path(picture), f"Map: {picture.title}", picture)
        if self.timeline.is_split:
            for lane in self.timeline.lanes:
                label = wording().words("lanes", lane.id).label
                yield Page("events.html", self.lane_path(lane), f"Timeline: {label}", lane)

    @staticmethod
    def map_path(picture: Picture) -> str:
        """The page of a part of the world, where it has its own."""
        return f"map/{picture.id}.html"

    @staticmethod
    def lane_path(lane: Lane) -> str:
        """The page of the list of a lane, where it has its own."""
        return f"timeline/{lane.id}.html"

    @cached_property
    def conflicts(self) -> tuple[conflicts.Conflict, ...]:
        """What cannot hold together, hard conflicts first."""
        return tuple(conflicts.conflicts(self._dossier))

    @cached_property
    def aside(self) -> tuple[tuple[PublicStatement, ...], ...]:
        """Ways to set figures aside."""
        return conflicts.aside(self._dossier)

    @cached_property
    def revisions(self) -> tuple[tuple[tuple[PublicStatement, ...], int], ...]:
        """Totals that grew by more than was told."""
        return conflicts.revisions(self._dossier)

    @cached_property
    def timeline(self) -> Timeline:
        """The events in time."""
        return Timeline(self._dossier)

    @cached_property
    def hosts(self) -> Hosts:
        """What host states did."""
        return Hosts(self._dossier)

    @staticmethod
    def when(event: Event) -> str:
        """When an event was, in words."""
        return when(event)

    @staticmethod
    def called(event: Event) -> str:
        """An event in a few words."""
        if event.document:
            return _short(event.document.name)
        words = f"“{_short(event.statements[0].span.words)}”"
        return f"{event.label} {words}" if event.label else words

    @staticmethod
    def told(event: Event) -> str:
        """When it was first told, in words; empty where that is not known."""
        return figures.period(event.told)

    @staticmethod
    def given(interval: Interval) -> str:
        """A count as given, in words."""
        return figures.interval(interval)

    @staticmethod
    def range(low: int, high: int | None) -> str:
        """A range of counts in words."""
        return figures.interval(Interval(low, high)) if low or high is not None else "any number"

    @staticmethod
    def date(edtf: str) -> str:
        """A date in words."""
        return figures.edtf(edtf)

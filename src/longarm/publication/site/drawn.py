"""The drawn pages of a dossier: map, timeline, number lines, responses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources

from longarm.core.phrases import capitalized, shortened
from longarm.model.public import PublicStatement
from longarm.places import boundaries
from longarm.publication.site import conflicts as clashes
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.events import Event
from longarm.publication.site.hosts import Host, Hosts, Step
from longarm.publication.site.maps import Maps, Picture, Row
from longarm.publication.site.numberlines import Line, Measure, NumberLines, Section
from longarm.publication.site.paging import Sheet, cut, weighed
from longarm.publication.site.timeline import Lane, Mark, Timeline, when
from longarm.publication.site.wording import wording

DRAWN_STYLE = "assets/drawn.css"
_FIRST_BYTES, _PAGE_BYTES = 50_000, 90_000  # of conflicts on the page of all measures, and on one of theirs
_FIRST = 30  # rows of the number line on the page of all measures
_SHORT = 70  # characters of the words of an event in the name of its mark
_PACKAGE = "longarm.publication.site"


def drawn_style() -> bytes:
    """The style sheet of the drawn pages."""
    return resources.files(_PACKAGE).joinpath("static/drawn.css").read_bytes()


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is not in the menu: what it is about, and which part of its list stands on it."""

    template: str
    title: str
    part: Measure | Picture | Lane | Host | None
    sheet: Sheet[Section] | Sheet[clashes.Conflict] | Sheet[Row] | Sheet[Mark | Event] | Sheet[Step]

    @property
    def path(self) -> str:
        """Its path."""
        return self.sheet.path


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

    @property
    def first_line(self) -> Line:
        """The number line that most figures stand on, its first rows."""
        line = self.measures[0].sections[0].line
        return replace(line, rows=line.rows[:_FIRST])

    def further(self) -> Iterator[Page]:
        """Pages beside those of the menu."""
        for measure in self.measures:
            title = capitalized(measure.title)
            yield from (Page("measure.html", title, measure, sheet) for sheet in measure.sheets())
        yield from (Page("conflicts.html", "Conflicts", None, sheet) for sheet in self.conflict_sheets)
        for picture in self.maps.parts if self.maps.is_split else ():
            yield from (Page("mappart.html", f"Map: {picture.title}", picture, sheet) for sheet in picture.sheets())
        for lane in self.timeline.lanes if self.timeline.is_split else ():
            title = f"Timeline: {wording().words('lanes', lane.id).label}"
            yield from (Page("events.html", title, lane, sheet) for sheet in lane.sheets())
        for host in self.hosts.told if self.hosts.is_split else ():
            title = f"Responses: {host.place.name if host.place else 'country not said'}"
            yield from (Page("host.html", title, host, sheet) for sheet in host.sheets())

    @staticmethod
    def map_path(picture: Picture) -> str:
        """The first page of a part of the world, where it has its own."""
        return picture.sheets()[0].path

    @staticmethod
    def lane_path(lane: Lane) -> str:
        """The first page of the list of a lane, where it has its own."""
        return lane.sheets()[0].path

    def event_href(self, event: Event) -> str:
        """Where the words of an event stand."""
        return f"{self._event_paths.get(event.id, '')}#{event.id}"

    @cached_property
    def _event_paths(self) -> dict[str, str]:
        """The pages of events, where lanes have their own."""
        if not self.timeline.is_split:
            return {}
        return {
            (item if isinstance(item, Event) else item.event).id: sheet.path
            for lane in self.timeline.lanes
            for sheet in lane.sheets()
            for item in sheet.items
        }

    @cached_property
    def conflicts(self) -> tuple[clashes.Conflict, ...]:
        """What cannot hold together, hard conflicts first."""
        return tuple(clashes.conflicts(self._dossier))

    @cached_property
    def first_conflicts(self) -> tuple[clashes.Conflict, ...]:
        """As many of them, from the first, as the page of all figures can take."""
        return weighed(self.conflicts, self._weights, _FIRST_BYTES)[0]

    @property
    def conflict_sheets(self) -> tuple[Sheet[clashes.Conflict], ...]:
        """The pages of all conflicts, where they are too many for that page."""
        if len(self.first_conflicts) == len(self.conflicts):
            return ()
        return cut(weighed(self.conflicts, self._weights, _PAGE_BYTES), "figures/conflicts.html")

    @property
    def _weights(self) -> list[int]:
        return [clashes.weight(conflict) for conflict in self.conflicts]

    @cached_property
    def aside(self) -> tuple[tuple[PublicStatement, ...], ...]:
        """Ways to set figures aside."""
        return clashes.aside(self._dossier)

    @cached_property
    def revisions(self) -> tuple[tuple[tuple[PublicStatement, ...], int], ...]:
        """Totals that grew by more than was told."""
        return clashes.revisions(self._dossier)

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
            return shortened(event.document.name, _SHORT)
        words = f"“{shortened(event.statements[0].span.words, _SHORT)}”"
        return f"{event.label} {words}" if event.label else words

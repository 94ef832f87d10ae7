"""The timeline: every event on one axis of time, drawn no sharper than it is told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from longarm.model.periods import Period, date_words, period_words
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.events import ACTS, LANES, REPLIES, Event, events, in_general
from longarm.publication.site.paging import Sheet, sheets

MANY = 90  # events from which on each lane's list has a page of its own, so that pages stay light
_LEAST = 2.6  # per cent of the axis that a mark takes, so that marks do not cover one another on a phone
_LONG_AGO = 0.06  # share of the events that may lie before the axis, so that one does not press all others together
_FEW = 12  # events from which on that is done
MOST = 450  # marks of a drawing; beyond, lanes of more than _FULL are drawn as counts
_FULL = 60
_A_PAGE = 160  # events of a list on one page
_TALLEST = 70  # pixels of the largest count
_YEARS_FROM = 12 * 366  # days of an axis from which on counts are of years
ROW = 14  # pixels of height of one row of marks
_MONTHS_UP_TO = 3 * 366  # days of an axis that has quarters under it
_EVERY_MONTH_UP_TO = 330  # days of an axis that has every month under it


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis.

    Attributes:
        start, end: per cent of the axis.
        row: from 0, the first at the top.
        shape: `day`; `span` from a day to a day; `within` for one date no sharper than a month, season or year; `by`
            where only the day of its telling is known; `since` and `until` where one end is open.
        is_before: it began before the axis.
    """

    event: Event
    start: float
    end: float
    row: int
    shape: str
    is_before: bool

    @property
    def length(self) -> float:
        """In per cent."""
        return round(self.end - self.start, 2)

    @property
    def top(self) -> int:
        """Pixels from the top of its lane."""
        return self.row * ROW + ROW // 2


@dataclass(frozen=True, slots=True)
class Count:
    """How many events of a lane begin in a month or a year; `share` of those of its fullest one, in pixels."""

    start: float
    length: float
    share: int
    words: str
    number: int
    first: Event


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one sort that have a date, in order of time, and those that have none.

    Attributes:
        counts: what is drawn in place of the marks where these are too many.
    """

    id: str
    marks: tuple[Mark, ...]
    undated: tuple[Event, ...]
    counts: tuple[Count, ...] = ()

    def sheets(self) -> tuple[Sheet["Mark | Event"], ...]:
        """The pages of its list, those without a date last."""
        return sheets((*self.marks, *self.undated), f"timeline/{self.id}.html", _A_PAGE)

    @property
    def height(self) -> int:
        """Pixels."""
        if self.counts:
            return _TALLEST + 6
        return (max((mark.row for mark in self.marks), default=0) + 1) * ROW + 4


@dataclass(frozen=True, slots=True)
class Tick:
    """A date under the axis; `is_year` for the first of January."""

    at: float
    words: str
    is_year: bool


@dataclass(frozen=True, slots=True)
class _Dated:
    event: Event
    first: date
    last: date
    shape: str


class Timeline:
    """The events of a dossier in time."""

    def __init__(self, dossier: Dossier) -> None:
        self._events = events(dossier)
        self.in_general = in_general(dossier)
        self._dated = tuple(found for event in self._events if (found := _dated(event)))

    @cached_property
    def _axis(self) -> tuple[date, date]:
        """First and last day of the axis, with a little room."""
        firsts = sorted(found.first for found in self._dated)
        last = max(found.last for found in self._dated)
        first = firsts[int(len(firsts) * _LONG_AGO)] if len(firsts) >= _FEW else firsts[0]
        if (first - firsts[0]) < (last - first) / 2:
            first = firsts[0]
        room = max(timedelta(20), (last - first) / 40)
        return first - room, last + room

    @property
    def is_empty(self) -> bool:
        """Whether no event has a date."""
        return not self._dated

    @property
    def is_split(self) -> bool:
        """Whether the list of each lane has a page of its own."""
        return len(self._events) > MANY

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """Lanes that hold something, in their order."""
        dated = {found.event.id for found in self._dated}
        lanes = (
            Lane(
                name,
                tuple(self._packed(found for found in self._dated if found.event.lane == name)),
                tuple(event for event in self._events if event.lane == name and event.id not in dated),
                tuple(self._counts(name)) if self._is_full(name) else (),
            )
            for name in LANES
        )
        return tuple(lane for lane in lanes if lane.marks or lane.undated)

    def _is_full(self, lane: str) -> bool:
        """Whether a lane has too many marks to be drawn one by one."""
        return len(self._dated) > MOST and sum(found.event.lane == lane for found in self._dated) > _FULL

    def _counts(self, lane: str) -> Iterator[Count]:
        by_year = (self._axis[1] - self._axis[0]).days > _YEARS_FROM
        held: dict[date, list[_Dated]] = defaultdict(list)
        for found in self._dated:
            if found.event.lane == lane:
                held[found.first.replace(month=1, day=1) if by_year else found.first.replace(day=1)].append(found)
        most = max(map(len, held.values()))
        for first, begun in sorted(held.items()):
            last = date(first.year + 1, 1, 1) if by_year else _next_month(first)
            start, end = self._at(first), self._at(last)
            words = date_words(str(first.year) if by_year else f"{first:%Y-%m}")
            earliest = min(begun, key=lambda one: (one.first, one.last, one.event.id))
            share = max(3, round(_TALLEST * len(begun) / most))
            yield Count(start, round(max(end - start, 0.4), 2), share, words, len(begun), earliest.event)

    @cached_property
    def ticks(self) -> tuple[Tick, ...]:
        """Years, or on a short axis quarters or months; not so many that they would touch on a phone."""
        if self.is_empty:
            return ()
        first, last = self._axis
        if (last - first).days <= _MONTHS_UP_TO:
            step = 1 if (last - first).days <= _EVERY_MONTH_UP_TO else 3
            days = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13, step)]
        else:
            step = 1 + (last.year - first.year) // 10
            days = [date(year, 1, 1) for year in range(first.year, last.year + 1) if not year % step]
        return tuple(
            Tick(self._at(day), str(day.year) if day.month == 1 else date_words(f"{day:%Y-%m}")[:3], day.month == 1)
            for day in days
            if first <= day <= last
        )

    def _at(self, day: date) -> float:
        first, last = self._axis
        share = (day - first) / (last - first)
        return round(min(1.0, max(0.0, share)) * 100, 2)

    def _packed(self, found: Iterable[_Dated]) -> Iterator[Mark]:
        """Marks in rows in which none covers another, the earliest first."""
        free: list[float] = []
        for one in sorted(found, key=lambda one: (one.first, one.last, one.event.id)):
            start, end = self._at(one.first), self._at(one.last + timedelta(1))
            left, right = (max(0.0, end - _LEAST), end) if one.shape in ("by", "until") else (start, end)
            row = next((number for number, taken in enumerate(free) if taken <= left), len(free))
            free[row : row + 1] = [max(right, left + _LEAST)]
            yield Mark(one.event, start, end, row, one.shape, one.first < self._axis[0])


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _dated(event: Event) -> _Dated | None:
    """Where an event stands in time; None where nothing says. What is told without a date happened before."""
    period = event.period
    days = period.days() if period else None
    if period and days and event.lane != "texts":
        return _Dated(event, *days, _shape(period))
    if period and days:
        return _Dated(event, *days, "day" if period.precision == "day" else "within")
    if period and (end := _open(period)):
        return _Dated(event, end, end, "until" if period.start is None else "since")
    if event.lane == ACTS or event.told is None or (told := event.told.days()) is None:
        return None
    return _Dated(event, *told, _shape(event.told)) if event.lane == REPLIES else _Dated(event, told[1], told[1], "by")


def _shape(period: Period) -> str:
    if period.start != period.end:
        return "span"
    return "day" if period.precision == "day" else "within"


def _open(period: Period) -> date | None:
    """The known end of a period that is open at the other."""
    known = period.end if period.start is None else period.start if period.end is None else None
    days = Period(known, known).days() if known else None
    if days is None:
        return None
    return days[1] if period.start is None else days[0]


def when(event: Event) -> str:
    """When an event was, in words that are no sharper than the telling; empty where nothing says."""
    words = period_words(event.period)
    if words:
        return words
    if event.told is None or event.lane == ACTS:
        return ""
    told = period_words(event.told)
    return told if event.lane == REPLIES else f"by {told}"

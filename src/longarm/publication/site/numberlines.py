"""Number lines: the figures of one measure and place, each with the words it stands in and who gives it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from longarm.core.intervals import Interval
from longarm.model.claims import UNKNOWN, Origin
from longarm.model.public import PublicStatement
from longarm.model.reconciliation import Bound
from longarm.publication.site.bounds import Bounds
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.paging import Sheet, cut, weighed
from longarm.publication.site.scales import Scale, scale
from longarm.publication.site.shell import is_measure, measure_label, slug
from longarm.publication.site.spots import counted_place
from longarm.publication.site.stances import figure_stance

OWN_PAGE = 3  # figures of a measure of the codebook from which on it has a page of its own
ROWS = 80  # of a line on one page
MOST_BOUNDS = 10  # bounds of a line that are drawn; all are in the data
_LINE, _ROW, _PAGE = 1_500, 1_000, 90_000  # bytes of a line, of a row, and of all on a page
_COUNTS = ("", "increment")  # relations that are numbers, not shares


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on a line; `start` and `end` in per cent, `end` None where there is no upper end."""

    start: float
    end: float | None
    interval: Interval

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.interval.is_exact

    @property
    def length(self) -> float:
        """In per cent; to the end of the line where there is no upper end."""
        return round((100 if self.end is None else self.end) - self.start, 2)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: one interval at one date from one origin, however many documents tell it.

    Attributes:
        statements: that give it, in the order of the documents.
        origin: who it rests on, in words; `is_known` whether that is a party.
        bar: None for shares, and what cannot be read safely.
        band: what all figures of its date leave possible, where that is known.
        stance: why it is no plain assertion: `denied`, `doubted`, `expected`; or empty.
    """

    statements: tuple[PublicStatement, ...]
    origin: str
    is_known: bool
    when: str
    bar: Bar | None
    band: Bar | None
    stance: str

    @property
    def first(self) -> PublicStatement:
        """The earliest telling."""
        return self.statements[0]


@dataclass(frozen=True, slots=True)
class Possible:
    """What the figures leave possible at one date, in words and on the line; `scope` says when, whose, of what."""

    bound: Bound
    bar: Bar
    scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """All figures of a measure, a counted set and a place, on one scale.

    Attributes:
        place: name, empty where the figures name no place or several.
        origins: how many named parties the figures rest on.
        figures: how many rows it has in all.
        part: from 1, where its rows stand on several pages.
    """

    id: str
    place: str
    counted_set: str
    scale: Scale
    rows: tuple[Row, ...]
    possible: tuple[Possible, ...]
    origins: int
    figures: int
    part: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """A line under its heading; empty where the heading is that of the page."""

    title: str
    line: Line


@dataclass(frozen=True, slots=True)
class Measure:
    """The number lines of one measure, or of several that have few figures.

    Attributes:
        path: of its first page.
        follows: what the figures leave possible for places that no figure is for, each with what tells it from others.
    """

    path: str
    title: str
    sections: tuple[Section, ...]
    figures: int
    follows: tuple[tuple[Bound, tuple[str, ...]], ...] = ()

    @property
    def places(self) -> int:
        """How many places have figures."""
        return len({section.line.place for section in self.sections if section.line.place})

    def sheets(self) -> tuple[Sheet[Section], ...]:
        """Its pages; a line that is too long for one goes on."""
        parts = [replace(section, line=part) for section in self.sections for part in _parts(section.line)]
        weights = [_LINE + _ROW * (len(one.line.rows) + len(one.line.possible)) for one in parts]
        return cut(weighed(parts, weights, _PAGE), self.path)


class NumberLines:
    """The number lines of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._origins = _first_origins(dossier)
        self._bounds = Bounds(dossier)

    def measures(self) -> tuple[Measure, ...]:
        """Measures with pages of their own, the most told first, then all others."""
        groups: dict[str, list[PublicStatement]] = defaultdict(list)
        for statement in self._dossier.case.statements:
            if statement.kind == "figure" and statement.quantity:
                groups[statement.measure or statement.quantity.unit].append(statement)
        ranked = sorted(groups, key=lambda name: (-len(groups[name]), name))
        own = [name for name in ranked if is_measure(name) and len(groups[name]) >= OWN_PAGE]
        pages = [
            Measure(
                f"figures/{slug(name)}.html",
                measure_label(name),
                tuple(Section("", line) for line in self._lines(name, groups[name], number)),
                len(groups[name]),
                self._bounds.of_others(name, groups[name]),
            )
            for number, name in enumerate(own, start=1)
        ]
        others = {name: groups[name] for name in ranked if name not in own}
        return (*pages, self._others(others)) if others else tuple(pages)

    def _others(self, groups: Mapping[str, list[PublicStatement]]) -> Measure:
        sections = (
            Section(measure_label(name) or "of something not named", line)
            for number, (name, told) in enumerate(groups.items())
            for line in self._lines(name, told, number)
        )
        return Measure("figures/other.html", "other counts", tuple(sections), sum(map(len, groups.values())))

    def _lines(self, measure: str, told: Iterable[PublicStatement], group: int) -> tuple[Line, ...]:
        places = self._dossier.places
        groups: dict[tuple[str, str], list[PublicStatement]] = defaultdict(list)
        for statement in told:
            groups[counted_place(statement, places), statement.counted_set].append(statement)
        ranked = sorted(groups.items(), key=lambda item: (item[0][0] == "", -len(item[1]), item[0]))
        return tuple(
            self._line(f"line-{group}-{number}", measure, place, counted_set, held)
            for number, ((place, counted_set), held) in enumerate(ranked, start=1)
        )

    def _line(self, id: str, measure: str, place: str, counted_set: str, told: Iterable[PublicStatement]) -> Line:
        groups: dict[tuple[str, ...], list[PublicStatement]] = defaultdict(list)
        for statement in self._dossier.said(one.id for one in told):
            groups[self._key(statement)].append(statement)
        ids = {one.id for group in groups.values() for one in group}
        bounds = self._bounds.of_line((measure, counted_set, place), ids) if place else ()
        ends: list[float] = [end for bound in bounds for end in (bound.low, bound.high or 0)]
        ends += [end for group in groups.values() for end in _ends(group[0])]
        on = scale(tuple(ends))
        rows = [self._row(tuple(group), on, bounds) for _, group in sorted(groups.items(), key=_order)]
        return Line(
            id,
            self._dossier.places[place].name if place else "",
            counted_set,
            on,
            tuple(rows),
            tuple(
                Possible(bound, _bar(Interval(bound.low, bound.high), on), self._bounds.scope(bound))
                for bound in bounds[:MOST_BOUNDS]
            ),
            len({origin.source for one in ids if (origin := self._origins.get(one))}),
            len(rows),
        )

    def _key(self, statement: PublicStatement) -> tuple[str, ...]:
        quantity, origin = statement.quantity, self._origins.get(statement.id)
        party = f"{origin.source} {origin.work}" if origin else self._dossier.innermost(statement)
        read = f"{quantity.interval} {quantity.relation}" if quantity else ""
        return read, party, _date(statement), figure_stance(statement), statement.basis

    def _row(self, group: tuple[PublicStatement, ...], on: Scale, bounds: Iterable[Bound]) -> Row:
        first = group[0]
        origin = self._origins.get(first.id)
        quantity = first.quantity
        is_drawn = quantity is not None and quantity.relation in _COUNTS and "garbled" not in quantity.flags
        is_compared = is_drawn and quantity is not None and not quantity.relation and not figure_stance(first)
        return Row(
            group,
            self._dossier.origin_name(origin) if origin else self._dossier.innermost(first),
            origin is not None,
            _date(first),
            _bar(quantity.interval, on) if quantity and is_drawn else None,
            _band(group, bounds, on) if is_compared else None,
            figure_stance(first),
        )


def _first_origins(dossier: Dossier) -> dict[str, Origin]:
    """The first named origin of each statement; what contradicts its origin has none."""
    found: dict[str, Origin] = {}
    for claim in dossier.case.claims:
        for origin in claim.origins:
            if origin.source in dossier.sources and origin.source != UNKNOWN and origin.tie != "contradicted":
                for statement in origin.statements:
                    found.setdefault(statement, origin)
    return found


def _parts(line: Line) -> Iterator[Line]:
    """A line in pieces of so many rows that a page stays light."""
    for part, at in enumerate(range(0, len(line.rows) or 1, ROWS), start=1):
        rows = line.rows[at : at + ROWS]
        yield replace(line, id=line.id if part == 1 else f"{line.id}-p{part}", rows=rows, part=part)


def _order(item: tuple[tuple[str, ...], list[PublicStatement]]) -> tuple[bool, float, float, tuple[str, ...]]:
    """Drawn figures first, the smallest first."""
    quantity = item[1][0].quantity
    if quantity is None or quantity.relation not in _COUNTS:
        return True, 0, 0, item[0]
    high = quantity.interval.high
    return False, quantity.interval.low, float("inf") if high is None else high, item[0]


def _ends(statement: PublicStatement) -> tuple[float, ...]:
    quantity = statement.quantity
    if quantity is None or quantity.relation not in _COUNTS:
        return ()
    return quantity.interval.low, quantity.interval.high or 0


def _bar(interval: Interval, on: Scale) -> Bar:
    return Bar(on.at(interval.low), None if interval.high is None else on.at(interval.high), interval)


def _band(group: Iterable[PublicStatement], bounds: Iterable[Bound], on: Scale) -> Bar | None:
    """What is possible at the date of a figure: the one bound that it helps to make."""
    ids = {statement.id for statement in group}
    made = {(bound.low, bound.high) for bound in bounds if ids.intersection(bound.because)}
    return _bar(Interval(*made.pop()), on) if len(made) == 1 else None


def _date(statement: PublicStatement) -> str:
    """The date that a figure is of, as the reconciliation takes it; empty where none is said."""
    for period in (statement.as_of, statement.period):
        if period is not None and period.is_dated:
            return str(period)
    return ""

"""Figures as the engine takes them: everything parsed, named and validated."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from longarm.model.places import WORLD

RELATIONS = ("", "majority", "ratio", "increment")
BASES = ("total", "found", "announced")
KINDS = ("stock", "cumulative")


class Loose(NamedTuple):
    """An interval that a figure may have as well, and what is open that allows it."""

    reading: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        place: gazetteer id; `place_name` is as written.
        low, high: of the count, or of the increment; high None is unbounded.
        share: for `ratio`, the lowest and highest fraction of `whole`; the highest None is unbounded.
        as_of: EDTF; empty: no date is said.
        undated: the work that undated figures share their date in; only those of equal `undated` are of one moment.
        epoch: the lot of works and documents that undated figures may share their date in; bounds join them where
            that makes no contradiction.
        operator, programme: empty: open.
        source: who says it; rows of one source, scope and interval are one figure.
        relation: one of RELATIONS.
        whole: gazetteer id, for `majority` and `ratio`.
        since: EDTF, for `increment`; empty means from zero.
        part_of: ids of the figures it is a part of; `complete` parts are disjoint and add up to them.
        kind: one of KINDS.
        known_at: EDTF; when the figure was known.
        basis: one of BASES.
        counted_set: `all`, or a named set.
        other_places, other_wholes: what the name as written may mean as well.
        sense: the key under which names are read alike; figures of equal `sense` and name mean one place.
        loose: what the interval may be as well, by what the text leaves open (`rounding`, `set`, `place`).
        earliest: EDTF; an undated figure is not read as telling of a moment before it; empty: of any moment.
        origins: how much it weighs when figures are set aside.
        words: the clause as the text has it, empty for a row of a table.
        teller: the document that tells it, as a reader would name it; empty for a row of a table.
        question: that it answers, in words, where it is known by its question alone and not by place and date.
    """

    id: str
    measure: str
    place: str
    low: int = 0
    high: int | None = None
    share: tuple[Fraction, Fraction | None] | None = None
    as_of: str = ""
    undated: str = ""
    epoch: str = ""
    operator: str = ""
    programme: str = ""
    source: str = ""
    relation: str = ""
    whole: str = WORLD
    since: str = ""
    part_of: tuple[str, ...] = ()
    complete: bool = False
    kind: str = "stock"
    known_at: str = ""
    basis: str = "total"
    counted_set: str = "all"
    place_name: str = ""
    whole_name: str = ""
    other_places: tuple[str, ...] = ()
    other_wholes: tuple[str, ...] = ()
    sense: str = ""
    loose: tuple[Loose, ...] = ()
    earliest: str = ""
    origins: int = 1
    words: str = ""
    teller: str = ""
    question: str = ""

    @property
    def moment(self) -> str:
        """What tells one moment from another: the date, or the work that an undated figure rests on."""
        return self.as_of or f"?{self.undated}"


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """How the codebook binds a measure: `hosts` is the measure and level whose hosting places it counts."""

    kind: str = "stock"
    hosts: tuple[str, str] | None = None
    at_most: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Atlas:
    """What the engine needs of the gazetteer.

    Attributes:
        names, levels: by id.
        above: ids of the places that hold a place, nearest first.
        countries: codes of the countries of a region, by the region's id.
        continents: ids of the continents, none of which holds another.
        standing: the one that stands for all regions of equal countries, by id.
    """

    names: Mapping[str, str]
    levels: Mapping[str, str]
    above: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, frozenset[str]]
    continents: tuple[str, ...] = ()
    standing: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        first: dict[frozenset[str], str] = {}
        standing = {region: first.setdefault(self.countries[region], region) for region in sorted(self.countries)}
        object.__setattr__(self, "standing", standing)

    def is_region(self, place: str) -> bool:
        """Whether the place is a set of countries."""
        return place in self.countries

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether the inner place is the outer one or lies in it."""
        return inner == outer or outer in self.above[inner]

    def country(self, place: str) -> str:
        """The country of a place below the regions."""
        if self.levels[place] == "country":
            return place
        return next((holder for holder in self.above[place] if self.levels[holder] == "country"), place)


@dataclass(frozen=True, slots=True)
class Setting:
    """What figures are set against: places, measures, and how all the figures hang together.

    Attributes:
        partitions: ids of the complete parts of a whole, by its id.
        parts: ids of figures that count the part of a whole of their own place, and never the place.
    """

    atlas: Atlas
    measures: Mapping[str, MeasureRule]
    partitions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()

    def rule(self, measure: str) -> MeasureRule:
        """The rule of a measure; one that the codebook has not is a stock by itself."""
        return self.measures.get(measure, MeasureRule())


def partitions(figures: Iterable[Figure]) -> dict[str, frozenset[str]]:
    """Ids of the parts that add up to a whole, by the id of the whole."""
    found: dict[str, set[str]] = {}
    for figure in figures:
        for whole in figure.part_of if figure.complete else ():
            found.setdefault(whole, set()).add(figure.id)
    return {whole: frozenset(parts) for whole, parts in found.items()}


def parts(figures: Sequence[Figure]) -> frozenset[str]:
    """Ids of figures that count the part of a whole of their own place, and never the place."""
    by_id = {figure.id: figure for figure in figures}
    return frozenset(f.id for f in figures if any(by_id[whole].place == f.place for whole in f.part_of))

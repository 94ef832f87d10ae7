"""Rows of a table of figures: read and validated, every mistake named with row, column and reason."""

import csv
import difflib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from longarm.claims.counts import dates
from longarm.claims.counts.figures import BASES, KINDS, RELATIONS, Figure, MeasureRule
from longarm.claims.counts.rowchecks import Problems, check_together
from longarm.errors import UsageError
from longarm.model.places import WORLD
from longarm.places.gazetteer import Gazetteer

COLUMNS = (
    "id", "measure", "place", "as_of", "low", "high", "operator", "programme", "source", "relation", "whole", "since",
    "part_of", "complete", "kind", "known_at", "basis", "set",
)  # fmt: skip
NEEDED = ("id", "measure", "place")
HIGHEST = 10**9  # counts above it are taken for a mistake
_COUNT = re.compile(r"\d+", re.ASCII)
_FRACTION = re.compile(r"(\d*)\.?(\d*)", re.ASCII)


class BadRows(UsageError):
    """A table of figures has rows that cannot be used; the message lists them all."""


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a table, and what its author should know."""

    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()


def parse(text: str, name: str, gazetteer: Gazetteer, measures: Mapping[str, MeasureRule]) -> Table:
    """The figures of a CSV table with a line of column names.

    Args:
        name: of the table, for messages.

    Raises:
        BadRows: naming every bad row with column and reason.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    problems = Problems()
    try:
        columns = [column.strip() for column in reader.fieldnames or ()]
        reader.fieldnames = columns
        _check_columns(columns, name)
        rows = list(reader)
    except csv.Error as error:
        raise BadRows(f"{name} is no CSV table: {error}; write it as plain CSV with commas") from error
    found: list[tuple[int, Figure]] = []
    for number, row in enumerate(rows, start=1):
        figure = _Row(number, row, problems, gazetteer, measures).figure()
        if figure is not None:
            found.append((number, figure))
    ids = {(row.get("id") or "").strip() for row in rows}
    check_together(found, ids, problems)
    if problems.found:
        count = f"{len(problems.found)} mistakes" if len(problems.found) > 1 else "a mistake"
        raise BadRows("\n  ".join([f"{name} has {count}:", *problems.found]))
    return Table(tuple(figure for _, figure in found), _notes(columns, [f for _, f in found], measures))


def _check_columns(columns: Sequence[str], name: str) -> None:
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise BadRows(
            f"{name} has no column {missing[0]}: the first line names the columns, among them {', '.join(NEEDED)} and "
            "low or high"
        )
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise BadRows(f"{name} has two columns {twice[0]}: rename or drop one")


def _notes(columns: Sequence[str], figures: Sequence[Figure], measures: Mapping[str, MeasureRule]) -> tuple[str, ...]:
    notes = []
    for column in columns:
        if column not in COLUMNS:
            near = difflib.get_close_matches(column, COLUMNS, 1)
            hint = f" (is it {near[0]}?)" if near else ""
            notes.append(f"The column {column!r} is not read{hint}.")
    for measure in sorted({figure.measure for figure in figures} - measures.keys()):
        near = difflib.get_close_matches(measure, measures, 1, 0.75)
        if near:
            notes.append(f"The measure {measure!r} is not of the codebook and counted by itself; is it {near[0]}?")
    return tuple(notes)


class _Row:
    """One row on its way to a figure."""

    def __init__(
        self,
        number: int,
        row: Mapping[str | None, object],
        problems: Problems,
        gazetteer: Gazetteer,
        measures: Mapping[str, MeasureRule],
    ) -> None:
        self.number = number
        self.extra = row.get(None)
        self.cells = {str(column): str(value or "").strip() for column, value in row.items() if column is not None}
        self.problems = problems
        self.gazetteer = gazetteer
        self.measures = measures
        self.is_good = True

    def figure(self) -> Figure | None:
        identity = self._needed("id")
        measure = self._needed("measure")
        if self.extra:
            self._bad("id", "the row has more cells than there are columns; put cells with commas in quotation marks")
        relation = self._among("relation", RELATIONS)
        place, others = self._place("place", self._needed("place"))
        whole_name = self._only("whole", relation, ("majority", "ratio"))
        whole, other_wholes = self._place("whole", whole_name) if whole_name else (WORLD, ())
        share, (low, high) = (self._share(), (0, None)) if relation == "ratio" else (None, self._interval(relation))
        kind = self._among("kind", ("", *KINDS)) or self.measures.get(measure, MeasureRule()).kind
        part_of = tuple(dict.fromkeys(part for cell in self._cell("part_of").split(";") if (part := cell.strip())))
        complete = self._among("complete", ("", "yes", "no")) == "yes"
        as_of, since = self._date("as_of"), self._since(relation)
        figure = Figure(
            id=identity,
            measure=measure,
            place=place,
            low=low,
            high=high,
            share=share,
            as_of=as_of,
            operator=self._cell("operator"),
            programme=self._cell("programme"),
            source=self._cell("source"),
            relation=relation,
            whole=whole,
            since=since,
            part_of=part_of,
            complete=complete,
            kind=kind,
            known_at=self._date("known_at"),
            basis=self._among("basis", ("", *BASES)) or "total",
            counted_set=self._cell("set") or "all",
            place_name=self._cell("place"),
            whole_name=whole_name,
            other_places=others,
            other_wholes=other_wholes,
        )
        return figure if self.is_good else None

    def _bad(self, column: str, reason: str) -> None:
        self.is_good = False
        self.problems.add(self.number, self.cells.get("id", ""), column, reason)

    def _cell(self, column: str) -> str:
        return self.cells.get(column, "")

    def _needed(self, column: str) -> str:
        cell = self._cell(column)
        if not cell:
            self._bad(column, "it is empty; every row needs one")
        return cell

    def _among(self, column: str, choices: Sequence[str]) -> str:
        cell = self._cell(column)
        if cell not in choices:
            named = ", ".join(choice for choice in choices if choice)
            self._bad(column, f"“{cell}” is none of {named}; leave it empty or write one of them")
            return ""
        return cell

    def _only(self, column: str, relation: str, where: Sequence[str]) -> str:
        cell = self._cell(column)
        if cell and relation not in where and self.is_good:
            self._bad(column, f"it goes with relation {' or '.join(where)} only; empty it or set the relation")
        return cell

    def _place(self, column: str, cell: str) -> tuple[str, tuple[str, ...]]:
        if not cell:
            return "", ()
        place = self.gazetteer.chosen(cell)
        if place is None:
            self._bad(column, f"the gazetteer has no place “{cell}”; write another of its names, or `Name, Country`")
            return "", ()
        readings = self.gazetteer.readings(cell) if place.id != cell else ()
        return place.id, tuple(other for other in readings if other != place.id) if place.id in readings else ()

    def _date(self, column: str) -> str:
        cell = self._cell(column)
        try:
            dates.days(cell)
        except ValueError:
            self._bad(column, f"“{cell}” is no date; write 2022, 2022-09, 2022-09-13 or 2022-01/2022-06")
            return ""
        return cell

    def _since(self, relation: str) -> str:
        cell = self._only("since", relation, ("increment",)) and self._date("since")
        as_of = self._cell("as_of")
        if cell and self.is_good and (cell == as_of or dates.is_before(as_of, cell)):
            self._bad("since", f"“{cell}” is not before as_of “{as_of}”; say from when the increment counts")
        return cell

    def _interval(self, relation: str) -> tuple[int, int | None]:
        low, high = self._count("low"), self._count("high")
        if low is None and high is None and relation != "majority" and self.is_good:
            self._bad("low", "low and high are empty; give at least one")
        if low is not None and high is not None and low > high:
            self._bad("low", f"it is above high ({low} > {high}); swap them or correct one")
        return low or 0, high

    def _count(self, column: str) -> int | None:
        cell = self._cell(column)
        if not cell:
            return None
        if not _COUNT.fullmatch(cell):
            self._bad(column, f"“{cell}” is no count; write a whole number without separators, such as 1200")
            return None
        if len(cell) > len(str(HIGHEST)) or int(cell) > HIGHEST:
            self._bad(column, f"“{cell}” is above {HIGHEST}; correct it")
            return None
        return int(cell)

    def _share(self) -> tuple[Fraction, Fraction | None]:
        low, high = self._fraction("low"), self._fraction("high")
        if low is None and high is None:
            if self.is_good:
                self._bad("low", "low and high are empty; a ratio needs at least one")
            return Fraction(0), None
        if low is not None and high is not None and low[0] > high[0]:
            self._bad("low", f"it is above high ({self._cell('low')} > {self._cell('high')}); swap them or correct one")
        if low is not None and high is not None and low[0] == high[0]:
            return max(low[0] - low[1], Fraction(0)), high[0] + high[1]
        return low[0] if low else Fraction(0), high[0] if high else None

    def _fraction(self, column: str) -> tuple[Fraction, Fraction] | None:
        """The exact decimal of a cell, and half a unit of its last digit."""
        cell = self._cell(column)
        if not cell:
            return None
        match = _FRACTION.fullmatch(cell)
        if match is None or not any(match.groups()) or len(cell) > 12 or Fraction(cell) > 1:
            self._bad(column, f"“{cell}” is no fraction from 0 to 1; write a third as 0.33")
            return None
        return Fraction(cell), Fraction(1, 2 * 10 ** len(match[2]))

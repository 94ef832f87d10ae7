"""The rules of reconciliation by brute force: every assignment of small counts is tried; shares only the row type.

A small world: country AA with division A1 and cities c1, c2 in it, countries BB and CC; regions R (AA, BB), Q (BB, CC)
and the world W. Counts of the pieces of the world are enumerated, places are sums of pieces.
"""

import functools
import itertools
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from longarm.claims.counts.figures import Atlas, Figure, MeasureRule

NAMES = {
    "W": "World",
    "R": "R",
    "Q": "Q",
    "AA": "Aland",
    "BB": "Bland",
    "CC": "Cland",
    "A1": "A1",
    "c1": "c1",
    "c2": "c2",
}
LEVELS = {
    "W": "world",
    "R": "region",
    "Q": "region",
    "AA": "country",
    "BB": "country",
    "CC": "country",
    "A1": "adm1",
    "c1": "city",
    "c2": "city",
}
ABOVE = {
    "W": (),
    "R": ("W",),
    "Q": ("W",),
    "AA": ("R", "W"),
    "BB": ("R", "Q", "W"),
    "CC": ("Q", "W"),
    "A1": ("AA", "R", "W"),
    "c1": ("A1", "AA", "R", "W"),
    "c2": ("A1", "AA", "R", "W"),
}
COUNTRIES = {"W": frozenset({"AA", "BB", "CC"}), "R": frozenset({"AA", "BB"}), "Q": frozenset({"BB", "CC"})}
ATLAS = Atlas(NAMES, LEVELS, ABOVE, COUNTRIES)
MEASURES = {
    "station": MeasureRule("stock"),
    "host": MeasureRule("stock", ("station", "country"), ("station",)),
    "case": MeasureRule("cumulative"),
}
UNSAID = "?"
LARGE = 30  # the most that an unbounded part is tried at


def _pieces(places: Sequence[str]) -> list[tuple[frozenset[str], str, int]]:
    """The disjoint pieces of the world: the places each is in, the unnamed country it is (if one), and its cap."""
    found = []
    for place in places:
        if place not in COUNTRIES:  # what is in the place, and in no named place inside it
            found.append((frozenset((place, *ABOVE[place])) & frozenset(places), "", 5))
    for country in ("AA", "BB", "CC"):
        holders = frozenset(place for place in places if country in COUNTRIES.get(place, ()))
        if country not in places and holders:
            found.append((holders, country, 4))
    for region in places:  # in the region, in no country
        if region in COUNTRIES:
            holders = frozenset(p for p in places if COUNTRIES.get(p, frozenset()) >= COUNTRIES[region])
            found.append((holders, "", 5))
    outermost = next(i for i, piece in enumerate(found) if piece[0] == frozenset(places[:1]) and not piece[1])
    found[outermost] = (*found[outermost][:2], 9)
    return found


@functools.cache
def worlds(places: tuple[str, ...], hosts: bool, more: int) -> tuple[tuple[tuple[str, str], ...], np.ndarray]:
    """Every count that places can have, a row each; with the number of host countries where asked."""
    pieces = _pieces(places)
    merged: dict[tuple[frozenset[str], str], int] = {}
    for holders, country, cap in pieces:
        key = (holders, country if hosts else "")
        merged[key] = max(merged.get(key, 0), cap + more)
    axes = [np.arange(cap + 1, dtype=np.int16) for cap in merged.values()]
    grid = (
        np.stack([axis.ravel() for axis in np.meshgrid(*axes, indexing="ij")]) if axes else np.zeros((0, 1), np.int16)
    )
    keys = list(merged)
    counts = {
        p: sum((grid[i] for i, (holders, _) in enumerate(keys) if p in holders), np.zeros(grid.shape[1], np.int16))
        for p in places
    }
    columns = [("n", place) for place in places]
    table = np.stack([counts[place] for place in places], axis=1)
    if not hosts:
        return tuple(columns), np.unique(table, axis=0)
    columns += [("h", place) for place in places]
    unnamed = [i for i, (_, country) in enumerate(keys) if country]
    rows = []
    for others in itertools.product((0, 1), repeat=len(unnamed)):
        fits = np.ones(len(table), bool)
        for i, one in zip(unnamed, others, strict=True):
            fits &= grid[i] >= one
        host = {}
        for place in places:
            if place not in COUNTRIES:
                host[place] = (counts[place] > 0).astype(np.int16)
                continue
            named = [p for p in places if LEVELS[p] == "country" and p in COUNTRIES[place]]
            host[place] = sum((counts[p] > 0).astype(np.int16) for p in named) + sum(
                one for i, one in zip(unnamed, others, strict=True) if place in keys[i][0]
            )
            host[place] = np.broadcast_to(host[place], len(table)).astype(np.int16)
        rows.append(np.concatenate([table, np.stack([host[p] for p in places], axis=1)], axis=1)[fits])
    return tuple(columns), np.unique(np.concatenate(rows), axis=0)


@functools.cache
def histories(places: tuple[str, ...], hosts: bool, moments: tuple[str, ...], grows: bool, more: int):
    """Worlds at several moments at once; for cumulative counts (dates in order) no count falls."""
    columns, table = worlds(places, hosts, more)
    names = [(kind, place, moments[0]) for kind, place in columns]
    rows = table
    for moment in moments[1:]:
        left = np.repeat(rows, len(table), axis=0)
        right = np.tile(table, (len(rows), 1))
        names += [(kind, place, moment) for kind, place in columns]
        rows = np.concatenate([left, right], axis=1)
        if grows and moment != UNSAID:
            rows = rows[np.all(rows[:, -2 * len(columns) : -len(columns)] <= right, axis=1)]
    return {name: rows[:, i] for i, name in enumerate(names)}, len(rows)


class Twin:
    """Feasibility, minimal conflicts and bounds of a few rows, straight from the rules."""

    def __init__(self, figures: Sequence[Figure], places: tuple[str, ...]) -> None:
        self.figures = {figure.id: figure for figure in figures}
        self.places = places
        self.hosts = any(figure.measure == "host" for figure in figures)
        self.dates = tuple(sorted({d for f in figures for d in (f.as_of, f.since) if d}))
        self.wholes = {
            whole: [f.id for f in figures if whole in f.part_of and f.complete] for f in figures for whole in f.part_of
        }
        self._fails: dict[tuple[object, ...], bool] = {}

    # one reading

    def _scopes(self, figures: Iterable[Figure]) -> dict[tuple[str, ...], list[Figure]]:
        """Rows that may be compared: one operator, set and kind; a stock at one moment, unless increments tie two."""
        tied = any(f.relation == "increment" for f in self.figures.values())
        found: dict[tuple[str, ...], list[Figure]] = {}
        for f in figures:
            moment = "dated" if f.as_of and (f.kind == "cumulative" or tied) else (f.as_of or UNSAID)
            measure = "station" if f.measure == "host" else f.measure
            found.setdefault((measure, f.operator, f.programme, f.counted_set, moment), []).append(f)
        return found

    def fails(self, ids: frozenset[str], reading=(), senses=(), loose: bool = True) -> bool:
        """Whether figures fail in one reading: of empty cells, of names of places, of round numbers."""
        key = (ids, reading, senses, loose)
        if key not in self._fails:
            self._fails[key] = not all(
                next(self._solutions(scope, 0), None) is not None
                for scope in self._scopes(self._read(ids, reading, senses, loose)).values()
            )
        return self._fails[key]

    def fails_plain(self, ids: frozenset[str]) -> bool:
        """Whether figures fail as written."""
        return self.fails(ids, loose=False)

    def fails_ever(self, ids: frozenset[str]) -> bool:
        """Whether figures fail however names and round numbers are read."""
        names = sorted({f.place_name for f in self.figures.values() if f.other_places})
        choices = [[(name, number) for number in (0, 1)] for name in names]
        return all(self.fails(ids, senses=row) for row in itertools.product(*choices))

    def _read(self, ids: Iterable[str], reading=(), senses=(), loose: bool = False) -> list[Figure]:
        import dataclasses

        rows = []
        for identity in self.figures:
            if identity not in ids:
                continue
            f = self.figures[identity]
            f = dataclasses.replace(f, **{c: v for c, v in reading if not getattr(f, c)})
            if loose and f.loose:
                f = dataclasses.replace(f, low=f.loose[0].low, high=f.loose[0].high)
            if f.other_places and (f.place_name, 1) in senses:
                f = dataclasses.replace(f, place=f.other_places[0])
            rows.append(f)
        return rows

    def _solutions(self, figures: Sequence[Figure], more: int) -> Iterator[tuple[dict, np.ndarray]]:
        """Arrays of counts with a mask of those that all rows allow, for every way to fill the parts."""
        moments = (*self.dates, *((UNSAID,) if any(not f.as_of for f in figures) else ()))
        kinds = {f.kind for f in figures}
        used = {m for f in figures for m in (f.as_of or UNSAID, f.since) if m}
        moments = tuple(m for m in moments if m in used)
        counts, size = histories(self.places, self.hosts, moments, kinds == {"cumulative"}, more)
        by_id = {f.id: f for f in figures}
        own = [f for f in figures if any(self.figures[w].place == f.place for w in f.part_of)]
        ranges = [range(f.low, min(f.high if f.high is not None else LARGE, LARGE) + 1) for f in own]
        for row in itertools.product(*ranges):
            value = {f.id: np.full(size, v) for f, v in zip(own, row, strict=True)}
            for f in figures:
                if f.id not in value:
                    value[f.id] = counts[("h" if f.measure == "host" else "n", f.place, f.as_of or UNSAID)]
            mask = np.ones(size, bool)
            for f in figures:
                mask &= self._allowed(f, value[f.id], counts)
                for whole in f.part_of:
                    if whole in by_id:
                        mask &= value[f.id] <= value[whole]
            for whole, parts in self.wholes.items():
                present = [p for p in parts if p in by_id]
                if whole in by_id and len(parts) > 1 and present:
                    total = sum(value[p] for p in present)
                    mask &= (total == value[whole]) if len(present) == len(parts) else (total <= value[whole])
            if mask.any():
                yield counts, mask

    def _allowed(self, f: Figure, value: np.ndarray, counts: dict) -> np.ndarray:
        when = f.as_of or UNSAID
        if f.relation == "increment":
            before = counts[("n", f.place, f.since)] if f.since else 0
            if f.kind == "cumulative":
                return value >= before + f.low
            return (value <= before + f.high) if f.high is not None else np.ones(len(value), bool)
        if f.relation == "majority":
            whole = counts[("n", f.whole, when)]
            return (2 * value.astype(int) > whole) & (whole >= 1)
        if f.relation == "ratio":
            whole = counts[("n", f.whole, when)].astype(int)
            assert f.share is not None and f.share[1] is not None
            low, high = f.share[0], f.share[1]
            fits = value.astype(int) * low.denominator >= whole * low.numerator
            return fits & (value.astype(int) * high.denominator <= whole * high.numerator)
        fits = value >= f.low
        return fits if f.high is None else fits & (value <= f.high)

    # all readings

    def readings(self) -> list[tuple[tuple[str, str], ...]]:
        choices = []
        for column in ("as_of", "operator", "programme"):
            stated = sorted({getattr(f, column) for f in self.figures.values()} - {""})
            if stated and any(not getattr(f, column) for f in self.figures.values()):
                choices.append([(column, value) for value in stated])
        return [tuple(row) for row in itertools.product(*choices)] if choices else []

    def minimal(self, fails) -> set[frozenset[str]]:
        found: list[frozenset[str]] = []
        for size in range(1, len(self.figures) + 1):
            for row in itertools.combinations(self.figures, size):
                ids = frozenset(row)
                if not any(other <= ids for other in found) and fails(ids):
                    found.append(ids)
        return set(found)

    def hard(self) -> set[frozenset[str]]:
        return self.minimal(self.fails_ever)

    def apparent(self) -> set[frozenset[str]]:
        readings = self.readings()
        failing = self.minimal(lambda ids: self.fails_plain(ids) or any(self.fails(ids, r) for r in readings))
        return {ids for ids in failing if not self.fails_ever(ids)}

    def repairs(self, same) -> set[frozenset[str]]:
        """Least sets of figures to set aside; rows of one figure go together."""
        figures = sorted({frozenset(i for i in self.figures if same(i) == same(j)) for j in self.figures}, key=sorted)
        for size in range(len(figures) + 1):
            found = {
                frozenset().union(*row)
                for row in itertools.combinations(figures, size)
                if not self.fails_ever(frozenset(self.figures) - frozenset().union(*row))
            }
            if found:
                return found if size else set()
        return set()

    def bound(self, ids: Iterable[str], f: Figure, place: str, high: int | None) -> tuple[int, int | None]:
        """The least and largest count of a row's scope at a place, over the rows of ids.

        A `high` of None is answered by None where larger caps on the pieces let the count grow.
        """
        low, largest = self._ends(ids, f, place, 3)
        if high is None and largest > self._ends(ids, f, place, 0)[1]:
            return low, None
        return low, largest

    def _ends(self, ids: Iterable[str], f: Figure, place: str, more: int) -> tuple[int, int]:
        rows = self._read(ids, ())
        scope = next(key for key in self._scopes([f]))
        group = self._scopes(rows).get(scope, [])
        import dataclasses

        asked = dataclasses.replace(
            f, id="asked", low=0, high=None, relation="", part_of=(), complete=False, share=None
        )
        lows, highs = [], []
        column = ("h" if f.measure == "host" else "n", place, f.as_of or UNSAID)
        for counts, mask in self._solutions([*group, asked], more):
            lows.append(int(counts[column][mask].min()))
            highs.append(int(counts[column][mask].max()))
        return min(lows), max(highs)

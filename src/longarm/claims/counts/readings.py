"""Open readings: what a table or text leaves unsaid, and the figures as one reading of it takes them."""

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from longarm.claims.counts import dates
from longarm.claims.counts.figures import Figure

COLUMNS = ("as_of", "operator", "programme", "known_at")
MOST = 400  # readings of one block that are tried

Merged = Mapping[str, str]  # column to the value that its empty cells are read as
Names = Mapping[str, int]  # sense to which of its places it is read as: 0 the usual one


def merged(figures: Sequence[Figure], reading: Merged) -> list[Figure]:
    """The figures with the empty cells of some columns read as one stated value."""
    return [_merge(figure, reading) for figure in figures]


def _merge(figure: Figure, reading: Merged) -> Figure:
    changes = {column: value for column, value in reading.items() if takes(figure, column, value)}
    if "as_of" in changes:
        changes["undated"] = ""
    return dataclasses.replace(figure, **changes) if changes else figure  # type: ignore[arg-type]


def is_open(figure: Figure, column: str) -> bool:
    """Whether the figure says nothing in that column."""
    if column == "known_at":
        return figure.kind == "cumulative" and not figure.known_at
    return not getattr(figure, column)


def takes(figure: Figure, column: str, value: str) -> bool:
    """Whether the figure says nothing in that column, and may be read as telling of the value."""
    return is_open(figure, column) and not (column == "as_of" and dates.is_before(value, figure.earliest))


def values(figures: Sequence[Figure], column: str) -> tuple[str, ...]:
    """What the empty cells of a column may be read as, sorted; empty where nothing is open."""
    if not any(is_open(figure, column) for figure in figures):
        return ()
    stated = {getattr(figure, column) for figure in figures if not is_open(figure, column)}
    if column == "known_at":
        stated = {figure.known_at for figure in figures if figure.kind == "cumulative" and figure.known_at}
    if column == "as_of" and not stated and len({figure.undated for figure in figures}) > 1:
        return ("",)
    return tuple(sorted(stated))


def merges(figures: Sequence[Figure]) -> Iterator[Merged]:
    """Every reading that leaves no column open, in a fixed order; none where nothing is open."""
    choices = {column: found for column in COLUMNS if (found := values(figures, column))}
    if not choices:
        return
    for row in itertools.product(*choices.values()):
        yield dict(zip(choices, row, strict=True))


def senses(figures: Sequence[Figure]) -> dict[str, int]:
    """How many places each name with more than one reading may mean."""
    found: dict[str, int] = {}
    for figure in figures:
        if figure.other_places:
            found[place_sense(figure)] = 1 + len(figure.other_places)
        if figure.other_wholes:
            found[whole_sense(figure)] = 1 + len(figure.other_wholes)
    return found


def place_sense(figure: Figure) -> str:
    """The key of the name of a figure's place."""
    return f"{figure.sense}|{figure.place_name.casefold()}"


def whole_sense(figure: Figure) -> str:
    """The key of the name of a figure's whole."""
    return f"{figure.sense}|{figure.whole_name.casefold()}"


def placed(figures: Sequence[Figure], names: Names) -> list[Figure]:
    """The figures with names of places read as said."""
    if not names:
        return list(figures)
    return [_place(figure, names) for figure in figures]


def _place(figure: Figure, names: Names) -> Figure:
    number = names.get(place_sense(figure), 0) if figure.other_places else 0
    if number:
        figure = dataclasses.replace(figure, place=figure.other_places[number - 1])
    number = names.get(whole_sense(figure), 0) if figure.other_wholes else 0
    return dataclasses.replace(figure, whole=figure.other_wholes[number - 1]) if number else figure


def loosened(figures: Sequence[Figure], open_: Collection[str] | None = None) -> list[Figure]:
    """The figures as widely as they can be read, or as what is open of `open_` lets them be read."""
    return [_loosen(figure, open_) for figure in figures]


def _loosen(figure: Figure, open_: Collection[str] | None) -> Figure:
    kept = [one for one in figure.loose if open_ is None or one.reading in open_]
    if not kept:
        return figure
    highs = [figure.high, *(one.high for one in kept)]
    top = None if None in highs else max(high for high in highs if high is not None)
    return dataclasses.replace(figure, low=min(figure.low, *(one.low for one in kept)), high=top)


def open_in(figures: Sequence[Figure]) -> tuple[str, ...]:
    """What the figures leave open beside empty cells: `place`, `rounding`, `set`, in this order."""
    found = {one.reading for figure in figures for one in figure.loose}
    if any(figure.other_places or figure.other_wholes for figure in figures):
        found.add("place")
    return tuple(sorted(found))


def blocks(figures: Sequence[Figure], clusters: Mapping[str, str]) -> list[list[Figure]]:
    """Figures that one reading must take alike: those of measures and a set that can meet, or joined as parts."""
    from longarm.core.groups import Groups

    groups: Groups[str] = Groups()
    for figure in figures:
        groups.join(f"m{clusters.get(figure.measure, figure.measure)}|{figure.counted_set}", f"f{figure.id}")
        for whole in figure.part_of:
            groups.join(f"f{whole}", f"f{figure.id}")
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[groups.root(f"f{figure.id}")].append(figure)
    return list(found.values())

"""Conflicts in sentences that a person can print."""

from collections.abc import Sequence

from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.readings import Merged, is_open

_OPEN = {
    "as_of": "the figures without a date are of {}",
    "operator": "the figures without an operator are of {}",
    "programme": "the figures without a programme are of {}",
    "known_at": "the figures that do not say when they were known were known at {}",
}


def explain(figures: Sequence[Figure], kind: str, reading: str, values: Merged, setting: Setting) -> str:
    """Who says what, why it cannot all hold, and what would settle it."""
    said = "; ".join(_says(figure, setting) for figure in figures)
    both = {1: "This cannot hold", 2: "They cannot both hold"}.get(len(figures), "They cannot all hold")
    dates = {figure.moment for figure in figures}
    if kind == "hard":
        same = " for the same date" if len(dates) == 1 and len(figures) > 1 else ""
        return f"{said}. {both}{same}, however they are read. {_settled(figures, setting)}"
    if not values:
        return f"{said}. {both} as written; {_other(figures, reading, setting)}. {_settled(figures, setting)}"
    if list(values.items()) == [("as_of", "")]:
        condition = "the figures without a date are of one date"
    else:
        condition = " and ".join(_OPEN[column].format(value) for column, value in values.items())
    silent = [f"“{figure.id}”" for figure in figures if any(is_open(figure, column) for column in values)]
    what = " and ".join(column.replace("_", " ") for column in values)
    return f"{said}. {both} if {condition}. The {what} of {', '.join(silent)} would settle it."


def interval_words(low: int, high: int | None) -> str:
    """`54`, `at least 51`, `at most 3`, `25 to 35`."""
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{low:,}"
    return f"at most {high:,}" if low == 0 else f"{low:,} to {high:,}"


def _says(figure: Figure, setting: Setting) -> str:
    who = f"{figure.source} (“{figure.id}”)" if figure.source else f"“{figure.id}”"
    label = setting.rule(figure.measure).label or figure.measure
    place = _name(figure, setting)
    scope = ", ".join(part for part in (figure.operator, figure.programme) if part)
    when = f" as of {figure.as_of}" if figure.as_of else " without a date"
    known = f", known at {figure.known_at}" if figure.known_at else ""
    counted = "" if figure.counted_set == "all" else f" of the set “{figure.counted_set}”"
    quoted = f", in the words “{figure.words}”" if figure.words else ""
    tail = f"{counted}{f' ({scope})' if scope else ''}{when}{known}{quoted}"
    if figure.relation == "majority":
        return f"{who} says that most of {_whole(figure, setting)} are in {place}: {label}{tail}"
    if figure.relation == "ratio" and figure.share:
        low, high = figure.share
        share = f"{float(low):.4g}" + (f" to {float(high):.4g}" if high is not None else " or more")
        return f"{who} says that {share} of {_whole(figure, setting)} are in {place}: {label}{tail}"
    number = interval_words(figure.low, figure.high)
    if figure.relation == "increment":
        since = f" since {figure.since}" if figure.since else ""
        return f"{who} says {number} more{since}: {label}, {place}{tail}"
    part = f", part of “{'”, “'.join(figure.part_of)}”" if figure.part_of else ""
    return f"{who} says {number}: {label}, {place}{tail}{part}"


def _name(figure: Figure, setting: Setting) -> str:
    return figure.place_name or setting.atlas.names.get(figure.place, figure.place)


def _whole(figure: Figure, setting: Setting) -> str:
    return figure.whole_name or setting.atlas.names.get(figure.whole, figure.whole)


def _other(figures: Sequence[Figure], reading: str, setting: Setting) -> str:
    names = setting.atlas.names
    wider = {
        f"“{_name(figure, setting)}” may mean {' or '.join(names.get(p, p) for p in figure.other_places)}"
        for figure in figures
        if figure.other_places
    } | {
        f"“{_whole(figure, setting)}” may mean {' or '.join(names.get(p, p) for p in figure.other_wholes)}"
        for figure in figures
        if figure.other_wholes
    }
    found = sorted(wider) if "place" in reading else []
    if "rounding" in reading:
        found.append("round numbers may be rounded")
    return " and ".join(found) or "another reading removes it"


def _settled(figures: Sequence[Figure], setting: Setting) -> str:
    """What single further fact would settle a conflict: a count of the place that the widest figure is of."""
    depth = {figure.id: len(setting.atlas.above[figure.place]) for figure in figures}
    one = min(figures, key=lambda figure: (depth[figure.id], figure.relation != "", figures.index(figure)))
    label = setting.rule(one.measure).label or one.measure
    when = f" as of {one.as_of}" if one.as_of else ""
    return f"An independent count would settle it: {label}, {_name(one, setting)}{when}."

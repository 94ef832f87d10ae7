"""Times that a sentence sets against another time in it: "In 2022 ... in May", "the 15 months to July"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.times.timematch import Point, sentence_at
from longarm.statements.times.timewords import marker

OPENING = 4  # tokens at a sentence's start in which its own time stands: "In May 2022,"
_LENGTH = re.compile(r"P(\d+)([MY])")


def anchored(parse: Parse, points: Sequence[Point], language: Language) -> list[Point]:
    """The points, those that a sentence counts from another of its times set against that one.

    - "In 2022 it ran 54 in May": May 2022, since the sentence opens with its year.
    - "the 15 months to July 2022": from April 2021, the month that lies as far back, to July 2022.
    """
    found = list(_with_lengths(parse, points, language))
    return [_in_year(parse, found, at, language) for at in range(len(found))]


def _with_lengths(parse: Parse, points: Sequence[Point], language: Language) -> Iterator[Point]:
    """The points, a length of time and the date that it ends in or begins with made one range."""
    held: Point | None = None
    for point in points:
        if held is not None and (whole := _stretch(parse, held, point, language)) is not None:
            yield whole
            held = None
            continue
        if held is not None:
            yield held
        held = point
    if held is not None:
        yield held


def _stretch(parse: Parse, length: Point, date: Point, language: Language) -> Point | None:
    size = _LENGTH.fullmatch(length.low or "") if length.kind == "duration" else None
    gap = " ".join(parse.text[length.end : date.start].lower().split())
    if size is None or date.kind != "date" or date.low is None or date.low != date.high or not _is_dated(date):
        return None
    sign = -1 if gap in language.times.ending else 1 if gap in language.times.beginning else 0
    other = _moved(date.low, sign * int(size[1]), size[2]) if sign else None
    if other is None:
        return None
    low, high = (other, date.low) if sign < 0 else (date.low, other)
    return Point(length.start, date.end, "range", low, high, date.precision, "range")


def _in_year(parse: Parse, points: Sequence[Point], at: int, language: Language) -> Point:
    """A date without a year takes that of the time that its sentence opens with, and never lies before it."""
    point = points[at]
    if point.kind != "date" or not (point.low or "").startswith("XXXX-") or not (point.high or "").startswith("XXXX-"):
        return point
    anchor = _opening(parse, points[:at], point, language)
    if anchor is None or anchor.low is None or not _is_dated(anchor):
        return point
    year = int(anchor.low[:4])
    year += anchor.precision == "month" and f"{year}{(point.low or '')[4:]}"[: len(anchor.low)] < anchor.low
    return replace(point, low=f"{year}{(point.low or '')[4:]}", high=f"{year}{(point.high or '')[4:]}")


def _opening(parse: Parse, before: Sequence[Point], point: Point, language: Language) -> Point | None:
    """The time that a sentence opens with, where another in it has no year and none between them has one: neither a
    beginning or end alone ("since 2019"), nor another main clause's ("in 2014 he fled; on 3 May ...")."""
    sentence = sentence_at(parse, point.start)
    here = [one for one in before if sentence_at(parse, one.start) == sentence and one.kind in ("date", "range")]
    if not here or any(_is_dated(one) for one in here[1:]):
        return None
    token = parse.token_at(here[0].start + parse.offset)
    if token is None or token - parse.sentences[sentence][0] >= OPENING:
        return None
    opening, own = (marker(parse, one.start, language) for one in (here[0], point))
    if opening in _OPEN or (";" in parse.text[here[0].end : point.start] and own not in _UNTIL):
        return None
    return here[0]


_OPEN = frozenset({"since", "until", "before", "after", "from"})
_UNTIL = frozenset({"by", "until"})


def _is_dated(point: Point) -> bool:
    return point.kind in ("date", "range") and (point.low or "")[:4].isdigit()


def _moved(date: str, by: int, unit: str) -> str | None:
    """A date so many months or years away, as precise as it is; None where that has no whole answer."""
    parts = date.split("-")
    if unit == "Y":
        return "-".join((f"{int(parts[0]) + by:04}", *parts[1:]))
    if len(parts) != 2 or int(parts[1]) > 12:
        return None
    months = int(parts[0]) * 12 + int(parts[1]) - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"

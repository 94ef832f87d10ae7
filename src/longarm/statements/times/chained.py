"""Times told from one before them in the same passage: "a year later", "the next day", "that same month"."""

import calendar
import datetime
import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from longarm.languages import Language, load
from longarm.languages.loader import Times
from longarm.statements.parse import Parse
from longarm.statements.times.timematch import Point, sentence_at

UNSAID = "XXXX"
LEAP_YEAR = 2000  # stands for an unsaid year
WEEK_EITHER_SIDE = 3  # days by which a time counted in weeks is blurred
_FINENESS = {"Y": 1, "M": 2, "D": 3, "W": 3}
_PRECISION = {1: "year", 2: "month", 3: "day"}


def chained(parse: Parse, points: Sequence[Point], code: str = "en") -> list[Point]:
    """The points with those that are told from the date before them, in text order; where no date stands before in the
    passage, or it is less fine than what is counted from it, nothing is added."""
    dates = [point for point in points if point.kind == "date" and point.low is not None and point.low == point.high]
    if not dates:
        return list(points)
    found: list[Point] = []
    for match in _pattern(code).finditer(parse.text, dates[0].end):
        before = max((p for p in (*dates, *found) if p.end <= match.start()), key=lambda p: p.end, default=None)
        told = None if before is None else _told(parse, match, before, load(code))
        if told is not None:
            found.append(replace(told, start=match.start(), end=match.end()))
    if not found:
        return list(points)
    kept = [p for p in points if not any(f.start < p.end and p.start < f.end for f in found)]
    return sorted((*kept, *found), key=lambda point: point.start)


@functools.cache
def _pattern(code: str) -> re.Pattern[str]:
    language = load(code)
    times, numbers = language.times, language.numbers
    unit = rf"{_any(u for u, (count, letter) in times.units.items() if letter in 'DWMY')}"
    counts = _any((*numbers.articles, *numbers.units, *numbers.tens))
    later, earlier = _without_object(times.chained_after, times), _without_object(times.chained_before, times)
    same, following, previous = (_any(w) for w in (times.chained_same, times.chained_next, times.chained_previous))
    return re.compile(
        rf"\b(?:(?P<count>the|{counts}|\d{{1,2}})\s+(?P<unit>{unit})s?\s+(?:(?P<later>{later})|(?P<earlier>{earlier}))"
        rf"|(?:(?P<same>{same})|(?P<next>{following})|(?P<previous>{previous}))\s+(?P<one>{unit}))\b",
        re.IGNORECASE,
    )


def _without_object(words: Iterable[str], times: Times) -> str:
    """The words; those that may lead to something of their own only where they do not ("the year before the war")."""
    bare, markers = [w for w in words if w not in times.markers], [w for w in words if w in times.markers]
    return rf"{_any(bare)}|(?:{_any(markers)})(?!\s+(?:{_any(times.unshifted)})\b)"


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _told(parse: Parse, match: re.Match[str], before: Point, language: Language) -> Point | None:
    told = before.low or UNSAID
    size, letter = language.times.units[(match["unit"] or match["one"]).lower()]
    steps = int(size) * _count(match["count"], language) if match["count"] else 1
    if match["same"]:
        return _same(told, str(letter))
    moved = _moved(told, -steps if match["earlier"] or match["previous"] else steps, str(letter))
    if moved is None or letter != "Y" or not match["count"] or before.precision != "month":
        return moved
    if sentence_at(parse, before.start) != sentence_at(parse, match.start()):
        return moved
    month = f"{moved.low}{told[4:]}"  # "12 cases in May 2021, and 40 a year later"
    return replace(moved, low=month, high=month, precision="month")


def _count(words: str, language: Language) -> int:
    if words.isdigit():
        return int(words)
    numbers = {**language.numbers.tens, **language.numbers.units}
    return int(numbers.get(words.lower(), 1))  # "a year later", "the day after"


def _same(told: str, letter: str) -> Point | None:
    fineness = _FINENESS[letter]
    parts = told.split("-")
    if letter == "W" or len(parts) < fineness or (fineness == 1 and parts[0] == UNSAID):
        return None
    return _date("-".join(parts[:fineness]), fineness)


def _moved(told: str, steps: int, letter: str) -> Point | None:
    parts, fineness = told.split("-"), _FINENESS[letter]
    if (
        len(parts) < fineness
        or not all(part.isdigit() for part in parts[1:])
        or (len(parts) > 1 and int(parts[1]) > 12)
    ):
        return None
    year = LEAP_YEAR if parts[0] == UNSAID else int(parts[0])
    if letter == "Y":
        return None if parts[0] == UNSAID else _date(str(year + steps), 1)
    if letter == "M":
        month = year * 12 + int(parts[1]) - 1 + steps
        return _date(_said(parts[0], month // 12, f"{month % 12 + 1:02}"), 2)
    day = datetime.date(year, int(parts[1]), min(int(parts[2]), calendar.monthrange(year, int(parts[1]))[1]))
    if letter == "D":
        return _date(_on(parts[0], day, steps), 3)
    low, high = (_on(parts[0], day, 7 * steps + blur) for blur in (-WEEK_EITHER_SIDE, WEEK_EITHER_SIDE))
    return Point(0, 0, "range", low, high, "period", "chained")


def _on(written: str, day: datetime.date, steps: int) -> str:
    moved = day + datetime.timedelta(days=steps)
    return _said(written, moved.year, moved.isoformat()[5:])


def _said(written: str, year: int, rest: str) -> str:
    return f"{UNSAID if written == UNSAID else year}-{rest}"


def _date(told: str, fineness: int) -> Point:
    return Point(0, 0, "date", told, told, _PRECISION[fineness], "chained")

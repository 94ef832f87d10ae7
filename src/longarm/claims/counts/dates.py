"""Dates of figures in EDTF: which are sure to be earlier than which."""

import calendar
import functools
import re
from datetime import date

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d{2}|XX|\dX)(?:-(\d{2}|XX|\dX))?)?[?~%]?", re.ASCII)
FIRST, LAST = date.min.toordinal(), date.max.toordinal()

Days = tuple[int, int]


@functools.cache
def days(text: str) -> Days:
    """First and last day that an EDTF date or interval may cover, as ordinals; the empty text covers all days.

    Raises:
        ValueError: it is no EDTF date (`2022`, `2022-09`, `2022-09-13`, `2022-21`, `202X`, `2022-01/2022-06`).
    """
    if not text:
        return FIRST, LAST
    start, slash, end = text.partition("/")
    if not slash:
        return _one(text)
    first = FIRST if start in ("", "..") else _one(start)[0]
    last = LAST if end in ("", "..") else _one(end)[1]
    if first > last or (start in ("", "..") and end in ("", "..")):
        raise ValueError(text)
    return first, last


def is_before(left: str, right: str) -> bool:
    """Whether the whole of the left date is over before the right one begins; never for the empty text."""
    return bool(left and right) and days(left)[1] < days(right)[0]


def _one(text: str) -> Days:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = match.groups()
    if year == "XXXX":
        return FIRST, LAST
    low, high = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
    if month is None or month == "XX":
        return date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal()
    if "X" in month or (day and "X" in day and day != "XX"):
        raise ValueError(text)
    number = int(month)
    if number in _SEASONS and day is None:
        first, last = _SEASONS[number]
        return date(low, first, 1).toordinal(), _end(high, last)
    if day is None or day == "XX":
        return date(low, number, 1).toordinal(), _end(high, number)
    return date(low, number, int(day)).toordinal(), date(high, number, int(day)).toordinal()


def _end(year: int, month: int) -> int:
    return date(year, month, calendar.monthrange(year, month)[1]).toordinal()

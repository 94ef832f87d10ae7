"""Dates beside one another: a year said once for several, and the week that begins on a day."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.times.timematch import Point

LIST_REACH = 24  # characters between two dates of a list: "in late April and in early May 2021"
_MIDDLE = re.compile(
    r"\s*(?:,|,?\s*(?:and|or|then))\s*(?:then\s+)?(?:(?:in|on|since|by)\s+)?(?:the\s+)?", re.IGNORECASE
)
_LEAP_YEAR = 2000  # stands for an unsaid year


def together(parse: Parse, points: Sequence[Point], language: Language) -> list[Point]:
    """The points with what those beside them tell of them.

    - "January and February 2020": both are of 2020.
    - "the week of 3 May": seven days from it.
    """
    found = [_as_week(parse, point, language) for point in points]
    for at in range(len(found) - 2, -1, -1):
        one, two = found[at], found[at + 1]
        if one.kind in ("date", "range") and two.kind in ("date", "range") and _are_listed(parse, one, two):
            found[at] = replace(one, low=with_year(one.low, two.low), high=with_year(one.high, two.low))
    return found


def with_year(low: str | None, high: str | None) -> str | None:
    """A first date without a year takes that of the second: "from April to July 2022"."""
    if low is None or high is None or not low.startswith("XXXX-") or not high[:4].isdigit():
        return low
    year = int(high[:4]) - (low[5:] > high[5:] and len(high) > 4)
    return f"{year}{low[4:]}"


def with_year_before(high: str | None, low: str | None) -> str | None:
    """The end of a range without a year takes that of its beginning: "from 3 May 2021 to 4 June"."""
    if low is None or high is None or not high.startswith("XXXX-") or not low[:4].isdigit():
        return high
    year = int(low[:4]) + (high[5:] < low[5:] and len(low) > 4)
    return f"{year}{high[4:]}"


def _are_listed(parse: Parse, one: Point, two: Point) -> bool:
    gap = parse.text[one.end : two.start]
    return len(gap) <= LIST_REACH and _MIDDLE.fullmatch(gap) is not None


def _as_week(parse: Parse, point: Point, language: Language) -> Point:
    """The seven days from a day that a week is named by; the point itself where it is not."""
    if point.kind != "date" or point.precision != "day" or point.low is None or point.low != point.high:
        return point
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in language.times.week_of)
    before = re.search(rf"\b(?:the\s+)?(?:{words})\s+$", parse.text[: point.start], re.IGNORECASE)
    if before is None:
        return point
    said = point.low.replace("XXXX", str(_LEAP_YEAR))
    end = (datetime.date.fromisoformat(said) + datetime.timedelta(days=6)).isoformat()
    if point.low.startswith("XXXX"):
        end = f"XXXX{end[4:]}"
    return replace(point, start=before.start(), kind="range", high=end, precision="period")

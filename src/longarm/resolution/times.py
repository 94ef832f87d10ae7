"""Time expressions set against the date of their document: what the text leaves unsaid stays unsaid without one.

Reads the dates and codes that `longarm.model.statements.TimeMention` holds; their table stands in the module that
finds them. Conventions for news: "on Tuesday" is the last Tuesday at or before publication, a day or month without a
year the latest one that had begun by then, unless the text looks forward.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from longarm.model.periods import PRECISIONS, Period
from longarm.model.statements import TimeMention

_OFFSET = re.compile(r"P([+-]?\d+)([DWMY])")
_WEEKDAY = re.compile(r"W([+-]?[01])-([1-7])")
_UNIT = re.compile(r"(last|this|next)-(\d*)([DWMYQE])(?:-(\d\d?))?(?:-(\d\d))?")
_NEAREST = re.compile(r"(last|next)-XXXX-(\d\d)(?:-(\d\d))?")
_PARTIAL = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_TURN = {"last": -1, "this": 0, "next": 1}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
YEARS_AHEAD = 8  # the longest wait for a day that does not exist every year (29 February over a turn of century)


@dataclass(frozen=True, slots=True)
class _Reach:
    """A code set against one day: EDTF of its first and of its last part, with the precision."""

    first: str
    last: str
    precision: str


def resolve(mention: TimeMention, published: Period | None) -> Period:
    """The period that a time expression means in a document of that date.

    Absolute dates stay as they are, partial ones (`XXXX-04-17`) too where the document has no date. Where publication
    is known to a month or year only, the result holds every period that the words could mean. Durations, recurring
    times and relative times without a date of publication are unknown. "Before" and "after" leave their date out.
    """
    unknown = Period(None, None, "unknown", mention.span.words)
    if mention.kind in ("duration", "recurring") or (mention.start is None and mention.end is None):
        return unknown
    days = published.days() if published is not None else None
    if days is None:
        return _unanchored(mention) or unknown
    early, late = (_set_against(mention, day) for day in days)
    if early is None or late is None:
        return unknown
    if early == late:
        return early
    return Period(early.start, late.end, "period", mention.span.words)


def _unanchored(mention: TimeMention) -> Period | None:
    """The period as far as the words alone give it, or None where they give nothing."""
    parts = [_bare(part) for part in (mention.start, mention.end)]
    start, end = (
        part if given is not None else None for part, given in zip(parts, (mention.start, mention.end), strict=True)
    )
    if None in [part for part, given in zip(parts, (mention.start, mention.end), strict=True) if given is not None]:
        return None
    return _bounded(mention, start, end, mention.precision)


def _bare(part: str | None) -> str | None:
    """A code without what only the date of publication tells: `next-XXXX-04` is XXXX-04, `last-Y-04` too."""
    if part is None or part[0].isdigit() or part.startswith("XXXX"):
        return part
    if match := re.fullmatch(r"(?:last|next|this)-(?:XXXX|Y)-(\d\d(?:-\d\d)?)", part):
        return f"XXXX-{match[1]}"
    return None


def _set_against(mention: TimeMention, day: date) -> Period | None:
    high = _reach(mention.end, day) if mention.end is not None else None
    bound = _last_day(high.last) if high is not None and mention.start != mention.end else day
    low = (
        _reach(mention.start, min(bound, day) if _PARTIAL.fullmatch(mention.start) else day) if mention.start else None
    )
    if (mention.start is not None and low is None) or (mention.end is not None and high is None):
        return None
    precision = mention.precision
    if low is not None and mention.start == mention.end:
        precision = low.precision
    start, end = low.first if low else None, high.last if high else None
    if start is not None and end is not None and _first_day(start) > _last_day(end):
        return None
    return _bounded(mention, start, end, precision)


def _bounded(mention: TimeMention, start: str | None, end: str | None, precision: str) -> Period:
    """The period, one step beyond the date that "before" or "after" leaves out."""
    if mention.marker == "before" and start is None and end is not None and end[:4].isdigit():
        end = _step(end, -1)
    if mention.marker == "after" and end is None and start is not None and start[:4].isdigit():
        start = _step(start, 1)
    return Period(start, end, precision if precision in PRECISIONS else "unknown", mention.span.words)


def _reach(code: str, day: date) -> _Reach | None:
    """One date or code against a day of publication; None where it is none of the known codes."""
    if code[0].isdigit():
        return _one(code) if _is_date(code) else None
    if match := _PARTIAL.fullmatch(code):
        return _nearest(int(match[1]), int(match[2] or 0), day, -1, begun=True)
    if match := _NEAREST.fullmatch(code):
        return _nearest(int(match[2]), int(match[3] or 0), day, _TURN[match[1]], begun=False)
    if match := _OFFSET.fullmatch(code):
        return _moved(int(match[1]), match[2], day)
    if match := _WEEKDAY.fullmatch(code):
        return _weekday(int(match[1]), int(match[2]), day)
    if match := _UNIT.fullmatch(code):
        return _unit(_TURN[match[1]], int(match[2] or 1), match[3], match[4], match[5], day)
    return None


def _one(edtf: str) -> _Reach:
    return _Reach(edtf, edtf, _precision(edtf))


def _days(first: date, last: date) -> _Reach:
    return _Reach(first.isoformat(), last.isoformat(), "day" if first == last else "period")


def _moved(count: int, unit: str, day: date) -> _Reach | None:
    """The day, week, month or year that lies so many of its kind away."""
    try:
        if unit == "D":
            return _one((day + timedelta(days=count)).isoformat())
        if unit == "W":
            monday = day + timedelta(weeks=count, days=-day.weekday())
            return _days(monday, monday + timedelta(days=6))
        if unit == "M":
            return _one(_month(day.year, day.month + count))
        return _one(_year(day.year + count))
    except (OverflowError, ValueError):
        return None


def _weekday(turn: int, weekday: int, day: date) -> _Reach:
    back = (day.isoweekday() - weekday) % 7
    if turn > 0:
        return _one((day + timedelta(days=7 - back)).isoformat())
    return _one((day - timedelta(days=back or (7 if turn else 0))).isoformat())


def _unit(turn: int, count: int, unit: str, part: str | None, below: str | None, day: date) -> _Reach | None:
    """A calendar unit before, with or after the day, or a part of it (month, season or day of it)."""
    try:
        if unit == "Y":
            return _of_year(turn, count, part, below, day)
        if unit == "M":
            month = _month(day.year, day.month + turn)
            return _one(_clamped(month, int(part))) if part else _one(month)
        if unit == "Q":
            first = 3 * ((day.month - 1) // 3 + turn) + 1
            return _Reach(_month(day.year, first), _month(day.year, first + 2), "period")
        if unit == "D":
            return _one((day + timedelta(days=turn)).isoformat())
        monday = day + timedelta(weeks=turn, days=-day.weekday())
        if part:
            return _one((monday + timedelta(days=int(part) - 1)).isoformat())
        return _days(monday + timedelta(days=5 if unit == "E" else 0), monday + timedelta(days=6))
    except (OverflowError, ValueError):
        return None


def _of_year(turn: int, count: int, part: str | None, below: str | None, day: date) -> _Reach:
    if count > 1:
        first = day.year // count * count + turn * count
        return _Reach(_year(first), _year(first + count - 1), "decade" if count == 10 else "period")
    year = _year(day.year + turn)
    return _one("-".join(piece for piece in (year, part, below) if piece))


def _nearest(month: int, of_month: int, day: date, turn: int, *, begun: bool) -> _Reach | None:
    """The latest such month, season or day (0: the whole month) before a day, or the first after it.

    Args:
        turn: -1 looks back, 1 ahead.
        begun: looking back, whether one that goes on or begins on the day itself counts.
    """
    for away in range(YEARS_AHEAD + 2):
        edtf = f"{day.year + 1 + away * turn - (2 if turn > 0 else 0):04}-{month:02}" + (
            f"-{of_month:02}" if of_month else ""
        )
        try:
            first, last = _first_day(edtf), _last_day(edtf)
        except ValueError:
            continue
        if (turn > 0 and first > day) or (turn < 0 and (first <= day if begun else last < day)):
            return _one(edtf)
    return None


def _step(edtf: str, by: int) -> str:
    """The next or previous date of the same precision; a season steps to the day beside it."""
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) == 1:
        return _year(parts[0] + by)
    if len(parts) == 2 and parts[1] <= 12:
        return _month(parts[0], parts[1] + by)
    edge = _first_day(edtf) if by < 0 else _last_day(edtf)
    return (edge + timedelta(days=by)).isoformat()


def _month(year: int, month: int) -> str:
    """EDTF of a month counted from a year's January as 1, over its ends."""
    return f"{_year(year + (month - 1) // 12)}-{(month - 1) % 12 + 1:02}"


def _year(year: int) -> str:
    if not 1 <= year <= 9999:
        raise ValueError(f"the year {year} cannot be written as EDTF of four digits")
    return f"{year:04}"


def _clamped(month: str, day: int) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{month}-{min(day, calendar.monthrange(year, number)[1]):02}"


def _precision(edtf: str) -> str:
    parts = edtf.split("-")
    if len(parts) == 2 and parts[1].isdigit() and int(parts[1]) in _SEASON_MONTHS:
        return "season"
    return ("year", "month", "day")[len(parts) - 1]


def _is_date(edtf: str) -> bool:
    try:
        return _first_day(edtf) <= _last_day(edtf)
    except ValueError:
        return False


def _first_day(edtf: str) -> date:
    year, *rest = (int(part) for part in edtf.split("-"))
    month = _SEASON_MONTHS.get(rest[0], (rest[0], 0))[0] if rest else 1
    return date(year, month, rest[1] if len(rest) > 1 else 1)


def _last_day(edtf: str) -> date:
    year, *rest = (int(part) for part in edtf.split("-"))
    month = _SEASON_MONTHS.get(rest[0], (0, rest[0]))[1] if rest else 12
    return date(year, month, rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1])

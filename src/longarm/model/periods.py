"""Periods: when something was, no sharper than the text says."""

import calendar
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_DOUBT = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}
_NAMED = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
PRECISIONS = ("day", "month", "season", "year", "decade", "period", "unknown")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with both ends as EDTF dates of their own precision.

    Attributes:
        start: EDTF (`2021-04`, `XXXX-04-17`), None where the text leaves it open.
        end: likewise; equal to start for one date.
        precision: one of PRECISIONS, that of the coarser end.
        words: the words that say it, empty where metadata does.
    """

    start: str | None
    end: str | None
    precision: str = "unknown"
    words: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether both ends are known to the year at least."""
        return all(part is not None and part[:4].isdigit() for part in (self.start, self.end))

    def days(self) -> tuple[date, date] | None:
        """First and last day, both included, or None where a year is missing or the calendar has no such day."""
        if not self.is_dated or self.start is None or self.end is None:
            return None
        try:
            return _first_day(self.start), _last_day(self.end)
        except (ValueError, KeyError):
            return None

    def __str__(self) -> str:
        if self.start == self.end:
            return self.start or "unknown"
        return f"{self.start or '..'}/{self.end or '..'}"


def _parts(edtf: str) -> list[int]:
    """Year, month (or season) and day, as far as they are given; marks of doubt (`2022-10?`) do not sharpen them."""
    numbers = []
    for part in edtf.split("-")[:3]:
        digits = part.rstrip("?~%")
        if not digits.isdigit():
            break
        numbers.append(int(digits))
    return numbers


_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def _first_day(edtf: str) -> date:
    year, *rest = _parts(edtf)
    month = _SEASONS.get(rest[0], (rest[0], 0))[0] if rest else 1
    return date(year, month, rest[1] if len(rest) > 1 else 1)


def _last_day(edtf: str) -> date:
    year, *rest = _parts(edtf)
    month = _SEASONS.get(rest[0], (0, rest[0]))[1] if rest else 12
    day = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]
    return date(year, month, day)


def period_words(value: Period | None) -> str:
    """A period in words: "17 April 2023", "April 2021 to July 2022", "17 April, year not said"."""
    if value is None or (value.start is None and value.end is None):
        return ""
    if value.start == value.end:
        return _date(value.start or "")
    if value.start is None:
        return f"until {_date(value.end or '')}"
    if value.end is None:
        return f"since {_date(value.start)}"
    return f"{_date(value.start)} to {_date(value.end)}"


def date_words(value: str) -> str:
    """An EDTF date or period in words, see `period_words`."""
    start, _, end = value.partition("/")
    ends = [None if part in ("", "..") else part for part in (start, end or start)]
    return period_words(Period(ends[0], ends[1]))


def _date(edtf: str) -> str:
    sure = edtf.rstrip("?~%")
    doubt = "".join(_DOUBT.get(mark, "") for mark in edtf[len(sure) :])
    year, *rest = sure.split("-")
    if not rest or not (words := _NAMED.get(rest[0]) or _month(rest[0])):
        return doubt + (f"the {year[:3]}0s" if year.endswith("X") and year[:3].isdigit() else year)
    if len(rest) > 1 and rest[1].isdigit():
        words = f"{int(rest[1])} {words}"
    return doubt + (f"{words}, year not said" if not year.isdigit() else f"{words} {year}")


def _month(part: str) -> str:
    return _MONTHS[int(part) - 1] if part.isdigit() and 1 <= int(part) <= 12 else ""

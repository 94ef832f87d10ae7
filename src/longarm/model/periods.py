"""Periods: when something was, no sharper than the text says."""

import calendar
from dataclasses import dataclass
from datetime import date

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

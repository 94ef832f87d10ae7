"""Scales of counts: where a number stands on a line, and which numbers are written under it."""

import math
from dataclasses import dataclass

from longarm.core.intervals import Number

_LOG_FROM = 400  # times the least count from which on a line in equal steps would hide the small ones
_ROOM = 1.06  # so that the largest count is not at the very end
_STEPS = (1, 2, 2.5, 5, 10)
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Tick:
    """A number under a line; `at` in per cent of its length."""

    at: float
    value: int


@dataclass(frozen=True, slots=True)
class Scale:
    """From nothing to a count, in equal steps or, where counts differ a great deal, each step ten times the last."""

    end: float
    is_log: bool
    ticks: tuple[Tick, ...]

    def at(self, value: Number) -> float:
        """Where a count stands, in per cent of the line."""
        return _at(value, self.end, self.is_log)


def _at(value: Number, end: float, is_log: bool) -> float:
    share = math.log10(1 + value) / math.log10(1 + end) if is_log else value / end
    return round(min(1.0, max(0.0, share)) * 100, 2)


def scale(values: tuple[Number, ...]) -> Scale:
    """A scale on which all of the counts stand."""
    most = max((*values, 1))
    least = min((value for value in values if value > 0), default=most)
    is_log = most / least > _LOG_FROM
    end = (1 + most) ** _ROOM - 1 if is_log else most * _ROOM
    marks = [0, *(10**power for power in range(int(math.log10(end)) + 1))] if is_log else _even(end)
    return Scale(end, is_log, tuple(Tick(_at(mark, end, is_log), mark) for mark in marks))


def _even(end: float) -> list[int]:
    """Whole numbers in equal steps of one, two, two and a half or five, or ten times these."""
    size = 10 ** math.floor(math.log10(end / _TICKS)) if end > _TICKS else 1
    step = next(one * size for one in _STEPS if one * size * _TICKS >= end and float(one * size).is_integer())
    return [round(step * number) for number in range(math.floor(end / step) + 1)]

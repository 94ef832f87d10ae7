"""The interval that a number with its qualifier stands for; the figures come from the language data."""

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from longarm.core.intervals import Interval, Number
from longarm.languages.loader import Conventions
from longarm.statements.quantities.digits import exact


def interval(value: Number, qualifier: str, conventions: Conventions) -> Interval:
    """What "more than 50", "some 30" or "nearly 60" say of a number.

    Whole numbers give whole ends: "more than 50" starts at 51, "fewer than 30" ends at 29. A number with decimals keeps
    its own value as an open end. Numbers below zero are only taken as they stand.
    """
    if value < 0 and qualifier not in ("approx", "at_least", "more_than"):
        return Interval(value, value)
    step = 1 if isinstance(value, int) else 0
    if qualifier == "more_than":
        return Interval(value + step, None)
    if qualifier == "at_least":
        return Interval(value, None)
    if qualifier == "at_most":
        return Interval(0, value)
    if qualifier == "less_than":
        return Interval(0, max(value - step, 0))
    if qualifier == "approx":
        return _around(value, conventions)
    if qualifier == "nearly":
        return _nearly(value, conventions)
    return Interval(value, value)


def share(percent: Interval) -> Interval:
    """A percentage as a share of the whole: 64 % is 0.64; an open end of a share is 1."""
    low = exact(Decimal(str(percent.low)) / 100)
    high = 1 if percent.high is None else exact(Decimal(str(percent.high)) / 100)
    return Interval(low, max(low, high))


def fraction(value: float, qualifier: str, conventions: Conventions) -> Interval:
    """A fraction with its qualifier, within 0 and 1 where it is one itself."""
    found = interval(float(value), qualifier, conventions)
    if not 0 <= value <= 1:
        return found
    return Interval(max(found.low, 0), 1 if found.high is None else min(found.high, 1))


def is_round(value: Number, conventions: Conventions) -> bool:
    """Whether a whole number ends in so many zeros that it may have been rounded."""
    return isinstance(value, int) and value != 0 and value % 10 ** int(conventions.round_zeros) == 0


def _around(value: Number, conventions: Conventions) -> Interval:
    number = Decimal(str(value))
    unit = Decimal(1).scaleb(_last_digit(number))
    margin = max(unit * Decimal(str(conventions.approx_unit)), abs(number) * Decimal(str(conventions.approx_share)))
    low, high = number - margin, number + margin
    if isinstance(value, int):
        low, high = low.to_integral_value(ROUND_FLOOR), high.to_integral_value(ROUND_CEILING)
    return Interval(exact(low if value < 0 else max(low, Decimal(0))), exact(high))


def _last_digit(number: Decimal) -> int:
    """Power of ten of the last digit that is not zero: 1 for 30, -1 for 2.5."""
    digits = number.normalize().as_tuple()
    return digits.exponent if isinstance(digits.exponent, int) and number else 0


def _nearly(value: Number, conventions: Conventions) -> Interval:
    low = Decimal(str(value)) * Decimal(str(conventions.nearly_share))
    if not isinstance(value, int):
        return Interval(exact(low), value)
    return Interval(min(math.ceil(low), max(value - 1, 0)), max(value - 1, 0))

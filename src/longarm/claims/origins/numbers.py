"""The numbers that a statement allows and those that it says as well as another."""

from math import inf

from longarm.model.claims import Resolved
from longarm.model.statements import Quantity

CLOSE = 2  # times a bound ("more than 50") within which it confirms the number that another party gives
_EVERY = (-inf, inf)
_LIMITS = ("at_most", "less_than")
Window = tuple[float, float]


def has(window: Window, number: float) -> bool:
    """Whether a number lies in a window."""
    return window[0] <= number <= window[1]


def count(item: Resolved) -> Quantity | None:
    """The quantity of a statement that counts; None of every other."""
    return item.statement.quantity if item.statement.kind == "figure" else None


def allows(item: Resolved) -> Window:
    """The numbers that hold with a statement; every number where it counts nothing."""
    quantity = count(item)
    if quantity is None:
        return _EVERY
    return quantity.interval.low, inf if quantity.interval.high is None else quantity.interval.high


def confirms(item: Resolved) -> Window:
    """The numbers that a statement says as well: what it allows, but for a bound no further than `CLOSE` times it."""
    quantity = count(item)
    low, high = allows(item)
    if quantity is not None and quantity.interval.high is None:
        return low, low * CLOSE
    if quantity is not None and quantity.qualifier in _LIMITS:
        return max(low, high / CLOSE), high
    return low, high


def is_vague(item: Resolved) -> bool:
    """Whether a count is told in words without a number: dozens, several, most."""
    quantity = count(item)
    return quantity is not None and quantity.value is None


def is_closed(item: Resolved) -> bool:
    """Whether a statement gives a number that is not open upwards."""
    quantity = item.statement.quantity
    return quantity is not None and quantity.interval.high is not None

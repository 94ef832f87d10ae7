"""Intervals of numbers: what a text says of a quantity, never sharper than the text."""

from dataclasses import dataclass

Number = int | float


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from low to high, both included; high None is unbounded.

    Raises:
        ValueError: low is above high.
    """

    low: Number
    high: Number | None

    def __post_init__(self) -> None:
        if self.high is not None and self.low > self.high:
            raise ValueError(f"an interval cannot run from {self.low} down to {self.high}")

    @property
    def is_exact(self) -> bool:
        """Whether the interval is one number."""
        return self.low == self.high

    def __contains__(self, number: Number) -> bool:
        return self.low <= number and (self.high is None or number <= self.high)

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return self.intersection(other) is not None

    def intersection(self, other: "Interval") -> "Interval | None":
        """The numbers that lie in both, or None where there are none."""
        low = max(self.low, other.low)
        highs = [high for high in (self.high, other.high) if high is not None]
        high = min(highs) if highs else None
        return None if high is not None and low > high else Interval(low, high)

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        low = min(self.low, other.low)
        if self.high is None or other.high is None:
            return Interval(low, None)
        return Interval(low, max(self.high, other.high))

    def __str__(self) -> str:
        return f"[{self.low:,}, {'inf)' if self.high is None else f'{self.high:,}]'}"

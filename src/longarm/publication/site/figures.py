"""Quantities, periods and dates in plain words."""

from longarm.core.intervals import Interval, Number
from longarm.model.periods import Period
from longarm.model.public import PublicQuantity

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def number(value: Number) -> str:
    """A number with thousands parted by commas, without needless decimals."""
    return f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"


def interval(value: Interval) -> str:
    """What an interval of counts says: "54", "51 or more", "30 or fewer", "25 to 35"."""
    if value.is_exact:
        return number(value.low)
    if value.high is None:
        return f"{number(value.low)} or more"
    if value.low == 0:
        return f"{number(value.high)} or fewer"
    return f"{number(value.low)} to {number(value.high)}"


def reading(quantity: PublicQuantity) -> str:
    """How the words of a quantity are read; empty where they say just that."""
    if "garbled" in quantity.flags:
        return "the digits cannot be read safely"
    if quantity.relation == "majority":
        return "more than half" + (f" of {quantity.whole}" if quantity.whole else "")
    if quantity.relation == "ratio":
        return _share(quantity.interval) + (f" of {quantity.whole}" if quantity.whole else "")
    if quantity.relation == "increment":
        return f"{interval(quantity.interval)} on top of an earlier count"
    plain = interval(quantity.interval)
    return plain if plain.lower() != quantity.words.lower() else ""


def _share(value: Interval) -> str:
    low, high = value.low * 100, None if value.high is None else value.high * 100
    if high is None:
        return f"{number(round(low, 1))} % or more"
    return f"{number(round(low, 1))} %" if low == high else f"{number(round(low, 1))} to {number(round(high, 1))} %"


def period(value: Period | None) -> str:
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


def edtf(value: str) -> str:
    """An EDTF date or period in words, see `period`."""
    start, _, end = value.partition("/")
    ends = [None if part in ("", "..") else part for part in (start, end or start)]
    return period(Period(ends[0], ends[1]))


def _date(edtf: str) -> str:
    year, *rest = edtf.split("-")
    if not rest:
        return f"the {year[:3]}0s" if year.endswith("X") and year[:3].isdigit() else year
    words = _SEASONS.get(rest[0]) or _month(rest[0])
    if len(rest) > 1 and rest[1].isdigit():
        words = f"{int(rest[1])} {words}"
    return f"{words}, year not said" if not year.isdigit() else f"{words} {year}"


def _month(part: str) -> str:
    return _MONTHS[int(part) - 1] if part.isdigit() and 1 <= int(part) <= 12 else part

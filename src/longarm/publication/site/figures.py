"""Quantities in plain words."""

from longarm.core.intervals import Interval, Number
from longarm.core.phrases import ranged
from longarm.model.editions import Count
from longarm.model.public import PublicQuantity
from longarm.model.reconciliation import Bound


def number(value: Number) -> str:
    """A number with thousands parted by commas, without needless decimals."""
    return f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"


def interval(value: Interval) -> str:
    """What an interval of counts says: "54", "51 or more", "30 or fewer", "25 to 35"."""
    return ranged(value.low, value.high)


def ends(of: Bound | Count) -> str:
    """What a range of counts says; `any number` where it says nothing."""
    return interval(Interval(of.low, of.high)) if of.low or of.high is not None else "any number"


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

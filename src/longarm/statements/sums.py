"""Sums: amounts of money, shares and changes in per cent, which are figures but count nothing one by one."""

from longarm.model.statements import Quantity

MONEY, CHANGE, SHARE = "money", "change", "share"  # ids of measures of the codebook
MEASURES = frozenset({MONEY, CHANGE, SHARE})


def measure_of(quantity: Quantity) -> str:
    """The measure of an amount of money, of a change in per cent, or of a share of what the text leaves unsaid; empty
    for what counts people or things, or a share of them, and for what is no figure."""
    if quantity.reason == "money":
        return MONEY
    if quantity.reason != "percentage" or quantity.unit_head:
        return ""
    return SHARE if quantity.relation == "ratio" else CHANGE

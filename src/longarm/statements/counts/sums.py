"""Sums: amounts of money, shares, changes, differences and times, which are figures but count nothing one by one."""

from longarm.model.statements import Quantity
from longarm.statements.text import Part

MONEY, CHANGE, SHARE, TIMES = "money", "change", "share", "times"  # ids of measures of the codebook
MEASURES = frozenset({MONEY, CHANGE, SHARE, TIMES})
_AS_MUCH = frozenset({"as", "more", "less", "the", "that", "this", "its", "their", "a", "an", "over", "per"})


def measure_of(part: Part, quantity: Quantity) -> str:
    """The measure of an amount of money, of a change in per cent, of a share of what the text leaves unsaid, or of how
    often something was done; empty for what counts people or things, or a share of them, and for what is no figure."""
    if quantity.reason == "money":
        return MONEY
    if _tells_how_often(part, quantity):
        return TIMES
    if is_difference(part, quantity):
        return CHANGE
    if quantity.reason != "percentage" or quantity.unit_head:
        return ""
    return SHARE if quantity.relation == "ratio" else CHANGE


def is_difference(part: Part, quantity: Quantity) -> bool:
    """Whether a bare number is by how many one count differs from another: "Peru has nine, two fewer than Chad"."""
    if quantity.unit_span is not None and quantity.unit_span.start >= quantity.span.end:
        return False
    tokens = part.tokens_of(quantity.span)
    after = tokens[-1] + 1 if part.parse.lowers[tokens[-1]] not in _DIFFERING else tokens[-1]
    words = part.parse.lowers[after : after + 2]
    return len(words) > 1 and words[0] in _DIFFERING and words[1] == "than"


_DIFFERING = frozenset({"more", "fewer", "less"})


def _tells_how_often(part: Part, quantity: Quantity) -> bool:
    """Whether a number of times is how often a verb's act was done: "rang him 40 times", not "three times larger"."""
    if quantity.unit_head != "time" or quantity.unit_span is None or quantity.interval.low < 2:
        return False
    parse, noun = part.parse, part.tokens_of(quantity.unit_span)[-1]
    verb = parse.heads[noun]
    if parse.deps[noun] != "npadvmod" or parse.pos[verb] != "VERB" or parse.lemmas[verb] == "be":
        return False
    after = parse.lowers[noun + 1] if noun + 1 < len(parse) else ""
    return after not in _AS_MUCH and parse.tags[min(noun + 1, len(parse) - 1)] not in ("JJR", "RBR")

"""Atoms: digits and number words as they stand, before they are put together."""

import re
from dataclasses import replace

from longarm.core import intervals
from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.quantities.digits import Written

_GAP = re.compile(r"[\s-]*")


def lowered(parse: Parse, atom: Written) -> str:
    """The first word of a number; without the hyphen that it has at the end of a line."""
    return parse.lowers[atom.first].rstrip("-") or parse.lowers[atom.first]


def is_adjacent(parse: Parse, one: Written, two: Written) -> bool:
    """Whether nothing but white space or a hyphen stands between two."""
    gap = parse.text[one.end - parse.offset : two.start - parse.offset]
    return len(gap) < 4 and _GAP.fullmatch(gap) is not None


def joined(one: Written, two: Written) -> Written:
    """The first with the extent of both."""
    return replace(one, end=two.end, last=two.last)


def factor_of(lower: str, language: Language) -> intervals.Number | None:
    """What a scale or a group multiplies by; None for other words and for plurals that stand alone."""
    numbers = language.numbers
    if lower in numbers.scales:
        return numbers.scales[lower]
    if lower[:-1] in numbers.scales and lower.endswith("s"):
        return None
    if lower[:-1] in numbers.article_only and lower.endswith("s"):
        return None  # "300 couples" are 300 of them
    return numbers.groups.get(lower, numbers.groups.get(lower.rstrip("s")))


def with_article(parse: Parse, number: Written, language: Language) -> Written | None:
    """The number with the article before it; None where there is none."""
    before = number.first - 1
    if before >= 0 and parse.lowers[before] in language.numbers.articles:
        return replace(number, start=parse.starts[before], first=before)
    return None


def is_and(parse: Parse, one: Written, two: Written) -> bool:
    """Whether "and" alone stands between two."""
    return parse.text[one.end - parse.offset : two.start - parse.offset].lower().split() == ["and"]

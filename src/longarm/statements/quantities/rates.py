"""Shares told by two numbers: "one in five", "two out of three", "nine of 10"."""

from longarm.languages import Language
from longarm.model.statements import Quantity
from longarm.statements.parse import Parse
from longarm.statements.quantities import conventions
from longarm.statements.quantities.digits import Written
from longarm.statements.quantities.nouns import counted
from longarm.statements.quantities.qualifiers import around

WHOLES = frozenset((2, 3, 4, 5, 10, 20, 100, 1000))  # of "one in five", "three in ten"
LEAST_DIGITS = 10  # from here a number is written in digits also where "one" is a word: "one in 45 children"
LEADING = frozenset(("ADV", "ADP", "SCONJ", "CCONJ", "PUNCT", "ADJ"))  # before a share that opens its clause


def one_in(parse: Parse, one: Written, two: Written, language: Language) -> Quantity | None:
    """ "one in five", "two out of three" as a share of the whole."""
    gap = " ".join(parse.text[one.end - parse.offset : two.start - parse.offset].lower().replace("-", " ").split())
    if gap == "of" and two.value not in (10, 100):
        return None
    if gap not in language.numbers.out_of or one.value is None or two.value is None or one.suffix or two.suffix:
        return None
    if not 0 < one.value < two.value or (gap == "in" and not _is_rate(parse, one, two)):
        return None
    around_it = around(parse, one, language)
    noun = counted(parse, two.first, two.last)
    value = one.value / two.value
    return Quantity(
        span=parse.chars(around_it.start, two.end),
        interval=conventions.fraction(value, around_it.qualifier, language.qualifiers.conventions),
        value=value,
        qualifier=named(around_it.qualifier, "ratio"),
        unit=noun.span(parse).words if noun else "",
        unit_span=noun.span(parse) if noun else None,
        unit_head=noun.lemma(parse) if noun else "",
        relation="ratio",
        whole=noun.span(parse).words if noun else "",
        is_count=False,
        reason="fraction",
    )


def _is_rate(parse: Parse, one: Written, two: Written) -> bool:
    """Whether "A in B" is a share ("three in ten"); "opened two in five cities" is not."""
    leads = one.first == 0 or parse.pos[one.first - 1] in LEADING
    if one.value == 1 and two.kind == "digits" and isinstance(two.value, int) and two.value >= LEAST_DIGITS:
        return leads or one.kind == "digits" or two.value in WHOLES
    if two.value not in WHOLES:
        return one.value == 1 and one.kind == two.kind and leads  # "one in six", not "opened one in six cities"
    return one.kind == two.kind if one.value == 1 else leads


def named(qualifier: str, plain: str) -> str:
    """The name of a plain quantity of its kind where nothing qualifies it."""
    return plain if qualifier in ("exact", "increment") else qualifier

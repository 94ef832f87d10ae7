"""Ordinals that count: "at least the third attempt" says that there were three or more; others count nothing."""

from collections.abc import Iterator

from longarm.core.intervals import Interval
from longarm.languages import Language
from longarm.model.statements import Quantity
from longarm.statements.parse import Parse
from longarm.statements.quantities.nouns import counted


def ordinals(parse: Parse, language: Language) -> Iterator[Quantity]:
    """The counts that ordinals after "at least the" stand for, in text order."""
    known = language.numbers.ordinals
    bounds = [tuple(phrase.split()) for phrase in language.qualifiers.ordinal_bounds]
    for token, lower in enumerate(parse.lowers):
        value = known.get(lower)
        if value is None or token < 2:
            continue
        phrase = next((p for p in bounds if tuple(parse.lowers[max(token - len(p), 0) : token]) == p), None)
        noun = counted(parse, token, token + 1) if phrase is not None else None
        if phrase is None or noun is None or noun.is_of:
            continue
        yield Quantity(
            span=parse.span(token - len(phrase), token + 1),
            interval=Interval(value, None),
            value=value,
            qualifier="at_least",
            unit=noun.span(parse).words,
            unit_span=noun.span(parse),
            unit_head=noun.lemma(parse),
            flags=("ordinal",),
        )

"""Every quantity of a passage as an interval with its words; counts, and what is none with the reason.

The intervals follow the conventions of the language data (`languages/data/<code>/qualifiers.yaml`). Dates, ordinals,
clock times, phone numbers, references and numbers inside names are no quantities and are left out.
"""

from collections.abc import Iterator
from dataclasses import replace

from longarm.core.intervals import Interval, Number
from longarm.languages import Language
from longarm.languages.conventions import Overrides, adjusted
from longarm.languages.loader import Conventions
from longarm.model.spans import Span
from longarm.model.statements import Quantity
from longarm.statements.parse import Parse
from longarm.statements.quantities import addresses, conventions, references
from longarm.statements.quantities.digits import Written
from longarm.statements.quantities.glued import is_membered
from longarm.statements.quantities.kinds import Kind, changes, is_pronoun, kind_of, percent_end, percent_of, stepped
from longarm.statements.quantities.majorities import majorities
from longarm.statements.quantities.nouns import Noun, counted
from longarm.statements.quantities.numbers import read
from longarm.statements.quantities.ordinals import ordinals
from longarm.statements.quantities.others import others
from longarm.statements.quantities.qualifiers import Qualified, around
from longarm.statements.quantities.ranges import changed, ends, fallen, is_conversion, is_repeated
from longarm.statements.quantities.rates import named, one_in
from longarm.statements.quantities.years import is_year
from longarm.statements.times import finder as times


def find(
    parse: Parse, code: str = "en", dates: list[tuple[int, int]] | None = None, overrides: Overrides = ()
) -> tuple[Quantity, ...]:
    """Every quantity in text order, not overlapping.

    Args:
        dates: character ranges of the passage that tell dates (`times.finder.covered`), where they are known.
        overrides: conventions that the case sets otherwise.
    """
    language = adjusted(code, overrides)
    written = read(parse, language)
    found = [*majorities(parse, language), *ordinals(parse, language), *others(parse, language)]
    if written:
        barred = _barred(parse, written, times.covered(parse, code) if dates is None else dates)
        kept = [number for number in written if not _is_barred(number, barred)]
        found = [*found, *_quantities(parse, kept, language)]
    return tuple(_apart(found))


def _apart(found: list[Quantity]) -> Iterator[Quantity]:
    end = -1
    for quantity in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        if quantity.span.start >= end:
            end = quantity.span.end
            yield quantity


def _barred(parse: Parse, written: list[Written], dates: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Character ranges whose numbers are dates, addresses or the like."""
    found = dates
    if any(number.kind in ("digits", "garbled", "address") for number in written) or "past" in parse.lowers:
        found = [*found, *addresses.ranges(parse)]
    return found


def _is_barred(number: Written, barred: list[tuple[int, int]]) -> bool:
    return number.kind == "address" or any(start <= number.start < end for start, end in barred)


def _quantities(parse: Parse, written: list[Written], language: Language) -> Iterator[Quantity]:
    at, said = 0, ""
    before: Written | None = None
    while at < len(written):
        number, at = written[at], at + 1
        following = written[at] if at < len(written) else None
        if following is not None and (share := one_in(parse, number, following, language)) is not None:
            at += 1
            yield share
            continue
        if following is not None and is_repeated(parse, number, following):
            number, at = replace(number, last=min(following.last + 1, len(parse))), at + 1
            following = None
        if following is not None:
            number = fallen(parse, number, following, language)
        pair = ends(parse, number, following, language) if following is not None else None
        is_change = pair is None and following is not None and changed(parse, number, following, language)
        if pair is not None or is_change:
            at += 1
        low, high = pair or (number, following if is_change else None)
        bound = said if before is not None and is_conversion(parse, before, low, language) else ""
        quantity = _quantity(parse, low, high, language, bound)
        before, said = high or low, quantity.qualifier if quantity is not None and high is None else ""
        if quantity is not None:
            yield replace(quantity, flags=(*quantity.flags, "change")) if is_change else quantity


def _quantity(parse: Parse, low: Written, high: Written | None, language: Language, bound: str = "") -> Quantity | None:
    """The quantity of a number or of two; `bound` is the qualifier of the number that it converts."""
    last = high or low
    noun = counted(parse, last.first, last.last)
    if references.is_name(parse, low, noun, language) or (high and references.is_name(parse, high, noun, language)):
        return None
    is_of_people = is_membered(parse, last, language)
    if is_of_people:
        noun = None  # "a 15-member team" is 15 people, and one team
    lemma = noun.lemma(parse) if noun else ""
    found = around(parse, low, language, lemma)
    if bound and found.qualifier == "exact":
        found = replace(found, qualifier=bound)
    ending = around(parse, high, language, lemma) if high else found
    if ending.last > last.last:
        noun = counted(parse, last.first, ending.last) or noun
    if high is None and found.qualifier == "exact" and is_year(parse, low, noun, language):
        return None
    if is_pronoun(parse, low, noun, found, language):
        return _lone_one(parse, low, noun, language)
    if found.qualifier == "exact" and high is None and (step := stepped(parse, low, language)):
        found = replace(found, qualifier=step, is_increment=step == "increment")
    stop = max(ending.end, last.end)
    span = parse.chars(_opened(parse, found, low, high), stop)
    kind = Kind() if is_of_people else kind_of(parse, low, last, stop, noun, found, language)
    if kind.reason == "percentage":
        noun = percent_of(parse, last, language)
        span = parse.chars(span.start, max(stop, percent_end(parse, last, language)))
    quantity = _assembled(parse, span, low, high, noun, found, kind, language)
    return replace(quantity, flags=(*quantity.flags, "people")) if quantity is not None and is_of_people else quantity


def _opened(parse: Parse, found: Qualified, low: Written, high: Written | None) -> int:
    """Where a range begins with its "between" or "from"; "from 20-30" begins with its number."""
    if high is None or not any(c.isalpha() for c in parse.text[low.end - parse.offset : high.start - parse.offset]):
        return found.start
    if found.opener and found.first > 0:
        return parse.starts[found.first - 1]
    return found.start


def _lone_one(parse: Parse, number: Written, noun: Noun | None, language: Language) -> Quantity | None:
    """ "one of the reports" stays as a quantity that is no count; other pronouns are none."""
    before = parse.lowers[number.first - 1] if number.first else ""
    if noun is None or not noun.is_of or before in language.units.one.never_after:
        return None
    return Quantity(
        span=parse.chars(number.start, number.end),
        interval=Interval(1, 1),
        value=1,
        unit=noun.span(parse).words,
        unit_span=noun.span(parse),
        unit_head=noun.lemma(parse),
        whole=parse.span(*noun.whole).words if noun.whole else "",
        is_count=False,
        reason="pronoun",
    )


def _assembled(
    parse: Parse,
    span: Span,
    low: Written,
    high: Written | None,
    noun: Noun | None,
    found: Qualified,
    kind: Kind,
    language: Language,
) -> Quantity | None:
    rules = language.qualifiers.conventions
    relation, qualifier = "", found.qualifier
    value: Number | tuple[Number, Number] | None = low.value
    is_share = kind.reason in ("percentage", "fraction")
    if low.kind == "garbled":
        interval = Interval(0, None)
    elif high is not None and low.value is not None and high.value is not None:
        if low.value >= high.value and kind.reason not in ("money", "measure"):
            kind = Kind("score")
        interval = _range_interval(min(low.value, high.value), max(low.value, high.value), qualifier, rules)
        value, qualifier = (
            (low.value, high.value),
            "range" if qualifier in ("exact", "increment", "decrease") else qualifier,
        )
    elif low.kind == "indefinite":
        interval, qualifier = Interval(low.least or 0, None), "at_least"
    elif low.kind == "fraction" and isinstance(low.value, float):
        interval = conventions.fraction(low.value, qualifier, rules)
    elif low.value is not None:
        interval = _interval(low, float(low.value) if kind.reason == "percentage" else low.value, qualifier, rules)
        if low.loose and qualifier == "exact":
            qualifier = "approx"
    else:
        return None
    if kind.reason == "percentage" and interval.low >= 0:
        interval = conventions.share(interval)
    if (
        is_share
        and interval.high is not None
        and interval.high <= 1
        and not (kind.reason == "percentage" and noun is None and changes(parse, low, language))
    ):
        relation, qualifier = "ratio", named(qualifier, "ratio")
    elif found.is_increment and not kind.reason:
        relation = "increment"
    unit = _unit(parse, low, high, noun, kind, language)
    before = parse.lowers[found.first - 1] if found.first else ""
    after = parse.lowers[(high or low).last] if (high or low).last < len(parse) else ""
    flags = (("garbled",) if low.kind == "garbled" else ()) + (
        ("other",) if language.qualifiers.others & {before, after} else ()
    )
    return Quantity(
        span=span,
        interval=interval,
        value=value,
        qualifier=qualifier,
        unit=unit.span(parse).words if unit else "%" if kind.reason == "percentage" else low.suffix,
        unit_span=unit.span(parse) if unit else None,
        unit_head=unit.lemma(parse) if unit else low.suffix.lower(),
        relation=relation,
        whole=_whole(parse, noun, relation),
        rounded=not kind.reason and qualifier in ("exact", "increment") and high is None and _is_round(low, language),
        is_count=not kind.reason,
        reason=kind.reason,
        flags=flags,
    )


def _interval(number: Written, value: Number, qualifier: str, rules: Conventions) -> Interval:
    plain = qualifier if qualifier not in ("increment", "decrease") else "exact"
    if number.loose and plain == "exact":
        return Interval(number.loose[0], number.loose[-1])
    return conventions.interval(value, plain, rules)


def _range_interval(low: Number, high: Number, qualifier: str, rules: Conventions) -> Interval:
    if qualifier in ("at_most", "less_than"):
        return Interval(0, high)
    if qualifier in ("at_least", "more_than"):
        return Interval(low, None)
    if qualifier == "approx":
        return conventions.interval(low, qualifier, rules).hull(conventions.interval(high, qualifier, rules))
    return Interval(low, high)


def _is_round(number: Written, language: Language) -> bool:
    return isinstance(number.value, int) and conventions.is_round(number.value, language.qualifiers.conventions)


def _unit(
    parse: Parse, low: Written, high: Written | None, noun: Noun | None, kind: Kind, language: Language
) -> Noun | None:
    if noun is not None and parse.pos[noun.head] in ("PRON", "DET", "NUM"):
        return None
    return None if kind.reason == "age" or (low.suffix and noun is not None and not noun.is_of) else noun


def _whole(parse: Parse, noun: Noun | None, relation: str) -> str:
    """Words of the whole: for a share always, for a count only where it is part of a definite group."""
    if noun is None or noun.whole is None:
        return noun.span(parse).words if noun is not None and relation == "ratio" else ""
    if relation == "ratio" or parse.lowers[noun.whole[0]] in (
        "the",
        "their",
        "its",
        "those",
        "them",
        "his",
        "her",
        "our",
    ):
        return parse.span(*noun.whole).words
    return ""

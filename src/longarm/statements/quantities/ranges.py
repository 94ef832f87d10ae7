"""Two numbers that make one quantity: "20 to 30", "between 20 and 30", "20-30", "nine (9)"."""

import re
from collections.abc import Set
from dataclasses import replace

from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.quantities.digits import Written, times

HIGHEST_SCORE = 999  # "3-1", "80-19": up to this two falling numbers with a dash between are a result
LEAST_LEVEL = 3  # a level at least so many times its step: "added $2 to $36"; "rose $1 to $2" is a range
LARGEST_FALL = 10  # times that a first number, in the scale of the second, may be that
RANGE_GAP = 40  # characters between the two numbers of a range, with a unit said twice
CHANGE_GAP = 60  # characters between the two levels of a change, with units and dates
_CONVERTED = re.compile(r"[\s-]?[^\W\d][\w.%²³-]*(?: [^\W\d]\w*)?(?: ?\(| ?/ ?)[^\w\s]?")
SCALE_SHARED_BELOW = 1000  # "20 to 30 million" is 20 million; "750,000 to 1 million" is not


def ends(parse: Parse, one: Written, two: Written, language: Language) -> tuple[Written, Written] | None:
    """The ends of "20 to 30", "between 20 and 30", "20-30", also of a result such as "3-1"; else None."""
    if one.value is None or two.value is None or two.start - one.end > RANGE_GAP:
        return None
    if one.kind == "fraction" and two.kind != "fraction":
        return None  # "narrowed by a third to 12 billion"
    gap = parse.text[one.end - parse.offset : two.start - parse.offset]
    joint = _joint(gap, parse, two, language)
    if joint is None:
        return None
    before = parse.lowers[max(one.first - 4, 0) : one.first]
    between = language.numbers.between["opener"] in before
    if joint == language.numbers.between["joiner"] and not between:
        return None
    low, high = one, two
    if low.value is not None and two.scaled and not one.scaled and abs(low.value) < SCALE_SHARED_BELOW:
        low = _scaled_like(parse, low, two, language)
    if joint in "-–‑" and _is_thousand_shared(parse, low, high):
        low = replace(low, value=times(low.value or 0, 1000))
    if low.value is None or high.value is None:
        return None
    if joint in "-–‑" and low.value >= high.value and max(low.value, high.value) <= HIGHEST_SCORE:
        return low, high
    if gap.strip(" -") in language.numbers.range_words and high.value <= low.value <= HIGHEST_SCORE:
        if gap.startswith("-"):
            return low, high  # "3-to-1"
        return None if _is_change(parse, one.first, language) or language.numbers.from_ in before else (low, high)
    if low.value >= high.value or (
        joint in language.numbers.choice_words and not gap.isalpha() and len(gap.split()) > 1
    ):
        return None
    if language.numbers.from_ in before and _is_change(parse, one.first, language):
        return None
    if joint in language.numbers.range_words and _is_moved(parse, one, two, gap, language):
        return None  # "shed 2.5p to 108p"
    if language.numbers.by & set(before[-2:]) and _is_step(parse, one, two, gap, language):
        return None  # "rose by $3 million to $12 million": a step and a new level
    return low, high


def fallen(parse: Parse, one: Written, two: Written, language: Language) -> Written:
    """The first number of "fell from 1.5 to 1 million" in millions, as the second; any other as it is."""
    if one.value is None or two.value is None or one.scaled or not two.scaled or one.value >= SCALE_SHARED_BELOW:
        return one
    gap = parse.text[one.end - parse.offset : two.start - parse.offset].strip()
    is_from = one.first > 0 and parse.lowers[one.first - 1] == language.numbers.from_
    if gap not in language.numbers.range_words or not is_from:
        return one
    factor = _factor(parse, two, language)
    is_near = factor is not None and two.value < one.value * factor <= LARGEST_FALL * two.value
    return replace(one, value=times(one.value, factor), scaled=True) if factor is not None and is_near else one


def changed(parse: Parse, one: Written, two: Written, language: Language) -> bool:
    """Whether "fell from 90 pounds in May to 80" tells of one change of a measure or a sum, and not of two counts."""
    if one.value is None or two.value is None or one.value == two.value or two.start - one.end > CHANGE_GAP:
        return False
    gap = parse.text[one.end - parse.offset : two.start - parse.offset].lower()
    if any(mark in gap for mark in ";:?!()") or not _is_change(parse, one.first, language):
        return False
    if not _opens(parse, one, {language.numbers.from_}, language):
        return False
    if not _opens(parse, two, language.numbers.range_words, language):
        return False
    return _is_measured(parse, one, language) and not _is_part(parse, two)


def _is_part(parse: Parse, number: Written) -> bool:
    """Whether "of" follows soon: the share of a whole is told for itself."""
    return "of" in parse.lowers[number.last : number.last + 3]


def _opens(parse: Parse, number: Written, words: Set[str], language: Language) -> bool:
    """Whether one of the words stands before a number and its currency."""
    before = parse.text[max(number.start - parse.offset - 16, 0) : number.start - parse.offset].lower()
    last = before.rstrip("".join(language.units.money.symbols) + " ").split()
    return bool(last) and last[-1] in words


def _is_measured(parse: Parse, number: Written, language: Language) -> bool:
    """Whether a number is a sum of money or a measure, by the sign before it or the unit right after it."""
    units = language.units
    if (
        number.suffix
        or parse.text[number.start - parse.offset - 1 : number.start - parse.offset] in units.money.symbols
    ):
        return number.start > parse.offset
    after = parse.lowers[number.last] if number.last < len(parse) else ""
    pair = " ".join(parse.lowers[number.last : number.last + 2])
    return bool({after, after.rstrip("s"), pair} & (units.measures | units.money.words | units.percent))


def is_conversion(parse: Parse, one: Written, two: Written, language: Language) -> bool:
    """Whether the second number says the first again in another unit: "under 300 miles (480 km)"."""
    gap = parse.text[one.end - parse.offset : two.start - parse.offset]
    return _CONVERTED.fullmatch(gap) is not None and _is_measured(parse, two, language)


def _is_step(parse: Parse, one: Written, two: Written, gap: str, language: Language) -> bool:
    """Whether "by A to B" tells of a step and a new level: B has a currency of its own, or nothing counted after it."""
    if gap.strip()[-1] in language.units.money.symbols:
        return True
    ends_here = two.last >= len(parse) or parse.pos[two.last] in ("PUNCT", "ADP", "CCONJ", "SCONJ", "ADV")
    return ends_here and parse.words[two.last : two.last + 1] != ["%"] and _is_change(parse, one.first, language)


def _is_moved(parse: Parse, one: Written, two: Written, gap: str, language: Language) -> bool:
    """Whether a verb of change right before tells of a step in one unit and of a far higher level in the same."""
    if one.value is None or two.value is None or two.value < LEAST_LEVEL * one.value or not one.first:
        return False
    at = one.first - 1
    while at and parse.words[at][-1] in language.units.money.symbols:
        at -= 1
    said_twice = bool(one.suffix) or len(gap.split()) > 1 or gap.strip()[-1:] in language.units.money.symbols
    return said_twice and parse.lemmas[at] in language.numbers.change


def is_repeated(parse: Parse, one: Written, two: Written) -> bool:
    """ "nine (9) offices" is one number said twice."""
    gap = parse.text[one.end - parse.offset : two.start - parse.offset]
    return one.value is not None and one.value == two.value and gap.strip() == "("


def _scaled_like(parse: Parse, low: Written, high: Written, language: Language) -> Written:
    """The first number of "20 to 30 million" in millions, of "two to three dozen" in dozens."""
    factor = _factor(parse, high, language)
    if factor is None or low.value is None or high.value is None or low.value * factor >= high.value:
        return low
    return replace(low, value=times(low.value, factor), scaled=True)


def _factor(parse: Parse, number: Written, language: Language) -> int | float | None:
    """What the last word of a number multiplies it by: "million", "bn"."""
    numbers, word = language.numbers, parse.words[number.last - 1]
    letters = word.lstrip("0123456789.,$£€")
    return numbers.scales.get(word.lower()) or numbers.groups.get(word.lower()) or numbers.suffixes.get(letters)


def _is_thousand_shared(parse: Parse, low: Written, high: Written) -> bool:
    """Whether the first of "5-6,000" is in thousands too."""
    if not isinstance(low.value, int) or high.value is None or low.scaled or not 0 < low.value < SCALE_SHARED_BELOW:
        return False
    written = parse.text[high.start - parse.offset : high.end - parse.offset]
    return written.endswith(",000") and low.value * 1000 < high.value < low.value * 10_000


def _joint(gap: str, parse: Parse, two: Written, language: Language) -> str | None:
    """The word or dash that joins two numbers; a unit or currency may stand between, said again after the second."""
    words = gap.lower().split()
    symbols = language.units.money.symbols
    joints = {*language.numbers.range_words, *language.numbers.choice_words, language.numbers.between["joiner"]}
    stripped = gap.strip().strip("".join(symbols)).strip()
    if stripped in ("-", "–", "—", "‑", "-$", "~"):
        return stripped[0]
    words = [word for word in words if word.strip("".join(symbols)) and word.upper() not in language.units.money.codes]
    if words and words[-1].rstrip("-") in ("about", "around", "some"):
        words = words[:-1]
    if not words or words[-1].strip("-") not in joints:
        return None
    unit = words[:-1]
    if not unit:
        return words[-1].strip("-")
    after = parse.text[two.end - parse.offset : two.end - parse.offset + 30].lower().split()
    return words[-1] if after[: len(unit)] == unit or (after and after[0].startswith(unit[0])) else None


def _is_change(parse: Parse, first: int, language: Language) -> bool:
    """Whether "from A to B" tells of a change: a verb or noun of change stands before it."""
    return any(parse.lemmas[token] in language.numbers.change for token in range(max(first - 9, 0), first))

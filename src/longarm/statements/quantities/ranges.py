"""Two numbers that make one quantity: "20 to 30", "between 20 and 30", "20-30", "nine (9)"."""

from dataclasses import replace

from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.quantities.digits import Written, times

HIGHEST_SCORE = 999  # "3-1", "80-19": up to this two falling numbers with a dash between are a result
RANGE_GAP = 40  # characters between the two numbers of a range, with a unit said twice
SCALE_SHARED_BELOW = 1000  # "20 to 30 million" is 20 million; "750,000 to 1 million" is not


def ends(parse: Parse, one: Written, two: Written, language: Language) -> tuple[Written, Written] | None:
    """The ends of "20 to 30", "between 20 and 30", "20-30", also of a result such as "3-1"; else None."""
    if one.value is None or two.value is None or two.start - one.end > RANGE_GAP:
        return None
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
    if low.value is None or high.value is None:
        return None
    if joint in "-–—‑" and low.value >= high.value and max(low.value, high.value) <= HIGHEST_SCORE:
        return low, high
    if gap.strip() in language.numbers.range_words and high.value < low.value <= HIGHEST_SCORE:
        return None if _is_change(parse, one.first, language) or language.numbers.from_ in before else (low, high)
    if low.value >= high.value or (
        joint in language.numbers.choice_words and not gap.isalpha() and len(gap.split()) > 1
    ):
        return None
    if language.numbers.from_ in before and _is_change(parse, one.first, language):
        return None
    if gap.strip()[-1] in language.units.money.symbols and language.numbers.by & set(before[-2:]):
        return None  # "rose by $3 million to $12 million": a step and a new level
    return low, high


def is_repeated(parse: Parse, one: Written, two: Written) -> bool:
    """ "nine (9) offices" is one number said twice."""
    gap = parse.text[one.end - parse.offset : two.start - parse.offset]
    return one.value is not None and one.value == two.value and gap.strip() == "("


def _scaled_like(parse: Parse, low: Written, high: Written, language: Language) -> Written:
    """The first number of "20 to 30 million" in millions, of "two to three dozen" in dozens."""
    numbers, word = language.numbers, parse.words[high.last - 1]
    letters = word.lstrip("0123456789.,$£€")
    factor = numbers.scales.get(word.lower()) or numbers.groups.get(word.lower()) or numbers.suffixes.get(letters)
    if factor is None or low.value is None or high.value is None or low.value * factor >= high.value:
        return low
    return replace(low, value=times(low.value, factor), scaled=True)


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

"""Numbers written in digits: grouped, decimal, with letters or a scale written onto them."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from longarm.core import intervals
from longarm.languages import Language
from longarm.statements.parse import Parse

# A run of digits with the marks that may group them; thin and no-break spaces group too, a plain space before 000
# or where it does so twice ("1 414 021").
_CHUNK = re.compile(
    r"(?<![\w.,$])(?<!\d )\d{1,3}(?: \d{3}){2,}(?![\d,.]*\d)"
    r"|(?:(?<![\w.])\.)?\d+(?:[.,\u2009\u202f\u00a0]\d+|[ ]000(?!\d))*"
)
_GROUPED = re.compile(r"\d{1,3}(?:[,\u2009\u202f\u00a0 ]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_PLAIN = re.compile(r"\d*\.?\d+")
_AFTER = re.compile(r"[A-Za-zµμ°]+(?:[23](?!\d))?")
_APART = re.compile(r"\s([a-z]{2,3})\b")
_FRACTION = re.compile(r"(?<![\d/.,$£€])([1-9])/([2-9]|10|16)(?=[\s-]([a-z]+))")
_FOUR_DIGITS = re.compile(r"\d{4,}")
_HALF = re.compile(r"\s([1-9])/([2-9]|10|16)(?![\d/])")  # "2 1/2"
_BEFORE = re.compile(r"[^\W\d_]+$")
VULGAR = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅗": 3 / 5,
    "⅘": 4 / 5,
    "⅙": 1 / 6,
    "⅚": 5 / 6,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
    "⅐": 1 / 7,
    "⅑": 1 / 9,
    "⅒": 1 / 10,
}
LEAST_PLURAL = 100  # "1,000s of": from here an s makes digits a plural of indefinite size
LONGEST_RUN = 9  # digits without a mark between them; more are an identifier


@dataclass(frozen=True, slots=True)
class Written:
    """A number where it stands.

    Attributes:
        start, end: character offsets in the text layer, with scale words and a leading article, without qualifiers.
        first, last: its tokens, last excluded.
        value: None where it is indefinite or garbled.
        least: for an indefinite number the least that it can mean.
        kind: digits, words, indefinite, fraction, garbled.
        prefix, suffix: letters written onto the digits ("US", "km"), empty for a scale ("2.3m" is 2,300,000).
        scaled: a scale word or suffix was read.
        loose: what a loose word may mean ("a couple": 2 to 3).
    """

    start: int
    end: int
    first: int
    last: int
    value: intervals.Number | None
    kind: str
    least: intervals.Number | None = None
    prefix: str = ""
    suffix: str = ""
    scaled: bool = False
    loose: tuple[intervals.Number, ...] = ()


def digits(parse: Parse, language: Language) -> Iterator[Written]:
    text, offset = parse.text, parse.offset
    fractions = {match.start(): match for match in _FRACTION.finditer(text)} if "/" in text else {}
    done = 0
    for match in _CHUNK.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        if (shown := fractions.get(start)) is not None and _is_part(shown, language):
            done = shown.end(2)
            first, last = _tokens(parse, start + offset, done + offset)
            yield Written(start + offset, done + offset, first, last, int(shown[1]) / int(shown[2]), "fraction")
            continue
        value, kind = digits_value(match[0])
        value, end = _with_fraction(text, value, end)
        before = _BEFORE.search(text, max(start - 6, 0), start)
        prefix = before[0] if before and text[start - 1].isalpha() else ""
        after = _AFTER.match(text, end)
        suffix, scaled = after[0] if after else "", False
        if not suffix and (apart := _APART.match(text, end)) and apart[1] in language.numbers.spaced:
            suffix, end = apart[1], apart.start(1)
        if suffix == "s" and isinstance(value, int) and value >= LEAST_PLURAL and text.startswith(" of ", end + 1):
            first, last = _tokens(parse, start + offset, end + 1 + offset)
            done = end + 1
            yield Written(start + offset, done + offset, first, last, None, "indefinite", 2 * value)
            continue
        factor = language.numbers.suffixes.get(suffix) or language.numbers.scales.get(suffix.lower())
        if factor and value is not None and _is_scale(parse, suffix, start, end, language):
            value, scaled = times(value, factor), True
            end, suffix = end + len(suffix), ""
        if value is not None and (sign := _minus(text, start, language)):
            value, start = -value, start - sign
        first, last = _tokens(parse, start + offset, end + offset)
        yield Written(start + offset, end + offset, first, last, value, kind, None, prefix, suffix, scaled)


def _is_part(shown: re.Match[str], language: Language) -> bool:
    """Whether "3/4" is a part of one by the word after it: "3/4 of", "1/4 cup"; a date or odds otherwise."""
    if int(shown[1]) >= int(shown[2]):
        return False
    units, word = language.units, shown[3]
    return bool({word, word.removesuffix("s")} & {*units.measures, *units.durations, *language.numbers.shared})


def _with_fraction(text: str, value: intervals.Number | None, end: int) -> tuple[intervals.Number | None, int]:
    """A whole number with the fraction written after it: "2 1/2", "3½"."""
    if not isinstance(value, int):
        return value, end
    if text[end : end + 1] in VULGAR:
        return value + VULGAR[text[end]], end + 1
    if (part := _HALF.match(text, end)) is not None and int(part[1]) < int(part[2]):
        return value + int(part[1]) / int(part[2]), part.end()
    return value, end


def _minus(text: str, start: int, language: Language) -> int:
    """How many characters before digits make them negative: "-5" where no number or word stands before, "minus-5"."""
    if start == 0 or text[start - 1] not in "-−":
        return 0
    word = _BEFORE.search(text, max(start - 12, 0), start - 1)
    if word and word[0].lower() in language.numbers.minus:
        return len(word[0]) + 1
    before = text[: start - 1][-8:]
    lone = not before or before[-1].isspace() or before[-1] == "("
    last = before.split()[-1:] or [""]
    below = {*language.numbers.tied, *language.numbers.below_zero}
    return int(lone and (not last[0][-1:].isalnum() or last[0].lower() in below))


def _is_scale(parse: Parse, suffix: str, start: int, end: int, language: Language) -> bool:
    """A lower-case m after digits is a million after a currency or a decimal, or before a word; else metres."""
    before = parse.text[max(start - 3, 0) : start].strip()
    if before[-1:] in language.units.money.symbols or before in language.units.money.codes:
        return True
    if suffix in ("M", "B") and _FOUR_DIGITS.fullmatch(parse.text, start, end):
        return False  # "a 5300M chip"
    if suffix not in ("m", "b", "T"):
        return True
    if suffix == "b" and "." in parse.text[start:end]:
        return True
    following = re.match(r"m\s+([a-z]{3,})", parse.text[end : end + 16])
    return suffix == "m" and following is not None and following[1] not in language.units.dimensions


def digits_value(digits: str) -> tuple[intervals.Number | None, str]:
    """What digits with their marks stand for, with `digits`; or None with `garbled` or `address`.

    "230,000" and "1,20,000" are grouped; "230,00" could be read in two ways and is not guessed.
    """
    if _PLAIN.fullmatch(digits) and len(digits) > LONGEST_RUN:
        return None, "address"
    if _PLAIN.fullmatch(digits):
        return exact(Decimal(digits)), "digits"
    if _GROUPED.fullmatch(digits):
        return exact(Decimal(re.sub(r"[^\d.]", "", digits))), "digits"
    return None, "address" if digits.count(".") > 1 else "garbled"


def exact(value: Decimal) -> intervals.Number:
    """A decimal as int where it is whole, else as float."""
    return int(value) if value == value.to_integral_value() else float(value)


def times(value: intervals.Number, factor: intervals.Number) -> intervals.Number:
    """The product on exact decimals: 1.1 million is 1,100,000."""
    return exact(Decimal(str(value)) * Decimal(str(factor)))


def _tokens(parse: Parse, start: int, end: int) -> tuple[int, int]:
    first = max(bisect.bisect_right(parse.starts, start) - 1, 0)
    return first, max(bisect.bisect_left(parse.starts, end), first + 1)

"""Digits and number words that a letter or a hyphen ties to a word: "COVID-19", "5G", "his 30s"; and units: "50mph"."""

import re

from longarm.core.intervals import Number
from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.quantities.digits import Written
from longarm.statements.quantities.qualifiers import is_qualified_after

_ACRONYM = re.compile(r"\b[A-Z]{2,}\s[-–]$")  # "COVID -19", the blank a slip
_LETTERED = re.compile(r"-[A-Z]\b")  # "District 54-A"
_CODE = re.compile(r"\d{3}-\d(?![\d.,]*\d|\s?%)")  # "a 787-9"
_SUFFIXED = re.compile(r"\d(?:[kKmMbB]|bn|mn|km|kg|cm|mm)[-–]$")
_SEASON = re.compile(r"[A-Za-z](?:19|20)\d\d[-–/]$")  # "FY2020-22"
_TIED = re.compile(r"\b([A-Za-z]+)[-–]$")
_WORD = re.compile(r"[A-Za-z]+")
_HYPHENS = ("-", "‑", "–")
LEAST_MEMBERS = 2  # "a one-man show" counts nobody
LEAST_DECADE = 50  # from here "80s music" names a decade; "a 30s lap" a time
LETTERS_OF_CODE, LEAST_SUM = 3, 10  # a shorter code written onto less is a model: "PS4"


def is_glued(parse: Parse, number: Written, language: Language) -> bool:
    """Digits that a letter or hyphen ties to a word: "COVID-19", "G20", "5G", "19th"."""
    text, start, end = parse.text, number.start - parse.offset, number.end - parse.offset
    if number.prefix and not _is_currency(parse, number, language):
        return True
    before = text[max(start - 2, 0) : start]
    if _ACRONYM.search(text, max(start - 12, 0), start):
        return True
    if (tied := _TIED.search(text, max(start - 16, 0), start)) and tied[1].lower() in language.numbers.tied:
        return False
    if re.match(r"['’/]\d", text[end : end + 2]) or re.fullmatch(r"\d['’/]", before):
        return number.kind == "digits"
    if _SUFFIXED.search(text, max(start - 6, 0), start):
        return False  # "5k-20k"
    if number.kind == "words" and _is_paired(parse, number, language):
        return False  # "two-three years"
    if len(before) == 2 and before[1] in "-/._" and (before[0].isalpha() or before[1] == "_"):
        return number.kind in ("digits", "words") and text[start].isalnum()
    if number.kind == "digits" and (
        _LETTERED.match(text, end) or _CODE.match(text, start) or text[end : end + 1].isdigit()
    ):
        return True
    if _SEASON.search(text, max(start - 8, 0), start):
        return number.kind == "digits"
    suffix = number.suffix
    if suffix == "s" and number.value and _is_span(parse, start, number, language):
        return True
    if suffix and text[end + len(suffix) : end + len(suffix) + 1].isdigit():
        return True  # "4x4"
    if text.startswith("-something", end):
        return True
    if suffix:
        return not _is_unit(suffix, language)
    if number.kind == "words" and is_qualified_after(parse, number, language):
        return False  # "thirty-odd"
    if is_membered(parse, number, language):
        return False  # "a five-man squad"
    return number.kind == "words" and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


def is_membered(parse: Parse, number: Written, language: Language) -> bool:
    """Whether a hyphen ties a number to a word for people: "a five-man squad", "15-member", "40-strong"."""
    end = number.end - parse.offset
    if number.value is None or number.value < LEAST_MEMBERS:
        return False
    if parse.lowers[number.last : number.last + 1] == ["strong"]:
        return True  # "a network 40 strong"
    if parse.text[end : end + 1] not in _HYPHENS:
        return False
    word = _WORD.match(parse.text, end + 1)
    return word is not None and word[0].lower() in language.units.membered


def _is_unit(suffix: str, language: Language) -> bool:
    """Whether letters written onto digits are a unit: "50mph", "18months", "20pounds"; case counts in short ones."""
    units = language.units
    if suffix in units.attached or suffix in units.measures or suffix in units.money.codes:
        return True
    words = {suffix, suffix.removesuffix("s")}
    return len(suffix) > LETTERS_OF_CODE and bool(
        words & {*units.measures, *units.durations, *units.percent, *units.money.words}
    )


def _is_currency(parse: Parse, number: Written, language: Language) -> bool:
    """Whether the letters on the digits are a currency: "USD54", "$A54"; a single letter needs the sign."""
    money, sign = language.units.money, number.start - parse.offset - len(number.prefix) - 1
    signed = sign >= 0 and parse.text[sign] in money.symbols
    if len(number.prefix) < LETTERS_OF_CODE and not signed and number.value is not None and number.value < LEAST_SUM:
        return False  # "a PS4"
    return number.prefix in money.codes and (len(number.prefix) > 1 or signed)


def _is_span(parse: Parse, start: int, number: Written, language: Language) -> bool:
    """Whether round digits with an s name years of a life or of a century: "his 30s", "the late '90s"."""
    if not isinstance(number.value, int) or number.value % 10:
        return False
    text = parse.text
    after = number.last
    if number.value >= LEAST_DECADE and parse.pos[after : after + 1] == ["NOUN"]:
        return True  # "80s music"
    before = re.split(r"[\s-]", text[max(start - 12, 0) : start].rstrip(" -"))[-1]
    return before.lower() in language.numbers.spans or text[max(start - 1, 0) : start] in ("'", "’", "‘")


def _is_paired(parse: Parse, number: Written, language: Language) -> bool:
    """Whether a hyphen ties two rising number words: "two-three years"; "a one-two punch" is none."""
    for first in (number.first - 2, number.first):
        if first < 0 or parse.words[first + 1 : first + 2] != ["-"]:
            continue
        low, high = (
            _value(word, language) for word in (parse.lowers[first], "".join(parse.lowers[first + 2 : first + 3]))
        )
        if low is not None and high is not None and 1 < low < high:
            return True
    return False


def _value(word: str, language: Language) -> Number | None:
    return language.numbers.units.get(word, language.numbers.tens.get(word))

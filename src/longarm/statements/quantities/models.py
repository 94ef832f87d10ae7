"""Numbers that are part of the name of goods: "iPhone 7", "a 737 Max", "USB 3.1", "Windows 10"."""

import re

from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.quantities.capitals import is_headline
from longarm.statements.quantities.digits import Written
from longarm.statements.quantities.nouns import Noun

_BRAND = re.compile(r"[a-z]{1,3}[A-Z]\w+|(?!Mc|Mac)[A-Z][a-z]+[A-Z]\w*")
LEAST_PRICE = 100  # from here a number behind a brand may be a sum or a count


def is_product(parse: Parse, before: int, number: Written, language: Language) -> bool:
    """Whether the parser takes a name with the number behind it for that of a product: "Windows 10 users"."""
    if parse.words[before] in language.units.money.codes:
        return False
    return parse.pos[before] == "PROPN" and any(
        first <= before and number.last == last and label == "PRODUCT" for first, last, label in parse.entities
    )


def is_model(parse: Parse, number: Written, language: Language) -> bool:
    """Whether a mark of a model follows digits, or a name has a version in tenths: "a 737 Max", "USB 3.1"."""
    after = number.last
    if after < len(parse) and parse.words[after] in language.units.models and not is_headline(parse, number.first):
        return True
    before = number.first - 1
    written = parse.text[number.start - parse.offset : number.end - parse.offset]
    if before < 0 or parse.pos[before] != "PROPN" or not re.fullmatch(r"\d{1,2}\.\d", written) or number.suffix:
        return False
    if parse.words[before] in language.units.money.codes or parse.words[before][0].islower():
        return False
    closes = after >= len(parse) or parse.words[after] in (",", ".", ";", ")", "and", "or")
    label = next((label for first, last, label in parse.entities if first <= before < last), "")
    return closes and label not in ("GPE", "LOC", "NORP", "PERSON")


def is_branded(parse: Parse, before: int, number: Written, noun: Noun | None) -> bool:
    """Whether a small number follows a name with a capital letter inside it, as of goods: "iPhone 7", "AirPods 2"."""
    if not _BRAND.fullmatch(parse.words[before]) or not isinstance(number.value, int) or number.value >= LEAST_PRICE:
        return False
    if any(first <= before < last and label in ("PERSON", "GPE") for first, last, label in parse.entities):
        return False  # "DeJong 4 points"
    if parse.words[before][0].islower():
        return True  # "iPhone 11 users"
    return noun is None or noun.head != number.last or parse.words[number.last][0].isupper()

"""Numbers that count nothing since a name, a title or a reference holds them."""

import re

from longarm.languages import Language, discourse
from longarm.statements.parse import Parse
from longarm.statements.quantities.capitals import is_common, is_headline, is_people, is_plural, sentence_start
from longarm.statements.quantities.digits import Written
from longarm.statements.quantities.glued import is_glued
from longarm.statements.quantities.models import is_branded, is_model, is_product
from longarm.statements.quantities.nouns import Noun

_ENTRIES = frozenset({",", ";", ":", "("})
YEAR = 4  # digits of a year
_QUOTED_TITLE = re.compile(r"[\"“‘]\d[\d.]*(?:\s+[A-Z][\w’'-]*)+[\"”’]")
_ANSWERS = ("A.", "A:", "A")  # "Q. How many? A. Five."
_FORMATS = frozenset({"2K", "4K", "8K"})
_RACES = frozenset({"5K", "5k", "10K", "10k"})
_MEASURED = re.compile(r"-[^\W\d_]{3}")  # "13-inch"
_RESULT = re.compile(r"\d{1,3}[-–]\d{1,3}(?![\d-])")


def is_name(parse: Parse, number: Written, noun: Noun | None, language: Language) -> bool:
    """Whether the number is part of a name or a title, or refers to a thing by number ("Article 5")."""
    if number.kind == "fraction":
        return _is_half_title(parse, number)
    if number.kind == "indefinite":
        return False
    if is_glued(parse, number, language) or _is_format(parse, number, noun):
        return True
    if _is_percent(parse, number, language):
        return False  # "led Mr Day 47 percent to 39 percent"
    before = number.first - 1
    if _is_listed(parse, number):
        return False
    if before > 0 and parse.words[before] == "." and parse.lowers[before - 1] == "no":
        before -= 1  # "No. 34" in two tokens
    counts = noun is not None and not noun.is_of and is_common(parse, noun.head)
    if counts and noun is not None and _is_type(parse, number, noun):
        counts = False
    if before >= 0 and _is_reference(parse, before, number, counts, language):
        return True
    if number.kind == "digits" and before >= 0 and is_branded(parse, before, number, noun):
        return True
    if number.kind == "digits" and not number.scaled and is_model(parse, number, language):
        return True
    if number.kind == "words" and _is_capitalised(parse, number.first):
        return True
    if number.kind == "digits" and before >= 0 and is_product(parse, before, number, language):
        return True
    if number.kind == "digits" and (_is_street(parse, number, language) or _is_dialled(parse, number, noun, language)):
        return True
    if _opens_title(parse, number, noun, language) or _is_quoted_title(parse, number) or _is_apposed(parse, number):
        return True
    if counts or is_headline(parse, number.first):
        return False
    if number.kind == "words" and not parse.words[number.first][0].isupper():
        return False
    if before >= 0 and parse.words[before] in language.units.money.codes:
        return False
    return _before_capitals(parse, number, noun, language) or _after_name(parse, number)


def _is_listed(parse: Parse, number: Written) -> bool:
    """Whether a number stands behind a place in a list of places with their numbers: "Rome 2, Milan 4, Prato 1"."""
    first, last = number.first, number.last
    if (
        number.kind != "digits"
        or not _is_entry(parse, first)
        or parse.words[last : last + 1] not in ([","], [")"], [";"], ["."])
    ):
        return False
    return (first > 3 and parse.words[first - 2] in (",", ";") and parse.words[first - 3].isdigit()) or (
        parse.words[last] in (",", ";") and last + 2 < len(parse) and _is_entry(parse, last + 2)
    )


def _is_entry(parse: Parse, token: int) -> bool:
    """Whether a number of few digits stands right behind a word with a capital that opens its entry of the list."""
    if token < 2 or not parse.words[token].isdigit() or len(parse.words[token]) >= YEAR:
        return False
    name = parse.words[token - 1]
    return name[0].isupper() and name.isalpha() and parse.words[token - 2] in _ENTRIES


def _is_half_title(parse: Parse, number: Written) -> bool:
    """Whether a capitalised fraction opens a name: "Half Dome"; at a sentence's start two words show it."""
    first, last = number.first, number.last
    if not parse.words[first][0].isupper() or is_headline(parse, first):
        return False
    begins = first == sentence_start(parse, first)
    following = parse.words[last : last + (2 if begins else 1)]
    return len(following) == 1 + begins and all(word.istitle() and word.isalpha() for word in following)


def _is_apposed(parse: Parse, number: Written) -> bool:
    """Whether a number opens the title that stands beside its kind of work: "the study, 110 Overseas, names"."""
    first, last = number.first, number.last
    if first < 2 or parse.words[first - 1] != "," or parse.lemmas[first - 2] not in discourse.load("en").works:
        return False
    while last < len(parse) and parse.words[last].istitle():
        last += 1
    return last > number.last and parse.words[last : last + 1] == [","]


def _is_percent(parse: Parse, number: Written, language: Language) -> bool:
    following = parse.lowers[number.last : number.last + 2]
    return bool(following) and (following[0] in language.units.percent or " ".join(following) in language.units.percent)


def _is_format(parse: Parse, number: Written, noun: Noun | None) -> bool:
    """Whether thousands written with a K are the name of a format or a race: "in 4K", "the 10K"."""
    written = parse.text[number.start - parse.offset : number.end - parse.offset]
    if written in _FORMATS:
        return noun is None or parse.tags[noun.head] != "NNS"
    before = parse.tags[number.first - 1] if number.first else ""
    return written in _RACES and noun is None and before == "DT"


def _is_quoted_title(parse: Parse, number: Written) -> bool:
    """Whether a number and capitalised words are all of a quotation: the "220 Abroad" programme."""
    start = number.start - parse.offset
    found = _QUOTED_TITLE.match(parse.text, start - 1) if start and number.kind == "digits" else None
    return found is not None and not is_people(parse, number.last)


def _is_type(parse: Parse, number: Written, noun: Noun) -> bool:
    """Whether the number belongs to the name before it, as the noun is a singular: "a Boeing 737 jet"."""
    before = number.first - 1
    if before < 0 or not number.value or number.value == 1 or number.scaled:
        return False
    if parse.pos[before] != "PROPN" and not any(character.isupper() for character in parse.words[before][1:]):
        return False
    if number.kind != "digits" or parse.tags[noun.head] not in ("NN", "NNP"):
        return False
    named = parse.words[number.last][0].isupper()
    return noun.head == number.last or (named and noun.head == number.last + 1)


def _is_reference(parse: Parse, before: int, number: Written, counts: bool, language: Language) -> bool:
    lower, units = parse.lowers[before], language.units
    if number.scaled:
        return False  # "students number 1.2 million"
    after = number.end - parse.offset
    if _MEASURED.match(parse.text, after):
        return False  # "the entry-level 13-inch screen"
    if lower == "§":
        return True
    if lower == "of" and before > 1 and parse.words[before - 1].isdigit():
        return not counts and parse.lowers[before - 2] in units.references  # "page 3 of 12"
    if lower == "of" and before > 0:
        return parse.lowers[before - 1] in units.groups and parse.words[before - 1][0].isupper()
    if lower in units.groups and parse.words[before][0].isupper():
        return not counts or (number.value == 1 and number.kind == "digits")
    if not counts and (first := _list_start(parse, before)) != before and first >= 0:
        return _is_reference(parse, first, number, counts, language)  # "Articles 5 and 6", "Resolutions 12 15 and 17"
    if not units.references & {lower, lower.rstrip("."), lower.rstrip("s")}:
        return False
    if lower in ("no", "no."):
        return parse.words[before][0].isupper() and number.kind == "digits"
    is_one = number.kind == "digits" and number.value != 1 and parse.tags[number.last : number.last + 1] == ["NN"]
    if counts and parse.heads[number.last - 1] >= number.last and not is_one:
        return parse.words[before][0].isupper() and before != sentence_start(parse, before)
    return parse.pos[before] in ("NOUN", "PROPN", "SYM", "X", "PUNCT") or parse.words[before][0].isupper()


def _list_start(parse: Parse, before: int) -> int:
    """The token before a list of digits, where a token is one of its numbers or what joins them; else the token."""
    at, has_digits = before, False
    while at >= 0 and (parse.words[at][0].isdigit() or parse.lowers[at] in ("and", "or", ",", "to", "-", "–", "§")):
        has_digits = has_digits or parse.words[at][0].isdigit()
        at -= 1
    return at if has_digits else before


def _is_dialled(parse: Parse, number: Written, noun: Noun | None, language: Language) -> bool:
    """Whether a bare number is one to call: "called 911"."""
    if noun is not None and parse.words[number.first] in language.units.hotlines:
        return noun.lemma(parse) in language.units.hotline_nouns
    verb = parse.lemmas[number.first - 1] if number.first else ""
    return noun is None and verb in language.units.dialling and isinstance(number.value, int) and number.value >= 100


def _is_street(parse: Parse, number: Written, language: Language) -> bool:
    for token in range(number.last, min(number.last + 4, len(parse))):
        if not (parse.words[token][0].isupper() or parse.words[token][0].isdigit()):
            return False
        if parse.lowers[token] in language.units.streets:
            return token > number.last or parse.words[token][0].isupper()
    return False


def _is_capitalised(parse: Parse, token: int) -> bool:
    """Whether a number word has a capital letter that nothing but a name explains: "the Big Four"."""
    if not parse.words[token][0].isupper() or token == sentence_start(parse, token) or is_headline(parse, token):
        return False
    if parse.words[token - 1] in _ANSWERS:
        return False
    return parse.pos[token - 1] not in ("PUNCT", "SYM", "X") or (
        parse.words[token - 1] == "," and token + 1 < len(parse) and parse.words[token + 1][0].isupper()
    )


def _opens_title(parse: Parse, number: Written, noun: Noun | None, language: Language) -> bool:
    """Whether a title begins with the number: after "entitled" or a quotation mark, or before "Word:"."""
    after = number.last
    if after >= len(parse) or not parse.words[after][0].isupper():
        return False
    if noun is not None and parse.words[noun.head][0].islower():
        return False
    before = parse.lowers[number.first - 1] if number.first else ""
    if before in language.units.titled or before in ('"', "“", "‘", "*", "_"):
        return True
    if after + 1 >= len(parse):
        return False
    starts = number.first == sentence_start(parse, number.first)
    if parse.words[after + 1] == ":":
        return not starts
    return starts and _is_byline(parse, after + 1)


def _is_byline(parse: Parse, token: int) -> bool:
    """Whether "by Somebody" follows a capitalised run, in a sentence without a verb: a title with its author."""
    first, last = parse.sentences[parse.sentence_of(token)]
    while token < last and parse.words[token][0].isupper():
        token += 1
    if token + 1 >= last or parse.lowers[token] != "by" or not parse.words[token + 1][0].isupper():
        return False
    return not any(parse.tags[at] in ("VBD", "VBZ", "VBP", "MD") for at in range(first, last))


def _before_capitals(parse: Parse, number: Written, noun: Noun | None, language: Language) -> bool:
    """ "110 Overseas", "787 Dreamliner": a capitalised word follows that is no people, no plural and counts nothing."""
    after = number.last
    if after >= len(parse) or not parse.words[after][0].isupper() or not parse.words[after][0].isalpha():
        return False
    units = language.units
    if (
        parse.words[after] in units.attached
        or parse.lowers[after] in units.measures
        or parse.words[after] in units.money.codes
    ):
        return False
    if "," in parse.text[number.start - parse.offset : number.end - parse.offset]:
        return False
    if parse.text[number.end - parse.offset : parse.starts[after] - parse.offset].strip():
        return False
    if parse.pos[after] in ("ADJ", "VERB", "AUX", "ADP", "PRON", "DET") or parse.words[after].isupper():
        return False
    if noun is not None and (is_plural(parse, noun.head) or parse.words[noun.head][0].islower()):
        return False
    return parse.pos[after] == "PROPN" and number.value is not None and not number.scaled


def _after_name(parse: Parse, number: Written) -> bool:
    """ "Boeing 737", "Channel 5": after a proper noun that is no place and no person, with nothing counted."""
    before = number.first - 1
    if before < 0 or parse.pos[before] != "PROPN" or parse.words[before].islower() or number.scaled:
        return False
    digits = parse.text[number.start - parse.offset : number.end - parse.offset]
    if re.fullmatch(r"\d\.0", digits) and number.last in (len(parse), parse.sentences[parse.sentence_of(before)][1]):
        return True  # "Utopia 2.0"
    if "," in digits or "." in digits or parse.text[number.start - parse.offset - 1] not in " \u00a0":
        return False
    label = next((label for first, last, label in parse.entities if first <= before < last), "")
    is_side = parse.words[before].endswith("s") or label in ("GPE", "NORP", "PERSON")
    if is_side and _RESULT.match(parse.text, number.start - parse.offset):
        return False  # "beat the Celtics 112-104"
    inside = any(
        first <= before and number.last <= last for first, last, found in parse.entities if found not in ("DATE",)
    )
    return inside or label not in ("GPE", "LOC", "NORP", "PERSON", "DATE")

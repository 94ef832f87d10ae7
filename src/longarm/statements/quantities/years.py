"""Numbers that are years and count nothing: "the 2016 candidates", "Friends of X 2016"."""

import re

from longarm.languages import Language
from longarm.statements.parse import Parse
from longarm.statements.quantities.capitals import is_headline, is_people, is_plural, sentence_start
from longarm.statements.quantities.digits import Written
from longarm.statements.quantities.nouns import Noun

_TO_YEAR = re.compile(r"\s*(?:to|through|until|till|[-–—])\s*(?:19|20)\d\d(?![\d.,]*\d|[^\W\d])")
_SINCE = frozenset({"in", "by", "since", "until", "during", "from", "before", "after"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_YEAR = re.compile(r"(?<!\S)['‘’]\d\d(?![\w%]|['’,.]\w)")
_POINTING = frozenset(("DT", "PRP$", "POS"))  # before a year that tells which: "the 2016 candidates"


def is_year(parse: Parse, number: Written, noun: Noun | None, language: Language) -> bool:
    """Whether a bare number beside a name reads as a year: "the 2016 Presidential Candidates", "Friends of X 2016"."""
    start, end = number.start - parse.offset, number.end - parse.offset
    if number.kind != "digits" or number.prefix or number.suffix:
        return False
    if start and _SHORT_YEAR.match(parse.text, start - 1):
        return noun is None or not is_plural(parse, noun.head)
    if not _YEAR.fullmatch(parse.text, start, end):
        return False
    if start and parse.text[start - 1] in language.units.money.symbols:
        return False
    if any(first <= number.first < last and label == "DATE" for first, last, label in parse.entities):
        return True  # "the 2016 elections"; what counts is no date to the parser
    if noun is None and _TO_YEAR.match(parse.text, end):
        return True  # "covered 2014 to 2020"
    before, after = number.first - 1, number.last
    if noun is not None and _opens_clause(parse, before, noun):
        return True
    if noun is not None and before >= 0 and _is_of_one_thing(parse, before, noun, language):
        return True
    if number.first == sentence_start(parse, number.first) and noun is not None and _is_name_plural(parse, noun.head):
        return True  # "2013 Insurgents take the town", a line of a chronicle
    if after < len(parse) and parse.pos[after] == "PROPN" and parse.words[after][0].isupper():
        return parse.words[after] not in language.units.money.codes and (noun is None or not is_people(parse, after))
    if noun is not None and before >= 0 and parse.tags[before] in _POINTING:
        return not noun.is_of and bool(number.value and number.value % 100)
    if noun is not None or before < 0 or parse.words[before] in language.units.money.codes:
        return False
    if parse.words[before][-1].isdigit() and not parse.text[parse.ends[before] - parse.offset : start].strip():
        return True  # the next cell of a table: "Norway 3 2019"
    return parse.pos[before] == "PROPN" and parse.words[before][0].isupper()


def _is_of_one_thing(parse: Parse, before: int, noun: Noun, language: Language) -> bool:
    """Whether a year tells which of a single thing: "a 2024 mission"."""
    if noun.is_of or parse.tags[noun.head] != "NN" or noun.lemma(parse) in language.units.uninflected:
        return False
    return parse.tags[before] in ("DT", "PRP$", "POS", "JJ")


def _is_name_plural(parse: Parse, head: int) -> bool:
    return parse.words[head][0].isupper() and not is_headline(parse, head)


def _opens_clause(parse: Parse, before: int, noun: Noun) -> bool:
    """Whether a year opens a clause whose subject follows without a comma: "In 2019 officers closed ten desks"."""
    if before < 0 or parse.lowers[before] not in _SINCE or noun.is_of:
        return False
    if before and parse.words[before - 1] not in (",", ";", ".", "(", ":"):
        return False
    if parse.deps[noun.head] != "pobj":
        return parse.deps[noun.head] in ("nsubj", "nsubjpass")
    return any(  # the small model reads "officers closed ten desks" as officers who were closed
        parse.deps[child] == "acl" and any(parse.deps[below] == "dobj" for below in parse.children[child])
        for child in parse.children[noun.head]
    )

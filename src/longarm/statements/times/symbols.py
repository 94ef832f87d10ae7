"""Symbols of documents: years inside them are no dates ("A/HRC/12/2020/4", "Opinion No. 12/2019")."""

import re

from longarm.languages import Language

_NUMBERED = frozenset({"iso", "ym", "slash", "monthyear", "year"})  # families that are digits alone
_CODED = re.compile(r"(?:^|[\s(\[“\"])[(\[]?(?=[^\s]*[A-Za-z])[\w().-]+/(?:[\w().-]+/)*$")
_CONTINUED = re.compile(r"/(?=[\w/]*[A-Za-z])")
_BEFORE = re.compile(r"([^\W\d_]+\.?|#|№)\s*(?:\((?:[A-Z]{2,})\)\s*)?$")
_LISTED = re.compile(r"\d+/\d+\s*(?:,|,?\s*(?:and|or|to|&))\s*$")
_PAIR = re.compile(r"\d+/\d+")
REACH = 48  # characters before a number in which its symbol begins, or the word that it is the number of


def is_in_symbol(text: str, start: int, end: int, family: str, language: Language) -> bool:
    """Whether a date in digits belongs to the symbol or number of a document.

    That is where letters and slashes run into it, or two numbers with a slash follow a word that is told with a number
    ("Opinion 12/2019", "case No. 2021/44"), also as a further one of a list.
    """
    if family not in _NUMBERED:
        return False
    before = text[max(start - REACH, 0) : start]
    if before.endswith("/"):
        coded = _CODED.search(before)
        return coded is not None and coded.group().strip(' ([“"/').lower() not in language.times.months
    if _CONTINUED.match(text, end):
        return True
    if not _PAIR.fullmatch(text[start:end]):
        return False
    while (listed := _LISTED.search(before)) is not None:
        before = before[: listed.start()]
    word = _BEFORE.search(before)
    if word is None:
        return False
    name = word[1].lower()
    if word[1].isupper() and len(word[1]) > 1 and name not in language.times.months:
        return True  # "AL TUR 5/2020"
    return bool({name, name.rstrip("."), name.rstrip("s.")} & language.units.references)

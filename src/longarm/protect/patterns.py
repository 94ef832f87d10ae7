"""Contact details in a text: street addresses, telephone numbers, e-mail addresses, links."""

import re
from dataclasses import dataclass
from functools import cache

from longarm.protect.policy import lexicon

_EMAIL = re.compile(
    r"(?<![\w.+%'-])[\w.+%'-]+(?:@|%40|\s?[\[(]\s?at\s?[\])]\s?)[\w-]+(?:(?:\.|\s?[\[(]\s?dot\s?[\])]\s?)[\w-]+)+",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"""(?<![\w.,/-])(?:
        (?:\+|00)\d{1,3}[\s.-]?(?:\(\d{1,4}\)[\s.-]?)?\d{1,4}(?:[\s.-]?\d{2,4}){1,4}   # international
      | (?:1[\s.-])?\(\d{2,5}\)\s?\d{2,4}(?:[\s.-]\d{2,4}){1,2}                          # (212) 555-0123
      | (?:1[\s.-])?\d{3}[\s.-]\d{3}[\s.-]\d{4}                                          # 212-555-0123
      | 0\d{1,4}[\s/-]\d{3,4}(?:[\s-]?\d{2,4}){1,2}                                      # 020 7946 0123
    )(?!\w|[.,]\d|-\d)""",
    re.VERBOSE,
)
_CALLED = re.compile(
    r"(?:\btel(?:ephone)?\b|\bphone\b|\bcell\b|\bmobile\b|\bfax\b|\bwhatsapp\b|\bsignal\b|\bcall\b|\bhotline\b|\bdial\b)"
    r"[^\w\n]{0,4}(?:(?:number|no|at|is|on)\b[^\w\n]{0,3}){0,2}(?P<number>\+?\(?\d[\d\s().-]{4,18}\d)(?![\w,])",
    re.IGNORECASE,
)
LINK = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]'’]", re.IGNORECASE)
ENCODED = re.compile(r"(?<![^\s<>])[^\s<>]*(?:%[0-9A-Fa-f]{2}|&#?\w{2,8};|\\u[0-9A-Fa-f]{4})[^\s<>]*")


@dataclass(frozen=True, slots=True)
class Detail:
    """A contact detail: where it stands and the words that leave in its place."""

    start: int
    end: int
    label: str


def details(text: str) -> list[Detail]:
    """Every e-mail address, telephone number and street address of a text, in no special order."""
    found = [Detail(match.start(), match.end(), "[email]") for match in _EMAIL.finditer(text)]
    found.extend(Detail(match.start(), match.end(), "[phone]") for match in _PHONE.finditer(text))
    found.extend(Detail(match.start("number"), match.end("number"), "[phone]") for match in _CALLED.finditer(text))
    found.extend(Detail(match.start(), match.end(), "[address]") for match in _address().finditer(text))
    return found


@cache
def _address() -> re.Pattern[str]:
    words = lexicon()
    after, weak, before, endings = (
        "|".join(map(re.escape, group))
        for group in (words.street_after, words.street_weak, words.street_before, words.street_endings)
    )
    name = r"(?:\d{1,3}(?:st|nd|rd|th)|[A-ZÀ-Þ][\w'’.-]*)"
    unit = r"(?:,?\s(?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|Room|Rm|Flat|No)\.?\s?[\w-]{1,6}|,?\s?\#\s?\w{1,6})?"
    number = r"\d{1,5}(?:\s?[-–/]\s?\d{1,5})?[A-Za-z]?"
    joint = r"(?:d[aeiou]s?|del|della|la|le|les|el|di)"
    return re.compile(
        rf"(?<![\w.,$€£-])(?<![Ii]n\s)(?<![Ss]ince\s)(?:"
        rf"{number},?\s(?:{name}\s){{1,4}}(?:{after})\b\.?{unit}"
        rf"|(?!(?:19|20)\d\d\s){number},?\s(?:{name}\s){{1,2}}(?:{weak})\b{unit}(?=[,.;:)\n]|\s(?:in|and|near|at)\b|$)"
        rf"|(?:{before})\.?\s(?:{joint}\s|{name}\s?){{1,5}},?\s?(?:n[o°º.]*\s?)?{number}\b"
        rf"|{number},?\s(?:{before})\s(?:{joint}\s)?{name}(?:\s(?:{joint}\s)?{name}){{0,3}}(?=[,.;:)\n]|\s(?:in|and)\b|$)"
        rf"|[A-ZÀ-Þ][\w-]*(?:{endings})\s{number}\b"
        rf"|P\.?\s?O\.?\s(?:Box|BOX)\s\d+"
        rf")"
    )

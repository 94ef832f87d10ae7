"""What leads to somebody in a text: addresses, telephone and document numbers, accounts, links; other scripts."""

import re
from dataclasses import dataclass
from functools import cache

from longarm.protect.folding import CAPITAL
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
_HANDLE = re.compile(
    r"(?<![\w./@-])@[^\W\d][\w.]{1,40}\b"
    r"|\b(?:(?:www|m)\.)?(?:facebook|fb|instagram|twitter|x|tiktok|vk|ok|t|telegram|linkedin|weibo|youtube|threads|bsky)"
    r"\.(?:com|me|ru|net|app)/(?:[\w@%-]+[./?=]?)+",
    re.IGNORECASE,
)
_CODE = r"[A-Z0-9][A-Z0-9/-]*(?:[ ][A-Z0-9][A-Z0-9/-]*){0,3}\b"
_LEAST_CODE, _LEAST_DIGITS = 5, 2  # letters and digits of a number that tells one person, and how many are digits
_BEYOND_LATIN = (
    "\u0370-\u03ff\u0400-\u052f\u0530-\u1cff\u1f00-\u1fff\u2c80-\u2dff\u2e80-\u2fdf\u3005-\u3007\u3040-\u318f"
    "\u31a0-\ua63f\ua640-\ua6ff\ua840-\uab2f\uabc0-\ud7ff\uf900-\ufaff\ufb13-\ufdff\ufe70-\ufefc\uff66-\uffdc"
    "\U00010300-\U0001cfff\U0001e000-\U0001efff\U00020000-\U0003ffff"
)
SCRIPT = re.compile(
    rf"(?<![^\W\d_])[{_BEYOND_LATIN}](?:[\s\d.,·•‧・'’“”\"()/\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2066-\u2069‐-―-]{{0,3}}"
    rf"[{_BEYOND_LATIN}])+(?![^\W\d_])"
)
LINK = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]'’]", re.IGNORECASE)
ENCODED = re.compile(r"(?<![^\s<>])[^\s<>]*(?:%[0-9A-Fa-f]{2}|&#?\w{2,8};|\\u[0-9A-Fa-f]{4})[^\s<>]*")


@dataclass(frozen=True, slots=True)
class Detail:
    """What leads to somebody: where it stands and the words that leave in its place."""

    start: int
    end: int
    label: str


def details(text: str) -> list[Detail]:
    """Every address, account, telephone number and number of a paper or car of a text, in no special order."""
    found = [Detail(match.start(), match.end(), "[email]") for match in _EMAIL.finditer(text)]
    found.extend(Detail(match.start(), match.end(), "[phone]") for match in _PHONE.finditer(text))
    found.extend(Detail(match.start("number"), match.end("number"), "[phone]") for match in _CALLED.finditer(text))
    found.extend(Detail(match.start(), match.end(), "[address]") for match in _address().finditer(text))
    found.extend(Detail(match.start(), match.end(), "[account]") for match in _HANDLE.finditer(text))
    for match in _numbered().finditer(text):
        code = match["code"]
        is_long = sum(map(str.isalnum, code)) >= _LEAST_CODE and sum(map(str.isdigit, code)) >= _LEAST_DIGITS
        if is_long:
            found.append(Detail(*match.span("code"), "[number]"))
    return found


@cache
def _numbered() -> re.Pattern[str]:
    """Numbers of papers, files and cars: after what they are of, with "no." or the like between."""
    papers = "|".join(re.escape(one).replace(r"\ ", "[ ]") for one in sorted(lexicon().papers, key=len, reverse=True))
    between = (
        r"(?:(?:number|No\.?|no\.?|Nr\.?|nr\.?|n[°º]|№|#|was|is|reads|reading|with|bearing|under|the)[ ]?:?[ ]?){0,3}"
    )
    return re.compile(rf"\b(?i:{papers})\b[,:(]?[ ]?{between}(?P<code>{_CODE})")


def emails(text: str) -> list[str]:
    """Every e-mail address of a text."""
    return [match.group() for match in _EMAIL.finditer(text)]


@cache
def _address() -> re.Pattern[str]:
    words = lexicon()
    after, weak, before, endings = (
        "|".join(map(re.escape, group))
        for group in (words.street_after, words.street_weak, words.street_before, words.street_endings)
    )
    name = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{CAPITAL}[\w'’.-]*)"
    last = "|".join(map(re.escape, words.street_last))
    unit = r"(?:,?\s(?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|Room|Rm|Flat|No)\.?\s?[\w-]{1,6}|,?\s?\#\s?\w{1,6})?"
    number = r"\d{1,5}(?:\s?[-–/]\s?\d{1,5})?[A-Za-z]?"
    joint = r"(?:d[aeiou]s?|del|della|la|le|les|el|di)"
    return re.compile(
        rf"(?<![\w.,$€£-])(?<![Ii]n\s)(?<![Ss]ince\s)(?:"
        rf"{number},?\s(?:{name}\s){{1,4}}(?:{after})\b\.?{unit}"
        rf"|(?!(?:19|20)\d\d\s){number},?\s(?:{name}\s){{1,2}}(?:{weak})\b{unit}(?=[,.;:)\n]|\s(?:in|and|near|at)\b|$)"
        rf"|(?:{before})\.?\s(?:{joint}\s|{name}\s?){{1,5}},?\s?(?:n[o°º.]*\s?)?{number}\b"
        rf"|{number},?\s(?:{before})\s(?:{joint}\s)?{name}(?:\s(?:{joint}\s)?{name}){{0,3}}(?=[,.;:)\n]|\s(?:in|and)\b|$)"
        rf"|{CAPITAL}[\w-]*(?:{endings})\s{number}\b"
        rf"|(?:{name}\s){{1,3}}(?:{last})\.?,?\s(?:[Nn]o[.:]?\s?)?{number}\b"
        rf"|P\.?\s?O\.?\s(?:Box|BOX)\s\d+"
        rf")"
    )

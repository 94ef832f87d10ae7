"""One match of a time pattern, with what the words around it tell."""

import bisect
import re
from dataclasses import dataclass

from longarm.languages import Language
from longarm.languages.loader import Part
from longarm.statements.parse import Parse


@dataclass(frozen=True, slots=True)
class Point:
    """One time expression without its marker; offsets count in the passage's own characters."""

    start: int
    end: int
    kind: str
    low: str | None
    high: str | None
    precision: str
    family: str = ""


def sentence_at(parse: Parse, start: int) -> int:
    """Index of the sentence that a character of the passage stands in; -1 in white space."""
    token = parse.token_at(start + parse.offset)
    return -1 if token is None else parse.sentence_of(token)


class Match:
    """A match with short names for its groups."""

    def __init__(self, match: re.Match[str], family: str, parse: Parse, language: Language) -> None:
        self.match, self.family, self.parse, self.language = match, family, parse, language
        self.times = language.times

    def get(self, name: str) -> str:
        """The lower-case words of a group of the family, or nothing."""
        try:
            return " ".join((self.match[f"{self.family}_{name}"] or "").lower().split())
        except IndexError:
            return ""

    def point(self, kind: str, low: str | None, high: str | None, precision: str) -> Point:
        return Point(self.match.start(), self.match.end(), kind, low, high, precision)

    def one(self, kind: str, code: str, precision: str) -> Point:
        return self.point(kind, code, code, precision)

    @property
    def token(self) -> int:
        """Index of the first token of the match (the nearest one before, where the match starts inside a token)."""
        return max(bisect.bisect_right(self.parse.starts, self.match.start() + self.parse.offset) - 1, 0)

    @property
    def month(self) -> int:
        return self.times.months[self.get("m").rstrip(".")]

    def direction(self, words: str) -> str:
        """`last`, `this` or `next` for the words of the language."""
        if words in self.times.last:
            return "last"
        return "next" if words in self.times.next else "this"

    def weekday(self, words: str) -> int:
        return self.times.weekdays[words.rstrip(".")]

    def unit(self) -> tuple[int, str]:
        count, letter = self.times.units[self.get("u")]
        return int(count), str(letter)

    def part(self) -> Part | None:
        """The part of a year or month that the words before it cut out."""
        words = self.get("p")
        return next((part for part in self.times.parts.values() if words in part.words), None) if words else None

    def year(self) -> tuple[str, str]:
        """The year and the kind of date: a number, `last-Y` and the like, or XXXX where none is said."""
        if self.get("w"):
            return f"{self.direction(self.get('w'))}-Y", "relative"
        return self.get("y") or "XXXX", "date"


def words_of(m: Match) -> str:
    return " ".join(m.match[0].lower().split())


def is_duration_article(m: Match) -> bool:
    """ "for a year" and "within a week" last; "a year" alone may be a rate or a way of speaking."""
    token = m.token
    return token > 0 and m.parse.lowers[token - 1] in m.times.duration_after


def is_name(m: Match) -> bool:
    """Whether a month's name that is also a common word is a month here."""
    words = (m.get("m") or words_of(m)).rstrip(".")
    if words not in m.times.common_months and len(words) > 3:
        return True
    if m.get("p") and (m.match[f"{m.family}_m"] or " ")[0].isupper():
        return True  # "mid-May"
    at = m.match.start(f"{m.family}_m") if f"{m.family}_m" in m.match.re.groupindex else m.match.start()
    token = m.parse.token_at(at + m.parse.offset)
    if token is None or not m.parse.words[token][0].isupper():
        return False
    before = m.parse.lowers[token - 1] if token else ""
    if m.parse.pos[token] != "PROPN":
        return False
    return words not in m.times.common_months or before in m.times.year_after or before in m.times.last


def is_year(m: Match) -> bool:
    """Whether four digits are a year here and not a count: by the word before them, or as a part of a noun phrase."""
    parse, token = m.parse, m.token
    if parse.words[token] != m.match[0]:
        return re.sub(r"^\W+|\W+s?$", "", parse.words[token]) == m.match[0] or _beside_year(m)
    following = parse.lowers[token + 1] if token + 1 < len(parse) else ""
    if following in m.times.no_year_before or (following in ("-", "–") and _is_tied(parse, token)):
        return False
    before = _word_before(parse, token, m)
    counted = token + 1 < len(parse) and parse.tags[token + 1] in ("NNS", "NNPS")
    adjective = token + 2 < len(parse) and parse.pos[token + 1] == "ADJ" and parse.tags[token + 2] in ("NNS", "NNPS")
    year = int(m.match[0])
    if _is_listed_year(m, year, before, following):
        return True
    if counted or adjective:
        named = token > 0 and parse.pos[token - 1] == "PROPN"
        return year >= 1900 and (named or before in m.times.year_of)
    if year < 1900:
        return before in m.times.old_year_after
    if before in ("(", "[", ",", "'", ";", "–", "-", "—", "/", "") or before in m.times.year_after:
        return True
    return parse.pos[token - 1] in ("ADP", "SCONJ", "PUNCT", "CCONJ", "ADV") or parse.deps[token] in (
        "npadvmod",
        "nsubj",
    )


def _is_listed_year(m: Match, year: int, before: str, following: str) -> bool:
    """Whether "and" or "or" ties it to another such year: "her 2000 and 2006 races"."""
    words, joints = m.parse.words, {*m.language.numbers.choice_words, m.language.numbers.between["joiner"]}
    beside = [
        words[at]
        for at, word in ((m.token + 2, following), (m.token - 2, before))
        if word in joints and 0 <= at < len(words)
    ]
    return year >= 1900 and any(len(word) == 4 and word.isdigit() and 1900 <= int(word) < 2100 for word in beside)


def _beside_year(m: Match) -> bool:
    """Whether the four digits are one end of "2016-2019", read as one token."""
    return re.fullmatch(r"\(?\d{4}\s*[-–—/]\s*\d{4}\)?[,.;]?", m.parse.words[m.token]) is not None


def looks_forward(m: Match) -> bool:
    """Whether the verb over the time speaks of what is still to come."""
    parse, future = m.parse, m.times.future
    token = parse.token_at(m.match.start() + parse.offset)
    for _ in range(6):
        if token is None:
            return False
        if parse.lowers[token] in future:
            return True
        if parse.pos[token] in ("VERB", "AUX"):
            below = [parse.lowers[child] for child in parse.children[token] if parse.deps[child].startswith("aux")]
            if any(word in future for word in below):
                return True
            if parse.tags[token] in ("VBD", "VBZ", "VBP"):
                return False
        head = parse.heads[token]
        token = head if head != token else None
    return False


def _is_tied(parse: Parse, token: int) -> bool:
    """Whether a hyphen right after the token ties a word to it ("2015-era"), not digits."""
    after = token + 2
    return parse.ends[token] == parse.starts[token + 1] and not (after < len(parse) and parse.words[after][0].isdigit())


def _word_before(parse: Parse, token: int, m: Match) -> str:
    """The word before a year, over fillers such as "at least"."""
    loose = {word for phrase in m.times.fillers for word in phrase.split()} - m.times.year_after
    at = token - 1
    while at > 0 and parse.lowers[at] in loose:
        at -= 1
    return parse.lowers[at] if at >= 0 else ""

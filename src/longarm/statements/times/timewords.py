"""The patterns of time expressions, made once from the tables of a language."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from longarm.languages import Language, load
from longarm.languages.loader import Times
from longarm.statements.parse import Parse

MARKER_REACH = 32  # characters before a time in which its marker stands


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled patterns; every time expression of `point` is a group named by its family, closed last.

    Attributes:
        trigger: lower-case tokens without which a passage holds no time expression, beside digits.
        firsts: lower-case words with which a match of `point` may begin, beside those that hold digits.
        glued: those that may run into the next word ("midsummer").
    """

    point: re.Pattern[str]
    trigger: frozenset[str]
    firsts: frozenset[str]
    glued: tuple[str, ...]
    marker: re.Pattern[str]
    opener: re.Pattern[str]
    joint: re.Pattern[str]


@functools.cache
def patterns(code: str) -> Patterns:
    """The patterns of a language."""
    language = load(code)
    times = language.times
    openers = {language.numbers.from_, language.numbers.between["opener"]}
    joints = "|".join([*sorted(times.range_words, key=len, reverse=True), "-", "–", "—"])
    fillers = rf"(?:(?:{_words(times.fillers)})\s+)*"
    return Patterns(
        point=re.compile(rf"(?<![\w$£€])(?:{'|'.join(_families(language))})(?![\w])", re.IGNORECASE),
        trigger=_triggers(times),
        firsts=_firsts(language),
        glued=tuple(sorted({word for part in times.parts.values() for word in part.words})),
        marker=re.compile(rf"(?:^|\W)({_words(times.markers)})\s+{fillers}$", re.IGNORECASE),
        opener=re.compile(rf"\b({_words(openers)})\s+{fillers}$", re.IGNORECASE),
        joint=re.compile(rf"^\s*({joints})\s*{fillers}$", re.IGNORECASE),
    )


def marker(parse: Parse, start: int, language: Language) -> str:
    """The word right before a character of the passage that gives a time its role ("since", "by"), or empty."""
    match = patterns(language.code).marker.search(parse.text, max(start - MARKER_REACH, 0), start)
    return language.times.markers[" ".join(match[1].lower().split())] if match else ""


def _families(language: Language) -> list[str]:
    times = language.times
    day = r"(?:3[01]|[12]\d|0?[1-9])"
    nth = rf"{day}(?:st|nd|rd|th)?"
    year = r"(?:1[5-9]\d\d|20\d\d)"
    month, weekday = _abbreviated(times.months), _abbreviated(times.weekdays)
    season = _words(times.seasons)
    unit = rf"(?:{_words(times.units)})"
    count = _count(language)
    old = _words([*language.units.ages.after, "of age"])
    which = _words([*times.last, *times.this, *times.next])
    part = "|".join(re.escape(word) for p in times.parts.values() for word in sorted(p.words, key=len, reverse=True))
    dash = r"\s*(?:-|–|—|to|and|through)\s*"
    relyear = rf"(?P<{{0}}_w>{which})\s+year"
    tail = rf"(?:,?\s*(?:of\s+)?(?P<{{0}}_y>{year})(?![\d,]\d)|,?\s+(?:of\s+)?{relyear})"

    def family(name: str, pattern: str) -> str:
        return f"(?P<{name}>{pattern.replace('@', name)})"

    def ended(name: str) -> str:
        return tail.format(name)

    partof = rf"(?:(?P<@_p>{part})[\s-]*(?:of\s+)?)"
    return [
        family("iso", rf"(?P<@_y>{year})(?P<@_s>[-/])(?P<@_m>1[0-2]|0?[1-9])(?P=iso_s)(?P<@_d>{day})"),
        family("ym", rf"(?P<@_y>{year})\s?[-–—/]\s?(?P<@_m>\d\d)(?![\d/-])"),
        family("slash", r"(?P<@_a>\d{1,2})(?P<@_s>[-/.])(?P<@_b>\d{1,2})(?P=slash_s)(?P<@_y>(?:19|20)\d\d|\d\d)"),
        family(
            "mdy",
            rf"(?:{weekday},?\s+(?:the\s+)?)?(?P<@_m>{month})\s*(?:the\s+)?(?P<@_d>{nth})(?!\d|:\d|%|,\d)"
            rf"(?:{dash}(?P<@_e>{nth})(?!\d|:\d|%))?(?:{ended('mdy')})?",
        ),
        family(
            "dmy",
            rf"(?:{weekday},?\s+(?:the\s+)?)?(?:the\s+)?(?P<@_d>{nth})(?:{dash}(?P<@_e>{nth}))?"
            rf"[\s-]+(?:of\s+)?(?P<@_m>{month})(?:[\s-]*{ended('dmy')})?",
        ),
        family("my", rf"{partof}?(?:the\s+month\s+of\s+)?(?P<@_m>{month}),?\s*(?:of\s+)?(?:{ended('my')})"),
        family("yearmonth", rf"(?P<@_y>{year}),?\s+(?P<@_m>{month})(?!\s+\d)"),
        family("monthyear", r"(?P<@_m>1[0-2]|0?[1-9])/(?P<@_y>(?:19|20)\d\d)"),
        family("quarter", rf"q(?P<@_q>[1-4])\s*(?:of\s+)?(?P<@_y>{year})"),
        family(
            "nth",
            rf"(?:the\s+)?(?P<@_n>{_words(times.quarters)})[\s-]+(?P<@_u>quarter|half)\s+(?:of\s+)?(?:{ended('nth')})",
        ),
        family(
            "months",
            rf"(?:the\s+)?(?P<@_p>first|opening|last|final|closing)\s+(?P<@_n>{count})\s+months\s+of"
            rf"(?:\s+the)?(?:{ended('months')})",
        ),
        family("relmonth", rf"(?P<@_w>{which})\s+(?P<@_m>{month})"),
        family("season", rf"{partof}?(?:the\s+)?(?P<@_s>{season}),?\s+(?:of\s+)?(?:{ended('season')})"),
        family("relseason", rf"(?P<@_w>{which})\s+(?P<@_s>{season})"),
        family("decade", rf"{partof}?(?:the\s+)?(?P<@_y>(?:1[5-9]|20)\d)0['’]?s"),
        family("decades", rf"{partof}?(?:the\s+)(?:['’]?(?P<@_n>[2-9]0)['’]?s|(?P<@_t>{_words(times.decades)}))"),
        family("ago", rf"(?P<@_n>{count})\s+(?P<@_u>{unit})s?\s+(?P<@_a>{_words([*times.ago, *times.from_now])})"),
        family(
            "span",
            rf"(?:the\s+)?(?P<@_w>{_words([*times.span_past, *times.span_next])})"
            rf"\s+(?P<@_n>{count})\s+(?P<@_u>{unit})s?",
        ),
        family("spanone", rf"the\s+(?P<@_w>past)\s+(?P<@_u>{unit})"),
        family(
            "dayof",
            rf"(?P<@_d>{weekday}),?\s+(?:of\s+)?(?P<@_w>{which})\s+week"
            rf"|(?P<@_w2>{which})\s+week\s+(?:on\s+)?(?P<@_d2>{weekday})",
        ),
        family("relday", rf"(?P<@_w>{which})\s+(?P<@_d>{weekday})"),
        family(
            "rel",
            rf"(?:(?P<@_e>{_words([*times.earlier, *times.later])})\s+(?:in\s+)?|{partof})?"
            rf"(?:the\s+)?(?P<@_w>{which})\s+(?P<@_u>{unit})",
        ),
        family("day", _words(times.days)),
        family("every", rf"(?:{_words(times.every)})\s+(?:other\s+)?(?:{unit}|{weekday})"),
        family("weekdays", rf"(?:{_words(d for d in times.weekdays if d.endswith('day'))})s"),
        family("part", rf"{partof}(?P<@_y>{year})"),
        family("partmonth", rf"{partof}(?P<@_m>{month})(?!\s+{nth}(?:[,.;)]|$|\s+(?:{_words(times.after_day)})\b))"),
        family("weekday", weekday),
        family("month", month),
        family(
            "duration",
            rf"(?P<@_n>{count})\s+(?:(?:more|additional|full|whole|consecutive)\s+)?(?P<@_u>{unit})s?(?!-|\s+(?:{old}))",
        ),
        family("year", year),
    ]


def _abbreviated(names: Mapping[str, int]) -> str:
    """An alternation of names in which the shortened ones may end in a full stop: "Sept.", not "May."."""
    short = [name for name in names if any(other != name and other.startswith(name) for other in names)]
    return rf"(?:(?:{_words(set(names) - set(short))})|(?:{_words(short)})\b\.?)"


def _count(language: Language) -> str:
    """Small counts in words or digits, also with an article."""
    numbers = language.numbers
    ones = _words(numbers.units)
    tens = _words(numbers.tens)
    return rf"(?:\d{{1,3}}(?![,\d])|(?:{tens})(?:[\s-](?:{ones}))?|{ones}|{_words(numbers.articles)})"


def _triggers(times: Times) -> frozenset[str]:
    """Lower-case tokens without which a passage holds no time expression, beside digits."""
    words: set[str] = {*times.months, *times.weekdays, *times.seasons, *times.units, *times.decades}
    words |= {f"{unit}s" for unit in times.units} | {f"{day}s" for day in times.weekdays}
    words |= {f"{month}." for month in times.months} | {f"{day}." for day in times.weekdays}
    words |= {phrase.split()[-1] for phrase in times.days}
    return frozenset(words)


def _firsts(language: Language) -> frozenset[str]:
    times, numbers = language.times, language.numbers
    phrases: set[str] = {*times.months, *times.weekdays, *times.seasons, *times.quarters, *times.days, *times.every}
    phrases |= {*times.last, *times.this, *times.next, *times.span_past, *times.span_next}
    phrases |= {*times.earlier, *times.later, *numbers.units, *numbers.tens, *numbers.articles, "the"}
    phrases |= {word for part in times.parts.values() for word in part.words}
    words = {re.split(r"\W", phrase, maxsplit=1)[0] for phrase in phrases}
    return frozenset(words | {f"{day}s" for day in times.weekdays})


def _words(words: Iterable[str]) -> str:
    """An alternation of words and phrases, longest first; a space matches any white space."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)

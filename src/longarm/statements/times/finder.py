"""Time expressions of a passage: dates, ranges, relative times, durations, before any document's date is known.

Dates are EDTF, `X` for what is unsaid (`XXXX-04-17`); seasons are EDTF codes (`2022-21` spring). A relative time is one of
these codes, read by `longarm.resolution.times` against the day of publication:

| code | means | said as |
|---|---|---|
| `P0D`, `P-1D`, `P+1D` | that many days (D), weeks (W), months (M), years (Y) from publication; the whole week, month or year that holds the moment | yesterday; two weeks ago |
| `W0-3`, `W-1-3`, `W+1-3` | the Wednesday at or before publication; the last one strictly before; the next one after | on Wednesday; last Wednesday; next Wednesday |
| `last-U`, `this-U`, `next-U` | the unit before, with or after publication: W, M, Q (quarter), E (weekend), Y, 10Y (decade), 100Y | last month |
| `last-Y-04`, `last-Y-04-17`, `last-M-21`, `last-W-3` | a month or day of that year, a day of that month, a weekday of that week (1 is Monday) | April last year; Wednesday last week |
| `last-XXXX-04`, `next-XXXX-04-17` | the latest such month, season (21-24) or day that was over before publication; the first one after it | last April; will be held on April 17 |

A range may have a code or a date at either end; an end that the text leaves open is None ("since 2018").
A duration is ISO 8601 (`P3Y`) in both ends. A recurring time has neither.
"""  # noqa: E501  # noqa: E501

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from longarm.languages import Language, load
from longarm.model.statements import TimeMention
from longarm.statements.parse import Parse
from longarm.statements.times.anchored import anchored
from longarm.statements.times.beside import together, with_year, with_year_before
from longarm.statements.times.chained import chained
from longarm.statements.times.symbols import is_in_symbol
from longarm.statements.times.timematch import Match, Point
from longarm.statements.times.timepoints import READERS
from longarm.statements.times.timewords import Patterns, patterns
from longarm.statements.times.timewords import marker as marker_before

BEFORE, AFTER = 6, 9  # tokens around a trigger that a time expression may reach to
RANGE_REACH = 32  # characters between two times of a range, and before the first of them
_WORD = re.compile(r"\w+")


def points(parse: Parse, code: str = "en") -> list[Point]:
    """Every point in time of the passage, ranges still in their two ends; what `find` and `covered` start from."""
    return list(_points(parse, load(code), patterns(code)))


def find(parse: Parse, code: str = "en", known: list[Point] | None = None) -> tuple[TimeMention, ...]:
    """Every time expression of the passage in text order, not overlapping; vague ones ("recently") are left out.

    Args:
        known: the points of this passage, where they were found before.
    """
    found = patterns(code)
    given = points(parse, code) if known is None else known
    if not given:
        return ()
    told = anchored(parse, together(parse, given, load(code)), load(code))
    whole = chained(parse, list(_joined(parse, told, load(code), found)), code)
    return tuple(_mention(parse, point, load(code)) for point in whole)


def covered(parse: Parse, code: str = "en", known: list[Point] | None = None) -> list[tuple[int, int]]:
    """Character ranges of the layer whose digits and number words tell a date, so are no quantities."""
    given = points(parse, code) if known is None else known
    return [
        (p.start + parse.offset, p.end + parse.offset) for p in given if p.family not in ("duration", "ago", "span")
    ]


def _windows(parse: Parse, trigger: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches of the passage that may hold a time expression: the first token, and one past the last."""
    first = last = -1
    size = len(parse)
    for index, lower in enumerate(parse.lowers):
        if lower in trigger or (lower[-1].isdigit() and not lower.isalpha()) or lower[0].isdigit():
            if first >= 0 and index - BEFORE > last + AFTER:
                yield first, min(last + AFTER, size)
                first = -1
            if first < 0:
                first = max(index - BEFORE, 0)
            last = index
    if first >= 0:
        yield first, min(last + AFTER, size)


def _matches(parse: Parse, found: Patterns) -> Iterator[re.Match[str]]:
    """The matches of the pattern of all expressions, in order; it is tried only where one of its words begins."""
    for first, last in _windows(parse, found.trigger):
        at, end = 0, parse.ends[last - 1] - parse.offset
        for token in range(first, last):
            for start in _starts(parse, token, found):
                if start >= at and (match := found.point.match(parse.text, start, end)) is not None:
                    at = match.end()
                    yield match


def _starts(parse: Parse, token: int, found: Patterns) -> Sequence[int]:
    """The characters of the passage in a token at which a time expression may begin."""
    lower, start = parse.lowers[token], parse.starts[token] - parse.offset
    if lower in found.firsts:
        return (start,)
    if lower.isalpha():
        return (start,) if lower.startswith(found.glued) or _is_half(parse, token) else ()
    return [word.start() for word in _WORD.finditer(parse.text, start, parse.ends[token] - parse.offset)]


def _is_half(parse: Parse, token: int) -> bool:
    """Whether a token is only the first part of a word, as the tokenizer parts "Wed"."""
    after = token + 1
    return after < len(parse) and parse.starts[after] == parse.ends[token] and parse.lowers[after].isalpha()


def _points(parse: Parse, language: Language, found: Patterns) -> Iterator[Point]:
    for match in _matches(parse, found):
        family = match.lastgroup or ""
        if is_in_symbol(parse.text, match.start(), match.end(), family, language):
            continue
        read = READERS[family](Match(match, family, parse, language))
        if read is not None:
            yield replace(read, family=family)


def _joined(parse: Parse, points: list[Point], language: Language, found: Patterns) -> Iterator[Point]:
    """Points with "from A to B", "between A and B", "A-B" made one."""
    held: Point | None = None
    for point in points:
        if held is not None and (whole := _range(parse, held, point, language, found)) is not None:
            held = whole
            continue
        if held is not None:
            yield held
        held = point
    if held is not None:
        yield held


def _range(parse: Parse, one: Point, two: Point, language: Language, found: Patterns) -> Point | None:
    if one.kind not in ("date", "relative") or two.kind not in ("date", "relative", "range") or one.high is None:
        return None
    gap = parse.text[one.end : two.start]
    if len(gap) > RANGE_REACH or (joint := found.joint.match(gap)) is None:
        return None
    opener = found.opener.search(parse.text, max(one.start - RANGE_REACH, 0), one.start)
    between = opener is not None and opener[1].lower() == language.numbers.between["opener"]
    if (joint[1].lower() == language.numbers.between["joiner"]) != between:
        return None
    if joint[1].isalpha() and opener is None and one.precision != two.precision:
        return None
    low, high = with_year(one.low, two.low), with_year_before(two.high, one.low)
    kind = "relative" if "relative" in (one.kind, two.kind) and _is_code(low) and _is_code(high) else "range"
    precision = max(one.precision, two.precision, key=_COARSE.index)
    return Point(opener.start() if opener else one.start, two.end, kind, low, high, precision, "range")


_COARSE = ["day", "month", "season", "year", "decade", "period", "unknown"]


def _is_code(part: str | None) -> bool:
    return part is not None and not (part[0].isdigit() or part[0] == "X")


def _is_open(parse: Parse, point: Point, marker: str) -> bool:
    """Whether a marker leaves one end open.

    "From" after a noun only says of when it is ("a report from 2019"); "before the 2018 election" is not before 2018.
    """
    if marker in ("since", "until"):
        return True
    token = parse.token_at(point.end - 1 + parse.offset)
    if marker not in ("from", "before", "after") or token is None:
        return False
    if parse.deps[token] in ("nummod", "compound", "nmod", "amod", "poss") and parse.heads[token] > token:
        return False
    head = parse.heads[token]
    return marker != "from" or parse.pos[parse.heads[head]] not in ("NOUN", "PROPN")


def _mention(parse: Parse, point: Point, language: Language) -> TimeMention:
    marker = marker_before(parse, point.start, language)
    if point.family == "range":
        first = parse.text[point.start : point.end].split()[0].lower()
        numbers = language.numbers
        marker = {numbers.from_: "from", numbers.between["opener"]: "during"}.get(first, marker)
    span = parse.chars(point.start + parse.offset, point.end + parse.offset)
    low, high, kind = point.low, point.high, point.kind
    if point.family != "range" and kind in ("date", "relative") and _is_open(parse, point, marker):
        low, high = (low, None) if marker in ("since", "after", "from") else (None, high)
        kind = "range" if kind == "date" else kind
    return TimeMention(span, kind, low, high, point.precision, marker if kind != "duration" else "")

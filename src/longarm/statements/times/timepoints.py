"""What each family of time patterns says, as dates and codes (their table stands in `longarm.statements.times`)."""

import calendar
import re

from longarm.statements.times.timematch import (
    Match,
    Point,
    is_duration_article,
    is_name,
    is_year,
    looks_forward,
    words_of,
)

LEAP_YEAR = 2000  # stands for an unsaid year, which may have a 29 February
CENTURY_PIVOT = 50  # "'60s" is 1960s, "'20s" 2020s; two-digit years likewise
MONTHS = 12  # of a year


def _iso(m: Match) -> Point | None:
    year, month, day = (int(m.get(part)) for part in "ymd")
    return m.one("date", f"{year}-{month:02}-{day:02}", "day") if _exists(year, month, day) else None


def _year_month(m: Match) -> Point | None:
    """ "2016-19" is a range of years, "2016-04" a month."""
    year, rest = int(m.get("y")), int(m.get("m"))
    if rest > year % 100 and (rest > 12 or year % 100 >= 1):
        return m.point("range", str(year), str(year - year % 100 + rest), "year")
    return m.one("date", f"{year}-{rest:02}", "month") if 1 <= rest <= 12 else None


def _slash(m: Match) -> Point | None:
    """Day and month in either order; where both orders are dates the mention holds both."""
    a, b, year = int(m.get("a")), int(m.get("b")), int(m.get("y"))
    if m.get("s") != "/" and (m.get("s") != "." or len(m.get("y")) != 4):
        return None
    if year < 100:
        year += 1900 if year >= CENTURY_PIVOT else 2000
    dates = sorted({f"{year}-{x:02}-{y:02}" for x, y in ((a, b), (b, a)) if _exists(year, x, y)})
    if not dates:
        return None
    return m.point("date", dates[0], dates[-1], "day" if len(dates) == 1 else "period")


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _month_day(m: Match) -> Point | None:
    first, last = _day(m.get("d")), _day(m.get("e") or m.get("d"))
    year, kind = m.year()
    if last < first or not _exists(int(year) if year.isdigit() else LEAP_YEAR, m.month, last):
        return None
    low, high = (f"{year}-{m.month:02}-{day:02}" for day in (first, last))
    if year == "XXXX" and looks_forward(m):
        low, high, kind = f"next-{low}", f"next-{high}", "relative"
    return m.point("range" if low != high else kind, low, high, "day")


def _month_year(m: Match) -> Point | None:
    year, kind = m.year()
    return _part_of_month(m, f"{year}-{m.month:02}", kind, int(year) if year.isdigit() else LEAP_YEAR)


def _year_then_month(m: Match) -> Point | None:
    number = m.get("m")
    month = int(number) if number.isdigit() else m.month
    return m.one("date", f"{m.get('y')}-{month:02}", "month")


def _part_month(m: Match) -> Point | None:
    return _part_of_month(m, f"XXXX-{m.month:02}", "date", LEAP_YEAR) if is_name(m) else None


def _part_of_month(m: Match, month: str, kind: str, year: int) -> Point:
    part = m.part()
    if part is None:
        return m.one(kind, month, "month")
    last = min(part.month[1], calendar.monthrange(year, m.month)[1])
    return m.point(kind, f"{month}-{part.month[0]:02}", f"{month}-{last:02}", "period")


def _month(m: Match) -> Point | None:
    return m.one("date", f"XXXX-{m.times.months[words_of(m).rstrip('.')]:02}", "month") if is_name(m) else None


def _relative_month(m: Match) -> Point | None:
    which = m.direction(m.get("w"))
    code = f"this-Y-{m.month:02}" if which == "this" else f"{which}-XXXX-{m.month:02}"
    return m.one("relative", code, "month") if is_name(m) else None


def _season(m: Match) -> Point | None:
    year, kind = m.year()
    return m.one(kind, f"{year}-{m.times.seasons[m.get('s')]}", "season")


def _relative_season(m: Match) -> Point | None:
    which = m.direction(m.get("w"))
    season = m.times.seasons[m.get("s")]
    return m.one("relative", f"this-Y-{season}" if which == "this" else f"{which}-XXXX-{season}", "season")


def _quarter(m: Match) -> Point | None:
    quarter = int(m.get("q"))
    return m.point("range", f"{m.get('y')}-{3 * quarter - 2:02}", f"{m.get('y')}-{3 * quarter:02}", "period")


def _nth(m: Match) -> Point | None:
    months = 3 if m.get("u") == "quarter" else 6
    number = m.times.quarters[m.get("n")]
    if months == 6:
        number = min(number, 2)
    year, kind = m.year()
    low, high = f"{year}-{months * (number - 1) + 1:02}", f"{year}-{months * number:02}"
    return m.point("range" if kind == "date" else kind, low, high, "period")


def _months(m: Match) -> Point | None:
    count = _number(m)
    if count is None or count >= MONTHS:
        return None
    year, kind = m.year()
    first = 1 if m.get("p") in ("first", "opening") else MONTHS - count + 1
    low, high = f"{year}-{first:02}", f"{year}-{first + count - 1:02}"
    return m.point("range" if kind == "date" else kind, low, high, "period")


def _decade(m: Match) -> Point | None:
    return _part_of_decade(m, int(m.get("y") + "0"))


def _decades(m: Match) -> Point | None:
    two = int(m.get("n") or m.times.decades[m.get("t")])
    return _part_of_decade(m, two + (1900 if two >= CENTURY_PIVOT or two == 30 or two == 40 else 2000))


def _part_of_decade(m: Match, year: int) -> Point:
    part = m.part()
    low, high = part.decade if part else (0, 9)
    return m.point("date", str(year + low), str(year + high), "period" if part else "decade")


def _ago(m: Match) -> Point | None:
    count, letter = m.unit()
    number = _number(m)
    if number is None or letter in "EQ":
        number, count, letter = (number or 0), 3 * count if letter == "Q" else count, "M" if letter == "Q" else "W"
    sign = "-" if m.get("a") in m.times.ago else "+"
    return m.one("relative", f"P{sign}{number * count}{letter}", _UNIT_PRECISION[letter])


def _span(m: Match) -> Point | None:
    count, letter = m.unit()
    number = _number(m) if m.get("n") else 1
    if number is None:
        return None
    if letter in "EQ":
        count, letter = (3 * count, "M") if letter == "Q" else (count, "W")
    moved = f"{number * count}{letter}"
    if m.get("w") in m.times.span_past:
        return m.point("relative", f"P-{moved}", "P0D", "period")
    return m.point("relative", "P0D", f"P+{moved}", "period")


def _day_of_week(m: Match) -> Point | None:
    which, day = m.get("w") or m.get("w2"), m.get("d") or m.get("d2")
    return m.one("relative", f"{m.direction(which)}-W-{m.weekday(day)}", "day")


def _relative_day(m: Match) -> Point | None:
    day, which = m.weekday(m.get("d")), m.direction(m.get("w"))
    return m.one("relative", {"last": f"W-1-{day}", "next": f"W+1-{day}", "this": f"this-W-{day}"}[which], "day")


def _relative(m: Match) -> Point | None:
    which = m.direction(m.get("w"))
    if which == "next" and words_of(m).startswith(("the next", "the following")) and not looks_forward(m):
        return None  # after what was told last, not after publication
    count, letter = m.unit()
    if letter == "D":
        return m.one("relative", {"last": "P-1D", "this": "P0D", "next": "P+1D"}[which], "day")
    code = f"{which}-{count if count > 1 else ''}{letter}"
    part, edge = m.part(), m.get("e")
    if part is not None and code.endswith("-Y"):
        return m.point("relative", f"{code}-{part.year[0]:02}", f"{code}-{part.year[1]:02}", "period")
    if part is not None and code.endswith("-M"):
        return m.point("relative", f"{code}-{part.month[0]:02}", f"{code}-{part.month[1]:02}", "period")
    if edge and which == "this":
        ends = (code, "P0D") if edge in m.times.earlier else ("P0D", code)
        return m.point("relative", *ends, "period")
    return m.one("relative", code, _UNIT_PRECISION.get(letter, "period") if count == 1 else "decade")


def _near_day(m: Match) -> Point | None:
    if m.match[0].isupper() and m.token > 0 and m.parse.words[m.token - 1].isupper():
        return None  # part of a name in capitals
    days = m.times.days[words_of(m)]
    return m.one("relative", f"P{days:+}D" if days else "P0D", "day")


def _weekday(m: Match) -> Point | None:
    words = words_of(m)
    if words.rstrip(".") in m.times.common_weekdays and not m.match[0][0].isupper():
        return None
    if words in m.times.common_weekdays and m.parse.pos[m.token] != "PROPN":
        return None
    return m.one("relative", f"W{'+1' if looks_forward(m) else '0'}-{m.weekday(words)}", "day")


def _recurring(m: Match) -> Point | None:
    return m.point("recurring", None, None, "unknown")


def _duration(m: Match) -> Point | None:
    count, letter = m.unit()
    number = _number(m)
    if number is None or (m.get("n") in m.language.numbers.articles and not is_duration_article(m)):
        return None
    code = f"P{3 * number * count}M" if letter == "Q" else f"P{number * count}{'W' if letter == 'E' else letter}"
    return m.one("duration", code, "period")


def _part_of_year(m: Match) -> Point | None:
    part, year = m.part(), m.get("y")
    return m.point("date", f"{year}-{part.year[0]:02}", f"{year}-{part.year[1]:02}", "period") if part else None


def _year(m: Match) -> Point | None:
    return m.one("date", words_of(m), "year") if is_year(m) else None


_UNIT_PRECISION = {"D": "day", "W": "period", "M": "month", "Y": "year"}


READERS = {
    "iso": _iso,
    "ym": _year_month,
    "slash": _slash,
    "mdy": _month_day,
    "dmy": _month_day,
    "my": _month_year,
    "yearmonth": _year_then_month,
    "monthyear": _year_then_month,
    "quarter": _quarter,
    "nth": _nth,
    "months": _months,
    "relmonth": _relative_month,
    "season": _season,
    "relseason": _relative_season,
    "decade": _decade,
    "decades": _decades,
    "ago": _ago,
    "span": _span,
    "spanone": _span,
    "dayof": _day_of_week,
    "relday": _relative_day,
    "rel": _relative,
    "day": _near_day,
    "every": _recurring,
    "weekdays": _recurring,
    "part": _part_of_year,
    "partmonth": _part_month,
    "weekday": _weekday,
    "month": _month,
    "duration": _duration,
    "year": _year,
}


def _day(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _number(m: Match) -> int | None:
    """The small count of a group, in digits or words."""
    words, numbers = m.get("n"), m.language.numbers
    if words.isdigit():
        return int(words)
    if words in numbers.articles:
        return 1
    total = 0
    for word in re.split(r"[\s-]+", words):
        value = numbers.units.get(word, numbers.tens.get(word))
        if value is None:
            return None
        total += int(value)
    return total

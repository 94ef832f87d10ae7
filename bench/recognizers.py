"""Pass rates over cases of a recogniser of numbers and dates: what it expects of an input, and what longarm reads.

A case passes when as many things are read as are expected, and each is equal. Its conventions are others than ours in
places (ordinals are no quantities here, clock times are not read, a bound is not joined with the next one), so the
rates compare one version with another, and types with one another.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from longarm.model.periods import Period

Row = Mapping[str, Any]
Rates = dict[str, tuple[int, int]]  # of each type: passed and all

DATES = frozenset(("date", "daterange", "duration", "set"))  # types without clock times
EDGE = 8  # characters that the beginnings of two spans may differ by: articles and "in"
END = 3  # and their ends
CLOSE = 1e-6
REASONS = {"Currency": "money", "Age": "age", "Dimension": "measure", "Temperature": "measure"}  # why it is no count


def numbers(cases: Mapping[str, Row], read: Mapping[str, Row]) -> Rates:
    """Passed and all cases of each type of number."""
    passed: dict[str, list[bool]] = defaultdict(list)
    for key, case in cases.items():
        kind = str(case["model"]).partition("Model")[0]
        passed[kind].append(_is_number(case, read.get(key, {}).get("quantities", [])))
    return _rates(passed)


def units(cases: Mapping[str, Row], read: Mapping[str, Row]) -> Rates:
    """Passed and all cases of each type of number with a unit; of what is read, the numbers of that type are looked at.

    The unit is compared by its type alone: we keep the words, and do not turn "lbs" into pounds.
    """
    passed: dict[str, list[bool]] = defaultdict(list)
    for key, case in cases.items():
        kind = str(case["model"]).partition("Model")[0]
        found = [q for q in read.get(key, {}).get("quantities", []) if q.get("reason") == REASONS[kind]]
        passed[kind].append(_has_values(case["Results"], found))
    return _rates(passed)


def _has_values(wanted: Sequence[Row], found: Sequence[Row]) -> bool:
    values = [str(want["Resolution"].get("value")) for want in wanted]
    return len(values) == len(found) and all(map(_is_close, values, found))


def datetimes(cases: Mapping[str, Row], read: Mapping[str, Row]) -> Rates:
    """Passed and all cases of each type of date; cases of clock times are left out."""
    passed: dict[str, list[bool]] = defaultdict(list)
    for key, case in cases.items():
        kinds = [_type(item) for item in case["Results"]]
        if not set(kinds) <= DATES:
            continue
        found = read.get(key, {}).get("times", [])
        name = kinds[0] if len(set(kinds)) == 1 else "several" if kinds else "nothing to find"
        passed[name].append(_is_dated(case, found))
    return _rates(passed)


def reference(case: Row) -> str:
    """The day that relative dates of a case are set against, or empty."""
    return str(case.get("Context", {}).get("ReferenceDateTime", ""))[:10]


def _rates(passed: Mapping[str, Sequence[bool]]) -> Rates:
    return {kind: (sum(found), len(found)) for kind, found in sorted(passed.items())}


def _type(item: Row) -> str:
    return str(item.get("TypeName") or item.get("Type") or "").rpartition(".")[2]


def _is_number(case: Row, found: Sequence[Row]) -> bool:
    wanted = case["Results"]
    if "Ordinal" in case["model"]:
        return not found
    if len(wanted) != len(found):
        return False
    values = [(str(want["Resolution"].get("value")), item) for want, item in zip(wanted, found, strict=True)]
    if "Range" in case["model"]:
        return all(_is_range(value, item) for value, item in values)
    return all(_is_close(value, item) for value, item in values)


def _is_close(value: str, item: Row) -> bool:
    want, have = _number(value), item.get("value")
    if want is not None and value.endswith("%") and item.get("qualifier") == "ratio" and isinstance(have, float):
        want /= 100  # a share told as a fraction
    if want is None or not isinstance(have, int | float):
        return False
    return abs(want - have) <= CLOSE * max(1, abs(have))


def _is_range(value: str, item: Row) -> bool:
    """Whether an interval such as "[10,20)" is the one read; whole numbers past an open end are equal to it."""
    left, _, right = value.strip("[]()").partition(",")
    low, high = _number(left), _number(right)
    have_low, have_high = item.get("low"), item.get("high")
    if value[:1] == "(" and low is not None and have_low == low + 1:
        have_low = low
    if value[-1:] == ")" and high is not None and have_high == high - 1:
        have_high = high
    return (low, high) == (have_low if low is not None or have_low else None, have_high)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "").rstrip("%"))
    except ValueError:
        return None


def _is_dated(case: Row, found: Sequence[Row]) -> bool:
    wanted = case["Results"]
    if len(wanted) != len(found):
        return False
    if "Extractor" in case["model"] or not reference(case):
        return all(_is_span(want, item) for want, item in zip(wanted, found, strict=True))
    return all(_is_period(want, item) for want, item in zip(wanted, found, strict=True))


def _is_span(want: Row, item: Row) -> bool:
    if "Length" not in want:
        return True
    start, end = int(want["Start"]), int(want["Start"]) + int(want["Length"])
    return abs(start - int(item["start"])) <= EDGE and abs(end - int(item["end"])) <= END


def _is_period(want: Row, item: Row) -> bool:
    """Whether the period read is one of those expected; of durations and sets only that something was read."""
    if _type(want) in ("duration", "set"):
        return True
    days = Period(item.get("from"), item.get("to")).days()
    return days is not None and any(_is_same(days, option) for option in _options(want))


def _is_same(days: tuple[date, date], option: tuple[str, str]) -> bool:
    """Whether first and last day agree; the end of a range may be the day after its last."""
    first, end = option
    ends = (days[1].isoformat(), (days[1] + timedelta(days=1)).isoformat())
    return first[:10] == days[0].isoformat() and end[:10] in ends


def _options(want: Row) -> list[tuple[str, str]]:
    values = (want.get("Resolution") or want.get("Value") or {}).get("values")
    if values is None:
        known = want.get("Value") or {}
        values = [known.get("PastResolution") or {}, known.get("FutureResolution") or {}]
    found = []
    for value in values:
        first = value.get("value") or value.get("date") or value.get("start") or value.get("startDate")
        end = value.get("value") or value.get("date") or value.get("end") or value.get("endDate")
        if first and end:
            found.append((str(first), str(end)))
    return found

"""The day that the first lines of a text give it, where nothing else dates the document."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from longarm.model.documents import FILE_DATES, Extract, Stated

ORIGIN = "date line"
LINES = 6  # first lines of a text that may date it
LONGEST = 100  # characters of such a line
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_ORDERS = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? {_MONTH},? (?P<year>\d{{4}})",
    rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
)
# Before the day an outlet or a city ("The Bay Post, 3 May 2023"), or a word that says what day it is; behind it a time.
_BEFORE = r"(?:[^.!?:;\d]{1,60}[,|·–—-] ?|(?:first )?(?:published|posted|issued|dated?)(?: on)?:? )?"
_BEHIND = r"(?:[,|·–—-]? ?(?:at )?\d{1,2}[:.]\d{2}\W*(?:a\.?m\.?|p\.?m\.?)?\W*(?:[a-z]{2,4})?)?\.?"
_LINES = tuple(re.compile(_BEFORE + _WEEKDAY + order + _BEHIND, re.IGNORECASE) for order in _ORDERS)


def dated(extract: Extract) -> Extract:
    """The extract with the day of a line at its beginning, where it has none but that on which its file was made.

    Such a line holds a whole day and nothing but an outlet, a city or a time beside it: a day that a sentence tells
    of dates nothing.
    """
    known = extract.metadata.published
    if known and known.origin not in FILE_DATES:
        return extract
    day = next(_days(extract.text), "")
    if not day:
        return extract
    return replace(extract, metadata=replace(extract.metadata, published=Stated(day, ORIGIN)))


def _days(text: str) -> Iterator[str]:
    lines = [line for line in text[: 2 * LINES * LONGEST].split("\n") if line]
    return (day for line in lines[:LINES] if (day := day_of(line)))


def day_of(line: str) -> str:
    """The day of a line that holds nothing else but an outlet, a city or a time, as an ISO date, else empty."""
    if len(line) > LONGEST:
        return ""
    found = next((match for pattern in _LINES if (match := pattern.fullmatch(line.strip()))), None)
    if not found:
        return ""
    parts = found.groupdict()
    month = int(parts["number"]) if "number" in parts else _MONTHS.index(parts["month"].lower()) + 1
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return ""

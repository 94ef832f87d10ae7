"""As-of dates: the day that a count is of, sharpened where its words name the last day of a time."""

import calendar
import re
from dataclasses import replace

from longarm.model.statements import TimeMention
from longarm.statements.candidates import Candidate
from longarm.statements.counts.measures import measures_by_id
from longarm.statements.text import Part

_MARKERS = frozenset({"as of", "by", "until"})
_CLOSES = frozenset({"end", "close", "year-end"})  # "the end of 2022", "year's end 2020"
_STANDING = frozenset({"be", "stand", "number", "total", "put", "reach", "amount", "exceed", "have", "hold", "keep"})
_OPENING = 4  # tokens before a year in which its end is named: "at the end of 2022"
_EDTF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?|last-Y-12")
STEPS = 6  # steps up from a time to the verb that it tells of


def as_of(part: Part, candidate: Candidate, time: TimeMention) -> TimeMention | None:
    """The day that a count is of, where a time tells it: "as of May", "by the end of 2022", "to date"; "at the end of
    2022" of what there is then. None for the period of what was done, and for the day by which something is to be."""
    if candidate.kind != "figure":
        return None
    closing = _is_closing(part, time)
    is_day = time.marker in _MARKERS or time.span.words.lower() == "to date" or (closing and _stands(part, candidate))
    if not is_day or _is_deadline(part, time):
        return None
    if time.start is None:
        time = replace(time, start=time.end)
    return _last_day(time) if closing else time


def _is_closing(part: Part, time: TimeMention) -> bool:
    """Whether a time is named by its end: "the end of 2022", "year's end 2020"."""
    tokens = part.tokens_of(time.span)
    if not len(tokens):
        return False
    first = max(tokens[0] - _OPENING, 0) if time.precision == "year" else tokens[0]
    near = part.parse.lowers[first : tokens[-1]]
    return not _CLOSES.isdisjoint(near)


def _stands(part: Part, candidate: Candidate) -> bool:
    """Whether a count tells how many there are at a time, not how many were done in it."""
    known = measures_by_id().get(candidate.measure)
    is_stock = known is not None and known.kind == "stock"
    return is_stock or part.parse.lemmas[part.clauses[candidate.clause].head] in _STANDING


def _is_deadline(part: Part, time: TimeMention) -> bool:
    """Whether something is to be done by a time: "asked ten to leave by Sunday"."""
    parse, tokens = part.parse, part.tokens_of(time.span)
    at = tokens[0] if len(tokens) else 0
    for _ in range(STEPS):
        if parse.heads[at] == at:
            return False
        at = parse.heads[at]
        if parse.pos[at] == "VERB":
            return parse.tags[at] == "VB" and any(parse.tags[c] == "TO" for c in parse.children[at])
    return False


def _last_day(time: TimeMention) -> TimeMention:
    """The last day of a time whose end is dated; else the time as it is."""
    found = _EDTF.fullmatch(time.end or "")
    if found is None:
        return time
    if not found[1]:
        day = "last-Y-12-31"
    else:
        year, month = int(found[1]), int(found[2] or 12)
        if month > 12:
            return time
        day = f"{year:04}-{month:02}-{found[3] or calendar.monthrange(year, month)[1]}"
    return replace(time, start=day, end=day, precision="day")

"""Quotations: pairs of quotation marks in the characters of one passage, nested or not."""

import re
from dataclasses import dataclass

MARKS = re.compile("``|''|[\"“”„‟«»‹›‘’‚']")
CLOSERS = {
    '"': '"”',
    "“": '”"',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹",
    "‘": "’'",
    "’": "’",
    "‚": "‘’",
    "'": "'’",
    "``": ("''", '"'),
    "''": ("''", '"'),
}
SINGLE = "'‘’‚"
ELISIONS = re.compile(r"(?:em|til|till|cause|tis|twas|bout|round|n|cuz|\d0s|\d\d)\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"\s+[a-z]")
BEFORE_OPEN = frozenset("([{-–—/…“\"‘'«„:")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks; offsets of the text layer.

    Attributes:
        start, end: the words inside, without marks and edge white space.
        outer_start, outer_end: with the marks.
        is_closed: False where the closing mark is missing; the quotation then ends with its passage
            or with the quotation around it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    is_closed: bool = True


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: int


def pair(text: str, offset: int = 0) -> tuple[Quote, ...]:
    """All quotations of one passage, in order of their start, the outer before the inner.

    Two quotations never cross. Apostrophes, inch marks, and stray closing marks open nothing.

    Args:
        text: the characters of one passage.
        offset: where the passage starts in its text layer.
    """
    marks = [
        (m.start(), m.end(), m.group()) for m in MARKS.finditer(text) if not _inside_word(text, m.start(), m.end())
    ]
    found: list[Quote] = []
    stack: list[_Open] = []
    for index, (start, end, mark) in enumerate(marks):
        closes = _closes(text, marks, index, stack)
        if closes is not None:
            _unwind(text, stack, closes + 1, start, found, offset)
            opened = stack.pop()
            _add(text, found, opened, start, end, True, offset)
        elif _opens(text, marks, index, stack):
            stack.append(_Open(mark, start, end))
    _unwind(text, stack, 0, len(text.rstrip()), found, offset)
    return tuple(sorted(found, key=lambda q: (q.outer_start, -q.outer_end)))


def _inside_word(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start] in SINGLE and text[start - 1].isalnum() and text[end].isalnum()


def _can_open(text: str, start: int, end: int) -> bool:
    before = start == 0 or text[start - 1].isspace() or text[start - 1] in BEFORE_OPEN
    return before and end < len(text) and not text[end].isspace()


def _can_close(text: str, start: int, end: int) -> bool:
    after = end >= len(text) or not text[end].isalnum()
    return after and start > 0 and not text[start - 1].isspace()


def _closes(text: str, marks: list[tuple[int, int, str]], index: int, stack: list[_Open]) -> int | None:
    """Place in the stack of the quotation that this mark closes."""
    start, end, mark = marks[index]
    for at in range(len(stack) - 1, -1, -1):
        opened = stack[at].mark
        if mark not in CLOSERS[opened]:
            continue
        if mark in SINGLE:
            return at if at == len(stack) - 1 and _closes_single(text, marks, index) else None
        if mark == '"' and _is_inch(text, marks, index):
            return None
        if mark == opened and _can_open(text, start, end) and not _can_close(text, start, end):
            return None
        return at if text[stack[at].inner : start].strip() else None
    return None


def _closes_single(text: str, marks: list[tuple[int, int, str]], index: int) -> bool:
    start, end, _ = marks[index]
    if not _can_close(text, start, end):
        return False
    if text[start - 1] in "sS" and POSSESSIVE.match(text, end):
        return not _closer_follows(text, marks, index)
    return True


def _closer_follows(text: str, marks: list[tuple[int, int, str]], index: int) -> bool:
    """Whether a later mark closes a single quotation before another one opens."""
    for start, end, mark in marks[index + 1 :]:
        if mark in "'’" and _can_close(text, start, end):
            return True
        if mark not in SINGLE or _can_open(text, start, end):
            return False
    return False


def _is_inch(text: str, marks: list[tuple[int, int, str]], index: int) -> bool:
    """A straight mark after a digit, where the next one closes what is open."""
    start = marks[index][0]
    if start == 0 or not text[start - 1].isdigit():
        return False
    later = next(((s, e) for s, e, mark in marks[index + 1 :] if mark in '"”'), None)
    return later is not None and _can_close(text, *later) and not _can_open(text, *later)


def _opens(text: str, marks: list[tuple[int, int, str]], index: int, stack: list[_Open]) -> bool:
    start, end, mark = marks[index]
    if end >= len(text):
        return False
    if mark in SINGLE:
        if not _can_open(text, start, end) or ELISIONS.match(text, end):
            return False
        return (mark == "‚" and not text[end].isspace()) or _closer_follows(text, marks, index)
    if mark in "“„‟«‹``":
        return True
    if mark in "”»›":
        return _can_open(text, start, end)
    if start > 0 and text[start - 1].isdigit() and not text[end].isalpha():
        return False
    return _can_open(text, start, end) or not _can_close(text, start, end)


def _unwind(text: str, stack: list[_Open], keep: int, end: int, found: list[Quote], offset: int) -> None:
    """End what was never closed; single marks that nothing closes were apostrophes."""
    while len(stack) > keep:
        opened = stack.pop()
        if opened.mark not in SINGLE:
            _add(text, found, opened, end, end, False, offset)


def _add(
    text: str, found: list[Quote], opened: _Open, inner_end: int, outer_end: int, is_closed: bool, offset: int
) -> None:
    start, end = opened.inner, inner_end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Quote(start + offset, end + offset, opened.start + offset, outer_end + offset, is_closed))

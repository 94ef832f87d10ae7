"""From the lines of a PDF's pages to paragraphs: what a reader of the printed page would read as one."""

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from longarm.documents.layer import Piece

WIDE_GAP = 1.35  # times the usual distance of lines from which a gap parts paragraphs
SIZE_STEP = 0.12  # relative difference of size that parts paragraphs
LARGE = 1.15  # times the size of the body from which short text is a heading
HEADING = 200  # characters that a heading may have
MARGIN_LINES = 3  # lines at the top and bottom of a page that can be running headers and footers
REPEATS = 0.4  # share of the pages that a running line stands on
LONGEST_ROW = 100  # characters of a row of a table
CELL_GAP = 1.5  # sizes of the letters from which a gap parts the cells of a table
_STOP = re.compile(r"[.!?:;][\"'”’»)\]]*\d{0,3}$")
_BULLET = re.compile(r"\s*[•‣▪●○◦–*-]\s+\S")
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|página)?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|/|\||de|von)\s*\d{1,4})?\W*", re.IGNORECASE
)
_BROKEN = "-\u2010\u00ad\x02\ufffe"  # hyphens at a line end; PDFium writes U+0002 or U+FFFE for those it finds itself
_PARTNERS = frozenset(
    ("based", "backed", "led", "run", "linked", "related", "wide", "style", "old", "year", "long", "led")
)
_TENS = frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
_UNITS = frozenset(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; distances in points, measured from the lower left corner of the page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    is_bold: bool = False
    is_row: bool = False  # of a table


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    """The paragraphs, headings and list items of pages, in order, without running headers, footers and page numbers.

    A paragraph that goes on over the end of a page is one, with the page where it starts.
    """
    kept = without_running([_rows(page) for page in pages])
    body = _body_size(kept)
    words = vocabulary(line.text for page in kept for line in page)
    for paragraph in _across(found for page in kept for found in _of_page(page)):
        text = _joined(paragraph.lines, words)
        yield Piece(text, _kind(paragraph, text, body), paragraph.lines[0].page)


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without lines that come again at the same edge of most pages, and without page numbers there."""
    tops = Counter(key for page in pages for key in {_running(line) for line in page[:MARGIN_LINES]})
    feet = Counter(key for page in pages for key in {_running(line) for line in page[-MARGIN_LINES:]})
    least = max(2, REPEATS * len(pages))
    kept = []
    for page in pages:
        start, end = 0, len(page)
        while start < min(MARGIN_LINES, end) and _is_margin(page[start], tops, least):
            start += 1
        while end > max(start, len(page) - MARGIN_LINES) and _is_margin(page[end - 1], feet, least):
            end -= 1
        kept.append(list(page[start:end]))
    return kept


def _is_margin(line: Line, repeated: Counter[str], least: float) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or (repeated[_running(line)] >= least and len(line.text) < HEADING)


def _running(line: Line) -> str:
    """What a line has in common with its like on other pages: its words, numbers apart, and its height."""
    words = re.sub(r"\d+", "#", line.text.casefold()).strip()
    return f"{words} {line.bottom / 6:.0f}"


def _rows(page: Iterable[Line]) -> list[Line]:
    """The lines of a page, pieces of one printed row put together."""
    rows: list[Line] = []
    for line in page:
        before = rows[-1] if rows else None
        if (
            before
            and abs(before.bottom - line.bottom) < 0.3 * line.size
            and line.left >= before.right - 0.2 * line.size
        ):
            is_cell = line.left - before.right > CELL_GAP * line.size and any(map(str.isdigit, before.text + line.text))
            joined = f"{before.text} {line.text}"
            is_row = before.is_row or line.is_row or (is_cell and len(joined) <= LONGEST_ROW)
            rows[-1] = replace(before, text=joined, right=line.right, is_row=is_row)
        else:
            rows.append(line)
    return rows


def _body_size(pages: Iterable[Iterable[Line]]) -> float:
    sizes = Counter[float]()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words of lines in lower case, by which words parted at a line's end are told apart (`join`)."""
    return frozenset(word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.casefold()))


def _of_page(page: Sequence[Line]) -> Iterator[_Paragraph]:
    gaps = [above.bottom - line.bottom for above, line in itertools.pairwise(page)]
    usual = statistics.median([gap for gap in gaps if gap > 0] or [0.0])
    size = statistics.median([line.size for line in page] or [1.0])
    current = _Paragraph()
    for line in page:
        leading = usual * max(1.0, line.size / size)  # larger letters stand further apart
        if current.lines and _starts_new(current, line, leading, _column(page, line)):
            yield current
            current = _Paragraph()
        current.lines.append(line)
    if current.lines:
        yield current


def _column(page: Sequence[Line], line: Line) -> tuple[float, int]:
    """The right edge of the lines that start where a line starts, and how many there are."""
    same = [other.right for other in page if abs(other.left - line.left) < line.size / 2 and other.size == line.size]
    return max(same), len(same)


def _starts_new(paragraph: _Paragraph, line: Line, usual: float, column: tuple[float, int]) -> bool:
    before = paragraph.last
    if line.is_row or before.is_row:
        return True
    gap = before.bottom - line.bottom
    is_closed = bool(_STOP.search(before.text))
    if _BULLET.match(line.text) or (_NUMBER.match(line.text) and (is_closed or _is_item(paragraph))):
        return True
    if abs(line.size - before.size) > SIZE_STEP * before.size or line.is_bold != before.is_bold:
        return True
    if gap <= 0 or gap > 6 * usual:  # the next column, or another box
        return is_closed or not line.text[:1].islower()
    if gap > WIDE_GAP * usual and gap > WIDE_GAP * line.size:
        return True
    right, lines = column
    is_short = before.right < right - 0.15 * (right - before.left)
    is_indented = line.left - before.left > 0.8 * line.size and not _is_item(paragraph)
    if is_closed and (is_indented or is_short):
        return True
    word = (line.right - line.left) * (len(line.text.split(maxsplit=1)[0]) + 1) / max(1, len(line.text))
    spare = 2 * line.size if not line.text[:1].islower() else 0.4 * (right - line.left)
    had_room = right - before.right > word + spare  # the next word would have fitted: the end was meant
    return had_room and lines >= 3 and right - line.left > 20 * line.size


def _is_item(paragraph: _Paragraph) -> bool:
    first = paragraph.lines[0].text
    return bool(_BULLET.match(first) or _NUMBER.match(first))


def _across(found: Iterable[_Paragraph]) -> Iterator[_Paragraph]:
    """The paragraphs, those put together that a page or column parts."""
    waiting: _Paragraph | None = None
    for paragraph in found:
        first = paragraph.lines[0]
        if waiting and (
            waiting.last.page < first.page
            and not _STOP.search(waiting.last.text)
            and first.text[:1].islower()
            and abs(waiting.last.size - first.size) <= SIZE_STEP * first.size
        ):
            waiting.lines.extend(paragraph.lines)
            continue
        if waiting:
            yield waiting
        waiting = paragraph
    if waiting:
        yield waiting


def _kind(paragraph: _Paragraph, text: str, body: float) -> str:
    if _is_item(paragraph):
        return "list-item"
    is_short = len(text) <= HEADING and not _STOP.search(text) and any(map(str.isalpha, text))
    is_set_off = paragraph.last.size > LARGE * body or (paragraph.last.is_bold and len(paragraph.lines) <= 2)
    return "heading" if is_short and is_set_off else "paragraph"


def _joined(lines: Sequence[Line], words: frozenset[str]) -> str:
    text = ""
    for line in lines:
        text = join(text, line.text.strip(), words) if text else line.text.strip()
    return re.sub(r"(\w)[\x02\ufffe](\w)", lambda found: found[1] + found[2], text)


def join(before: str, after: str, words: frozenset[str]) -> str:
    """Two lines as one; a word parted by a hyphen at the line's end is made whole where it is no hyphenated word.

    Args:
        words: of the document, in lower case, by which the two are told apart.
    """
    parted = re.search(rf"([^\W\d_]+(?:-[^\W\d_]+)*|\d+)([{re.escape(_BROKEN)}])$", before)
    begun = re.match(r"[^\W\d_]+", after)
    if not parted or not begun:
        return f"{before} {after}"
    head, tail = parted[1], begun[0]
    stem = before[: parted.start(2)]
    if is_whole_with_hyphen(head, tail, words, parted[2]):
        return f"{stem}-{after}"
    return stem + after


def is_whole_with_hyphen(head: str, tail: str, words: frozenset[str], hyphen: str) -> bool:
    """Whether `head-tail` is a word of its own: seen so, or of a make that syllables at a line's end do not have."""
    if (head + tail).casefold() in words:
        return False
    if f"{head}-{tail}".casefold() in words or (head.casefold() in _TENS and tail.casefold() in _UNITS):
        return True
    if hyphen == "\u00ad":
        return False
    return head.isdigit() or tail[0].isupper() or "-" in head or tail.casefold() in _PARTNERS or head.isupper()

"""Plain text: blocks from blank lines, from one-line paragraphs, or from lines that were wrapped at a width."""

import functools
import itertools
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from longarm.documents.dateline import day_of
from longarm.documents.encoding import decode
from longarm.documents.failures import failure
from longarm.documents.formats.pages import join, vocabulary
from longarm.documents.layer import Piece, clean, compose, stated
from longarm.model.documents import Extract, Metadata

WIDEST = 132  # characters: no text is wrapped by hand at more
NARROWEST = 45  # characters: shorter lines are verse, addresses, captions
FILLED = 0.8  # share of line ends that wrapping must explain
TITLE_LENGTH = 160  # characters
MASTHEAD = 5  # lines at most that title, author and date take together
_STOP = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_ITEM = re.compile(r"\s*(?:[-*•‣▪●○–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+\S")
_HEADING = re.compile(r"#{1,6} +\S")
_PAGE = re.compile(r"\W*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
# The number of a page ends a line of its own: after "page", a wide gap or a dash; "Chapter 2" is a heading.
_NUMBERS = re.compile(r"(?:\bpage\s+|\s{2,}|[-–|]\s*)(\d{1,4})\W*$", re.IGNORECASE)
_PARTED = re.compile(r"[^\W\d_]{2}[-\u2010\u00ad]$")  # a word parted at the end of a line
# A line that only dates a text, or says where a page of it came from: "Posted on 3 May 2023", "Last updated: 9:41 am".
_STAMP = re.compile(
    r"https?://\S+|(?=.*\d)(?:(?:posted|published|updated|last|first|date|retrieved|accessed|on|at|am|pm|a\.m\.|p\.m\.|gmt|utc|e[sd]t"
    r"|(?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d[\d:./-]*(?:st|nd|rd|th)?)[\s,:./|–—-]*)+",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*([-=_*~#])\1{2,}\s*$")


def read(data: bytes, name: str) -> Extract:
    """The text of a plain text file; its first line is the title where it looks like one.

    Raises:
        DocumentEmpty: there is nothing but white space.
        DocumentTooLarge: see `layer.compose`.
    """
    decoded = decode(data)
    text = clean(decoded.text)
    found = pieces(text)
    if not found:
        raise failure("no-text", "has no text but white space: give the document itself.")
    at = next((number for number, piece in enumerate(found) if not _STAMP.fullmatch(piece.text.strip())), 0)
    title = title_of(found[at:])
    if title:
        found[at] = Piece(found[at].text, "heading")
    metadata = Metadata(title=stated(title, "first line"))
    return compose(found, metadata, decoded.notes)


def pieces(text: str) -> list[Piece]:
    """The blocks of a cleaned text."""
    return [piece for group in _groups(text) for piece in group]


def _groups(text: str) -> Iterator[list[Piece]]:
    groups = [[line.rstrip() for line in group.split("\n")] for group in re.split(r"\n(?:[^\S\n]*\n)+", text)]
    groups = [[line for line in group if line and not _RULE.match(line)] for group in groups]
    groups = _without_running([group for group in groups if group])
    groups = [*(part for group in groups[:1] for part in _parted(group)), *groups[1:]]
    width = _wrapped_width(groups)
    words = vocabulary(line for group in groups for line in group)
    for group in groups:
        yield _pieces(group, width, words)


def _without_running(groups: list[list[str]]) -> list[list[str]]:
    """The groups without the lines that stand alone between pages, a number of the page counted up in each; what was
    parted by them is put together again."""
    alone: dict[str, list[int]] = defaultdict(list)
    for group in groups:
        if len(group) == 1 and (number := _NUMBERS.search(group[0])):
            alone[_running(group[0])].append(int(number[1]))
    running = {key for key, pages in alone.items() if len(pages) > 1 and _count_up(pages)}
    kept: list[list[str]] = []
    is_parted = False
    for group in groups:
        if len(group) == 1 and (_running(group[0]) in running or _PAGE.fullmatch(group[0])):
            is_parted = True
            continue
        if is_parted and kept and group[0].lstrip()[:1].islower() and not _STOP.search(kept[-1][-1]):
            kept[-1] = kept[-1] + group
        else:
            kept.append(group)
        is_parted = False
    return kept


def _parted(first: list[str]) -> list[list[str]]:
    """The first lines of a text, a line that dates it by itself: it stands right under the title, or above it."""
    if len(first) > MASTHEAD or not any(map(day_of, first)):
        return [first]
    return [list(lines) for _, lines in itertools.groupby(first, lambda line: bool(day_of(line)))]


def _running(line: str) -> str:
    """What a line between pages has in common with its like: its words, the number of the page apart."""
    return " ".join(_NUMBERS.sub("#", line.casefold()).split())


def _count_up(pages: Sequence[int]) -> bool:
    return all(after == before + 1 for before, after in itertools.pairwise(pages))


def _wrapped_width(groups: list[list[str]]) -> int:
    """The width that the text is wrapped at, 0 where it is not."""
    lengths = sorted(len(line) for group in groups for line in group[:-1])
    if not lengths or lengths[-1] > WIDEST * 3:
        return 0
    width = lengths[math.ceil(0.95 * len(lengths)) - 1]
    return width if NARROWEST <= width <= WIDEST else 0


def _pieces(lines: list[str], width: int, words: frozenset[str]) -> list[Piece]:
    joined = functools.partial(join, words=words)
    if any(_ITEM.match(line) for line in lines):
        return _items(lines, width, joined)
    if len(lines) == 1:
        return [Piece(lines[0], "heading" if _HEADING.match(lines[0]) else "paragraph")]
    if _is_wrapped(lines, width):
        return [Piece(functools.reduce(joined, (line.strip() for line in lines)))]
    if max(map(len, lines)) > WIDEST or sum(bool(_STOP.search(line)) for line in lines) > len(lines) // 2:
        return [Piece(line) for line in lines]
    return _headed(lines)


def _headed(lines: list[str]) -> list[Piece]:
    """Short lines that belong together (an address, a caption of two lines) as one block."""
    if _HEADING.match(lines[0]):
        return [Piece(lines[0], "heading"), Piece("\n".join(lines[1:]))]
    return [Piece("\n".join(lines))]


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether most lines end where the next word would not have fitted, or within a word."""
    ends = list(itertools.pairwise(lines))
    filled = sum(
        bool(width and len(line) + 1 + len(after.split(maxsplit=1)[0]) > width - 2)
        or bool(_PARTED.search(line) and after.lstrip()[:1].islower())
        for line, after in ends
    )
    return filled >= FILLED * len(ends)


def _items(lines: list[str], width: int, joined: Callable[[str, str], str]) -> list[Piece]:
    """A list, its introduction before it; lines of an item that go on are joined to it."""
    found: list[list[str]] = []
    for line in lines:
        starts_item = bool(_ITEM.match(line))
        goes_on = found and not starts_item and (line[:1].isspace() or (width and not _STOP.search(found[-1][-1])))
        if goes_on:
            found[-1].append(line.strip())
        else:
            found.append([line.strip()])
    return [
        Piece(functools.reduce(joined, item), "list-item" if _ITEM.match(item[0]) else "paragraph") for item in found
    ]


def title_of(pieces: list[Piece]) -> str:
    """The first line of a text where it looks like a title, else empty."""
    first = re.sub(r"^#+ +", "", pieces[0].text.strip())
    if len(pieces) < 2 or "\n" in first or len(first) > TITLE_LENGTH or pieces[0].kind == "list-item":
        return ""
    if _STOP.search(first) and not first.endswith(("?", "!", "…", "?”", '?"')):
        return ""
    return first

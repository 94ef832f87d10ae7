"""Web pages: the main text with its headings, lists, quotations and captions; title, date, publisher from the page."""

import re
import sys
from collections.abc import Iterator
from typing import Any

from longarm.documents.encoding import decode
from longarm.documents.failures import failure
from longarm.documents.formats import markup
from longarm.documents.formats.markup import Page
from longarm.documents.layer import Piece, compose, stated
from longarm.model.documents import Extract, Metadata, Stated

# trafilatura loads a language guesser and numpy with it if it can: 0.2 s and 40 MB that are not used here.
_HIDDEN = "py3langid" not in sys.modules
if _HIDDEN:
    sys.modules["py3langid"] = None  # type: ignore[assignment]
import trafilatura  # noqa: E402

if _HIDDEN:
    del sys.modules["py3langid"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,30})", re.IGNORECASE)
LOST = 0.5  # share of a page's running text that its main text must hold, else the loss is noted
FAR_DATE = "2100-01-01"  # dates after it are no dates; a fixed day, since a reader asks no clock
_DATES = {"original_date": True, "extensive_search": False, "max_date": FAR_DATE}
_JOINT = re.compile(r"\s+(?:[-–—|·»]|::)\s+")  # between the headline and the site in a title
SENTENCE = 80  # characters of a block that is more than a line of a menu, as in `markup.prose`
LAID_OUT = 400  # characters of a cell that may hold the text of a page
_KINDS = {
    "head": "heading",
    "p": "paragraph",
    "list": "list-item",
    "item": "list-item",
    "quote": "quotation",
    "table": "table",
    "row": "paragraph",
    "cell": "paragraph",
}


def read(data: bytes, name: str) -> Extract:
    """The main text of a page, its headline first, with what the page says of itself.

    Raises:
        DocumentEmpty: the page has no text.
        DocumentTooLarge: see `layer.compose`.
    """
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else "")
    page = markup.parse(decoded.text)
    if not page.flat.strip():
        raise failure("no-text", "has no text: the page may be drawn by a script; save it from a browser as a PDF.")
    notes = [*decoded.notes, *page.notes]
    if page.tree is None or not page.is_whole:
        notes.append(
            "markup-too-deep: the page is nested too deep to tell its main text from the rest; all of it is kept"
        )
        return compose(_flat(page), Metadata(), notes)
    in_page = markup.blocks(page.tree)
    running = markup.prose(page.tree)
    language = page.tree.get("lang") or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    markup.part(page.tree)
    found = _main(page.tree)
    metadata = _metadata(found, language, *_titled(page, in_page))
    pieces = list(_pieces(found.body)) if found is not None and found.body is not None else []
    if not pieces:
        notes.append("extraction-incomplete: no main text was found; all words of the page are kept")
        return compose(_flat(page), metadata, notes)
    kept = sum(len(piece.text.split()) for piece in pieces)
    if kept < LOST * running:
        notes.append(f"extraction-incomplete: the main text has {kept} words, the page {running} of running text")
    pieces = _headlined(_with_captions(_with_kinds(pieces, in_page), in_page), in_page, metadata.title)
    return compose(pieces, metadata, notes)


def _main(tree: Any) -> Any:
    """What trafilatura makes of a page, None where it finds no main text."""
    return trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=_DATES
    )


def _titled(page: Page, in_page: list[Piece]) -> tuple[str, str]:
    """The headline and the site that the page's title is made of: `Clerk is tried - The Bay Post`; empty if not so.

    The headline is also a heading of the page; the site is empty where the page's own words do not name it.
    """
    parts = _JOINT.split(" ".join((page.tree.findtext(".//title") or "").split()))
    headings = {_key(piece.text): piece.text for piece in in_page if piece.kind == "heading"}
    for at in range(1, len(parts)):
        for words, site in ((parts[:at], parts[-1]), (parts[at:], parts[0])):
            if headline := headings.get(_key("".join(words)), ""):
                return headline, site if site.casefold() in page.flat.casefold() else ""
    return "", ""


def _metadata(found: Any, language: str, headline: str, site: str) -> Metadata:
    """What the page says of itself; a site by which it names itself goes before what is only made of its title."""
    if found is None:
        return Metadata(language=stated(language, "html"))
    told = found.sitename or ""
    is_guessed = headline and (not told or _key(headline) in _key(told))
    return Metadata(
        title=stated(headline or found.title, "html"),
        publisher=stated(site if is_guessed else told, "html"),
        url=stated(found.url, "html"),
        language=stated(language or found.language, "html"),
        published=stated(found.date, "html"),
    )


def _flat(page: Page) -> list[Piece]:
    return [Piece(block) for block in page.flat.split("\n\n")]


def _pieces(element: Any, kind: str = "paragraph") -> Iterator[Piece]:
    """The blocks in an element of trafilatura's tree; words beside inner blocks are blocks of their own.

    Args:
        kind: of words that stand in the element itself.
    """
    words = element.text or ""
    for child in element:
        inner = _kind(child, kind)
        if inner:
            yield from _pieces_of(words, kind)
            yield from _of_table(child) if child.tag == "table" else _pieces(child, inner)
            words = child.tail or ""
        else:
            words += _text(child) + (child.tail or "")
    yield from _pieces_of(words, kind)


def _pieces_of(words: str, kind: str) -> Iterator[Piece]:
    if words.strip():
        yield Piece(words, kind)


def _kind(element: Any, outer: str) -> str:
    """The kind of a block: by its own element, unless it stands in a quotation or in a list; empty if it is none."""
    kind = _KINDS.get(element.tag, "")
    return outer if kind and outer in ("quotation", "list-item") and kind != "heading" else kind


def _of_table(table: Any) -> Iterator[Piece]:
    """A table row by row; the cells of one that only lays out the page, block by block, without those of its menus."""
    cells = [cell for row in table.iterchildren("row") for cell in row.iterchildren("cell")]
    if not _lays_out(cells):
        rows = (
            [" ".join(_text(cell).split()) for cell in row.iterchildren("cell")] for row in table.iterchildren("row")
        )
        yield from _pieces_of("\n".join(" | ".join(row) for row in rows if any(row)), "table")
        return
    for cell in cells:
        pieces = list(_pieces(cell))
        if any(piece.kind == "table" or len(piece.text) >= SENTENCE for piece in pieces):
            yield from pieces


def _lays_out(cells: list[Any]) -> bool:
    """Whether one cell of a table holds most of its words, in blocks of their own: pages used to be laid out so."""
    sizes = [len(_text(cell)) for cell in cells]
    if not cells or max(sizes) < max(LAID_OUT, 0.5 * sum(sizes)):
        return False
    return sum(1 for _ in cells[sizes.index(max(sizes))].iterchildren(*_KINDS)) > 1


def _text(element: Any) -> str:
    """The words of an element; a line break or an inner block parts them."""
    if element.tag == "lb":
        return "\n"
    words = (element.text or "") + "".join(_text(child) + (child.tail or "") for child in element)
    return f" {words} " if element.tag in _KINDS else words


def _with_kinds(pieces: list[Piece], in_page: list[Piece]) -> list[Piece]:
    """The pieces, with quotations and captions known by the page's own elements."""
    kinds = {_key(piece.text): piece.kind for piece in in_page if piece.kind in ("quotation", "caption", "heading")}
    return [Piece(piece.text, kinds.get(_key(piece.text), piece.kind)) for piece in pieces]


def _with_captions(pieces: list[Piece], in_page: list[Piece]) -> list[Piece]:
    """The pieces, with captions that stand between them in the page, each after the piece that it follows there."""
    main = {_key(piece.text): number for number, piece in enumerate(pieces)}
    after: dict[int, list[Piece]] = {}
    waiting: list[Piece] = []
    at = -1
    for piece in in_page:
        number = main.get(_key(piece.text))
        if number is not None and number >= at:
            if at >= 0 or waiting:
                after.setdefault(at, []).extend(waiting)
            at, waiting = number, []
        elif piece.kind == "caption" and number is None:
            waiting.append(piece)
            main[_key(piece.text)] = -2
    placed = [*after.get(-1, [])]
    for number, piece in enumerate(pieces):
        placed += [piece, *after.get(number, [])]
    return placed


def _headlined(pieces: list[Piece], in_page: list[Piece], title: Stated | None) -> list[Piece]:
    """The pieces, the page's headline before them where the main text left it out: the heading that is its title."""
    words = _key(title.value) if title else ""
    headline = next(
        (piece for piece in in_page if piece.kind == "heading" and _is_title(_key(piece.text), words)), None
    )
    if headline is None or any(_key(piece.text) == _key(headline.text) for piece in pieces):
        return pieces
    return [headline, *pieces]


def _is_title(heading: str, title: str) -> bool:
    """Whether a heading is the title, or all of it but the site's name."""
    return bool(heading) and heading in title and 2 * len(heading) >= len(title)


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()

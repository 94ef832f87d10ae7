"""A web page as a tree and as flat text: what it holds, whatever an extractor makes of it."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.etree
import lxml.html

from longarm.documents.layer import Piece, tidy

LONGEST_TAG = 20_000  # characters of one tag; the parser's time grows with the square of the attributes of one
LOST = 0.9  # share of a page's words that the tree must hold to be trusted
_LONG_TAG = re.compile(rf"<([A-Za-z][\w:.-]*)([^<>]{{{LONGEST_TAG},}})(/?>)")
_UNREAD = re.compile(
    r"<!--.*?-->|<(script|style|noscript|template|svg|head|title|select|iframe|object)\b.*?</\1\s*>|<[!?][^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_BREAKS = (
    r"p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|table|blockquote|figure|figcaption|section|article|header|footer|main|nav|"
    r"aside|body|html|form|pre|hr|title|address|td|th"
)
_BREAK = re.compile(rf"</?(?:{_BREAKS})\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINE = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)

BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "p": "paragraph",
    "li": "list-item",
    "figcaption": "caption",
    "caption": "caption",
    "blockquote": "quotation",
}
_ASIDES = ("nav", "footer", "aside", "form", "header", "script", "style", "noscript")


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        tree: the root element.
        flat: its words as flat text, blocks parted by empty lines, read without a tree.
        is_whole: whether the tree holds the words that the flat text holds.
        notes: as `code: sentence`.
    """

    tree: Any
    flat: str
    is_whole: bool
    notes: tuple[str, ...]


def parse(text: str) -> Page:
    """The page of markup; a tree that loses words (nesting beyond the parser's depth) is known as not whole."""
    notes = []
    text, shortened = _LONG_TAG.subn(r"<\1>", text)
    if shortened:
        notes.append(
            f"attributes-dropped: {shortened} tags longer than {LONGEST_TAG:,} characters lost their attributes"
        )
    flat = flatten(text)
    tree = _tree(text)
    held = 0 if tree is None else len("".join(_words(tree)).split())
    return Page(tree, flat, held >= LOST * len(flat.split()), tuple(notes))


def flatten(text: str) -> str:
    """The words of markup without its tags, blocks parted by empty lines, at any depth of nesting."""
    text = _UNREAD.sub(" ", text)
    text = _BREAK.sub("\n\n", _LINE.sub("\n", re.sub(r"\s+", " ", text)))
    text = html.unescape(_ANY_TAG.sub("", text))
    blocks = (tidy(block) for block in re.split(r"\n\s*\n", text))
    return "\n\n".join(block for block in blocks if block)


def blocks(tree: Any) -> list[Piece]:
    """Headings, paragraphs, list items, quotations and captions of a page, in order, with their words."""
    found = []
    for element in tree.iter(*BLOCKS):
        words = words_of(element)
        if words:
            found.append(Piece(words, kind_of(element)))
    return found


def kind_of(element: Any) -> str:
    """The kind of block that an element is, by its own tag or the quotation or caption it stands in."""
    kind = BLOCKS.get(element.tag, "paragraph")
    if kind != "paragraph":
        return kind
    outer = next((BLOCKS[above.tag] for above in element.iterancestors() if above.tag in BLOCKS), kind)
    return outer if outer in ("quotation", "caption") else kind


def prose(tree: Any) -> int:
    """Words of running text: in paragraphs of 80 characters or more, not in menus, footers, asides."""
    count = 0
    for element in tree.iter("p"):
        words = words_of(element)
        if len(words) >= 80 and not any(above.tag in _ASIDES for above in element.iterancestors()):
            count += len(words.split())
    return count


def words_of(element: Any) -> str:
    """The words inside an element on one line; line breaks and inner blocks part words."""
    return " ".join("".join(_words(element)).split())


def part(tree: Any) -> None:
    """Puts a blank at each edge of a block that stands amid words, which would run together without it."""
    for block in tree.iter("div", "p", "section", "li", "td", "th", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"):
        before, above = block.getprevious(), block.getparent()
        if before is not None:
            before.tail = f"{before.tail or ''} "
        elif above is not None:
            above.text = f"{above.text or ''} "
        block.tail = f" {block.tail or ''}"


def _words(element: Any) -> Iterator[str]:
    """The pieces of text in an element, in order; a blank stands for each edge of an inner block."""
    skipped = None
    for event, node in lxml.etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if skipped is None and node.tag in _SILENT:
                skipped = node
            if skipped is None:
                yield from (" ", node.text or "") if node.tag not in _INLINE else (node.text or "",)
            continue
        if skipped is node:
            skipped = None
        if skipped is None and node is not element:
            yield from (" ", node.tail or "") if node.tag not in _INLINE else (node.tail or "",)


_SILENT = frozenset(("script", "style", "noscript", "template", "head", "svg", "select", "iframe", "object"))
_INLINE = frozenset(("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd"))
_INLINE |= {"mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u"}


def _tree(text: str) -> Any:
    # Given as bytes: the parser refuses characters with an encoding declared in them.
    parser = lxml.html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return None

"""Markdown: words without the marks; headings, lists, quotations and tables as blocks; metadata from front matter.

Marks as in CommonMark 0.31, tables as in GitHub Flavored Markdown, front matter as site generators write it (YAML
between two lines of three hyphens).
"""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml

from longarm.documents.encoding import decode
from longarm.documents.failures import failure
from longarm.documents.formats.txt import title_of
from longarm.documents.layer import Piece, clean, compose, stated
from longarm.model.documents import Extract, Metadata, Stated

ORIGIN = "front matter"
LONGEST_HEAD = 65_536  # characters of front matter that is read for metadata

# Keys of front matter, the surest first.
_TITLE = ("title", "headline")
_PUBLISHER = ("publisher", "publication", "site_name", "site", "source_name")
_URL = ("url", "source_url", "original_url", "canonical_url", "canonical", "link", "permalink")
_PUBLISHED = ("published", "date_published", "published_at", "pubdate", "date")
_LANGUAGE = ("language", "lang")

_HEAD = re.compile(r"\A-{3}[ ]*\n(?P<head>.*?)\n(?:-{3}|\.{3})[ ]*(?:\n|\Z)", re.DOTALL)
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)")
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(?P<words>.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{3,})\s*$")
_RULE = re.compile(r" {0,3}([-*_])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,4}[.)])\s+(?P<words>\S.*)")
_QUOTED = re.compile(r" {0,3}> ?(?P<words>.*)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULED_ROW = re.compile(r"\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_REFERENCE = re.compile(r" {0,3}\[[^\]]+\]:\s+\S+.*$")

_TARGET = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'(][^\n]*?[\"')])?\s*\)"
_IMAGE = re.compile(rf"!\[[^\]]*\](?:{_TARGET}|\[[^\]]*\])")
_LINK = re.compile(rf"\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])+)\](?:{_TARGET}|\[[^\]]*\])")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_ADDRESS = re.compile(r"<(https?://[^<>\s]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_STRONG = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(?P<words>.+?)(?<=[^\s\\])\1(?!\w)", re.DOTALL)
_CODE = re.compile(r"(`+)(?P<words>.+?)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_APART = re.compile(r"(?<=[\w)\"”’]) +(?=[.,;:!?](?:\s|$))")


def read(data: bytes, name: str) -> Extract:
    """The words of a Markdown file, with what its front matter says of it.

    Raises:
        DocumentEmpty: there is nothing but marks and white space.
        DocumentTooLarge: see `layer.compose`.
    """
    decoded = decode(data)
    text = clean(decoded.text)
    metadata, body = _front(text)
    pieces = [piece for piece in _pieces(body.split("\n")) if piece.text.strip()]
    if not pieces:
        raise failure("no-text", "has no text but marks and white space: give the document itself.")
    return compose(*_titled(pieces, metadata), decoded.notes)


def _titled(pieces: list[Piece], metadata: Metadata) -> tuple[list[Piece], Metadata]:
    """The pieces with the title before them, and the metadata with it: the first heading where none is stated."""
    first = pieces[0]
    if metadata.title is None:
        words = first.text if first.kind == "heading" else title_of(pieces)
        if words:
            pieces = [Piece(first.text, "heading"), *pieces[1:]]
        return pieces, _with_title(metadata, stated(words, "first line"))
    if " ".join(first.text.split()).casefold() == metadata.title.value.casefold():
        return [Piece(first.text, "heading"), *pieces[1:]], metadata
    return [Piece(metadata.title.value, "heading"), *pieces], metadata


def _with_title(metadata: Metadata, title: Stated | None) -> Metadata:
    return Metadata(title, metadata.publisher, metadata.url, metadata.language, metadata.published)


def _front(text: str) -> tuple[Metadata, str]:
    """What front matter says, and the text after it."""
    match = _HEAD.match(text)
    if not match or ":" not in match["head"]:
        return Metadata(), text
    body = text[match.end() :]
    if len(match["head"]) > LONGEST_HEAD:
        return Metadata(), body
    try:
        told = yaml.safe_load(match["head"])
    except yaml.YAMLError:
        return Metadata(), body
    if not isinstance(told, dict):
        return Metadata(), body

    def of(keys: Iterable[str], made: Callable[[str], str] = str) -> Stated | None:
        found = next((value for key in keys if (value := _value(told, key))), "")
        return stated(made(found), ORIGIN)

    return Metadata(of(_TITLE), of(_PUBLISHER), of(_URL, _address), of(_LANGUAGE), of(_PUBLISHED, _day)), body


def _value(told: dict[Any, Any], key: str) -> str:
    value = told.get(key)
    return "" if value is None or isinstance(value, dict | list) else str(value).strip()


def _address(value: str) -> str:
    return value if value.startswith(("http://", "https://")) else ""


def _day(value: str) -> str:
    match = _DAY.match(value)
    return match.group() if match else ""


def _pieces(lines: list[str]) -> Iterator[Piece]:
    """The blocks of a text, marks left out."""
    held: list[str] = []
    kind, at = "paragraph", 0

    def ended() -> Iterator[Piece]:
        if held:
            yield Piece(_block(held, kind), kind)
            held.clear()

    while at < len(lines):
        line = lines[at]
        at += 1
        if _FENCE.match(line) or not line.strip() or _REFERENCE.match(line):
            yield from ended()
            kind = "paragraph"
        elif heading := _HEADING.match(line):
            yield from ended()
            yield Piece(_inline(heading["words"]), "heading")
        elif held and kind == "paragraph" and len(held) == 1 and _UNDERLINE.match(line):
            yield Piece(_inline(held.pop()), "heading")
        elif _RULE.match(line):
            yield from ended()
        else:
            words, found = _line(line)
            goes_on = found == "paragraph" or (found == kind and found != "list-item")
            if held and not goes_on:
                yield from ended()
            if not held:
                kind = found
            held.append(words)
    yield from ended()


def _line(line: str) -> tuple[str, str]:
    """A line without the mark that it begins with, and the kind of block that it opens or belongs to."""
    if _ROW.match(line):
        return line, "table"
    for pattern, kind in ((_QUOTED, "quotation"), (_ITEM, "list-item")):
        if match := pattern.match(line):
            return match["words"], kind
    return line.strip(), "paragraph"


def _block(lines: list[str], kind: str) -> str:
    if kind == "table":
        rows = ([_inline(cell.strip()) for cell in line.strip().strip("|").split("|")] for line in _rows(lines))
        return "\n".join(" | ".join(row) for row in rows)
    return _inline(" ".join(line.strip() for line in lines))


def _rows(lines: list[str]) -> list[str]:
    return [line for line in lines if not _RULED_ROW.match(line)]


def _inline(words: str) -> str:
    """Words without the marks of links, pictures, stress and notes."""
    words = _NOTE.sub("", _IMAGE.sub("", words))
    words = _TAG.sub("", _ADDRESS.sub(r"\1", _LINK.sub(lambda match: match["words"], words)))
    words = _CODE.sub(lambda match: match["words"], words)
    for _ in range(2):  # stress within stress
        words = _STRONG.sub(lambda match: match["words"], words)
    words = html.unescape(_ESCAPE.sub(r"\1", words))
    return _APART.sub("", " ".join(words.split()))

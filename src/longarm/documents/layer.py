"""How a text layer is put together: cleaned blocks, parted by one blank line, each with its place in the original."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from longarm.core.phrases import shortened
from longarm.errors import DocumentTooLarge
from longarm.model.documents import Block, Extract, Metadata, Stated

LONGEST_TEXT = 10_000_000  # characters of one layer: some 5,000 printed pages
MOST_BLOCKS = 100_000  # blocks of one layer
LONGEST_VALUE = 500  # characters of a title, a publisher, an address

# White space is no word: every kind of it becomes a blank, and characters without a shape of their own are left out,
# since they would part words for every later station. NUL and lone surrogates cannot be stored.
_SPACES = re.compile(r"[^\S\n\r\x1c-\x1f\x85\u2028\u2029]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SHAPELESS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of an original before it has offsets: its text, kind (as `Block.kind`) and page."""

    text: str
    kind: str = "paragraph"
    page: int | None = None


def clean(text: str) -> str:
    """The text with line ends as `\\n`, other white space as blanks, and without characters that have no shape."""
    text = _SHAPELESS.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    return _SURROGATES.sub("\ufffd", text)


def tidy(text: str) -> str:
    """A cleaned block: no blanks at line ends, no runs of blanks, no empty lines."""
    lines = (re.sub(r" {2,}", " ", line).strip() for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def stated(value: str | None, origin: str) -> Stated | None:
    """A value of metadata on one line, cleaned; None where it is empty, cut with an ellipsis where it is too long."""
    words = " ".join(clean(value or "").split())
    return Stated(shortened(words, LONGEST_VALUE - 1), origin) if words else None


def compose(pieces: Iterable[Piece], metadata: Metadata | None = None, notes: Iterable[str] = ()) -> Extract:
    """The text layer of the pieces, in order; empty pieces are left out.

    Raises:
        DocumentTooLarge: more text or blocks than a layer may have.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for index, piece in enumerate(pieces):
        words = tidy(piece.text)
        if not words:
            continue
        blocks.append(Block(at, at + len(words), piece.kind, piece.page, index))
        texts.append(words)
        at += len(words) + 2
        if at > LONGEST_TEXT or len(blocks) > MOST_BLOCKS:
            most = f"{LONGEST_TEXT:,} characters, {MOST_BLOCKS:,} blocks"
            raise DocumentTooLarge(f"has more text than one document may have ({most}): split it.")
    return Extract("\n\n".join(texts), tuple(blocks), metadata or Metadata(), tuple(notes))

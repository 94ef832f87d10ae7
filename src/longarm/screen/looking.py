"""Looking at one page: its text, its language, the signs in it; and reading it, where they are enough."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from longarm.codebook.loader import measures
from longarm.documents.failures import code_of, failure
from longarm.documents.language import SURE, detect
from longarm.errors import DocumentError
from longarm.model.documents import Block, Document, Extract, TextLayer
from longarm.model.statements import Reading
from longarm.screen import rules
from longarm.screen.copies import prints
from longarm.screen.journal import Heard, Seen, Told
from longarm.screen.rules import Rules
from longarm.screen.signs import Signs, find

READ = "en"  # the language that longarm reads
LONGEST = 200_000  # characters of a page that are read, those around its best stretch; some 100 printed pages
OTHER_LANGUAGE = "other-language"
Reads = Callable[[Iterable[tuple[TextLayer, Document]], bytes], Iterator[Reading]]


class Opens(Protocol):
    """Reads the text of one document in a process of its own, or raises a DocumentError."""

    def read(self, data: bytes, name: str) -> Extract: ...


@dataclass(frozen=True, slots=True)
class Look:
    """A first look at a page: what it found (`why` may be OTHER_LANGUAGE), and the text, where the signs are enough for
    reading it."""

    seen: Seen
    extract: Extract | None = None


def look(data: bytes, name: str, reader: Opens) -> Look:
    """A first look at a page.

    Args:
        name: for messages, with the suffix of its format.
    """
    try:
        extract = reader.read(data, name)
        if not extract.text.strip():
            raise failure("no-text", f"{name} has no text, it may be a scan or a page made by scripts.")
    except DocumentError as error:
        return Look(Seen(getattr(error, "code", "") or code_of(error), str(error)))
    language = _language(extract)
    found = extract.metadata.published
    published = found.value if found else ""
    if language != READ:
        return Look(Seen(OTHER_LANGUAGE, "", language, published))
    known = rules.load()
    signs = _signs(extract, known)
    if signs.points < known.least:
        return Look(Seen("", "", language, published, Signs(signs.words, signs.points)))
    return Look(Seen("", "", language, published, signs, *prints(extract.text)), extract)


def hear(extract: Extract, at: int, reads: Reads) -> Heard:
    """What a page tells, by passages, statements and resolution.

    Args:
        at: the character around which a very long page is read.
    """
    text, blocks, start = _part(extract, at)
    layer = TextLayer("page", "page", "screen", text, blocks)
    document = Document("page", "", "text/plain", "page", len(text))
    (reading,) = reads([(layer, document)], b"")
    known = frozenset(measure.id for measure in measures())
    told = tuple(
        Told(
            one.kind,
            start + one.span.start,
            start + one.span.end,
            one.passage,
            one.method,
            one.measure if one.measure in known else "",  # what the codebook has no measure for is a word of the page
            one.stage,
        )
        for one in reading.statements
    )
    return Heard(len(reading.passages), told, len(text) < len(extract.text))


def _signs(extract: Extract, known: Rules) -> Signs:
    """The signs of a page: of its text, with its title above it where that is no part of it."""
    title = extract.metadata.title.value if extract.metadata.title else ""
    if not title or extract.text.startswith(title):
        return find(extract.text, known)
    found = find(f"{title}\n\n{extract.text}", known)
    above = len(title) + 2
    return replace(found, start=max(0, found.start - above), end=max(0, found.end - above))


def _language(extract: Extract) -> str:
    code, probability = detect(extract.text)
    stated = extract.metadata.language
    if probability >= SURE or not stated:
        return code if probability >= SURE else READ
    return stated.value.strip().lower().replace("_", "-").partition("-")[0]


def _part(extract: Extract, at: int) -> tuple[str, tuple[Block, ...], int]:
    """The blocks around a character that are not more than LONGEST: their text, where each stands in it, and where it
    begins in the page's."""
    if len(extract.text) <= LONGEST:
        return extract.text, extract.blocks, 0
    first = max(0, min(at - LONGEST // 2, len(extract.text) - LONGEST))
    held = [block for block in extract.blocks if block.start >= first and block.end <= first + LONGEST]
    if not held:
        text = extract.text[first : first + LONGEST]
        return text, (Block(0, len(text)),), first
    start, end = held[0].start, held[-1].end
    return (
        extract.text[start:end],
        tuple(replace(block, start=block.start - start, end=block.end - start) for block in held),
        start,
    )

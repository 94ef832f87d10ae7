"""Whose story a document carries where it says so: a wire credit, a reprint, a translation."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from longarm.claims.origins.outlets import is_news, load
from longarm.claims.words import tokens
from longarm.model.claims import Source
from longarm.model.documents import Passage, TextLayer
from longarm.model.spans import Span

HEAD = 6  # first passages in which a dateline or byline may stand
LINE = 30  # words of a credit line at most
_NAME = r"(?:the\s+)?[A-Z][\w.&’'-]*(?:\s+(?:of\s+|de\s+)?[A-Z][\w.&’'-]*){0,5}"
_DATELINE = re.compile(rf"^[^\n(/]{{2,60}}[(/]\s?({_NAME})\s?[)/]\.?\s*(?:[-–—:]|$)")
_LONE = re.compile(rf"^\(?({_NAME})\)?\s*[-–—]\s")


@dataclass(frozen=True, slots=True)
class Credit:
    """A document's word that it carries another's story.

    Attributes:
        name: in one writing, without article.
        source: source id of the party, empty where the case knows none.
        span: the words that say so.
    """

    name: str
    source: str
    span: Span


def datelines(passages: Sequence[Passage], layer: TextLayer) -> Iterator[Span]:
    """What stands before the first passages in their blocks: where and by whom a text was filed."""
    for passage in passages[:HEAD]:
        end = passage.span.start
        start = next((block.start for block in layer.blocks if block.start < end < block.end), end)
        if layer.text[start:end].strip():
            yield Span(layer.id, start, end, layer.text[start:end])


def credits(
    passages: Sequence[Passage], filed: Sequence[Span], parties: Mapping[str, str], author: str
) -> Iterator[Credit]:
    """The credits of one document, but for those to its own author.

    Args:
        filed: its datelines, which are no part of its passages.
        parties: names in one writing to source ids.
        author: source id of the document's author.
    """
    seen = set()
    heads = [(span, True) for span in filed]
    for span, is_head in (*heads, *((passage.span, index < HEAD) for index, passage in enumerate(passages))):
        for start, end in _named(span.words, is_head=is_head):
            name = plain(span.words[start:end])
            source = parties.get(name, "")
            if not name or name in seen or (source and source == author):
                continue
            seen.add(name)
            yield Credit(name, source, Span(span.text, span.start + start, span.start + end, span.words[start:end]))


def known_names(sources: Iterable[Source]) -> dict[str, str]:
    """Every name of the parties of a case in one writing, to its source id; names of several parties are left out."""
    found: dict[str, str] = {}
    for source in sources:
        for alias in (source.name, *source.aliases):
            form = plain(alias)
            found[form] = source.id if found.get(form, source.id) == source.id else ""
    return {form: source for form, source in found.items() if form and source}


def plain(name: str) -> str:
    """A name in one writing: words in lower case, no article, nothing in parentheses."""
    words = tokens(re.sub(r"\([^)]*\)", " ", name))
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _named(text: str, *, is_head: bool) -> Iterator[tuple[int, int]]:
    if is_head:
        for pattern in (_DATELINE, _LONE):
            match = pattern.match(text)
            if match and is_news(match.group(1)):
                yield match.span(1)
    if len(text.split()) > LINE:
        return
    for match in _cue().finditer(text):
        yield match.span(1)


@functools.cache
def _cue() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(load().credits, key=len, reverse=True))
    return re.compile(rf"(?:\b|^|\()(?i:{cues})\s*(?:by\s+|an?\s+\w+\s+(?:by|in)\s+)?({_NAME})")

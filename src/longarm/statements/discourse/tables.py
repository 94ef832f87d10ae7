"""Tables: whose the numbers of a list or a table are: "Source: Harbour Institute" on a line beneath it."""

import re
from collections.abc import Iterator, Sequence

from longarm.model.spans import Span
from longarm.model.statements import Attribution
from longarm.statements.attributions import extents
from longarm.statements.text import Part

LONGEST_NAME = 60  # characters
_CREDIT = re.compile(
    r"(?:^|(?<=\n))\(?(?P<cue>[Ss]ources?|SOURCES?|[Dd]ata|[Ff]igures) ?: +"
    rf"(?P<who>[A-Z][^\n.,;:()|]{{1,{LONGEST_NAME}}})"
)
_KINDS = frozenset({"list-item", "table", "headline", "caption"})  # of passages that hold what a credit is for


def tabled(parts: Sequence[Part]) -> Iterator[Attribution]:
    """An attribution of the numbers of every list or table to whom the credit beneath it names."""
    for index, part in enumerate(parts):
        found = _CREDIT.search(part.parse.text) if ":" in part.parse.text else None
        if found is None:
            continue
        content = tuple(_numbers(parts, index, found.start()))
        if content:
            yield Attribution(_span(part, found, "who"), _span(part, found, "cue"), content, cue_lemma=":")


def _numbers(parts: Sequence[Part], index: int, at: int) -> Iterator[Span]:
    """The sentences with numbers before a credit, from where the list or table begins."""
    first = index
    while first > 0 and parts[first - 1].passage.kind in _KINDS:
        first -= 1
    for part in parts[first : index + 1]:
        parse = part.parse
        for start, end in parse.sentences:
            run = extents.trim(parse, (start, end))
            is_before = part is not parts[index] or parse.ends[end - 1] - parse.offset <= at
            if (
                run is not None
                and is_before
                and part.passage.kind in _KINDS
                and any(parse.pos[t] == "NUM" for t in range(*run))
            ):
                yield parse.span(*run)


def _span(part: Part, found: re.Match[str], group: str) -> tuple[Span]:
    offset = part.parse.offset
    return (part.parse.chars(offset + found.start(group), offset + found.start(group) + len(found[group].rstrip())),)

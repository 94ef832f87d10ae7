"""Words that people withheld: of statements and of documents' titles; they leave nowhere, whoever repeats them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from longarm.model.case import Case
from longarm.model.spans import Span
from longarm.protect.masking import Edit

LABEL = "[withheld]"
WORDS = 16  # characters of withheld words from which they are looked for elsewhere: shorter ones say little alone
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is withheld.

    Attributes:
        spans: of withheld statements.
        words: withheld words that are long enough to be looked for in titles, reasons, sentences and other texts.
    """

    spans: tuple[Span, ...] = ()
    words: tuple[str, ...] = ()

    def edits(self, text: str) -> list[Edit]:
        """Where withheld words stand in a text, blanks apart."""
        return [Edit(start, end, LABEL) for start, end in self._told(text)]

    def edits_of_layer(self, layer: str, text: str, shown: Sequence[Span]) -> list[Edit]:
        """As `edits`, for a text of a document by its id; what a released statement (`shown`) says there stays."""
        own = ((span.start, span.end) for span in self.spans if span.text == layer)
        places = sorted({*own, *self._told(text)})
        return [Edit(*piece, LABEL) for place in places for piece in _without(text, place, shown)]

    def _told(self, text: str) -> Iterator[tuple[int, int]]:
        for words in self.words:
            for match in re.finditer(r"\s+".join(map(re.escape, words.split())), text, re.IGNORECASE):
                yield match.span()


def hidden(case: Case, limited: Case) -> Hidden:
    """What of a case is withheld.

    Args:
        case: whole, with what people decided.
        limited: what is about to leave: words that a statement of it has are no secret.
    """
    withheld = case.settled.withheld
    said = [one.span for reading in case.state.readings for one in reading.statements if one.id in withheld]
    shown = [one.span for reading in limited.state.readings for one in reading.statements]
    titles = [one.title.value for one in case.state.documents if one.id in withheld and one.title]
    return Hidden(tuple(said), telling((*(span.words for span in said), *titles), shown))


def telling(words: Iterable[str], shown: Iterable[Span]) -> tuple[str, ...]:
    """The withheld words that tell something, each once, the longest first; not what a released statement says too."""
    found = {one for text in words if len(one := _plain(text)) >= WORDS}
    if not found:
        return ()
    released = "\n".join(_plain(span.words) for span in shown).casefold()
    return tuple(sorted((one for one in found if one.casefold() not in released), key=lambda one: (-len(one), one)))


def _without(text: str, place: tuple[int, int], shown: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """The pieces of a place that no released statement covers, without blanks around them, where they have words."""
    at, end = place
    for span in sorted(shown, key=lambda one: one.start):
        if span.start < end and at < span.end:
            yield from _trimmed(text, at, span.start)
            at = max(at, span.end)
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start : max(start, end)]
    if _WORD.search(words):
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _plain(text: str) -> str:
    return " ".join(text.split())

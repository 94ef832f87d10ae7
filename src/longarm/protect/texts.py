"""The released text of one document: its passages masked, the rest left out, every span re-based."""

from collections.abc import Iterable
from dataclasses import dataclass

from longarm.model.documents import Passage, TextLayer
from longarm.model.public import PublicPassage, PublicSpan
from longarm.model.spans import Span
from longarm.model.statements import Reading
from longarm.protect.hidden import Hidden
from longarm.protect.masking import Masked, mask
from longarm.protect.mentions import mentions
from longarm.protect.names import Names

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class ReleasedText:
    """What leaves of a text.

    Attributes:
        masked: the whole text, masked; of it only the passages leave.
        pieces: (start, end) in the masked text, and the start in the released one, a passage each.
    """

    text: str
    masked: Masked
    passages: tuple[PublicPassage, ...]
    pieces: tuple[tuple[int, int, int], ...]
    left_out: int

    def span(self, span: Span | None) -> PublicSpan | None:
        """Where words of the original stand in the released text, None where they are left out."""
        if span is None:
            return None
        start, end = self.masked.span(span.start, span.end)
        for piece_start, piece_end, at in self.pieces:
            if piece_start <= start and end <= piece_end:
                moved = start - piece_start + at, end - piece_start + at
                return PublicSpan(*moved, self.text[slice(*moved)])
        return None

    def words(self, span: Span) -> str:
        """The words of a span of the original, masked, also where their passage is left out."""
        start, end = self.masked.span(span.start, span.end)
        return self.masked.text[start:end]

    def passage(self, span: PublicSpan) -> str:
        """The id of the passage that holds a span of the released text."""
        for passage in self.passages:
            if passage.span.start <= span.start and span.end <= passage.span.end:
                return passage.id
        return ""


def released_text(layer: TextLayer, reading: Reading, names: Names, is_full: bool, withheld: Hidden) -> ReleasedText:
    """The passages of a text that may leave, masked.

    Args:
        is_full: all passages; else only those that carry a statement.
        withheld: words that leave in no passage.
    """
    edits = withheld.edits_of_layer(layer.id, layer.text, [one.span for one in reading.statements])
    known = ((one.start, one.end) for one in mentions(reading, layer, names.spared))
    masked = mask(layer.text, names, reading.document, known, edits)
    shown = [
        (index, passage)
        for index, passage in enumerate(reading.passages)
        if is_full or _carries(passage, (statement.span for statement in reading.statements))
    ]
    return _joined(masked, shown, len(reading.passages) - len(shown))


def _carries(passage: Passage, spans: Iterable[Span]) -> bool:
    return any(passage.span.start < span.end and span.start < passage.span.end for span in spans)


def _joined(masked: Masked, shown: list[tuple[int, Passage]], left_out: int) -> ReleasedText:
    parts: list[str] = []
    passages: list[PublicPassage] = []
    pieces: list[tuple[int, int, int]] = []
    at, last = 0, -1
    for index, passage in shown:
        start, end = masked.span(passage.span.start, passage.span.end)
        words = masked.text[start:end]
        span = PublicSpan(at, at + len(words), words)
        passages.append(PublicPassage(f"p{index + 1}", span, passage.kind, passage.page, index > last + 1))
        pieces.append((start, end, at))
        parts.append(words)
        at += len(words) + len(_GAP)
        last = index
    return ReleasedText(_GAP.join(parts), masked, tuple(passages), tuple(pieces), left_out)

"""Drift inside quotation marks: altered words, another speaker, quotations that became paraphrases."""

from collections.abc import Iterable, Iterator

from longarm.claims.context import Context
from longarm.claims.drift.compare import Difference
from longarm.claims.origins.members import Rooted
from longarm.claims.quotations.compare import Change, changes
from longarm.claims.words import content
from longarm.model.claims import Resolved
from longarm.model.spans import Span

LISTED = 6  # changes that a sentence names; the marks have all
PARAPHRASE = 0.7  # share of the telling words of a paraphrase that the quotation holds
TELLING = 4  # telling words that a paraphrase must have


def altered(full: Resolved, told: Resolved) -> Difference | None:
    """What was changed between the quotation marks."""
    left, right = full.statement.span, told.statement.span
    found = changes(left.words, right.words)
    if not found:
        return None
    named = "; ".join(_named(change) for change in found[:LISTED])
    more = f"; and {len(found) - LISTED} more" if len(found) > LISTED else ""
    marks = [mark for change in found for mark in _marks(left, right, change)]
    return Difference("quote-altered", f"{named}{more}.", tuple(marks))


def _named(change: Change) -> str:
    if not change.left:
        return f"“{change.right}” was put in"
    return f"“{change.left}” was left out" if not change.right else f"“{change.left}” became “{change.right}”"


def _marks(left: Span, right: Span, change: Change) -> Iterator[Span]:
    for span, (start, end) in ((left, change.left_at), (right, change.right_at)):
        if start < end:
            yield Span(span.text, span.start + start, span.start + end, span.words[start:end])


def misattributed(full: Rooted, told: Rooted, context: Context) -> Difference | None:
    """The same words given to another speaker, where neither reports the other."""
    one, other = full[1].source, told[1].source
    if not full[1].is_known or not told[1].is_known or context.kinship.kin(one) == context.kinship.kin(other):
        return None
    if _speaks(full[0], other) or _speaks(told[0], one):
        return None
    names = [context.sources[source].name if source in context.sources else source for source in (one, other)]
    detail = f"The words are given to {names[0]} in one text and to {names[1]} in the other."
    return Difference("misattributed", detail, (*_voice(full[0]), *_voice(told[0])))


def _speaks(item: Resolved, source: str) -> bool:
    return any(voice.source == source for voice in item.statement.voices)


def _voice(item: Resolved) -> Iterator[Span]:
    last = item.statement.voices[-1]
    yield last.mention or item.statement.span


def paraphrases(
    quotation: Resolved, others: Iterable[Resolved], inside: set[str]
) -> Iterator[tuple[Resolved, Difference]]:
    """Statements in the same speaker's name that tell the quotation's words without quotation marks.

    Args:
        others: statements of the same speaker in other documents.
        inside: ids of statements that stand in quotation marks.
    """
    words = content(quotation.statement.span.words)
    for other in others:
        told = content(other.statement.span.words)
        if other.id in inside or other.statement.kind == "quotation" or len(told) < TELLING:
            continue
        if other.statement.document == quotation.statement.document:
            continue
        if len(told & words) >= PARAPHRASE * len(told):
            spans = (quotation.statement.span, other.statement.span)
            yield (
                other,
                Difference("quote-to-paraphrase", "The quotation is told in other words, without marks.", spans),
            )

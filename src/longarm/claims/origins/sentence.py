"""The sentence that a statement stands in."""

from longarm.claims.context import Context
from longarm.claims.reuse.pieces import sentences
from longarm.model.claims import Resolved
from longarm.model.spans import Span


def sentence(resolved: Resolved, context: Context) -> Span:
    """The sentence that a statement stands in, or its own words where the passage is not known."""
    statement = resolved.statement
    passages = context.passages.get(statement.document, ())
    if not 0 <= statement.passage < len(passages):
        return statement.span
    passage = passages[statement.passage].span
    at = statement.span.start - passage.start
    for start, end in sentences(passage.words):
        if start <= at < end:
            return Span(passage.text, passage.start + start, passage.start + end, passage.words[start:end])
    return statement.span

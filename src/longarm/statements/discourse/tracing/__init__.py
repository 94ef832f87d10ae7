"""Tracing: which party of the text the words of a source stand for. One table, `WAYS`, in the order they are tried."""

from collections.abc import Sequence

from longarm.model.spans import Span
from longarm.statements.discourse.named import Discourse
from longarm.statements.discourse.tracing import (
    authors,
    descriptions,
    groups,
    joint,
    names,
    pronouns,
    references,
    works,
)
from longarm.statements.discourse.tracing.tracer import Tracer
from longarm.statements.text import Part, Text

WAYS = (
    names.person,
    names.officer,
    pronouns.relative,
    authors.author,
    pronouns.pronoun,
    groups.paired,
    groups.share,
    groups.partitive,
    pronouns.those,
    works.section,
    works.record,
    works.work,
    names.name,
    references.reference,
    descriptions.described,
)


def tracer(text: Text, discourse: Discourse, part: Part, source: Span, spoken: Sequence[tuple[str, int]]) -> Tracer:
    """What a source of a passage is traced with, by all ways of naming.

    Args:
        spoken: (name, where) of the parties that have spoken before, in order.
    """
    return Tracer(text, discourse, part, source, spoken, WAYS, joint.joint)

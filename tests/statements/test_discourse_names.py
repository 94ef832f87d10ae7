"""Whole names around a noun, also where a parser ties a word before it to what follows."""

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements.discourse.names import widen
from longarm.statements.parser import parse


def test_a_name_never_ends_before_it_begins() -> None:
    text = "In Smith v. Rovia the Court of Appeal ruled in 2022."
    (made,) = parse([Passage(Span("t", 0, len(text), text), "paragraph", "en")])
    for token in range(len(made)):
        first, last = widen(made, token)
        assert first <= token < last

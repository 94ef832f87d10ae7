"""Spans hold exact words at exact places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.core.intervals import Interval
from longarm.model.spans import Span, spans_in
from longarm.model.statements import Hedge, Quantity


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span, Span]:
    text = draw(st.text(min_size=1, max_size=60))
    cuts = [sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text))))) for _ in range(2)]
    first, second = (Span.of("t", text, start, end) for start, end in cuts)
    return text, first, second


@given(texts_and_spans())
def test_the_words_are_those_between_the_offsets(drawn: tuple[str, Span, Span]) -> None:
    text, first, second = drawn
    for span in (first, second):
        assert text[span.start : span.end] == span.words


@given(texts_and_spans())
def test_a_span_contains_another_exactly_when_all_its_characters_are_inside(drawn: tuple[str, Span, Span]) -> None:
    _, first, second = drawn
    if second.start < second.end:
        inside = set(range(second.start, second.end)) <= set(range(first.start, first.end))
        assert first.contains(second) == inside
        shares = bool(set(range(first.start, first.end)) & set(range(second.start, second.end)))
        assert first.overlaps(second) == second.overlaps(first) == shares


def test_spans_of_different_texts_share_nothing() -> None:
    assert not Span("a", 0, 3, "one").overlaps(Span("b", 0, 3, "one"))


def test_a_span_whose_offsets_do_not_fit_its_words_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot run from 0 to 5"):
        Span("t", 0, 5, "four")


def test_every_span_in_a_value_is_found() -> None:
    number, unit, hedge = Span("t", 0, 2, "54"), Span("t", 3, 10, "offices"), Span("t", 11, 16, "maybe")
    value = (Quantity(number, Interval(54, 54), 54, unit_span=unit), ("54", Hedge("possible", "maybe", 0, hedge)), None)
    assert set(spans_in(value)) == {number, unit, hedge}

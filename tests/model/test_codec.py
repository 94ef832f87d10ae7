"""What goes into JSON comes out the same; what has another shape is refused with its field."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.core.intervals import Interval
from longarm.errors import CodecError
from longarm.model import codec
from longarm.model.documents import Document, Stated
from longarm.model.entries import Entry
from longarm.model.periods import Period
from longarm.model.spans import Span
from longarm.model.statements import Hedge, Quantity, Roles, Statement, TimeMention, Voice

words = st.text(max_size=20)
spans = st.builds(lambda start, text: Span("t", start, start + len(text), text), st.integers(0, 500), words)
intervals = st.builds(
    lambda low, width: Interval(low, None if width is None else low + width),
    st.integers(0, 999),
    st.none() | st.integers(0, 99),
)
quantities = st.builds(
    Quantity,
    span=spans,
    interval=intervals,
    value=st.none() | st.integers() | st.tuples(st.integers(), st.integers()),
    unit=words,
    unit_span=st.none() | spans,
)
voices = st.builds(
    Voice,
    name=words,
    work=words,
    mention=st.none() | spans,
    cue=st.none() | spans,
    found=st.sampled_from(["author", "explicit"]),
)
hedges = st.builds(Hedge, kind=words, words=words, voice=st.integers(0, 3), span=st.none() | spans)
times = st.builds(TimeMention, span=spans, kind=words, start=st.none() | words, end=words, precision=words)
statements = st.builds(
    Statement,
    id=words,
    document=words,
    span=spans,
    kind=st.just("figure"),
    method=words,
    voices=st.lists(voices, max_size=3).map(tuple),
    hedges=st.lists(
        st.builds(Hedge, kind=words, words=words, voice=st.integers(0, 3), span=st.none() | spans), max_size=2
    ).map(tuple),
    roles=st.builds(Roles, actor=words),
    quantity=st.none() | quantities,
    period=st.none() | times,
)


@given(statements)
def test_a_statement_survives_the_way_through_json(statement: Statement) -> None:
    text = json.dumps(codec.pack(statement), ensure_ascii=False)
    assert codec.unpack(Statement, json.loads(text)) == statement


@given(
    st.builds(
        Document,
        id=words,
        sha256=words,
        media=words,
        path=words,
        size=st.integers(0),
        title=st.none() | st.builds(Stated, words, words),
        published=st.none() | st.builds(Period, words, words),
    )
)
def test_a_document_survives_the_way_through_json(document: Document) -> None:
    assert codec.from_data(Document, json.loads(json.dumps(codec.to_data(document)))) == document


def test_an_entry_keeps_its_body_as_it_is() -> None:
    entry = Entry("added", "document", "d-1", {"nested": [1, {"a": None}]}, "reader 1", "2026-01-01T00:00:00Z")
    assert codec.from_data(Entry, codec.to_data(entry)) == entry


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"text": "t", "start": 0, "end": 1, "words": "a", "page": 1}, "no field page"),
        ({"text": "t", "start": "0", "end": 1, "words": "a"}, "'0' is not int"),
        ({"text": "t", "start": 0, "end": 5, "words": "a"}, "cannot run from 0 to 5"),
        (["t", 0, 1, "a"], "Span is an object"),
        ({"text": "t", "start": True, "end": 1, "words": "a"}, "True is not int"),
    ],
)
def test_data_of_another_shape_is_refused_with_the_reason(data: object, message: str) -> None:
    with pytest.raises(CodecError, match=message):
        codec.from_data(Span, data)


def test_another_version_is_refused() -> None:
    packed = codec.pack(Span("t", 0, 1, "a")) | {"v": 99}
    with pytest.raises(CodecError, match="version 99"):
        codec.unpack(Span, packed)


def test_another_type_is_refused() -> None:
    with pytest.raises(CodecError, match="a Document was expected, a Span is stored"):
        codec.unpack(Document, codec.pack(Span("t", 0, 1, "a")))

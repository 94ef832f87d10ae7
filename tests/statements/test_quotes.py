"""Quotation marks are paired as a reader would pair them, and every quotation ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.statements.quotes import pair


def inside(text):
    return [text[q.start : q.end] for q in pair(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('She said "no" and left.', ["no"]),
        ("She said “no” and left.", ["no"]),
        ("Elle a dit « non » et partit.", ["non"]),
        ("Sie sagte „nein“ und ging.", ["nein"]),
        ("Er sagte »nein« und ging.", ["nein"]),
        ("''We left,'' he said. ''All of us.''", ["We left,", "All of us."]),
        ("``We left,'' he said.", ["We left,"]),
        ("She called it ‘a visit’ and left.", ["a visit"]),
        ("She called it 'a visit' and left.", ["a visit"]),
        ('The full stop stands "inside." Or "outside".', ["inside.", "outside"]),
        ("“They called it ‘a visit’,” she said.", ["They called it ‘a visit’,", "a visit"]),
    ],
)
def test_every_style_of_marks_is_paired(text, words):
    assert inside(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "It's the workers' fault, isn't it?",
        "The '90s were rock 'n' roll.",
        'A pipe of 6" and a man of 5\'10".',
        'The rest of it ends here." Then nothing.',
        "The exiles’ families didn’t call.",
        "",
    ],
)
def test_apostrophes_inches_and_stray_closing_marks_open_nothing(text):
    assert pair(text) == ()


def test_an_inch_mark_inside_a_quotation_does_not_close_it():
    assert inside('"The 10" screen broke," he said.') == ['The 10" screen broke,']


def test_a_plural_possessive_inside_single_quotes_does_not_close_them():
    assert inside("‘I doubt that the students’ union will,’ he said.") == ["I doubt that the students’ union will,"]


def test_a_quotation_that_nothing_closes_ends_with_its_passage():
    text = 'The group wrote that "these desks break the law.  '
    (quote,) = pair(text, 100)
    assert not quote.is_closed
    assert text[quote.start - 100 : quote.end - 100] == "these desks break the law."
    assert quote.outer_end == 100 + len(text.rstrip())


def test_a_quotation_inside_another_that_is_never_closed_ends_with_the_outer_one():
    outer, inner = pair("“They said «come home,” she wrote.")
    assert outer.is_closed
    assert not inner.is_closed
    assert inner.outer_end <= outer.outer_end


def test_the_outer_offsets_hold_the_marks():
    text = 'He said "no".'
    (quote,) = pair(text, 5)
    assert text[quote.outer_start - 5 : quote.outer_end - 5] == '"no"'


MARKED = st.text(alphabet=list("ab s.,1 \"“”„«»‘’'`\n"), max_size=60)


@given(MARKED, st.integers(0, 50))
def test_quotations_lie_in_the_passage_hold_words_and_never_cross(text, offset):
    found = pair(text, offset)
    for quote in found:
        assert offset <= quote.outer_start < quote.start < quote.end <= quote.outer_end <= offset + len(text)
        assert (
            text[quote.start - offset : quote.end - offset].strip() == text[quote.start - offset : quote.end - offset]
        )
    for first in found:
        for second in found:
            apart = first.outer_end <= second.outer_start or second.outer_end <= first.outer_start
            within = first.outer_start <= second.outer_start and second.outer_end <= first.outer_end
            around = second.outer_start <= first.outer_start and first.outer_end <= second.outer_end
            assert apart or within or around

"""Figures, periods and excerpts in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.core.intervals import Interval
from longarm.errors import DataError
from longarm.languages import loader as languages
from longarm.model.public import PublicQuantity
from longarm.publication.site import figures, intervals, shell, wording
from longarm.publication.site.marks import cut, excerpt


@pytest.mark.parametrize(
    ("words", "low", "high", "relation", "whole", "plain"),
    [
        ("more than 50", 51, None, "", "", "51 or more"),
        ("54", 54, 54, "", "", ""),
        ("some 230,000", 218500, 241500, "", "", "218,500 to 241,500"),
        ("fewer than 30", 0, 29, "", "", "29 or fewer"),
        ("most", 0.5, 1, "majority", "the stations", "more than half of the stations"),
        ("a third", 1 / 3, 1 / 3, "ratio", "", "33.3 %"),
        ("a further 24", 24, 24, "increment", "", "24 on top of an earlier count"),
    ],
)
def test_a_quantity_is_read_out_where_its_words_say_more_than_a_number(words, low, high, relation, whole, plain):
    assert figures.reading(PublicQuantity(Interval(low, high), low, words, "exact", "", relation, whole)) == plain


def test_digits_that_cannot_be_read_are_not_guessed():
    assert "cannot be read" in figures.reading(
        PublicQuantity(Interval(0, None), None, "230,00", "exact", flags=("garbled",))
    )


@given(st.text(min_size=1, max_size=40), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_pieces_join_to_the_passage_and_cover_every_mark(text, pairs):
    marks = [(min(pair), max(pair), f"s{at}") for at, pair in enumerate(pairs)]
    pieces = cut(text, 10, marks)
    assert "".join(piece.text for piece in pieces) == text
    for start, end, key in marks:
        inside = text[max(0, start - 10) : max(0, end - 10)]
        assert "".join(piece.text for piece in pieces if key in piece.keys) == inside
        assert (
            sum(key in piece.opens for piece in pieces) == sum(key in piece.closes for piece in pieces) == bool(inside)
        )


def test_a_long_passage_is_cut_around_the_statement_at_spaces():
    passage = "early words " * 60 + "THE STATEMENT" + " later words" * 60
    start = passage.index("THE")
    shown = excerpt(passage, start, start + 13)
    assert shown.words == "THE STATEMENT"
    assert shown.is_cut_before and shown.is_cut_after
    assert passage.find(shown.before + shown.words + shown.after) > 0
    assert len(shown.before) < 300 and shown.before.startswith(("early", "words"))


def test_a_malformed_table_of_words_is_named():
    with pytest.raises(DataError, match="single of support"):
        wording.parse({"support": {"single": {"name": "x"}}, "intervals": []})


def test_the_table_of_intervals_holds_the_words_and_figures_of_the_language_data():
    table = {row.reading: row for row in intervals.rows()}
    assert "more than n" in table["n + 1 or more"].words and "n +" in table["n + 1 or more"].words
    margin = table["n less and more a margin, outward to whole numbers"]
    assert "an estimated n" in margin.words and "0.5 of a unit" in margin.note and "5%" in margin.note
    assert "dozens" in table["24 or more"].words
    told = " ".join(row.words for row in intervals.rows())
    qualifiers = languages.load("en").qualifiers
    phrases = [phrase for table in (qualifiers.before, qualifiers.after) for row in table.values() for phrase in row]
    assert [phrase for phrase in phrases if phrase.removeprefix("- ") not in told] == []
    assert all(row.words and row.reading for row in intervals.rows())


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“It is not so,”", "It is not so"),
        ('"It is not so."', "It is not so."),
        ("“It” is “so”", "“It” is “so”"),
        ("said “it is so”", "said “it is so”"),
        ("“", "“"),
    ],
)
def test_a_quotation_has_its_marks_once(words, shown):
    assert shell.bare(words) == shown

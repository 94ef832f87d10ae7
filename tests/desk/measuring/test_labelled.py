"""Rows of labelled text as people write them."""

import json

import pytest

from longarm.desk.measuring.labelled import anchor, parse_rows
from longarm.errors import DataError


def line(**changes):
    row = {
        "id": "a",
        "text": "Nine men and nine women left.",
        "expect": {"figures": [{"at": "Nine", "low": 9, "high": 9}]},
    }
    return json.dumps({**row, **changes})


def test_blank_lines_are_no_rows_and_the_tier_is_plain_unless_said():
    rows = parse_rows([line(), "", line(id="b", tier="hard")], "mine.jsonl")
    assert [(row.id, row.tier) for row in rows] == [("a", "plain"), ("b", "hard")]


def test_a_label_stands_where_its_words_come_for_the_nth_time():
    (row,) = parse_rows([line()], "mine.jsonl")
    assert anchor(row, {"at": "n"}) == (2, 3)
    assert anchor(row, {"at": "n", "nth": 2}) == (7, 8)
    assert anchor(row, {"at": "ten"}) is None
    assert anchor(row, {}) == (0, len(row.text))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": ""}, "line 1: a text in field id"),
        ({"text": 5}, "line 1: a text in field text"),
        ({"expect": {}}, "line 1, field expect"),
        ({"expect": {"colour": []}}, "line 1, field expect"),
        ({"tier": "odd"}, "'odd' is none of"),
        ({"expect": {"figures": ["Nine"]}}, "is an object with `at`"),
        ({"expect": {"figures": [{"at": "Ten", "low": 10, "high": 10}]}}, "'Ten' does not stand in the text"),
        ({"expect": {"figures": [{"at": "Nine", "low": 9}]}}, "both low and high"),
        ({"expect": {"figures": [{"at": "Nine"}]}}, "needs low and high, or a qualifier"),
    ],
)
def test_a_malformed_row_is_refused_with_file_line_and_field(changes, message):
    with pytest.raises(DataError, match=message) as refused:
        parse_rows([line(**changes)], "mine.jsonl")
    assert str(refused.value).startswith("mine.jsonl, line 1")


def test_a_line_that_is_not_json_is_refused():
    with pytest.raises(DataError, match=r"mine\.jsonl, line 2 is not JSON"):
        parse_rows([line(), "{"], "mine.jsonl")


def test_an_id_given_twice_is_refused():
    with pytest.raises(DataError, match="line 2: the id a was given before"):
        parse_rows([line(), line()], "mine.jsonl")

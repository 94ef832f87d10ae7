"""The language tables load whole, and say what is wrong when they do not."""

import dataclasses

import pytest

from longarm.errors import DataError
from longarm.languages import load
from longarm.languages.loader import Ages, Conventions, build


def test_english_loads_with_every_table_filled():
    english = load("en")
    for table in (english.numbers, english.qualifiers, english.units, english.times):
        empty = [field.name for field in dataclasses.fields(table) if not getattr(table, field.name)]
        assert not empty


def test_no_number_word_stands_in_two_tables():
    numbers = load("en").numbers
    tables = (numbers.units, numbers.tens, numbers.scales, numbers.groups, numbers.indefinite, numbers.fractions)
    words = [word for table in tables for word in table]
    assert len(words) == len(set(words))


def test_no_phrase_before_a_number_has_two_meanings():
    phrases = [phrase for listed in load("en").qualifiers.before.values() for phrase in listed]
    assert len(phrases) == len(set(phrases))


def test_an_unknown_language_is_an_error_that_names_the_file():
    with pytest.raises(DataError, match=r"qq/numbers\.yaml"):
        load("qq")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "has no key 'approx_share'"),
        ({"approx_unit": "much"}, "has no key"),
        ([], "must be a table"),
    ],
)
def test_a_malformed_table_names_where_and_what(data, said):
    with pytest.raises(DataError, match=said):
        build(Conventions, data, "here")


def test_a_misspelled_key_is_refused():
    good = {"before": ["aged"], "after": ["old"], "units": ["year"], "persons": [], "highest": 110}
    assert build(Ages, good, "ages").highest == 110
    with pytest.raises(DataError, match="unknown key 'hihgest'"):
        build(Ages, {**good, "hihgest": 1}, "ages")


def test_a_yaml_word_read_as_truth_value_is_refused():
    with pytest.raises(DataError, match="quotation marks"):
        build(Ages, {"before": [True], "after": [], "units": [], "persons": [], "highest": 1}, "ages")

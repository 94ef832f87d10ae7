"""The language tables load whole."""

import dataclasses

import pytest

from longarm.errors import DataError
from longarm.languages import load


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

"""The words around names are checked where they are read, and no private role is an office."""

import pytest

from longarm.core.tables import build
from longarm.errors import DataError
from longarm.languages.people import PeopleWords, load

PRIVATE = {"activist", "student", "resident", "witness", "owner", "lawyer", "researcher", "officer", "reporter"}


def test_no_private_role_is_a_public_office():
    words = load("en")
    assert not PRIVATE & (words.offices | words.posts)


def test_a_given_name_rules_out_no_name_by_itself():
    words = load("en")
    assert not words.given & words.organisations


@pytest.mark.parametrize("raw", [[], {}, {"titles": "mr"}])
def test_a_file_without_its_sections_is_refused(raw):
    with pytest.raises(DataError, match=r"test\.yaml"):
        build(PeopleWords, raw, "test.yaml")


def test_words_with_capitals_are_refused():
    raw = dict.fromkeys(load("en").__slots__, "word") | {"titles": "Mr"}
    with pytest.raises(DataError, match="titles"):
        build(PeopleWords, raw, "test.yaml")


def test_a_language_without_words_is_an_error_that_names_the_file():
    with pytest.raises(DataError, match=r"xx-people\.yaml"):
        load("xx")

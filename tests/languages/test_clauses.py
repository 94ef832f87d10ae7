"""Words of clauses and replies are in lower case, and stand in one list of those that rule each other out."""

import pytest

from longarm.languages import clauses, replies


@pytest.mark.parametrize("words", [clauses.load("en"), replies.load("en")])
def test_words_are_in_lower_case(words):
    lists = {name: getattr(words, name) for name in words.__slots__}
    assert {name: word for name, listed in lists.items() for word in listed if word != word.lower()} == {}


def test_what_says_on_what_terms_is_no_background():
    words = clauses.load("en")
    assert not words.terms & words.background

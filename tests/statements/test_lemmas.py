"""Lemmas without parsing."""

import pytest

from longarm.statements.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "expected"),
    [("held", "hold"), ("families", "family"), ("threatening", "threaten"), ("harassed", "harass"), ("men", "man")],
)
def test_a_word_has_the_lemma_that_it_most_likely_has(word: str, expected: str) -> None:
    assert lemma(word) == expected


def test_a_word_that_is_not_known_stays() -> None:
    assert lemma("zephyrines") == "zephyrines"

"""Pages with the same words, and with nearly the same."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.screen.copies import Firsts, likeness, prints

LETTERS = random.Random(3)
WORDS = ["".join(LETTERS.choices("abcdefghij", k=5)) for _ in range(400)]


def changed(words: list[str], share: float) -> list[str]:
    every = max(1, round(1 / share))
    return [f"{word}x" if at % every == 0 else word for at, word in enumerate(words)]


def test_words_alone_make_the_fingerprint() -> None:
    assert prints("The offices, closed.")[0] == prints("the offices\n\nCLOSED")[0]
    assert prints("The offices closed.")[0] != prints("The closed offices.")[0]


@pytest.mark.parametrize(("share", "is_copy"), [(0.02, True), (0.1, True), (0.5, False)])
def test_a_page_with_few_words_changed_is_a_copy_of_the_first(share: float, is_copy: bool) -> None:
    firsts = Firsts()
    assert firsts.first("a", prints(" ".join(WORDS))[1]) == "a"
    assert firsts.first("b", prints(" ".join(changed(WORDS, share)))[1]) == ("a" if is_copy else "b")
    assert firsts.first("c", prints(" ".join(WORDS))[1]) == "a"


def test_a_page_with_more_around_it_is_a_copy() -> None:
    firsts = Firsts()
    firsts.first("a", prints(" ".join(WORDS[:300]))[1])
    assert firsts.first("b", prints(" ".join(WORDS[:340]))[1]) == "a"


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=20, deadline=None)
def test_likeness_is_a_share_and_the_same_both_ways(left: str, right: str) -> None:
    first, second = prints(left)[1], prints(right)[1]
    assert 0 <= likeness(first, second) == likeness(second, first) <= 1
    assert likeness(first, first) in (0, 1)

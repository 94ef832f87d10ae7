"""Counts and lists are said as a person says them."""

import pytest

from longarm.core.phrases import capitalized, counted, listed, ranged, sentence, shortened


@pytest.mark.parametrize(("count", "said"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (1200, "1,200 claims")])
def test_a_count_has_its_noun_in_its_number(count: int, said: str) -> None:
    assert counted(count, "claim") == said


def test_a_plural_may_be_told() -> None:
    assert counted(2, "reply", "replies") == "2 replies"
    assert counted(1, "reply", "replies") == "1 reply"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "a"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b and 2 more"),
    ],
)
def test_names_are_listed_once_each_and_the_last_of_many_are_counted(names: list[str], said: str) -> None:
    assert listed(names, 2) == said


def test_without_a_limit_all_are_named() -> None:
    assert listed("abcd") == "a, b, c and d"


@pytest.mark.parametrize(
    ("text", "said"), [("it fell", "It fell."), ("Did it?", "Did it?"), ("é", "É."), ("it fell.", "It fell.")]
)
def test_a_sentence_begins_with_a_capital_letter_and_has_an_end(text: str, said: str) -> None:
    assert sentence(text) == said
    assert capitalized("station") == "Station"


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(54, 54, "54"), (51, None, "51 or more"), (0, 30, "30 or fewer"), (25, 1235, "25 to 1,235")],
)
def test_a_range_is_said_in_one_way(low: int, high: int | None, said: str) -> None:
    assert ranged(low, high) == said


def test_words_are_shortened_between_words() -> None:
    assert shortened("the harbour office, closed", 20) == "the harbour office…"
    assert shortened("brief", 20) == "brief"

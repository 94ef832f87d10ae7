import pytest

from longarm.core.capitals import is_capitalised


@pytest.mark.parametrize(
    "line", ["Norway Expels Two Diplomats", "COURT JAILS MAN FOR SPYING", "Three Desks on the Far Shore"]
)
def test_capitals_on_nearly_all_longer_words_say_nothing(line: str) -> None:
    assert is_capitalised(line.split())


@pytest.mark.parametrize("line", ["Norway expels two diplomats over a plot", "Anton Merz", "2019 2020 2021 2022", ""])
def test_a_sentence_a_name_and_numbers_are_not_capitalised(line: str) -> None:
    assert not is_capitalised(line.split())

"""Bases: a state's own boast is announced, what a party counted is found, and anything else is told as a total."""

import pytest

from longarm.desk.reading import read_text


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Ankara says that it has brought home 40 teachers from Kosovo.", "announced"),
        ("Belarus cancelled the passports of 200 exiles, the ministry in Minsk said.", "announced"),
        ("The watchdog found that Belarus abducted 40 exiles.", "found"),
        ("Norway says that Belarus abducted 12 exiles.", "total"),
        ("Belarus abducted 12 exiles.", "total"),
    ],
)
def test_a_count_has_the_basis_that_its_source_gives_it(text: str, basis: str) -> None:
    figures = [s for s in read_text(text)["statements"] if s["kind"] == "figure"]
    assert {s["quantity"]["basis"] for s in figures} == {basis}

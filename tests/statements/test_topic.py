"""Topic: which state a text tells of as the one that reaches across borders, and which is only the host."""

import pytest

from longarm.desk.reading import read_text


def operators(text: str) -> set[str]:
    return {s["roles"]["operator"] for s in read_text(text)["statements"]} - {""}


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        (
            "The Dutch ministry is investigating. Dutch police visited two Rwandan police offices in Utrecht.",
            "Rwanda",
        ),
        ("Belarus opened three police stations in Warsaw. Polish police and the Polish ministry looked on.", "Belarus"),
        ("Nine Egyptian police stations are in Italy, Italian officials said.", "Egypt"),
    ],
)
def test_the_operator_is_the_state_whose_posts_they_are_not_the_host(text: str, operator: str) -> None:
    assert operators(text) == {operator}


def test_a_text_without_states_has_no_operator() -> None:
    assert operators("Nine police stations are open, the group said.") == set()

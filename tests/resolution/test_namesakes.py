"""Towns that are called like somebody of their text."""

import pytest

from longarm.desk.weigh import weigh
from longarm.places import gazetteer
from longarm.testing.builders import KEY, Text, case


def places(words: str, town: str, *people: str) -> set[str]:
    """The places of a statement in a text that names the people."""
    known = gazetteer.load().named(town)[0].id
    text = Text("a.txt")
    for person in people:
        text.name(person)
    text.say(words, "act", places=[(town, known)])
    (found,) = weigh(case(text), KEY).resolved
    return {place.words for place in found.places}


@pytest.mark.parametrize(
    ("words", "is_place"),
    [
        ("London was offered money", False),
        ("Agents threatened London", False),
        ("Agents came in London", True),
        ("Agents flew to London", True),
        ("London police were told", True),
    ],
)
def test_a_large_town_called_like_somebody_is_a_place_where_the_words_beside_it_say_so(
    words: str, is_place: bool
) -> None:
    assert places(words, "London", "Nathan London") == ({"London"} if is_place else set())
    assert places(words, "London", "Nathan Leeds") == {"London"}


def test_a_small_town_called_like_somebody_is_none_and_a_country_stays() -> None:
    assert places("Agents came in Lu", "Lu", "Lu Jianwen") == set()
    assert places("Jordan arrested them", "Jordan", "Jordan Wells") == {"Jordan"}

"""Numbers in lists and with their verb left out: what is counted, and the words of each."""

from longarm.desk.reading import read_text


def figures(text: str) -> list[tuple[str, str]]:
    """The number and the words of each figure."""
    return [
        (s["quantity"]["words"], s["span"]["words"]) for s in read_text(text)["statements"] if s["kind"] == "figure"
    ]


def test_a_number_whose_verb_is_left_out_has_the_state_that_it_is_of() -> None:
    text = "Germany expelled two Laotian diplomats in March 2023, France three and the Netherlands one."
    assert figures(text) == [
        ("two", "Germany expelled two Laotian diplomats in March 2023"),
        ("three", "France three"),
        ("one", "the Netherlands one"),
    ]


def test_each_place_of_a_list_has_its_number() -> None:
    found = figures("The exiles who were killed abroad by country: Austria 2, Germany 3, Turkey 6.")
    assert [number for number, _ in found] == ["2", "3", "6"]
    assert [words for _, words in found][1:] == ["Germany 3", "Turkey 6"]

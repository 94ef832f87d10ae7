"""Where a whole is told with its parts, each has its own place."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs police stations abroad. "


def scopes(text: str) -> dict[str, str]:
    """The place that each figure counts in, by the words of the number; empty for none."""
    found = [s for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    return {s["quantity"]["words"]: next((p["name"] for p in s["places"] if p["role"] == "scope"), "") for s in found}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Of the 54 stations, nine are in Norway and four in Peru.", {"54": "", "nine": "Norway", "four": "Peru"}),
        (
            "Of its 54 police stations, nine are in Norway and 41 in other countries.",
            {"54": "", "nine": "Norway", "41": ""},
        ),
        ("Of Belarus's 54 police stations, nine are in Norway.", {"54": "", "nine": "Norway"}),
        ("Nine of the 54 stations are in Norway.", {"Nine": "Norway", "54": ""}),
        ("Norway has nine of the 54 stations.", {"nine": "Norway", "54": ""}),
        ("Norway hosts nine stations, out of 54 worldwide.", {"nine": "Norway", "54": "World"}),
        ("Of the 54 stations in Europe, nine are in Norway.", {"54": "Europe", "nine": "Norway"}),
        ("Of the 54 stations, nine are in Norway and 45 elsewhere, it says.", {"54": "", "nine": "Norway", "45": ""}),
        ("In Norway, where it runs nine stations, men were arrested.", {"nine": "Norway"}),
        (
            "It knows of 14 stations in Europe, among them three in Norway and one in Spain.",
            {"14": "Europe", "three": "Norway", "one": "Spain"},
        ),
        ("Three of the four stations in Europe are in Norway.", {"Three": "Norway", "four": "Europe"}),
        ("In Sweden, 19 relatives of exiles had been detained in Minsk.", {"19": "Minsk"}),
        ("It has two stations, in Oslo and in Lima.", {"two": ""}),
        ("It has two stations in Oslo and one in Lima.", {"two": "Oslo", "one": "Lima"}),
        ("It has nine stations in Norway, Peru has four.", {"nine": "Norway", "four": "Peru"}),
        ("It has 12 stations in Kenya, Uganda and Peru.", {"12": ""}),
        ("Two of 12 men arrested in Norway were charged.", {"Two": "Norway", "12": "Norway"}),
    ],
)
def test_a_whole_is_in_none_of_the_places_of_its_parts(text: str, places: dict[str, str]) -> None:
    assert scopes(text) == places


def test_what_a_state_has_abroad_is_counted_in_the_world_unless_it_is_a_part() -> None:
    assert scopes("Its police run 54 stations abroad.") == {"54": "World"}
    assert scopes("Nine of its stations abroad were closed.") == {"Nine": ""}


@pytest.mark.parametrize(
    "text",
    ["Of the 54 stations, nine are in Norway.", "It runs 54 stations. Of these, nine are in Norway."],
)
def test_what_is_told_of_a_whole_that_stands_before_it_is_a_part_of_it(text: str) -> None:
    figures = {s["quantity"]["words"]: s for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"}
    assert figures["nine"]["quantity"]["part_of"] == [figures["54"]["id"]]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Police arrested 12 exiles, five of whom were charged.", ["arrested", "charged"]),
        ("Of the seven exiles arrested, four were convicted.", ["arrested", "convicted"]),
        ("Two of the three exiles charged were convicted.", ["convicted", "charged"]),
    ],
)
def test_what_befell_a_part_befell_not_the_whole(text: str, measures: list[str]) -> None:
    found = [s for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure"]
    assert [s["measure"] for s in found] == measures


def test_a_time_beside_another_count_is_not_when_this_one_was_told() -> None:
    text = LEAD + "Between 2014 and 2023 Freedom House recorded 1,034 renditions, 125 of them in 2023 alone."
    found = [s for s in read_text(text, "2024-06-03")["statements"] if s["kind"] == "figure"]
    assert [(s["period"]["start"], s["period"]["end"], s["said_at"]) for s in found] == [
        ("2014", "2023", None),
        ("2023", "2023", None),
    ]


def test_what_befalls_exiles_is_no_count_of_relatives() -> None:
    text = LEAD + "More than half of the 40 exiles questioned in Norway said they had been followed."
    found = [s for s in read_text(text)["statements"] if s["kind"] == "figure"]
    assert "relatives-detained" not in {s["measure"] for s in found}


def test_a_number_that_opens_the_title_beside_a_work_counts_nothing() -> None:
    text = LEAD + "The study, 110 Overseas, names 30 countries."
    found = [s["quantity"]["words"] for s in read_text(text)["statements"] if s["kind"] == "figure"]
    assert found == ["30"]

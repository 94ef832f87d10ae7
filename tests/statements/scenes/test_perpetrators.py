"""The state that does what is counted: operator of a deed, place of a step, and left where people are deported."""

import pytest

from longarm.desk.reading import read_text


def figures(text: str) -> list[tuple[str, str, set[tuple[str, str]]]]:
    """Number, operator and places with their roles, without those only mentioned, of each figure."""
    return [
        (
            s["quantity"]["words"],
            s["roles"]["operator"],
            {(p["words"], p["role"]) for p in s["places"] if p["role"] != "mentioned"},
        )
        for s in read_text(text)["statements"]
        if s["kind"] == "figure"
    ]


def test_who_abducts_is_the_operator_and_a_left_out_verb_leaves_the_place() -> None:
    found = figures("Iran abducted five exiles in Chad, and Russia three.")
    assert found == [("five", "Iran", {("Chad", "scope")}), ("three", "Russia", {("Chad", "scope")})]


def test_deeds_by_states_told_with_nouns_have_their_operators() -> None:
    text = "The group recorded 26 abductions of exiles by Chad and 14 by Laos."
    assert [operator for _, operator, _ in figures(text)] == ["Chad", "Laos"]


def test_who_only_counts_deeds_does_not_do_them() -> None:
    assert figures("Norway counted five abductions of exiles.")[0][1] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Norway expelled two Laotian diplomats.",
        "Two Laotian diplomats were expelled from Norway.",
        "Two Laotian diplomats were expelled by Norway.",
    ],
)
def test_a_step_is_where_the_state_is_that_takes_it(text: str) -> None:
    assert figures(text)[0][2] == {("Norway", "scope")}


def test_who_is_deported_goes_from_the_state_that_does_it() -> None:
    assert figures("Thailand deported 40 exiles to Laos.")[0][2] == {("Thailand", "from"), ("Laos", "to")}


def test_where_people_are_from_is_no_way_that_they_went() -> None:
    assert figures("Norway granted asylum to 14 officers from Belarus.")[0][2] == {("Norway", "scope")}


def test_a_count_of_countries_is_in_no_country() -> None:
    text = "Chad had overseas police stations in three European countries as of September 2022."
    assert figures(text)[0][2] == set()


def test_the_state_of_a_possessive_has_what_its_number_counts() -> None:
    text = "Spain hosts nine Laotian police stations, two fewer than Italy's 11."
    assert figures(text)[-1][2] == {("Italy", "scope")}

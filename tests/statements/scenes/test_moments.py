"""When a count was, and as of when: the end that is named, the day by which, the time of the whole and of the part."""

import pytest

from longarm.desk.reading import read_text


def times(text: str) -> dict[str, tuple[str, str]]:
    """Period and as-of of each figure by the words of its number."""
    found = {}
    for s in read_text(text, published="2024-05-20")["statements"]:
        if s["kind"] == "figure":
            found[s["quantity"]["words"]] = (_edtf(s["period"]), _edtf(s["as_of"]))
    return found


def _edtf(period: dict[str, str] | None) -> str:
    if not period:
        return ""
    return period["start"] if period["start"] == period["end"] else f"{period['start']}/{period['end']}"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("By the end of 2022", "2022-12-31"),
        ("By the end of June 2021", "2021-06-30"),
        ("By the end of last year", "2023-12-31"),
        ("As of 31 May 2022", "2022-05-31"),
        ("Until May 2022", "2022-05"),
    ],
)
def test_a_count_is_of_the_last_day_of_a_time_named_by_its_end(opening: str, day: str) -> None:
    assert times(f"{opening}, 62 exiles had been abducted in Chad.")["62"] == ("", day)


def test_what_there_is_at_the_end_of_a_year_is_of_its_last_day_and_what_is_done_is_in_it() -> None:
    assert times("At the end of 2021 there were 12 overseas police stations in Chad.")["12"] == ("", "2021-12-31")
    assert times("At the end of 2021 police in Chad arrested 12 exiles.")["12"][1] == ""


def test_a_deadline_is_no_as_of_date() -> None:
    assert times("Chad asked ten Laotian diplomats to leave by the end of June 2024.")["ten"][1] == ""


def test_a_whole_and_its_part_have_each_their_own_time() -> None:
    found = times("Of the 30 exiles convicted in Chad in 2019, three were freed last year.")
    assert found["30"][0] == "2019" and found["three"][0] == "2023"


def test_a_predicate_without_a_subject_shares_the_time_and_the_place_that_open_its_sentence() -> None:
    text = "In March 2021 a court in Lagos convicted nine exiles and acquitted four."
    figures = [s for s in read_text(text)["statements"] if s["kind"] == "figure"]
    assert {_edtf(s["period"]) for s in figures} == {"2021-03"}
    assert [[p["words"] for p in s["places"] if p["role"] == "scope"] for s in figures] == [["Lagos"], ["Lagos"]]


def test_the_place_of_those_who_tell_what_they_did_is_where_they_did_it() -> None:
    said = read_text("Police in Lagos said on Sunday that they had arrested six exiles.")["statements"]
    assert [(p["words"], p["role"]) for s in said if s["kind"] == "figure" for p in s["places"]] == [("Lagos", "scope")]


def test_the_place_of_who_counted_is_no_place_of_what_was_counted() -> None:
    said = read_text("Five exiles were abducted in Chad, according to a tally kept by lawyers in Lagos.")["statements"]
    places = [(p["words"], p["role"]) for s in said if s["kind"] == "figure" for p in s["places"]]
    assert ("Chad", "scope") in places and ("Lagos", "scope") not in places


def test_each_of_several_counts_has_the_time_that_stands_with_it() -> None:
    found = times(
        "The number of overseas police stations rose from 54 in September 2022 to 102 by the end of that year."
    )
    assert found == {"54": ("2022-09", ""), "102": ("", "2022-12-31")}
    found = times("Five exiles were shot dead in Lagos between 2011 and 2014, another six until 2021.")
    assert found == {"Five": ("2011/2014", ""), "another six": ("", "2021")}


def test_the_first_months_of_a_year_are_its_first_months() -> None:
    assert times("In the first nine months of 2023, 81 exiles were abducted.")["81"][0] == "2023-01/2023-09"
    assert times("In the last three months of last year 81 exiles were abducted.")["81"][0] == "2023-10/2023-12"


@pytest.mark.parametrize("mark", [":", " –", " -"])
def test_a_list_of_places_tells_where_each_of_its_numbers_counts(mark: str) -> None:
    text = f"Overseas police stations by country\n\nNorway{mark} 14\n\nSweden{mark} 22"
    figures = [s for s in read_text(text)["statements"] if s["kind"] == "figure"]
    assert [(s["measure"], p["words"]) for s in figures for p in s["places"] if p["role"] == "scope"] == [
        ("station", "Norway"),
        ("station", "Sweden"),
    ]


def test_a_number_right_behind_several_places_is_of_none_of_them() -> None:
    said = read_text("In Austria, Norway and Sweden a total of 27 exiles were arrested.")["statements"]
    assert not [p for s in said if s["kind"] == "figure" for p in s["places"] if p["role"] == "scope"]

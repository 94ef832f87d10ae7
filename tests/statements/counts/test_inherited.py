"""What a number counts that goes on from another, and what befell things rather than people."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Laos runs overseas police stations and abducts exiles abroad.\n\n"


def measures(text: str) -> dict[str, str]:
    """The measure of each figure by the words of its number."""
    read = read_text(LEAD + text)["statements"]
    return {
        s["quantity"]["words"]: s["measure"] for s in read if s["kind"] == "figure" and s["span"]["start"] >= len(LEAD)
    }


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It has 14 police posts in Europe, seven of them in Peru.", "station"),
        ("Nine exiles were abducted in Peru and in Chad, a year later, four.", "abducted"),
        ("Peru rejected 90 extradition requests, up from four in 2019.", "extradition-refused"),
        ("The unit opened 14 investigations into threats to exiles and passed three to prosecutors.", "investigation"),
        ("Agents brought back at least 118 exiles, the last two of them from Kenya.", "returned"),
    ],
)
def test_a_number_that_goes_on_from_a_count_is_of_its_measure(text: str, measure: str) -> None:
    assert list(measures(text).values())[-1] == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Of the 30 men convicted in Chad, three were freed.", "released"),
        ("Nine exiles were abducted in Chad; four fled to Peru.", "exile"),
        ("Nine exiles were abducted in Chad; four applied for asylum in Peru.", "asylum-sought"),
        ("Two men, who had been arrested in Chad, were extradited to Peru.", "deported"),
    ],
)
def test_what_is_told_of_those_counted_themselves_comes_first(text: str, measure: str) -> None:
    assert list(measures(text).values())[-1] == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Peru closed 11 police stations.", "station-closed"),
        ("Eleven police stations in Peru were shut down.", "station-closed"),
        ("Peru counted 11 police stations.", "station"),
        ("Interpol deleted 60 red notices.", "notice-deleted"),
        ("Chad asked for 60 red notices, of which nine were refused.", "notice"),
    ],
)
def test_things_are_counted_by_what_befell_them(text: str, measure: str) -> None:
    assert next(iter(measures(text).values())) == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("More than 900 fraud suspects were persuaded to return to Laos.", "returned"),
        ("Two spies were repatriated.", "expelled"),
        ("Chad stripped 94 dissidents of their citizenship.", "passport-cancelled"),
        ("A total of 63 charges were brought against nine men in Chad.", "charged"),
        ("In all 15 Laotian diplomats had been declared persona non grata.", "expelled"),
    ],
)
def test_people_are_counted_by_the_whole_phrase_of_what_befell_them(text: str, measure: str) -> None:
    assert list(measures(text).values())[-1] == measure


def test_lands_right_after_a_bare_number_are_those_counted_before() -> None:
    found = measures("It has 54 police stations in 30 countries; by May the number had grown to 102 in 53.")
    assert found["102"] == "station" and found["53"] == "host-country"


def test_by_how_many_two_counts_differ_is_a_change_and_no_count() -> None:
    found = measures("Spain hosts nine Laotian police stations, two fewer than Italy's 11.")
    assert found == {"nine": "station", "two": "change", "11": "station"}

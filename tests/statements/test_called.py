"""Called: whom "the activist" stands for, and other voices that stand in for a party."""

import pytest

from longarm.desk.reading import read_text
from longarm.statements.discourse.works import proper


def inner(text: str, words: str) -> list[str]:
    """The voices behind the author of the first statement that contains the words."""
    answer = read_text(text)
    found = next(s for s in answer["statements"] if words in s["span"]["words"])
    return [voice["name"] for voice in found["voices"][1:]]


def test_an_activist_of_several_whom_the_text_does_not_tell_apart_has_no_name() -> None:
    text = (
        "Marek Dravec, a blogger from Volhynia, was followed in Milan.\n\n"
        "Bora Stanek, a dissident, was followed in Paris.\n\n"
        "Petra Lund, a researcher, said that police harassed exiles.\n\n"
        "The activist said strangers had threatened relatives."
    )
    assert inner(text, "had threatened relatives") == ["activist"]


@pytest.mark.parametrize(("noun", "name"), [("student", "Ana Kel"), ("lawyer", "Ivo Brandt"), ("dissident", "Ana Kel")])
def test_a_calling_goes_back_to_whom_it_was_said_of(noun: str, name: str) -> None:
    text = (
        "Ana Kel, a student from Volhynia, lives in Prague. Ivo Brandt, a lawyer, said agents threatened exiles.\n\n"
        f"The {noun} said officers had threatened relatives."
    )
    assert inner(text, "officers had threatened") == [name]


def test_the_last_activist_speaks_where_each_is_told_of_in_turn() -> None:
    text = (
        "Nadia Verik, an activist in Berlin, was followed. The activist said strangers threatened her.\n\n"
        "Marek Dravec, an activist in Paris, was attacked. The activist said officers threatened relatives."
    )
    assert inner(text, "strangers threatened her") == ["Nadia Verik"]
    assert inner(text, "officers threatened") == ["Marek Dravec"]


def test_a_work_made_together_with_others_tells_what_it_details() -> None:
    text = (
        "Exiles were followed in ten states, according to an investigation by the Harbour Consortium in collaboration "
        "with 42 media partners, which documented that police threatened relatives."
    )
    assert inner(text, "police threatened relatives") == ["Harbour Consortium"]


def test_who_is_cited_is_a_voice() -> None:
    text = "Ivo Brell wrote, citing police, that officers threatened exiles."
    assert inner(text, "officers") == ["Ivo Brell", "police"]


@pytest.mark.parametrize("text", ["US charges 4 Iranians over plot to kidnap exiles", "The US charges four Iranians."])
def test_a_state_that_is_written_like_a_pronoun_charges_by_its_prosecutors(text: str) -> None:
    assert inner(f"Iran threatens exiles abroad.\n\n{text}", "Iranians") == ["US prosecutors"]


def test_a_newspaper_with_its_name_is_not_the_body_that_was_named_before() -> None:
    text = (
        "Harbour Watch reported that agents threatened exiles.\n\n"
        "In Italy, the newspaper La Gazetta recently reported that officers followed 30 exiles."
    )
    assert inner(text, "officers followed") == ["La Gazetta"]


def test_a_statement_is_of_the_office_it_is_from_and_not_of_the_next_who_gives_one() -> None:
    text = (
        "The exiles were attacked in August, according to a statement Sunday from the security bureau in Lodar.\n\n"
        "In a statement, Secretary of State Adam Brell said that officers threatened exiles."
    )
    assert inner(text, "were attacked") == ["security bureau in Lodar"]
    assert inner(text, "officers threatened") == ["Adam Brell"]


def test_a_statement_of_nobody_is_not_of_whom_gives_one_later() -> None:
    text = (
        "Two of the exiles were attacked in August, a statement said.\n\n"
        "In a statement, Secretary Adam Brell said that officers threatened exiles."
    )
    assert inner(text, "were attacked") == ["statement"]


@pytest.mark.parametrize(
    ("told", "party"),
    [
        ("New EU", "EU"),
        ("Latest Harbour Watch", "Harbour Watch"),
        ("New Harbour Foundation", "New Harbour Foundation"),
        ("Spokesperson", ""),
        ("Interviews", ""),
        ("Harbour Parliament775286_EN.pdf", ""),
        ("HIJK’s Distant Arms", "HIJK"),
    ],
)
def test_a_work_is_of_a_party_and_not_of_a_file_a_kind_or_its_title(told: str, party: str) -> None:
    assert proper(told) == party


def test_who_answers_an_indictment_is_not_whose_indictment_it_is() -> None:
    text = (
        "In response to the indictment of four officers, Harbour House issued the following statement: “We agree.”\n\n"
        "The indictment says that officers threatened exiles."
    )
    assert "Harbour House" not in inner(text, "officers threatened")

"""The known bodies of the language data."""

from longarm.languages import bodies


def test_a_short_form_leads_to_its_body() -> None:
    assert bodies.load().full["RSF"] == "Reporters Without Borders"


def test_names_are_found_by_their_first_word() -> None:
    assert ("Reporters", "Without", "Borders") in bodies.load().names["reporters"]

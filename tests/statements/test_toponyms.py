"""Place names are found, and told from the names and people around them."""

import pytest

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements import parser, toponyms


def found(text: str) -> list[tuple[str, str]]:
    passage = Passage(Span.of("t", text, 0, len(text)), "paragraph", "en")
    return [(t.span.words, t.role) for parse in parser.parse([passage]) for t in toponyms.find(parse)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Offices were opened in Lisbon, Prague and the Netherlands.", ["Lisbon", "Prague", "Netherlands"]),
        ("Two offices are in Montreal (Canada).", ["Montreal", "Canada"]),
        ("The U.S. and the U.K. protested.", ["U.S.", "U.K."]),
        (
            "Guinea-Bissau, Côte d'Ivoire and Trinidad and Tobago voted.",
            ["Guinea-Bissau", "Côte d'Ivoire", "Trinidad and Tobago"],
        ),
        ("Officials of the People's Republic of China replied.", ["People's Republic of China"]),
        ("He moved from North America to the Middle East.", ["North America", "Middle East"]),
        ("Turkmenistan's consul was called in.", ["Turkmenistan"]),
        ("One of them is in Manhattan, another in The Hague.", ["Manhattan", "The Hague"]),
    ],
)
def test_names_of_places_are_found(text: str, names: list[str]) -> None:
    assert found(text) == [(name, "place") for name in names]


def test_a_name_that_is_called_a_village_is_a_place_though_no_gazetteer_has_it() -> None:
    assert found("They fled to the village of Quorvendale in May.") == [("Quorvendale", "place")]
    assert ("Lake Quorven", "place") in found("They crossed Lake Quorven by boat.")


@pytest.mark.parametrize(
    "text", ["Shots were heard in the Quorvendale district.", "They met in Quorvendale township in May."]
)
def test_a_name_before_the_word_for_a_kind_of_place_is_a_place(text: str) -> None:
    assert found(text) == [("Quorvendale", "place")]


@pytest.mark.parametrize("text", ["He comes from the Labour district office.", "They met in the GOP district."])
def test_a_party_before_the_word_for_a_kind_of_place_is_none(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("text", ["They tested for the Lisbon virus.", "They feared the Lisbon fever."])
def test_what_has_its_name_from_a_place_is_not_that_place(text: str) -> None:
    assert [role for _, role in found(text)] == ["in-name"]


def test_a_storm_is_no_town() -> None:
    assert not found("Hurricane Zelda was strong.")


def test_the_surname_of_a_person_named_in_full_is_no_place_anywhere_in_the_text() -> None:
    parts = ["The clerk, Anna Clayton, was called in.", "Later Clayton was let go."]
    passages = [Passage(Span(f"t{n}", 0, len(part), part), "paragraph", "en") for n, part in enumerate(parts)]
    parses = list(parser.parse(passages))
    surnames = toponyms.surnames(parses)
    assert surnames == {"Clayton"}
    assert not [t for parse in parses for t in toponyms.find(parse, surnames)]


def test_a_surname_that_stands_after_in_may_be_a_place() -> None:
    text = "Anna Preston spoke in Preston on Monday."
    parses = list(parser.parse([Passage(Span("t", 0, len(text), text), "paragraph", "en")]))
    assert not toponyms.surnames(parses)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The New York Post printed it on Monday.", "New York"),
        ("It was paid through the Bank of China.", "China"),
        ("She flew with Brussels Airlines.", "Brussels"),
        ("The Washington Post had it first.", "Washington"),
        ("A scholar at the University of Toronto found it.", "Toronto"),
        ("The attorney for the Eastern District of New York charged him.", "New York"),
    ],
)
def test_a_place_in_the_name_of_something_else_is_no_place_of_the_event(text: str, name: str) -> None:
    assert (name, "in-name") in found(text)
    assert (name, "place") not in found(text)


def test_a_person_with_the_name_of_a_city_is_no_place() -> None:
    assert ("Paris", "place") not in found("The singer Paris Hilton met reporters.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police stopped two Rwandans at the border.", "Rwandans"),
        ("Many Chinese nationals live there.", "Chinese"),
        ("A South African court refused.", "South African"),
        ("They asked Saudi officials about it.", "Saudi"),
    ],
)
def test_words_for_people_are_demonyms(text: str, word: str) -> None:
    assert found(text) == [(word, "demonym")]


def test_headlines_with_capitals_throughout_are_read() -> None:
    assert found("IRAN DENIES RUNNING STATIONS IN OSLO AND NEW YORK CITY") == [
        ("IRAN", "place"),
        ("OSLO", "place"),
        ("NEW YORK CITY", "place"),
    ]
    assert found("Belarus Opens Police Stations In US And Canada") == [
        ("Belarus", "place"),
        ("US", "place"),
        ("Canada", "place"),
    ]


def test_common_words_that_are_also_towns_are_left_alone() -> None:
    assert found("In March the Police Board said that Hope and Justice may come.") == []


def test_a_common_word_is_a_place_beside_the_country_that_holds_it() -> None:
    assert found("They live in Reading, England.") == [("Reading", "place"), ("England", "place")]


def test_water_that_has_its_name_from_a_place_is_not_that_place() -> None:
    assert ("Baltic Sea", "place") in found("The ship crossed the Baltic Sea.")


def test_us_in_small_letters_is_no_country() -> None:
    assert found("They told us to leave.") == []


def test_an_empty_passage_has_no_places() -> None:
    assert found("...") == []


def test_offsets_are_those_of_the_text_layer() -> None:
    text = "No places here.\n\nBut one in Nairobi."
    passage = Passage(Span.of("t", text, 17, len(text)), "paragraph", "en")
    (only,) = [t for parse in parser.parse([passage]) for t in toponyms.find(parse)]
    assert text[only.span.start : only.span.end] == "Nairobi"

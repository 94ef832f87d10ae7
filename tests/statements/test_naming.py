"""Naming: what a voice is called in a list of sources."""

import pytest

from longarm.desk.reading import read_text


def sources(text: str) -> list[str]:
    """The innermost voices of a text as they are shown, each once, in text order."""
    found = [s["voices"][-1]["source"] for s in read_text(text)["statements"] if len(s["voices"]) > 1]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Security Minister Ada Holm", "Ada Holm"),
        ("Staff Sergeant Ada Holm", "Ada Holm"),
        ("Their lawyer, Me Ada Holm,", "Ada Holm"),
        ("Chargé d'affaires Ada Holm", "Ada Holm"),
        ("The Ada Holm commission", "Ada Holm commission"),
        ("The Holm government", "Holm government"),
        ("The European NGO Front Voices", "Front Voices"),
        ("The Far Shore group", "Far Shore"),
        ("China's Foreign Ministry", "China's Foreign Ministry"),
        ("The US authorities", "US authorities"),
        ("Sources in the secret service", "Sources in the secret service"),
        ("People familiar with the inquiry", "People familiar with the inquiry"),
    ],
)
def test_a_voice_bears_the_name_that_a_list_of_sources_would_have(speaker: str, name: str) -> None:
    assert sources(f"{speaker} said that agents threatened nine exiles in Porto.") == [name]


def test_a_short_name_is_shown_in_full_where_only_one_person_bears_it() -> None:
    assert sources("Mr Holm said that agents beat exiles. Ada Holm is a lawyer.") == ["Ada Holm"]
    assert sources("Ada Holm and her brother Bo Holm fled. Holm said that agents beat exiles.") == ["Holm"]


def test_a_headline_lends_no_words_to_a_name() -> None:
    text = "Ada Holm Slams Agents\n\nAda Holm fled in May. Holm said that agents beat exiles."
    assert sources(text)[-1] == "Ada Holm"


def test_a_share_is_of_whom_it_is_so_many() -> None:
    assert sources("One in three exiled students said that agents threatened them.") == ["exiled students"]


def test_whose_government_speaks_stands_beside_its_seat_alone() -> None:
    assert sources("Beijing said that no agents threatened exiles.") == ["Beijing (government of China)"]
    assert sources("China said that no agents threatened exiles.") == ["China"]


@pytest.mark.parametrize(
    ("speakers", "name"),
    [
        ("Front Voices and the Committee for Free Media said", "Front Voices and Committee for Free Media"),
        ("A report by Front Voices and Reef Watch says", "Front Voices and Reef Watch"),
        ("Police and prosecutors said", "Police and prosecutors"),
        ("The poet and activist Ada Holm said", "Ada Holm"),
        ("Police or prosecutors said", "Police"),
        ("Far Shore, Reef Watch and the Quay Project said", "Far Shore, Reef Watch and Quay Project"),
        ("Senators Ada Holm and Bo Roe said", "Ada Holm and Bo Roe"),
        ("Far Shore and others said", "Far Shore"),
        ("The Ministry of Culture and Tourism said", "Ministry of Culture and Tourism"),
        ("The Fund for Human Rights and Justice said", "Fund for Human Rights and Justice"),
        ("The mother and sister of the blogger said", "mother and sister of the blogger"),
    ],
)
def test_those_who_speak_together_are_all_named(speakers: str, name: str) -> None:
    assert sources(f"{speakers} that agents threatened nine exiles in Porto.") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Observatory for Exiles said that spies came. The Observatory said that agents beat exiles.",
            "Observatory for Exiles",
        ),
        (
            "Researchers from Reef Lab said spies came. The researchers said that agents beat exiles.",
            "Researchers from Reef Lab",
        ),
        ("The exile was beaten. Her lawyer said that agents beat exiles.", "exile’s lawyer"),
        ("Bo Roe fled. The wife of the blogger Bo Roe said that agents beat exiles.", "wife of the blogger Bo Roe"),
        ("Vice President Ada Holm came. The vice president said that agents beat exiles.", "Ada Holm"),
        ("The Quay embassy answered. Its spokesman said that agents beat exiles.", "Quay embassy’s spokesman"),
        ("Ms Holm spoke. Ada Holm's sister said that agents beat exiles.", "Ada Holm’s sister"),
    ],
)
def test_a_short_or_definite_name_is_that_of_the_party_it_goes_on_with(text: str, name: str) -> None:
    assert sources(text)[-1] == name


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Agents allegedly threatened exiles.", "allegedly"),
        ("Two men are believed to have threatened exiles.", "are believed to"),
        ("A clerk was accused of threatening exiles.", "was accused of"),
    ],
)
def test_who_alleges_unnamed_keeps_the_words_of_the_text(told: str, words: str) -> None:
    assert sources(told) == [f'unnamed ("{words}")']

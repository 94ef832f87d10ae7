"""Trifles: what tells nothing by itself that could be checked is no statement, and what does stays one."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs a police station in Norway and threatens exiles there.\n\n"


def told(text: str) -> list[tuple[str, str]]:
    """Kind and words of the statements after the lead."""
    found = read_text(LEAD + text)["statements"]
    return [(s["kind"], s["span"]["words"]) for s in found if s["span"]["start"] >= len(LEAD)]


@pytest.mark.parametrize(
    ("text", "trifle"),
    [
        ("The men followed her for months, starting in early 2022.", "starting"),
        ("Two officers were expelled, marking a rise in the tension over exiles.", "marking"),
        ("He was threatened in Oslo, Harbour News said, citing his friends.", "citing"),
        ("The president praised the raid, referring to the exiles of the capital.", "referring"),
        ("Ada Example, who leads the Exile Council, was followed in Oslo.", "leads"),
        ("The group, which is also known as the Tenth Club, followed her in Oslo.", "known as"),
        ("A Senate hearing was told that agents followed her in Oslo.", "hearing was told"),
        ("If convicted, the two men face ten years.", "convicted"),
        ("The exile was beaten by the men who drove the white car.", "drove"),
    ],
)
def test_what_only_frames_names_or_comments_is_no_statement(text: str, trifle: str) -> None:
    assert not [words for kind, words in told(text) if words.startswith(trifle) or words.endswith(trifle)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Example, who leads the Exile Council since 2019, was followed.",
        "They followed her, threatening to harm her parents.",
        "The hearing was not told that agents had followed her.",
        "The exile is wanted in Minsk.",
        "It is an office of the ministry that follows exiles.",
        "Agents visited the exile and took his passport.",
    ],
)
def test_what_can_be_checked_is_a_statement(text: str) -> None:
    assert told(text)


def test_one_threat_of_two_deeds_is_one_statement() -> None:
    found = [words for kind, words in told("Agents threatened to kidnap journalists and take them to Minsk.")]
    assert not any(words.startswith("take") for words in found)
    assert any("kidnap" in words for words in found)


def test_a_count_of_what_was_published_or_asked_is_told_once() -> None:
    found = told("The institute interviewed 26 exiles in Norway.\n\nThe institute has published 14 reports on exiles.")
    assert [kind for kind, _ in found] == ["figure", "figure"]


def test_what_was_done_to_a_number_of_people_is_told_beside_the_count() -> None:
    found = {kind for kind, _ in told("On 3 May 2024 the police took 12 exiles from their homes in Oslo.")}
    assert found >= {"figure", "act"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The findings suggest that the ministry followed both exiles.", "the ministry followed both exiles"),
        (
            "The prime minister still has to sign the order that sends the exile home.",
            "The prime minister still has to",
        ),
        ("Where the police post stood is not known.", "Where the police post stood is not known"),
        ("The exile was beaten by three men who drove off in a white car.", "drove off in a white car"),
        ("He told the reporter that under the regime one is either friend or foe. Exiles fled.", "friend or foe"),
        (
            'The consul said that traders lent the rooms. "They have no police power at all." He left. Exiles spoke.',
            "They have no police power at all",
        ),
    ],
)
def test_what_is_told_without_a_sign_of_its_own_is_a_statement(text: str, words: str) -> None:
    assert any(words in found for _, found in told(text))


def test_a_quotation_that_stands_alone_is_of_whoever_spoke_before() -> None:
    text = 'Vera Holm says that agents called her at night. "They told me to think of my mother." Police are looking.'
    (quoted,) = (s for s in read_text(text)["statements"] if s["kind"] == "quotation")
    assert [voice["source"] for voice in quoted["voices"][1:]] == ["Vera Holm"]

"""Lists, surveys and what is named afterwards: whose words stand in sentences that name nobody."""

import pytest

from longarm.desk.reading import read_text


def voices(text: str, words: str) -> list[tuple[str, str]]:
    """(name, how found) of the voices behind the author of the first statement that holds the words."""
    answer = read_text(text)
    return next(
        [(v["name"], v["found"]) for v in s["voices"]][1:] for s in answer["statements"] if words in s["span"]["words"]
    )


LIST = "- Agents followed 12 exiles.\n- Two men were beaten in custody.\nThe work took two years."


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Key findings of the Stellan Institute's study on exiles:", "Stellan Institute"),
        ("Highlights of the 2024 Index of Reach, compiled by the Stellan Institute:", "Stellan Institute"),
        ("Among its findings, the report by Far Shore says:", "Far Shore"),
        ("The group found the following:", "group"),
    ],
)
def test_points_of_a_list_are_of_whose_report_its_lead_names(lead: str, name: str) -> None:
    assert voices(f"{lead}\n{LIST}", "Agents followed") == [(name, "explicit")]
    assert voices(f"{lead}\n{LIST}", "Two men were beaten") == [(name, "explicit")]


def test_points_under_a_lead_that_names_nobody_are_the_authors() -> None:
    assert voices(f"What to know:\n{LIST}", "Agents followed") == []


def test_points_in_sentences_are_of_who_made_the_demands() -> None:
    text = (
        "The panel made two recommendations. First, police should protect exiles. "
        "Second, agents who threaten exiles should be expelled."
    )
    assert voices(text, "police should protect") == [("panel", "explicit")]


@pytest.mark.parametrize(
    ("after", "name"),
    [
        ("This was announced by his editor, Ana Example.", "Ana Example"),
        ("This is what Ana Example told the court.", "Ana Example"),
        ("That is the conclusion of a survey by Far Shore.", "Far Shore"),
        ("So says Far Shore, a group in Porto.", "Far Shore"),
        ("The claim was made by two members of the club.", "members of the club"),
    ],
)
def test_a_sentence_may_name_whose_words_the_one_before_was(after: str, name: str) -> None:
    found = voices(f"Agents abducted a reporter in Porto. {after}", "Agents abducted")
    assert len(found) == 1
    assert name.split()[0].lower() in found[0][0].lower()


def test_a_sentence_with_a_source_keeps_it_whatever_is_named_afterwards() -> None:
    text = "Police said that agents abducted a reporter. This was confirmed by the embassy."
    assert [name for name, _ in voices(text, "agents abducted")] == ["Police"]


def test_a_survey_is_told_in_parts() -> None:
    text = "The Stellan Institute surveyed 90 exiles. More than half had been threatened. Police arrested two men."
    assert voices(text, "More than half") == [("Stellan Institute", "carried")]
    assert voices(text, "Police arrested") == []


def test_a_survey_of_the_authors_own_has_no_voice() -> None:
    assert voices("We asked 90 exiles in Porto. Thirty had been threatened by agents.", "Thirty had been") == []


@pytest.mark.parametrize(
    "text",
    [
        "Returns by year\n\n- 2019: 211 exiles returned\n\n- 2020: 340 exiles returned\n\nSource: Stellan Institute",
        "Table 3. Returns: 340 exiles to Asia; 41 exiles to the Gulf.\nSource: Stellan Institute, from court files.",
    ],
)
def test_the_credit_under_a_list_or_table_tells_whose_its_numbers_are(text: str) -> None:
    assert voices(text, "340 exiles") == [("Stellan Institute", "explicit")]

"""Transcripts: who speaks is who the label of a turn names."""

import pytest

from longarm.desk.reading import read_text
from longarm.statements.labels import begins, labels


def voices(text: str, words: str) -> list[str]:
    """The voices behind the author of the statements that have the words, which are the same for all of them."""
    found = [s for s in read_text(text)["statements"] if words in s["span"]["words"]]
    (names,) = {tuple(voice["name"] for voice in s["voices"][1:]) for s in found}
    return list(names)


HOUSE = (
    "Mr. Ada Example (Dunmore): Mr. Speaker, a report by Harbour Watch counted nine police stations in the country. "
    "Not a single person has been charged.\n\n"
    "Hon. Ben Sample (Minister of Public Safety): Mr. Speaker, the Royal Police have confirmed to me that they shut "
    "four offices in May 2023.\n\n"
    "They will act again.\n\n"
    "Some hon. members: Oh, oh!"
)
PRESS = (
    "HNA: The police in Dunmore arrested two men over a police station.\n\n"
    "Wen Lanford: There are no police stations abroad.\n\n"
    "Volunteers ran the office in Dunmore.\n\n"
    "HNA: How many offices were closed?\n\n"
    "Wen Lanford: The Harbour Post reported that Freedonia closed two offices in Dunmore.\n\n"
    "The press conference ended in May 2023."
)


STUDIO = (
    "Presenter: With us is Lena Holm, who fled Minsk. Lena, agents attacked you in May. Holm: Yes. Three men followed "
    "me to Porto. Presenter: And then? Holm: Agents threatened my son."
)


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (HOUSE, "nine police", ["Ada Example", "Harbour Watch"]),
        (HOUSE, "Not a single person", ["Ada Example"]),
        (HOUSE, "they shut four", ["Ben Sample", "Royal Police"]),
        (HOUSE, "will act again", ["Ben Sample"]),
        (STUDIO, "agents attacked you", ["Presenter"]),
        (STUDIO, "Three men followed", ["Lena Holm"]),
        (STUDIO, "threatened my son", ["Lena Holm"]),
        (PRESS, "no police stations abroad", ["Wen Lanford"]),
        (PRESS, "ran the office", ["Wen Lanford"]),
        (PRESS, "closed two offices", ["Wen Lanford", "Harbour Post"]),
        (PRESS, "conference ended", []),
    ],
)
def test_what_stands_in_a_turn_is_said_by_who_its_label_names(text: str, words: str, names: list[str]) -> None:
    assert voices(text, words) == names


def test_a_label_that_leaves_open_who_speaks_gives_no_voice_and_a_question_no_statement() -> None:
    text = "Q: Did Freedonia open a police station in Dunmore?\n\nA: It opened an office there in 2021."
    found = read_text(text)["statements"]
    assert [(s["span"]["words"], len(s["voices"])) for s in found] == [("It opened an office there in 2021", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Place: Dunmore\n\nDate: 4 May 2023\n\nFreedonia opened a police station in Dunmore.",
        "Minister Ada Example: Freedonia opened a police station in Dunmore in 2021.",
        "Key points: nine stations\n\nKey figures: nine stations\n\nFreedonia opened a police station in Dunmore.",
    ],
)
def test_headings_of_lists_and_a_single_label_make_no_transcript(text: str) -> None:
    found = read_text(text)["statements"]
    assert found
    assert not {v["name"] for s in found for v in s["voices"][1:]} & {"Place", "Date", "Key points", "Key figures"}


def test_a_label_has_its_words_without_the_form_of_address() -> None:
    text = "Welcome.\nRt Hon. Ada Example (Dunmore) (Lib): Madam Chair, we know."
    (label,) = labels(text)
    assert text[label.start : label.end] == "Ada Example"
    assert text[label.colon] == ":"
    assert [text[at:] for at in begins(text)] == ["Madam Chair, we know.", "we know."]

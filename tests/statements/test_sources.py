"""Sources: whom a text has say something, in the turns of phrase that hide the speaker from the grammar."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def voices(text: str, words: str) -> list[str]:
    """The names of those who say, from the text inwards, what the first statement with the words tells."""
    answer = read_text(LEAD + text)
    told = next(s for s in answer["statements"] if words in s["span"]["words"] and s["span"]["start"] >= len(LEAD))
    return [voice["name"] for voice in told["voices"]][1:]


def spans(text: str) -> list[str]:
    """The words of what is told."""
    return [s["span"]["words"] for s in read_text(LEAD + text)["statements"] if s["span"]["start"] >= len(LEAD)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to what the minister reported, the exile was abducted in Porto.", "minister"),
        ("According to what was reported by the ministry, the exile was abducted in Porto.", "ministry"),
        ("From what the lawyer said, the exile was abducted in Porto.", "lawyer"),
        ("Judging by what the envoy told reporters, the exile was abducted in Porto.", "envoy"),
        ("As far as the minister knows, the exile was abducted in Porto.", "minister"),
        ("So far as the embassy is aware, the exile was abducted in Porto.", "embassy"),
        ("To the best of the ministry's knowledge, the exile was abducted in Porto.", "ministry"),
        ("As his wife tells it, the exile was abducted in Porto.", "his wife"),
    ],
)
def test_what_is_told_by_a_phrase_is_of_whom_the_phrase_names(text: str, name: str) -> None:
    assert voices(text, "abducted in Porto") == [name]
    assert spans(text) == ["the exile was abducted in Porto"]


@pytest.mark.parametrize(
    "text",
    [
        "As far as is known, the exile was abducted in Porto.",
        "As far as the embassy is concerned, the exile was abducted in Porto.",
        "From what we know, the exile was abducted in Porto.",
    ],
)
def test_a_phrase_without_a_speaker_gives_no_voice(text: str) -> None:
    assert voices(text, "abducted in Porto") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The aim, said one professor, is to intimidate critics abroad.", "intimidate critics", "one professor"),
        ("The exile, writes the daily Tribune, was abducted in Porto.", "abducted in Porto", "Tribune"),
        ("The embassy, say two of the students, has threatened exiles.", "threatened exiles", "students"),
        ("His client, explained the lawyer, had been threatened by agents.", "been threatened", "lawyer"),
        ("The exile, said the ministry on Monday, was abducted in Porto.", "abducted in Porto", "ministry"),
        ("The threats, claims her brother, came from agents.", "came from agents", "her brother"),
    ],
)
def test_who_stands_behind_a_word_of_saying_within_a_sentence_speaks(text: str, words: str, name: str) -> None:
    assert voices(text, words) == [name]


def test_what_is_said_behind_a_comma_makes_nobody_a_speaker() -> None:
    assert voices("The exile, who feared agents, said goodbye, and was abducted in Porto.", "abducted in Porto") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("More than half of the academics interviewed said agents had threatened exiles.", "academics"),
        ("Nearly two-thirds of the journalists asked said agents had threatened exiles.", "journalists"),
        ("Some 40% of respondents said agents had threatened exiles.", "respondents"),
        ("A majority of the students said agents had threatened exiles.", "students"),
        ("A handful of students said agents had threatened exiles.", "students"),
        ("One in five students said agents had threatened exiles.", "students"),
        ("We asked 84 respondents. About a third said agents had threatened exiles.", "respondents"),
        ("Forty students were asked. A quarter told us that agents had threatened exiles.", "students"),
        ("Seven out of ten said that agents had threatened exiles.", "Seven out of ten"),
        ("One of them, the poet Mira Ruiz, said agents had threatened exiles.", "Mira Ruiz"),
    ],
)
def test_so_many_of_a_group_speak_as_the_group_or_by_the_name_beside_them(text: str, name: str) -> None:
    assert voices(text, "agents had threatened exiles") == [name]


def test_a_share_of_a_group_is_told_by_the_group() -> None:
    assert voices("Half of the 60 students said they had been followed.", "Half of the 60") == ["60 students"]


def test_a_third_person_is_no_share() -> None:
    told = "Two exiles were followed in Porto. A third said he had been threatened by agents."
    assert "A third said he had been threatened by agents" not in spans(told)

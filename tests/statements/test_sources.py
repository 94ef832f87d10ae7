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

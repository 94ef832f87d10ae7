"""Reading: whatever stands in a text, it is read without breaking, and every span has its words."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.desk.reading import read_text, read_texts

PIECES = st.sampled_from(
    [
        "China",
        "the group",
        "said",
        "that",
        "54",
        "police stations",
        "in",
        "30 countries",
        '"',
        "“",
        "”",
        "'",
        "(",
        ")",
        ",",
        ".",
        "?",
        "\n\n",
        "\n",
        "*Update:",
        "- ",
        "report",
        "entitled",
        "110 Doors: A Title",
        "denied",
        "allegedly",
        "may",
        "not",
        "according to",
        "On April 17",
        "more than",
        "dozens of",
        "Paris",
        "\u202e",
        "\u0000",
        "😀",
        "Ω",
        "e\u0301",
        "…",
        "—",
        "''",
        "``",
        "its",
        "they",
        "which",
        "exiles",
        "were arrested",
        "one",
        "half of",
        "64%",
        "$5",
        "a further",
        "No",
        "critics",
        "it",
        ":",
    ]
)


def spans(value: Any) -> list[dict[str, Any]]:
    """Every object with start, end and words anywhere in an answer."""
    if isinstance(value, dict):
        here = [value] if {"start", "end", "words"} <= value.keys() and isinstance(value["start"], int) else []
        return here + [span for item in value.values() for span in spans(item)]
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    return []


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=60))
def test_any_text_is_read_and_every_span_has_its_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    answer = read_text(text)
    for span in spans(answer):
        assert text[span["start"] : span["end"]] == span["words"]
    for attribution in answer["attributions"]:
        for part in ("source", "cue", "content"):
            assert all(0 <= start < end <= len(text) for start, end in attribution[part])
    for statement in answer["statements"]:
        assert statement["voices"][0]["found"] == "author"
        assert all(hedge["voice"] < len(statement["voices"]) for hedge in statement["hedges"])


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_any_characters_are_read(text: str) -> None:
    assert read_text(text)["id"] == "text"


def test_a_text_reads_the_same_alone_and_among_others() -> None:
    text = "The group said that China runs 54 police stations in 30 countries.\n\nThey are used to threaten exiles."
    among = list(
        read_texts([{"id": "a", "text": ""}, {"id": "b", "text": text}, {"id": "c", "text": "Nothing.\n\nHere."}])
    )
    alone = read_text(text, id="b")
    assert among[1] == alone
    assert [answer["id"] for answer in among] == ["a", "b", "c"]


def test_ids_are_the_same_each_time_and_differ_within_a_text() -> None:
    text = "Nine stations are in France. Nine stations are in France."
    first, second = read_text(text), read_text(text)
    assert [s["id"] for s in first["statements"]] == [s["id"] for s in second["statements"]]
    assert len({s["id"] for s in first["statements"]}) == len(first["statements"])

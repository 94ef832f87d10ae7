"""A count that the words make a part of a larger one is told of it."""

import pytest

from longarm.desk.reading import read_text


def parts(text: str) -> list[tuple[str, str]]:
    """The words of each count that is a part, with those of its whole."""
    found = {s["id"]: s["quantity"] for s in read_text(text)["statements"] if s["quantity"]}
    return [(q["words"], found[whole]["words"]) for q in found.values() for whole in q["part_of"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Agents seized six Freedonian nationals, one doctor and five educators, in Lyon.",
            [("one", "six"), ("five", "six")],
        ),
        ("Freedonia has twelve offices in Germany, seven of them in Gera.", [("seven", "twelve")]),
        ("Eight exiles were arrested, five of whom fled.", [("five", "Eight")]),
        ("We aided 158 exiles, of whom 101 had fled.", [("101", "158")]),
        (
            "Freedonia has 54 police stations in 30 countries, including nine in Spain and 11 in Italy.",
            [("including nine", "54"), ("11", "54")],
        ),
        ("At least one of the two police stations in Lyon is open.", [("At least one", "two")]),
        (
            "There are four police stations in Asia. Osaka is home to one; the other three are in India.",
            [("one", "four"), ("three", "four")],
        ),
    ],
)
def test_a_part_is_told_of_its_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report documents 10 killings, six abductions and 16 deportations of exiles.",
        "Freedonia has 54 police stations in 30 countries.",
        "Three exiles were arrested in Lyon and two in Lille.",
        "The group found 54 police stations; later it found 48 more, bringing the total to 102.",
    ],
)
def test_counts_beside_one_another_are_no_parts(text: str) -> None:
    assert parts(text) == []


def test_no_part_is_more_than_its_whole() -> None:
    assert parts("Freedonia has nine police stations in Spain, 12 of them in Madrid.") == []

"""Caveats: what a sentence says of all that follows stays with what follows."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def hedges(text: str, words: str) -> list[str]:
    answer = read_text(LEAD + text)
    told = [s for s in answer["statements"] if words in s["span"]["words"]]
    assert told
    return [h["kind"] for h in told[0]["hedges"]]


@pytest.mark.parametrize(
    "caveat",
    [
        "The claims are unproven.",
        "The allegations have not been tested in court.",
        "None of this has been independently confirmed.",
        "What follows has yet to be proved.",
    ],
)
def test_a_caveat_governs_the_sentences_after_it(caveat: str) -> None:
    assert hedges(f"{caveat} Two agents followed the exile in Lyon.", "followed the exile") == ["alleged"]


@pytest.mark.parametrize(
    "text",
    [
        "Two agents followed the exile in Lyon. The claims are unproven.",
        "The claims have been proved. Two agents followed the exile in Lyon.",
        "The claims are unproven.\n\nTwo agents followed the exile in Lyon.",
        "The claims are unproven. Police confirmed that two agents followed the exile in Lyon.",
    ],
)
def test_it_reaches_no_further(text: str) -> None:
    assert hedges(text, "followed the exile") == []


def test_it_does_not_touch_a_step_of_proceedings() -> None:
    assert hedges("The claims are unproven. A court in Lyon jailed two agents in May.", "jailed two agents") == []

"""Sought: an arrest that is asked for, paid for or ordered is none, and counts nobody as arrested."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Freedonia's agents harass exiles abroad, and its police offered rewards for information on them.\n\n"


def told(text: str) -> list[tuple[str, str, str]]:
    """Measure, stage and method of what is told after the lead."""
    found = read_text(LEAD + text)["statements"]
    return [(s["measure"], s["stage"], s["method"]) for s in found if s["span"]["start"] >= len(LEAD)]


@pytest.mark.parametrize(
    "text",
    [
        "The police announced bounties for the arrest of five exiles.",
        "Bounties were set for the arrest and detention of five exiles.",
        "A reward was offered for information leading to the arrest of three exiles.",
        "Police seek the arrest of 13 exiles who live in Norway.",
        "The government called for the arrest of three activists.",
        "A warrant was issued to arrest six exiles.",
        "The police have sought to arrest the five exiles.",
        "A notice asks for the detention of four students.",
        "The newspaper said that a price was paid for the capture of eight exiles.",
    ],
)
def test_an_arrest_that_is_sought_is_no_arrest_and_counts_nobody(text: str) -> None:
    found = told(text)
    assert not {measure for measure, _, _ in found} & {"arrested", "detained"}
    assert "arrest" not in {stage for _, stage, _ in found}
    assert "detention-abroad" not in {method for _, _, method in found}


@pytest.mark.parametrize(
    "text",
    [
        "The raid led to the arrest of four agents.",
        "A tip led to the arrest of four agents.",
        "Police announced the arrest of four agents.",
        "A group criticised Norway for the arrest of four exiles.",
    ],
)
def test_an_arrest_that_was_made_counts(text: str) -> None:
    assert "arrested" in {measure for measure, _, _ in told(text)}

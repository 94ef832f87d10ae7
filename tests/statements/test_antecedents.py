"""Whom "it says" goes on with."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Harbour Watch published a study of the police stations. Spain has nine of the stations, it found.",
            "Spain has nine",
            "Harbour Watch",
        ),
        ("Quay Watch looked at the list. Norway alone hosts 11 stations, it says.", "Norway alone hosts", "Quay Watch"),
        (
            "The ministry answered on Monday. The ministry has opened a contact point, it said.",
            "has opened a contact point",
            "ministry",
        ),
        (
            "Rights groups counted nine police stations. Norway respects the law of other countries, it said.",
            "Norway respects the law",
            "Norway",
        ),
    ],
)
def test_a_country_that_the_words_are_about_speaks_only_where_nobody_else_can(
    text: str, words: str, speaker: str
) -> None:
    found = [s for s in read_text(LEAD + text)["statements"] if words in s["span"]["words"]]
    assert {s["voices"][-1]["source"] for s in found} == {speaker}

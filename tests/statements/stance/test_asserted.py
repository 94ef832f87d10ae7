"""Asserted: what people are thought to be does not make doubtful what befell them."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A diplomat suspected of having planned the abduction was expelled in April.", "was expelled"),
        ("The man, believed to be an officer of the Belarusian service, was deported from Zambia.", "was deported"),
        ("The two gunmen, presumed to be working for Minsk, fled in a van.", "fled in a van"),
        ("A man accused of stalking an exile in Reading walked free from court on Friday.", "walked free"),
    ],
)
def test_what_befell_a_suspect_is_told_plainly_and_by_the_author(text: str, words: str) -> None:
    told = [s for s in read_text(LEAD + text)["statements"] if words in s["span"]["words"]]
    assert told
    assert not any(s["hedges"] or len(s["voices"]) > 1 for s in told)


def test_a_facility_that_somebody_is_accused_of_running_stays_alleged() -> None:
    text = "A businessman accused of running a Belarusian police station in Croydon says it is a lie."
    told = [s for s in read_text(LEAD + text)["statements"] if s["kind"] == "presence"]
    assert [h["kind"] for s in told for h in s["hedges"]] in ([], ["alleged"])
    assert all(s["hedges"] for s in told)

"""Claims without a clause of their own: participles, lists of deeds, gaps, rows of tables, and what a step was for."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus threatens exiles abroad.\n\n"


def told(text: str) -> set[str]:
    """The words of the statements after the lead that are no figures."""
    found = read_text(LEAD + text)["statements"]
    return {s["span"]["words"] for s in found if s["span"]["start"] >= len(LEAD) and s["kind"] != "figure"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Agents broke into her flat in Riga, leaving a wreath on the bed.", "leaving a wreath on the bed"),
        ("The ministry cancelled his passport, forcing him to hide.", "forcing him to hide"),
        ("The ministry cancelled her passport, leaving her stranded in Doha.", "leaving her stranded in Doha"),
        ("The editor was seized in Tirana, flown to Minsk at night and charged with fraud.", "flown to Minsk at night"),
        ("Posing as plumbers, two men searched the exile's flat.", "Posing as plumbers"),
        ("Exiles hide, with police raiding their rooms at night.", "police raiding their rooms at night"),
        ("Embassies refuse to renew his passport, telling him to apply in Minsk.", "telling him to apply in Minsk"),
        ("The agency says men had seized the exile, shown him a list and beaten him.", "shown him a list"),
        ("The editor was arrested and deported to Oman.", "deported to Oman"),
        ("The exile's sister, evicted from her flat in May, has fled to Oslo.", "evicted from her flat in May"),
        ("The group lists three ways: calling parents, sending men to flats.", "sending men to flats"),
    ],
)
def test_what_was_done_along_with_a_deed_is_told_by_itself(text: str, words: str) -> None:
    assert words in told(text)


@pytest.mark.parametrize("text", ["Agents met in May, marking a change of course.", "He wept, hearing the news again."])
def test_a_comment_on_a_deed_is_no_deed(text: str) -> None:
    assert not any(words.startswith(("marking", "hearing")) for words in told(text))


def test_how_a_paper_was_come_by_is_no_deed() -> None:
    assert "seen by the agency" not in told("The memo, seen by the agency, tells agents to follow the exile.")


def test_a_point_of_a_list_tells_what_its_lead_tells_of() -> None:
    text = "The consulate is accused of several things:\n\n- paying students for names\n- copying the lists of guests"
    assert {"paying students for names", "copying the lists of guests"} <= told(text)


def test_each_deed_of_a_list_is_told_and_no_clause_tells_all_again() -> None:
    found = told("The report lists the arrest of two nieces, the burning of a house and calls from the consulate.")
    assert found == {"the arrest of two nieces", "the burning of a house", "calls from the consulate"}


def test_a_list_of_deeds_has_them_by_their_verbs_and_by_what_befell_people() -> None:
    found = told("She cites the shelling of a house, relatives pressed into silence and an attempt to seize her son.")
    assert {"the shelling of a house", "relatives pressed into silence", "an attempt to seize her son"} <= found


def test_things_that_are_described_are_no_list_of_deeds() -> None:
    assert "papers seen by the agency" not in told(
        "The report rests on papers seen by the agency and visits to exiles."
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rights groups urged Kenya to release the exile and to investigate the police.", "to investigate the police"),
        ("They threatened to jail the exile's father and to burn his house.", "to burn his house"),
    ],
)
def test_each_later_task_is_told(text: str, words: str) -> None:
    assert words in told(text)


def test_deeds_that_somebody_is_charged_with_are_one_charge() -> None:
    found = told("He was charged with the abduction of a singer and the murder of a poet.")
    assert not found & {"the abduction of a singer", "the murder of a poet"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The elder exile lost his job, the younger his flat.", "the younger his flat"),
        ("Sweden has refused to extradite the writer, and Finland the publisher.", "Finland the publisher"),
        ("An exiled editor was beaten in Peru, a student in Chad.", "a student in Chad"),
        ("Police say that one exile was threatened by telephone, others at their door.", "others at their door"),
    ],
)
def test_what_is_told_without_its_verb_is_told(text: str, words: str) -> None:
    assert words in told(text)


def test_a_list_of_names_leaves_no_verb_out() -> None:
    assert told("Agents beat the singer, the poet and the poet's son.") == {
        "Agents beat the singer, the poet and the poet's son"
    }


def test_the_rows_of_a_table_in_running_text_are_told() -> None:
    found = told("Lisbon: inquiry opened in May; Dublin: premises shut on the ministry's request.")
    assert {"inquiry opened in May", "premises shut on the ministry's request"} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Lisbon: inquiry under way for months; Dublin: office closed for a year.",
        "Visa bans: two years for the consul, five years for his aide.",
        "Lima: relatives visited at night; Quito: sisters questioned.",
    ],
)
def test_no_row_makes_a_conviction_of_what_is_none(text: str) -> None:
    assert all(s.get("stage") != "conviction" for s in read_text(LEAD + text)["statements"])


@pytest.mark.parametrize("lead", ["Three were jailed for tracking exiles", "Three got prison terms, the clerk says"])
def test_the_terms_of_several_are_told_one_by_one(lead: str) -> None:
    found = told(f"{lead}: 12 years for Anton Merz, nine for his son.")
    assert {"12 years for Anton Merz", "nine for his son"} <= found


@pytest.mark.parametrize(
    "text",
    [
        "The minister ordered the expulsion of agents responsible for spying on exiles.",
        "The council sanctioned the colonel for spying on exiles.",
        "He was held on suspicion of spying on exiles.",
    ],
)
def test_the_deed_that_a_step_was_for_stands_beside_the_step(text: str) -> None:
    found = told(text)
    assert "spying on exiles" in found
    assert len(found) > 1


def test_a_charge_is_told_once() -> None:
    assert "spying on exiles" not in told("He was charged with spying on exiles.")

"""Steps: what host states and their courts did, told from what they would not do, what others did and what a photo
shows."""

from typing import Any

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarusian agents threatened dissidents in Norway. Bo Example was arrested in Oslo and charged.\n\n"


def told(text: str) -> list[dict[str, Any]]:
    """What is told after the lead."""
    return [s for s in read_text(LEAD + text)["statements"] if s["span"]["start"] >= len(LEAD)]


def stages(text: str) -> set[str]:
    return {s["stage"] for s in told(text)} - {""}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian authorities didn’t prosecute the latest suspects.",
        "Norwegian authorities didn't prosecute the latest suspects.",
        "The suspects were not prosecuted.",
        "The suspects were never charged.",
    ],
)
def test_who_was_not_prosecuted_is_denied_to_be(text: str) -> None:
    assert [(s["stage"], s["polarity"]) for s in told(text)] == [("no-action", "denied")]


@pytest.mark.parametrize(
    "text",
    [
        "The prosecutor declined to prosecute the two men.",
        "The court refused to convict the two men.",
        "The minister refused to expel the four diplomats.",
    ],
)
def test_a_step_that_was_refused_is_none_and_counts_nobody(text: str) -> None:
    assert not stages(text) & {"charge", "conviction", "expulsion"}
    assert not {s["measure"] for s in told(text)} & {"charged", "convicted", "expelled"}


@pytest.mark.parametrize(
    "text",
    [
        "The journalists opened an investigation into the network.",
        "Exiles Watch launched an investigation into the network.",
        "The Harbour News published a cross-border investigation of 42 media partners.",
        "An investigation by the newspaper into the network came out in May.",
        "The findings are part of an investigation into threats by 42 media partners.",
    ],
)
def test_what_journalists_or_groups_look_into_is_no_proceeding(text: str) -> None:
    assert "investigation" not in stages(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway's intelligence service launched an investigation into the network.",
        "A parliamentary committee opened an inquiry into the network.",
        "The investigation by Norwegian police lasted years.",
    ],
)
def test_what_police_or_parliaments_look_into_is_one(text: str) -> None:
    assert stages(text) == {"investigation"}


@pytest.mark.parametrize(
    "text",
    [
        "A man is detained by riot police during a march in Oslo.",
        "Protesters hold signs outside the embassy in Oslo.",
    ],
)
def test_a_caption_of_people_without_a_name_tells_no_step_and_no_deed(text: str) -> None:
    assert told(text) == []


def test_a_step_for_another_offence_has_no_method_of_the_text() -> None:
    assert [(s["stage"], s["method"]) for s in told("The clerk was convicted of espionage in 2021.")] == [
        ("conviction", "")
    ]
    assert told("The agent was convicted in 2021.")[0]["method"] == "threats-in-person"


def test_release_on_bail_is_no_arrest() -> None:
    assert stages("Bela Example was released on bail in March.") == {"court-step"}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ada Example spoke at a protest against the new Belarusian embassy in London.", "warning"),
        ("The exile filed a complaint against the agents in Oslo.", "charge"),
        ("They looked into whether the agents were charged.", "charge"),
        ("The group counts hundreds of notices received each year by exiles.", "conviction"),
    ],
)
def test_words_of_a_step_that_tell_of_something_else_are_none(text: str, stage: str) -> None:
    assert stage not in stages(text)


@pytest.mark.parametrize(
    "text",
    [
        "The court heard how Bo Example sought to identify and expose exiles.",
        "The court found that Bo Example tried to name and expose exiles for years.",
    ],
)
def test_what_a_court_tells_of_the_accused_is_not_their_answer(text: str) -> None:
    assert "response" not in {s["kind"] for s in told(text)}


def test_an_exile_tried_in_absentia_at_home_does_not_answer_for_it() -> None:
    lead = "Belarus denies passports to journalists abroad. Ada Example was sentenced in absentia to nine years.\n\n"
    found = read_text(
        lead + "“Imagine a country without news,” Example said. Example said that Minsk frightens people."
    )
    assert "response" not in {s["kind"] for s in found["statements"]}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Oslo booted two Belarusian diplomats out.", "expulsion"),
        ("Norway told an embassy counsellor to leave within two days.", "expulsion"),
        ("Norwegian authorities order expulsion of Belarusian agents responsible for spying.", "expulsion"),
        ("The council withdrew the permit of the trade bureau.", "closure-order"),
        ("Sanctions were imposed by Norway on the head of the unit.", "sanction"),
        ("A bill against such threats cleared the lower house on Monday.", "law-passed"),
        ("The case against the former policeman from Bergen was thrown out.", "charge-dropped"),
        ("The two brothers walked free.", "acquittal"),
        ("Two men were arraigned in Oslo on Monday.", "charge"),
        ("Prosecutors are weighing an appeal.", "court-step"),
        ("Detectives found nothing unlawful.", "no-action"),
        ("The file on the second man was shelved in May.", "no-action"),
        ("The cabinet has put on hold all removals of exiles.", "protection"),
    ],
)
def test_a_step_is_known_by_every_way_of_saying_it(text: str, stage: str) -> None:
    assert stages(text) == {stage}


@pytest.mark.parametrize(
    "text",
    [
        "Belarus ordered the exile to leave her flat.",
        "The refugees were told to leave the hotel.",
    ],
)
def test_sending_others_away_or_acting_against_an_order_is_no_step(text: str) -> None:
    assert not stages(text) & {"expulsion", "court-step"}


def test_a_helpline_of_a_university_is_a_remedy_and_no_response_of_a_state() -> None:
    assert {s["kind"] for s in told("The university opened a helpline for exiles.")} == {"remedy"}


@pytest.mark.parametrize(
    "text",
    [
        "The driver has been bailed until June.",
        "Sentencing has been fixed for May.",
        "The judge set a trial date.",
        "A coroner recorded an open verdict.",
    ],
)
def test_what_becomes_of_a_case_is_a_step_by_its_verb_its_nouns_or_who_tries_it(text: str) -> None:
    assert {s["kind"] for s in told(text)} == {"legal"}


@pytest.mark.parametrize(
    "text",
    [
        "The judges sentenced the exiled athlete in absentia.",
        "The ministry opened a case against the dissident.",
        "Her father has been under house arrest since May.",
        "Diplomats told applicants to leave the hall.",
    ],
)
def test_what_befalls_exiles_and_their_kin_is_no_step_of_a_host(text: str) -> None:
    assert not [s for s in told(text) if s["kind"] in ("legal", "response")]


def test_calling_on_somebody_at_home_asks_for_no_remedy() -> None:
    assert "remedy" not in {s["kind"] for s in told("Officers called on her parents.")}
    assert "remedy" in {s["kind"] for s in told("The group called on Norway to act.")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The police station in Oslo closed in December.", "presence"),
        ("A police liaison office was run out of a travel agency in Oslo.", "presence"),
        ("The police closed the police station in Oslo in December.", "response"),
    ],
)
def test_what_a_facility_does_of_itself_is_no_step_of_a_host(text: str, kind: str) -> None:
    lead = "Belarus runs police stations abroad and sues exiles.\n\n"
    found = [s for s in read_text(lead + text)["statements"] if s["span"]["start"] >= len(lead)]
    assert kind in {s["kind"] for s in found}
    assert kind == "response" or not {"response", "legal"} & {s["kind"] for s in found}


@pytest.mark.parametrize(
    "text",
    ["Agents searched his mother's home in May.", "His lawyer was jailed.", "The police opened a case against me."],
)
def test_what_befalls_those_who_belong_to_somebody_sought_is_no_step(text: str) -> None:
    told = read_text("Belarus threatens exiles abroad. An exile spoke in Graz. " + text)["statements"]
    assert told[-1]["kind"] == "act"

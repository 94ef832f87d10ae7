"""Which statements answer one question, and how the question is put."""

from typing import Any

import pytest

from longarm.claims import words
from longarm.desk.weigh import weigh
from longarm.model.claims import Claim
from longarm.testing.builders import KEY, Text, case, voice

OSLO, LIMA = ("Oslo", "gn:3143244"), ("Lima", "gn:3936456")


def claims(*texts: Text, kind: str) -> list[Claim]:
    return [one for one in weigh(case(*texts), KEY).claims if one.kind == kind]


def step(path: str, said: str, stage: str = "arrest", places: tuple[tuple[str, str], ...] = ()) -> Text:
    text = Text(path)
    text.say(said, "legal", stage=stage, places=places)
    return text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two men and forty-four clerks", ("2", "44")),
        ("two hundred exiles, 12,000 letters", ("200", "12000")),
        ("one of the men, a two-year-old case", ()),
        ("Ada Dee, 61, of the Bay and Bo Roe, 59, were held", ()),
    ],
)
def test_figures_are_known_in_digits_and_words_and_ages_are_none(text, found) -> None:
    assert words.numbers(text) == found


def test_arrests_in_two_countries_are_not_one_because_both_were_of_men() -> None:
    here = step("a", "Harbour authorities arrested two men.")
    there = step("b", "Three men were arrested in Oslo and two others in Lima.", places=(OSLO, LIMA))
    assert len(claims(here, there, kind="legal")) == 2
    assert len(claims(here, step("c", "Two men were arrested."), kind="legal")) == 2


def test_one_step_told_with_its_number_in_digits_and_in_words_is_one() -> None:
    told = "44 officers of the harbour police were charged with hunting exiles abroad."
    again = "Forty-four officers of the harbour police were charged with hunting exiles abroad."
    assert len(claims(step("a", told, "charge"), step("b", again, "charge"), kind="legal")) == 1


def test_another_step_of_the_same_people_is_no_telling_of_the_first() -> None:
    told = "The former head of the harbour office, clerk Dee, was {} over lists of exiles."
    texts = step("a", told.format("charged"), "charge"), step("b", told.format("convicted"), "conviction")
    assert len(claims(*texts, kind="legal")) == 2


def denial(path: str, party: str) -> Text:
    text = Text(path)
    text.say("There is no secret station in the harbour.", "response", method="overseas-station", actor="China",
             polarity="denied", voices=[voice(party, cue="said")])  # fmt: skip
    return text


def test_the_answer_of_somebody_else_is_not_told_as_the_states() -> None:
    found = claims(denial("a", "the Chinese government"), denial("b", "Bo Roe"), kind="response")
    assert [one.question.partition(" on ")[0] for one in found] == ["What does China answer", "What does Bo Roe answer"]


def test_who_denies_an_office_does_not_deny_an_arrest_over_it() -> None:
    text = Text("a")
    text.say("Two clerks were arrested in Oslo over the station.", number="Two", low=2, high=2, unit="clerks",
             measure="arrested", method="overseas-station", operator="China", places=[OSLO])  # fmt: skip
    text.say("China runs a station in Oslo.", "presence", method="overseas-station", operator="China", places=[OSLO])
    text.say("There is no station in Oslo.", "response", method="overseas-station", actor="China", polarity="denied",
             places=[OSLO], voices=[voice("the Chinese government", cue="denies", attitude="denies")])  # fmt: skip
    contests = {one.kind: one.contest for one in weigh(case(text), KEY).claims}
    assert (contests["figure"], contests["presence"]) == ("answered", "denied-specifically")


def test_a_question_about_an_act_names_a_state_and_never_a_person_who_may_be_its_victim() -> None:
    text = Text("a")
    for doer in ("China", "Bo Roe"):
        text.say(f"{doer} vanished and an office opened.", "presence", method="overseas-station", operator=doer)
    assert [one.question for one in claims(text, kind="presence")] == [
        "Does China operate an overseas police station or service centre?",
        "Is there an overseas police station or service centre?",
    ]


def test_only_what_can_be_run_is_asked_for_as_operated() -> None:
    text = Text("a")
    text.say("China took 6 teachers from Oslo.", number="6", low=6, high=6, unit="teachers", operator="China",
             places=[OSLO])  # fmt: skip
    text.say("China has 9 stations in Oslo.", number="9", low=9, high=9, unit="stations", measure="station",
             operator="China", places=[OSLO])  # fmt: skip
    assert {one.question for one in claims(text, kind="figure")} == {
        "How many teachers are there in Oslo?",
        "How many overseas police stations or service centres does China operate in Oslo?",
    }


def test_an_institution_takes_its_article() -> None:
    found = claims(denial("a", "Harbour Ministry"), denial("b", "Harbour movement"), kind="response")
    assert [one.question.partition(" on ")[0] for one in found] == [
        "What does the Harbour Ministry answer",
        "What does the Harbour movement answer",
    ]


def test_a_telling_of_two_words_is_asked_for_in_its_sentence() -> None:
    text = Text("a")
    text.say("The clerk of the harbour office pleads guilty.", "legal", clause="pleads guilty", stage="plea")
    (found,) = claims(text, kind="legal")
    assert found.question == "Was this step taken: “The clerk of the harbour office pleads guilty”?"


def reply(path: str, words: str, speaker: str) -> Text:
    text = Text(path)
    text.say(words, "response", method="overseas-station", voices=[voice(speaker, cue="said")])
    return text


def test_the_accused_answers_another_state_responds_and_anyone_else_says() -> None:
    charge = Text("a")
    charge.say("China runs a station in Oslo.", "presence", method="overseas-station", operator="China", places=[OSLO])
    found = claims(
        charge,
        reply("b", "The offices help citizens abroad.", "the Chinese government"),
        reply("c", "An inspectorate looks into the offices.", "the Norwegian government"),
        reply("d", "Neighbours never saw a soul there.", "Harbour Watch"),
        kind="response",
    )
    assert [one.question.partition(" o")[0].partition(" t")[0] for one in found] == [
        "What does China answer",
        "How does Norway respond",
        "What does Harbour Watch say",
    ]


def test_an_aim_is_asked_for_in_its_words_and_not_as_the_method_of_its_text() -> None:
    text = Text("a")
    text.say("China did so to save its face.", "purpose", clause="to save its face", method="abduction", actor="China")
    assert [one.question for one in claims(text, kind="purpose")] == ["Is this what China aims at: “to save its face”?"]


def test_who_found_the_poison_did_not_use_it() -> None:
    text = Text("a")
    text.say("A toxin was used on the former spy in the harbour.", "act", method="assassination")
    text.say("China named the toxin used on the former spy in the harbour.", "act", actor="China")
    assert [one.question.partition(":")[0] for one in claims(text, kind="act")] == [
        "Is this a case of assassination or attempt"
    ]


def test_a_long_name_alone_makes_no_two_assertions_one() -> None:
    body = "the International Harbour Board of Inspecting Pilots"
    one, other = Text("a"), Text("b")
    one.say(f"Spies singled out {body}.", "act")
    other.say(f"Callers claimed to work for {body}.", "act")
    assert len(claims(one, other, kind="act")) == 2


def test_what_is_opposed_is_not_what_is_done() -> None:
    one, other = Text("a"), Text("b")
    one.say("The board's opposition to silencing and shadowing harbour clerks.", "act")
    other.say("The board is silencing and shadowing harbour clerks.", "act")
    assert len(claims(one, other, kind="act")) == 2


def questions(text: Text, kind: str) -> list[str]:
    return [one.question for one in claims(text, kind=kind)]


def test_a_number_that_is_of_its_own_text_alone_is_asked_for_in_its_words_left_blank() -> None:
    text = Text("a")
    text.say("Eleven clerks are late.", number="Eleven", low=11, high=11, unit="clerks")
    assert questions(text, "figure") == ["What is the number: “[how many] clerks are late”?"]


def test_words_that_tell_only_what_is_denied_are_not_given_as_the_answer() -> None:
    text = Text("a")
    speaker = [voice("the Chinese government", cue="denied", attitude="denies")]
    denied: dict[str, Any] = {"polarity": "denied", "method": "overseas-station", "actor": "China", "voices": speaker}
    text.say("China denied that it keeps harbour offices.", "response", clause="it keeps harbour offices", **denied)
    text.say("China denied all of it.", "response", clause="denied all of it", **denied)
    assert questions(text, "response") == [
        "What does China answer to this: “it keeps harbour offices”?",
        "What does China answer on an overseas police station or service centre: “China denied all of it”?",
    ]


def test_police_of_a_host_who_find_no_proof_do_not_answer_for_the_accused() -> None:
    text = Text("a")
    text.say("China runs a station in Oslo.", "presence", method="overseas-station", operator="China", places=[OSLO])
    text.say("Police found evidence of this.", "response", method="overseas-station", polarity="denied",
             voices=[voice("the Norwegian government", cue="said")])  # fmt: skip
    assert questions(text, "response") == ["What does Norway say to this: “Police found evidence of this”?"]


def test_the_police_that_went_to_an_office_in_their_own_country_do_not_run_it() -> None:
    text, other = Text("a"), Text("b")
    other.say("Norway sent harbour officers to the station.", "act", method="overseas-station", actor="Norway")
    text.say("Norway sent harbour officers to the station in Oslo.", "act", method="overseas-station", actor="Norway",
             places=[OSLO])  # fmt: skip
    (found,) = claims(other, text, kind="act")
    assert found.question.startswith("Was an overseas police station or service centre used") and not found.accused


def test_any_step_is_asked_for_as_a_step_and_an_assessment_as_how_it_stands() -> None:
    text = Text("a")
    text.say("The harbour office is looked into.", "legal", stage="investigation")
    text.say("That breaks the harbour law.", "legal", stage="assessment")
    assert [one.partition(":")[0] for one in questions(text, "legal")] == [
        "Was this step taken",
        "Is this how it stands in law",
    ]


def test_a_clause_that_has_lost_its_subject_is_shown_in_its_sentence() -> None:
    text = Text("a")
    text.say("The writer of the list vanished from a shop.", "act", clause="vanished from a shop", method="abduction")
    assert questions(text, "act") == [
        "Is this a case of abduction and rendition: “The writer of the list vanished from a shop”?"
    ]


def test_a_relative_without_a_name_is_no_name() -> None:
    text = Text("a")
    text.say("He is well.", "response", voices=[voice("Daughter", cue="said")])
    assert questions(text, "response")[0].startswith("What does the daughter say")


@pytest.mark.parametrize(
    ("clause", "shown"),
    [
        ('he is "very happy', 'he is "very happy"'),
        ('"such offices" are no secret', '"such offices" are no secret'),
        ('"All of it is known"', "All of it is known"),
        ("they spoke of “old friends", "they spoke of “old friends”"),
        ('Slow Tide" was for clerks', '"Slow Tide" was for clerks'),
    ],
)
def test_quotation_marks_in_a_question_are_pairs(clause, shown) -> None:
    text = Text("a")
    text.say(f"{clause} and more.", "act", clause=clause)
    assert questions(text, "act") == [f"Is it so: “{shown}”?"]

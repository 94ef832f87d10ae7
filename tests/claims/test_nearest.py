"""A reply that nothing names stands beside what is nearest to it in its own text; nobody else is made to answer."""

from typing import Any

import pytest

from longarm.desk.weigh import weigh
from longarm.model.claims import Claim
from longarm.testing.builders import KEY, Text, case, voice

STATE = "the Chinese government"


def contests(text: Text) -> dict[str, Claim]:
    """The claims of a text by their kinds."""
    return {claim.kind: claim for claim in weigh(case(text), KEY).claims}


def seizure() -> Text:
    text = Text("a")
    text.say("A clerk was taken from the harbour at night.", "act", method="abduction")
    return text


def said(text: Text, words: str, speaker: str, stage: str = "reply", **fields: Any) -> Text:
    voices = [voice(speaker, cue="said")] if speaker else []
    text.say(words, "response", stage=stage, method="abduction", voices=voices, **fields)
    return text


def test_the_defence_of_a_state_that_its_text_accuses_of_nothing_by_name_stands_beside_the_deed():
    found = contests(said(seizure(), "It had a warrant.", STATE))["act"]
    assert (found.contest, len(found.replies)) == ("answered", 1)


def test_a_state_beside_another_that_the_text_accuses_answers_nothing():
    text = seizure()
    text.say("China ran the boat.", "act", method="abduction", actor="China")
    found = weigh(case(said(text, "It looks into the matter.", "the Norwegian government")), KEY).claims
    assert not any(claim.replies for claim in found)


def test_what_a_host_state_does_is_no_answer():
    found = contests(said(seizure(), "Norway shuts the harbour office.", "the Norwegian government", "closure-order"))
    assert found["act"].replies == ()


def test_silence_is_listed_beside_the_deed_and_contests_nothing():
    found = contests(said(seizure(), "Two embassies declined to comment.", "", "silence"))["act"]
    assert (found.contest, len(found.replies)) == ("unanswered", 1)


def test_who_is_tried_answers_the_trial_and_not_the_deed():
    text = seizure()
    text.say("Bo Roe was charged over it.", "legal", stage="charge")
    text.name("Bo Roe")
    found = contests(said(text, "He only did his job.", "Bo Roe"))
    assert (found["legal"].contest, found["act"].replies) == ("answered", ())


def test_nobody_answers_what_he_tells_himself():
    text = Text("a")
    speaker = [voice("Harbour Watch", cue="said")]
    text.say("A clerk was taken from the harbour.", "act", method="abduction", voices=speaker)
    assert contests(said(text, "We did what we could.", "Harbour Watch"))["act"].replies == ()


@pytest.mark.parametrize("words", ["China denied the claims.", "China flatly rejected any role in it."])
def test_a_denial_that_names_nothing_but_the_claim_stands_beside_claims_of_a_second_method(words):
    text = Text("a")
    text.say("China runs a harbour office.", "presence", method="overseas-station", operator="China")
    text.say("China had a clerk taken at night.", "act", method="abduction", actor="China")
    text.say(words, "response", stage="reply", method="overseas-station", actor="China", polarity="denied",
             voices=[voice(STATE, cue="denied", attitude="denies")])  # fmt: skip
    found = contests(text)
    assert (found["presence"].contest, found["act"].contest) == ("denied-in-general", "denied-in-general")


def test_a_denial_of_one_thing_is_none_of_claims_of_a_second_method():
    text = Text("a")
    text.say("China runs a harbour office.", "presence", method="overseas-station", operator="China")
    text.say("China had a clerk taken at night.", "act", method="abduction", actor="China")
    text.say("China denied keeping any station.", "response", stage="reply", method="overseas-station", actor="China",
             polarity="denied", voices=[voice(STATE, cue="denied", attitude="denies")])  # fmt: skip
    assert contests(text)["act"].contest == "unanswered"


def test_a_spokeswoman_whose_body_is_unsaid_speaks_for_the_state_that_replied_before():
    text = seizure()
    said(text, "It knows nothing of a clerk.", STATE)
    said(text, "The boat was never ours.", "spokeswoman Bo Roe", polarity="denied")
    questions = [one.question for one in weigh(case(text), KEY).claims if one.kind == "response"]
    assert [one.partition(" on ")[0].partition(" to ")[0] for one in questions] == [
        "How does China respond",
        "What does China answer",
    ]


def test_of_what_a_text_tells_the_words_of_a_reply_choose_and_what_is_told_as_not_so_accuses_nobody():
    text = Text("a")
    text.say("The harbour master was behind the list.", "act")
    text.say("She found no lantern.", "act", polarity="denied")
    text.say("A boat left in spring.", "act")
    text.say("The harbour master flatly denied any role.", "response", stage="reply", polarity="denied",
             voices=[voice("harbour master", cue="denied", attitude="denies")])  # fmt: skip
    weighed = weigh(case(text), KEY)
    words = {one.id: one.statement.span.words for one in weighed.resolved}
    answered = [words[claim.statements[0]] for claim in weighed.claims if claim.replies]
    assert answered == ["The harbour master was behind the list."]


def test_who_accuses_answers_nothing():
    text = Text("a")
    watch = [voice("Harbour Watch", cue="said")]
    text.say("Clerks were pressed to go home.", "act", method="persuasion-to-return", voices=watch)
    text.say("A clerk was taken from the harbour.", "act", method="abduction")
    assert not any(
        claim.replies for claim in weigh(case(said(text, "We never named him.", "Harbour Watch")), KEY).claims
    )


def test_a_denial_that_names_the_topic_stands_beside_deeds_and_not_beside_each_step_over_them():
    text = Text("a")
    text.say("A station was kept over a shop.", "presence", method="overseas-station")
    text.say("Two clerks were released on bail.", "legal", method="overseas-station", stage="court-step")
    text.say("There are no stations.", "response", stage="reply", method="overseas-station", polarity="denied",
             voices=[voice(STATE, cue="said")])  # fmt: skip
    found = contests(text)
    assert (found["presence"].contest, found["legal"].replies) == ("denied-in-general", ())


def test_an_embassy_named_by_its_town_alone_answers_for_the_state_that_its_text_accuses():
    text = Text("a")
    text.say("China runs a harbour office in Oslo.", "presence", method="overseas-station", operator="China")
    text.say("Reports of this are pure invention.", "response", stage="reply", method="overseas-station",
             polarity="denied", voices=[voice("embassy in Oslo", cue="called")])  # fmt: skip
    found = contests(text)
    assert found["presence"].contest == "denied-in-general"
    assert found["response"].question.startswith("What does China answer")


def test_those_whom_a_claim_tells_of_answer_it_however_they_are_called():
    text = Text("a")
    text.say(
        "Police look into a reading room by the harbour.", "legal", method="overseas-station", stage="investigation"
    )
    text.say("The talk is vague and hurts them.", "response", stage="reply", method="overseas-station",
             voices=[voice("two reading rooms", cue="say")])  # fmt: skip
    assert contests(text)["legal"].contest == "answered"


def test_who_declines_to_say_is_listed_and_answers_nothing():
    text = seizure()
    text.say("Norway has yet to confirm that it holds him.", "response", stage="reply", method="abduction",
             voices=[voice("the Norwegian government", cue="yet to confirm", attitude="declines")])  # fmt: skip
    found = contests(text)["act"]
    assert (found.contest, len(found.replies)) == ("unanswered", 1)

"""Which claims are told in passing: the background of a case, asides of its author; all others lead."""

from dataclasses import replace

from longarm.desk.weigh import weigh
from longarm.testing.builders import KEY, Text, case


def passing(*texts: Text) -> dict[str, bool]:
    """Whether each claim is told in passing, by its kind and the words of its first telling."""
    state = case(*texts)
    weighed = weigh(state, KEY)
    words = {one.id: one.statement.span.words for one in weighed.resolved}
    return {words[claim.statements[0]]: claim.passing for claim in weighed.claims}


def told(path: str) -> Text:
    text = Text(path)
    text.say("The clerk of the harbour lost his lantern.", "act")
    text.say("Nine lanterns hung there.", number="Nine", low=9, high=9, unit="lanterns")
    return text


def test_the_background_of_one_document_is_told_in_passing_and_stands_last():
    text = told("a")
    text.say("Agents followed the exiles home.", "act", method="physical-surveillance", actor="China")
    found = passing(text)
    assert list(found.values()) == [False, True, True]
    assert not found["Agents followed the exiles home."]


def test_what_two_documents_tell_leads():
    assert not passing(told("a"), told("b"))["The clerk of the harbour lost his lantern."]


def test_a_known_measure_a_step_a_reply_a_call_and_a_deed_of_a_state_lead():
    text = Text("a")
    text.say("Three stations are open.", number="Three", low=3, high=3, unit="stations", measure="station")
    text.say("Two clerks went on trial.", "legal", stage="court-step")
    text.say("The harbour master rejects this.", "response")
    text.say("Exiles ask for protection.", "remedy")
    text.say("China opened a school.", "act", actor="China")
    assert set(passing(text).values()) == {False}


def test_a_deed_whose_means_the_words_name_leads():
    text = Text("a")
    text.say("The stations worked late.", "act")
    assert set(passing(text).values()) == {False}


def test_what_a_person_added_is_never_told_in_passing():
    state = case(told("a"))
    reading = state.readings[0]
    added = tuple(replace(one, by="editor") for one in reading.statements)
    weighed = weigh(replace(state, readings=(replace(reading, statements=added),)), KEY)
    assert not any(claim.passing for claim in weighed.claims)

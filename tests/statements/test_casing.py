"""Casing: a headline In Capitals is read as the sentence that it is, in the words as they are written."""

import pytest

from longarm.desk.reading import read_text
from longarm.statements.casing import Running, is_titled, sentence_case, vocabulary

KNOWN = vocabulary(["jury", "man", "Man", "agent", "police", "Police", "Anton", "anton", "office", "of", "in"])


@pytest.mark.parametrize(
    "text",
    ["Norway Expels Two Diplomats Over Plot", "COURT JAILS MAN FOR SPYING", "Iran Denies Role in Stabbing of Editor"],
)
def test_capitals_on_nearly_every_word_are_a_headline_s(text: str) -> None:
    assert is_titled(text)


@pytest.mark.parametrize(
    "text",
    ["Norway expels two diplomats over a plot", "Anton Merz", "The Far Shore Institute said so in Oslo on Monday."],
)
def test_a_sentence_and_a_name_are_no_headline(text: str) -> None:
    assert not is_titled(text)


def test_words_become_small_and_names_stay() -> None:
    words = ["Norway", "Expels", "Berlin", "Office", "Man", ",", "Merz", "Says"]
    assert sentence_case(words, {0, 5}, Running([]), KNOWN) == [
        "Norway",
        "expels",
        "Berlin",
        "office",
        "man",
        ",",
        "Merz",
        "says",
    ]


def test_the_running_text_tells_what_is_a_name() -> None:
    words = ["Court", "Hears", "of", "Jury", "and", "Harbour", "Watch"]
    known = vocabulary(["jury", "harbour", "watch", "court", "hear"])
    running = Running(["A report by Harbour Watch of May was read to the jury."])
    assert sentence_case(words, (), running, known) == ["Court", "hears", "of", "jury", "and", "Harbour", "Watch"]


def test_what_is_all_in_capitals_gets_its_names_back() -> None:
    words = ["COURT", "JAILS", "FBI", "MAN", "IN", "BERLIN"]
    running = Running(["He told it to FBI agents."])
    assert sentence_case(words, (), running, KNOWN) == ["Court", "jails", "FBI", "man", "in", "Berlin"]


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Jury Convicts Queens Man of Acting as Agent of Tehran", "legal"),
        ("Sweden Closes Two Police Posts Run From Fuzhou", "response"),
        ("India Rejects Canada's Claims Over Killing of Sikh Leader", "response"),
        ("Exile's Brother Jailed After Radio Interview", "act"),
    ],
)
def test_a_headline_in_capitals_is_read_in_its_own_letters(headline: str, kind: str) -> None:
    text = f"{headline}\n\nThe hearing took an hour."
    found = [s for s in read_text(text)["statements"] if s["span"]["end"] <= len(headline)]
    assert kind in [s["kind"] for s in found]
    assert all(s["span"]["words"] in headline for s in found)


def test_a_person_named_in_such_a_headline_is_still_found() -> None:
    headline = "Court Frees Anton Merz After Two Years in Minsk Jail"
    (source,) = {
        voice["source"]
        for s in read_text(f"{headline}, Lawyer Vera Holm Says\n\nThe hearing took an hour.")["statements"]
        for voice in s["voices"][1:]
    }
    assert source.endswith("Vera Holm")

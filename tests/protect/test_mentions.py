"""People are masked where a reader misses them, and words of headlines, menus and credits are not masked as people."""

import re
from dataclasses import replace

import pytest

from longarm.codebook.cited import cited
from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings
from longarm.model.spans import Span
from longarm.model.statements import PersonMention
from longarm.protect.people import names_of
from longarm.testing.builders import KEY, Text, case


def people(*paragraphs: str, names: tuple[str, ...] = (), headline: str = "") -> list[tuple[str, ...]]:
    """Names of everybody in a text, whose reader took every occurrence of some words for names."""
    text = Text("a.txt", "The Post", "A title", "2023")
    for words in (headline, *paragraphs):
        if words:
            text.say(words, "act")
    state = case(text)
    (reading,), (layer,) = state.readings, state.layers
    spans = (Span(layer.id, m.start(), m.end(), m.group()) for one in names for m in re.finditer(one, layer.text))
    found = tuple(PersonMention(span) for span in sorted(spans, key=lambda span: span.start))
    passages = tuple(replace(one, kind="headline") if one.span.words == headline else one for one in reading.passages)
    state = replace(state, readings=(replace(reading, people=found, passages=passages),))
    return [one.names for one in names_of(Case(CaseSettings("A case"), state, weigh(state, KEY))).people]


def test_a_second_name_after_a_first_is_a_person_too():
    words = "The researchers Lena Quorrel and Bo Zekiroe left."
    assert people(words, names=("Lena Quorrel",)) == [("Lena Quorrel",), ("Bo Zekiroe",)]


@pytest.mark.parametrize("other", ["Harbour Watch International", "Foreign Minister", "Oslo"])
def test_what_is_no_person_after_a_name_is_not_masked(other):
    words = f"They met Lena Quorrel and {other} in May."
    assert people(words, names=("Lena Quorrel",)) == [("Lena Quorrel",)]


def test_whoever_took_a_picture_is_masked_and_the_agency_is_not():
    words = "Protesters in the rain. Image: Lena Quorrel / Harbour Pictures"
    assert people(words, "The square. Photo: Harbour Images") == [("Lena Quorrel",)]


def test_a_headlines_words_after_a_name_that_the_text_tells_are_no_part_of_it():
    head = "Lena Quorrel Steamer Sinks"
    body = "The steamer of Lena Quorrel sank; a steamer sinks."
    assert people(body, names=("Lena Quorrel(?: Steamer Sinks)?",), headline=head) == [("Lena Quorrel",)]


def test_a_headlines_word_that_nothing_shows_to_be_small_stays_part_of_the_name():
    head = "Lena Quorrel Zekiroe Leaves"
    body = "The ferry of Lena Quorrel leaves."
    found = people(body, names=("Lena Quorrel(?: Zekiroe)?",), headline=head)
    assert found == [("Lena Quorrel Zekiroe",), ("Lena Quorrel",)]


@pytest.mark.parametrize("name", ["Detective Sergeant Lena Quorrel", "Activist Lena Quorrel"])
def test_ranks_and_words_for_people_are_no_part_of_a_name(name):
    assert people(f"They met {name} again.", names=(name,)) == [("Lena Quorrel",)]


def test_a_mark_of_possession_left_out_makes_no_second_person():
    found = people("Lena Quorrel left.", names=("Lena Quorrels?",), headline="Lena Quorrels Arrest Denied")
    assert found == [("Lena Quorrel", "Lena Quorrels")]


def test_a_word_that_its_text_writes_small_again_and_again_is_no_name():
    assert people("Thorium killed them.", "They found thorium, more thorium and thorium.", names=("Thorium",)) == []


@pytest.mark.parametrize("words", ["Ms Thorium came.", "Thorium said so.", "Thorium, 23, fled."])
def test_such_a_word_is_a_name_where_the_words_around_it_say_so(words):
    found = people(words, "They found thorium, more thorium and thorium.", names=("Thorium",))
    assert found == [("Thorium",)]


def test_an_outlet_is_no_person():
    assert people("Der Spiegel told it to Bild.", names=("Der Spiegel", "Bild")) == []


def test_who_wrote_a_mail_is_masked_without_a_reader():
    assert people("From: Lena Quorrel <lena@relay.example>", "The car left.") == [("Lena Quorrel",)]


def test_a_title_that_the_codebook_cites_is_no_person():
    assert "Out of Sight" in cited()
    assert people("The report Out of Sight was read.", names=("Out of Sight",)) == []


def test_a_name_that_a_reader_missed_is_masked_where_it_stands_as_others_do():
    words = "They got 20 years for Lena Quorrel, 12 years for Bo Zekiroe and a year for Aya Umbrel, the page says."
    assert people(words, names=("Lena Quorrel", "Bo Zekiroe")) == [
        ("Lena Quorrel",), ("Bo Zekiroe",), ("Aya Umbrel",)]  # fmt: skip
    words = "The letter of Lena Quorrel, Aya Umbrel and Bo Zekiroe was read."
    found = people(words, names=("Lena Quorrel", "Bo Zekiroe"))
    assert sorted(found) == [("Aya Umbrel",), ("Bo Zekiroe",), ("Lena Quorrel",)]


def test_a_body_or_a_place_beside_names_is_no_person():
    words = "Signed by Lena Quorrel, by Bo Zekiroe and by Harbour Watch International in Oslo."
    assert people(words, names=("Lena Quorrel", "Bo Zekiroe")) == [("Lena Quorrel",), ("Bo Zekiroe",)]


def test_the_name_of_an_operation_is_no_person():
    assert people("Operation Slow Tide went on.", "They call it Slow Tide.", names=("Slow Tide",)) == []


def test_a_word_for_kin_that_a_parser_took_for_a_name_is_none():
    assert people("Son of the mayor, he fled.", names=("Son",)) == []

"""Voices: the chain of who asserts, from the author inwards."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def chains(text: str, words: str) -> list[list[tuple[str, str]]]:
    """The chains (name, how found) of the statements that contain the words."""
    answer = read_text(LEAD + text)
    return [
        [(voice["name"], voice["found"]) for voice in s["voices"]]
        for s in answer["statements"]
        if words in s["span"]["words"]
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Meridian Institute said that agents threaten exiles.", "Meridian Institute"),
        ("According to the Meridian Institute, agents threaten exiles.", "Meridian Institute"),
        ("In fact, agents threaten exiles, the Meridian Institute said.", "Meridian Institute"),
        (
            'In "safe" towns agents threaten exiles, the Swedish foreign minister said on Thursday.',
            "Swedish foreign minister",
        ),
        ("Critics say that agents threaten exiles.", "Critics"),
        ("Swedish officials claimed that agents threaten exiles.", "Swedish officials"),
    ],
)
def test_a_reported_source_is_a_voice(text: str, name: str) -> None:
    assert chains(text, "agents threaten exiles") == [[("", "author"), (name, "explicit")]]


def test_a_source_inside_a_source_is_a_third_voice() -> None:
    text = "The Meridian Institute said that prosecutors say that agents threaten exiles."
    found = chains(text, "agents threaten exiles")
    assert found
    assert [name for name, _ in found[0]] == ["", "Meridian Institute", "prosecutors"]


def test_the_same_source_goes_on_in_the_next_sentence() -> None:
    text = "The Meridian Institute said that agents threaten exiles. They also harass dissidents at home."
    assert chains(text, "harass dissidents") == [[("", "author"), ("Meridian Institute", "carried")]]


def test_a_sentence_that_turns_is_the_authors_own() -> None:
    text = "The Meridian Institute said that agents threaten exiles. But agents also harass dissidents at home."
    assert chains(text, "harass dissidents") == [[("", "author")]]


def test_a_new_paragraph_carries_nothing() -> None:
    text = "The Meridian Institute said that agents threaten exiles.\n\nThey also harass dissidents at home."
    assert chains(text, "harass dissidents") == [[("", "author")]]


DECLARING = (
    "Belarus runs overseas police stations. The findings were published by the Meridian Institute in a report.\n\n"
)


def test_what_follows_a_declared_source_inherits_it() -> None:
    answer = read_text(DECLARING + "Nine police stations operate in France.")
    voices = answer["statements"][-1]["voices"]
    assert [(v["name"], v["found"]) for v in voices] == [("", "author"), ("Meridian Institute", "inherited")]


@pytest.mark.parametrize(
    "between",
    [
        "*Update:\n\n",
        "The Ministry of Defence said that exiles were threatened.\n\n",
        "Outrageously, ",
    ],
    ids=["an update note", "another source", "the author's own judgement"],
)
def test_the_declared_source_ends(between: str) -> None:
    answer = read_text(DECLARING + between + "nine police stations operate in France.")
    voices = answer["statements"][-1]["voices"]
    assert [v["found"] for v in voices] == ["author"]


def test_the_declared_source_holds_again_where_it_is_named() -> None:
    text = (
        DECLARING
        + "The Ministry of Defence said that exiles were threatened.\n\n"
        + "The Meridian Institute counted further. Nine police stations operate in France."
    )
    voices = read_text(text)["statements"][-1]["voices"]
    assert voices[-1]["name"] == "Meridian Institute"


@pytest.mark.parametrize(
    "opening",
    [
        "A report by the Meridian Institute says that Belarus runs overseas police stations.",
        "According to a report by the Meridian Institute, Belarus runs overseas police stations.",
        "The Meridian Institute has released a report on the overseas police stations of Belarus.",
        "The details come from a report by the Meridian Institute on overseas police stations of Belarus.",
    ],
)
def test_a_text_declares_its_source_in_several_ways(opening: str) -> None:
    answer = read_text(opening + "\n\nNine police stations operate in France.")
    assert [v["name"] for v in answer["statements"][-1]["voices"]] == ["", "Meridian Institute"]


def test_a_report_named_far_down_declares_nothing() -> None:
    filler = "Belarus runs overseas police stations.\n\n" * 4
    text = (
        filler
        + "A report by the Meridian Institute says that exiles are threatened.\n\n"
        + "Nine police stations operate in France."
    )
    assert [v["found"] for v in read_text(text)["statements"][-1]["voices"]] == ["author"]


def test_the_report_stands_for_its_party_and_title() -> None:
    text = (
        "The Meridian Institute published a report, entitled Nine Doors: Policing at a Distance.\n\n"
        "The report notes that agents threaten exiles."
    )
    answer = read_text(text)
    voice = answer["statements"][-1]["voices"][-1]
    assert (voice["name"], voice["work"]) == ("Meridian Institute", "Nine Doors: Policing at a Distance")


def test_a_person_is_traced_to_the_full_name() -> None:
    text = "Minister Ada Example spoke on Monday. Example said that agents threaten exiles abroad."
    found = chains(text, "agents threaten exiles")
    assert found[0][-1][0].endswith("Ada Example")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Meridian Institute counted 40 exiles who were threatened.", "40 exiles", "Meridian Institute"),
        ("A Meridian Institute report documented 40 threats against exiles.", "40 threats", "Meridian Institute"),
    ],
)
def test_who_counted_is_the_voice_of_the_count(text: str, words: str, name: str) -> None:
    assert [chain[-1][0] for chain in chains(text, words)] == [name]


def test_a_state_that_finds_itself_in_a_sentence_is_no_source_of_it() -> None:
    assert chains("France counts 40 exiles.", "40 exiles") == [[("", "author")]]


def test_a_wish_is_no_voice() -> None:
    assert all(chain[-1][0] != "Agents" for chain in chains("Agents want to threaten exiles.", "threaten exiles"))


def test_a_pronoun_goes_on_with_the_subject_before_it() -> None:
    text = "The Meridian Institute released 40 files on Monday. It said that agents threaten exiles."
    assert chains(text, "agents threaten exiles")[0][-1][0] == "Meridian Institute"


def test_a_body_named_before_is_that_body() -> None:
    text = "The Belarusian embassy replied on Monday. The embassy said that the exiles were safe."
    assert chains(text, "the exiles were safe")[0][-1][0] == "Belarusian embassy"


def test_we_is_the_author() -> None:
    assert chains("We counted 40 exiles who were threatened.", "40 exiles") == [[("", "author")]]


def test_a_question_asserts_nothing() -> None:
    assert chains("Did agents threaten 40 exiles?", "40 exiles") == []


def test_a_dateline_is_no_speaker() -> None:
    text = "THE HAGUE (Example Wire) - The Meridian Institute said that agents threaten exiles."
    assert chains(text, "agents threaten exiles") == [[("", "author"), ("Meridian Institute", "explicit")]]


def test_the_embassy_is_not_whatever_body_was_named_last() -> None:
    text = "The Department of Fisheries met on Monday. The embassy said that the exiles were safe."
    assert chains(text, "the exiles were safe")[0][-1][0] == "embassy"


def test_he_is_no_group_of_men() -> None:
    text = "Three men followed the dissident Ada Example. He said that agents threaten exiles."
    assert "men" not in chains(text, "agents threaten exiles")[0][-1][0]


def test_the_group_is_the_one_that_spoke_not_the_one_named_last() -> None:
    text = (
        "The Meridian Institute said that agents threaten exiles. Three men met at the Riverside Boat Club. "
        "The group said that exiles were followed."
    )
    assert chains(text, "exiles were followed")[0][-1][0] == "Meridian Institute"

"""Tags that stand within a sentence are parsed apart from it, and the sentence around them as one."""

import pytest

from longarm.desk.reading import plain_layer, read_texts
from longarm.passages.segment import segment
from longarm.statements.attributions import find
from longarm.statements.cutting.insets import insets
from longarm.statements.parse import Parse
from longarm.statements.parser import parse


def _parse(text: str) -> Parse:
    return next(parse(segment(plain_layer("t", text))))


def _cut(text: str) -> list[str]:
    words = _parse(text).words
    return [" ".join(words[inset.first : inset.last]) for inset in insets(words)]


def _told(text: str) -> list[tuple[str, str]]:
    found = find([_parse(text)])
    return [(" ".join(s.words for s in a.source), " ... ".join(s.words for s in a.content)) for a in found]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The flat, the ministry has since said, was closed.", ["the ministry has since said"]),
        ("The flat, neighbours told the daily Kurier, was never empty.", ["neighbours told the daily Kurier"]),
        ("The aim, said Ines Rau, a lawyer for two of them, is silence.", ["said Ines Rau , a lawyer for two of them"]),
        (
            "Two men, her manager, Ida Holm, who saw them, said on Monday, waited in a car.",
            ["her manager , Ida Holm , who saw them , said on Monday"],
        ),
        (
            "Seven aunts, according to his wife, who lives abroad, have been questioned.",
            ["according to his wife , who lives abroad"],
        ),
        ("Nothing, in the opinion of the judges, was proved.", ["in the opinion of the judges"]),
        ("It was, as a clerk put it in a letter, a routine talk.", ["as a clerk put it in a letter"]),
        ("The minister, citing what she had been told, said that men came.", ["citing what she had been told"]),
        ("The club, together with a firm that it owns, denied that.", ["together with a firm that it owns"]),
        ("It was a clerk, she told police, who had called.", ["she told police"]),
        ("The flat is, say neighbours, run by two men.", ["say neighbours"]),
        (
            "A source, an aide said, speaking on condition of anonymity, left.",
            ["an aide said , speaking on condition of anonymity"],
        ),
    ],
)
def test_a_tag_between_two_marks_is_known_by_its_words(text: str, tags: list[str]) -> None:
    assert _cut(text) == tags


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, the ministry said in a note that the flat was closed.",
        "The ministry said on Monday, hours after the raid, that the flat was closed.",
        "The flat was closed, the ministry said, adding that nobody lived there.",
        "The flat was closed, the ministry said, but the owner said it was open.",
        "The flat was closed, said Ines Rau, director of the institute.",
        'In Bonn, he said, "exiles were followed".',
        "The flat was closed, the ministry said, after the talks had ended.",
        "After Ida, a student in Porto, posted a letter on exile, officers called.",
        "The minister, speaking on Monday, left.",
        "Two men, one suspected of hiring them, are held.",
        "Ida Rau, an exile in the United States, is held.",
        "The group lists the killing of one and, says the page, the poisoning of another.",
    ],
)
def test_what_tells_of_no_words_around_it_is_left_in_place(text: str) -> None:
    assert _cut(text) == []


def test_offsets_and_sentences_are_those_of_the_passage() -> None:
    text = "Rain fell. The flat, the ministry has said, was closed by agents. It snowed, and nobody came."
    made = _parse(text)

    assert [text[start:end] for start, end in zip(made.starts, made.ends, strict=True)] == made.words
    assert [made.words[first] for first, _ in made.sentences] == ["Rain", "The", "It"]
    assert all(child in made.children[head] or child == head for child, head in enumerate(made.heads))


def test_the_sentence_around_a_tag_is_parsed_as_one() -> None:
    made = _parse("Four agents, the refugees' lawyer, Ida Holm, told the Harbour Post, entered the flat with a key.")
    entered = made.words.index("entered")

    assert made.heads[entered] == entered
    assert made.heads[made.words.index("agents")] == entered
    assert (made.deps[made.words.index("told")], made.heads[made.words.index("told")]) == ("parataxis", entered)


def test_a_hyphen_within_a_word_parts_nothing() -> None:
    told = "The flat, its co-owner has since conceded, was closed."
    assert "The flat ... was closed" in [content for _, content in _told(told)]


def test_a_tag_hangs_on_the_clause_that_it_stands_in() -> None:
    found = _told("Police deny that agents who, campaigners say, followed exiles were ever held.")

    assert ("campaigners", "who ... followed exiles") in found


def test_more_of_a_work_is_parsed_apart_from_what_the_work_says() -> None:
    found = _told("A review by the agency, parts of which were shown to the Harbour Post, says agents follow exiles.")

    assert [source.split(",")[0] for source, content in found if content == "agents follow exiles"] == [
        "A review by the agency"
    ]


def test_a_quotation_that_a_tag_breaks_is_one() -> None:
    found = _told('"My hope," she said, "is that they will listen to us."')

    assert found == [("she", '"My hope," ... "is that they will listen to us."')]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The broadcaster has, its editor said on Sunday, moved 12 reporters abroad.",
            "editor",
        ),
        (
            "Last summer, Lantern Watch reported in September, eleven exiles in Malmö were called by a consul.",
            "Lantern Watch",
        ),
        (
            "Two exiles were abducted in Bergen, a police captain told a meeting, and flown to Minsk at night.",
            "police captain",
        ),
    ],
)
def test_what_stands_on_both_sides_of_a_tag_is_of_who_says_it(text: str, speaker: str) -> None:
    statements = next(iter(read_texts([{"id": "t", "text": text}])))["statements"]

    assert statements
    assert all(speaker in statement["voices"][-1]["source"] for statement in statements)

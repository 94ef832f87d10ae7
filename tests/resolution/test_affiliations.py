import pytest

from longarm.desk.weigh import weigh
from longarm.resolution.affiliations import affiliation
from longarm.testing.builders import KEY, Text, case, voice


@pytest.mark.parametrize(
    ("mention", "name", "group"),
    [
        ("Nora Quill, director of Harbour Watch", "Nora Quill", "Harbour Watch"),
        ("Harbour Watch director Nora Quill", "Nora Quill", "Harbour Watch"),
        ("Harbour Watch's director, Nora Quill", "Nora Quill", "Harbour Watch"),
        ("Harbour Watch campaigner Nora Quill", "Harbour Watch campaigner Nora Quill", "Harbour Watch"),
        ("Nora Quill, who heads Harbour Watch", "Nora Quill", "Harbour Watch"),
        ("Nora Quill, a Lima-based analyst with the rights group Harbour Watch", "Nora Quill", "Harbour Watch"),
        ("Nora Quill, lead author of the Harbour Watch report", "Nora Quill", "Harbour Watch"),
        ("Nora Quill, founder and director of Harbour Watch", "Nora Quill", "Harbour Watch"),
        ("Nora Quill, president of Harbour Watch", "Nora Quill", "Harbour Watch"),
        ("researchers at Harbour Watch", "researchers", "Harbour Watch"),
        ("an FBI agent", "FBI agent", "FBI"),
        ("FBI Acting Assistant Director Nora Quill", "Nora Quill", "FBI"),
        ("Olav Brekke, a spokesman for the Norwegian justice ministry", "Olav Brekke", "Norwegian justice ministry"),
        ("Norwegian Foreign Minister Olav Brekke", "Olav Brekke", "Norwegian Foreign Minister"),
        ("Nora Quill, a critic of Harbour Watch", "Nora Quill", ""),
        ("Nora Quill, a former director of Harbour Watch", "Nora Quill", ""),
        ("Wei Han, a student wanted by China's Ministry of Public Security", "Wei Han", ""),
        ("Nora Quill, author of the report Long Shadows", "Nora Quill", ""),
        ("Nora Quill, a member of the exile community in Oslo", "Nora Quill", ""),
        ("Nora Quill", "Nora Quill", ""),
        ("Harbour Watch", "Harbour Watch", ""),
    ],
)
def test_the_words_around_a_name_say_whom_its_bearer_speaks_for(mention: str, name: str, group: str) -> None:
    found = affiliation(mention, name)
    assert (found.words if found else "") == group


def speaker(words: str, name: str) -> Text:
    text = Text(f"{name}.txt")
    text.say(
        f"{words} said that the offices keep lists of students and their parents.",
        "remedy",
        voices=[voice(name, cue="said", mention=words)],
    )
    return text


def test_the_group_may_follow_the_words_that_name_the_speaker() -> None:
    a = Text("a.txt")
    said = "Researchers at Quayside University, who read the notices, said that offices exist."
    a.say(said, "remedy", voices=[voice("Researchers", cue="said")])
    found = weigh(case(a), KEY)
    (origin,) = found.claims[0].origins
    assert {source.id: source.name for source in found.sources}[origin.source] == "Quayside University"


def test_words_that_may_tell_a_place_name_a_party_only_where_the_case_knows_one() -> None:
    quill = speaker("Nora Quill of Harbour Watch", "Nora Quill")
    assert len(weigh(case(quill), KEY).sources) == 2  # her and the unnamed author
    known = weigh(case(quill, speaker("Harbour Watch", "Harbour Watch")), KEY)
    assert "Harbour Watch" in {source.name for source in known.sources}


def test_words_that_may_tell_a_place_name_an_office_in_any_case() -> None:
    found = weigh(case(speaker("Nora Quill of the Norwegian police", "Nora Quill")), KEY)
    assert "Norwegian police" in {source.name for source in found.sources}


def test_a_title_that_two_people_bear_is_no_party_that_both_speak_for() -> None:
    alone = weigh(case(speaker("Harbour Minister Nora Quill", "Nora Quill")), KEY)
    assert "Harbour Minister" in {source.name for source in alone.sources}
    quill = speaker("Harbour Minister Nora Quill", "Nora Quill")
    found = weigh(case(quill, speaker("Harbour Minister Olav Brekke", "Olav Brekke")), KEY)
    (claim,) = found.claims
    assert (claim.independence.low, claim.independence.high) == (1, 2)


def test_an_office_is_of_the_state_that_only_the_words_around_its_name_give_it() -> None:
    a = speaker("Norway's Department of Harbours", "Department of Harbours")
    b = speaker("the Norwegian Department of Harbours", "Norwegian Department of Harbours")
    found = [source for source in weigh(case(a, b), KEY).sources if source.kind == "government"]
    assert [len(source.aliases) for source in found] == [2]


@pytest.mark.parametrize("words", ["Two former cooks", "Neighbours of the house", "Critics"])
def test_a_capital_that_only_begins_a_sentence_makes_no_name(words: str) -> None:
    kinds = {source.name: source.kind for source in weigh(case(speaker(words, words)), KEY).sources}
    assert kinds[words] == "collective"


def test_a_capital_within_a_sentence_is_one_of_a_name() -> None:
    text = Text("a.txt")
    text.say("On Monday Sailors without borders said so.", "remedy", voices=[voice("Sailors without borders")])
    assert "organisation" in {source.kind for source in weigh(case(text), KEY).sources}

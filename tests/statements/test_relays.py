"""Relays: the chain of who asserts a claim within one sentence: tags in its middle, positions, accounts, relays."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def chain(text: str, words: str) -> list[str]:
    """The names after the author's in the chain of the shortest statement that contains the words."""
    told = [s for s in read_text(LEAD + text)["statements"] if words in s["span"]["words"]]
    return [v["name"] for v in min(told, key=lambda s: len(s["span"]["words"]))["voices"]][1:]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The agents, the ministry said in a note on Monday, abducted two exiles.", "abducted", "ministry"),
        ("The exile, her lawyer told reporters, was abducted in Porto.", "was abducted", "exile’s lawyer"),
        ("The men had, the indictment states, abducted the exile.", "abducted", "indictment"),
        ("The bot network, researchers have shown, was steered from Minsk.", "was steered", "researchers"),
        ("The Kremlin, asked about the threats, said agents had not threatened exiles.", "threatened", "Kremlin"),
    ],
)
def test_a_tag_in_the_middle_of_a_sentence_tells_what_stands_around_it(text: str, words: str, speaker: str) -> None:
    assert chain(text, words) == [speaker]


def test_a_tag_in_the_middle_is_no_part_of_what_is_said() -> None:
    text = "The agents, the ministry said in a note on Monday, abducted two exiles."
    assert any(s["span"]["words"] == "abducted two exiles" for s in read_text(LEAD + text)["statements"])


def test_what_only_describes_a_subject_is_no_tag() -> None:
    assert chain("The exile, who said nothing, was abducted by agents.", "was abducted") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The prosecution's case is that agents threatened exiles.", "prosecution"),
        ("Among the allegations made by the claimant is that agents threatened exiles.", "claimant"),
        ("What the witnesses say is that agents threatened exiles.", "witnesses"),
        ("The theory, floated by a tabloid, that agents threatened exiles is new.", "tabloid"),
        ("The testimony of a guard that agents threatened exiles was read out.", "guard"),
        ("In the estimation of her colleagues, agents threatened exiles.", "her colleagues"),
        ("To hear the villagers tell it, agents threatened exiles.", "villagers"),
        ("If Vilnius is to be believed, agents threatened exiles.", "Vilnius"),
        ("As noted by the Harbour Committee, agents threatened exiles.", "Harbour Committee"),
    ],
)
def test_whose_position_or_account_it_is_speaks(text: str, speaker: str) -> None:
    assert [name.split(" (")[0] for name in chain(text, "agents threatened exiles")] == [speaker]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The embassy was quoted by the Fokus weekly as saying that agents threatened exiles.", ["Fokus", "embassy"]),
        ("The guard told his lawyer, who told reporters, that agents threatened exiles.", ["guard’s lawyer", "guard"]),
        ("The caretaker heard from a tenant that agents threatened exiles.", ["caretaker", "tenant"]),
        ("Officers believe, the Harbour Post wrote, that agents threatened exiles.", ["Harbour Post", "Officers"]),
    ],
)
def test_who_passes_it_on_stands_before_who_said_it(text: str, voices: list[str]) -> None:
    found = chain(text, "agents threatened exiles")
    assert len(found) == 2
    assert all(voice in name for voice, name in zip(voices, found, strict=True))


def test_a_reason_that_is_cited_is_no_voice() -> None:
    assert chain("Citing the risk of torture, the court said agents threatened exiles.", "threatened") == ["court"]


def test_the_person_who_holds_an_office_speaks() -> None:
    text = "The head of the Harbour Relief Fund, Ana Ruiz, accused Minsk of threatening exiles."
    assert chain(text, "threatening exiles") == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The ruling refers to the guard's admission that agents threatened exiles.", ["ruling", "guard"]),
        ("The committee took note of the union's assertion that agents threatened exiles.", ["committee", "union"]),
        ("A lawyer said that police believe agents threatened exiles.", ["lawyer", "police"]),
        ("Her lawyer said she had learned from the police that agents threatened exiles.", ["lawyer", "police"]),
    ],
)
def test_who_tells_of_anothers_claim_or_belief_stands_before_it(text: str, voices: list[str]) -> None:
    found = chain(text, "agents threatened exiles")
    assert len(found) == 2
    assert all(voice in name for voice, name in zip(voices, found, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The consul was blunt: agents threatened exiles.",
        "On its website the consul published a rebuttal: agents threatened exiles.",
        "It is the opinion of the consul that agents threatened exiles.",
        "Porto - the consul said agents threatened exiles.",
        "At the opening the consul said agents threatened exiles.",
        "In the consul's version of events, agents threatened exiles.",
    ],
)
def test_manner_colon_dateline_and_occasion_leave_the_speaker(text: str) -> None:
    assert chain(text, "agents threatened exiles") == ["consul"]


def test_a_claim_that_nothing_supports_is_still_somebodys() -> None:
    found = read_text(LEAD + "Nothing supports the consul's claim that agents threatened exiles.")["statements"]
    told = [s for s in found if s["span"]["words"] == "agents threatened exiles"]
    assert [v["name"] for v in told[0]["voices"]][1:] == ["consul"]


@pytest.mark.parametrize(
    "text",
    [
        "The consul made it clear that agents threatened exiles.",
        "The consul let slip that agents threatened exiles.",
        "The consul, through an aide, let it be known that agents threatened exiles.",
        "The consul is of the view that agents threatened exiles.",
        "The consul has no doubt that agents threatened exiles.",
        "The consul went as far as to say that agents threatened exiles.",
        "It was the consul that said that agents threatened exiles.",
    ],
)
def test_words_that_say_together_are_a_word_of_saying(text: str) -> None:
    found = [s for s in read_text(LEAD + text)["statements"] if s["span"]["words"] == "agents threatened exiles"]
    assert [[v["name"] for v in s["voices"]][1:] for s in found] == [["consul"]]
    assert found[0]["polarity"] == "affirmed"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("As the court put it, agents threatened exiles.", "court"),
        ("In a report by Harbour Watch, agents threatened exiles.", "Harbour Watch"),
        ("The court is convinced that agents threatened exiles.", "court"),
    ],
)
def test_a_phrase_before_a_clause_gives_it_to_whom_it_names(text: str, speaker: str) -> None:
    assert chain(text, "agents threatened exiles") == [speaker]


def test_a_tag_at_the_end_is_one_whatever_stands_in_its_subject() -> None:
    text = "Spyware was found on the phones of five exiles, a forensic analysis by Harbour Lab shows."
    assert chain(text, "phones of five exiles") == ["Harbour Lab"]


def test_what_somebody_calls_by_telephone_is_called_nothing() -> None:
    text = "A writer said that the agents had called him by video to threaten exiles."
    assert chain(text, "called him") == ["writer"]


def test_a_view_that_a_record_tells_of_is_its_holders() -> None:
    text = "The minutes record the minister's view that agents threatened exiles."
    assert chain(text, "agents threatened exiles") == ["minutes", "minister"]


def test_a_clause_told_without_that_is_told_and_describes_no_hearer() -> None:
    text = "An officer, giving evidence in court, told the tribunal he was ordered to follow exiles."
    assert chain(text, "ordered to follow exiles") == ["officer"]


def test_what_others_tell_against_it_is_set_apart_by_the_author() -> None:
    text = "Police say no exile was abducted, although three guests told Harbour Radio that agents had abducted one."
    assert chain(text, "agents had abducted one") == ["Harbour Radio", "three guests"]


@pytest.mark.parametrize(
    "text",
    [
        "The consul conceded in his reply that agents threatened exiles.",
        "The consul notes with concern that agents threatened exiles.",
        "A consul from the justice ministry conceded under cross-examination that agents threatened exiles.",
    ],
)
def test_where_and_how_something_is_said_is_no_second_voice(text: str) -> None:
    assert len(chain(text, "agents threatened exiles")) == 1
    assert "consul" in chain(text, "agents threatened exiles")[0]

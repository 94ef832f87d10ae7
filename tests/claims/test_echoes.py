"""Repetition that looks like confirmation, and confirmation that must not be lost."""

from typing import Any

import pytest

from longarm.desk.weigh import weigh
from longarm.model.claims import Claim, Independence
from longarm.testing.builders import KEY, Text, case, voice

WATCH, MONITOR, MINISTRY = "Harbour Watch", "Coast Rights Monitor", "Norway's justice ministry"
WORLD = ("the world", "m49:001")


def told(path: str, words: str, name: str, mention: str = "", published: str = "", **more: Any) -> Text:
    """A text with one count of 54 stations in somebody's name."""
    text = Text(path, publisher=f"{path} News", published=published)
    say(text, words, name, mention, **more)
    return text


def say(text: Text, words: str, name: str, mention: str = "", attitude: str = "asserts", **more: Any) -> str:
    given: dict[str, Any] = {
        "measure": "station",
        "method": "overseas-station",
        "operator": "China",
        "number": "54",
        "low": 54,
    }
    voices = [voice(name, cue="said", mention=mention or name, attitude=attitude)]
    return text.say(words, **(given | {"high": 54, "places": [WORLD], "voices": voices} | more))


def figure(*texts: Text) -> Claim:
    (claim,) = [claim for claim in weigh(case(*texts), KEY).claims if claim.kind == "figure"]
    return claim


def watch(name: str = WATCH) -> Text:
    return told("a", f"{name} said that there are 54 stations.", name, published="2022-09-10")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Nora Quill, director of Harbour Watch", "Nora Quill"),
        ("Lena Marsh, a researcher at Harbour Watch", "Lena Marsh"),
        ("Researchers at Harbour Watch", "Researchers"),
        ("Nora Quill of Harbour Watch", "Nora Quill"),
    ],
)
def test_who_speaks_for_a_group_is_no_second_origin(mention: str, name: str) -> None:
    b = told("b", f"{mention} said that there are 54 stations.", name, mention)
    assert figure(watch(), b).independence == Independence(1, 1)


def test_two_people_of_one_group_are_one_origin_where_the_group_itself_does_not_speak() -> None:
    a = told("a", "Nora Quill, who heads Harbour Watch, said 54.", "Nora Quill", "Nora Quill, who heads Harbour Watch")
    b = told("b", "Harbour Watch analyst Lena Marsh said 54.", "Lena Marsh", "Harbour Watch analyst Lena Marsh")
    assert figure(a, b).independence == Independence(1, 1)


@pytest.mark.parametrize(
    "lead",
    [
        "Based on the Harbour Watch report, ",
        "Noting the latest findings of Harbour Watch, ",
        "Reading from a paper by Harbour Watch, ",
        "In a study that cites Harbour Watch, ",
    ],
)
def test_a_party_that_leans_on_another_has_its_knowledge_from_there(lead: str) -> None:
    claim = figure(watch(), told("b", f"{lead}{MINISTRY} said that there are 54 stations.", MINISTRY))
    (origin,) = claim.origins
    assert (origin.ties, claim.independence) == (("attributed", "presumed"), Independence(1, 1))
    assert lead.strip(" ,").split(" ", 1)[0].casefold() in " ".join(s.words for s in origin.proof[1]).casefold()


def test_the_very_number_again_in_a_text_that_names_who_gave_it_is_presumed() -> None:
    b = told("b", f"{MINISTRY} said that there are 54 stations.", MINISTRY, published="2022-11-01")
    b.say("Harbour Watch asked for an inquiry.", "remedy", voices=[voice(WATCH, cue="asked")])
    claim = figure(watch(), b)
    assert [origin.tie for origin in claim.origins] == ["attributed", "presumed"]
    assert claim.independence == Independence(1, 2)


def test_a_text_that_names_the_first_party_in_any_sentence_names_it() -> None:
    b = Text("b", publisher="b News", published="2022-11-01")
    b.paragraph("Members of the house held up the Harbour Watch paper.")
    say(b, f"{MINISTRY} said that there are 54 stations.", MINISTRY)
    assert figure(watch(), b).independence == Independence(1, 2)


def test_the_very_number_again_elsewhere_counts_and_is_pointed_out() -> None:
    claim = figure(watch(), told("b", f"{MINISTRY} said that there are 54 stations.", MINISTRY, published="2022-11-01"))
    assert claim.independence == Independence(2, 2)
    assert "Harbour Watch gave the very number before" in claim.origins[1].why[0]


@pytest.mark.parametrize(
    ("words", "attitude"),
    [
        (f"{MINISTRY} said that its inspectors had counted 54 stations.", "asserts"),
        (f"After an inquiry of its own {MINISTRY} said that there are 54 stations.", "asserts"),
        (f"{MINISTRY} said that there are 54 stations.", "confirms"),
    ],
)
def test_a_party_that_found_out_itself_or_confirms_is_an_origin(words: str, attitude: str) -> None:
    b = told("b", words, MINISTRY, published="2022-11-01", attitude=attitude)
    b.say("Harbour Watch asked for an inquiry.", "remedy", voices=[voice(WATCH, cue="asked")])
    assert figure(watch(), b).independence == Independence(2, 2)


def test_two_groups_that_each_counted_are_two_origins_in_one_text_too() -> None:
    text = Text("a", publisher="a News")
    say(text, "Harbour Watch said that it had counted 54 stations in registers.", WATCH)
    say(text, f"{MONITOR} said that from interviews it, too, counted 54 stations.", MONITOR)
    assert figure(text).independence == Independence(2, 2)


def test_an_office_knows_whom_it_arrested_whoever_told_it_before() -> None:
    given: dict[str, Any] = {"measure": "arrested", "method": "", "operator": "", "places": [WORLD]}
    a = told("a", "Harbour Watch said that 54 people were arrested.", WATCH, published="2022-01-01", **given)
    b = told("b", "Dutch police said that 54 people were arrested.", "Dutch police", published="2022-01-02", **given)
    b.say("Harbour Watch asked for an inquiry.", "remedy", voices=[voice(WATCH, cue="asked")])
    (police,) = figure(a, b).origins
    assert police.ties == ("presumed", "attributed")


@pytest.mark.parametrize(
    ("mention", "name"),
    [("The Telegram channel Quiet Water", "Quiet Water"), ("State broadcaster QTV", "QTV"), ("Wikipedia", "Wikipedia")],
)
def test_channels_and_sites_pass_on_what_others_know(mention: str, name: str) -> None:
    b = told("b", f"{mention} said that there are 54 stations.", name, mention)
    assert figure(watch(), b).independence == Independence(1, 2)


def test_a_groups_second_text_is_no_second_origin() -> None:
    a = Text("a", publisher=WATCH)
    given: dict[str, Any] = {
        "measure": "station",
        "method": "overseas-station",
        "operator": "China",
        "number": "54",
        "low": 54,
    }
    a.say("We counted 54 stations.", high=54, places=[WORLD], **given)
    b = Text("b", publisher=WATCH)
    b.say("There are 54 stations.", high=54, places=[WORLD], **given)
    assert figure(a, b).independence == Independence(1, 1)


def test_what_our_reporters_found_is_the_papers_own_knowledge_and_in_a_quotation_the_speakers() -> None:
    own = Text("b", publisher="The Daily Lantern")
    say(own, "Our reporter said that 54 stations are there.", "Our reporter", "Our reporter")
    assert figure(watch(), own).independence == Independence(2, 2)
    quoted = Text("b", publisher="The Daily Lantern")
    chain = [voice(WATCH, cue="said"), voice("Our staff", cue="found", mention="Our staff")]
    say(quoted, "“Our staff found 54 stations,” Harbour Watch said.", "", voices=chain)
    assert figure(watch(), quoted).independence == Independence(1, 1)


@pytest.mark.parametrize(
    ("who", "high"), [("A rights group", 1), ("Two former cooks", 2), ("A neighbour", 2), ("Experts", 2)]
)
def test_unnamed_people_may_know_by_themselves_and_an_unnamed_group_may_be_the_one_that_is_named(
    who: str, high: int
) -> None:
    text = watch()
    given: dict[str, Any] = {"number": "more than 50", "low": 51, "high": None, "mention": who}
    say(text, f"{who} said that there are more than 50 stations.", who, **given)
    b = told(
        "b", "Harbour Watch said that there are at least 52 stations.", WATCH, number="at least 52", low=52, high=None
    )
    say(b, f"{who} said that there are more than 50 stations.", who, **given)
    assert figure(text).independence == Independence(1, high)
    assert figure(text, b).independence == Independence(1, high)  # the second repeats the first


def act(path: str, words: str, name: str, place: bool) -> Text:
    text = Text(path, publisher=f"{path} News")
    places = [("Prague", "gn:3067696")] if place else []
    text.say(words, "act", method="overseas-station", voices=[voice(name, cue="said")], places=places)
    return text


@pytest.mark.parametrize(("place", "claims"), [(False, 2), (True, 1)])
def test_words_that_tell_little_more_than_the_topic_join_acts_at_one_stated_place_alone(
    place: bool, claims: int
) -> None:
    a = act("a", "The closing of illegal foreign police offices", WATCH, place)
    b = act("b", "They were running illegal foreign police stations", MONITOR, place)
    assert len(weigh(case(a, b), KEY).claims) == claims

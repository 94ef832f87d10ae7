"""Finding cues in lemmas."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.codebook.cues import CueIndex, Hit, best, method_index, response_index

INDEX = CueIndex([("first", ("threaten * family", "threaten")), ("second", ("family", "be * threaten"))])


def first(hits: Iterable[Hit]) -> Hit:
    """The best hit, of which there is one."""
    hit = best(hits)
    assert hit is not None
    return hit


def entries(words):
    return [hit.entry for hit in INDEX.find(words.split())]


def test_a_gap_stands_for_no_word_or_up_to_three():
    for words in ("threaten family", "threaten the family", "threaten his own old family"):
        assert first(INDEX.find(words.split())).cue == "threaten * family"
    assert first(INDEX.find(["threaten", "his", "own", "very", "old", "family"])).cue == "threaten"


def test_the_longer_cue_is_better_and_the_earlier_entry_wins_between_equals():
    assert first(INDEX.find(["family", "threaten"])).entry == "first"
    assert first(INDEX.find(["be", "threaten"])).entry == "second"


def test_quotation_marks_and_hyphens_are_no_words():
    (hit, *_) = INDEX.find(["they", "threaten", "“", "his", "dear", "”", "old", "-", "family"])
    assert (hit.cue, hit.first, hit.last) == ("threaten * family", 1, 9)
    assert CueIndex([("so", ("so - called",))]).find(["a", "so", "-", "called", "station"])
    assert first(method_index().find(["self", "-", "censorship"])).entry == "propaganda-monitoring"


def test_nothing_found_is_no_hit():
    assert INDEX.find(["calm"]) == ()
    assert best(()) is None


def test_a_plural_in_a_title_is_found_by_its_word():
    index = CueIndex([("station", ("police station",))])
    assert index.find(["police", "stations"], ["police", "stations"])[0].last == 2


@pytest.mark.parametrize(
    ("lemmas", "method"),
    [
        ("the ministry refuse to renew the passport of forty activist", "passport-denial"),
        ("officer detain two brother of the exile editor", "coercion-by-proxy"),
        ("the embassy circulate a red notice", "notice-abuse"),
        ("nine phone be infect with commercial spyware", "spyware"),
        ("they be persuade to return to face prosecution", "persuasion-to-return"),
        ("a price on his head be a bounty", "bounty"),
        ("her father be visit by officer at night", "coercion-by-proxy"),
        ("the envoy hand over a dissident at the border", "unlawful-deportation"),
        ("he be hood and drive across the border", "abduction"),
        ("the podcaster go missing from a street", "abduction"),
        ("the embassy refuse she a birth certificate", "passport-denial"),
        ("a million dollar on my head", "bounty"),
        ("they froze his bank account", "asset-freeze"),
        ("officer film from car at the vigil", "physical-surveillance"),
        ("troll flood the page with insult", "online-threats"),
        ("the consulate urge the theatre to cancel a concert", "event-disruption"),
        ("a classmate keep note on who attend", "infiltration"),
        ("he walk to the police station to report a theft", None),
        ("the consulate renew driving licence for national", None),
    ],
)
def test_plain_sentences_find_their_method(lemmas, method):
    hit = best(method_index().find(lemmas.split()))
    assert (hit.entry if hit else None) == method


@pytest.mark.parametrize(
    ("lemmas", "response"),
    [
        ("the ministry order the office to close", "closure-order"),
        ("prosecutor drop the case in may", "charge-dropped"),
        ("the court find he not guilty", "acquittal"),
        ("six diplomat be expel", "expulsion"),
        ("police close the inquiry without charge", "no-action"),
    ],
)
def test_plain_sentences_find_the_response_of_the_host_state(lemmas, response):
    assert first(response_index().find(lemmas.split())).entry == response


@given(st.lists(st.sampled_from(["threaten", "family", "be", "x", "y"]), max_size=12))
def test_every_hit_is_where_the_cue_says(words):
    for hit in INDEX.find(words):
        first, *_, last = [*hit.cue.replace("* ", "").split(), hit.cue.split()[-1]]
        assert words[hit.first] == first and words[hit.last - 1] == last
        assert hit.last - hit.first <= hit.weight + 3 * hit.cue.count("*")

from typing import Any

import pytest

from longarm.desk.weigh import weigh
from longarm.model.claims import DRIFT_KINDS, Drift
from longarm.model.spans import Span
from longarm.testing.builders import KEY, Text, case, voice

WATCH = "Harbour Watch"
CHINA = voice("Chinese authorities", cue="claimed")
REPORT = voice(WATCH, "Long Shadows", cue="says")
PERIOD = ("in 2021", "2021", "2021")


def cite(*texts: Text) -> None:
    for text in texts:
        text.cite("The report Long Shadows", title="Long Shadows", kind="report", party=WATCH)


def drifts(*texts: Text) -> list[Drift]:
    return [drift for claim in weigh(case(*texts), KEY).claims for drift in claim.drift]


def kinds(*texts: Text) -> list[str]:
    return sorted(drift.kind for drift in drifts(*texts))


def returned(text: Text, words: str, number: str = "230,000", low: int = 230000, **more: Any) -> str:
    return text.say(words, measure="returned", number=number, low=low, high=low, **more)


def test_between_variants_the_lost_source_time_and_the_added_means_are_named_without_direction() -> None:
    a, b = Text("a"), Text("b")
    cite(a, b)
    full = returned(a, "230,000 went home in 2021.", voices=[REPORT, CHINA], period=PERIOD)
    bare = returned(b, "230,000 went home through the stations.")
    found = drifts(a, b)
    assert sorted(drift.kind for drift in found) == ["attribution-lost", "meaning-widened", "period-lost"]
    assert {(drift.origin, drift.variant, drift.repetition) for drift in found} == {(None, full, bare)}


def test_from_an_origin_in_the_case_drift_has_a_direction() -> None:
    own, b = Text("a", publisher=WATCH, title="Long Shadows"), Text("b")
    cite(b)
    first = own.say("They may follow exiled students at night.", "act", method="physical-surveillance",
                    hedges=(("possible", "may"),))  # fmt: skip
    told = b.say("They follow exiled students at night.", "act", method="physical-surveillance", voices=[REPORT])
    (drift,) = drifts(own, b)
    assert (drift.kind, drift.origin, drift.repetition) == ("hedge-lost", first, told)
    assert "“may”" in drift.detail


def test_between_two_numbers_nothing_else_was_lost_on_the_way() -> None:
    a, b = Text("a"), Text("b")
    cite(a, b)
    plain = {"voices": [REPORT], "places": [("Canada", "CA")]}
    hedged = plain | {"hedges": (("alleged", "Allegedly"),)}
    returned(a, "Allegedly 45 went home.", "45", 45, **hedged)
    returned(b, "38 went home.", "38", 38, **plain)
    assert kinds(a, b) == ["figure-changed"]
    c, d = Text("c"), Text("d")
    cite(c, d)
    returned(c, "Allegedly 45 went home.", "45", 45, **hedged)
    returned(d, "45 went home.", "45", 45, **plain)
    assert kinds(c, d) == ["hedge-lost"]


@pytest.mark.parametrize(
    ("full", "low", "high", "qualifier"),
    [("more than 50", 51, None, "more_than"), ("about 50", 45, 55, "approx"), ("up to 50", 0, 50, "at_most")],
)
def test_a_lost_qualifier_of_a_number_is_a_lost_hedge(full: str, low: int, high: int | None, qualifier: str) -> None:
    from dataclasses import replace

    from longarm.claims.context import Context
    from longarm.claims.drift.compare import hedge

    a = Text("a")
    a.say(f"{full} stations.", measure="station", number=full, low=low, high=high)
    a.say("50 stations.", measure="station", number="50", low=50, high=50)
    one, other = weigh(case(a), KEY).resolved
    said = one.statement.quantity
    assert said is not None
    soft = replace(one, statement=replace(one.statement, quantity=replace(said, qualifier=qualifier, value=50)))
    found = hedge(soft, other, Context())
    assert found is not None
    assert full in found.detail


def test_a_hedge_kept_in_other_words_is_not_lost() -> None:
    a, b = Text("a"), Text("b")
    for text, word in ((a, "may"), (b, "could")):
        text.say(f"They {word} follow exiled students at night.", "act", method="physical-surveillance",
                 hedges=(("possible", word),), voices=[voice(WATCH, cue="says")])  # fmt: skip
    assert kinds(a, b) == []


def test_a_changed_number_of_one_work_is_drift_and_of_two_works_is_not() -> None:
    a, b = Text("a"), Text("b")
    cite(a, b)
    returned(a, "210,000 went home.", "210,000", 210000, voices=[REPORT], places=[("Canada", "CA")])
    returned(b, "230,000 went home.", voices=[REPORT], places=[("Canada", "CA")])
    assert kinds(a, b) == ["figure-changed"]
    c = Text("c")
    c.cite("The report Deep Harbours", title="Deep Harbours", kind="report", party=WATCH)
    returned(c, "250,000 went home.", "250,000", 250000, places=[("Canada", "CA")],
             voices=[voice(WATCH, "Deep Harbours", cue="says")])  # fmt: skip
    assert kinds(a, c) == []


def test_a_number_that_counts_another_thing_changed_its_unit() -> None:
    a, b = Text("a"), Text("b")
    cite(a, b)
    a.say("54 stations.", measure="station", number="54", low=54, high=54, unit="stations", voices=[REPORT])
    b.say("54 countries.", measure="host-country", number="54", low=54, high=54, unit="countries", voices=[REPORT])
    assert kinds(a, b) == ["unit-changed"]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [(("Toronto", "gn:6167865"), ("Canada", "CA"), "place-widened"),
     (("Canada", "CA"), ("Toronto", "gn:6167865"), "place-narrowed")],
)  # fmt: skip
def test_one_number_told_of_another_extent_of_place(first: tuple[str, str], second: tuple[str, str], kind: str) -> None:
    a, b = Text("a"), Text("b")
    cite(a, b)
    for text, place in ((a, first), (b, second)):
        text.say("54 stations.", measure="station", number="54", low=54, high=54, voices=[REPORT], places=[place])
    assert kinds(a, b) == [kind]


def test_another_agent_in_a_copied_sentence() -> None:
    said = "{} officers followed the exiled bookseller through wet lanes to a lonely harbour chapel at midnight."
    a, b = Text("a", published="2023-01-01"), Text("b", published="2023-02-01")
    for text, actor in ((a, "China"), (b, "Iran")):
        text.say(said.format(actor), "act", method="physical-surveillance", actor=actor)
    (drift,) = drifts(a, b)
    assert (drift.kind, drift.origin is not None) == ("agent-changed", True)


QUOTE = "these operations may avoid the courts and they violate the rule of law in every country concerned"


def test_altered_words_inside_quotation_marks_are_marked_in_both_texts() -> None:
    a, b = Text("a"), Text("b")
    a.say(QUOTE, "quotation", voices=[voice(WATCH, cue="said")])
    b.say(QUOTE.replace("may avoid", "avoid"), "quotation", voices=[voice(WATCH, cue="said")])
    (drift,) = drifts(a, b)
    assert drift.kind == "quote-altered"
    assert [mark.words for mark in drift.marks] == ["may"]
    assert "“may” was left out" in drift.detail


def test_one_quotation_given_to_two_speakers_is_misattributed() -> None:
    a, b = Text("a"), Text("b")
    a.say(QUOTE, "quotation", voices=[voice(WATCH, cue="said")])
    b.say(QUOTE, "quotation", voices=[voice("Lantern Fund", cue="said")])
    (drift,) = drifts(a, b)
    assert (drift.kind, drift.detail) == (
        "misattributed",
        "The words are given to Harbour Watch in one text and to Lantern Fund in the other.",
    )


def test_a_speaker_who_reports_the_other_is_not_misattribution() -> None:
    a, b = Text("a"), Text("b")
    a.say(QUOTE, "quotation", voices=[voice(WATCH, cue="said")])
    b.say(QUOTE, "quotation", voices=[voice(WATCH, cue="notes"), voice("Lantern Fund", cue="said")])
    assert "misattributed" not in kinds(a, b)


def test_a_quotation_told_without_its_marks_is_a_paraphrase() -> None:
    a, b = Text("a"), Text("b")
    a.say(QUOTE, "quotation", voices=[voice(WATCH, cue="said")])
    b.say("the operations avoid courts and violate the rule of law", "legal", voices=[voice(WATCH, cue="said")])
    assert kinds(a, b) == ["quote-to-paraphrase"]


def test_versions_of_one_text_and_tellings_within_one_document_do_not_drift() -> None:
    a = Text("a")
    returned(a, "230,000 went home in 2021.", voices=[REPORT, CHINA], period=PERIOD)
    returned(a, "230,000 went home.")
    cite(a)
    assert kinds(a) == []


def test_all_marks_are_words_of_the_two_texts_and_all_kinds_are_known() -> None:
    a, b = Text("a"), Text("b")
    cite(a, b)
    returned(a, "230,000 went home in 2021.", voices=[REPORT, CHINA], period=PERIOD)
    returned(b, "230,000 went home through the stations.")
    state = case(a, b)
    texts = {layer.id: layer.text for layer in state.layers}
    found = [drift for claim in weigh(state, KEY).claims for drift in claim.drift]
    assert found and any(drift.marks for drift in found)
    for drift in found:
        assert drift.kind in DRIFT_KINDS
        assert drift.detail.endswith(".")
        assert all(isinstance(mark, Span) for mark in drift.marks)
        assert all(texts[mark.text][mark.start : mark.end] == mark.words for mark in drift.marks)


def test_a_number_of_another_moment_or_of_another_size_is_no_change() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    cite(a, b, c)
    more: dict[str, Any] = {"measure": "station", "places": [("the world", "m49:001")], "voices": [REPORT]}
    a.say("102 stations.", number="102", low=102, high=102, **more)
    b.say(
        "38 stations by 21 June.", number="38", low=38, high=38, as_of=("21 June", "2022-06-21", "2022-06-21"), **more
    )
    c.say("three stations.", number="three", low=3, high=3, **more)
    assert "figure-changed" not in kinds(a, b, c)

from typing import Any

import pytest

from longarm.claims.origins.outlets import is_news
from longarm.desk.weigh import weigh
from longarm.model.case import State, Weighed
from longarm.model.claims import Claim, Independence, Origin
from longarm.testing.builders import KEY, Text, case, voice

WATCH = "Harbour Watch"
WORLD = ("the world", "m49:001")
LEAD = (
    "Investigators traced the rented rooms through faded notices, telephone directories and the patient recollections "
    "of former visitors."
)


def count(text: Text, words: str, number: str, low: int, **more: object) -> str:
    given = {"measure": "station", "method": "overseas-station", "operator": "China", "high": low} | more
    return text.say(words, number=number, low=low, places=[WORLD], **given)  # type: ignore[arg-type]


def figure(found: Weighed) -> Claim:
    (claim,) = [claim for claim in found.claims if claim.kind == "figure"]
    return claim


def tie_of(claim: Claim, statement: str) -> tuple[Origin, str, str]:
    for origin in claim.origins:
        if statement in origin.statements:
            at = origin.statements.index(statement)
            return origin, origin.ties[at], origin.why[at]
    raise AssertionError(statement)


def name_of(found: Weighed, source: str) -> str:
    return next((one.name for one in found.sources if one.id == source), source)


def citing(text: Text) -> Text:
    text.cite("The report Long Shadows", title="Long Shadows", kind="report", party=WATCH)
    return text


def test_a_bare_figure_is_presumed_to_rest_on_the_cited_work_from_which_another_text_has_it() -> None:
    a, b = citing(Text("a")), citing(Text("b"))
    told = count(a, "54 stations.", "54", 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    bare = count(b, "There are 54 stations.", "54", 54)
    claim = figure(weigh(case(a, b), KEY))
    assert [tie_of(claim, identity)[1] for identity in (told, bare)] == ["attributed", "presumed"]
    assert claim.independence == Independence(1, 1)
    assert "cites a work" in tie_of(claim, bare)[2]
    origin = tie_of(claim, bare)[0]
    assert "Long Shadows" in {span.words for span in origin.proof[origin.statements.index(bare)]}


def test_a_bare_figure_that_differs_or_a_document_that_cites_nothing_is_not_presumed() -> None:
    a, b, c = citing(Text("a")), citing(Text("b")), Text("c")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    other = count(b, "There are 80 stations.", "80", 80)
    uncited = count(c, "There are 54 stations.", "54", 54)
    claim = figure(weigh(case(a, b, c), KEY))
    assert [tie_of(claim, identity)[0].source for identity in (other, uncited)] == ["unknown", "unknown"]
    assert claim.independence == Independence(1, 2)


def test_a_presumed_root_alone_proves_nothing() -> None:
    a = citing(Text("a"))
    count(a, "54 stations.", "54", 54)
    a.say("x", "remedy", voices=[voice(WATCH, "Long Shadows", cue="says")])
    assert figure(weigh(case(a), KEY)).independence == Independence(0, 1)


def test_two_works_of_one_party_are_one_partys_knowledge() -> None:
    a, b = Text("a"), Text("b")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    a.cite("The report Long Shadows", title="Long Shadows", kind="report", party=WATCH)
    count(b, "54 stations.", "54", 54, voices=[voice(WATCH, "Deep Harbours", cue="says")])
    b.cite("The report Deep Harbours", title="Deep Harbours", kind="report", party=WATCH)
    claim = figure(weigh(case(a, b), KEY))
    assert (len(claim.origins), claim.independence, claim.support) == (2, Independence(1, 1), "single")


@pytest.mark.parametrize("publisher", ["Meridian Wire (agency)", "The Daily Lantern", "Quay News", "Coast Press"])
def test_an_outlet_or_agency_is_no_origin_whatever_its_title_says(publisher: str) -> None:
    a = Text("a", publisher=publisher, title="Ministry looks into reports of offices")
    count(a, "54 stations.", "54", 54)
    a.cite(f"{publisher} in its report", title="", kind="report", party=publisher)
    claim = figure(weigh(case(a), KEY))
    assert (claim.origins[0].source, claim.independence) == ("unknown", Independence(0, 1))


def test_an_outlet_is_the_origin_of_what_its_text_shows_it_witnessed() -> None:
    a = Text("a", publisher="The Daily Lantern")
    count(a, "A reporter for the Daily Lantern visited and counted 54 stations.", "54", 54)
    (origin,) = figure(weigh(case(a), KEY)).origins
    assert (origin.tie, "witnessed" in origin.why[0]) == ("seen", True)


def test_a_named_outlet_whose_text_is_not_in_the_case_proves_nothing() -> None:
    a, b = Text("a"), Text("b")
    for text in (a, b):
        count(text, "54 stations.", "54", 54, voices=[voice("The Daily Lantern", cue="reports")])
    assert figure(weigh(case(a, b), KEY)).independence == Independence(0, 1)


def test_an_outlet_in_the_case_is_followed_to_whom_it_has_it_from() -> None:
    a, b = Text("a"), Text("b", publisher="The Daily Lantern")
    told = count(a, "54 stations.", "54", 54, voices=[voice("The Daily Lantern", cue="reports")])
    count(b, "54 stations.", "54", 54, voices=[voice(WATCH, cue="says")])
    found = weigh(case(a, b), KEY)
    claim = figure(found)
    assert name_of(found, tie_of(claim, told)[0].source) == WATCH
    assert claim.independence == Independence(1, 1)


def test_texts_that_cite_each_other_in_a_circle_are_shown_as_a_ring_and_prove_nothing() -> None:
    a, b, c = (Text(n, publisher=f"{n} News", title=f"Piece {n}") for n in ("Ardent", "Boreal", "Coastal"))
    for text, cited in ((a, "Boreal News"), (b, "Coastal News"), (c, "Ardent News")):
        count(text, "54 stations.", "54", 54, voices=[voice(cited, cue="reported")])
    claim = figure(weigh(case(a, b, c), KEY))
    assert claim.independence == Independence(0, 1)
    assert all(why.startswith("A ring: ") for origin in claim.origins for why in origin.why)
    assert all(f"Piece {n}" in claim.origins[0].why[0] for n in ("Ardent", "Boreal", "Coastal"))


def test_a_repetition_that_contradicts_its_own_source_is_no_support() -> None:
    own = Text("a", publisher=WATCH, title="Long Shadows")
    count(own, "54 stations.", "54", 54)
    b = citing(Text("b"))
    wrong = count(b, "80 stations.", "80", 80, voices=[voice(WATCH, "Long Shadows", cue="says")])
    claim = figure(weigh(case(own, b), KEY))
    assert tie_of(claim, wrong)[1] == "contradicted"
    assert claim.independence == Independence(1, 1)
    assert [drift.kind for drift in claim.drift] == ["figure-changed"]
    assert claim.drift[0].origin is not None


def test_a_report_that_has_a_figure_from_official_data_passes_the_root_on() -> None:
    a, b = citing(Text("a")), citing(Text("b"))
    official = voice("Chinese authorities", cue="claimed")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, "Long Shadows", cue="notes"), official])
    short = count(b, "54 stations.", "54", 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    found = weigh(case(a, b), KEY)
    claim = figure(found)
    assert name_of(found, tie_of(claim, short)[0].source) == "Government of China"
    assert claim.independence == Independence(1, 1)


@pytest.mark.parametrize("operator", ["China", ""])
@pytest.mark.parametrize("low", [230, 190])
def test_a_number_that_the_state_counts_of_its_own_acts_is_presumed_to_be_its_own(low: int, operator: str) -> None:
    a, b = Text("a"), Text("b")
    count(a, "230 stations.", "230", 230, voices=[voice("Chinese authorities", cue="claimed")], operator=operator)
    told = count(b, f"{low} stations.", str(low), low, voices=[voice(WATCH, cue="says")], operator=operator)
    found = weigh(case(a, b), KEY)
    claim = figure(found)
    assert claim.independence.low == 1
    assert (tie_of(claim, told)[1] == "presumed") is (low == 230)


def test_stories_of_one_agency_share_one_unknown_source() -> None:
    a, b, c = (Text(n, publisher=f"The {n} Herald") for n in ("Ardent", "Boreal", "Coastal"))
    a.paragraph("OSLO, 5 May (Meridian Wire) - The council met.")
    b.paragraph("(Meridian Wire) - The council met.")
    c.paragraph("By staff of Meridian Wire")
    for text in (a, b, c):
        count(text, "54 stations.", "54", 54)
    assert figure(weigh(case(a, b, c), KEY)).independence == Independence(0, 1)


def test_a_translation_marked_as_such_is_not_independent() -> None:
    a, b = Text("a", publisher="De Kust Courier"), Text("b", publisher="The Ardent Herald")
    b.paragraph("Translated from De Kust Courier")
    for text in (a, b):
        count(text, "54 stations.", "54", 54)
    assert figure(weigh(case(a, b), KEY)).independence == Independence(0, 1)


def owned(ownership: tuple[tuple[str, str], ...], state: State) -> Independence:
    return figure(weigh(state, KEY, ownership)).independence


def test_parties_with_one_owner_are_not_proved_independent() -> None:
    a, b = Text("a"), Text("b")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, cue="says")])
    count(b, "54 stations.", "54", 54, voices=[voice("Lantern Fund", cue="found")])
    assert owned((), case(a, b)) == Independence(2, 2)
    assert owned((("Quay Holding", WATCH), ("Quay Holding", "The Lantern Fund")), case(a, b)) == Independence(1, 1)


def test_a_party_without_a_name_is_not_proved() -> None:
    a, b = Text("a"), Text("b")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, cue="says")])
    count(b, "54 stations.", "54", 54, voices=[voice("security minister", cue="said")])
    claim = figure(weigh(case(a, b), KEY))
    assert (claim.independence, claim.support) == (Independence(1, 2), "single")


def test_every_tie_has_its_words() -> None:
    a, b = citing(Text("a")), citing(Text("b"))
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    count(b, "There are 54 stations.", "54", 54)
    for origin in figure(weigh(case(a, b), KEY)).origins:
        assert len(origin.statements) == len(origin.why) == len(origin.ties) == len(origin.proof)
        assert all(spans for spans in origin.proof)


def flood(kind: str) -> list[Text]:
    texts = []
    for number in range(100):
        text = Text(f"c{number:03d}", publisher=f"Site {number}", published="2023-02-01")
        if kind == "translation":
            text.paragraph("Translated from Harbour Watch")
        said = LEAD.replace("patient", "slow").replace("faded", "old") if kind == "rewrite" else LEAD
        other = {"renamed": f"Institute {number}", "own": f"Site {number}"}.get(kind, "")
        voices = [voice(other, cue="says")] if other else []
        text.say(f"{said[:-1]}, and found 54.", measure="station", number="54", low=54, high=54, voices=voices,
                 method="overseas-station", operator="China", places=[WORLD])  # fmt: skip
        texts.append(text)
    return texts


@pytest.mark.parametrize("kind", ["copy", "rewrite", "translation", "renamed", "own"])
def test_a_flood_of_copies_rewrites_translations_and_renamed_copies_proves_nothing(kind: str) -> None:
    def first() -> Text:
        text = Text("a", publisher="The Ardent Herald", published="2023-01-01")
        text.say(f"{LEAD[:-1]}, and found 54.", measure="station", number="54", low=54, high=54, places=[WORLD],
                 method="overseas-station", operator="China", voices=[voice(WATCH, cue="says")])  # fmt: skip
        return text

    alone = figure(weigh(case(first()), KEY)).independence
    flooded = figure(weigh(case(first(), *flood(kind)), KEY))
    assert flooded.independence.low == alone.low == 1
    assert flooded.support == "single"


STORY = (
    LEAD,
    "A list pinned beside the lifts gave fifteen surnames, and the caretaker remembered parcels that nobody collected.",
    "Rents were settled in cash by a courier who came on the first Tuesday, the landlady recalled over tea.",
)
REWORDED = (
    "Researchers followed the leased rooms through faded notices, phone directories and patient memories of visitors.",
    "A list fixed beside the lifts named fifteen surnames, and the caretaker recalled parcels nobody ever collected.",
    "Rents were paid in cash by a courier who arrived on the first Tuesday, the landlady remembered over tea.",
)

SAID, AGAIN = "The caretaker's ledgers showed 54 stations.", "Ledgers that the caretaker kept listed 54 stations."


def story(path: str, sentences: tuple[str, ...], said: str, party: str = "", published: str = "", **more: Any) -> Text:
    text = Text(path, published=published, **more)
    for sentence in sentences:
        text.paragraph(sentence)
    count(text, said, "54", 54, voices=[voice(party, cue="says")] if party else [])
    return text


@pytest.mark.parametrize("published", ["", "2023-02-01"])
@pytest.mark.parametrize("sentences", [STORY, REWORDED])
def test_a_party_that_only_a_reworded_copy_names_is_presumed_where_its_sentence_too_is_reworded(
    sentences: tuple[str, ...], published: str
) -> None:
    first = story("a", STORY, SAID, WATCH, published and "2023-01-01")
    copies = [
        story(
            f"c{n:03d}",
            sentences,
            AGAIN,
            f"Institute {n}",
            published,
        )
        for n in range(20)
    ]
    found = weigh(case(first, *copies), KEY)
    claim = figure(found)
    assert claim.independence.low == 1
    assert {tie for origin in claim.origins for tie in origin.ties if name_of(found, origin.source) != WATCH} == {
        "presumed"
    }
    assert any("does not say that it has it from there" in why for origin in claim.origins for why in origin.why)


def test_who_goes_on_from_the_sentence_before_in_a_reworded_copy_is_presumed() -> None:
    texts = [story("a", STORY, SAID, WATCH)]
    for number, party in enumerate(["Lantern Fund", "Quay Institute"]):
        copy = Text(f"b{number}")
        for sentence in REWORDED:
            copy.paragraph(sentence)
        copy.say("Doubts over the tally persist.", "legal", voices=[voice(party, cue="says", found="carried")])
        texts.append(copy)
    (claim,) = [claim for claim in weigh(case(*texts), KEY).claims if claim.kind == "legal"]
    assert claim.independence == Independence(0, 2)


def test_what_a_reworded_copy_adds_of_its_own_is_its_sources_knowledge() -> None:
    first = story("a", STORY, SAID, WATCH)
    second = Text("b")
    for sentence in REWORDED:
        second.paragraph(sentence)
    added = second.say("Lantern Fund says nine men were charged in Quay City.", "legal", method="charge",
                       voices=[voice("Lantern Fund", cue="says")])  # fmt: skip
    found = weigh(case(first, second), KEY)
    (claim,) = [claim for claim in found.claims if added in claim.statements]
    assert claim.independence == Independence(1, 1)


def test_another_text_on_the_same_facts_corroborates() -> None:
    first = story("a", STORY, SAID, WATCH)
    other = story("b", ("Neighbours complained for years about noise.",), "There are 54 stations.", "Lantern Fund")
    assert figure(weigh(case(first, other), KEY)).independence == Independence(2, 2)


def test_an_origin_of_another_number_says_that_it_is_not_counted_with_the_best_supported_one() -> None:
    texts = [Text(name) for name in "abc"]
    for text, party, number in zip(texts, (WATCH, "Lantern Fund", "Odo Vane"), (54, 54, 45), strict=True):
        count(text, f"{party} counts {number} stations.", str(number), number, voices=[voice(party, cue="counts")])
    claim = figure(weigh(case(*texts), KEY))
    assert claim.independence == Independence(2, 2)
    assert ["another number" in origin.note for origin in claim.origins] == [False, False, True]


def test_a_party_that_only_a_copy_gives_a_name_is_not_proved() -> None:
    first = story("a", STORY, SAID, "the foreign ministry")
    copies = [
        story(
            f"c{n}",
            REWORDED,
            AGAIN,
            "China's foreign ministry",
        )
        for n in range(5)
    ]
    assert figure(weigh(case(first, *copies), KEY)).independence.low == 0


@pytest.mark.parametrize("name", ["Those", "Its inspectors", "the harbour masters"])
def test_words_of_grammar_are_no_name(name: str) -> None:
    a = Text("a")
    count(a, "54 stations.", "54", 54, voices=[voice(name, cue="say")])
    assert figure(weigh(case(a), KEY)).independence.low == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Harbour Times", True),
        ("Reuters", True),
        ("Meridian Wire (agency)", True),
        ("Broadcasters", True),
        ("Polar Press Agency", True),
        ("National Crime Agency", False),
        ("Polder Rights Monitor", False),
        ("Harbour Watch", False),
        ("Independent Commission on Exile", False),
        ("Ministry of Public Security", False),
    ],
)
def test_news_outlets_are_told_by_their_names(name: str, expected: bool) -> None:
    assert is_news(name) is expected


def test_an_origin_whose_work_was_withdrawn_is_marked_and_not_counted() -> None:
    a, b = citing(Text("a")), Text("b")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    count(b, "54 stations.", "54", 54, voices=[voice("Lantern Fund", cue="found")])
    b.cite("Long Shadows was retracted.", title="Long Shadows", kind="report", party=WATCH)
    claim = figure(weigh(case(a, b), KEY))
    assert [origin.standing for origin in claim.origins] == ["retracted", ""]
    assert (claim.independence, claim.support) == (Independence(1, 1), "single")


def test_a_note_of_correction_marks_every_claim_of_the_text() -> None:
    a = Text("a")
    count(a, "54 stations.", "54", 54)
    a.paragraph("Correction: An earlier version of this article gave another number.")
    assert figure(weigh(case(a), KEY)).origins[0].standing == "told in a corrected text"


def test_a_text_that_corrects_itself_says_nothing_of_the_party_it_quotes() -> None:
    a, b = Text("a"), Text("b")
    for text in (a, b):
        count(text, "54 stations.", "54", 54, voices=[voice("Lantern Fund", cue="found")])
    a.paragraph("Correction: An earlier version of this article gave another number.")
    (origin,) = figure(weigh(case(a, b), KEY)).origins
    assert origin.standing == "told in part in a corrected text"


def test_the_origin_of_a_corrected_work_of_its_own_is_corrected() -> None:
    a, b = citing(Text("a")), Text("b")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    b.cite("Long Shadows was corrected.", title="Long Shadows", kind="report", party=WATCH)
    assert figure(weigh(case(a, b), KEY)).origins[0].standing == "corrected"


def test_a_retracted_article_supports_nothing() -> None:
    a = Text("a")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, cue="says")])
    a.paragraph("This article has been retracted.")
    claim = figure(weigh(case(a), KEY))
    assert (claim.independence, claim.support) == (Independence(0, 0), "retracted")


def test_a_name_with_a_description_before_it_is_not_proved_to_be_another_party() -> None:
    a, b = Text("a"), Text("b")
    count(a, "54 stations.", "54", 54, voices=[voice(WATCH, cue="says")])
    count(b, "54 stations.", "54", 54, voices=[voice("European NGO Harbour Watch", cue="found")])
    assert figure(weigh(case(a, b), KEY)).independence == Independence(1, 1)


def dozens(text: Text, source: str = WATCH) -> str:
    said = {"high": None, "is_vague": True, "voices": [voice(source, cue="says")]}
    return count(text, "Dozens of stations.", "Dozens", 24, **said)


def found_by(text: Text, source: str, number: int, words: str = "", high: int | None = 0) -> str:
    told = words or str(number)
    upper = number if high == 0 else high
    return count(text, f"{told} stations.", told, number, high=upper, voices=[voice(source, cue="found")])


def test_a_party_that_gives_a_number_does_not_back_others_by_saying_dozens() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    found_by(a, "Lantern Fund", 45)
    dozens(b)
    assert figure(weigh(case(a, b), KEY)).independence == Independence(1, 2)
    found_by(c, WATCH, 54)
    assert figure(weigh(case(a, b, c), KEY)).independence == Independence(1, 1)


def test_a_word_without_a_number_agrees_with_the_number_of_another_and_does_not_corroborate_it() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    found_by(a, "Lantern Fund", 45)
    found_by(b, "Lantern Fund", 38)
    vague = dozens(c)
    claim = figure(weigh(case(a, b, c), KEY))
    assert (claim.independence.low, claim.support) == (1, "single")
    assert tie_of(claim, vague)[0].note.endswith("too vague to confirm it.")


def test_two_parties_that_say_dozens_say_the_same() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    dozens(a)
    dozens(b, "Lantern Fund")
    found_by(c, "Quay Institute", 45)
    assert figure(weigh(case(a, b, c), KEY)).independence == Independence(2, 3)


@pytest.mark.parametrize(
    ("low", "words", "high", "proved"),
    [(51, "more than 50", None, 2), (1, "at least one", None, 1), (54, "54", 54, 2), (50, "some 54", 58, 2)],
)
def test_a_bound_corroborates_a_number_that_is_near_it(low: int, words: str, high: int | None, proved: int) -> None:
    a, b = Text("a"), Text("b")
    found_by(a, "Lantern Fund", 54)
    found_by(b, WATCH, low, words, high)
    assert figure(weigh(case(a, b), KEY)).independence == Independence(proved, 2)


def test_countries_where_they_closed_are_not_the_countries_that_have_them() -> None:
    a, b = Text("a"), Text("b")
    told = {"measure": "host-country", "high": None}
    count(a, "Stations stand in at least 30 countries.", "at least 30", 30, voices=[voice(WATCH, cue="says")], **told)
    closed = count(b, "The centres had closed in several countries.", "several", 3, **told)
    found = weigh(case(a, b), KEY)
    assert len(found.claims) == 2
    (claim,) = [claim for claim in found.claims if closed in claim.statements]
    assert claim.question.endswith("(only where closures are told of)?")


def test_a_later_copy_that_adds_a_name_proves_nothing() -> None:
    a, b = Text("a", published="2023-01-01"), Text("b", published="2023-02-01")
    for text, voices in ((a, []), (b, [voice(WATCH, cue="says")])):
        text.say(f"{LEAD[:-1]}, and found 54.", measure="station", number="54", low=54, high=54, voices=voices,
                 method="overseas-station", operator="China", places=[WORLD])  # fmt: skip
    claim = figure(weigh(case(a, b), KEY))
    assert claim.independence == Independence(0, 2)
    assert "names nobody for it" in claim.origins[0].why[0]


@pytest.mark.parametrize(("told", "words"), [(SAID, SAID), ("Nobody was at home.", STORY[0])])
def test_a_tie_that_a_retelling_weakens_shows_the_words_of_the_first_telling(told: str, words: str) -> None:
    first, second = Text("a", published="2023-01-01"), Text("b", published="2023-02-01")
    for sentence in STORY:
        first.paragraph(sentence)
        second.paragraph(sentence)
    if told == SAID:
        count(first, SAID, "54", 54)
    else:
        first.paragraph(told)
    said = AGAIN if told == SAID else f"{LEAD[:-1]}, and found 54."
    retold = count(second, said, "54", 54, voices=[voice("Quay Institute", cue="says")])
    claim = figure(weigh(case(first, second), KEY))
    origin, tie, why = tie_of(claim, retold)
    assert (tie, "The text retells" in why) == ("presumed", True)
    assert words in {span.words for span in origin.proof[origin.statements.index(retold)]}


def test_a_reason_says_whom_a_pronoun_stands_for() -> None:
    a = Text("a")
    told = count(a, "Today it says: 54 stations.", "54", 54, voices=[voice(WATCH, mention="it", cue="says")])
    named = count(a, "There are 54 stations.", "54", 54, voices=[voice(WATCH, cue="says")])
    claim = figure(weigh(case(a), KEY))
    assert "“it” (Harbour Watch) " in tie_of(claim, told)[2]
    assert "(Harbour Watch)" not in tie_of(claim, named)[2]

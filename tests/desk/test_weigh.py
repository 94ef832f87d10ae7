import random
from dataclasses import replace

from longarm.claims import figures
from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings, State, Weighed
from longarm.model.claims import Claim, Independence, Origin
from longarm.model.statements import JointParty
from longarm.testing.builders import KEY, Text, case, voice
from longarm.testing.synthetic import state as synthetic

WATCH = "Harbour Watch"
WORLD, TORONTO, CANADA = ("the world", "m49:001"), ("Toronto", "gn:6167865"), ("Canada", "CA")


def claims_of(weighed: Weighed, kind: str) -> list[Claim]:
    return [claim for claim in weighed.claims if claim.kind == kind]


def only(weighed: Weighed, kind: str) -> Claim:
    (claim,) = claims_of(weighed, kind)
    return claim


def holding(weighed: Weighed, statement: str) -> Claim:
    return next(claim for claim in weighed.claims if statement in claim.statements)


def source_of(weighed: Weighed, origin: Origin) -> str:
    return next((source.name for source in weighed.sources if source.id == origin.source), origin.source)


def count(text: Text, words: str, number: str, low: int, high: int | None, **more: object) -> str:
    given = {"measure": "station", "method": "overseas-station", "operator": "China"} | more
    return text.say(words, number=number, low=low, high=high, **given)  # type: ignore[arg-type]


def test_more_than_fifty_and_fifty_four_in_the_world_answer_one_question_and_three_in_toronto_another() -> None:
    a, b = Text("a"), Text("b")
    more = count(a, "There are more than 50 stations.", "more than 50", 51, None)
    three = count(a, "Three stand in Toronto.", "Three", 3, 3, places=[TORONTO])
    exact = count(b, "It runs 54 stations in the world.", "54", 54, 54, places=[WORLD], operator="Beijing")
    found = weigh(case(a, b), KEY)
    assert holding(found, more).statements == (more, exact)
    assert holding(found, three).statements == (three,)
    assert (
        holding(found, three).question
        == "How many overseas police stations or service centres does China operate in Toronto?"
    )


def test_counts_without_a_place_join_where_their_numbers_agree_and_small_ones_within_a_document_only() -> None:
    a, b = Text("a"), Text("b")
    world = count(a, "54 stations in the world.", "54", 54, 54, places=[WORLD])
    other = count(a, "30 stations of the first batch.", "30", 30, 30)
    two = count(a, "The two are closed.", "two", 2, 2)
    fits = count(b, "There are 54 stations.", "54", 54, 54)
    small = count(b, "The two are closed.", "two", 2, 2)
    found = weigh(case(a, b), KEY)
    assert holding(found, world).statements == (world, fits)
    assert [len(holding(found, identity).statements) for identity in (other, two, small)] == [1, 1, 1]
    assert holding(found, other).judgements[0].verdict == "unsure"


def test_things_that_the_codebook_does_not_count_are_one_question_only_at_one_place() -> None:
    a, b = Text("a"), Text("b")
    for text in (a, b):
        text.say("It has 45 centres.", number="45", low=45, high=45, unit="centres")
        text.say("It has 12 centres in Kenya.", number="12", low=12, high=12, unit="centres", places=[("Kenya", "KE")])
    found = weigh(case(a, b), KEY)
    assert sorted(len(claim.statements) for claim in found.claims) == [1, 1, 2]
    assert "How many centres are there in Kenya?" in {claim.question for claim in found.claims}


def test_operators_programmes_and_periods_that_both_state_keep_counts_apart() -> None:
    a, b = Text("a"), Text("b")
    first = count(a, "China runs 5 stations in Toronto.", "5", 5, 5, places=[TORONTO])
    other = count(b, "Iran runs 5 stations in Toronto.", "5", 5, 5, places=[TORONTO], operator="Iran")
    early = a.say(
        "9 were taken home.", measure="returned", number="9", low=9, high=9, period=("in 2019", "2019", "2019")
    )
    late = b.say(
        "9 were taken home.", measure="returned", number="9", low=9, high=9, period=("in 2021", "2021", "2021")
    )
    found = weigh(case(a, b), KEY)
    assert holding(found, first).id != holding(found, other).id
    assert holding(found, early).id != holding(found, late).id


def test_a_stock_told_as_of_two_dates_stays_one_question() -> None:
    a, b = Text("a"), Text("b")
    first = count(a, "5 in Canada.", "5", 5, 5, places=[CANADA], as_of=("in May 2022", "2022-05", "2022-05"))
    later = count(b, "3 in Canada.", "3", 3, 3, places=[CANADA], as_of=("in May 2023", "2023-05", "2023-05"))
    assert holding(weigh(case(a, b), KEY), first).statements == (first, later)


def test_a_count_that_leaves_open_which_of_two_operators_is_meant_stays_apart_and_says_so() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    count(a, "China runs 5 in Canada.", "5", 5, 5, places=[CANADA])
    count(b, "Iran runs 6 in Canada.", "6", 6, 6, places=[CANADA], operator="Iran")
    open_ = count(c, "7 are in Canada.", "7", 7, 7, places=[CANADA], operator="")
    claim = holding(weigh(case(a, b, c), KEY), open_)
    assert claim.statements == (open_,)
    assert {judgement.verdict for judgement in claim.judgements} == {"unsure"}


def test_a_count_that_leaves_the_operator_open_joins_the_one_of_its_own_document() -> None:
    a, b = Text("a"), Text("b")
    count(a, "China runs 5 in Canada.", "5", 5, 5, places=[CANADA])
    iran = count(b, "Iran runs 6 in Canada.", "6", 6, 6, places=[CANADA], operator="Iran")
    open_ = count(b, "6 are in Canada.", "6", 6, 6, places=[CANADA], operator="")
    assert holding(weigh(case(a, b), KEY), open_).statements == (iran, open_)


def test_a_part_without_a_place_of_its_own_is_not_the_count_of_the_place() -> None:
    a = Text("a")
    whole = count(a, "4 are in Canada.", "4", 4, 4, places=[CANADA])
    part = count(a, "Two of the four are open in Canada.", "Two", 2, 2, places=[CANADA], part_of=(whole,))
    inner = count(a, "One of these is in Toronto.", "One", 1, 1, places=[TORONTO], part_of=(whole,))
    found = weigh(case(a), KEY)
    assert len({holding(found, identity).id for identity in (whole, part, inner)}) == 3
    assert "part of a larger count" in holding(found, part).question
    assert "in Toronto?" in holding(found, inner).question


def test_majorities_are_a_question_of_their_own() -> None:
    a = Text("a")
    count(a, "There are 54 stations.", "54", 54, 54)
    most = count(a, "They are mostly in Europe.", "mostly", 0, 1, relation="majority", places=[("Europe", "m49:150")])
    claim = holding(weigh(case(a), KEY), most)
    assert claim.statements == (most,)
    assert claim.question == "Does Europe hold most of the overseas stations?"


def test_arrests_without_place_and_date_are_kept_to_their_documents() -> None:
    a, b = Text("a"), Text("b")
    first = a.say("Two were arrested.", measure="arrested", number="Two", low=2, high=2)
    a.say("Two men were arrested.", measure="arrested", number="Two", low=2, high=2)
    other = b.say("Two were arrested.", measure="arrested", number="Two", low=2, high=2)
    found = weigh(case(a, b), KEY)
    assert len(holding(found, first).statements) == 2
    assert holding(found, other).statements == (other,)


def test_a_denial_answers_the_same_question_as_the_assertion_and_contests_it() -> None:
    a = Text("a")
    yes = a.say(
        "China runs a station in Toronto.", "presence", method="overseas-station", operator="China", places=[TORONTO]
    )
    no = a.say(
        "China denies that it runs a station in Toronto.",
        "presence",
        method="overseas-station",
        operator="China",
        places=[TORONTO],
        polarity="denied",
        voices=[voice("China", cue="denies", attitude="denies")],
    )
    claim = only(weigh(case(a), KEY), "presence")
    assert claim.statements == (yes, no)
    assert claim.question == "Does China operate an overseas police station or service centre in Toronto?"
    assert (claim.contest, claim.replies) == ("denied-specifically", (no,))
    assert claim.independence == Independence(0, 1)


def acts(*words: str, **more: object) -> Weighed:
    texts = []
    for number, told in enumerate(words):
        text = Text(f"{number}")
        text.say(told, "act", **({"method": "coercion-by-proxy", "actor": "Beijing"} | more))  # type: ignore[arg-type]
        texts.append(text)
    return weigh(case(*texts), KEY)


def test_two_wordings_of_one_act_are_one_claim() -> None:
    found = acts(
        "Officers threatened relatives of exiled students at home.",
        "Relatives of exiled students were threatened at home by officers.",
    )
    assert len(found.claims) == 1
    assert found.claims[0].judgements[0].verdict == "same"


def test_likeness_alone_never_joins_other_numbers_or_other_actors() -> None:
    assert (
        len(acts("Officers threatened 3 relatives of students.", "Officers threatened 5 relatives of students.").claims)
        == 2
    )
    a, b = Text("a"), Text("b")
    for text, actor in ((a, "China"), (b, "Iran")):
        text.say("Officers threatened relatives of students.", "act", method="coercion-by-proxy", actor=actor)
    assert len(weigh(case(a, b), KEY).claims) == 2


def test_half_alike_wordings_stay_apart_as_unsure() -> None:
    found = acts(
        "Officers threatened relatives of exiled students.", "Agents threatened relatives of exiled bakers abroad."
    )
    assert len(found.claims) == 2
    assert [judgement.verdict for claim in found.claims for judgement in claim.judgements] == ["unsure"]


def test_another_place_makes_another_act_and_a_place_inside_it_an_unsure_one() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    for text, place in ((a, TORONTO), (b, CANADA), (c, ("Kenya", "KE"))):
        text.say(
            "Agents followed an exiled editor.", "act", method="physical-surveillance", actor="China", places=[place]
        )
    found = weigh(case(a, b, c), KEY)
    assert len(found.claims) == 3
    assert [len(claim.judgements) for claim in found.claims] == [0, 1, 0]


def test_one_quotation_in_two_translations_is_one_claim() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    a.say("These visits avoid the courts and break the law of the host country", "quotation")
    b.say("Such visits avoid the courts, and break the laws of the host country!", "quotation")
    c.say("The courts of the host country will hear of these visits and of the law", "quotation")
    assert [len(claim.statements) for claim in weigh(case(a, b, c), KEY).claims] == [2, 1]


def test_ten_articles_that_repeat_one_report_have_one_origin() -> None:
    texts = []
    for number in range(10):
        text = Text(f"{number}", publisher=f"Paper {number}")
        count(text, "54 stations.", "54", 54, 54, voices=[voice(WATCH, "a report", cue="says")])
        texts.append(text)
    found = weigh(case(*texts), KEY)
    claim = only(found, "figure")
    assert claim.independence == Independence(1, 1)
    assert claim.support == "single"
    (origin,) = claim.origins
    assert (source_of(found, origin), origin.tie, len(origin.statements), len(origin.why)) == (
        WATCH,
        "attributed",
        10,
        10,
    )
    assert "“Harbour Watch” “says”" in origin.why[0]


def test_the_root_is_the_last_voice_with_the_work_that_carries_it() -> None:
    a = Text("a")
    a.say(
        "230,000 people came home.",
        measure="returned",
        number="230,000",
        low=230000,
        high=230000,
        voices=[voice(WATCH, "the report", cue="notes"), voice("Chinese authorities", cue="claimed")],
    )
    found = weigh(case(a), KEY)
    (origin,) = only(found, "figure").origins
    assert source_of(found, origin) == "Government of China"
    assert next(work for work in found.works if work.id == origin.work).kind == "report"


def test_bare_and_anonymous_statements_are_unknown_and_only_raise_the_upper_bound() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    count(a, "54 stations.", "54", 54, 54)
    count(a, "54 of them.", "54", 54, 54)
    count(b, "54 stations.", "54", 54, 54, voices=[voice("critics", cue="say")])
    count(c, "54 stations.", "54", 54, 54, voices=[voice(WATCH, cue="says")])
    claim = only(weigh(case(a, b, c), KEY), "figure")
    assert claim.independence == Independence(1, 3)
    assert [origin.source == "unknown" for origin in claim.origins] == [False, True]


def test_two_groups_with_knowledge_of_their_own_corroborate() -> None:
    a, b = Text("a"), Text("b")
    count(a, "54 stations.", "54", 54, 54, voices=[voice(WATCH, cue="says")])
    count(b, "54 stations.", "54", 54, 54, voices=[voice("Lantern Fund", cue="found")])
    claim = only(weigh(case(a, b), KEY), "figure")
    assert (claim.independence, claim.support) == (Independence(2, 2), "corroborated")


def test_origins_of_other_numbers_do_not_stand_behind_each_other() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    count(a, "54 in Canada.", "54", 54, 54, places=[CANADA], voices=[voice(WATCH, cue="says")])
    count(b, "102 in Canada.", "102", 102, 102, places=[CANADA], voices=[voice("Lantern Fund", cue="found")])
    apart = only(weigh(case(a, b), KEY), "figure")
    assert (len(apart.statements), apart.independence, apart.support) == (2, Independence(1, 1), "single")
    count(
        c,
        "More than 50 in Canada.",
        "More than 50",
        51,
        None,
        places=[CANADA],
        voices=[voice("Quay Trust", cue="found")],
    )
    assert only(weigh(case(a, b, c), KEY), "figure").independence == Independence(2, 2)


def test_offices_of_one_state_are_not_proved_independent() -> None:
    a, b = Text("a"), Text("b")
    count(a, "54 stations.", "54", 54, 54, voices=[voice("U.S. Department of Justice", cue="says")])
    count(b, "54 stations.", "54", 54, 54, voices=[voice("US State Department", cue="says")])
    assert only(weigh(case(a, b), KEY), "figure").independence == Independence(1, 2)


def test_a_partys_own_report_in_the_case_is_seen() -> None:
    a, own = Text("a"), Text("b", publisher=WATCH, title="Long Shadows")
    count(a, "54 stations.", "54", 54, 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    a.cite("The report Long Shadows", title="Long Shadows", kind="report", party=WATCH)
    count(own, "54 stations.", "54", 54, 54)
    claim = only(weigh(case(a, own), KEY), "figure")
    (origin,) = claim.origins
    assert (origin.tie, claim.independence) == ("seen", Independence(1, 1))


def test_an_outlets_own_word_is_no_origin() -> None:
    a = Text("a", publisher="Daily Lantern")
    count(a, "54 stations.", "54", 54, 54)
    assert only(weigh(case(a), KEY), "figure").origins[0].source == "unknown"


def test_a_claim_that_rests_on_a_withdrawn_report_is_retracted() -> None:
    a = Text("a")
    count(a, "54 stations.", "54", 54, 54, voices=[voice(WATCH, "Long Shadows", cue="says")])
    a.cite("Long Shadows was retracted.", title="Long Shadows", kind="report", party=WATCH)
    assert only(weigh(case(a), KEY), "figure").support == "retracted"


def test_a_defence_of_the_stations_answers_what_they_are_for_and_not_how_many_they_are() -> None:
    a, b = Text("a"), Text("b")
    use = a.say("The stations are used to watch exiles.", "purpose", method="propaganda-monitoring", operator="China")
    number = count(a, "There are 54 stations.", "54", 54, 54)
    other = a.say(
        "Teheran uses the stations to watch exiles.", "purpose", method="propaganda-monitoring", operator="Iran"
    )
    reply = b.say(
        "The stations help citizens renew licences.",
        "response",
        method="overseas-station",
        actor="China",
        voices=[voice("Beijing", cue="explained")],
    )
    found = weigh(case(a, b), KEY)
    assert (holding(found, use).contest, holding(found, use).replies) == ("answered", (reply,))
    assert (holding(found, number).contest, holding(found, other).contest) == ("unanswered", "unanswered")


def test_a_general_denial_is_told_from_one_that_names_the_place() -> None:
    a, b = Text("a"), Text("b")
    here = a.say(
        "China runs a station in Toronto.", "presence", method="overseas-station", operator="China", places=[TORONTO]
    )
    there = a.say(
        "China runs a station in Kenya.",
        "presence",
        method="overseas-station",
        operator="China",
        places=[("Kenya", "KE")],
    )
    general = b.say("The reports on the stations are false.", "response", method="overseas-station", actor="China")
    exact = b.say(
        "Talk of an office in Toronto is groundless.",
        "response",
        method="overseas-station",
        actor="China",
        places=[TORONTO],
    )
    found = weigh(case(a, b), KEY)
    assert (holding(found, here).contest, holding(found, here).replies) == ("denied-specifically", (exact, general))
    assert (holding(found, there).contest, holding(found, there).replies) == ("denied-in-general", (general,))


def test_steps_of_a_proceeding_stand_beside_what_they_concern_the_latest_first() -> None:
    a, b = Text("a"), Text("b")
    place = a.say(
        "They ran a station in Toronto.", "presence", method="overseas-station", operator="China", places=[TORONTO]
    )
    charge = a.say("Two men were charged.", "legal", said_at=("in May 2022", "2022-05", "2022-05"))
    b.say(
        "The station in Toronto was run by China.",
        "presence",
        method="overseas-station",
        operator="China",
        places=[TORONTO],
    )
    dropped = b.say("Prosecutors dropped charges.", "legal", said_at=("in June 2023", "2023-06", "2023-06"))
    found = weigh(case(a, b), KEY)
    assert holding(found, place).proceedings == (dropped, charge)
    assert holding(found, charge).proceedings == (dropped, charge)


def test_figures_are_listed_with_their_words_and_roots() -> None:
    a = Text("a")
    count(a, "54 stations.", "54", 54, 54, voices=[voice(WATCH, cue="says")], places=[WORLD])
    count(a, "Three in Toronto.", "Three", 3, 3, places=[TORONTO])
    state = case(a)
    world, city = figures.tables(Case(CaseSettings("t"), state, weigh(state, KEY)))
    assert (world.place, city.place, city.measure) == ("World", "Toronto", "station")
    assert [(row.words, str(row.interval), row.root) for row in (*world.rows, *city.rows)] == [
        ("54", "[54, 54]", WATCH),
        ("Three", "[3, 3]", "unknown"),
    ]


def test_the_words_of_roles_and_voices_stay_as_they_are() -> None:
    state = synthetic(6, 60)
    said = {s.id: s for reading in state.readings for s in reading.statements}
    for item in weigh(state, KEY).resolved:
        bare = replace(item.statement, voices=tuple(replace(v, source="", work_id="") for v in item.statement.voices))
        assert bare == said[item.id]


def test_the_order_of_documents_and_readings_does_not_matter_and_every_statement_is_in_one_claim() -> None:
    state = synthetic(20, 300)
    chance = random.Random(7)
    documents = tuple(chance.sample(state.documents, len(state.documents)))
    layers = tuple(chance.sample(state.layers, len(state.layers)))
    mixed = State(documents, layers, tuple(chance.sample(state.readings, len(state.readings))))
    found = weigh(state, KEY)
    assert found == weigh(mixed, KEY)
    told = [identity for claim in found.claims for identity in claim.statements]
    assert sorted(told) == sorted(item.id for item in found.resolved)
    assert len({claim.id for claim in found.claims}) == len(found.claims)


def test_ids_mean_nothing_without_the_key_and_stay_when_documents_are_added() -> None:
    a, b = Text("a"), Text("b")
    count(a, "54 stations.", "54", 54, 54)
    count(b, "60 stations.", "60", 60, 60)
    alone, both = weigh(case(a), KEY), weigh(case(a, b), KEY)
    assert alone.claims[0].id == both.claims[0].id
    assert alone.claims[0].id != weigh(case(a), b"another key").claims[0].id


def test_every_question_is_a_sentence_that_ends_in_a_question_mark() -> None:
    for claim in weigh(synthetic(20, 400), KEY).claims:
        assert claim.question.endswith("?")
        assert claim.question[0].isupper()
        assert "  " not in claim.question
        assert "{" not in claim.question


def test_a_question_does_not_say_twice_what_its_words_say() -> None:
    a = Text("a")
    named = a.say(
        "The office in Toronto moved to a shop.", "act", places=[TORONTO], clause="The office in Toronto moved"
    )
    found = weigh(case(a), KEY)
    assert holding(found, named).question == "Is it so: “The office in Toronto moved”?"


def test_a_question_says_the_place_that_its_words_leave_out() -> None:
    a = Text("a")
    unnamed = a.say("In Toronto, the office moved to a shop.", "act", places=[TORONTO], clause="the office moved")
    assert holding(weigh(case(a), KEY), unnamed).question == "Is it so in Toronto: “the office moved”?"


def test_an_empty_case_weighs_nothing() -> None:
    assert weigh(State(), KEY).claims == ()


def test_a_small_town_called_like_somebody_in_the_text_is_no_place_there() -> None:
    told = Text("a")
    told.name("Lu Quorrel")
    told.say("Lu denied it in Toronto.", "act", places=[("Lu", "gn:3174535"), TORONTO])
    other = Text("b")
    other.say("An office opened in Lu.", "act", places=[("Lu", "gn:3174535")])
    places = [[place.words for place in one.places] for one in weigh(case(told, other), KEY).resolved]
    assert places == [["Toronto"], ["Lu"]]


def test_what_two_say_together_is_not_counted_beside_what_one_of_them_says() -> None:
    both, reef, shore = Text("a"), Text("b"), Text("c")
    together = count(both, "Together they found 54 stations.", "54", 54, 54, voices=[voice("Far Shore and Reef")])
    count(reef, "There are 54 stations.", "54", 54, 54, voices=[voice("Reef")])
    joined = _joined(case(both, reef), "Far Shore and Reef", "Far Shore", "Reef")
    assert holding(weigh(joined, KEY), together).independence == Independence(1, 1)
    count(shore, "There are 54 stations.", "54", 54, 54, voices=[voice("Far Shore")])
    joined = _joined(case(both, reef, shore), "Far Shore and Reef", "Far Shore", "Reef")
    assert holding(weigh(joined, KEY), together).independence == Independence(2, 2)


def _joined(state: State, name: str, *parties: str) -> State:
    readings = (replace(one, joint=(JointParty(name, parties),)) for one in state.readings)
    return replace(state, readings=tuple(readings))

from longarm.desk.weigh import weigh
from longarm.model.case import Weighed
from longarm.model.claims import Happening, Judgement
from longarm.testing.builders import KEY, Text, case

BROOKLYN, NEW_YORK, KENYA = ("Brooklyn", "gn:5110302"), ("the United States", "US"), ("Kenya", "KE")
APRIL, MAY = ("on 17 April 2023", "2023-04-17", "2023-04-17"), ("on 9 August 2023", "2023-08-09", "2023-08-09")


def arrest(text: Text, words: str, **more: object) -> str:
    return text.say(words, "legal", method="arrest", **more)  # type: ignore[arg-type]


def of(found: Weighed, statement: str) -> Happening:
    (happening,) = [one for one in found.happenings if statement in one.statements]
    return happening


def test_one_arrest_told_in_two_texts_is_one_happening_and_says_why() -> None:
    a, b = Text("a"), Text("b")
    first = arrest(a, "Two men were arrested.", places=[BROOKLYN], said_at=APRIL)
    second = arrest(b, "Federal agents took the pair in.", places=[NEW_YORK], said_at=APRIL)
    happening = of(weigh(case(a, b), KEY), first)
    assert (happening.kind, happening.statements) == ("arrest", (first, second))
    assert "place, time agree" in happening.judgements[0].reason


def test_a_stated_difference_keeps_arrests_apart() -> None:
    a, b, c = Text("a"), Text("b"), Text("c")
    first = arrest(a, "Two men were arrested.", places=[BROOKLYN], said_at=APRIL)
    elsewhere = arrest(b, "Two men were arrested.", places=[KENYA], said_at=APRIL)
    later = arrest(c, "Two men were arrested.", places=[BROOKLYN], said_at=MAY)
    found = weigh(case(a, b, c), KEY)
    assert [of(found, identity).statements for identity in (first, elsewhere, later)] == [
        (first,),
        (elsewhere,),
        (later,),
    ]
    assert "other times" in of(found, later).judgements[0].reason


def test_other_numbers_of_people_are_other_happenings() -> None:
    a, b = Text("a"), Text("b")
    for text, number, low in ((a, "Two", 2), (b, "Nine", 9)):
        text.say(f"{number} were arrested.", measure="arrested", number=number, low=low, high=low,
                 places=[BROOKLYN], period=APRIL)  # fmt: skip
    assert len(weigh(case(a, b), KEY).happenings) == 2


def test_one_agreement_is_not_enough() -> None:
    a, b = Text("a"), Text("b")
    arrest(a, "Two men were arrested.", places=[BROOKLYN])
    doubted = arrest(b, "A shopkeeper was led away at dawn.", places=[BROOKLYN])
    happening = of(weigh(case(a, b), KEY), doubted)
    assert (len(happening.statements), happening.judgements[0].verdict) == (1, "unsure")


def test_acts_are_joined_by_method_actor_and_place_or_target() -> None:
    a, b = Text("a"), Text("b")
    for text, words in ((a, "agents followed an exiled editor"), (b, "the editor was shadowed by agents")):
        text.say(words, "act", method="physical-surveillance", actor="China", target="editor", places=[KENYA])
    c = Text("c")
    c.say(
        "agents followed an editor",
        "act",
        method="physical-surveillance",
        actor="Iran",
        target="editor",
        places=[KENYA],
    )
    assert [len(one.statements) for one in weigh(case(a, b, c), KEY).happenings] == [2, 1]


def test_a_persons_decision_wins_and_is_not_undone_through_a_third() -> None:
    texts = [Text(name) for name in "abc"]
    told = [arrest(text, "Two men were arrested.", places=[BROOKLYN], said_at=APRIL) for text in texts]
    state = case(*texts)
    apart = [
        Judgement(told[0], told[1], "not-same", "Other men."),
        Judgement(told[1], told[2], "not-same", "Other men."),
    ]
    found = weigh(state, KEY, decisions=apart)
    assert of(found, told[0]).statements == (told[0], told[2])
    assert of(found, told[1]).statements == (told[1],)
    assert found == weigh(state, KEY, decisions=apart)
    elsewhere = Text("d")
    other = arrest(elsewhere, "Nine women were arrested.", places=[KENYA], said_at=MAY)
    joined = weigh(case(*texts, elsewhere), KEY, decisions=[Judgement(told[0], other, "same", "One operation.")])
    assert of(joined, other).id == of(joined, told[0]).id
    assert "One operation." in {judgement.reason for judgement in of(joined, other).judgements}


def test_ids_stay_when_later_documents_are_added() -> None:
    a, b = Text("a"), Text("b")
    first = arrest(a, "Two men were arrested.", places=[BROOKLYN], said_at=APRIL)
    alone = of(weigh(case(a), KEY), first).id
    arrest(b, "Two men were arrested.", places=[BROOKLYN], said_at=APRIL)
    assert of(weigh(case(a, b), KEY), first).id == alone


def test_denied_and_feared_acts_are_no_happenings() -> None:
    a = Text("a")
    a.say("no agent followed him", "act", method="physical-surveillance", polarity="denied", places=[KENYA])
    a.say("agents will follow him", "act", method="physical-surveillance", hedges=(("predicted", "will"),))
    assert weigh(case(a), KEY).happenings == ()


def test_claims_name_the_happening_they_are_about() -> None:
    a = Text("a")
    told = arrest(a, "Two men were arrested.", places=[BROOKLYN], said_at=APRIL)
    found = weigh(case(a), KEY)
    (claim,) = found.claims
    assert claim.happening == of(found, told).id


TALE = (
    "Ilmar Vessel and Odo Karst stood before the bench in Osterby on Tuesday over the parcels at Lantern Quay.",
    "The parcels, wrapped in sailcloth, were weighed twice by Ilmar Vessel at Lantern Quay.",
)


def tale(path: str, *verdicts: str) -> Text:
    """A text on one trial with what was decided, each in a paragraph of its own."""
    text = Text(path, title="Osterby trial over the parcels at Lantern Quay", published="2023-04-18")
    for paragraph in TALE:
        text.paragraph(paragraph)
    for words in verdicts:
        text.say(words, "legal", method="conviction")
    return text


def test_a_step_without_place_and_date_is_joined_within_one_story_by_its_words() -> None:
    a, b = tale("a", "Ilmar Vessel was convicted of stalking."), tale("b", "Vessel was convicted of stalking.")
    found = weigh(case(a, b), KEY)
    assert [len(happening.statements) for happening in found.happenings] == [2]
    assert "the story of the documents" in found.happenings[0].judgements[0].reason


def test_the_same_step_against_another_named_person_is_another_happening() -> None:
    a, b = tale("a", "Ilmar Vessel was convicted of stalking."), tale("b", "Odo Karst was convicted of stalking.")
    found = weigh(case(a, b), KEY)
    assert [len(happening.statements) for happening in found.happenings] == [1, 1]
    assert "other people" in found.happenings[1].judgements[0].reason


def test_a_plea_of_not_guilty_is_a_happening_and_never_joined_with_one_of_guilty() -> None:
    a, b = tale("a"), tale("b")
    guilty = a.say("Vessel pleaded guilty to stalking.", "legal", method="plea", said_at=APRIL)
    other = b.say("Vessel pleaded not guilty to stalking.", "legal", method="plea", said_at=APRIL, polarity="denied")
    found = weigh(case(a, b), KEY)
    assert [of(found, one).statements for one in (guilty, other)] == [(guilty,), (other,)]
    assert "not guilty" in of(found, other).judgements[0].reason


def countries(words: str, *others: str, kind: str = "conviction", **more: object) -> tuple[str, ...]:
    text = Text("a")
    told = text.say(words, "legal", method=kind, **more)  # type: ignore[arg-type]
    for other in others:
        text.paragraph(other)
    return of(weigh(case(text), KEY), told).countries


def test_the_country_of_a_step_is_that_of_its_place_else_of_its_court() -> None:
    assert countries("He was convicted in Kenya.", places=[KENYA]) == ("KE",)
    assert countries("A Warsaw court convicted him.") == ("PL",)
    assert countries("A court in Toronto convicted him.") == ("CA",)
    assert countries("Dutch police took two men in.", kind="arrest") == ("NL",)
    assert countries("He was convicted.", "The regional court in Warsaw was full.") == ("PL",)


def test_words_of_an_authoritys_own_name_are_no_town_that_is_called_so() -> None:
    assert countries("The head of the Border Police was acquitted.", kind="acquittal") == ()
    assert countries("The Supreme Court convicted him.") == ()
    assert countries("The Basic Court in Warsaw convicted him.") == ("PL",)


def test_a_country_that_nothing_or_several_things_say_is_not_guessed() -> None:
    assert countries("He was convicted.") == ()
    assert countries("He was convicted.", "A Warsaw court sat.", "Dutch police came.") == ()
    assert countries("He was convicted.", "A Chinese police station had opened nearby.") == ()


def test_a_step_is_not_taken_in_the_state_that_operates_abroad() -> None:
    texts = [Text("a"), Text("b")]
    for text in texts:
        text.say("China runs an office.", "presence", method="overseas-station", operator="China")
    told = texts[0].say("Lu was convicted.", "legal", method="conviction")
    texts[0].paragraph("Chinese police had no comment.")
    assert of(weigh(case(*texts), KEY), told).countries == ()


def test_arrests_in_two_countries_are_not_one_through_a_third_that_names_no_place() -> None:
    here, there, between = Text("a"), Text("b"), Text("c")
    first = arrest(here, "Two harbour clerks were arrested at dawn.", places=[BROOKLYN], said_at=APRIL)
    second = arrest(there, "Two harbour clerks were arrested at dawn.", places=[KENYA], said_at=APRIL)
    third = arrest(between, "Two harbour clerks were arrested at dawn.", said_at=APRIL)
    found = weigh(case(here, between, there), KEY)
    assert of(found, first) != of(found, second)
    assert third in of(found, first).statements + of(found, second).statements


def test_words_that_every_arrest_shares_are_no_agreement() -> None:
    a, b = Text("a"), Text("b")
    first = arrest(a, "The people were arrested.", said_at=APRIL)
    second = arrest(b, "Police arrested people.", said_at=APRIL)
    assert of(weigh(case(a, b), KEY), first).statements == (first,)
    assert second

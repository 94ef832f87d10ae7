from longarm.claims.replies import GENERAL
from longarm.desk.weigh import weigh
from longarm.model.claims import Claim
from longarm.testing.builders import KEY, Text, case, voice

NORWAY, CHILE = ("Norway", "NO"), ("Chile", "CL")
STATE = "the Chinese government"


def station(path: str, place: tuple[str, str] = NORWAY) -> Text:
    text = Text(path)
    text.say("China runs an office.", "presence", method="overseas-station", operator="China", places=[place])
    return text


def denial(path: str, words: str, *places: tuple[str, str]) -> Text:
    text = Text(path)
    text.say(words, "response", method="overseas-station", actor="China", polarity="denied", places=places,
             voices=[voice(STATE, cue="denies", attitude="denies")])  # fmt: skip
    return text


def claim(texts: list[Text]) -> Claim:
    (found,) = [one for one in weigh(case(*texts), KEY).claims if one.kind == "presence"]
    return found


def test_of_thousands_of_general_denials_a_claim_lists_the_first_and_every_one_that_names_it() -> None:
    general = [denial(f"b{n:03d}", f"No office number {n} exists, {STATE} said through clerk {n}.") for n in range(60)]
    named = [denial(f"c{n}", "There is nothing of the kind in Norway.", NORWAY) for n in range(3)]
    found = claim([station("a"), *general, *named])
    assert found.contest == "denied-specifically"
    assert len(found.replies) == GENERAL + len(named)
    assert len(general) - GENERAL - len(named) <= found.unlisted <= len(general) - GENERAL
    assert {text.built()[2].statements[0].id for text in named} <= set(found.replies)


def test_few_denials_are_all_listed_but_for_those_of_another_place() -> None:
    texts = [station("a"), denial("b", "No such office exists."), denial("c", "It is not so in Chile.", CHILE)]
    found = claim(texts)
    assert found.contest == "denied-in-general"
    assert found.replies == (texts[1].built()[2].statements[0].id,)


def test_a_denial_in_a_claims_own_document_is_listed_however_many_came_before() -> None:
    general = [denial(f"a{n:03d}", f"No office number {n} exists, {STATE} said through clerk {n}.") for n in range(60)]
    own = station("z")
    own.say("It knows of no such office.", "response", method="overseas-station", actor="China", polarity="denied",
            voices=[voice(STATE, cue="denies", attitude="denies")])  # fmt: skip
    assert own.built()[2].statements[1].id in claim([*general, own]).replies


def test_that_nobody_replied_is_listed_and_denies_nothing() -> None:
    silent = Text("b")
    silent.say("The Chinese embassy in Oslo has not replied to questions.", "response", method="overseas-station",
               actor="China", polarity="denied", places=[NORWAY])  # fmt: skip
    found = claim([station("a"), silent])
    assert (found.contest, len(found.replies)) == ("unanswered", 1)


def test_a_denial_about_a_part_of_the_place_is_no_denial_of_the_whole() -> None:
    world = ("the world", "m49:001")
    part = denial("b", "It is not so in Chile.", CHILE)
    found = claim([station("a", world), part])
    assert (found.contest, len(found.replies)) == ("answered", 1)
    assert claim([station("a", world), part, denial("c", "No such office exists.")]).contest == "denied-in-general"


def test_the_denial_of_another_party_in_a_claims_own_document_is_listed_and_answers_it() -> None:
    own = station("a")
    own.say("Bo Roe denied that the club housed a station.", "response", method="overseas-station", polarity="denied",
            voices=[voice("Bo Roe", cue="denied", attitude="denies")])  # fmt: skip
    found = claim([own])
    assert (found.contest, found.replies) == ("answered", (own.built()[2].statements[1].id,))
    elsewhere = Text("b")
    elsewhere.say("Bo Roe denied that the club housed a station.", "response", method="overseas-station",
                  polarity="denied", voices=[voice("Bo Roe", cue="denied", attitude="denies")])  # fmt: skip
    assert claim([station("a"), elsewhere]).replies == ()


def test_a_quotation_of_the_accused_that_denies_is_a_reply_and_one_of_the_accuser_is_none() -> None:
    told = station("a")
    told.say("“There is no such thing as a station.”", "quotation", method="overseas-station", polarity="denied",
             voices=[voice(STATE, cue="said")])  # fmt: skip
    assert claim([told]).contest == "denied-in-general"
    accuser = station("a")
    accuser.say("“This station was not opened in the interest of anybody.”", "quotation", method="overseas-station",
                polarity="denied", voices=[voice("the prosecutor Bo Roe", cue="said")])  # fmt: skip
    assert claim([accuser]).replies == ()


def abduction(path: str, doer: str = "China") -> Text:
    text = Text(path)
    text.say("A clerk was taken from the harbour at night.", "act", method="abduction", actor=doer)
    return text


def said(text: Text, words: str, speaker: str, polarity: str = "affirmed", actor: str = "") -> Text:
    denies = "denies" if polarity == "denied" else "asserts"
    text.say(words, "response", method="abduction", actor=actor, polarity=polarity,
             voices=[voice(speaker, cue="said", attitude=denies)])  # fmt: skip
    return text


def act(text: Text) -> Claim:
    (found,) = [one for one in weigh(case(text), KEY).claims if one.kind == "act"]
    return found


def test_what_another_state_or_a_ministry_says_of_the_accused_is_no_answer_of_the_accused() -> None:
    text = said(abduction("a"), "China must let the clerk go home.", "the Norwegian government", actor="China")
    said(text, "What China did is not to be borne.", "Harbour Watch", actor="China")
    assert (act(text).contest, act(text).replies) == ("unanswered", ())


def test_the_victim_who_denies_another_matter_does_not_answer_for_the_accused() -> None:
    text = said(abduction("a"), "He never lent the rebels a boat.", "Bo Roe", "denied")
    assert (act(text).contest, act(text).replies) == ("unanswered", ())


def test_a_state_that_denies_answers_a_deed_that_its_text_lays_to_nobody() -> None:
    text = said(abduction("a", ""), "The charge is groundless.", STATE, "denied")
    assert act(text).contest == "denied-in-general"


def test_a_host_that_condemns_does_not_answer_a_deed_that_its_text_lays_to_nobody() -> None:
    text = said(abduction("a", ""), "The deed is shameful.", "the Norwegian government")
    assert act(text).contest == "unanswered"


def test_a_state_that_says_what_it_will_not_bear_denies_nothing() -> None:
    text = said(abduction("a", ""), "We will not tolerate an abduction on our soil.", "the Norwegian government")
    text.say("There is no need for an abduction.", "response", method="abduction", polarity="denied",
             voices=[voice(STATE, cue="said")])  # fmt: skip
    assert (act(text).contest, act(text).replies) == ("unanswered", ())


def arrest(*denials: Text) -> Claim:
    text = station("a")
    text.say("Norway arrested two clerks over the office.", "legal", method="overseas-station", stage="arrest",
             actor="Norway")  # fmt: skip
    (found,) = [one for one in weigh(case(text, *denials), KEY).claims if one.kind == "legal"]
    return found


def test_a_general_denial_stands_beside_an_arrest_over_the_like_and_denies_no_arrest() -> None:
    found = arrest(denial("b", "No such office exists."))
    assert (found.contest, len(found.replies)) == ("answered", 1)


def test_who_denies_just_the_arrest_contests_it() -> None:
    found = arrest(denial("b", "It is false that Norway arrested two clerks over the office.", NORWAY))
    assert found.contest == "denied-specifically"


def first(texts: list[Text]) -> str:
    found = claim(texts)
    (words,) = [one.span.words for text in texts for one in text.built()[2].statements if one.id == found.replies[0]]
    return words


def test_a_denial_that_names_the_place_stands_before_general_ones() -> None:
    texts = [station("a"), denial("b", "No such office exists."), denial("c", "There is no office in Norway.", NORWAY)]
    assert first(texts) == "There is no office in Norway."


def test_of_general_denials_the_one_whose_words_speak_of_the_like_stands_first() -> None:
    texts = [station("a"), denial("b", "Tales of fear are pure invention."), denial("c", "No such office exists.")]
    assert first(texts) == "No such office exists."


def test_of_such_denials_that_of_the_claims_own_document_stands_first_and_silence_last() -> None:
    own = station("c")
    own.say("It knows of no such office.", "response", method="overseas-station", actor="China", polarity="denied",
            voices=[voice(STATE, cue="denies", attitude="denies")])  # fmt: skip
    silent = Text("a")
    silent.say("The Chinese embassy in Oslo has not replied to questions.", "response", method="overseas-station",
               actor="China", polarity="denied", places=[NORWAY])  # fmt: skip
    texts = [silent, denial("b", "No such office exists."), own]
    assert first(texts) == "It knows of no such office."
    assert claim(texts).replies[-1] == silent.built()[2].statements[0].id


def test_a_bare_denial_by_somebody_of_no_known_state_stands_beside_what_its_text_tells() -> None:
    text = station("a")
    text.say("The ministry denied the claim.", "response", method="overseas-station", polarity="denied",
             voices=[voice("ministry", cue="denied", attitude="denies")])  # fmt: skip
    found = claim([text])
    assert (found.contest, len(found.replies)) == ("answered", 1)

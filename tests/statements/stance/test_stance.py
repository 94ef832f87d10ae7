"""Stance: what keeps a sentence from being a plain assertion stays with it, and only that."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def hedges(sentence: str) -> set[str]:
    """The kinds of hedges on the statements of one sentence, read after a lead that sets the topic."""
    answer = read_text(LEAD + sentence)
    return {h["kind"] for s in answer["statements"] if s["span"]["start"] >= len(LEAD) for h in s["hedges"]}


def polarities(sentence: str) -> set[str]:
    answer = read_text(LEAD + sentence)
    return {s["polarity"] for s in answer["statements"] if s["span"]["start"] >= len(LEAD)}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The agents reportedly threaten exiles in their homes.", "reported"),
        ("The agents allegedly threaten exiles in their homes.", "alleged"),
        ("The agents may threaten exiles in their homes.", "possible"),
        ("The agents could threaten exiles in their homes.", "possible"),
        ("The agents will threaten exiles in their homes.", "predicted"),
        ("The agents are accused of threatening exiles.", "alleged"),
        ("The agents are suspected of threatening exiles.", "possible"),
        ("The agents are believed to threaten exiles.", "possible"),
        ("The agents appear to threaten exiles.", "possible"),
        ("The watchdog fears that the agents threaten exiles.", "possible"),
        ("It is possible that the agents threaten exiles.", "possible"),
        ("If the agents threaten exiles, the police will act.", "conditional"),
        ("Assuming that the tape is genuine, agents threaten exiles.", "conditional"),
        ("Agents were going to abduct the exile.", "predicted"),
        ("Two exiles vanished, feared abducted by agents.", "possible"),
        ("The tape is consistent with a threat by agents.", "possible"),
        ("The footage seems to show that agents threatened exiles.", "possible"),
        ("The exiles are in danger of being extradited to Belarus.", "possible"),
        ("The office knew of fears that exiles had been threatened by agents.", "possible"),
    ],
)
def test_a_hedge_stays_with_the_statement(sentence: str, kind: str) -> None:
    assert kind in hedges(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The agents threaten exiles in their homes.",
        "In May the agents threatened exiles in their homes.",
        "The agents have threatened exiles for years.",
        "The likely candidate spoke while the agents threatened exiles.",
        "It is beyond doubt that agents threatened exiles.",
        "There is little doubt that agents threatened exiles.",
        "The exile would later be abducted by agents.",
        "Nine exiles reported threats by agents.",
        "The exile was threatened by men claiming to be officers.",
        "The exile, allegedly drugged, was threatened by agents.",
        "The claim that agents threatened her is contradicted by the records.",
        "The family was told that agents threatened the exile.",
        "The theory that agents threatened the exile has been debunked.",
    ],
)
def test_a_plain_assertion_has_no_hedge(sentence: str) -> None:
    assert hedges(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The agents do not threaten exiles.",
        "The agents never threatened exiles.",
        "There is no evidence that the agents threaten exiles.",
        "The embassy denied that the agents threaten exiles.",
        "No agents threatened exiles.",
        "Neither Belarus nor its agents threatened exiles.",
        "The agents no longer threaten exiles.",
        "Hardly any exiles were threatened.",
        "Not one exile was threatened.",
        "Agents entered the country without threatening exiles.",
        "The police ruled out that agents threatened exiles.",
        "Belarus rejects claims that its agents threatened exiles.",
    ],
)
def test_a_negation_or_a_denial_is_a_denied_statement(sentence: str) -> None:
    assert "denied" in polarities(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The agents threaten exiles not only at home.",
        "The embassy did not deny that the agents threaten exiles.",
        "No fewer than five agents threatened exiles.",
        "The agents threaten exiles.",
        "Exiles were told not to threaten agents in Porto.",
        "Decree No. 31 threatens exiles.",
        "The agents threatened exiles no longer than a week.",
    ],
)
def test_what_only_looks_like_a_negation_is_none(sentence: str) -> None:
    assert polarities(sentence) == {"affirmed"}


def test_a_denied_denial_inside_a_report_is_counted_along_the_chain() -> None:
    answer = read_text(LEAD + "The watchdog said the ministry denied that its agents threaten exiles.")
    found = [s for s in answer["statements"] if s["span"]["start"] >= len(LEAD) and "threaten" in s["span"]["words"]]
    assert found
    assert {s["polarity"] for s in found} == {"denied"}
    assert all(len(s["voices"]) == 3 for s in found)


def test_a_hedge_names_the_voice_that_hedges() -> None:
    text = LEAD + "The watchdog said that the agents may threaten exiles."
    found = [s for s in read_text(text)["statements"] if s["hedges"]]
    assert [(h["words"], h["voice"]) for s in found for h in s["hedges"]] == [("may", 1)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The embassy said the accusations were a complete lie.",
        "The embassy called the report a smear.",
        "The reports of threats are groundless, the ambassador said.",
        "The defence argued that the agents were innocent.",
        "Agents had not, to date, threatened exiles.",
        '"We deny any involvement," said the ambassador.',
    ],
)
def test_calling_claims_false_is_denying_them(sentence: str) -> None:
    assert polarities(sentence) == {"denied"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The embassy called the exile a liar.",
        "The group described the report as thorough.",
        "The agents carried false passports in Porto.",
        "The minister dismissed the reports of agents in Porto as lies, police said that agents came.",
    ],
)
def test_a_word_for_falsehood_alone_denies_nothing(sentence: str) -> None:
    found = read_text(LEAD + sentence)["statements"]
    denied = {
        s["span"]["words"] for s in found if s["polarity"] == "denied" and s["voices"][-1]["attitude"] != "denies"
    }
    assert not denied


@pytest.mark.parametrize(
    ("sentence", "hedged"),
    [
        ("Police arrested three suspected agents in Porto.", False),
        ("40 suspected supporters of the exile were flown to Minsk in May.", False),
        ("There are three suspected agents in Porto.", True),
        ("The agents were accused of threats against an exile in Porto.", True),
        ("Three men were arrested in Porto on allegations of spying.", False),
        ("The exile said she left in May; the agent plans to threaten her in Porto.", True),
        ("The closure of the office in Porto was also announced.", False),
    ],
)
def test_a_doubt_of_who_people_are_is_no_doubt_of_what_befell_them(sentence: str, hedged: bool) -> None:
    assert bool(hedges(sentence)) == hedged


def test_a_hedge_after_a_semicolon_does_not_reach_back() -> None:
    answer = read_text(LEAD + "The exile said she left in May; an agent plans to appeal in Porto.")
    found = {s["span"]["words"]: s["hedges"] for s in answer["statements"]}
    assert found["she left in May"] == []


def test_a_belief_about_one_predicate_is_none_about_the_next() -> None:
    answer = read_text(LEAD + "Two men are believed to be officers and were charged with threats against exiles.")
    legal = next(s for s in answer["statements"] if s["kind"] == "legal")
    assert legal["hedges"] == []


@pytest.mark.parametrize(
    ("sentence", "attitude"),
    [
        ("Belarus has yet to confirm that it holds the exile.", "declines"),
        ("Belarus confirmed that it holds the exile.", "confirms"),
        ("The ministry neither confirmed nor denied that it holds the exile.", "declines"),
    ],
)
def test_what_is_not_confirmed_is_neither_confirmed_nor_denied(sentence: str, attitude: str) -> None:
    found = [s for s in read_text(LEAD + sentence)["statements"] if "holds the exile" in s["span"]["words"]]
    assert [(s["voices"][-1]["attitude"], s["polarity"]) for s in found] == [(attitude, "affirmed")]


def test_how_many_are_charged_is_told_plainly() -> None:
    answer = read_text(LEAD + "Three officers were charged with plotting to kidnap an exile.")
    figure = next(s for s in answer["statements"] if s["kind"] == "figure" and s["quantity"]["value"] == 3)
    assert figure["hedges"] == []


def test_what_is_claimed_to_be_is_hedged_also_where_a_source_is_given() -> None:
    text = "Nearly 400 exiles are claimed to have been brought back, according to the Meridian Institute."
    figure = next(s for s in read_text(LEAD + text)["statements"] if s["kind"] == "figure")
    assert [hedge["kind"] for hedge in figure["hedges"]] == ["alleged"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Belarus refused to renew the passports of exiles.",
        "The agents failed to register in Porto.",
        "The offices must not operate in Porto, the minister said.",
    ],
)
def test_refusing_failing_and_forbidding_deny_nothing(sentence: str) -> None:
    assert polarities(sentence) == {"affirmed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The embassy would not comment on the threats.",
        "The police could not say who threatened the exile.",
        "The court ruled that the exiles will not be handed over.",
        "Police sent officers to the alleged office in Porto.",
        "The police are looking into claims by a watchdog.",
        "Prosecutors have charged six officers.",
        "Six officers face charges of stalking.",
        "The ministry ran most of the newly reported offices.",
        "Belarus spent four million dollars, if not more, on its agents.",
    ],
)
def test_what_is_refused_sought_or_charged_is_told_plainly(sentence: str) -> None:
    assert hedges(sentence) == set()


def test_a_doubt_of_what_claims_say_is_no_doubt_of_looking_into_them() -> None:
    answer = read_text(LEAD + "The police are investigating claims that agents threatened exiles.")
    found = {bool(s["hedges"]) for s in answer["statements"] if "investigating" in s["span"]["words"]}
    assert found == {False}


def test_what_is_only_asserted_is_hedged() -> None:
    assert "alleged" in hedges("The ministry asserts that 40 exiles came back of their own will.")


def test_none_of_a_number_denies_what_is_told_and_not_the_number() -> None:
    answer = read_text(LEAD + "None of the 12 police stations replied.")
    figure = next(s for s in answer["statements"] if s["kind"] == "figure")
    assert (figure["quantity"]["value"], figure["polarity"]) == (12, "affirmed")


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The embassy was told to shut any so-called police stations in Porto.", set()),
        ("Some 40 exiles are feared dead.", {"possible"}),
        ("The exile, an accused man, said that the agents threatened her.", set()),
        ("According to unconfirmed reports, agents threatened the exile.", {"reported"}),
    ],
)
def test_a_doubtful_name_or_source_bears_only_where_it_says_what_is_so(sentence: str, kinds: set[str]) -> None:
    assert hedges(sentence) == kinds


def test_a_plan_joined_to_a_plain_predicate_does_not_hedge_it() -> None:
    answer = read_text(LEAD + "The agents threatened exiles and will appeal.")
    found = [s for s in answer["statements"] if "threatened" in s["span"]["words"]]
    assert [s["hedges"] for s in found] == [[]]


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Freedonia almost certainly kidnapped the exile in Oslo.", {"almost certainly"}),
        ("Two men were held on charges that they ran a police station for the embassy.", {"charges"}),
        ("A patrol was sent to guard the exile after a reported threat.", set()),
    ],
)
def test_nearly_certain_is_a_doubt_and_so_is_what_charges_say_but_not_what_follows_a_rumour(
    text: str, hedges: set[str]
) -> None:
    found = {h["words"].lower() for s in read_text(text)["statements"] for h in s["hedges"]}
    assert found & {"almost certainly", "charges", "reported"} == hedges


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Police warned the exile of a possible plot to kidnap her.", {"possible"}),
        ("Officials spoke of an alleged campaign that threatened exiles.", {"alleged"}),
        ("There are signs that agents threatened the exile.", {"possible"}),
        ("An analyst cited evidence that agents threatened the exile.", {"possible"}),
        ("Experts found evidence that agents threatened the exile.", set()),
        ("The exile risks being sent back by the agents.", {"possible"}),
        ("The agents are about to threaten the exile.", {"predicted"}),
        ("A man believed to be an agent threatened the exile.", {"possible"}),
        ("Suspected agents threatened the exile.", {"alleged"}),
        ("The exile must have been threatened by agents.", {"possible"}),
        ("In one alleged case, agents threatened a student.", {"alleged"}),
        ("She named an officer who allegedly threatened her.", {"alleged"}),
        ("Belarus presumably ordered the kidnapping of the exile.", {"possible"}),
        ("The threats are said by the ministry to be part of a campaign to threaten exiles.", {"reported"}),
        ("According to claims by neighbours, agents threatened the exile.", {"alleged"}),
        ("In all likelihood agents threatened the exile.", {"possible"}),
        ("It seems that agents threatened the exile.", {"possible"}),
        ("Agents, it is claimed, threatened the exile.", {"alleged"}),
        ("Fears grew that agents had threatened the exile.", {"possible"}),
        ("There were whispers that agents had threatened the exile.", {"reported"}),
        ("Police are considering the possibility that agents threatened the exile.", {"possible"}),
        ("Police have not ruled out that agents threatened the exile.", {"possible"}),
        ("It has not been confirmed that agents threatened the exile.", {"possible"}),
        ("The most likely explanation is that agents threatened the exile.", {"possible"}),
        ("A newspaper reported, without evidence, that agents threatened the exile.", {"alleged"}),
        ("The consulate faces allegations it threatens exiles.", {"alleged"}),
        ("The threats to exiles have been blamed on agents.", {"alleged"}),
        ("If confirmed, the reports mean that agents threatened the exile.", {"conditional"}),
        ("He stands accused of threatening the exile.", {"alleged"}),
        ("His brother claims that agents took him home. They beat and threatened him.", {"alleged"}),
    ],
)
def test_a_doubt_of_a_deed_stays_with_it_wherever_its_word_stands(sentence: str, kinds: set[str]) -> None:
    assert kinds <= hedges(sentence) if kinds else hedges(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Witnesses could see the agents who threatened the exile.",
        "Exiles could no longer renew passports because of the threats.",
        "Agents would call her mother every week to threaten her.",
        "It would be wrong to threaten exiles.",
        "The campaign aims to threaten exiles.",
        "In May police held an agent on suspicion of spying.",
        "Police raided the alleged flat of the agents who threatened exiles.",
        "The exile had the chance to speak of the threats.",
        "The lawyer of the exile plans to appeal.",
        "The court jailed two men accused of arson.",
        "There is no doubt that agents threatened the exile.",
    ],
)
def test_what_only_sounds_doubtful_is_told_plainly(sentence: str) -> None:
    assert hedges(sentence) == set()


def test_what_is_so_in_practice_is_not_what_was_so_ostensibly() -> None:
    answer = read_text(LEAD + "The office ostensibly helped exiles but in practice threatened them.")
    found = {s["span"]["words"]: [h["words"] for h in s["hedges"]] for s in answer["statements"]}
    assert found["in practice threatened them"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not known whether agents threatened the exile.",
        "It remains unclear whether agents threatened the exile.",
        "It could not be established whether agents threatened the exile.",
        "It is not certain that agents threatened the exile.",
        "It is far from clear that agents threatened the exile.",
        "It is by no means clear that agents threatened the exile.",
        "Nobody would say whether agents threatened the exile.",
        "Questions remain over whether agents threatened the exile.",
        "A spokesman would neither admit nor rule out that agents threatened the exile.",
    ],
)
def test_what_is_left_open_is_doubtful_and_not_denied(sentence: str) -> None:
    assert polarities(sentence) == {"affirmed"}
    assert hedges(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "If convicted, the agent will be jailed for the threats.",
        "Should the ministry agree, agents will threaten the exile.",
        'Agents "if convicted", the office said, will be jailed for threats against exiles.',
    ],
)
def test_a_condition_without_its_usual_form_is_one(sentence: str) -> None:
    assert "conditional" in hedges(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Far from threatening exiles, the embassy helped them.",
        "The embassy said it had nothing to do with the threats to the exile.",
        "The ministry repeated its denial of any role in the threats to exiles.",
        "It is unlikely that agents threatened the exile.",
        "Belarus accused the group of spreading lies about threats to exiles.",
        "Belarus denies that its agents threaten exiles, an envoy said.",
        "The ministry said it has no information that agents threatened the exile.",
        "Prosecutors failed to prove that agents threatened the exile.",
        "The state had not proved that agents threatened the exile.",
        "There is no suggestion that agents threatened the exile.",
        "The court did not accept that agents threatened the exile.",
        "The judge threw out the charge that agents threatened the exile.",
        "At no time did agents threaten the exile.",
        "An envoy said nobody had anything to do with the threats against exiles.",
        "The defence said the charges of threatening exiles were fabricated.",
        "The office stopped short of threatening exiles.",
        "The theory that agents threatened the exile has been debunked.",
        "The consul shrugged off accusations that agents threatened the exile.",
        "Minsk hit back at suggestions that its agents threaten exiles.",
        "Officials deny they were paid to threaten exiles.",
        "Nor was any exile threatened.",
        "The envoy countered that not a scrap of evidence of threats had been shared.",
        "Police saw no signs of threats against the exile.",
        "Minsk has mocked the story of threats against exiles.",
        "The ministry said the case of threats against exiles was a fabrication.",
        "Prosecutors chose not to extradite the exile.",
        "The calls with threats against exiles were not stopped by the police.",
        "The court was not persuaded that agents threatened the exile.",
        "The claim that agents threatened her is contradicted by the records.",
        "The evidence fell short of proving that agents threatened her.",
        "The charges of threatening exiles are devoid of any basis, the envoy said.",
    ],
)
def test_a_denial_without_a_plain_negation_is_one(sentence: str) -> None:
    assert "denied" in polarities(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no doubt that agents threatened the exile.",
        "Not until May did the agents threaten the exile.",
        "Not all of the exiles were threatened by agents.",
        "The police do not doubt that agents threatened the exile.",
        "The ministry no longer denies that agents threatened the exile.",
        "The threats against exiles did not stop.",
        "It has not been confirmed that agents threatened the exile.",
        "Agents did not hesitate to threaten the exile.",
        "Agents threatened the exile, not her brother.",
        "Agents threatened the exile for no apparent reason.",
        "Police closed the case of the threats for lack of evidence.",
        "Police closed the case of the threats without finding proof.",
        "It is not the first time that agents threatened an exile.",
        "It is no secret that agents threaten exiles.",
        "Threats against exiles have not let up.",
        "It is false that no exile was threatened.",
        "Nothing stopped the agents from threatening exiles.",
        "There is no denying that agents threatened the exile.",
        "The embassy failed to deny that agents threatened the exile.",
    ],
)
def test_a_negation_that_leaves_the_deed_as_it_was_denies_nothing(sentence: str) -> None:
    assert polarities(sentence) == {"affirmed"}


def test_how_many_pleaded_not_guilty_is_told_plainly() -> None:
    answer = read_text(LEAD + "Two of the agents pleaded not guilty to threatening exiles.")
    figure = next(s for s in answer["statements"] if s["kind"] == "figure" and s["quantity"]["value"] == 2)
    assert figure["polarity"] == "affirmed"


def test_a_possibility_of_doing_is_no_guess() -> None:
    assert hedges("It was not possible to prove that agents threatened the exile.") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Belarus denied the exile a passport.",
        "Exiles were denied access to lawyers after the threats.",
        "Among the threats is denying schooling to the children of exiles.",
        "The president dismissed the minister over the threats to exiles.",
        "The court dismissed the appeal of the agents who threatened exiles.",
        "The agents threatened six exiles in 2018, eight in 2019 and none in 2020.",
        "Agents denied exiles entry and threatened them.",
    ],
)
def test_what_is_withheld_refused_or_sent_away_is_a_deed_and_no_denial(sentence: str) -> None:
    assert polarities(sentence) == {"affirmed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The embassy said it offers services and denied any threats there.",
        "Belarus debunks reports that agents threatened exiles.",
        "The agent has denied threatening exiles.",
    ],
)
def test_whatever_is_not_withheld_is_denied(sentence: str) -> None:
    assert "denied" in polarities(sentence)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ('"We will take all necessary steps," the police minister said of the threats.', set()),
        ("The minister will hold a meeting with exiles on Saturday.", set()),
        ("The agents will threaten more exiles.", {"predicted"}),
        ("Belarus will open four more police stations in Porto.", {"predicted"}),
        ("The agent will be charged with threatening exiles.", {"predicted"}),
        ("Exiles were banned from travel, apparently out of spite.", set()),
        ("Prosecutors will charge two agents with threatening exiles.", {"predicted"}),
        ("The government will expel the diplomat over the threats.", {"predicted"}),
        ("The students will be sent home in May.", {"predicted"}),
        ("Exiles were threatened, apparently by agents.", {"reported"}),
        ("Officials appear unconcerned about the threats to exiles.", {"possible"}),
        ("Belarus may ask Interpol to find the exile whom it threatened.", {"possible"}),
    ],
)
def test_what_is_announced_is_told_and_what_is_predicted_of_a_case_is_hedged(sentence: str, kinds: set[str]) -> None:
    assert hedges(sentence) >= kinds if kinds else hedges(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Research showed strong indications that the offices are used to watch exiles.", "possible"),
        ("Talk began on the internet that there were 13 stations.", "reported"),
        ("The state runs three supposedly secret stations in Peru.", "alleged"),
        ("The station should still be open, the police said.", "possible"),
        ("The messages seemed designed to frighten exiles.", "possible"),
        ("Belarus was accused of having stations, three of them in Lyon.", "alleged"),
        ("The trial is set for allegedly helping Belarus to threaten exiles in Lyon.", "alleged"),
        ("The police do not believe that agents threaten exiles.", "possible"),
    ],
)
def test_what_is_only_pointed_to_talked_of_or_not_known_is_hedged(sentence: str, kind: str) -> None:
    assert kind in hedges(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Exiles live in fear of threats from agents.",
        "The stations let agents watch exiles and, if need be, threaten them.",
        "He suggested that she tell the police about the threats.",
        "The man went on trial for allegedly threatening exiles.",
        "He faces trial for reportedly passing the names of exiles to agents.",
    ],
)
def test_a_word_of_doubt_that_is_of_something_else_hedges_nothing(sentence: str) -> None:
    assert hedges(sentence) == set()


def test_what_somebody_does_not_know_to_be_so_is_hedged() -> None:
    assert hedges("The minister does not know whether the stations are closed.")
    assert hedges("He does not know whether the stations are closed.")


def test_a_charge_that_is_thought_the_first_of_its_kind_is_brought_all_the_same() -> None:
    sentence = "The police arrested the father of an exile, in what is believed to be the first arrest of its kind."
    assert "reported" not in hedges(sentence)


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The police do not believe that agents threaten exiles.", "denied"),
        ("The minister did not rule out sanctions against the embassy.", "affirmed"),
        ("The claim that agents threaten exiles is far from the truth.", "denied"),
    ],
)
def test_what_is_held_not_to_be_so_is_denied_and_what_is_kept_open_is_not(sentence: str, polarity: str) -> None:
    assert polarity in polarities(sentence)


def test_what_no_is_said_of_takes_nothing_from_a_count_below_it() -> None:
    sentence = "The court ruled that the state has no immunity in respect of its use of spyware against two exiles."
    found = [s for s in read_text(sentence)["statements"] if s["kind"] == "figure"]
    assert [s["polarity"] for s in found] == ["affirmed"]


def test_a_reason_that_is_set_aside_takes_nothing_from_the_deed() -> None:
    assert polarities("The agents threatened exiles, but not because of their views.") == {"affirmed"}


def test_what_a_spokesman_quotes_as_not_so_is_denied() -> None:
    lead = "Belarus used the spyware against exiles. "
    sentence = 'A spokesman said at the time that Freedonia "has never bought this program".'
    told = [s for s in read_text(lead + sentence)["statements"] if s["span"]["start"] >= len(lead)]
    assert told and {s["polarity"] for s in told} == {"denied"}


def test_what_is_said_to_have_been_done_is_said_of_each_deed_that_shares_the_have() -> None:
    answer = read_text(LEAD + "Agents are said to have followed the couple, threatened their son and burned their car.")
    found = {s["span"]["words"]: [h["kind"] for h in s["hedges"]] for s in answer["statements"]}
    assert found["threatened their son"] == ["reported"]


def test_what_a_deed_may_be_leaves_the_deed_plain() -> None:
    answer = read_text(LEAD + "The exile was beaten in what appears to be an act of revenge.")
    found = {s["kind"]: [h["kind"] for h in s["hedges"]] for s in answer["statements"]}
    assert (found["act"], found["purpose"]) == ([], ["possible"])


def test_what_is_feared_is_not_denied_with_what_is_not_done_for_fear_of_it() -> None:
    answer = read_text(LEAD + "None of the exiles wants to be named, for fear that relatives will be detained.")
    found = {s["span"]["words"]: s["polarity"] for s in answer["statements"]}
    assert found["relatives will be detained"] == "affirmed"


@pytest.mark.parametrize(
    "sentence",
    [
        "The article falsely claimed that agents had followed the exile.",
        "He was wrongly accused of abducting the exile.",
        "The witness made up the account of his abduction.",
        "The inquiry cleared the embassy of having followed the exile.",
        "That agents followed the exile has not been shown.",
        "It was not the embassy that cancelled her passport but the ministry.",
        "Police have seen nothing to back up the rumour that a list of exiles exists.",
    ],
)
def test_what_is_untrue_unshown_or_done_by_others_is_denied(sentence: str) -> None:
    assert "denied" in polarities(sentence)
    assert hedges(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("What seems to have happened is that agents took the exile home.", "possible"),
        ("Rumour has it that agents followed the exile.", "reported"),
        ("As far as is known, agents followed the exile.", "possible"),
        ("If reports are to be believed, agents abducted two exiles.", "conditional"),
        ("In the opinion of the committee agents ordered the killing of the exile.", "possible"),
        ("A third exile is to be extradited to Minsk.", "predicted"),
        ("The exile faces the threat of deportation to Minsk.", "possible"),
        ("His sister is certain that the exile was drugged.", "possible"),
    ],
)
def test_a_reserve_in_other_words_is_one(sentence: str, kind: str) -> None:
    assert kind in hedges(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ostensibly a cultural club, the office served agents who threatened exiles.",
        "Both accused followed the exile.",
        "Agents probably sold the list, and the men who bought it burned two cars.",
    ],
)
def test_a_doubt_beside_a_predicate_does_not_reach_it(sentence: str) -> None:
    answer = read_text(LEAD + sentence)
    told = [s for s in answer["statements"] if s["span"]["start"] >= len(LEAD)]
    assert told
    assert told[-1]["hedges"] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("He faces two counts of attempted murder of exiles, which he denies.", "denies"),
        ("The embassy is accused of following exiles, something it has always denied.", "denied"),
        ("The ambassador dismissed as absurd any idea that he had followed exiles.", "followed exiles"),
        ("Prosecutors have yet to prove that the envoy gave the order.", "gave the order"),
        ("I am not satisfied that the envoy gave the order.", "gave the order"),
        ("The witness took back his statement that agents had followed the exile.", "followed the exile"),
        ("Not one of the complaints by exiles led to a charge.", "led to a charge"),
        ("None of those questioned had been charged.", "been charged"),
    ],
)
def test_a_denial_in_other_words_is_one(sentence: str, words: str) -> None:
    told = [s for s in read_text(LEAD + sentence)["statements"] if words in s["span"]["words"]]
    assert told
    assert told[-1]["polarity"] == "denied"
    assert told[-1]["hedges"] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Nobody doubts that the envoy was behind the shooting of exiles.", "behind the shooting"),
        ("Minsk did not contest that its officers had followed exiles.", "followed exiles"),
        ("Authorities deny torturing the exiles, say that one of them died in May.", "died in May"),
    ],
)
def test_a_denial_reaches_no_further_than_its_words(sentence: str, words: str) -> None:
    told = [s for s in read_text(LEAD + sentence)["statements"] if words in s["span"]["words"]]
    assert told
    assert told[0]["polarity"] == "affirmed"


def test_a_belief_is_of_the_party_that_the_passive_names() -> None:
    sentence = "Belarusian intelligence is thought by Western officials to have hired the agents."
    told = next(s for s in read_text(LEAD + sentence)["statements"] if "hired the agents" in s["span"]["words"])
    assert [(h["kind"], told["voices"][h["voice"]]["name"]) for h in told["hedges"]] == [
        ("possible", "Western officials")
    ]


def test_what_a_headline_sets_in_quotation_marks_is_only_alleged() -> None:
    answer = read_text("Exiled singer's brother 'beaten in cell' by Belarusian agents")
    assert [h["kind"] for s in answer["statements"] for h in s["hedges"]] == ["alleged"]


def test_what_is_not_rejected_is_not_denied() -> None:
    sentence = "The ministry neither accepted nor rejected the finding that agents had threatened the exile."
    told = [s for s in read_text(LEAD + sentence)["statements"] if "threatened the exile" in s["span"]["words"]]
    assert told
    assert "denied" not in {s["polarity"] for s in told if s["span"]["words"].startswith("agents")}


def test_a_condition_may_stand_before_its_subject_without_a_mark() -> None:
    assert "conditional" in hedges("Should Minsk fail to release the exile, two agents will be expelled.")


def test_a_question_that_is_said_to_be_open_is_told_with_its_answer_left_open() -> None:
    sentence = "Whether agents of the ministry entered the house in Lyon is an open question."
    assert hedges(sentence) == {"possible"}
    assert polarities(sentence) == {"affirmed"}


@pytest.mark.parametrize(
    "sentence",
    [
        "To suggest that our agents follow exiles is insulting, the ambassador said.",
        "It cannot be said that agents followed exiles in Lyon.",
        "The paper admitted that it had been mistaken in saying that agents had followed the exile.",
    ],
)
def test_what_may_not_be_said_is_denied(sentence: str) -> None:
    told = [s for s in read_text(LEAD + sentence)["statements"] if "exile" in s["span"]["words"]]
    assert told[-1]["polarity"] == "denied"
    assert told[-1]["hedges"] == []


def test_what_a_complaint_alleges_at_the_head_of_a_sentence_reaches_every_verb() -> None:
    sentence = "As alleged in the complaint, in 2019 Ren followed an exile, hid a tracking device and threatened her."
    told = [s for s in read_text(LEAD + sentence)["statements"] if s["span"]["start"] >= len(LEAD)]
    assert told
    assert all([h["kind"] for h in s["hedges"]] == ["alleged"] for s in told)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("By some accounts agents beat the exile in the embassy.", "reported"),
        ("It looks like the agents threatened the exile.", "possible"),
        ("Exiles who refused risked arrest by agents, the group says.", "possible"),
        ("An abduction is suspected in a further case in Nairobi, the group says.", "possible"),
        ("Though this could not be confirmed, two exiles were beaten in the embassy.", "possible"),
        ("The committee takes the view that agents followed the exile.", "possible"),
        ("Concern that agents threaten exiles has been voiced by two groups.", "possible"),
        ("The threat of being returned to Minsk hangs over nine exiles.", "possible"),
        ("The putative abduction of the exile was filmed.", "alleged"),
    ],
)
def test_doubt_has_many_wordings_beside_its_clause(sentence: str, kind: str) -> None:
    assert kind in hedges(sentence)


def test_doubt_of_the_first_of_several_deeds_reaches_the_others() -> None:
    sentence = "She was allegedly drugged, bundled into a van and driven to the border by agents."
    told = [s for s in read_text(LEAD + sentence)["statements"] if s["span"]["start"] >= len(LEAD)]
    assert len(told) > 1
    assert all([h["kind"] for h in s["hedges"]] == ["alleged"] for s in told)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Minsk is expected to ask Norway to hand over an exile who was detained on Sunday in Oslo.", "was detained"),
        ("The police have released two agents pending further inquiries in Oslo.", "released"),
        (
            "The embassy dismissed as a tale a report that agents beat exiles, adding that they were on leave.",
            "on leave",
        ),
    ],
)
def test_doubt_of_one_clause_is_none_of_the_next(sentence: str, words: str) -> None:
    told = [s for s in read_text(LEAD + sentence)["statements"] if words in s["span"]["words"]]
    assert told
    assert not told[-1]["hedges"]


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("No exile should be sent back to Minsk.", "affirmed"),
        ("The station offered nothing but help with passports, its owner said.", "affirmed"),
        ("Nor is there anything to show that agents knew of the exile.", "denied"),
        ("The panel does not accept the contention that agents beat the exile.", "denied"),
        ("Belarus spoke of slander.", "denied"),
        ("On no occasion did the agents follow exiles.", "denied"),
        ("Belarus firmly opposes the smears of the watchdog against its stations.", "denied"),
    ],
)
def test_polarity_is_that_of_what_is_meant(sentence: str, polarity: str) -> None:
    told = [s for s in read_text(LEAD + sentence)["statements"] if s["span"]["start"] >= len(LEAD)]
    assert told
    assert told[-1]["polarity"] == polarity

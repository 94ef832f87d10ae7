"""Kinds: what sort of assertion a sentence makes, and with which method of the codebook."""

import pytest

from longarm.codebook import loader
from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def kinds(text: str) -> dict[str, str]:
    """Kind to method of the statements after the lead."""
    answer = read_text(LEAD + text)
    return {s["kind"]: s["method"] for s in answer["statements"] if s["span"]["start"] >= len(LEAD)}


@pytest.mark.parametrize(
    ("text", "kind", "method"),
    [
        ("Belarus opened a police station in Lyon.", "presence", "overseas-station"),
        ("The stations are used to spy on exiles.", "purpose", None),
        ("The stations serve as centres for monitoring exiles.", "purpose", None),
        ("Agents detained the parents of the exile.", "act", "coercion-by-proxy"),
        ("Agents infected the phones of dissidents with spyware.", "act", "spyware"),
        ("The exile was abducted in Kenya and flown home.", "act", "abduction"),
        ("Belarus abused Interpol red notices.", "act", "notice-abuse"),
        ("These practices violate international law.", "legal", None),
        ("The police opened an investigation into the stations.", "legal", None),
        ("The Netherlands ordered the closure of the stations.", "response", None),
        ("Governments must investigate these practices.", "remedy", None),
        ("Belarus describes the stations as a service for its citizens.", "response", None),
        ("Belarus denied running the stations.", "response", None),
        (
            'The Meridian Institute said: "These stations are a threat to every exile who speaks in public."',
            "quotation",
            None,
        ),
    ],
)
def test_a_sentence_has_its_kind_and_method(text: str, kind: str, method: str | None) -> None:
    found = kinds(text)
    assert kind in found
    if method:
        assert found[kind] == method


@pytest.mark.parametrize(
    "text",
    [
        "The harbour opened in spring and ships came from all sides.",
        "The police station in Leeds will be painted next year.",
        "The committee met for two hours, and members had lunch.",
    ],
)
def test_a_text_on_something_else_makes_no_claim_of_a_method(text: str) -> None:
    assert [s for s in read_text(text)["statements"] if s["method"]] == []


def test_headings_assert_nothing() -> None:
    assert "legal" not in kinds("Violations of international law\n\nThe agents follow people.")


def test_every_method_named_is_in_the_codebook() -> None:
    known = {method.id for method in loader.methods()} | {""}
    answer = read_text(LEAD + "Agents abducted an exile. They hacked phones. They beat a critic in the street.")
    assert {s["method"] for s in answer["statements"]} <= known


def test_roles_name_the_state_and_the_kind_of_people_never_a_person() -> None:
    answer = read_text(LEAD + "Belarusian agents threatened Ada Example, an exile, in Lyon.")
    for statement in answer["statements"]:
        assert "Ada" not in " ".join(statement["roles"].values())


def test_the_words_of_every_statement_stand_at_their_place() -> None:
    text = LEAD + 'Critics say that the stations "may break the law". Nine stations operate in Lyon (France).'
    for statement in read_text(text)["statements"]:
        span = statement["span"]
        assert text[span["start"] : span["end"]] == span["words"]


def told(text: str) -> list[tuple[str, str]]:
    """Kind and words of the statements after the lead."""
    answer = read_text(LEAD + text)
    return [(s["kind"], s["span"]["words"]) for s in answer["statements"] if s["span"]["start"] >= len(LEAD)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 3 May 2021 the plane landed in Minsk.", "On 3 May 2021 the plane landed in Minsk"),
        ("The board meets on 3 May.", "The board meets on 3 May"),
        ("The singer, who was not in court, spoke of her fears.", "was not in court"),
        ("The Swedish ministry announced the closing of the offices.", "the closing of the offices"),
        ("Belarus sent three teams to Porto in May.", "Belarus sent three teams to Porto in May"),
    ],
)
def test_what_the_author_or_a_source_tells_of_is_an_act(text: str, words: str) -> None:
    assert ("act", words) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Readers enjoy long novels and quiet evenings.",
        "The agents who were named in court",
        "The governor announced a new tram.",
    ],
)
def test_what_tells_no_event_is_no_act(text: str) -> None:
    assert not [words for kind, words in told(text) if kind == "act"]


def test_a_clause_that_only_counts_is_a_figure_alone() -> None:
    assert {kind for kind, _ in told("Belarus had 40 agents in Porto in May.")} == {"figure"}


@pytest.mark.parametrize(
    "text",
    [
        "The Belarusian embassy did not respond to questions in time.",
        "The Belarusian embassy had no comment.",
        "The Belarusian embassy did not say where the exile was held.",
        "The Belarusian embassy would not say whether it denies this.",
        "The ministry could not be reached on Friday.",
        "Letters to the Belarusian embassy went unanswered.",
        "Repeated calls to the consulate were not returned.",
        "The consulate offered no comment.",
        "The ministry has yet to reply.",
        "The envoy was not available for comment.",
        "Officials in Minsk ignored our questions.",
        "There was no answer from the ministry.",
    ],
)
def test_silence_is_a_response_that_the_author_tells_negated_as_its_words_are(text: str) -> None:
    answer = read_text(LEAD + text)
    found = [s for s in answer["statements"] if s["kind"] == "response" and s["span"]["start"] >= len(LEAD)]
    assert [(s["stage"], len(s["voices"])) for s in found] == [("silence", 1)]
    is_negated = any(word in text.split() for word in ("not", "no", "yet"))
    assert [s["polarity"] for s in found] == ["denied" if is_negated else "affirmed"]


def test_a_silence_that_somebody_tells_of_is_theirs() -> None:
    assert ("response", "the consulate had not answered", 1) in voiced(
        "Far Shore said that the consulate had not answered."
    )


def test_a_clause_ends_before_an_aside_that_follows_a_clause_inside_it() -> None:
    text = "Three men were jailed in a trial that drew large crowds for weeks, part of a long feud."
    assert ("legal", "Three men were jailed in a trial") in told(text) or (
        "act",
        "Three men were jailed in a trial",
    ) in told(text)


def test_being_an_agent_is_no_purpose() -> None:
    assert "purpose" not in kinds("A jury convicted two men of acting as agents of Belarus.")


@pytest.mark.parametrize(
    "text",
    [
        "The agents followed exiles in Porto, the indictment says.",
        "An investigation by the Meridian Institute revealed that agents followed exiles in Porto.",
        "Asked about the raid, a spokesman in Porto said that agents followed exiles.",
    ],
)
def test_the_words_that_only_attribute_are_no_statement(text: str) -> None:
    found = told(text)
    assert [words for _, words in found if "followed" not in words] == []


def voiced(text: str) -> list[tuple[str, str, int]]:
    """Kind, words and number of voices beyond the author's of the statements after the lead."""
    answer = read_text(LEAD + text)
    found = [s for s in answer["statements"] if s["span"]["start"] >= len(LEAD)]
    return [(s["kind"], s["span"]["words"], len(s["voices"]) - 1) for s in found]


@pytest.mark.parametrize(
    ("text", "kind", "words", "voices"),
    [
        ("The Meridian Institute accused Sweden of neglect.", "act", "accused Sweden of neglect", 1),
        ('The Swedish minister called the desks "unacceptable".', "quotation", 'called the desks "unacceptable"', 1),
        ("Sweden denied it.", "response", "denied it", 1),
        ("Sweden rejected the claim.", "response", "rejected the claim", 1),
        ("Critics asked Sweden about the writer.", "act", "asked Sweden about the writer", 0),
    ],
)
def test_what_is_done_with_words_alone_is_told_with_its_verb(text: str, kind: str, words: str, voices: int) -> None:
    assert (kind, words, voices) in voiced(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sweden declined to comment.", "Sweden declined to comment"),
        ("The Swedish police could not say who had called.", "The Swedish police could not say who had called"),
        ("The Swedish embassy did not at once respond.", "The Swedish embassy did not at once respond"),
    ],
)
def test_what_nobody_would_say_is_a_response_in_the_whole_clause(text: str, words: str) -> None:
    assert voiced(text) == [("response", words, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "Agents followed students to make them return.",
        "The letters were meant to make them return.",
        "The letters were part of a campaign to make them return.",
    ],
)
def test_what_something_is_done_for_is_a_purpose(text: str) -> None:
    assert any(kind == "purpose" and "return" in words for kind, words, _ in voiced(text))


@pytest.mark.parametrize(
    "text",
    [
        "The embassy in Porto said that the desks only help with passports.",
        "Ada Example was convicted of stalking in May. Example says that the office helped with passports.",
        "The firm claims to sell the spyware only to states.",
        '"We deny any link to the raid," said a guard.',
    ],
    ids=["the embassy", "a person in a case", "who clears itself", "in its own words"],
)
def test_who_is_accused_or_clears_itself_answers(text: str) -> None:
    answers = [(kind, voices) for kind, _, voices in voiced(text) if kind in ("response", "quotation")]
    assert ("response", 1) in answers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jurors saw letters of the ministry.", "Jurors saw letters of the ministry"),
        ("Some were set up with help of the hosts.", "Some were set up"),
        ("The inquiry was sparked by a letter.", "The inquiry was sparked by a letter"),
        ("No news came since agents took him in May.", "agents took him in May"),
    ],
)
def test_what_came_of_people_and_inquiries_is_an_act(text: str, words: str) -> None:
    assert any(kind == "act" and words in found for kind, found, _ in voiced(text))


def test_what_a_state_says_whose_courts_try_a_case_is_no_reply() -> None:
    text = "Norwegian prosecutors charged two agents. The Norwegian government said that the men threatened exiles."
    found = {s["span"]["words"]: s["kind"] for s in read_text(text)["statements"]}
    assert found["the men threatened exiles"] == "act"


def test_the_plea_of_somebody_is_told_by_the_author() -> None:
    assert ("legal", 0) in [
        (k, v) for k, _, v in voiced("One of two agents has admitted guilt over the raids in Porto.")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Exiles told of the town they live in.", "they live in"),
        ("Agents watched the cafes where exiles who feel hunted meet.", "where exiles"),
        ("Agents follow exiles, said Ada Example, who took no part in the study.", "took no part in the study"),
        ("There is no evidence that the embassy paid the agents.", "There is no evidence"),
    ],
)
def test_half_a_sentence_is_not_told(text: str, words: str) -> None:
    assert not [told for _, told in told(text) if told.startswith(words)]


def test_a_question_that_stays_open_is_told_whole() -> None:
    text = "It could not be established whether agents followed her."
    assert [words for _, words in told(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The road to the prison was closed.", "act", "The road to the prison was closed"),
        ("Agents of Belarus took her home to stand trial in Minsk.", "purpose", "to stand trial in Minsk"),
        ('The minister said that the agents "have gone too far".', "quotation", 'the agents "have gone too far'),
    ],
)
def test_what_the_author_tells_of_anything_and_its_aim_and_half_quoted_words(text: str, kind: str, words: str) -> None:
    assert (kind, words) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two officers were charged with stalking exiles.",
        "Two officers were held and charged with stalking exiles.",
        "Two officers face charges of stalking exiles.",
    ],
)
def test_who_is_charged_does_not_act_in_the_charge(text: str) -> None:
    answer = read_text(LEAD + text)
    charges = [s for s in answer["statements"] if s["stage"] == "charge"]
    assert [(s["roles"]["actor"], "officers" in s["roles"]["target"]) for s in charges] == [("", True)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            '"When these offices open, exiles lose their trust, and nobody can mitigate the risks," the Fund said.',
            ["quotation"],
        ),
        ('Officials claimed that 400 nationals were "persuaded to return" to Belarus.', ["figure"]),
    ],
)
def test_a_quotation_is_told_whole_and_words_in_marks_not_twice(text: str, kinds: list[str]) -> None:
    told = read_text("Belarus threatens exiles abroad.\n\n" + text)["statements"]
    assert [s["kind"] for s in told if s["span"]["start"] > 30] == kinds


def spans(text: str, kind: str) -> list[str]:
    """The words of the statements of one kind after the lead."""
    answer = read_text(LEAD + text)
    return [s["span"]["words"] for s in answer["statements"] if s["kind"] == kind and s["span"]["start"] >= len(LEAD)]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("The ministry mounts pressure campaigns to make exiles return.", "to make exiles return"),
        ("They hired a detective with the aim of finding the dissident.", "with the aim of finding the dissident"),
        ("Officials held her brother in a bid to silence her.", "in a bid to silence her"),
        ("Consuls opened a file under the pretext of helping students.", "under the pretext of helping students"),
        ("The campaign aimed to silence exiles.", "The campaign aimed to silence exiles"),
        ("The notices seek the arrest of exiles.", "The notices seek the arrest of exiles"),
        ("The list ostensibly served another purpose.", "The list ostensibly served another purpose"),
        ("The motive for the attack was not yet clear.", "The motive for the attack was not yet clear"),
    ],
)
def test_what_a_deed_or_a_thing_is_for_is_a_purpose(text: str, aim: str) -> None:
    assert aim in spans(text, "purpose")


def test_a_facility_and_what_it_was_set_up_for_are_two_statements() -> None:
    text = "Belarus has set up a police station in Lyon to curb crime by its nationals."
    assert spans(text, "presence") == ["Belarus has set up a police station in Lyon"]
    assert spans(text, "purpose") == ["to curb crime by its nationals"]


def test_a_question_of_purpose_that_stays_open_is_a_purpose_told_whole() -> None:
    text = "It could not be established whether the first aim was to abduct the exile."
    assert spans(text, "purpose") == [text.rstrip(".")]


def test_who_holds_what_the_next_clause_tells_is_no_statement_alone() -> None:
    assert "The force recognizes" not in spans("The force recognizes that exiles are victims of the agents.", "act")


def test_what_somebody_else_is_asked_to_do_is_no_purpose() -> None:
    assert spans("The court ordered the embassy to close its office.", "purpose") == []
    assert spans("Police told the family to leave.", "purpose") == []


def test_the_operation_that_a_deed_is_part_of_is_told_by_itself() -> None:
    assert "as part of Operation Long Rope" in spans("He was followed as part of Operation Long Rope.", "act")


def test_a_second_predicate_with_its_own_verb_of_being_is_told_by_itself() -> None:
    assert "are threatened by officials" in spans("They must fill out forms and are threatened by officials.", "act")
    assert "then beat him" in spans("Two agents watched the exile, then beat him.", "act")


@pytest.mark.parametrize(
    "text",
    [
        "The group filed a suit against the ministry.",
        "His lawyers appealed against the verdict.",
        "A judge denied bail.",
        "A warrant was issued for his arrest.",
        "Six agents face related charges.",
        "The two agents remain at large.",
        "The jury found him guilty.",
    ],
)
def test_a_step_in_court_is_legal_and_denies_nothing(text: str) -> None:
    found = [s for s in read_text(LEAD + text)["statements"] if s["kind"] == "legal"]
    assert [s["polarity"] for s in found] == ["affirmed"]


def test_a_step_in_court_that_was_not_taken_is_denied() -> None:
    found = [s for s in read_text(LEAD + "No lawsuit has been filed.")["statements"] if s["kind"] == "legal"]
    assert [(s["span"]["words"], s["polarity"]) for s in found] == [("No lawsuit has been filed", "denied")]


def test_only_a_state_responds_by_condemning_or_warning() -> None:
    assert "response" in kinds("The foreign minister condemned the killing.")
    assert "response" not in kinds("The watchdog condemned the killing as cowardly.")
    assert "response" not in kinds("Her lawyer warned the government of more attacks.")


def test_the_arrest_of_a_relative_is_no_step_against_an_agent() -> None:
    assert kinds("Police detained her sister and her father.") == {"act": "coercion-by-proxy"}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Rights groups asked that he be handed over.", "act", "asked that he be handed over"),
        (
            "The senator called on police to protect the exiles.",
            "remedy",
            "The senator called on police to protect the exiles",
        ),
        ("The refusal aims to press exiles to return.", "purpose", "The refusal aims to press exiles to return"),
        ("There has been no news of the exile.", "act", "There has been no news of the exile"),
        ("One exile in Lyon had had a warning.", "act", "One exile in Lyon had had a warning"),
        (
            "In May the institute published a report finding that exiles were followed.",
            "act",
            "In May the institute published a report",
        ),
        (
            "Eight people were charged with working for the Belarusian government to make a man return.",
            "purpose",
            "to make a man return",
        ),
        ("It is said to be part of an effort to control exiles.", "purpose", None),
    ],
)
def test_a_statement_is_told_whole_and_of_its_kind(text: str, kind: str, words: str | None) -> None:
    assert words in spans(text, kind) if words else spans(text, kind)


def test_every_clause_of_a_reply_is_a_reply() -> None:
    text = "The Belarusian embassy acknowledged that there are such sites but said they were not police stations."
    found = [s for s in read_text(LEAD + text)["statements"] if s["span"]["start"] >= len(LEAD)]
    assert {s["kind"] for s in found} == {"response"}
    assert "they were not police stations" in [s["span"]["words"] for s in found]


def test_the_state_that_others_work_for_is_the_one_that_answers() -> None:
    text = (
        "Two people were charged with working for the Belarusian government, officials said. "
        "The list was ostensibly meant for thieves, French officials say."
    )
    assert "response" not in {s["kind"] for s in read_text(text)["statements"]}


@pytest.mark.parametrize(
    "text",
    [
        '"These claims are fabricated," a spokesman for the embassy told the paper.',
        "Her report has no basis, the governor said.",
        'The governor called the report "without evidence".',
    ],
)
def test_calling_claims_groundless_is_a_reply(text: str) -> None:
    assert "response" in kinds(text)


def test_a_state_that_warns_or_looks_into_it_is_the_host() -> None:
    text = "Norway's security service warned refugees that agents were hiring informants among them."
    assert "reply" not in {s["stage"] for s in read_text(text)["statements"]}
    assert kinds("Norway has opened an investigation into the visit.").keys() == {"legal"}


def test_a_deed_of_a_method_is_no_reply_though_a_state_announces_it() -> None:
    text = "Belarusian police offered a reward of one million dollars for information on each of them."
    assert kinds(text)["act"] == "bounty"


def test_how_things_are_is_told_where_the_words_are_of_the_matter() -> None:
    assert "The term covers offices abroad" in spans("The term covers offices abroad.", "act")
    assert spans("The bakery sells bread.", "act") == []


def test_what_somebody_was_brought_home_for_is_no_step_of_a_court() -> None:
    assert kinds("The exile was flown to Minsk to stand trial.").keys() == {"act", "purpose"}


def test_the_spokesperson_of_the_host_gives_no_reply() -> None:
    text = (
        "The Dutch foreign ministry announced the closing of Belarusian police stations. "
        "A week earlier a ministry spokesperson had said the ministry was looking into the stations."
    )
    assert "reply" not in {s["stage"] for s in read_text(text)["statements"]}


def test_an_adverb_between_the_words_of_a_cue_changes_nothing() -> None:
    assert "legal" in kinds("Complaints were also filed against three officers.")


def test_on_what_terms_something_would_be_is_no_statement() -> None:
    assert not any("knew more" in told for told in spans("The police will decide once they knew more.", "act"))


def test_what_victims_say_of_themselves_is_no_plea() -> None:
    assert "response" not in kinds("Relatives say they have not heard from him since.")
    assert "response" in kinds("He insisted that he did not work for the state.")


def test_a_question_before_its_predicate_is_told_whole() -> None:
    assert spans("Whether the state ordered the attack is not clear.", "act") == [
        "Whether the state ordered the attack is not clear"
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ('"These offices are illegal," a minister said.', "quotation", "These offices are illegal,"),
        ('The minister called it a "grave breach" of the law.', "quotation", 'called it a "grave breach" of the law'),
        ("The widow wants to know who ordered the crime.", "act", "wants to know who ordered the crime"),
        ("The trial never established who was responsible.", "act", "The trial never established who was responsible"),
        ("A reporter went to Lyon to find out what became of the stations.", "act", "A reporter went to Lyon"),
        ("Belarus debunks reports of police stations in Lyon.", "response", None),
        ("The court ruled that the attack was one within its borders.", "legal", None),
        ("Diplomats refused to renew passports in retaliation for activism.", "purpose", "in retaliation for activism"),
        ("The reasons were political.", "purpose", "The reasons were political"),
    ],
)
def test_a_telling_without_a_plain_clause_has_its_kind(text: str, kind: str, words: str | None) -> None:
    assert words in spans(text, kind) if words else spans(text, kind)


def test_that_somebody_is_unable_to_comment_is_silence() -> None:
    found = read_text(LEAD + '"We are unable to provide detailed comment," the embassy said.')["statements"]
    assert "silence" in {s["stage"] for s in found}


def test_a_single_word_in_marks_is_no_quotation() -> None:
    assert spans('Her sister said he was "kidnapped" in Nairobi.', "quotation") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Belarusian government denied it. Its press officer, Ada Example, said the rumour rests on a report.",
            "the rumour rests on a report",
        ),
        (
            "Belarus has denied involvement. Belarus's ambassador described the verdict as politically motivated.",
            "described the verdict as politically motivated",
        ),
        ("The Belarusian ministry denied that it hacked them and said that they have shown nothing.", "it hacked them"),
    ],
)
def test_those_who_speak_for_the_accused_state_reply(text: str, words: str) -> None:
    assert words in spans(text, "response")


def test_what_somebody_is_denied_is_withheld_and_no_reply() -> None:
    assert "response" not in kinds("Officials denied the children schooling.")


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("He faces up to five years in prison.", "court-step"),
        ("He was given five years in prison.", "conviction"),
    ],
)
def test_what_somebody_faces_is_no_sentence(told: str, stage: str) -> None:
    text = f"A man was charged with running a secret police station for Belarus. {told}"
    assert read_text(text)["statements"][-1]["stage"] == stage


@pytest.mark.parametrize(
    "text",
    [
        "The ministry is checking reports of threats.",
        "The staff of the embassy do not know of it.",
        "The president has dismissed the head of intelligence.",
        "We asked the ministry for figures on exiles.",
        "About six years ago the state began mass arrests in the north.",
        "The posts were first revealed by Harbour News last autumn.",
        "She called the move an escalation of repression.",
        "An exile, deported from Norway in May, is in custody.",
        "In May he appeared before a military court.",
    ],
)
def test_what_is_going_on_was_asked_or_revealed_is_told(text: str) -> None:
    assert {"act", "legal"} & kinds(text).keys()


def test_a_charge_of_defendants_is_a_charge() -> None:
    assert "legal" in kinds("Norway has charged eight defendants who followed exiles.")


def test_what_two_or_three_suffered_by_a_method_is_told_beside_the_count() -> None:
    assert {"figure", "act"} <= kinds("Three exiles have been poisoned within months.").keys()


def test_the_head_of_a_network_who_disappeared_runs_no_facility() -> None:
    assert "presence" not in kinds("Ada Example, the head of a school network in Norway, disappeared in the capital.")


def test_an_accusation_keeps_the_word_that_makes_it_one() -> None:
    told = read_text(LEAD + "Prosecutors in Oslo accuse a retired officer of stalking a family of exiles.")[
        "statements"
    ]
    assert "accuse a retired officer of stalking a family of exiles" in [s["span"]["words"] for s in told]


def test_a_clause_ends_before_a_word_of_finding_whose_content_is_told_apart() -> None:
    told = read_text(LEAD + "Interpol deleted the notice last year after finding that it was political.")["statements"]
    assert "Interpol deleted the notice last year" in [s["span"]["words"] for s in told]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The extradition was approved by a court in December.", "legal"),
        ("The two agents were convicted, but their appeal failed.", "legal"),
        ("The police have opened a file on the threats.", "legal"),
        ("Norwegian police are looking for the attackers of the exile.", "legal"),
    ],
)
def test_more_steps_of_proceedings_are_told_as_steps(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway said it will not tolerate the persecution of exiles.", "response"),
        ("Police in Oslo arrested two agents tied to the surveillance of dissidents.", "legal"),
        ("A man pleaded guilty to acting as an agent who threatened exiles.", "legal"),
    ],
)
def test_a_step_is_a_step_though_it_names_a_method(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rights groups urge that Norway review the list of notices.",
        "Norway should reopen the file and offer the witnesses safe houses.",
        "The opposition called for a hearing.",
        "Officials ought to stop the sale of spyware.",
        "Victims want the ambassador expelled.",
        "Lawmakers are encouraged to criminalise such threats.",
    ],
)
def test_a_call_for_a_remedy_is_known_by_its_mood_or_its_words(text: str) -> None:
    assert "remedy" in kinds(text)


def test_what_a_second_verb_calls_for_is_a_remedy_of_its_own() -> None:
    answer = read_text(LEAD + "Norway must reopen the file and offer the witnesses safe houses.")
    assert [s["kind"] for s in answer["statements"]].count("remedy") == 2


@pytest.mark.parametrize(
    "text",
    [
        "The detention lacked any legal basis.",
        "The raid was plainly unlawful.",
        "The transfer deprived him of any effective remedy.",
    ],
)
def test_a_judgement_under_law_has_many_wordings(text: str) -> None:
    assert "legal" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "It stood on the third floor of a building in Lyon.",
        "The rooms above a bakery housed a service post.",
        "Another branch sprang up in Graz last year.",
        "The tenant kept a desk for the police in its back office.",
        "The security service keeps safe houses in Graz.",
    ],
)
def test_where_a_site_stands_or_who_keeps_it_there_is_a_presence(text: str) -> None:
    assert "presence" in kinds(text)


@pytest.mark.parametrize("text", ["It emerged in May that exiles were followed.", "Exiles opened a bureau in Lyon."])
def test_what_comes_out_and_what_exiles_keep_is_no_presence(text: str) -> None:
    assert "presence" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "A branch in Oslo answers to the police of a northern county, exiles say.",
        "The club's door bears the crest of the security police.",
        "The post in Ghent is headed by a retired colonel from Minsk.",
        "Officers of the ministry are stationed at a villa in Nicosia.",
        "The office took up a floor above a bakery.",
        "Since May a house in the old town has held the local section of the party.",
        "Belarusian police have been patrolling in Ghent and Bruges since May.",
        "It belongs to the security service.",
    ],
)
def test_whose_a_site_is_and_what_its_door_bears_is_a_presence(text: str) -> None:
    assert "presence" in kinds(text)


def test_a_presence_stands_beside_a_figure_that_counts_something_else() -> None:
    assert {"presence", "figure"} <= kinds("The post in Ghent is staffed by four retired officers from Minsk.").keys()


@pytest.mark.parametrize(
    "text",
    [
        "Belgian detectives traced the van that the men had used.",
        "The driver got seven years.",
        "The flat was searched in May by agents of the Belgian police.",
        "Two suspects have been named.",
        "Article 7 forbids any such activity on Belgian soil.",
        "A judge in Ghent refused bail to the driver.",
        "The court condemned Norway for having handed the teachers over.",
        "Belgian police are looking into it.",
        "The constitutional court has yet to rule on the decree.",
        "The prosecutor's office in Ghent reclassified the case.",
        "The tribunal dismissed her claim.",
    ],
)
def test_what_those_who_judge_and_investigate_do_is_law(text: str) -> None:
    assert kinds(text).keys() & {"legal", "response", "act"} == {"legal"}


def test_what_is_asked_of_a_state_is_a_remedy_and_what_officials_ask_of_exiles_a_deed() -> None:
    assert "remedy" in kinds("Her union pressed Norway to let her stay.")
    assert "remedy" not in kinds("Officials from Minsk asked her to return.")

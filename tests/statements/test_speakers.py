"""Speakers: who is said to speak or to hold something, who only acts, and where what a source says begins and ends."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def voices(text: str, words: str, lead: str = LEAD) -> list[str]:
    """The names after the author's in the chain of the shortest statement that contains the words."""
    told = [s for s in read_text(lead + text)["statements"] if words in s["span"]["words"]]
    shortest = min(told, key=lambda s: len(s["span"]["words"]))
    return [v["name"] for v in shortest["voices"]][1:]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police threatened to arrest his parents in Minsk.", "threatened to arrest"),
        ("Officers ordered the family to keep him from meeting exiles abroad.", "ordered the family"),
        ("The two men opened the police station in 2022. They offered some basic services.", "basic services"),
        ("The writer, an exile, was attacked by three men at home.", "three men"),
        ("The police have offered rewards for nine exiles abroad.", "nine exiles"),
    ],
)
def test_who_threatens_orders_offers_or_attacks_says_nothing_by_it(text: str, words: str) -> None:
    assert voices(text, words) == []


def test_what_a_threat_says_in_quotation_marks_is_said() -> None:
    assert voices('"You will never see home again," the agents threatened.', "never see home") == ["agents"]


@pytest.mark.parametrize(
    "text",
    [
        "Latvia denied all accusations of running the police stations on Tuesday after officers arrested nine agents.",
        "Latvia denied that it ran the police stations, after officers arrested nine agents.",
        "Latvia denied running the police stations when officers arrested nine agents.",
    ],
)
def test_what_happened_when_somebody_denied_is_the_authors(text: str) -> None:
    assert voices(text, "officers arrested nine agents") == []
    denied = [s for s in read_text(LEAD + text)["statements"] if s["polarity"] == "denied"]
    assert all("arrested" not in s["span"]["words"] for s in denied)


def test_a_denied_clause_keeps_what_no_comma_parts_from_it() -> None:
    assert voices("Latvia denied that its agents followed the man after he fled to Porto.", "he fled") == ["Latvia"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("As alleged in the complaint, Deng and Bao are charged with running a station.", "charged", "complaint"),
        ("As set out in the report by Harbour Watch, agents followed exiles.", "agents followed", "Harbour Watch"),
    ],
)
def test_a_work_that_an_as_clause_names_speaks_and_not_whom_it_accuses(text: str, words: str, speaker: str) -> None:
    assert voices(text, words) == [speaker]


@pytest.mark.parametrize(
    ("headline", "voice"),
    [
        ("Belarus accused of having illegal police stations", 'unnamed ("accused of")'),
        ("Nine men charged with spying on exiles in Porto", "unnamed prosecutors"),
    ],
)
def test_whom_a_headline_says_accused_is_not_who_accuses(headline: str, voice: str) -> None:
    assert voices(headline, headline.split()[-1], "") == [voice]


def test_what_is_said_of_somebody_between_commas_is_not_the_main_clause() -> None:
    text = "A second defendant, said to have driven the exile to the border, was acquitted."
    assert voices(text, "was acquitted") == []


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        ("Agents took the exile home, media and his family reported on Monday.", "took the exile", ["media"]),
        ('"Tactics designed to control exiles," said Minsk director Dora Lane.', "control exiles", ["Dora Lane"]),
        ("The Minister of Justice, Elena Ruiz, said that agents follow exiles.", "agents follow", ["Elena Ruiz"]),
        ("In our view, clubs that threaten exiles should close.", "should close", []),
        ("Nearly a third of the students said that agents threaten them.", "agents threaten", ["students"]),
        ("In a survey of 102 staff, 71 said that agents threaten them.", "agents threaten", ["staff"]),
        (
            "Harbour Watch met 40 exiles. All of those interviewed said agents threaten them.",
            "agents",
            ["those interviewed"],
        ),
        (
            "A noodle bar in Porto denied it. Its owner said that agents threaten exiles.",
            "agents",
            ["owner of noodle bar in Porto"],
        ),
        (
            "Harbour News said that its staff had been told by the Dunmore Police that agents threaten exiles.",
            "agents threaten",
            ["Harbour News", "Dunmore Police"],
        ),
    ],
)
def test_the_grammar_says_who_speaks(text: str, words: str, speakers: list[str]) -> None:
    assert voices(text, words) == speakers


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Agents planned the killing, Anna Berg said in Geneva, but it could not be shown whether they came.",
            "shown",
            "Anna Berg",
        ),
        (
            'The threats are a "matter of concern", Anil Rao said, and such acts are against our policy.',
            "acts",
            "Anil Rao",
        ),
        (
            '"The aim was not to serve," said Owen Lyle, but rather to silence and threaten exiles.',
            "silence",
            "Owen Lyle",
        ),
        ('"Agents forced him into a car," Novak said, and that they were from the secret services.', "secret", "Novak"),
        (
            "Belarus threatens exiles abroad, the institute said, apparently to make them return.",
            "make them",
            "institute",
        ),
        ("The posts are no stations, the mayor said; they work closely with the police.", "work closely", "mayor"),
    ],
)
def test_a_source_goes_on_behind_the_tag_that_names_it(text: str, words: str, speaker: str) -> None:
    assert voices(text, words) == [speaker]


def test_what_is_told_of_the_source_behind_its_tag_is_the_authors() -> None:
    text = "Her father was kidnapped by agents, Dora Lane said; she gave no evidence for the kidnapping."
    assert voices(text, "gave no evidence") == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Investigators see Minsk behind the plot to kill the exile.", "Minsk behind", "Investigators"),
        ("The institute regards the nine offices as illegal police stations.", "nine offices", "institute"),
        ("The authorities know of nine threatened exiles.", "nine threatened exiles", "authorities"),
        ("Prosecutors suspect the agents of following exiles.", "following exiles", "Prosecutors"),
    ],
)
def test_who_holds_something_to_be_so_is_a_voice(text: str, words: str, speaker: str) -> None:
    assert voices(text, words) == [speaker]


def test_who_sees_no_reason_denies_that_there_is_one() -> None:
    answer = read_text(LEAD + "The ministry sees no reason to close the police stations.")
    denied = [s for s in answer["statements"] if "close the police stations" in s["span"]["words"]]
    assert [s["polarity"] for s in denied] == ["denied"]


def test_who_sees_with_eyes_holds_nothing() -> None:
    assert voices("Neighbours saw nine agents forcing the exile into a car.", "nine agents") == []


def test_reports_of_nobody_in_particular_are_a_voice() -> None:
    text = "The government is examining a report that Belarus has covert police stations."
    assert voices(text, "covert police stations") == ['unnamed ("report")']


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        (
            "Latvia got nine requests, Deputy Minister Amir Kaya said. A total of four of them were for exiles.",
            "total of four",
            ["Amir Kaya"],
        ),
        (
            'A report of the group "Harbour Watch" reveals that Belarus has nine posts. Up to three of these are new.',
            "three of these",
            ["Harbour Watch"],
        ),
        (
            "The minister said that agents had come. Now there are no cases in Porto. He would follow the threats.",
            "would follow",
            ["minister"],
        ),
        (
            "The first police station opened in 2004, said Yu Yan, a diplomat. These centres have no power to arrest.",
            "no power to arrest",
            ["Yu Yan"],
        ),
        ("His wife said that agents took him. He was arrested in Minsk on Friday.", "was arrested", []),
    ],
)
def test_what_a_sentence_takes_up_goes_on_being_said(text: str, words: str, speakers: list[str]) -> None:
    assert voices(text, words) == speakers


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        ("For the group they serve to harass exiles.", "serve to harass", ["group"]),
        ("For the first time they serve to harass exiles.", "serve to harass", []),
        (
            "The ministry has given its assurance that agents have left the police stations.",
            "agents have left",
            ["ministry"],
        ),
    ],
)
def test_what_a_body_holds_or_assures_is_its_own(text: str, words: str, speakers: list[str]) -> None:
    assert voices(text, words) == speakers


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        (
            "Nine police stations have been closed, Harbour TV quoted the minister as saying.",
            "have been closed",
            ["Harbour TV", "minister"],
        ),
        (
            "Agents hacked an exile, the Harbour Post writes on the basis of a new study by The Citizen Lab.",
            "hacked an exile",
            ["Harbour Post", "Citizen Lab"],
        ),
        (
            "He said that agents had come, according to a report by the Norwegian agency NHB.",
            "agents had come",
            ["NHB", "He"],
        ),
        (
            "Far Shore reports that such police stations exist in nine states, although the PRC denies this.",
            "denies this",
            ["PRC"],
        ),
        (
            "Neighbours confirmed having seen agents threaten exiles, the Harbour Post reports.",
            "agents threaten exiles",
            ["Harbour Post", "Neighbours"],
        ),
    ],
)
def test_who_speaks_within_what_another_tells_stays_in_the_chain(text: str, words: str, speakers: list[str]) -> None:
    assert voices(text, words) == speakers


def test_the_court_is_the_one_that_acted_and_not_the_one_named_beside_it() -> None:
    text = "The Court of Appeal upheld a High Court ruling on the exiles. The court held that agents hacked them."
    assert voices(text, "agents hacked") == ["Court of Appeal"]


def test_a_broadcaster_is_no_body_in_session() -> None:
    text = (
        "BBC appeals to UN over harassment of staff\n\nAgents threaten exiles in London, according to the broadcaster."
    )
    assert voices(text, "Agents threaten", "") == ["BBC"]


def test_he_is_not_the_agency_that_quotes_him() -> None:
    text = (
        "Deputy Minister Amir Kaya said that agents had come. Nine exiles were held, CNN Turk quoted him as saying."
        ' "They threatened exiles," he said.'
    )
    assert voices(text, "threatened exiles") == ["Amir Kaya"]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Rights group: Belarus jailed nine returned activists", "Rights group"),
        ("Spy chief: Belarus has kidnapped nine activists", "Spy chief"),
    ],
)
def test_who_stands_before_the_colon_of_a_headline_speaks(headline: str, speaker: str) -> None:
    assert voices(headline, "nine", "") == [speaker]


def test_who_is_cited_and_who_cites_are_both_in_the_chain() -> None:
    text = (
        "Radio Dunmore, citing two officials briefed on the matter, reported that agents planned to kidnap the editor."
    )
    assert voices(text, "planned to kidnap") == ["Radio Dunmore", "two officials"]
    text = "According to a lawyer for the family, cited by Radio Dunmore, agents threatened the widow."
    assert voices(text, "threatened the widow") == ["Radio Dunmore", "lawyer for the family"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The lawmaker Dora Lane came to ask about the police station. She found the building empty.",
            "building empty",
        ),
        ("Guards raided the homes of nine exiles; in no case did the officers show a warrant.", "show a warrant"),
        ("The decision shows that the court has the will to rule against agents.", "has the will"),
        ("One exile, who asked not to be named, told us that agents follow him.", "asked not to be named"),
        ("Belarus denies that it hacked the exiles. It may still ask the court for an appeal.", "ask the court"),
        (
            "Far Shore said that agents threaten exiles. Its lawyers had made three arguments in court.",
            "three arguments",
        ),
        ("Nine men were charged over the attack. They have not entered pleas.", "have not entered pleas"),
    ],
)
def test_what_is_seen_done_or_inferred_is_the_authors(text: str, words: str) -> None:
    assert voices(text, words) == []


def test_what_a_court_finds_is_its_own() -> None:
    assert voices("Judges in Porto found the agent guilty of threatening exiles.", "guilty") == ["Judges in Porto"]


def test_what_would_not_be_confirmed_or_denied_is_neither() -> None:
    answer = read_text(LEAD + "A spokesman would not confirm or deny that agents threaten exiles.")
    found = [v for s in answer["statements"] for v in s["voices"] if v["name"] == "spokesman"]
    assert not [v for v in found if v["attitude"] in ("denies", "asserts", "confirms")]


@pytest.mark.parametrize(
    ("text", "told", "speakers", "denied", "deniers"),
    [
        (
            "Lawyers say that nine exiles were deported in secret, a claim the ministry rejects.",
            "nine exiles",
            ["Lawyers"],
            "ministry rejects",
            ["ministry"],
        ),
        (
            "The court found that the state had ordered the killing of exiles, a finding Minsk dismissed as political.",
            "ordered the killing",
            ["court"],
            "dismissed as political",
            ["Minsk"],
        ),
    ],
)
def test_a_denial_set_behind_a_claim_is_of_who_denies(
    text: str, told: str, speakers: list[str], denied: str, deniers: list[str]
) -> None:
    assert voices(text, told) == speakers
    assert voices(text, denied) == deniers


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        ("Asked whether agents threaten exiles, the airline said it could not comment.", "agents threaten exiles", []),
        ("The students censor themselves; nine had been warned by classmates of agents.", "warned by classmates", []),
        (
            "The committee heard from 12 witnesses, most of whom said that agents threaten exiles.",
            "agents threaten",
            ["witnesses"],
        ),
        (
            "Investigators believe, according to two people briefed on it, that agents threaten exiles.",
            "agents threaten",
            ["two people", "Investigators"],
        ),
    ],
)
def test_who_is_asked_or_warned_says_nothing_by_it(text: str, words: str, speakers: list[str]) -> None:
    assert voices(text, words) == speakers


def test_he_may_be_somebody_who_only_was_named_with_an_office() -> None:
    text = "It said so when asked by the MP Tomas Ejemplar. He had written that agents threaten exiles."
    assert voices(text, "agents threaten")[0].endswith("Tomas Ejemplar")


def test_it_is_nobody_who_is_a_he() -> None:
    text = (
        "The ministry has a duty to the exiles. The MP Tomas Ejemplar said that agents threaten exiles."
        " Agents have left the police stations, it says."
    )
    assert voices(text, "have left") != ["MP Tomas Ejemplar"]


def test_they_are_not_the_one_man_who_spoke_last() -> None:
    text = '"It was a community center," Deng Lin, the chairman, said. They recounted their own threats by agents.'
    assert voices(text, "own threats") != ["Deng Lin"]


def test_how_many_deny_something_is_no_count_of_what_they_deny() -> None:
    found = read_text(LEAD + "Three men were charged. All three deny wrongdoing.")["statements"]
    told = [s for s in found if "deny" in s["span"]["words"]]
    assert [(s["kind"], s["polarity"]) for s in told] == [("response", "denied")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 34-year-old said that two agents had waited outside her flat.", "34-year-old"),
        ("The consulate in Lisbon, 3 May 2023, said agents had waited outside her flat.", "consulate in Lisbon"),
    ],
)
def test_a_description_is_whole_and_ends_before_a_date(text: str, name: str) -> None:
    assert voices(text, "waited outside") == [name]

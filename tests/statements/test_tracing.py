"""Tracing: which party a pronoun, a description or a paper stands for."""

import pytest

from longarm.desk.reading import read_text


def root(text: str, words: str) -> str:
    """The last voice of the first statement that holds the words; empty for the author."""
    answer = read_text(text)
    statement = next(s for s in answer["statements"] if words in s["span"]["words"])
    return str(statement["voices"][-1]["name"])


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Spies came, Danish broadcaster Canal Nord reported. Agents threatened exiles, the broadcaster said.",
            "Agents threatened",
            "Canal Nord",
        ),
        (
            "Harbour Watch said that 12 agents came. The same group said that nine exiles were beaten.",
            "nine exiles were beaten",
            "Harbour Watch",
        ),
        (
            "All goes back to two reports by one group, Harbour Watch.\n\nThe first report counted 54 posts of spies.",
            "54 posts",
            "Harbour Watch",
        ),
        (
            (
                "Three addresses, two in Markham and one in Toronto, appear in a report that the watchdog "
                "Safeguard Defenders published in September. The report lists 54 stations worldwide."
            ),
            "54 stations",
            "Safeguard Defenders",
        ),
        (
            "Both the Kazakh embassy and the Porto police denied that exiles were followed.",
            "exiles were followed",
            "Kazakh embassy and Porto police",
        ),
        (
            "The exiles deny it. Their spokesman, Lok Chi-ho, said that agents followed them.",
            "agents followed them",
            "Lok Chi-ho",
        ),
        (
            "Agents were charged, Far Shore and Open Door say. The former said that nine exiles were beaten.",
            "nine exiles were beaten",
            "Far Shore",
        ),
        (
            "The embassy of Belarus rejected the charge. The embassy said that exiles were never threatened.",
            "exiles were never threatened",
            "embassy of Belarus",
        ),
        (
            "The first witness, a waiter, told the court that agents beat an exile.",
            "agents beat an exile",
            "first witness",
        ),
        (
            "The rector wrote to the minister. In the letter, she says that agents threatened a student.",
            "agents threatened a student",
            "rector",
        ),
        (
            "The consul's denial came at once. No agent had threatened the exiles, he wrote.",
            "No agent had threatened",
            "consul",
        ),
        (
            "The rector said that agents came twice. The student was beaten, he added.",
            "student was beaten",
            "rector",
        ),
        (
            "In its ruling, the tribunal found that agents kept lists. Exiles were threatened, the ruling says.",
            "Exiles were threatened",
            "tribunal",
        ),
        (
            "The paper claims that Interpol knew. It claims that agents beat 12 exiles. The paper is by Far Shore.",
            "agents beat 12 exiles",
            "Far Shore",
        ),
        (
            "Sources say that the killers came through Malta. They add that agents beat an exile.",
            "agents beat an exile",
            "Sources",
        ),
    ],
)
def test_a_source_is_the_party_that_its_words_stand_for(text: str, words: str, name: str) -> None:
    assert root(text, words) == name


def test_a_paper_that_orders_speaks_and_a_person_who_orders_does() -> None:
    assert root("The manual instructs consuls to threaten exiles.", "to threaten exiles") == "manual"
    assert root("The consul ordered agents to threaten exiles.", "threaten exiles") == ""


@pytest.mark.parametrize(
    "after",
    [
        "The minister said that agents came. The agents threatened exiles in Porto.",
        "Far Shore said that exiles were beaten. The eight include two lawyers.",
    ],
    ids=["after a person's words", "another number"],
)
def test_words_do_not_go_on(after: str) -> None:
    assert read_text(after)["statements"][-1]["voices"][-1]["found"] == "author"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Far Shore said that 112 exiles were threatened. Of these, 40 were beaten.", "40 were beaten"),
        ("Far Shore said that 112 exiles were threatened. Among them were nine lawyers.", "nine lawyers"),
        ("Far Shore said that 112 exiles were threatened. They include nine lawyers.", "nine lawyers"),
        ("The firm said it sells to states alone. It would look into any charge of abuse.", "would look into"),
    ],
)
def test_words_go_on_where_the_sentence_takes_them_up(text: str, words: str) -> None:
    answer = read_text(text)
    assert next(s for s in answer["statements"] if words in s["span"]["words"])["voices"][-1]["found"] == "carried"


def test_a_colon_opens_more_of_what_is_said() -> None:
    assert root("The exile says he was forced: agents threatened his son.", "agents threatened his son") == "exile"


def test_who_finds_a_thing_says_nothing() -> None:
    assert root("The police found it because agents threatened exiles.", "threatened exiles") == ""


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The minister said that agents came.\n\nA student was beaten, he added.", "student was beaten", "minister"),
        (
            "Harbour Watch wrote to the court.\n\nIts director said that exiles were beaten.",
            "exiles were",
            "Harbour Watch’s director",
        ),
        ("A study by Far Shore tells more.\n\nIt says that exiles were beaten.", "exiles were beaten", "Far Shore"),
        ("Far Shore said that 112 exiles were followed.\n\nOf these, 40 were beaten.", "40 were beaten", "Far Shore"),
        ("Exiles were beaten in Porto.\n\nThis was announced by Far Shore.", "Exiles were beaten", "Far Shore"),
    ],
)
def test_a_passage_goes_on_from_the_one_before(text: str, words: str, name: str) -> None:
    assert root(text, words) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Exiles were beaten, a study says. The study, by Far Shore, has 40 pages.", "Far Shore"),
        ("The study was paid for by the state and written by Ben Example. It says exiles were beaten.", "Ben Example"),
        ("Ben Example told Radio Porto that agents came. He put the number of exiles beaten at 500.", "Ben Example"),
    ],
)
def test_a_work_is_of_who_wrote_it_and_words_of_who_told_them(text: str, name: str) -> None:
    assert name in {statement["voices"][-1]["name"] for statement in read_text(text)["statements"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The officer said that the clerk threatened exiles. He denies having threatened anyone.", "clerk"),
        ("A newspaper said the consul threatened exiles.\n\nHe denies having threatened anyone.", "consul"),
        ("The minister said that agents came. He denies having threatened anyone.", "minister"),
        ("Two men were arrested, police said. They deny the charges of having threatened anyone.", "Two men"),
        ("Police said two men ran it. They denied having threatened anyone.", "Police"),
    ],
)
def test_who_denies_is_of_whom_it_was_said(text: str, name: str) -> None:
    assert root(text, "having threatened anyone") == name


def test_people_who_are_called_by_phone_are_told_nothing() -> None:
    assert root("The man calls exiles in Porto and threatens their mothers.", "calls exiles in Porto") == ""


def test_a_passage_does_not_go_on_from_a_headline() -> None:
    assert root("Minister: agents came\n\nA student was beaten, he added.", "student was beaten") != "Minister"

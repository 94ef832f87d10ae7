"""Sources: whom a text has say something, in the turns of phrase that hide the speaker from the grammar."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def voices(text: str, words: str) -> list[str]:
    """The names of those who say, from the text inwards, what the first statement with the words tells."""
    answer = read_text(LEAD + text)
    told = next(s for s in answer["statements"] if words in s["span"]["words"] and s["span"]["start"] >= len(LEAD))
    return [voice["name"] for voice in told["voices"]][1:]


def spans(text: str) -> list[str]:
    """The words of what is told."""
    return [s["span"]["words"] for s in read_text(LEAD + text)["statements"] if s["span"]["start"] >= len(LEAD)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to what the minister reported, the exile was abducted in Porto.", "minister"),
        ("According to what was reported by the ministry, the exile was abducted in Porto.", "ministry"),
        ("From what the lawyer said, the exile was abducted in Porto.", "lawyer"),
        ("Judging by what the envoy told reporters, the exile was abducted in Porto.", "envoy"),
        ("As far as the minister knows, the exile was abducted in Porto.", "minister"),
        ("So far as the embassy is aware, the exile was abducted in Porto.", "embassy"),
        ("To the best of the ministry's knowledge, the exile was abducted in Porto.", "ministry"),
        ("As his wife tells it, the exile was abducted in Porto.", "his wife"),
        ("As a friend of the family, Ida Rau, put it, the exile was abducted in Porto.", "friend of the family"),
    ],
)
def test_what_is_told_by_a_phrase_is_of_whom_the_phrase_names(text: str, name: str) -> None:
    assert voices(text, "abducted in Porto") == [name]
    assert spans(text) == ["the exile was abducted in Porto"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The aide told us that two exiles were held, that they slept, and that agents paid.", "agents paid", "aide"),
        ("Testimony from two guards that exiles were drugged was struck out.", "exiles were drugged", "two guards"),
        ("The rumour, spread by the embassy, that the exile was abducted is false.", "exile was abducted", "embassy"),
        ("A clerk told us, and later the court, that the exile was abducted in Porto.", "was abducted", "clerk"),
        ("The aide said in a letter to the prime minister that agents had called exiles.", "called exiles", "aide"),
        ("Spies call the case closed, Porto says no agents were hired, and Minsk is silent.", "were hired", "Porto"),
        ("The envoy, in a note carried by state media, put the number of exiles at 20.", "exiles at 20", "envoy"),
        ("The agency warned in its report, issued in May, that agents hold exiles.", "agents hold", "agency"),
        ("A clerk put it to the court that the exile was abducted in Porto.", "was abducted", "clerk"),
        ("The clerk gave an account of how the exile was abducted in Porto.", "was abducted", "clerk"),
        ("Citing fears that it did not explain, the ministry told us that an exile was held.", "was held", "ministry"),
        (
            "Minsk denied that it runs one; an aide said that two came and that agents hold exiles.",
            "hold exiles",
            "aide",
        ),
        (
            "The government in Minsk, whose agents followed an exile, speaks of a farce.",
            "a farce",
            "government in Minsk",
        ),
    ],
)
def test_what_is_told_beside_or_behind_other_words_is_of_who_tells_it(text: str, words: str, name: str) -> None:
    told = [s for s in read_text(LEAD + text)["statements"] if words in s["span"]["words"]]
    assert [voice["name"] for voice in told[-1]["voices"]][1:] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "As far as is known, the exile was abducted in Porto.",
        "As far as the embassy is concerned, the exile was abducted in Porto.",
        "From what we know, the exile was abducted in Porto.",
    ],
)
def test_a_phrase_without_a_speaker_gives_no_voice(text: str) -> None:
    assert voices(text, "abducted in Porto") == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The aim, said one professor, is to intimidate critics abroad.", "intimidate critics", "one professor"),
        ("The exile, writes the daily Tribune, was abducted in Porto.", "abducted in Porto", "Tribune"),
        ("The embassy, say two of the students, has threatened exiles.", "threatened exiles", "students"),
        ("His client, explained the lawyer, had been threatened by agents.", "been threatened", "lawyer"),
        ("The exile, said the ministry on Monday, was abducted in Porto.", "abducted in Porto", "ministry"),
        ("The threats, claims her brother, came from agents.", "came from agents", "her brother"),
    ],
)
def test_who_stands_behind_a_word_of_saying_within_a_sentence_speaks(text: str, words: str, name: str) -> None:
    assert voices(text, words) == [name]


def test_what_is_said_behind_a_comma_makes_nobody_a_speaker() -> None:
    assert voices("The exile, who feared agents, said goodbye, and was abducted in Porto.", "abducted in Porto") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("More than half of the academics interviewed said agents had threatened exiles.", "academics"),
        ("Nearly two-thirds of the journalists asked said agents had threatened exiles.", "journalists"),
        ("Some 40% of respondents said agents had threatened exiles.", "respondents"),
        ("A majority of the students said agents had threatened exiles.", "students"),
        ("A handful of students said agents had threatened exiles.", "students"),
        ("One in five students said agents had threatened exiles.", "students"),
        ("We asked 84 respondents. About a third said agents had threatened exiles.", "respondents"),
        ("Forty students were asked. A quarter told us that agents had threatened exiles.", "students"),
        ("Seven out of ten said that agents had threatened exiles.", "Seven out of ten"),
        ("One of them, the poet Mira Ruiz, said agents had threatened exiles.", "Mira Ruiz"),
    ],
)
def test_so_many_of_a_group_speak_as_the_group_or_by_the_name_beside_them(text: str, name: str) -> None:
    assert voices(text, "agents had threatened exiles") == [name]


def test_a_share_of_a_group_is_told_by_the_group() -> None:
    assert voices("Half of the 60 students said they had been followed.", "Half of the 60") == ["60 students"]


def test_a_third_person_is_no_share() -> None:
    told = "Two exiles were followed in Porto. A third said he had been threatened by agents."
    assert "A third said he had been threatened by agents" not in spans(told)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A memo seen by the Harbour Post says", ["Harbour Post", "memo"]),
        ("A secret memo leaked to the Harbour Post says", ["Harbour Post", "secret memo"]),
        ("A memo leaked to Harbour Radio says", ["Harbour Radio", "memo"]),
        ("A memo published by the Harbour Post says", ["Harbour Post", "memo"]),
        ("A memo cited by the Harbour Post says", ["Harbour Post", "memo"]),
        ("A report published by Far Shore says", ["Far Shore"]),
    ],
)
def test_what_an_outlet_got_to_see_is_not_by_the_outlet(text: str, chain: list[str]) -> None:
    assert voices(f"{text} that agents had threatened exiles.", "agents had threatened exiles") == chain


def test_a_work_that_an_outlet_saw_speaks_alone_later() -> None:
    text = (
        "A memo seen by the Harbour Post says that agents came. According to the memo, they threatened exiles in Porto."
    )
    assert voices(text, "threatened exiles in Porto") == ["memo"]


def test_its_report_is_of_the_body_that_the_sentence_is_about() -> None:
    text = "The group Far Shore fears more, according to its annual report. Agents threaten exiles, the report says."
    assert voices(text, "Agents threaten exiles") == ["Far Shore"]


@pytest.mark.parametrize(
    "text",
    [
        "Interior Minister Matteo Ruiz was heard on Monday. According to what the minister said,",
        "The interior minister, Matteo Ruiz, was heard on Monday. The minister said that",
        "Interior Minister Matteo Ruiz was heard on Monday. The minister said that",
    ],
)
def test_the_office_goes_on_for_the_person_who_was_named_with_it(text: str) -> None:
    assert voices(f"{text} agents had threatened exiles.", "agents had threatened exiles") == ["Matteo Ruiz"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Interpol withdrew the notice after the exile fled, a spokesperson said.", "spokesperson for Interpol"),
        ("Police closed the station in Porto in May, an official said.", "official for Police"),
        ("The university expelled the exile in May, a statement said.", "university"),
    ],
)
def test_who_speaks_for_nobody_by_name_speaks_for_the_body_that_is_told_of(text: str, name: str) -> None:
    before = "The court ordered an inquiry into the threats to exiles in Porto. "
    assert voices(before + text, text.split(",")[0].split(" after")[0][-20:]) == [name]


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        ("We hold four emails alleging that agents threatened exiles.", "agents threatened", ["four emails"]),
        ("She got a letter warning that agents threaten exiles.", "agents threaten", ["letter"]),
        ("The group sent a letter warning that agents threaten exiles.", "agents threaten", ["group"]),
        ("The embassy had given an assurance that no agents threaten exiles.", "agents threaten", ["embassy"]),
        ("Sources put the number of police stations in Porto at four.", "stations in Porto", ["Sources"]),
        ("The envoy said that forces had not found evidence of threats.", "evidence of threats", ["envoy", "forces"]),
        ("Ruiz said that Joan Doe accused agents of threats to exiles.", "threats to exiles", ["Ruiz", "Joan Doe"]),
    ],
)
def test_what_somebody_holds_gives_or_puts_has_its_teller(text: str, words: str, chain: list[str]) -> None:
    assert voices(text, words) == chain


@pytest.mark.parametrize(
    "text",
    [
        "Investigators have not determined whether agents threatened the exile.",
        "Police were unable to verify whether agents threatened the exile.",
    ],
)
def test_what_nobody_found_out_is_told_by_the_author(text: str) -> None:
    assert voices(text, "agents threatened the exile") == []


def test_not_having_found_evidence_denies_once() -> None:
    answer = read_text(LEAD + "Police have not found evidence of police stations in Porto.")
    assert answer["statements"][-1]["polarity"] == "denied"


@pytest.mark.parametrize(
    "text",
    [
        '"Police station run from Porto flat" - Harbour News discovered two agents who threatened exiles in Ghent',
        "Police station run from Porto flat - Harbour News discovered two agents who threatened exiles in Ghent",
    ],
)
def test_a_headline_is_the_authors_and_what_follows_its_dash_is_of_who_found_it(text: str) -> None:
    assert voices(text, "run from Porto flat") == []
    assert voices(text, "threatened exiles in Ghent") == ["Harbour News"]


def test_a_place_that_something_answers_to_says_nothing() -> None:
    text = "Agents threaten exiles from an office in Porto, which answers to Minsk."
    assert voices(text, "Agents threaten exiles") == []


@pytest.mark.parametrize(
    ("headline", "words", "names"),
    [
        ("The Hague: court hears how agents followed exiles", "agents followed exiles", ["court"]),
        ("Minsk: list of exiles is no threat", "list of exiles", ["Minsk"]),
        ("Watchdog: agents threaten exiles in Porto; Minsk: it is a myth", "threaten exiles", ["Watchdog"]),
        ("Watchdog: agents threaten exiles in Porto; Minsk: it is a myth", "a myth", ["Minsk"]),
        ("Agents behind threats to exiles in Porto: report", "threats to exiles", ["report"]),
    ],
)
def test_a_headline_is_of_whoever_stands_before_a_colon_and_is_no_place_where_others_act(
    headline: str, words: str, names: list[str]
) -> None:
    told = next(s for s in read_text(headline)["statements"] if words in s["span"]["words"])
    assert [voice["name"] for voice in told["voices"]][1:] == names


@pytest.mark.parametrize(
    "text",
    [
        "According to the daily Prizma, which cites a prosecutor, agents threatened exiles.",
        "Agents threatened exiles, the agency NTB Prizma reported, quoting the prosecutor.",
    ],
)
def test_whom_an_outlet_cites_stands_within_it(text: str) -> None:
    assert voices(text, "threatened exiles")[-1] == "prosecutor"


def test_how_somebody_answers_is_told_by_who_answers_and_silence_by_the_author() -> None:
    assert voices('The consul dismissed the charge of abduction as "a comedy".', "dismissed the charge") == ["consul"]
    assert voices("The embassy has not replied to the charge of abduction.", "has not replied") == []

"""Answers: what those who are accused say of it is a reply; what they lay at others' door is not."""

import pytest

from longarm.desk.reading import read_text

ABDUCTION = "Uzbek agents kidnapped a preacher in Istanbul.\n\n"
STATION = "Reports say that Belarus runs police stations in Norway, one of them above a bakery.\n\n"


def replies(lead: str, text: str) -> list[str]:
    """The words of the replies after the lead."""
    told = read_text(lead + text)["statements"]
    return [s["span"]["words"] for s in told if s["kind"] == "response" and s["span"]["start"] >= len(lead)]


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan denied that it held him.",
        "Uzbekistan confirmed that he was in custody.",
        "The Uzbek embassy explained that he had come back of his own free will.",
        "Uzbekistan's spokeswoman called the report a fabrication.",
        "Tashkent accused the newspaper of spreading lies.",
        "The Uzbek government accused Ankara of a political agenda.",
        "Uzbek officials described the operation as lawful.",
    ],
)
def test_what_the_accused_state_says_of_it_is_a_reply(text: str) -> None:
    assert replies(ABDUCTION, text)


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan accuses him of plotting against the president.",
        "Uzbekistan labels his movement a terrorist organisation.",
        "Uzbek officials labelled the group separatists.",
        "Uzbek officials called the protesters rioters.",
        "Uzbekistan urged foreign governments to hand over suspects.",
        "Uzbekistan called on Kazakhstan to extradite two others.",
        "Uzbekistan threatened to seize his house.",
        "Uzbekistan thanked the Turkish police.",
        "The president of Uzbekistan dismissed the interior minister.",
        "The president of Uzbekistan cracked down, dismissing thousands of public servants.",
        "The state news agency of Uzbekistan said he had appeared in court.",
    ],
)
def test_what_the_accused_state_lays_at_others_door_is_no_reply(text: str) -> None:
    assert replies(ABDUCTION, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway's foreign ministry said that Belarus operates an office in Bergen.",
        "Norway confirmed that Belarus had threatened an exile in Oslo.",
        "A Home Office spokesman said that the offices had been visited.",
    ],
)
def test_a_host_that_tells_what_another_state_does_is_an_ordinary_source(text: str) -> None:
    assert replies(STATION, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The owner of the bakery said that no officer ever worked there.",
        'The manager said: "There are no secret police here."',
        "The association's director said volunteers only helped members with forms.",
    ],
)
def test_whoever_keeps_the_premises_and_denies_replies(text: str) -> None:
    assert replies(STATION, text)


def test_whoever_keeps_premises_and_tells_of_them_does_not_reply() -> None:
    assert replies(STATION, "The owner of the bakery said that officers had come in May.") == []


def test_a_state_that_itself_tells_the_deed_tells_an_act() -> None:
    assert replies("", "The Uzbek security service said its agents had captured a preacher in Istanbul.") == []


def test_an_admission_of_somebody_on_trial_is_no_reply() -> None:
    lead = "Two men were charged with running a police station for Belarus. Karl Example was convicted.\n\n"
    assert replies(lead, "Example admitted removing an article for his handlers.") == []


@pytest.mark.parametrize(
    "text",
    [
        "His disappearance triggered protests in Ankara.",
        "Dozens of students held a protest in the square.",
        "The teachers were expelled in a covert operation.",
    ],
)
def test_what_people_and_events_do_is_no_response_of_a_host(text: str) -> None:
    assert replies(ABDUCTION, text) == []


def test_those_who_are_charged_with_a_deed_are_those_who_meant_it() -> None:
    text = "Prosecutors charged two officers of Belarus with using false accounts to harass exiles in Norway."
    roles = {s["kind"]: s["roles"]["actor"] for s in read_text(text)["statements"]}
    assert roles["purpose"] == "officers"
    assert "legal" in roles


def test_a_town_that_opens_something_does_not_run_the_stations() -> None:
    text = "Bergen opened an inquiry and a new police station. Belarus runs police stations in Oslo."
    told = [s["roles"]["operator"] for s in read_text(text)["statements"]]
    assert "Norway" not in told


@pytest.mark.parametrize(
    "text",
    [
        "Norway's ministry said the officers had no right to use force.",
        "The interior ministry said that there were no such stations in Norway.",
        'The interior ministry said: "They are not police stations."',
    ],
)
def test_a_government_that_says_there_is_no_such_thing_replies(text: str) -> None:
    assert replies(STATION, text)


def test_a_reply_in_quotation_marks_keeps_no_mark_that_opens_elsewhere() -> None:
    (told,) = replies(STATION, 'The manager said: "There are no secret police here."')
    assert '"' not in told


def test_what_those_charged_closed_is_no_closure_by_a_host() -> None:
    text = "Karl Example was charged with spying. Example ran the station before shutting it down in May."
    assert replies(STATION, text) == []


def test_a_company_that_says_its_product_is_sold_only_to_governments_replies() -> None:
    lead = "Spyware of Example Systems was found on the phones of exiles from Belarus.\n\n"
    assert replies(lead, "The company said its product is licensed only to governments for fighting crime.")


@pytest.mark.parametrize(
    "text",
    [
        "Russia was accused of poisoning a defector in Leeds. Moscow said it had nothing to hide.",
        "The minister spoke of China's persecution of exiles in Leeds. China said it opposed the slander.",
    ],
)
def test_a_state_that_is_accused_or_whose_persecution_it_is_may_reply(text: str) -> None:
    assert replies("", text)


@pytest.mark.parametrize(
    "text",
    [
        "An activist vanished in Istanbul. The embassy maintained that he had left voluntarily.",
        "An activist vanished in Istanbul. In its reply of May, the Uzbek government stated that he was a guest.",
        "An exile is followed in Vienna. The consul said he had never ordered anybody to follow her.",
        "An exile is followed in Vienna. The ministry's version of events is that she saw a tourist.",
        "An exile was charged in Vienna. “My client paid for the ticket,” the lawyer said.",
    ],
)
def test_what_envoys_and_counsel_plead_is_a_reply_though_nobody_is_named_as_accused(text: str) -> None:
    assert replies("", text)


@pytest.mark.parametrize(
    "text",
    [
        "Uzbek officials scoffed at the findings.",
        "The embassy brushed off the report.",
        "Tashkent defended its decision.",
        "The consul would not be drawn on the arrests.",
        "The embassy referred all questions to the ministry.",
        "The ministry has kept silent on the exile.",
    ],
)
def test_turning_an_accusation_down_and_keeping_silent_need_no_word_of_saying(text: str) -> None:
    assert replies(ABDUCTION, text)


@pytest.mark.parametrize(
    "text",
    [
        "The court dismissed the complaint.",
        "Police in Istanbul said the van had been found in Izmir.",
        "The exile said that agents had followed her.",
    ],
)
def test_courts_police_and_exiles_turn_nothing_down(text: str) -> None:
    assert not [words for words in replies(ABDUCTION, text) if "complaint" in words or "van" in words or "her" in words]


def test_a_ministry_clears_itself_in_a_statement_of_its_own() -> None:
    text = "The Embassy refutes the insinuations of the daily. No official of the Republic has approached the exile."
    assert any(words.startswith("No official") for words in replies("", text))


def test_a_report_in_the_present_is_no_statement_of_a_ministry() -> None:
    text = "The group notes that exiles are followed. No official of the Republic has approached the exile."
    assert not replies("", text)


def test_neither_of_two_that_keep_silent_is_told_whole() -> None:
    text = "Belarus threatens exiles. Neither the embassy nor the ministry answered questions."
    found = [s["span"]["words"] for s in read_text(text)["statements"] if s["kind"] == "response"]
    assert found == ["Neither the embassy nor the ministry answered questions"]


@pytest.mark.parametrize(
    "text",
    [
        "An exile was shot in Leeds. Cairo says he was killed by thieves.",
        "Exiles were filmed in Graz. The company says it cut off the customer in May.",
        "An exile vanished in Graz. The ministry said he was abroad. It admitted that he had been questioned.",
        "The exile says she is followed. Uzbekistan's consul put it down to a misunderstanding.",
        "Officers followed an exile in Graz. The landlord swore that nobody had ever asked for her.",
    ],
)
def test_an_account_of_ones_own_of_what_others_tell_is_a_reply(text: str) -> None:
    assert replies("", text)


def test_who_says_what_others_did_gives_no_account_of_its_own() -> None:
    text = "An exile was shot in Graz. The minister told reporters that they stalked him in May."
    assert not [words for words in replies("", text) if "stalked" in words]


@pytest.mark.parametrize(
    "text",
    [
        "Statement by the Embassy of Freedonia. The two men returned on 4 May and live with their families.",
        "The exile alleges threats. Our consular officers act in full conformity with the Vienna Convention.",
    ],
)
def test_all_that_a_statement_of_the_accused_tells_is_a_reply(text: str) -> None:
    assert replies("", text)


def test_what_the_accused_lay_on_a_thing_clears_them() -> None:
    assert replies(ABDUCTION, "The embassy blamed the delay of her papers on a fault in its computers.")


@pytest.mark.parametrize(
    "text",
    [
        "An exile is filmed in Graz. The head of the Uzbek mission says that nobody was ever filmed.",
        "An exile is filmed in Graz. The consul waved the report aside, saying that students like to take pictures.",
    ],
)
def test_the_head_of_a_mission_and_what_goes_on_from_a_rebuff_reply(text: str) -> None:
    assert replies("", text)


def test_who_denies_nothing_gives_no_denial() -> None:
    assert replies(STATION, "The envoys deny nothing and admit nothing so far.") == []
    assert replies(STATION, "The envoys deny the charges and admit nothing so far.") == ["deny the charges"]

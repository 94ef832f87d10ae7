"""Guises: what a thing is held out to be or given over to is its purpose; what people pretend or try is a deed."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def told(text: str) -> list[tuple[str, str]]:
    """Kind and words of the statements after the lead."""
    found = read_text(LEAD + text)["statements"]
    return [(s["kind"], s["span"]["words"]) for s in found if s["span"]["start"] >= len(LEAD)]


@pytest.mark.parametrize(
    "text",
    [
        "The posts are billed as a convenience for travellers",
        "The club passed itself off as a charity",
        "The firm posed as a removal company",
        "The stations purport to renew licences",
        "It was supposed to help sailors",
        "The register is a means of keeping emigrants in line",
        "The choir is a front for the ministry",
        "The Porto office was for sailors",
        "Its duties range from paperwork to patrols",
        "The unit is tasked with finding emigrants",
        "The ban served to deter others",
        "They are used for watching labourers",
        "Officially, the centres mediate in disputes",
        "The law is there to punish emigrants",
        "The law gives the state a pretext for seizing land",
        "They doubled as listening posts for the ministry",
        "The stations help police to find emigrants",
    ],
)
def test_what_a_thing_is_held_out_to_be_is_its_purpose(text: str) -> None:
    assert ("purpose", text) in told(f"{text}.")


@pytest.mark.parametrize(
    "text",
    [
        "Agents posed as reporters in Porto.",
        "He was supposed to fly home on Monday.",
        "The raid was an attempt to kill the editor.",
        "The office was in use for ten years.",
        "Interpol is a weapon for strongmen.",
        "The law allows police to hold him for a day.",
    ],
)
def test_what_people_pretend_or_a_deed_tried_is_no_purpose(text: str) -> None:
    assert [words for kind, words in told(text) if kind == "purpose"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('His lawyer called it "revenge, plain and simple".', 'called it "revenge, plain and simple"'),
        (
            'The union considers the ban "nothing short of banishment".',
            'considers the ban "nothing short of banishment"',
        ),
        ('Exiles are traded in what one envoy called "a swap mart".', 'called "a swap mart"'),
        ('The minister, who called the raids "an insult", resigned.', 'called the raids "an insult"'),
        ('It was, in the words of a judge, "a message".', 'It was, in the words of a judge, "a message'),
        ('The ban amounts to "civil death", a lawyer argued.', 'The ban amounts to "civil death'),
    ],
)
def test_what_somebody_calls_a_thing_is_a_quotation(text: str, words: str) -> None:
    assert ("quotation", words) in told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Officers called on her parents three times.", "Officers called on her parents three times"),
        ("Passport renewal refused to exiles", "Passport renewal refused to exiles"),
        ("The students saw their grants withdrawn.", "The students saw their grants withdrawn"),
        ("Their homes were razed, their cars were sold.", "Their homes were razed"),
        ("Emigrants questioned by police in Porto", "Emigrants questioned by police in Porto"),
    ],
)
def test_what_befell_people_is_an_act_in_every_wording(text: str, words: str) -> None:
    assert ("act", words) in told(text)


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("A podcaster was filmed at the gate of the consulate in Porto.", "physical-surveillance"),
        ("Podcasters filmed the gate of the consulate in Porto.", ""),
        ("Her parents were visited by officers in Minsk.", "coercion-by-proxy"),
        ("Her parents visited the museum in Minsk.", ""),
    ],
)
def test_a_method_is_what_befalls_people_and_not_what_they_do(text: str, method: str) -> None:
    (statement,) = read_text(text)["statements"]
    assert (statement["kind"], statement["method"]) == ("act", method)


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Two bakers sued each other for libel over a sign.", ""),
        ("The embassy of Belarus sued the baker for libel over a sign.", "lawfare"),
        ("The phone of the baker was infected with spyware.", "spyware"),
    ],
)
def test_what_neighbours_do_every_day_is_a_method_only_where_a_state_or_a_border_is_named(
    text: str, method: str
) -> None:
    assert {s["method"] for s in read_text(text)["statements"]} <= {method}

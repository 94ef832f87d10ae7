"""Who says what: source, cue and content are found in the forms that reporting takes, and nowhere else."""

import pytest

from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.statements import parser
from longarm.statements.attributions.finder import find

OFFSET = 11


def read(*paragraphs):
    text = " " * OFFSET + "\n\n".join(paragraphs)
    passages = [
        Passage(Span.of("layer", text, at, at + len(p)), "paragraph") for p in paragraphs for at in [text.index(p)]
    ]
    return find(list(parser.parse(passages)))


def words(spans):
    return " … ".join(span.words for span in spans)


def only(*paragraphs):
    found = read(*paragraphs)
    assert len(found) == 1, [(words(a.source), words(a.cue), words(a.content)) for a in found]
    return found[0]


def said(text, lemma):
    return next(a for a in read(text) if a.cue_lemma == lemma)


INDIRECT = [
    ("The ministry said that the desks were closed.", "The ministry", "said", "that the desks were closed"),
    ("The desks were closed, the ministry said.", "the ministry", "said", "The desks were closed"),
    ('The bureau said "Junior" Holm was arrested.', "The bureau", "said", '"Junior" Holm was arrested'),
    ("The desks, the ministry said, were closed.", "the ministry", "said", "The desks … were closed"),
    ("Officials denied running the desks.", "Officials", "denied", "running the desks"),
    (
        "The watchdog accused Freedonia of running 54 desks.",
        "The watchdog",
        "accused",
        "Freedonia of running 54 desks",
    ),
    ("Freedonia is accused of running 54 desks.", "", "is accused of", "Freedonia … running 54 desks"),
    ("It is alleged that agents threatened the family.", "", "is alleged", "that agents threatened the family"),
    ("Freedonia is said to have opened a desk.", "", "is said", "Freedonia … to have opened a desk"),
    ("The group fears that more desks will open.", "The group", "fears", "that more desks will open"),
    (
        "The group denounced that agents had threatened relatives.",
        "The group",
        "denounced",
        "that agents had threatened relatives",
    ),
    ("Parliament called for an inquiry into the desks.", "Parliament", "called for", "an inquiry into the desks"),
    ("The agency warned of further threats.", "The agency", "warned of", "further threats"),
    ("The department announced the arrest of two men.", "The department", "announced", "the arrest of two men"),
    (
        "For its part, Freedonia describes the desks as a service.",
        "Freedonia",
        "describes",
        "the desks as a service",
    ),
    (
        "Freedonia describes the desks as a service for travellers, and a tool in fighting “the rising tide of fraud.”",
        "Freedonia",
        "describes",
        "the desks as a service for travellers, and a tool in fighting “the rising tide of fraud.”",
    ),
    ("According to the watchdog, 54 desks are open.", "the watchdog", "According to", "54 desks are open"),
    (
        "Critics of the programme say that it breaks the law.",
        "Critics of the programme",
        "say",
        "that it breaks the law",
    ),
    (
        "The ministry issued a statement saying that the desks were closed.",
        "The ministry",
        "issued a statement saying",
        "that the desks were closed",
    ),
    ("Per the ministry, the desks are run by volunteers.", "the ministry", "Per", "the desks are run by volunteers"),
    (
        "The bureau said in a statement that the two set up the first desk.",
        "The bureau",
        "said",
        "that the two set up the first desk",
    ),
    (
        "The ministry issued a statement on Monday saying that the desks were closed.",
        "The ministry",
        "issued a statement on Monday saying",
        "that the desks were closed",
    ),
    (
        "The mayor sent a letter to residents asking them to stay away.",
        "The mayor",
        "sent a letter to residents asking",
        "them to stay away",
    ),
    (
        "The envoy was quick to point out that the desk was closed.",
        "The envoy",
        "was quick to point out",
        "that the desk was closed",
    ),
    (
        "The group went on to say that the desk was closed.",
        "The group",
        "went on to say",
        "that the desk was closed",
    ),
    ("The desk is known as a service point.", "", "is known as", "The desk … a service point"),
    ("It is believed that the desks were closed.", "", "is believed", "that the desks were closed"),
    ("Officials commented on the closure of the desks.", "Officials", "commented on", "the closure of the desks"),
    ("The envoy used the speech to accuse the watchdog.", "The envoy", "used the speech to accuse", "the watchdog"),
    (
        "The ministry, facing a lack of staff, said that the desks were closed.",
        "The ministry",
        "said",
        "that the desks were closed",
    ),
    ("The embassy on Monday denied running desks.", "The embassy", "denied", "running desks"),
    ("The embassy rejected the claim that it runs desks.", "The embassy", "rejected the claim", "that it runs desks"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), INDIRECT)
def test_indirect_speech_has_its_source_cue_and_content(text, source, cue, content):
    found = only(text)
    assert (words(found.source), words(found.cue), words(found.content)) == (source, cue, content)
    assert not found.is_direct


def test_the_spans_hold_their_words_in_the_text_layer():
    text = " " * OFFSET + "The desks, the ministry said, were closed."
    for found in read(text.strip()):
        for span in (*found.source, *found.cue, *found.content):
            assert text[span.start : span.end] == span.words


def test_direct_speech_before_its_cue():
    found = only("“They broke the law,” said the Harbour Group in a recent report.")
    assert words(found.source) == "the Harbour Group"
    assert words(found.content) == "“They broke the law,”"
    assert found.is_direct
    assert found.work.words == "a recent report"


def test_direct_speech_that_goes_on_after_its_cue_is_one_attribution():
    found = only("“They came at night,” she said. “They asked about my sister and my brother.”")
    assert words(found.content) == "“They came at night,” … “They asked about my sister and my brother.”"


def test_a_speaker_in_the_sentence_before_is_the_source_of_the_quotation_after():
    found = only("The minister wrote on Monday: “The desks will be closed this month.”")
    assert words(found.source) == "The minister"
    assert words(found.content) == "“The desks will be closed this month.”"


def test_a_quotation_over_several_paragraphs_is_one_attribution():
    found = only("“They came at night,” said the Harbour Group.", "“They asked about relatives and money.”")
    assert words(found.content) == "“They came at night,” … “They asked about relatives and money.”"


def test_a_paragraph_that_ends_in_a_colon_hands_over_to_the_quotation_below():
    found = only("The minister replied:", "“We know of no such desks in this country.”")
    assert words(found.source) == "The minister"
    assert words(found.content) == "“We know of no such desks in this country.”"


def test_a_quotation_without_a_speaker_near_it_is_given_to_nobody():
    assert read("“They came at night and asked about relatives.”") == ()


def test_a_quotation_never_closed_is_content_to_the_end_of_its_passage():
    found = only('The group denounced that "these operations violate the law, and may violate borders.', "It rained.")
    assert words(found.content).endswith("and may violate borders.")


def test_a_report_that_repeats_a_claim_gives_both_and_the_outer_holds_the_inner():
    outer, inner = read("The report notes that the authorities claimed that 230 people returned.")
    assert words(outer.source) == "The report"
    assert words(inner.source) == "the authorities"
    assert outer.content[0].contains(inner.content[0])


def test_words_of_the_speaker_inside_a_quotation_are_no_attributions_of_their_own():
    (found,) = read("“I think that we know what they want,” the minister said.")
    assert words(found.source) == "the minister"


def test_the_report_is_source_and_work():
    found = only("The police chief read the letter, and the report states that two desks are open.")
    assert words(found.source) == "the report"
    assert found.work.words == "the report"


def test_a_speaker_and_a_colon_head_a_headline():
    found = only("Ministry of Justice: Two men were arrested over secret desk")
    assert words(found.source) == "Ministry of Justice"
    assert words(found.content) == "Two men were arrested over secret desk"


@pytest.mark.parametrize(
    ("text", "lemma", "attitude"),
    [
        ("The embassy denied that it ran the desk.", "deny", "denies"),
        ("The embassy rejected the allegation.", "reject", "denies"),
        ("The minister doubted that the desks were legal.", "doubt", "doubts"),
        ("The senator asked whether the desks were open.", "ask", "asks"),
        ("Police confirmed that the desk was open.", "confirm", "confirms"),
        ("Police did not confirm that the desk was open.", "confirm", "declines"),
        ("Police neither confirmed nor denied that the desk was open.", "deny", "declines"),
        ("The embassy declined to answer questions.", "decline", "declines"),
        ("The group said that the desk was open.", "say", "asserts"),
        ("The embassy did not deny that it ran the desk.", "deny", "declines"),
    ],
)
def test_the_cue_and_its_negation_give_the_attitude(text, lemma, attitude):
    assert said(text, lemma).attitude == attitude


@pytest.mark.parametrize(
    ("text", "lemma", "hedge"),
    [
        ("The group fears that more desks will open.", "fear", "possible"),
        ("Freedonia is accused of running desks.", "accuse", "alleged"),
        ("The ministry predicts that all desks will close.", "predict", "predicted"),
        ("Freedonia is reported to have opened a desk.", "report", "reported"),
        ("The ministry said that the desk was open.", "say", ""),
    ],
)
def test_a_cue_that_hedges_says_how(text, lemma, hedge):
    assert said(text, lemma).hedge == hedge


def test_a_clause_on_a_source_without_a_comma_is_part_of_it():
    found = said("Officials who support the desks say that they help travellers.", "say")
    assert words(found.source) == "Officials who support the desks"


def test_a_passive_names_its_agent_as_the_source():
    found = said("The claim was rejected by the embassy.", "reject")
    assert words(found.source) == "the embassy"
    assert found.is_passive


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia has opened three desks in two countries.",
        "The desks are mostly in Europe, and one is in Canada.",
        "Two men were arrested in Manhattan.",
        "The price of bread rose again in March.",
        "There are two desks per country.",
    ],
)
def test_a_bare_statement_is_attributed_to_nobody(text):
    assert read(text) == ()


@pytest.mark.parametrize("text", ["", "—", "...", '"', "said", "“” said", "Said. Said: said", ": :", "According to"])
def test_fragments_do_no_harm(text):
    for found in read("x", text) if text else read("x"):
        assert found.content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The embassy said that it was a library, and locked the door.", "that it was a library"),
        (
            "The union says agents threatened its chairman, and has asked the city to act.",
            "agents threatened its chairman",
        ),
        ("The mayor said agents came at night and asked her to leave.", "agents came at night and asked her to leave"),
    ],
)
def test_what_a_speaker_does_upon_the_words_is_no_part_of_them(text, content):
    assert words(read(text)[0].content) == content


@pytest.mark.parametrize(
    ("text", "source", "last"),
    [
        ("She told the House that 41 exiles were seen, that six cases were open, and that four went on.", "She", "on"),
        ("The prosecution case was that the pair had been paid.", "The prosecution", "paid"),
    ],
)
def test_all_that_is_told_is_of_who_tells_it(text, source, last):
    found = read(text)[0]
    assert (words(found.source), words(found.content).split()[0]) == (source, "that")
    assert words(found.content).endswith(last)

"""Names that the words around them show, and the pieces of a case that tell somebody beside its texts."""

from dataclasses import replace

import pytest

from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings
from longarm.protect.masking import mask
from longarm.protect.names import Names
from longarm.protect.release import release
from longarm.protect.shown import gives_its_name, introduced, paired, shown
from longarm.testing.builders import KEY, Text, case


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Her mother, Patisel, 71, was gone.", "Patisel"),
        ("An aunt, Nuria Zekiroe, who sews, fled.", "Nuria Zekiroe"),
        ("His brother, Sheraliq, was jailed.", "Sheraliq"),
        ('It lists "QUORREL-ZEKI, Lenara (f., 1991)" too.', "QUORREL-ZEKI, Lenara"),
        ("Lena Quorrel, née Zekiroe, fled.", "Zekiroe"),
        ("She gave her name as Dilaroz and wept.", "Dilaroz"),
        ("He gave only his first name, Ozkarim, and left.", "Ozkarim"),
        ('It was sent by Lena Quorrel alias "Teedova" then.', "Teedova"),
        ("The late Zodiqon sold melons.", "Zodiqon"),
        ("MR. HARLOVSK: Who called you?", "HARLOVSK"),
        ("Ms Şirin Öztarla wept.", "Şirin Öztarla"),
        ('From: "Quorrel, Lena" <lq@post.example>', "Quorrel, Lena"),
        ("To: Bo Zekiroe <bz@post.example>, Lena Quorrel <lq@post.example>", "Bo Zekiroe"),
        ("[10:02] farroz_n: they came again", "farroz_n"),
        ("04/04/2022, 10:02 - Farroz N: they came", "Farroz N"),
        ("Write to lena.quorrel@post.example; Quorrel reads it.", "Quorrel"),
    ],
)
def test_a_name_is_known_by_the_words_around_it(text, name):
    assert name in [text[slice(*place)] for place in (*shown(text), *introduced(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The lawyer, speaking in May, said so.",
        "10:02 Police said: nothing moved.",
        "Write to press.office@post.example; the Press knows the Office.",
        "Write to harbour.tips@post.example: the harbour and Harbour Square.",
        "Her lawyer, Harbour Watch International, said so.",
    ],
)
def test_other_words_there_are_none(text):
    assert not [*shown(text), *introduced(text)]


def test_who_is_named_before_a_person_is_one_too():
    text = "Bo Zekiroe and Lena Quorrel said so; Harbour Watch and Lena Quorrel too."
    first, second = text.index("Lena"), text.rindex("Lena")
    assert [text[slice(*place)] for place in paired(text, first, first + 12)] == ["Bo Zekiroe"]
    assert not list(paired(text, second, second + 12))


def test_a_law_or_prize_is_not_whom_it_is_named_for():
    assert gives_its_name("The Quorrel Act passed", 11) and not gives_its_name("Lena Quorrel Acted", 12)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("passport no. K04417729 was taken", "passport no. [number] was taken"),
        ("her ID card, number 001-120394-0007K", "her ID card, number [number]"),
        ("a van with the plate B-KX 4471 came", "a van with the plate [number] came"),
        ("its file of 15,000 names, a visa in 2022, the registration of 4000 firms", None),
        ("see @lena_roe and instagram.com/lena.roe.ok now", "see [account] and [account] now"),
        ("at 14 Birkenhainer Weg, then Lange Straße 5b, Blumenallee 4", "at [address], then [address], [address]"),
        ("the man (阿依古丽·萨比特) and عايغول سابيتجان", "the man ([other script]) and [other script]"),
        ("a β-blocker, 5 µg, the Greek π", None),
    ],
)
def test_what_leads_to_somebody_is_masked(text, masked):
    assert mask(text, Names(())).text == (masked or text)


def _public(text: Text, **settings):
    state = case(text)
    return release(Case(CaseSettings("A case", **settings), state, weigh(state, KEY)), KEY)


def test_a_file_name_leaves_only_in_words_that_its_document_has():
    told = Text("harbour/statement.txt", title="Statement")
    told.say("The harbour has 9 offices.", "figure")
    other = Text("statement_Lena-Quorrel.txt")
    other.say("The harbour has 9 offices.", "figure")
    assert _public(told).documents[0].path == "harbour/statement.txt"
    public = _public(other)
    assert public.documents[0].path == "[file name]"
    assert "Quorrel" not in repr(public)


def test_a_name_that_only_a_title_has_is_masked():
    text = Text("a.txt", title="Statement of Imaneza Quorrel")
    text.say("The harbour has 9 offices.", "figure")
    assert _public(text).documents[0].title == "Statement of [person 1]"


def test_an_outlet_keeps_its_name_in_its_own_script():
    text = Text("a.txt", publisher="Гавань")
    text.say("The harbour (гавань) has 9 offices.", "figure")
    public = _public(text)
    assert public.documents[0].publisher == "Гавань"
    assert "([other script])" in public.documents[0].text


def test_a_word_that_is_also_a_name_is_masked_in_a_question_as_in_its_sentence():
    text = Text("a.txt")
    text.say("They met Ms Hope Quorrel. She left. Hope said so", "quotation")
    state = case(text)
    weighed = weigh(state, KEY)
    claims = tuple(replace(one, question="Is it so: “She left. Hope”?") for one in weighed.claims)
    spans = tuple(
        replace(one, statement=replace(one.statement, span=_end(one.statement.span))) for one in weighed.resolved
    )
    weighed = replace(weighed, claims=claims, resolved=spans)
    (claim,) = release(Case(CaseSettings("A case"), state, weighed), KEY).claims
    assert "Hope" not in claim.question


def _end(span):
    at = span.words.index("She")
    return replace(span, start=span.start + at, end=span.end - len(" said so"), words="She left. Hope")

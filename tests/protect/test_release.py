"""The only way out: nothing of a masked person leaves, and what leaves is exact."""

import html
import re
import urllib.parse
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.desk.weigh import weigh
from longarm.errors import ReleaseRefused
from longarm.model.case import Case, CaseSettings, Weighed
from longarm.model.claims import Claim, Resolved, Source
from longarm.model.reconciliation import Bound, Conflict, Reconciliation, Revision
from longarm.protect.commitments import opens, salt
from longarm.protect.folding import fold
from longarm.protect.gate import refuse_leaks
from longarm.protect.leaks import leaks
from longarm.protect.names import Names, Person
from longarm.protect.people import names_of
from longarm.protect.policy import Policy
from longarm.protect.release import release
from longarm.publication.build import files, vocabulary
from longarm.testing.builders import Text, case, voice

KEY = b"a key for tests"
NAME = "Jenna Quorrel"


def escaped_json(text: str) -> str:
    return "".join(f"\\u{ord(char):04x}" for char in text)


ENCODINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "percent-encoded": urllib.parse.quote,
    "percent-encoded wholly": lambda text: "".join(f"%{byte:02X}" for byte in text.encode()),
    "HTML-escaped": lambda text: "".join(f"&#{ord(char)};" for char in text),
    "HTML-escaped in hexadecimal": lambda text: "".join(f"&#x{ord(char):x};" for char in text),
    "JSON-escaped": escaped_json,
}
FORMS = (
    NAME,
    NAME.upper(),
    "QUORREL, Jenna",
    "J. Quorrel",
    "jenna-quorrel",
    "JennaQuorrel",
    "jenna_quorrel",
    "Quorrel",
    "Jénna Quorrél",
)


def opened(text: str) -> str:
    """The text with its escapes undone, by other means than the gate's own."""
    for _ in range(3):
        text = html.unescape(urllib.parse.unquote(_unslashed(text)))
    return fold(text)


def _unslashed(text: str) -> str:
    for code in {text[at + 2 : at + 6] for at in range(len(text)) if text.startswith("\\u00", at)}:
        text = text.replace(f"\\u{code}", chr(int(code, 16)))
    return text


def counted(made, text: str) -> Reconciliation:
    """An answer on the figures of a planted case, the text in every field that holds words."""
    ids = tuple(one.id for one in made.weighed.resolved)
    bound = Bound(text, text, "CA", "", text, 1, None, True, False, (ids[0], "gone"), text, text)
    conflict = Conflict(ids, "hard", "", f"{text} says 3; {text} says 4.")
    return Reconciliation(
        "no",
        (bound,),
        (conflict, replace(conflict, statements=("gone",))),
        (ids, ("gone",)),
        (Revision(ids, 2), Revision(("gone",), 2)),
        unproved=(f"Whether {text} counts",),
    )


def test_of_a_reconciliation_only_what_rests_on_released_statements_leaves(planted):
    made = planted(NAME)
    found = release(made, KEY, reconciliation=counted(made, NAME)).reconciliation
    assert found is not None
    shown = {one.id for one in made.weighed.resolved}
    assert [set(one.statements) for one in found.conflicts] == [shown]
    assert [set(ids) for ids in found.set_aside] == [shown] == [set(one.statements) for one in found.revisions]
    assert found.bounds[0].because == (made.weighed.resolved[0].id,)
    assert found.conflicts[0].explanation == "[person 1] says 3; [person 1] says 4."


@settings(max_examples=25)
@given(
    form=st.sampled_from(FORMS),
    encoding=st.sampled_from(sorted(ENCODINGS)),
    texts=st.sampled_from(["passages", "full"]),
)
def test_no_masked_name_leaves_in_any_form_encoding_field_or_file(planted, form, encoding, texts):
    made = planted(ENCODINGS[encoding](form))
    public = release(made, KEY, Policy(texts=texts), counted(made, ENCODINGS[encoding](form)))
    for path, data in refuse_leaks(files(public, draft=True), made, vocabulary()):
        plain = opened(f"{path}\n" + data.decode("utf-8", "replace"))
        assert "quorrel" not in plain, path


@pytest.mark.parametrize("encoding", sorted(ENCODINGS))
def test_the_gate_refuses_a_file_that_names_a_masked_person(planted, encoding):
    made = planted("nobody")
    written = ENCODINGS[encoding](NAME)
    for content in (f"<p>{written}</p>", f'{{"name": "{written}"}}', f"id,name\r\n1,{written}\r\n"):
        with pytest.raises(ReleaseRefused) as refused:
            list(refuse_leaks([("data/x.txt", content.encode())], made))
        assert "data/x.txt" in str(refused.value)
        assert "quorrel" not in str(refused.value).lower()


def test_the_gate_sees_names_through_markup_and_in_paths(planted):
    names = names_of(planted("nobody"))
    assert list(leaks([("a.html", b"<p>Jenna <mark>Quorrel</mark></p>")], names))
    assert list(leaks([("documents/jenna-quorrel.html", b"")], names))
    assert not list(leaks([("a.html", b"<p>[person 1] and <mark>others</mark></p>")], names))


def test_a_refusal_does_not_repeat_a_name_that_stands_in_a_path(planted):
    with pytest.raises(ReleaseRefused, match="A file name"):
        list(refuse_leaks([("documents/jenna-quorrel.html", b"")], planted("nobody")))


def test_every_released_span_stands_at_its_words(planted):
    made = planted(NAME)
    public = release(made, KEY, Policy(texts="full"))
    texts = {document.id: document.text for document in public.documents}
    spans: list[tuple[str, Any]] = [(texts[one.document], one.span) for one in public.statements]
    spans += [
        (texts[one.document], span)
        for one in public.statements
        for v in one.voices
        for span in (v.mention, v.cue)
        if span
    ]
    (claim,) = public.claims
    shown = [*(span for spans in claim.origins[0].proof for span in spans), *claim.drift[0].marks]
    assert len(shown) > 2
    spans += [(texts[span.text], span) for span in shown]
    spans += [(document.text, passage.span) for document in public.documents for passage in document.passages]
    assert len(spans) > 6
    for text, span in spans:
        assert text[span.start : span.end] == span.words
    assert "[person 1]" in "".join(texts.values())


def test_only_passages_with_a_statement_leave_unless_the_case_says_full(planted):
    made = planted(NAME)
    short, full = release(made, KEY), release(made, KEY, Policy(texts="full"))
    assert "A paragraph without a statement" not in "".join(document.text for document in short.documents)
    assert "A paragraph without a statement" in "".join(document.text for document in full.documents)
    assert {document.left_out for document in full.documents} == {0}
    assert sum(document.left_out for document in short.documents) == 2


def test_a_document_that_was_not_read_leaves_as_a_number_and_a_reason(planted):
    public = release(planted(NAME), KEY)
    unread = [document for document in public.documents if not document.is_read]
    assert sorted(document.why_not for document in unread) == [
        "it is a scan or picture without text",
        "there is no reader for its format",
    ]
    for document in unread:
        assert (document.title, document.path, document.url, document.publisher, document.sha256) == ("",) * 5
        assert document.name == f"document {document.number}"


def test_the_hash_of_a_document_with_a_masked_name_is_a_commitment_that_can_be_opened(named):
    text = Text("a.txt", "The Lamp", "A piece", "2023")
    text.say("Jenna Quorrel was followed.", "act")
    plain = Text("b.txt", "The Lamp", "Another", "2023")
    plain.say("They were followed.", "act")
    state = named(case(text, plain), "a.txt", NAME)
    public = release(Case(CaseSettings("c"), state, Weighed()), KEY)
    told, other = sorted(public.documents, key=lambda document: document.path)
    original = next(document for document in state.documents if document.path == "a.txt")
    assert (told.sha256, other.commitment) == ("", "")
    assert other.sha256 and original.sha256 not in told.commitment
    data = f"a.txt\n{text.text}".encode()
    assert opens(told.commitment, salt(KEY, told.id), data)
    assert not opens(told.commitment, salt(KEY, other.id), data)
    assert not opens(told.commitment, salt(KEY, told.id), b"guess")


def test_an_office_in_any_document_makes_a_name_public_everywhere(named):
    one = Text("one.txt", "The Lamp")
    one.say("Foreign Minister Orla Vantzik denied it.", "response")
    two = Text("two.txt", "The Post")
    two.say("Orla Vantzik said no, and Jenna Quorrel wept.", "response")
    state = named(
        named(named(case(one, two), "one.txt", "Orla Vantzik", "Foreign Minister"), "two.txt", "Orla Vantzik"),
        "two.txt",
        NAME,
    )
    public = release(Case(CaseSettings("c"), state, Weighed()), KEY)
    texts = " ".join(sorted(document.text for document in public.documents))
    assert texts.count("Orla Vantzik") == 2
    assert "[person 1] wept" in texts
    assert (public.withheld.people, public.withheld.offices) == (1, 1)


def test_a_person_whom_the_case_lists_is_named_with_the_recorded_reason(named):
    text = Text("one.txt", "The Lamp")
    text.say("Jenna Quorrel was charged.", "legal")
    state = named(case(text), "one.txt", NAME)
    listed = CaseSettings("c", public_people=((NAME, "convicted in open court"),))
    public = release(Case(listed, state, Weighed()), KEY)
    assert public.documents[0].text == "Jenna Quorrel was charged."
    assert public.withheld.listed == ((NAME, "convicted in open court"),)


def test_numbers_are_stable_and_do_not_follow_the_alphabet(named):
    texts = [Text(f"{n}.txt", "The Lamp") for n in range(6)]
    people = ["Aldo Brack", "Bela Crannoch", "Cleo Drushka", "Dora Ettlin", "Emil Fasko", "Faye Gruntz"]
    for text, person in zip(texts, people, strict=True):
        text.say(f"{person} was followed.", "act")
    state = case(*texts)
    for text, person in zip(texts, people, strict=True):
        state = named(state, text.path, person)
    made = Case(CaseSettings("c"), state, Weighed())
    numbers = [person.label for person in names_of(made).people]
    shuffled = replace(state, documents=state.documents[::-1], readings=state.readings[::-1])
    again = names_of(Case(CaseSettings("c"), shuffled, Weighed()))
    assert {p.names: p.label for p in again.people} == {p.names: p.label for p in names_of(made).people}
    assert numbers == [f"[person {n}]" for n in range(1, 7)]
    assert [person.names[0] for person in names_of(made).people] != people


def test_a_byline_and_a_title_before_a_name_give_a_person_away_without_a_reader():
    text = Text("one.txt", "The Lamp")
    text.paragraph("By Tamsin Oakwell")
    text.say("Mrs Perrin Vole was followed, Tamsin Oakwell writes.", "act")
    public = release(Case(CaseSettings("c"), case(text), Weighed()), KEY, Policy(texts="full"))
    assert "Oakwell" not in public.documents[0].text
    assert "Mrs [person 2] was followed" in public.documents[0].text


def test_a_number_read_from_a_contact_detail_leaves_in_no_field():
    text = Text("letter.txt", "The Lamp")
    hidden = text.say("Call me on +31 6 1234 5678 now.", number="1234", low=1234, high=1234, unit="call")
    shown = text.say("They closed 17 stations.", number="17", low=17, high=17, unit="station")
    state = case(text)
    resolved = tuple(Resolved(one, (), None, None, None) for one in state.readings[0].statements)
    claims = (
        Claim("claim-1", "figure", "", "calls", "How many calls are there?", (hidden,), (), ()),
        Claim("claim-2", "figure", "", "station", "How many?", (shown, hidden), (), (), replies=(hidden,)),
    )
    public = release(Case(CaseSettings("c"), state, Weighed(resolved=resolved, claims=claims)), KEY)
    assert [one.id for one in public.statements] == [shown]
    assert [(one.id, one.statements, one.replies) for one in public.claims] == [("claim-2", (shown,), ())]
    assert "1,234" not in repr(public) and "1234" not in repr(public)
    assert "[phone]" in public.documents[0].text


def test_words_that_every_file_holds_are_no_surname_that_they_spell():
    names = Names([Person("[person 1]", ("Oskar Lastin",), frozenset({"doc-1"}))])
    own = frozenset({"last", "in", "words"})
    assert not list(leaks([("methods.html", b"<p>Words that last in</p>")], names, own))
    assert list(leaks([("methods.html", b"<p>Words that last in</p>")], names, own - {"last"}))
    assert list(leaks([("methods.html", b"<p>last-in and Lastin</p>")], names, own))


def test_a_refusal_says_which_documents_name_the_person(planted):
    with pytest.raises(ReleaseRefused, match=r"\[person 1\], whom doc-\w+ names"):
        list(refuse_leaks([("data/x.txt", NAME.encode())], planted("nobody")))


def test_points_of_places_are_coarse(planted):
    assert [(place.lat, place.lon) for place in release(planted("x"), KEY).places] == [(60.12, -95.12)]


def test_the_letters_of_an_id_are_no_name_and_the_search_index_is_no_static_file(planted):
    names = names_of(planted("nobody"))
    assert list(leaks([("assets/search/0.js", b'["Quorrel said so"]')], names))
    assert not list(leaks([("assets/search.js", b"var quorrel;")], names))
    assert not list(leaks([("claims/x.html", b'<a id="s-abcdef0123456789">')], names))


def test_own_words_of_a_style_are_no_name_that_a_reader_took_them_for():
    names = Names([Person("[person 1]", ("Font Size",), frozenset({"doc-1"}))])
    own = frozenset({"font", "size"})
    assert not list(leaks([("assets/site.css", b"p { font-size: 1rem; font: size }")], names, own))
    assert list(leaks([("assets/site.css", b"/* Font Size said so */")], names, frozenset({"font"})))
    assert list(leaks([("index.html", b"<p>Font Size said so</p>")], names, own))


def test_a_surname_of_two_letters_leaves_in_no_name_question_reason_or_place():
    made = Text("a.txt", "The Post", "Clerk Lu Quorrel is tried", "2023")
    made.say("Mr Lu Quorrel, the clerk, was charged in spring.", "legal")
    made.say("Lu said that he kept no list.", "response", method="overseas-station", voices=[voice("Lu", cue="said")],
             places=[("Lu", "gn:3174535")])  # fmt: skip
    state = case(made)
    public = release(Case(CaseSettings("A case"), state, weigh(state, KEY)), KEY)
    assert "Lu" not in re.findall(r"\w+", repr(public))
    assert any("[person 1]" in claim.question for claim in public.claims)
    assert {source.name for source in public.sources} >= {"[person 1]"}


def test_a_town_that_stands_in_other_documents_too_is_told_beside_its_namesake():
    first = Text("a.txt", "The Post", "First", "2023")
    first.say("Ms Lena Quorrel of Lu left.", "act", places=[("Lu", "gn:3174535")])
    other = Text("b.txt", "The Post", "Second", "2023")
    other.say("An office opened in Lu.", "act", places=[("Lu", "gn:3174535")])
    state = case(first, other)
    public = release(Case(CaseSettings("A case"), state, weigh(state, KEY)), KEY)
    assert [place.name for place in public.places if place.level == "city"] == ["Lu"]


def test_an_organisation_is_not_masked_because_a_parser_took_it_for_part_of_a_name():
    told = Text("a.txt", "OBN", "OBN Staff Lena Quorrel reports", "2023")
    told.name("OBN Staff Lena Quorrel")
    told.say("The GBI searched the office.", "act", voices=[voice("GBI", cue="said")])
    told.name("GBI Raid")
    names = names_of(Case(CaseSettings("A case"), case(told), weigh(case(told), KEY)))
    assert [person.names for person in names.people] == [("Staff Lena Quorrel",), ("Raid",)]
    assert not names.find("The GBI searched it, OBN reports.", told.built()[0].id)
    assert {hit.label for hit in names.find("Lena Quorrel said so")} == {"[person 1]"}


def test_words_of_a_headline_are_no_name_where_the_case_writes_them_small_too():
    told = Text("a.txt", "The Post", "Harbour Leaders Deny It", "2023")
    told.name("Harbour Leaders")
    told.say("The leaders of the harbour met Lena Quorrel.", "act")
    told.name("Lena Quorrel")
    state = case(told)
    (reading,) = state.readings
    headline = replace(reading.passages[0], kind="headline")
    headed = replace(state, readings=(replace(reading, passages=(headline, *reading.passages[1:])),))
    assert [one.names for one in names_of(Case(CaseSettings("A"), headed, weigh(headed, KEY))).people] == [
        ("Lena Quorrel",)
    ]
    assert len(names_of(Case(CaseSettings("A"), state, weigh(state, KEY))).people) == 2


def test_a_list_of_people_after_what_they_are_names_them_without_a_reader():
    told = Text("a.txt", "The Post", "A title", "2023")
    told.say("Two nationals, Lena Quorrel and Bo ZekiRoe, were flown home from Oslo.", "act")
    state = case(told)
    names = names_of(Case(CaseSettings("A"), state, weigh(state, KEY)))
    assert [one.names for one in names.people] == [("Lena Quorrel",), ("Bo ZekiRoe",)]


def test_one_of_an_organisations_people_is_no_name_and_a_namesake_still_is(planted):
    made = planted("nobody")
    for alias, is_masked in (("Jenna Quorrels", False), ("Jenna Quorrel", True), ("Quorrel Watch", True)):
        source = Source("src-9", alias, "organisation", (alias,))
        known = replace(made, weighed=replace(made.weighed, sources=(*made.weighed.sources, source)))
        assert ("Jenna Quorrel" in {name for one in names_of(known).people for name in one.names}) == is_masked


def test_a_place_that_the_gazetteer_does_not_know_leaves_in_no_claim_and_no_happening():
    made = Text("a.txt", "The Post", "Clerk Lu Quorrel is tried", "2023")
    made.say("Mr Lu Quorrel, the clerk, was arrested near the Quorrel works.", "legal", places=[("Quorrel", "")])
    state = case(made)
    public = release(Case(CaseSettings("A case"), state, weigh(state, KEY)), KEY)
    assert not any(one.places for one in public.claims) and not any(one.places for one in public.happenings)
    assert "quorrel" not in repr(public).casefold()

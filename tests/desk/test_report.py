"""What a report says first."""

from dataclasses import replace

import pytest

from longarm.core.intervals import Interval
from longarm.desk.building.metadata import language, period
from longarm.desk.checks import checks
from longarm.desk.names import Names
from longarm.desk.report import report
from longarm.model.case import Case, CaseSettings, State, Weighed
from longarm.model.claims import Claim, Independence, Origin, Resolved, ResolvedPlace, Source
from longarm.model.documents import Document, Metadata, ReadFailure, Stated, Work
from longarm.model.places import Place
from longarm.model.spans import Span
from longarm.model.statements import Quantity, Statement, Voice

GROUP = Source("so-1", "Lantern Group", "organisation", ("Lantern Group", "the Lantern group"))
STUDY = Work("wo-1", "Offices Abroad", "so-1", "report", cited_by=("doc-1", "doc-2"))
WORLD = Place("m49:001", "World", "world", "", (), None, None)
FRANCE = Place("FR", "France", "country", "FR", ("m49:001",), None, None)


def told(number: int, low: int, high: int | None, *places: Place) -> Resolved:
    span = Span("text", 0, 10, "the words ")
    quantity = Quantity(Span("text", 0, 2, f"{low:02}"), Interval(low, high), low)
    voices = (Voice("", "", None, None, "author"), Voice("Lantern", "", None, None, "explicit", "doubts", "so-1"))
    statement = Statement(
        f"st-{number}", f"doc-{number}", span, "figure", "", voices, measure="station", quantity=quantity
    )
    named = tuple(ResolvedPlace(place.id, place.name, place.country, place.name, "scope") for place in places)
    return Resolved(statement, named)


def case(*resolved: Resolved, works: tuple[Work, ...] = (STUDY,), support: str = "single") -> Case:
    origin = Origin("so-1", "wo-1", "attributed", tuple(one.id for one in resolved), ("says so",) * len(resolved))
    claim = Claim("cl-1", "figure", "", "station", "How many stations are there?", tuple(one.id for one in resolved))
    claim = replace(claim, origins=(origin,), independence=Independence(1, 1), support=support)
    documents = tuple(Document(f"doc-{n}", f"{n:064}", "text/plain", f"{n}.txt", 1) for n in (1, 2))
    weighed = Weighed((GROUP,), works, resolved, (claim,), (FRANCE, WORLD))
    return Case(CaseSettings("Harbour"), State(documents), weighed)


def kinds(found: Case) -> set[str]:
    return {check.kind for check in checks(found, Names.of(found))}


def test_a_work_that_much_rests_on_and_is_not_in_the_case_is_to_be_got() -> None:
    found = case(told(1, 54, 54), told(2, 54, 54))
    assert [one.ids for one in checks(found, Names.of(found)) if one.kind == "missing-work"] == [("wo-1",)]
    (missing,) = report(found).missing_works
    assert (missing.title, missing.party, missing.also) == ("Offices Abroad", "Lantern Group", ("the Lantern group",))
    assert report(case(told(1, 54, 54), works=(replace(STUDY, documents=("doc-1",)),))).missing_works == ()


def test_what_harms_most_is_checked_before_what_is_most_work() -> None:
    found = case(told(1, 54, 54), told(2, 60, 60))
    order = [one.kind for one in checks(found, Names.of(found))]
    assert order.index("figures-apart") < order.index("missing-work")


def test_an_author_without_a_name_is_called_by_the_number_of_the_document() -> None:
    first, second = told(1, 54, 54), told(2, 54, 54)
    author = replace(second.statement.voices[0], source="so-2")
    found = case(first, replace(second, statement=replace(second.statement, voices=(author,))))
    assert [line.number for line in report(found).documents] == ["D1", "D2"]
    (figures,) = report(found).figures
    assert figures.answers[1].who == "D2"
    named = replace(found.state.documents[1], publisher=Stated("Harbour Courier", "manifest"))
    sources = (GROUP, Source("so-2", "Harbour Courier", "outlet"))
    known = replace(found, state=State((found.state.documents[0], named)))
    (figures,) = report(replace(known, weighed=replace(known.weighed, sources=sources))).figures
    assert figures.answers[1].who == "Harbour Courier"


def test_figures_without_a_common_number_are_to_be_compared_and_others_are_not() -> None:
    assert "figures-apart" in kinds(case(told(1, 54, 54), told(2, 30, 30)))
    assert "figures-apart" not in kinds(case(told(1, 54, 54), told(2, 51, None)))


def test_what_two_documents_tell_on_one_origin_is_to_be_checked() -> None:
    assert "one-origin" in kinds(case(told(1, 54, 54), told(2, 54, 54)))
    assert "one-origin" not in kinds(case(told(1, 54, 54)))


def test_people_who_may_be_one_behind_a_claim_are_asked_about() -> None:
    found = case(told(1, 54, 54), told(2, 54, 54))
    (claim,) = found.weighed.claims
    named = tuple(Source(f"so-{at}", name, "person", (name,)) for at, name in enumerate(("Ada Holm", "Holm", "Lind")))
    apart = (replace(claim.origins[0], source="so-0"), replace(claim.origins[0], source="so-1"))
    weighed = replace(found.weighed, sources=named, claims=(replace(claim, origins=apart),))
    asked = [check for check in checks(replace(found, weighed=weighed), Names.of(found)) if check.kind == "one-person"]
    assert [check.ids for check in asked] == [("so-1", "so-0")]
    alone = replace(weighed, claims=(replace(claim, origins=apart[:1]),))
    assert "one-person" not in kinds(replace(found, weighed=alone))


def test_a_reply_that_two_documents_tell_rests_on_who_replies_and_is_not_to_be_checked_for_it() -> None:
    found = case(told(1, 54, 54), told(2, 54, 54))
    (claim,) = found.weighed.claims
    weighed = replace(found.weighed, claims=(replace(claim, kind="response"),))
    assert "one-origin" not in kinds(replace(found, weighed=weighed))


def test_figures_are_listed_at_the_narrowest_place_with_who_says_so() -> None:
    (figures,) = report(case(told(1, 54, 54, WORLD, FRANCE))).figures
    assert (figures.measure, figures.place) == ("station", "France")
    assert figures.answers[0].who == "the author -> Lantern Group (doubts)"


def test_a_denied_figure_is_told_as_denied_and_is_no_answer() -> None:
    no = told(2, 30, 30)
    found = case(told(1, 54, 54), replace(no, statement=replace(no.statement, polarity="denied")))
    shown = report(found)
    assert [answer.denied for figures in shown.figures for answer in figures.answers] == [False, True]
    assert "figures-apart" not in kinds(found) and shown.claims[0].apart == ()


def test_a_claim_says_where_its_answers_have_no_number_in_common() -> None:
    many = tuple(told(n % 2 + 1, n, n) for n in range(10, 22))
    found = case(*(replace(one, statement=replace(one.statement, id=f"st-{n}")) for n, one in enumerate(many)))
    assert report(found).claims[0].apart == tuple(str(n) for n in range(10, 22))
    (check,) = (one for one in checks(found, Names.of(found)) if one.kind == "figures-apart")
    assert "10; 11; 12; 13; 14; 15 and 6 more. Compare" in check.sentence


def test_a_date_that_only_the_file_bears_is_told_and_to_be_checked() -> None:
    found = case(told(1, 54, 54))
    first, second = found.state.documents
    day = period(Stated("2026-11-22", "pdf"))
    documents = (replace(first, published=day, published_origin="pdf"), replace(second, published_origin="manifest"))
    shown = report(replace(found, state=State(documents)))
    assert [line.is_file_date for line in shown.documents] == [True, False]
    assert [check.ids for check in shown.check_first if check.kind == "file-date"] == [("doc-1",)]


def test_what_is_not_read_is_told_with_its_reason() -> None:
    found = case(told(1, 54, 54))
    failure = ReadFailure("2.txt", "damaged", "It is damaged: give it again.", f"{2:064}")
    shown = report(replace(found, state=replace(found.state, failures=(failure,))))
    assert [line.read for line in shown.documents] == ["yes", "no: It is damaged: give it again."]
    assert [check.kind for check in shown.check_first if check.ids == ("2.txt",)] == ["not-read"]


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("2024-05-31", "2024-05-31", "2024-05-31", "day"),
        ("2024-05", "2024-05", "2024-05", "month"),
        ("2024", "2024", "2024", "year"),
        ("2024-05/2024-06-01", "2024-05", "2024-06-01", "month"),
        ("2024-05-31T10:00:00Z", "2024-05-31", "2024-05-31", "day"),
    ],
)
def test_dates_of_documents_keep_their_precision(words: str, start: str, end: str, precision: str) -> None:
    found = period(Stated(words, "manifest"))
    assert found is not None
    assert (found.start, found.end, found.precision) == (start, end, precision)


@pytest.mark.parametrize("words", ["", "May 2024", "2024/05/31", "31.5.2024"])
def test_a_date_that_is_none_is_left_out(words: str) -> None:
    assert period(Stated(words, "manifest")) is None


@pytest.mark.parametrize(
    ("stated", "origin", "detected", "expected"),
    [
        ("fr", "manifest", ("en", 0.99), "fr"),
        ("en-GB", "html", ("nl", 0.99), "nl"),
        ("en-GB", "html", ("nl", 0.3), "en"),
        (None, "", ("nl", 0.3), "en"),
    ],
)
def test_the_language_is_what_a_manifest_states_else_what_is_surely_detected(
    stated: str | None, origin: str, detected: tuple[str, float], expected: str
) -> None:
    metadata = Metadata(language=Stated(stated, origin)) if stated else Metadata()
    assert language(metadata, detected, "en").value == expected

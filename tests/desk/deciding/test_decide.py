"""Decisions of people: what they change, that they last, and that nobody's is overwritten."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from longarm.core.intervals import Interval
from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.desk.deciding import decide, drafts
from longarm.errors import DecisionRefused
from longarm.ledger.fold import fold
from longarm.ledger.settle import settle
from longarm.model.case import Case
from longarm.model.documents import Extract
from longarm.model.matters import Addition, Attach, Correction, Description, Review, Transcript, Withholding
from longarm.model.statements import Statement
from longarm.storage import derived
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

TEXT = "Harbour report\n\nThe group counted 54 offices in the north.\n\nIt named 9 towns, and no more."


@pytest.fixture
def made(tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]) -> Path:
    """A case of one document with two statements."""
    root = tmp_path / "case"
    build(root, [folder(a_txt=TEXT)], quick.stations())
    return root


def statements(case: Case) -> dict[str, Statement]:
    return {one.id: one for reading in case.state.readings for one in reading.statements}


def first(root: Path, words: str = "54") -> Statement:
    return next(one for one in statements(open_case(root)).values() if words in one.span.words)


def with_number(statement: Statement, number: int) -> Statement:
    assert statement.quantity
    return dataclasses.replace(
        statement, quantity=dataclasses.replace(statement.quantity, interval=Interval(number, number), value=number)
    )


def test_a_review_stands_and_is_one_entry(made: Path) -> None:
    one = first(made)
    written = decide.decide(made, Review(one.id, "accepted"), by="Ada", why="Read it.")
    assert open_case(made).settled.reviews == {one.id: "accepted"}
    assert [told.id for told in decide.history(made, one.id)] == [written.id]
    assert (written.by, written.why, written.anchors[0].statement.span) == ("Ada", "Read it.", one.span)


def test_a_rejected_statement_is_no_longer_weighed_and_comes_back(made: Path, quick: ModuleType) -> None:
    one = first(made)
    rejected = decide.decide(made, Review(one.id, "rejected"), by="Ada")
    build(made, [], quick.stations())
    assert one.id not in statements(open_case(made))
    assert one.id not in {item.id for item in open_case(made).weighed.resolved}
    decide.undo(made, rejected.id, by="Ada")
    build(made, [], quick.stations())
    assert one.id in {item.id for item in open_case(made).weighed.resolved}


def test_a_corrected_figure_is_weighed_as_corrected_and_says_who_did_it(made: Path, quick: ModuleType) -> None:
    one = first(made)
    decide.decide(made, Correction(one.id, ("quantity",), with_number(one, 45)), by="Ada", why="The page says so.")
    build(made, [], quick.stations())
    (found,) = [item.statement for item in open_case(made).weighed.resolved if item.id == one.id]
    assert found.quantity and (found.quantity.value, found.by) == (45, "Ada")


def test_an_undone_correction_asks_for_another_look(made: Path) -> None:
    one = first(made)
    correction = decide.decide(made, Correction(one.id, ("quantity",), with_number(one, 45)), by="Ada")
    decide.decide(made, Review(one.id, "accepted"), by="Ada")
    decide.undo(made, correction.id, by="Bo", why="A slip.")
    assert open_case(made).settled.reviews == {}
    assert statements(open_case(made))[one.id].quantity == one.quantity


def test_words_that_somebody_selects_become_a_statement(made: Path, quick: ModuleType) -> None:
    layer = open_case(made).state.layers[0]
    start = layer.text.index("and no more")
    added = drafts.statement(drafts.Words(layer, start, start + len("and no more")), "act", publisher="The Post")
    written = decide.decide(made, Addition(added), by="Ada")
    assert isinstance(written.what, Addition)
    build(made, [], quick.stations())
    found = statements(open_case(made))[written.what.statement.id]
    assert (found.span.words, found.by, found.passage) == ("and no more", "Ada", 2)
    decide.decide(made, Review(found.id, "accepted"), by="Bo")
    assert open_case(made).settled.reviews[found.id] == "accepted"


def test_two_people_who_decide_otherwise_do_not_overwrite_each_other(made: Path) -> None:
    one, seen = first(made), decide.seen(made)
    ada = decide.decide(made, Review(one.id, "accepted"), by="Ada", base=seen)
    bo = decide.decide(made, Review(one.id, "rejected"), by="Bo", base=seen)
    settled = open_case(made).settled
    assert bo.against == (ada.id,)
    assert settled.reviews == {one.id: "accepted"}
    assert [dispute.decision.id for dispute in settled.disputes] == [bo.id]
    decide.decide(made, Review(one.id, "rejected"), by="Cy", base=decide.seen(made))
    settled = open_case(made).settled
    assert (settled.reviews, settled.disputes) == ({one.id: "rejected"}, ())


def test_the_disputed_decision_holds_when_the_other_is_undone(made: Path) -> None:
    one, seen = first(made), decide.seen(made)
    ada = decide.decide(made, Review(one.id, "accepted"), by="Ada", base=seen)
    decide.decide(made, Review(one.id, "irrelevant"), by="Bo", base=seen)
    decide.undo(made, ada.id, by="Ada")
    assert open_case(made).settled.reviews == {one.id: "irrelevant"}


def test_two_people_on_two_fields_are_not_in_dispute(made: Path) -> None:
    one, seen = first(made), decide.seen(made)
    decide.decide(made, Correction(one.id, ("quantity",), with_number(one, 45)), by="Ada", base=seen)
    other = dataclasses.replace(one, basis="announced")
    assert decide.decide(made, Correction(one.id, ("basis",), other), by="Bo", base=seen).against == ()
    found = statements(open_case(made))[one.id]
    assert found.quantity and (found.quantity.value, found.basis) == (45, "announced")


def test_the_same_request_twice_is_one_decision(made: Path) -> None:
    one, name = first(made), decide.new_id()
    told = [decide.decide(made, Review(one.id, "accepted"), by="Ada", id=name) for _ in range(2)]
    assert told[0] == told[1] and len(open_case(made).state.decisions) == 1


def test_tables_and_fold_agree_on_decisions(made: Path) -> None:
    one = first(made)
    decide.decide(made, Review(one.id, "accepted"), by="Ada")
    decide.decide(made, Withholding(one.id), by="Ada", why="Not safe yet.")
    with Ledger(CasePaths(made), writable=True) as ledger:
        state = derived.load_state(ledger)
        assert fold(ledger.entries()) == state
        before = ledger.entries_touching([one.id])
        ledger.rebuild()
        assert ledger.entries_touching([one.id]) == before


def reread(root: Path, quick: ModuleType, change: Callable[[str], str], extractor: str = "quick 2") -> None:
    """The case read by a newer reader, which gives another text."""

    class Newer(quick.PlainReader):  # type: ignore[misc, name-defined]
        def read(self, data: bytes, name: str) -> Extract:
            return super().read(change(data.decode()).encode(), name)

    build(root, [], quick.stations(Newer(), extractor, version="plain 2"))


def test_every_decision_stands_after_a_rebuild_with_a_newer_reader(made: Path, quick: ModuleType) -> None:
    one, other = first(made), first(made, "9 towns")
    layer = open_case(made).state.layers[0]
    start = layer.text.index("no more")
    added = drafts.statement(drafts.Words(layer, start, start + 7), "act")
    decide.decide(made, Review(one.id, "accepted"), by="Ada")
    decide.decide(made, Correction(one.id, ("quantity",), with_number(one, 45)), by="Ada")
    decide.decide(made, Review(other.id, "rejected"), by="Ada")
    by_hand = decide.decide(made, Addition(added), by="Ada").what
    assert isinstance(by_hand, Addition)
    reread(
        made,
        quick,
        lambda text: "A heading that was not read before\n\n" + text.replace("in the north", "in\nthe north"),
    )
    case = open_case(made)
    found = statements(case)
    assert case.settled.pending == ()
    assert case.settled.reviews == {one.id: "accepted", other.id: "rejected"}
    assert found[one.id].quantity.value == 45 and found[one.id].span.text == case.state.layers[0].id  # type: ignore[union-attr]
    assert other.id not in found and found[by_hand.statement.id].span.words == "no more"
    assert {item.id for item in case.weighed.resolved} == set(found)
    for statement in found.values():
        text = case.state.layers[0].text
        assert text[statement.span.start : statement.span.end] == statement.span.words


def test_a_decision_whose_words_are_gone_waits_and_can_be_attached(made: Path, quick: ModuleType) -> None:
    one = first(made)
    decision = decide.decide(made, Review(one.id, "accepted"), by="Ada")
    reread(made, quick, lambda text: text.replace("54 offices in the north", "54 small offices up north"))
    case = open_case(made)
    (waiting,) = case.settled.pending
    assert waiting.decision.id == decision.id and case.settled.reviews == {}
    now = first(made, "54 small")
    decide.decide(made, Attach(decision.id, one.id, now.span.text, now.span.start, now.span.end), by="Ada")
    settled = open_case(made).settled
    assert (settled.pending, settled.reviews) == ((), {one.id: "accepted"})


def test_what_a_newer_reader_reads_otherwise_stands_as_accepted_and_is_listed(made: Path, quick: ModuleType) -> None:
    one = first(made)
    decide.decide(made, Review(one.id, "accepted"), by="Ada")
    reads = vars(quick)["read_one"]

    def otherwise(*args: object) -> object:
        reading = reads(*args)
        changed = tuple(with_number(each, 1) for each in reading.statements)
        return dataclasses.replace(reading, statements=changed)

    vars(quick)["read_one"] = otherwise
    try:
        build(made, [], quick.stations(extractor="quick 2"))
    finally:
        vars(quick)["read_one"] = reads
    case = open_case(made)
    assert statements(case)[one.id].quantity == one.quantity
    assert case.settled.reread == (one.id,)


def test_a_document_is_as_people_describe_it(made: Path) -> None:
    document = open_case(made).state.documents[0].id
    decide.decide(made, Description(document, (("published", "2021-04"), ("publisher", "The Post"))), by="Ada")
    decide.decide(made, Description(document, (("publisher", "The Harbour Post"),)), by="Ada")
    found = open_case(made).state.documents[0]
    assert found.publisher and (found.publisher.value, str(found.published)) == ("The Harbour Post", "2021-04")


def test_a_page_that_is_not_read_takes_statements_by_hand(
    tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]
) -> None:
    root = tmp_path / "case"
    build(root, [folder(scan_pdf=b"%PDF-1.4 a picture")], quick.stations())
    document = open_case(root).state.documents[0].id
    decide.decide(root, Transcript(document, "The notice orders the closing of 3 rooms.", 2), by="Ada")
    layer = open_case(root).state.layers[0]
    start = layer.text.index("3 rooms")
    added = drafts.statement(drafts.Words(layer, start, start + 7), "act")
    decide.decide(root, Addition(added), by="Ada")
    (found,) = statements(open_case(root)).values()
    assert (found.span.words, found.document) == ("3 rooms", document)
    assert open_case(root).state.readings[0].passages[0].page == 2


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (Review("s-none", "accepted"), "no statement s-none"),
        (Review("FIRST", "fine"), "verdict fine"),
        (Description("doc-none", (("title", "x"),)), "nothing called doc-none"),
        (Withholding("s-none"), "nothing called s-none"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_with_a_sentence(made: Path, what: object, sentence: str) -> None:
    if isinstance(what, Review) and what.statement == "FIRST":
        what = Review(first(made).id, what.verdict)
    with pytest.raises(DecisionRefused, match=sentence):
        decide.decide(made, what, by="Ada")  # type: ignore[arg-type]
    assert open_case(made).state.decisions == ()


def test_settling_is_a_function_of_the_state_alone(made: Path) -> None:
    decide.decide(made, Review(first(made).id, "accepted"), by="Ada")
    with Ledger(CasePaths(made)) as ledger:
        state = derived.load_state(ledger)
    moved = dataclasses.replace(
        state, decisions=tuple(dataclasses.replace(one, at="another time") for one in reversed(state.decisions))
    )
    assert settle(moved)[1].reviews == settle(state)[1].reviews

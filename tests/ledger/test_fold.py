"""The fold of the ledger."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from longarm.ledger import entry as entries
from longarm.ledger.current import counted, current
from longarm.ledger.fold import fold
from longarm.model.documents import Document, Given, Metadata, Passage, ReadFailure, Stated, TextLayer
from longarm.model.entries import Entry
from longarm.model.spans import Span
from longarm.model.statements import Reading

NOW = "2024-05-31T12:00:00+00:00"


def document(number: int, title: str = "") -> Document:
    stated = Stated(title, "manifest") if title else None
    return Document(f"doc-{number}", f"{number:064}", "text/plain", f"{number}.txt", 10, title=stated)


def layer(number: int, version: int = 1) -> TextLayer:
    return TextLayer(f"text-{number}-{version}", f"doc-{number}", f"plain {version}", "Nine offices.")


def reading(number: int, version: int = 1, extractor: str = "quick 1") -> Reading:
    text = layer(number, version)
    return Reading(text.id, text.document, extractor, (Passage(Span.of(text.id, text.text, 0, 13), "paragraph"),))


def failure(number: int, code: str = "damaged") -> ReadFailure:
    return ReadFailure(f"{number}.txt", code, "It is damaged: give it again.", f"{number:064}")


def step(kind: str, number: int, version: int) -> Entry:
    """One thing that may happen to one of a few documents."""
    if kind == "document":
        return entries.document_entry(document(number, f"Title {version}"), Metadata(), "longarm", NOW)
    if kind == "given":
        location, path = f"at-{number % 2}", f"{number % 2}.txt"
        return entries.given_entry(Given(path, location, f"doc-{number}"), "longarm", NOW)
    if kind == "text":
        return entries.text_entry(layer(number, version), NOW)
    if kind == "reading":
        return entries.reading_entry(reading(number, version), NOW)
    if kind == "recovered":
        return entries.recovered_entry(f"{number % 2}.txt", "longarm", NOW)
    if kind == "lost":
        lost = ReadFailure(f"{number % 2}.txt", "unreadable", "It cannot be opened.")
        return entries.failure_entry(lost, "", "", "longarm", NOW)
    return entries.failure_entry(failure(number), f"doc-{number}", f"text-{number}-{version}", "plain 1", NOW)


KINDS = ("document", "given", "text", "reading", "failure", "lost", "recovered")
STEPS = st.lists(st.builds(step, st.sampled_from(KINDS), st.integers(0, 3), st.integers(1, 2)), max_size=25)


def numbered(steps: list[Entry]) -> list[Entry]:
    return [replace(one, sequence=number) for number, one in enumerate(steps, start=1)]


@given(STEPS, st.randoms())
def test_the_order_in_which_entries_are_handed_over_does_not_matter(steps: list[Entry], chance) -> None:
    written = numbered(steps)
    shuffled = list(written)
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(written)


@given(STEPS, st.integers(0, 10**9))
def test_times_do_not_matter(steps: list[Entry], seconds: int) -> None:
    written = numbered(steps)
    assert fold(replace(one, at=f"other time {seconds}") for one in written) == fold(written)


@given(STEPS)
def test_documents_may_be_written_in_any_order_to_one_another(steps: list[Entry]) -> None:
    apart = [one for one in steps if one.subject not in ("given",) and one.body.get("document") != ""]
    by_document = sorted(apart, key=_document_of)
    assert fold(numbered(by_document)) == fold(numbered(apart))


def _document_of(entry: Entry) -> str:
    for subject in ("text", "reading"):
        if entry.subject == subject:
            return str(entry.body[subject]["data"]["document"])
    return entry.key


@given(STEPS)
def test_writing_an_entry_twice_is_as_writing_it_once(steps: list[Entry]) -> None:
    doubled = [one for one in steps for _ in range(2)]
    assert fold(numbered(doubled)) == fold(numbered(steps))


@given(STEPS)
def test_a_reading_is_always_of_the_text_that_is_there(steps: list[Entry]) -> None:
    state = fold(numbered(steps))
    texts = {layer.document: layer.id for layer in state.layers}
    described = {document.id for document in state.documents}
    for one in state.readings:
        if one.document in described:
            assert texts[one.document] == one.text


def test_a_new_text_takes_the_old_reading_with_it() -> None:
    told = [step("document", 1, 1), step("text", 1, 1), step("reading", 1, 1), step("text", 1, 2)]
    state = fold(numbered(told))
    assert ([layer.id for layer in state.layers], state.readings) == (["text-1-2"], ())


def test_a_later_reading_takes_a_failure_away_and_a_later_failure_the_reading() -> None:
    told = [step("document", 1, 1), step("text", 1, 1), step("failure", 1, 1)]
    assert [one.code for one in fold(numbered(told)).failures] == ["damaged"]
    told.append(step("reading", 1, 1))
    assert fold(numbered(told)).failures == ()
    told.append(step("failure", 1, 1))
    assert fold(numbered(told)).readings == ()


def test_superseded_documents_are_listed_but_not_counted() -> None:
    told = [step(kind, number, 1) for number in (1, 3) for kind in ("document", "given", "text", "reading")]
    state = fold(numbered(told))
    assert [given.is_current for given in state.given] == [False, True]
    shown = current(state)
    assert [one.id for one in shown.documents] == ["doc-1", "doc-3"]
    assert [one.document for one in shown.readings] == ["doc-3"]
    assert [one.code for one in shown.failures] == ["superseded"]
    assert [one.id for one in counted(state).documents] == ["doc-3"]


def test_a_file_that_gets_its_old_bytes_back_makes_the_old_document_current() -> None:
    told = [
        step("document", 1, 1),
        step("given", 1, 1),
        step("document", 3, 1),
        step("given", 3, 1),
        step("given", 1, 1),
    ]
    assert [one.id for one in counted(fold(numbered(told))).documents] == ["doc-1"]

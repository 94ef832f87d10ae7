"""The fold: what the entries of a ledger add up to, without their times and without how often it was interrupted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from longarm.model.case import State
from longarm.model.codec import unpack
from longarm.model.decisions import Decision, decision_of
from longarm.model.documents import Document, Given, ReadFailure, TextLayer
from longarm.model.editions import Edition, edition_of
from longarm.model.entries import Entry
from longarm.model.statements import Reading


@dataclass(slots=True)
class _Story:
    """What has happened to one document so far; the later entry of a subject wins."""

    document: dict[str, Any] | None = None
    text: dict[str, Any] | None = None
    reading: dict[str, Any] | None = None
    failure: dict[str, Any] | None = None

    def has_text(self, text: str) -> bool:
        return self.text is not None and self.text["data"]["id"] == text


@dataclass(slots=True)
class _Fold:
    stories: dict[str, _Story] = field(default_factory=dict)
    locations: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    lost: dict[str, dict[str, Any]] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    editions: list[Edition] = field(default_factory=list)

    def story(self, document: str) -> _Story:
        return self.stories.setdefault(document, _Story())


def fold(entries: Iterable[Entry]) -> State:
    """The state that entries add up to.

    The entries may come in any order; `sequence` decides where two speak of one thing. Their times never matter, and
    entries about different documents may have been written in any order.
    """
    made = _Fold()
    for entry in sorted(entries, key=lambda entry: entry.sequence):
        step = STEPS.get(entry.subject)
        if step:
            step(made, entry)
    return _state(made)


def _document(made: _Fold, entry: Entry) -> None:
    made.story(entry.key).document = entry.body["document"]


def _given(made: _Fold, entry: Entry) -> None:
    path, document = entry.body["path"], entry.body["document"]
    _, documents = made.locations.get(entry.key, (path, []))
    made.locations[entry.key] = (path, [*(one for one in documents if one != document), document])
    made.lost.pop(path, None)


def _text(made: _Fold, entry: Entry) -> None:
    story = made.story(entry.body["text"]["data"]["document"])
    story.text, story.reading, story.failure = entry.body["text"], None, None


def _reading(made: _Fold, entry: Entry) -> None:
    story = made.story(entry.body["reading"]["data"]["document"])
    if story.has_text(entry.key):
        story.reading, story.failure = entry.body["reading"], None


def _failure(made: _Fold, entry: Entry) -> None:
    failure, document, text = entry.body["failure"], entry.body["document"], entry.body["text"]
    if failure is None:
        made.lost.pop(entry.key, None)
        return
    if not document:
        made.lost[entry.key] = failure
        return
    story = made.story(document)
    story.failure, story.reading = failure, None
    if not story.has_text(text):
        story.text = None


def _decision(made: _Fold, entry: Entry) -> None:
    made.decisions.setdefault(entry.key, decision_of(entry))


def _edition(made: _Fold, entry: Entry) -> None:
    made.editions.append(edition_of(entry))


STEPS = {
    "document": _document,
    "given": _given,
    "text": _text,
    "reading": _reading,
    "failure": _failure,
    "decision": _decision,
    "edition": _edition,
}


def _state(made: _Fold) -> State:
    stories = [story for story in made.stories.values() if story.document]
    documents = [unpack(Document, story.document) for story in stories if story.document]
    layers = [unpack(TextLayer, story.text) for story in stories if story.text]
    readings = [unpack(Reading, story.reading) for story in stories if story.reading]
    failures = [unpack(ReadFailure, story.failure) for story in stories if story.failure]
    failures += [unpack(ReadFailure, failure) for failure in made.lost.values()]
    return State(
        documents=tuple(sorted(documents, key=lambda document: (document.path, document.id))),
        layers=tuple(sorted(layers, key=lambda layer: layer.document)),
        readings=tuple(sorted(readings, key=lambda reading: reading.document)),
        failures=tuple(sorted(failures, key=lambda failure: (failure.path, failure.sha256, failure.code))),
        given=_all_given(made.locations),
        decisions=tuple(made.decisions.values()),
        editions=tuple(made.editions),
    )


def _all_given(locations: dict[str, tuple[str, list[str]]]) -> tuple[Given, ...]:
    ordered = sorted((path, location, documents) for location, (path, documents) in locations.items())
    return tuple(
        Given(path, location, document, document == documents[-1])
        for path, location, documents in ordered
        for document in documents
    )

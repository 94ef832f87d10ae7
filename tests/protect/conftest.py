"""A small case about made-up people in which every field names somebody."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from longarm.model.case import Case, CaseSettings, Weighed
from longarm.model.claims import Claim, Drift, Happening, Judgement, Origin, Resolved, ResolvedPlace, Source
from longarm.model.documents import ReadFailure, Stated, Work
from longarm.model.periods import Period
from longarm.model.places import Place
from longarm.model.spans import Span
from longarm.model.statements import PersonMention
from longarm.testing.builders import Text, case, voice

Planted = Callable[[str], Case]


def _planted(text: str) -> Case:
    """A case where the text is planted in every field that holds words, and one document names Jenna Quorrel."""
    told = Text("reports/notes.txt", f"Publisher {text}", f"Title {text}", "2023-02-01")
    told.name("Jenna Quorrel")
    words = f"Agents followed them, {text} said in a report."
    told.say(
        words,
        "act",
        voices=[voice(text, f"The report of {text}", cue="said", mention=text)],
        hedges=(("reported", text),),
        actor=f"agents of {text}",
        target=text,
        counted_set=text,
    )
    other = Text(f"files/{text}.txt", "The Evening Lamp", "Another piece", "2023-03-01")
    other.say(
        "Three stations are open.", number="Three", low=3, high=3, unit=f"stations of {text}", measure=f"m {text}"
    )
    other.paragraph(f"A paragraph without a statement names {text}.")
    state = case(told, other)
    documents = tuple(
        replace(document, url=Stated(f"https://example.org/{text}", "manifest")) for document in state.documents
    )
    unread = replace(documents[0], id="doc-unread", sha256="f" * 64, path=f"{text}.pdf", title=Stated(text, "pdf"))
    failure = ReadFailure(f"{text}.pdf", "no-text", f"{text}.pdf is a scan.", "f" * 64)
    state = replace(
        state, documents=(*documents, unread), failures=(failure, ReadFailure(f"{text}.doc", "unsupported", text))
    )
    return Case(CaseSettings(f"Case {text}", f"Scope {text}"), state, _weighed(state.readings, text))


def _weighed(readings, text: str) -> Weighed:
    statements = [statement for reading in readings for statement in reading.statements]
    period = Period("2022", "2022", "year", text)
    places = (ResolvedPlace("CA", "Canada", "CA", text, "site", (), f"because {text}"),)
    resolved = tuple(
        Resolved(
            replace(one, voices=tuple(replace(v, source="src-1", work_id="work-1") for v in one.voices)),
            places,
            period,
            period,
            period,
        )
        for one in statements
    )
    ids = tuple(item.id for item in resolved)
    proof = tuple((one.span,) for one in statements)
    claim = Claim(
        "claim-1",
        "act",
        "",
        f"measure {text}",
        f"Did {text} do it?",
        ids,
        ("CA",),
        (Origin("src-1", "work-1", "attributed", ids, tuple(f"since {text} says so" for _ in ids), (), proof),),
        replies=ids[:1],
        proceedings=(f"{text} was charged",),
        drift=(Drift("quote-altered", ids[0], ids[-1], f"{text} became somebody", marks=proof[0]),),
    )
    judged = Judgement(ids[0], ids[-1], "same", f"both tell of {text}")
    happening = Happening("happening-1", "act", ids, ("CA",), period, (judged,))
    source = Source("src-1", f"Office of {text}", "organisation", (text, f"the {text} office"))
    works = (Work("work-1", f"The {text} papers", "src-1", "report", (), (statements[0].document,)),)
    world = Place("CA", "Canada", "country", "CA", (), 60.123456, -95.123456)
    return Weighed((source,), works, resolved, (claim,), (world,), (happening,))


@pytest.fixture(scope="session")
def planted() -> Planted:
    """Makes a case with words planted in every field."""
    return _planted


def mention(state, path: str, name: str, office: str = ""):
    """The state with persons named in one document, as a reader would have found them."""
    document = next(document for document in state.documents if document.path == path)
    layer = next(layer for layer in state.layers if layer.document == document.id)
    start = layer.text.index(name)
    found = Span(layer.id, start, start + len(name), name)
    at = layer.text.index(office) if office else 0
    person = PersonMention(found, Span(layer.id, at, at + len(office), office) if office else None)
    readings = tuple(
        replace(reading, people=(*reading.people, person)) if reading.document == document.id else reading
        for reading in state.readings
    )
    return replace(state, readings=readings)


@pytest.fixture
def named():
    """Adds a person's mention to a state: (state, path, name, office words or empty)."""
    return mention

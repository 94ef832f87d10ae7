"""A released case small enough to know by heart, with hostile text in it, and its dossier on disk."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from longarm.desk.leaving.editions import edition
from longarm.model.case import Case, CaseSettings, Weighed
from longarm.model.claims import Claim, Drift, Independence, Origin, Resolved, ResolvedPlace, Source
from longarm.model.documents import ReadFailure, Work
from longarm.model.editions import Issue
from longarm.model.periods import Period
from longarm.model.places import Place
from longarm.model.public import PublicCase
from longarm.protect.release import release
from longarm.publication.build import files
from longarm.testing.builders import KEY, Text, case, voice

HOSTILE = (
    "</title><script>alert(1)</script><img src=x onerror=alert(2)> "
    "\u202eesrever \u05d2\u05d5\u05dc\u05d9\u05dd \u6d77\u5916 " + "Langwort" * 60
)
WATCH, PAPER, STATE = (
    Source("src-watch", "Border Watch", "organisation", ("Border Watch", "the group")),
    Source("src-paper", "The Daily Lantern", "outlet", ("The Daily Lantern",)),
    Source("src-state", "Rovian Foreign Ministry", "government", ("the ministry",)),
)


def _texts() -> tuple[Text, ...]:
    lantern = Text("lantern.html", "The Daily Lantern", "Group counts more than 50 stations", "2022-09-14")
    lantern.say(
        "Border Watch says in a report that Rovia runs more than 50 police stations abroad.",
        number="more than 50",
        low=51,
        unit="police stations",
        measure="station",
        voices=[voice("Border Watch", "The Long Reach", "says")],
        clause="Rovia runs more than 50 police stations abroad",
    )
    lantern.paragraph("A passage that carries no statement.")
    lantern.say("A total of 54 are open.", number="54", low=54, high=54, unit="stations", measure="station")
    ministry = Text("ministry.txt", "Rovian Foreign Ministry", "On the centres", "2022-12-07")
    ministry.say(
        "The ministry denies that there are stations.", "response", polarity="denied", clause="there are stations"
    )
    hostile = Text("hostile.txt", HOSTILE, HOSTILE, "2023")
    hostile.say(
        HOSTILE, "act", method="physical-surveillance", hedges=(("reported", "<b>reportedly</b>"),), actor="=1+1"
    )
    return lantern, ministry, hostile


def _weighed(state) -> Weighed:
    resolved, ids = [], []
    by_path = {document.path: document.id for document in state.documents}
    paths = ("lantern.html", "ministry.txt", "hostile.txt")
    readings = {reading.document: reading for reading in state.readings}
    for path in paths:
        for statement in readings[by_path[path]].statements:
            sources = {
                "Border Watch": "src-watch",
                "The Daily Lantern": "src-paper",
                "Rovian Foreign Ministry": "src-state",
            }
            voices = tuple(replace(one, source=sources.get(one.name, "")) for one in statement.voices)
            place = (ResolvedPlace("CA", "Canada", "CA", "Canada", "scope"),) if statement.kind == "figure" else ()
            resolved.append(
                Resolved(replace(statement, voices=voices), place, as_of=Period("2022-09", "2022-09", "month"))
            )
            ids.append(statement.id)
    question = "How many stations does Rovia run in Canada?"
    said = {one.id: one.statement for one in resolved}
    cue = said[ids[0]].voices[1].cue
    counts = [found for one in ids[:2] if (found := said[one].quantity)]
    assert cue is not None
    origins = (
        Origin(
            "src-watch",
            "work-1",
            "attributed",
            (ids[0],),
            ("the document says that the group says so",),
            ("attributed",),
            ((cue,),),
            "corrected",
        ),
        Origin("unknown", "", "attributed", (ids[1],), ("no source is named",)),
    )
    drift = Drift(
        "figure-changed",
        None,
        ids[1],
        "“more than 50” became “54”.",
        ids[0],
        tuple(count.span for count in counts),
    )
    claims = (
        Claim(
            "claim-stations",
            "figure",
            "",
            "station",
            question,
            tuple(ids[:2]),
            ("CA",),
            origins,
            Independence(1, 2),
            contest="denied-in-general",
            replies=(ids[2],),
            drift=(drift,),
        ),
        Claim("claim-hostile", "act", "physical-surveillance", "", f"Did they: “{HOSTILE}”?", (ids[3],)),
        Claim("claim-reply", "response", "", "", "What does Rovia say of them?", (ids[2],)),
    )
    places = (
        Place("CA", "Canada", "country", "CA", ("m49:001",), 60.0, -95.0),
        Place("m49:001", "World", "world", "", (), None, None),
    )
    works = (Work("work-1", "The Long Reach", "src-watch", "report", (), (by_path["lantern.html"],)),)
    return Weighed((WATCH, PAPER, STATE), works, tuple(resolved), claims, places)


def _case() -> Case:
    state = case(*_texts())
    state = replace(
        state, failures=(ReadFailure("private-name.pdf", "no-text", "private-name.pdf is a scan.", "e" * 64),)
    )
    return Case(
        CaseSettings(
            "Stations abroad",
            "What is said of stations, and what is answered.",
            ownership=(("Lantern Holding", "The Daily Lantern"),),
        ),
        state,
        _weighed(state),
    )


@pytest.fixture(scope="session")
def whole_case() -> Case:
    """The case before its release."""
    return _case()


@pytest.fixture(scope="session")
def public(whole_case) -> PublicCase:
    """The released case."""
    return release(whole_case, KEY)


@pytest.fixture(scope="session")
def site(public) -> dict[str, str]:
    """All files of its draft, as text by path."""
    return {path: data.decode("utf-8-sig", "replace") for path, data in files(public, draft=True)}


@pytest.fixture(scope="session")
def folder(public, tmp_path_factory) -> Path:
    """Its draft on disk."""
    return _written(tmp_path_factory.mktemp("dossier"), files(public, draft=True))


@pytest.fixture(scope="session")
def second_edition(public, tmp_path_factory) -> Path:
    """Its second edition on disk."""
    first = edition(public, 1, "Ada", "2026-05-03T08:00:00+00:00")
    issue = Issue(edition(public, 2, "Bo", "2026-06-01T08:00:00+00:00"), (first,))
    return _written(tmp_path_factory.mktemp("edition"), files(public, draft=False, issue=issue))


def _written(out: Path, made: Iterable[tuple[str, bytes]]) -> Path:
    for path, data in made:
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return out

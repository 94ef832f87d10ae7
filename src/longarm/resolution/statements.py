"""Statements with what their words stand for: sources and works of voices, places, times."""

import dataclasses
from collections.abc import Callable

from longarm.model.claims import Resolved, ResolvedPlace
from longarm.model.documents import Document
from longarm.model.periods import Period
from longarm.model.places import Place
from longarm.model.statements import PlaceMention, Statement, TimeMention, Voice
from longarm.resolution import times, titles
from longarm.resolution.sources import SourceIndex
from longarm.resolution.works import FILING, WorkIndex


def resolve(
    statement: Statement,
    document: Document,
    sources: SourceIndex,
    works: WorkIndex,
    place: Callable[[str], Place | None],
) -> Resolved:
    """A statement with ids beside its words, and the reason for each; the words stay as they are.

    Args:
        document: that it stands in, for its date.
        place: the gazetteer's place of an id, or None.
    """
    voices = tuple(_voice(voice, index, statement, sources, works) for index, voice in enumerate(statement.voices))
    return Resolved(
        statement=dataclasses.replace(statement, voices=voices),
        places=tuple(_place(mention, place) for mention in statement.places),
        period=_time(statement.period, document.published),
        as_of=_time(statement.as_of, document.published),
        said_at=_time(statement.said_at, document.published),
        reasons=_reasons(statement, voices, sources, works),
    )


def _voice(voice: Voice, index: int, statement: Statement, sources: SourceIndex, works: WorkIndex) -> Voice:
    here = statement.document
    if index == 0:
        return dataclasses.replace(voice, source=sources.authors.get(here, ""), work_id=works.documents.get(here, ""))
    source = sources.ids.get((here, voice.name), "") if voice.name else ""
    if (here, source) in works.accused and titles.kind(voice.work) == FILING:
        source = ""  # whom a complaint is against did not write it
    named = voice.work or ("" if source else voice.name)
    work = works.of(here, source, named) if named else ""
    if not source and work:
        source = works.party(work)
    return dataclasses.replace(voice, source=source, work_id=work)


def _place(mention: PlaceMention, place: Callable[[str], Place | None]) -> ResolvedPlace:
    toponym = mention.toponym
    known = place(toponym.place) if toponym.place else None
    name = known.name if known else toponym.span.words
    country = known.country if known else ""
    reading = toponym.place if known else ""
    return ResolvedPlace(reading, name, country, toponym.span.words, mention.role, toponym.readings, toponym.reason)


def _time(mention: TimeMention | None, published: Period | None) -> Period | None:
    return times.resolve(mention, published) if mention is not None else None


def _reasons(
    statement: Statement, voices: tuple[Voice, ...], sources: SourceIndex, works: WorkIndex
) -> tuple[str, ...]:
    found: list[str] = []
    for voice in voices[1:]:
        if voice.source and (reason := sources.reasons.get((statement.document, voice.name))):
            found.append(f"{voice.name}: {reason}")
        if voice.work_id and (reason := works.reason(statement.document, voice.source, voice.work)):
            found.append(f"{voice.work}: {reason}")
    return tuple(dict.fromkeys(found))

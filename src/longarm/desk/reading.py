"""Reading texts: joins passages, statements and resolution, for a case and for one text alone."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from longarm.desk.states import world_states
from longarm.languages import bodies
from longarm.languages.conventions import Overrides
from longarm.model.claims import Resolved, ResolvedPlace
from longarm.model.documents import Block, Document, Passage, TextLayer
from longarm.model.interchange.statements import (
    attribution_data,
    quantity_data,
    statement_data,
    time_data,
    toponym_data,
)
from longarm.model.periods import Period
from longarm.model.places import Place
from longarm.model.statements import Reading, Statement, TimeMention
from longarm.passages.segment import segment
from longarm.places import gazetteer
from longarm.places.words import with_article
from longarm.resolution import acronyms, names
from longarm.resolution import places as place_resolution
from longarm.resolution import times as time_resolution
from longarm.statements import reading as station
from longarm.statements.parse import Parse
from longarm.statements.parser import parse

_POINTS = re.compile(r"\b(?:[A-Z]\.){2,}")  # "U.S."
NARROWEST = 45  # characters of a line that may have been broken by hand; shorter ones are headings, verse, addresses


def extractor_version(conventions: Overrides = ()) -> str:
    """What makes a reading, with versions and the case's conventions; one of another version is made again."""
    return station.version(conventions)


def read_layers(
    items: Iterable[tuple[TextLayer, Document]], key: bytes, conventions: Overrides = ()
) -> Iterator[Reading]:
    """The reading of each text layer, in order; texts are parsed together, so that the model works in full batches.

    Args:
        key: of the case, for the ids of statements.
        conventions: for intervals, those that the case sets otherwise.
    """
    waiting: list[tuple[TextLayer, Document, tuple[Passage, ...]]] = []

    def feed() -> Iterator[Passage]:
        for layer, document in items:
            language = document.language.value if document.language else "en"
            passages = segment(layer, language)
            waiting.append((layer, document, passages))
            yield from passages

    parses = groupby(parse(feed()), key=lambda parsed: parsed.text_id)
    for text_id, group in parses:
        found = list(group)
        while waiting and waiting[0][0].id != text_id:
            yield _reading(waiting.pop(0), [], key, conventions)
        yield _reading(waiting.pop(0), found, key, conventions)
    for left in waiting:
        yield _reading(left, [], key, conventions)


def _reading(
    item: tuple[TextLayer, Document, tuple[Passage, ...]], parses: list[Parse], key: bytes, conventions: Overrides
) -> Reading:
    layer, document, passages = item
    publisher = document.publisher.value if document.publisher else ""
    origin = station.Origin(layer.id, document.id, key, publisher, conventions)
    return station.read(origin, layer.text, passages, parses, place_resolution.resolve)


# --- one text without a case ---------------------------------------------------------------------------------------


def read_text(text: str, published: str | None = None, id: str = "text", publisher: str = "") -> dict[str, Any]:
    """What the machine reads in one text, in the shape of `longarm read --jsonl`.

    Args:
        text: the text as it is; offsets in the answer count its characters.
        published: EDTF date of the text, against which relative dates are resolved.
        id: given back, and part of the ids of statements.
    """
    return next(read_texts([{"id": id, "text": text, "published": published, "publisher": publisher}]))


def read_texts(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """As `read_text`, for rows with id, text and published, in order."""
    dated: list[tuple[str, Period | None]] = []

    def items() -> Iterator[tuple[TextLayer, Document]]:
        for row in rows:
            id = str(row["id"])
            published = str(row["published"]) if row.get("published") else ""
            period = Period(published, published, "day") if published else None
            dated.append((id, period))
            layer = plain_layer(id, str(row["text"]))
            yield layer, Document(id, "", "text/plain", id, len(layer.text), published=period)

    for number, reading in enumerate(read_layers(items(), b"")):
        id, period = dated[number]
        yield {"id": id, **reading_data(reading, period)}


def plain_layer(id: str, text: str) -> TextLayer:
    """A text as it is, one block a line that is not blank; a line broken within a sentence goes on in its block."""
    blocks: list[Block] = []
    start, before = 0, ""
    for number, line in enumerate(text.split("\n")):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            end = first + len(stripped)
            if _goes_on(before, stripped):
                blocks[-1] = dataclasses.replace(blocks[-1], end=end)
            else:
                blocks.append(Block(first, end, index=number))
        start, before = start + len(line) + 1, stripped
    return TextLayer(id, id, "plain 1", text, tuple(blocks))


def _goes_on(before: str, line: str) -> bool:
    """Whether a line was broken by hand within a sentence, or within a word."""
    is_open = len(before) >= NARROWEST and (before[-1].isalnum() or before[-1] in ",;")
    return line[0].islower() and (is_open or re.search(r"[^\W\d_]{2}-$", before) is not None)


def reading_data(reading: Reading, published: Period | None) -> dict[str, Any]:
    """A reading as JSON data; places and times resolved as far as one text allows."""
    known = gazetteer.load()
    places = {t.place: place for t in reading.toponyms if t.place and (place := known.place(t.place))}
    return {
        "attributions": [attribution_data(a) for a in reading.attributions],
        "quantities": [quantity_data(q) for q in reading.quantities],
        "toponyms": [toponym_data(t, places) for t in reading.toponyms],
        "times": [time_data(t, time_resolution.resolve(t, published)) for t in reading.times],
        "statements": [
            statement_data(resolved(_named(statement, reading), places, published)) for statement in reading.statements
        ],
    }


def _named(statement: Statement, reading: Reading) -> Statement:
    """A statement whose voices bear as source what they stand for; without a case, that is a name."""
    voices = tuple(
        dataclasses.replace(voice, source=_party(voice.name, reading)) if index else voice
        for index, voice in enumerate(statement.voices)
    )
    return dataclasses.replace(statement, voices=voices)


def _party(name: str, reading: Reading) -> str:
    """The name of a party in one writing ("US officials" for "U.S. officials"), with what it is short for: the body
    that the text defines it by, else a known one."""
    name = _POINTS.sub(lambda match: match.group().replace(".", ""), name)
    if not (name.isupper() or name in bodies.load().full):
        return _government(name, reading)
    defined = acronyms.definitions([reading]).get((reading.document, name)) or bodies.load().full.get(name)
    return f"{name} ({defined})" if defined else _government(name, reading)


def _government(name: str, reading: Reading) -> str:
    """The name of a party; with whose government it stands for where its seat speaks: "Beijing (Chinese government)",
    by the adjective that the text has for the state, else by the state's name."""
    states = world_states()
    code = names.seat(name)
    if not code or any(person.span.words == name for person in reading.people):
        return name
    words = Counter(t.span.words for t in reading.toponyms if t.role == "demonym" and t.place == code)
    adjective = min(words, key=lambda word: (-words[word], word), default="")
    return (
        f"{name} ({adjective} government)" if adjective else f"{name} (government of {with_article(states.name(code))})"
    )


def resolved(statement: Statement, places: dict[str, Place], published: Period | None) -> Resolved:
    """A statement with its places and times as far as one text allows."""

    def when(mention: TimeMention | None) -> Period | None:
        return time_resolution.resolve(mention, published) if mention else None

    found = []
    for mention in statement.places:
        toponym = mention.toponym
        place = places.get(toponym.place) or gazetteer.load().place(toponym.place)
        found.append(
            ResolvedPlace(
                toponym.place,
                place.name if place else "",
                place.country if place else "",
                toponym.span.words,
                mention.role,
                toponym.readings,
                toponym.reason,
            )
        )
    return Resolved(statement, tuple(found), when(statement.period), when(statement.as_of), when(statement.said_at))

"""The codebook: methods, host-state responses and measures, read from YAML that outsiders can edit, and validated."""

import functools
from typing import Any, Protocol, TypeVar

from longarm.codebook.entries import Data, Entry, Words, listed, word_lists
from longarm.codebook.terms import (
    DOERS,
    FREEDOM_HOUSE,
    HOST_LEVELS,
    KINDS,
    RELATIONS,
    STAGES,
    Measure,
    Method,
    Relation,
    Response,
)
from longarm.core.reference import read_yaml
from longarm.errors import DataError


@functools.cache
def methods() -> tuple[Method, ...]:
    """Every method, from the specific to the general: of two that fit equally, the earlier is meant."""
    return parse_methods(read_file("methods.yaml"), "methods.yaml")


@functools.cache
def responses() -> tuple[Response, ...]:
    """Every host-state response, from the specific to the general."""
    return parse_responses(read_file("responses.yaml"), "responses.yaml")


@functools.cache
def measures() -> tuple[Measure, ...]:
    """Every measure; of equally long nouns the earlier entry is meant."""
    known = frozenset(method.id for method in methods())
    return parse_measures(read_file("measures.yaml"), "measures.yaml", known)


@functools.cache
def people_nouns() -> tuple[str, ...]:
    """Lemmas and phrases that count people, whose measure the verb then decides."""
    return Entry("measures.yaml", "people", read_file("measures.yaml")).strings("people")


@functools.cache
def named_words() -> dict[str, tuple[str, ...]]:
    """The lists that a single word is in, as cues name them ("mother" is in "<kin>")."""
    found: dict[str, list[str]] = {}
    for file in ("methods.yaml", "responses.yaml", "assessments.yaml"):
        for name, words in word_lists(read_file(file), file).items():
            for word in dict.fromkeys(words):
                found.setdefault(word, []).append(f"<{name}>")
    return {word: tuple(names) for word, names in found.items()}


@functools.cache
def method(id: str) -> Method:
    """The method of that id.

    Raises:
        DataError: the codebook has none.
    """
    return _by_id(methods(), id, "method")


@functools.cache
def measure(id: str) -> Measure:
    """The measure of that id.

    Raises:
        DataError: the codebook has none.
    """
    return _by_id(measures(), id, "measure")


def parse_methods(data: Any, file: str) -> tuple[Method, ...]:
    """The methods of the data of a codebook file.

    Raises:
        DataError: naming file, entry and field.
    """
    words = word_lists(data, file)
    return tuple(_method(entry, words) for entry in listed(data, "methods", file))


def parse_responses(data: Any, file: str) -> tuple[Response, ...]:
    """The host-state responses of the data of a codebook file.

    Raises:
        DataError: naming file, entry and field.
    """
    words = word_lists(data, file)
    return tuple(_response(entry, words) for entry in listed(data, "responses", file))


def parse_measures(data: Any, file: str, method_ids: frozenset[str]) -> tuple[Measure, ...]:
    """The measures of the data of a codebook file.

    Raises:
        DataError: naming file, entry and field; also for an unknown measure or method that an entry names.
    """
    words = word_lists(data, file)
    entries = listed(data, "measures", file)
    ids = frozenset(entry.id for entry in entries)
    return tuple(_measure(entry, words, ids, method_ids) for entry in entries)


def _method(entry: Entry, words: Words) -> Method:
    crosswalks = Entry(entry.file, entry.id, _mapping(entry, "crosswalks"))
    return Method(
        **_term(entry, words),
        freedom_house=crosswalks.strings("freedom_house", FREEDOM_HOUSE),
        huridocs=crosswalks.strings("huridocs"),
    )


def _response(entry: Entry, words: Words) -> Response:
    return Response(**_term(entry, words), stage=entry.string("stage", STAGES))


def _term(entry: Entry, words: Words) -> dict[str, Any]:
    """The fields of a `Term`."""
    return {
        "id": entry.id,
        "label": entry.string("label"),
        "definition": entry.string("definition"),
        "includes": entry.strings("includes"),
        "excludes": entry.strings("excludes"),
        "cues": entry.cues("cues", words, by_name=True),
        "sources": entry.strings("sources"),
    }


def _measure(entry: Entry, words: Words, ids: frozenset[str], method_ids: frozenset[str]) -> Measure:
    nouns = entry.cues("nouns", words, needed=False)
    verbs = entry.cues("verbs", words, needed=False)
    if not nouns and not verbs:
        raise entry.refuse("nouns", "nouns or verbs are needed")
    return Measure(
        id=entry.id,
        label=entry.string("label"),
        question=entry.string("question"),
        kind=entry.string("kind", KINDS),
        nouns=nouns,
        verbs=verbs,
        beside=entry.strings("beside", tuple(sorted(ids)), needed=False),
        methods=entry.strings("methods", tuple(sorted(method_ids)), needed=False),
        relations=tuple(_relation(entry, item, ids) for item in entry.data.get("relations", [])),
        spares=frozenset(entry.strings("spares", needed=False)),
        spared=frozenset(entry.strings("spared", needed=False)),
        of=entry.strings("of", tuple(sorted(ids)), needed=False),
        doer=entry.string("doer", DOERS) if "doer" in entry.data else "",
    )


def _relation(entry: Entry, data: Any, ids: frozenset[str]) -> Relation:
    if not isinstance(data, dict):
        raise entry.refuse("relations", "each is an object with kind and measure")
    part = Entry(entry.file, f"{entry.id} relations", data)
    kind = part.string("kind", RELATIONS)
    return Relation(
        kind=kind,
        measure=part.string("measure", tuple(sorted(ids))),
        level=part.string("level", HOST_LEVELS) if kind == "hosts" else "",
    )


def _mapping(entry: Entry, field: str) -> Data:
    value = entry.data.get(field)
    if not isinstance(value, dict):
        raise entry.refuse(field, "an object is needed")
    return value


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Found = TypeVar("Found", bound=_Named)


def _by_id(entries: tuple[Found, ...], id: str, what: str) -> Found:
    for entry in entries:
        if entry.id == id:
            return entry
    raise DataError(f"the codebook has no {what} {id}: see `codebook/data`")


@functools.cache
def read_file(name: str) -> Any:
    """The data of one file of the codebook.

    Raises:
        DataError: it cannot be read.
    """
    return read_yaml("longarm.codebook", name)

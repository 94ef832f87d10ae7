"""The codebook: methods, host-state responses and measures, read from YAML that outsiders can edit, and validated."""

import functools
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from longarm.core.reference import read_yaml
from longarm.errors import DataError

Data = Mapping[str, Any]
Words = Mapping[str, tuple[str, ...]]

_PART = re.compile(r"\([^()]*\)|[^\s()]+")  # of a cue: alternatives in brackets, or a word

KINDS = ("stock", "cumulative")
RELATIONS = ("hosts", "at-most")
HOST_LEVELS = ("city", "country", "continent")
FREEDOM_HOUSE = ("direct attack", "co-opting other countries", "mobility controls", "threats from a distance")
STAGES = (
    "investigation",
    "closure-order",
    "expulsion",
    "sanction",
    "arrest",
    "charge",
    "plea",
    "conviction",
    "acquittal",
    "charge-dropped",
    "no-action",
    "law-passed",
    "warning",
    "hotline",
    "protection",
)


@dataclass(frozen=True, slots=True)
class Method:
    """One method of transnational repression.

    Attributes:
        id: kebab-case, stable.
        includes, excludes: sentences that draw its limits.
        cues: rows of lower-case lemmas, `*` for up to three words between; written out, without alternatives.
        sources: where the definition comes from.
        freedom_house: categories of Freedom House, each one of FREEDOM_HOUSE.
        huridocs: terms of the HURIDOCS micro-thesaurus of acts.
    """

    id: str
    label: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    cues: tuple[str, ...]
    sources: tuple[str, ...]
    freedom_house: tuple[str, ...]
    huridocs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """One thing a host state does about transnational repression; fields as in Method.

    Attributes:
        stage: the step of proceedings it is, one of STAGES.
    """

    id: str
    label: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    cues: tuple[str, ...]
    sources: tuple[str, ...]
    stage: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How a measure is bound to another.

    Attributes:
        kind: `hosts` (counts the places of `level` where the other is above zero) or `at-most` (never above the other).
        measure: id of the other.
        level: one of HOST_LEVELS for `hosts`, else empty.
    """

    kind: str
    measure: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts.

    Attributes:
        question: the words of the claim's question, without place and question mark.
        kind: `stock` (may fall) or `cumulative` (does not).
        nouns: head nouns and noun phrases, in lemmas, that name what is counted.
        verbs: verbs and verb phrases, in lemmas, that select the measure where people are counted.
        beside: ids of measures in whose company alone the nouns mean this one; empty: anywhere.
        methods: ids of the methods it counts; figures in a passage on one of them lean to it.
    """

    id: str
    label: str
    question: str
    kind: str
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    beside: tuple[str, ...]
    methods: tuple[str, ...]
    relations: tuple[Relation, ...]


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
    return tuple(_method(entry, words) for entry in _entries(data, "methods", file))


def parse_responses(data: Any, file: str) -> tuple[Response, ...]:
    """The host-state responses of the data of a codebook file.

    Raises:
        DataError: naming file, entry and field.
    """
    words = word_lists(data, file)
    return tuple(_response(entry, words) for entry in _entries(data, "responses", file))


def parse_measures(data: Any, file: str, method_ids: frozenset[str]) -> tuple[Measure, ...]:
    """The measures of the data of a codebook file.

    Raises:
        DataError: naming file, entry and field; also for an unknown measure or method that an entry names.
    """
    words = word_lists(data, file)
    entries = _entries(data, "measures", file)
    ids = frozenset(entry.id for entry in entries)
    return tuple(_measure(entry, words, ids, method_ids) for entry in entries)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file, whose fields are taken with a check that names file, entry and field."""

    file: str
    id: str
    data: Data

    def refuse(self, field: str, why: str) -> DataError:
        """The error for a field; `why` is the rest of the sentence."""
        return DataError(f"{self.file}, entry {self.id}, field {field}: {why}")

    def string(self, field: str, among: tuple[str, ...] | None = None) -> str:
        """A text that is not empty, and one of `among` where that is given."""
        value = self.data.get(field)
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(field, "a text is needed")
        if among is not None and value not in among:
            raise self.refuse(field, f"{value!r} is none of {', '.join(among)}")
        return value.strip()

    def strings(self, field: str, among: tuple[str, ...] | None = None, needed: bool = True) -> tuple[str, ...]:
        """A list of texts; at least one where it is needed, each one of `among` where that is given."""
        value = self.data.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.refuse(field, "a list of texts is needed")
        if needed and not value:
            raise self.refuse(field, "at least one is needed")
        for item in value:
            if among is not None and item not in among:
                raise self.refuse(field, f"{item!r} is none of {', '.join(among)}")
        return tuple(item.strip() for item in value)

    def cues(self, field: str, words: Words, needed: bool = True) -> tuple[str, ...]:
        """The patterns of a field, written out, each once, in their order."""
        found: dict[str, None] = {}
        for pattern in self.strings(field, needed=needed):
            found.update(dict.fromkeys(self._written_out(field, pattern, words)))
        return tuple(found)

    def _written_out(self, field: str, pattern: str, words: Words) -> list[str]:
        if pattern != pattern.lower():
            raise self.refuse(field, f"{pattern!r} must be in lower case, as lemmas are")
        parts = _PART.findall(pattern)
        self._check(field, pattern, parts)
        choices = [self._choices(field, part, words) for part in parts]
        rows = (" ".join(part for part in row if part) for row in itertools.product(*choices))
        return [row for row in rows if row and not row.startswith("*") and not row.endswith("*") and "* *" not in row]

    def _check(self, field: str, pattern: str, parts: list[str]) -> None:
        """Alternatives beside another word say by brackets how far each goes: "travel ban|visa ban" could mean two."""
        if " ".join(parts) != " ".join(pattern.split()) or any("(" in part.strip("()") for part in parts):
            raise self.refuse(field, f"{pattern!r} has a bracket that is not closed, or one within another")
        for at, part in enumerate(parts):
            beside = [parts[i] for i in (at - 1, at + 1) if 0 <= i < len(parts)]
            if "|" in part and not part.startswith("(") and any(word != "*" for word in beside):
                raise self.refuse(
                    field,
                    f"{pattern!r} does not tell how far the alternatives {part!r} go: put them in brackets, "
                    f"as in ({part}), with any blanks inside",
                )

    def _choices(self, field: str, part: str, words: Words) -> list[str]:
        found: list[str] = []
        for choice in part.removeprefix("(").removesuffix(")").split("|"):
            if not choice.startswith("<"):
                found.append(choice)
                continue
            if choice.strip("<>") not in words:
                raise self.refuse(field, f"{choice} names no list under `words`")
            found.extend(words[choice.strip("<>")])
        return found


def _method(entry: Entry, words: Words) -> Method:
    crosswalks = Entry(entry.file, entry.id, _mapping(entry, "crosswalks"))
    return Method(
        id=entry.id,
        label=entry.string("label"),
        definition=entry.string("definition"),
        includes=entry.strings("includes"),
        excludes=entry.strings("excludes"),
        cues=entry.cues("cues", words),
        sources=entry.strings("sources"),
        freedom_house=crosswalks.strings("freedom_house", FREEDOM_HOUSE),
        huridocs=crosswalks.strings("huridocs"),
    )


def _response(entry: Entry, words: Words) -> Response:
    return Response(
        id=entry.id,
        label=entry.string("label"),
        definition=entry.string("definition"),
        includes=entry.strings("includes"),
        excludes=entry.strings("excludes"),
        cues=entry.cues("cues", words),
        sources=entry.strings("sources"),
        stage=entry.string("stage", STAGES),
    )


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


def word_lists(data: Any, file: str) -> Words:
    """The named lists under `words` of a file."""
    lists = data.get("words", {}) if isinstance(data, dict) else {}
    entry = Entry(file, "words", lists)
    return {name: entry.strings(name) for name in lists}


def _entries(data: Any, key: str, file: str) -> tuple[Entry, ...]:
    if not isinstance(data, dict) or not isinstance(data.get(key), list):
        raise DataError(f"{file}: a list under `{key}` is needed")
    entries = tuple(_entry(file, index, item) for index, item in enumerate(data[key], 1))
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise entry.refuse("id", "two entries have it; rename one")
        seen.add(entry.id)
    return entries


def _entry(file: str, index: int, item: Any) -> Entry:
    id = item.get("id") if isinstance(item, dict) else None
    if not isinstance(id, str) or not id.replace("-", "").isalnum() or id != id.lower():
        raise DataError(f"{file}, entry {index}, field id: lower-case words parted by hyphens are needed")
    return Entry(file, id, item)


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

"""Short constructors of valid documents, readings, statements and cases, for tests and for authors of extensions.

A `Text` is one document in the making. Statements are added by their words; the text is put together from them, so
that every span holds the words it says:

    text = Text("a.txt", publisher="The Daily Lantern")
    text.say("Rovia runs 54 stations.", kind="figure", measure="station", number="54", low=54, high=54, actor="Rovia")
    state = case(text)
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass, field

from longarm.core.hashing import keyed_id, sha256
from longarm.core.intervals import Interval, Number
from longarm.model.case import State
from longarm.model.documents import Block, Document, Passage, Stated, TextLayer
from longarm.model.periods import Period
from longarm.model.spans import Span
from longarm.model.statements import (
    CitedWork,
    DeclaredSource,
    Hedge,
    PersonMention,
    PlaceMention,
    Quantity,
    Reading,
    Roles,
    Statement,
    TimeMention,
    Toponym,
    Voice,
)

KEY = b"a key for tests"
BREAK = "\n\n"
Link = tuple[str, str, str, str, str, str]  # name, work, cue, mention, found, attitude
When = tuple[str, str, str]  # words, EDTF start, EDTF end


def document(
    path: str,
    text: str = "",
    publisher: str = "",
    title: str = "",
    published: str = "",
    language: str = "en",
) -> Document:
    """A document of those bytes; `published` is an EDTF date or empty."""
    data = f"{path}\n{text}".encode()
    return Document(
        id=keyed_id(KEY, "doc", sha256(data)),
        sha256=sha256(data),
        media="text/plain",
        path=path,
        size=len(data),
        title=Stated(title, "manifest") if title else None,
        publisher=Stated(publisher, "manifest") if publisher else None,
        language=Stated(language, "detected"),
        published=Period(published, published, _precision(published)) if published else None,
        published_origin="manifest" if published else "",
    )


def voice(
    name: str, work: str = "", cue: str = "", mention: str = "", found: str = "explicit", attitude: str = "asserts"
) -> Link:
    """One link of a chain, by its words; `Text.say` finds the spans (mention: the name where left empty)."""
    return name, work, cue, mention or name, found, attitude


def _precision(edtf: str) -> str:
    return {4: "year", 7: "month"}.get(len(edtf), "day")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Words at an offset of a text, in which the parts of a statement are found by their own words."""

    text: str
    start: int
    words: str

    def find(self, part: str) -> Span:
        at = self.start + self.words.index(part)
        return Span(self.text, at, at + len(part), part)

    def time(self, given: When | None) -> TimeMention | None:
        if given is None:
            return None
        words, start, end = given
        return TimeMention(self.find(words), "date" if start == end else "range", start, end, _precision(end))

    def voice(self, link: Link) -> Voice:
        name, work, cue, mention, found, attitude = link
        named, attributed = (self.find(part) if part else None for part in (mention, cue))
        return Voice(name, work, named, attributed, found, attitude)

    def quantity(self, number: str, interval: Interval, is_vague: bool, unit: str, relation: str) -> Quantity:
        value = None if is_vague else interval.low
        head = unit.split()[-1] if unit else ""
        return Quantity(self.find(number), interval, value, unit=unit, relation=relation, unit_head=head)


@dataclass
class Text:
    """One document in the making: say what it says, then put it into a `case`."""

    path: str
    publisher: str = ""
    title: str = ""
    published: str = ""
    declares: tuple[str, str, str] = ("", "", "")
    _parts: list[str] = field(default_factory=list)
    _statements: list[Statement] = field(default_factory=list)
    _works: list[CitedWork] = field(default_factory=list)
    _people: list[PersonMention] = field(default_factory=list)

    @property
    def _id(self) -> str:
        return keyed_id(KEY, "text", self.path)

    @property
    def text(self) -> str:
        """The characters so far."""
        return BREAK.join(self._parts)

    def paragraph(self, words: str) -> int:
        """Add a paragraph; its offset in the text."""
        start = len(self.text) + (len(BREAK) if self._parts else 0)
        self._parts.append(words)
        return start

    def say(
        self,
        words: str,
        kind: str = "figure",
        *,
        clause: str = "",
        method: str = "",
        measure: str = "",
        number: str = "",
        low: Number = 0,
        high: Number | None = None,
        is_vague: bool = False,
        relation: str = "",
        unit: str = "",
        counted_set: str = "all",
        basis: str = "total",
        part_of: tuple[str, ...] = (),
        voices: Iterable[Link] = (),
        polarity: str = "affirmed",
        hedges: tuple[tuple[str, str], ...] = (),
        stage: str = "",
        actor: str = "",
        operator: str = "",
        programme: str = "",
        target: str = "",
        places: Iterable[tuple[str, str] | tuple[str, str, str]] = (),
        period: When | None = None,
        as_of: When | None = None,
        said_at: When | None = None,
    ) -> str:
        """Add a paragraph with one statement in it; gives the statement's id.

        Args:
            clause: the words that assert, where not the whole paragraph.
            number, low, high: words and interval of a quantity; empty words: none.
            is_vague: the words hold no number ("dozens").
            stage: of a legal statement or a response, the step of the codebook.
            places: (words, gazetteer id[, role]); words not in the paragraph are put after it.
            period, as_of, said_at: (words, EDTF start, EDTF end).
        """
        places, voices = list(places), list(voices)
        outside = [p[0] for p in places if p[0] not in words]
        times = [time[0] for time in (period, as_of, said_at) if time is not None and time[0] not in words]
        links = [part for v in voices for part in (v[2], v[3]) if part and part not in words]
        start = self.paragraph(" ".join([words, *outside, *times, *links]))
        told = _Paragraph(self._id, start, self._parts[-1])
        chain = (Voice(self.publisher, "", None, None, "author"), *map(told.voice, voices))
        quantity = told.quantity(number, Interval(low, high), is_vague, unit, relation) if number else None
        order = len(self._statements)
        made = Statement(
            id=keyed_id(KEY, "st", self.path, order),
            document="",
            span=told.find(clause or words),
            kind=kind,
            method=method,
            voices=chain,
            polarity=polarity,
            hedges=tuple(Hedge(hedge, said, len(chain) - 1) for hedge, said in hedges),
            roles=Roles(actor, operator, programme, target),
            measure=measure,
            quantity=quantity,
            basis=basis,
            counted_set=counted_set,
            part_of=part_of,
            places=tuple(
                PlaceMention(Toponym(told.find(place[0]), place=place[1]), place[2] if len(place) > 2 else _role(kind))
                for place in places
            ),
            period=told.time(period),
            as_of=told.time(as_of),
            said_at=told.time(said_at),
            passage=len(self._parts) - 1,
            order=order,
            stage=stage,
        )
        self._statements.append(made)
        return made.id

    def cite(self, words: str, title: str = "", kind: str = "", party: str = "") -> None:
        """Add a paragraph that names a work; the span is the title, or else all words."""
        start = self.paragraph(words)
        at = words.index(title) if title and title in words else 0
        length = len(title) if title and title in words else len(words)
        span = Span(self._id, start + at, start + at + length, words[at : at + length])
        self._works.append(CitedWork(span, title, kind, party))

    def name(self, person: str) -> None:
        """Add a paragraph that is a person's name."""
        start = self.paragraph(person)
        self._people.append(PersonMention(Span(self._id, start, start + len(person), person)))

    def built(self) -> tuple[Document, TextLayer, Reading]:
        """The document, its text layer and its reading."""
        made = document(self.path, self.text, self.publisher, self.title, self.published)
        declared, text = None, self.text
        if any(self.declares):
            name, work, title = self.declares
            start = len(text) + (len(BREAK) if text else 0)
            text = BREAK.join([*self._parts, name]) if self._parts else name
            span = Span(self._id, start, start + len(name), name)
            declared = DeclaredSource(name, work, span, span, title)
        passages, blocks, at = [], [], 0
        for index, part in enumerate(text.split(BREAK)):
            passages.append(Passage(Span(self._id, at, at + len(part), part), "paragraph"))
            blocks.append(Block(at, at + len(part), index=index))
            at += len(part) + len(BREAK)
        layer = TextLayer(self._id, made.id, "builder 1", text, tuple(blocks))
        statements = tuple(dataclasses.replace(statement, document=made.id) for statement in self._statements)
        reading = Reading(
            self._id,
            made.id,
            "builder 1",
            tuple(passages),
            people=tuple(self._people),
            works=tuple(self._works),
            declared=declared,
            statements=statements,
        )
        return made, layer, reading


def _role(kind: str) -> str:
    return "scope" if kind == "figure" else "site"


def case(*texts: Text) -> State:
    """The state of a case that holds these texts."""
    built = [text.built() for text in texts]
    return State(
        documents=tuple(sorted((b[0] for b in built), key=lambda d: (d.path, d.id))),
        layers=tuple(sorted((b[1] for b in built), key=lambda layer: layer.document)),
        readings=tuple(sorted((b[2] for b in built), key=lambda reading: reading.document)),
    )

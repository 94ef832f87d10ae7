"""Statements that people make: over words they selected, with values they typed, ready for a decision."""

import dataclasses
from dataclasses import dataclass

from longarm.core.intervals import Interval, Number
from longarm.errors import DecisionRefused
from longarm.ledger.describe import period
from longarm.model.documents import TextLayer
from longarm.model.spans import Span
from longarm.model.statements import (
    PlaceMention,
    Quantity,
    Roles,
    Statement,
    TimeMention,
    Toponym,
    Voice,
)
from longarm.places import gazetteer


@dataclass(frozen=True, slots=True)
class Words:
    """Words that somebody selected: a text layer and two offsets in it.

    Raises:
        DecisionRefused: they do not lie in the text.
    """

    layer: TextLayer
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.layer.text):
            raise DecisionRefused(f"no words stand from {self.start} to {self.end} of this text: select them again")

    @property
    def span(self) -> Span:
        """The span, without blanks at its ends."""
        words = self.layer.text[self.start : self.end]
        start = self.start + len(words) - len(words.lstrip())
        return Span.of(self.layer.id, self.layer.text, start, start + len(words.strip()))


def statement(words: Words, kind: str, *, method: str = "", publisher: str = "", stage: str = "") -> Statement:
    """A statement of that kind over the words, told by the document's author; `with_*` add the rest.

    Args:
        publisher: name of the document's publisher, empty where unknown.
        stage: for a legal step or a response, the step of the codebook.
    """
    voice = Voice(publisher, "", None, None, "author")
    return Statement("", words.layer.document, words.span, kind, method, (voice,), stage=stage)


def with_voice(one: Statement, name: str, *, mention: Words | None = None, cue: Words | None = None) -> Statement:
    """The statement, said by one more party."""
    voice = Voice(name, "", mention.span if mention else None, cue.span if cue else None, "explicit")
    return dataclasses.replace(one, voices=(*one.voices, voice))


def with_quantity(
    one: Statement,
    words: Words,
    low: Number,
    high: Number | None,
    *,
    qualifier: str = "exact",
    unit: str = "",
    measure: str = "",
) -> Statement:
    """The statement with a count.

    Args:
        words: the number with its qualifier, as the text has it.
        low, high: what it comes to, both included; None is without an upper end.
        measure: id of the codebook, or the counted noun.

    Raises:
        DecisionRefused: the lower end is above the upper one.
    """
    if high is not None and low > high:
        raise DecisionRefused(f"a count cannot run from {low} to {high}: put the smaller number first")
    value: Number | tuple[Number, Number] | None = low if high in (low, None) else (low, high or low)
    quantity = Quantity(words.span, Interval(low, high), value, qualifier, unit or measure, unit_head=measure)
    return dataclasses.replace(one, quantity=quantity, measure=measure or one.measure)


def with_place(one: Statement, place: str, *, role: str = "scope", words: Words | None = None) -> Statement:
    """The statement at a place of the gazetteer; without words that name it, the statement's own stand for them.

    Raises:
        DecisionRefused: the gazetteer has no such place.
    """
    if gazetteer.load().place(place) is None:
        raise DecisionRefused(f"{place} is not in the gazetteer: choose one of the places that it offers")
    toponym = Toponym(words.span if words else one.span, "place", place, reason="a person chose it")
    return dataclasses.replace(one, places=(*one.places, PlaceMention(toponym, role)))


def with_time(one: Statement, date: str, *, of: str = "period", words: Words | None = None) -> Statement:
    """The statement with a time.

    Args:
        date: EDTF, or two with a `/` between.
        of: `period` (when it happened), `as_of` (of a count), `said_at`.

    Raises:
        DecisionRefused: it is none of these.
    """
    when = period(date)
    if when is None or of not in ("period", "as_of", "said_at"):
        raise DecisionRefused(f"“{date}” is no date: write it as 2022, 2022-09 or 2022-09-13")
    kind = "range" if "/" in date else "date"
    mention = TimeMention(words.span if words else one.span, kind, when.start, when.end, when.precision)
    return dataclasses.replace(one, **{of: mention})  # type: ignore[arg-type]


def with_roles(
    one: Statement, *, actor: str = "", operator: str = "", programme: str = "", target: str = ""
) -> Statement:
    """The statement with who takes part, in the words of the text."""
    return dataclasses.replace(one, roles=Roles(actor, operator, programme, target))

"""Whether a decision can be taken: what it is about is there, and its values are ones that can be."""

import re

from longarm.codebook import loader as codebook
from longarm.errors import DecisionRefused
from longarm.ledger.describe import transcribed
from longarm.ledger.settle import settle
from longarm.model.matters import (
    CORRECTABLE,
    DESCRIBED,
    REPLY_STATES,
    TOGETHER,
    VERDICTS,
    Addition,
    Attach,
    Correction,
    Description,
    Merge,
    Naming,
    Placing,
    Release,
    Reply,
    Review,
    Revisit,
    Split,
    Transcript,
    Tying,
    Variants,
    What,
    Withholding,
)
from longarm.model.spans import spans_in
from longarm.model.statements import STATEMENT_KINDS, Statement
from longarm.places import gazetteer
from longarm.storage import derived, lookup
from longarm.storage.ledger import Ledger

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_EDTF = re.compile(r"([\dX]{4}(-[\dX]{2}){0,2})(/[\dX]{4}(-[\dX]{2}){0,2})?")
TIES = ("confirmed", "undone")


def check(ledger: Ledger, what: What, why: str) -> None:
    """Passes a decision that can be taken.

    Raises:
        DecisionRefused: says what is wrong with it and what would be right.
    """
    match what:
        case Review(verdict=verdict):
            _one_of("verdict", verdict, VERDICTS)
        case Addition(statement=statement):
            _statement(ledger, statement)
        case Correction(fields=fields, to=to):
            for name in fields:
                _one_of("field", name, CORRECTABLE)
            _needs(bool(fields), "a correction names at least one field that is wrong")
            _statement(ledger, to)
        case Merge(of=of, statements=statements):
            _one_of("of", of, TOGETHER)
            _needs(
                len(set(statements)) > 1, "a merge needs two statements at least: choose another claim to merge with"
            )
        case Split(of=of, statements=statements, rest=rest):
            _one_of("of", of, TOGETHER)
            _needs(bool(statements and rest), "a split needs a statement that leaves and one that stays")
            _needs(not set(statements) & set(rest), "a statement cannot leave and stay: take it out of one side")
        case Tying(verdict=verdict):
            _one_of("verdict", verdict, TIES)
        case Description(document=document, values=values):
            _there(ledger, document)
            _description(ledger, values)
        case Transcript(document=document, text=text):
            _there(ledger, document)
            _needs(bool(text.strip()), "a transcript has the words that are on the page: type them")
            _needs(ledger.layer(document) is None, f"{document} has a text already: select the words in it")
        case Variants(names=names):
            _needs(len(set(names)) > 1, "two different names are needed to join them, or to keep them apart")
        case Placing(document=document, place=place):
            _there(ledger, document)
            _needs(not place or gazetteer.load().place(place) is not None, f"{place} is not in the gazetteer")
        case Reply(status=status, on=on):
            _one_of("status", status, REPLY_STATES)
            _day(on)
        case Revisit(subject=subject, on=on):
            _there(ledger, subject)
            if on:
                _day(on)
        case Release(claim=claim, holds=holds):
            if holds:
                _there(ledger, claim)
        case Withholding(subject=subject):
            _there(ledger, subject)
        case Naming(name=name, basis=basis, holds=holds):
            _needs(bool(name.strip()), "give the name as it may be shown")
            _needs(
                not holds or bool(basis.strip() and why),
                "a person is named for a public role or an official document: say which, and why the name is needed",
            )
        case Attach(text=text, start=start, end=end):
            _needs(0 <= start < end, f"the words from {start} to {end} of {text} are none: select them again")


def _statement(ledger: Ledger, statement: Statement) -> None:
    _one_of("kind", statement.kind, STATEMENT_KINDS)
    known = {one.id for one in codebook.methods()} | {one.id for one in codebook.responses()}
    _needs(not statement.method or statement.method in known, f"{statement.method} is not in the codebook")
    _needs(bool(statement.voices), "a statement has at least the voice of its document")
    _needs(statement.kind != "figure" or statement.quantity is not None, "a figure needs a number: give its words")
    part = derived.load_part(ledger, [statement.document])
    _needs(bool(part.documents), f"there is no document {statement.document} in the case")
    part, _ = settle(part)
    layer = next(iter(transcribed(part, ()).layers), None)
    if layer is None:
        raise DecisionRefused(f"{statement.document} has no text yet: type what the page says first")
    for span in spans_in(statement):
        right = span.text == layer.id and layer.text[span.start : span.end] == span.words
        _needs(right, f"“{span.words[:60]}” does not stand at {span.start} of the text as it is now: select it again")


def _description(ledger: Ledger, values: tuple[tuple[str, str], ...]) -> None:
    for name, value in values:
        _one_of("field", name, DESCRIBED)
        if name == "published" and value:
            _needs(bool(_EDTF.fullmatch(value)), f"{value} is no date: write it as 2022, 2022-09 or 2022-09-13")
        if name == "work" and value:
            _there(ledger, value)


def _there(ledger: Ledger, id: str) -> None:
    found = lookup.has(ledger, id) or bool(ledger.entries_touching([id]))
    _needs(found, f"there is nothing called {id} in the case: look it up again")


def _day(value: str) -> None:
    _needs(bool(_DAY.fullmatch(value)), f"“{value}” is no date: write it as 2022-09-13")


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    _needs(value in allowed, f"the {name} {value} is not known: write one of {', '.join(allowed)}")


def _needs(holds: bool, sentence: str) -> None:
    if not holds:
        raise DecisionRefused(sentence)

"""Statements from forms: every part over the words of the text it is said in."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from longarm.core.intervals import Number
from longarm.desk.deciding import drafts
from longarm.desk.deciding.drafts import Words
from longarm.model.documents import TextLayer
from longarm.model.matters import CORRECTABLE
from longarm.model.spans import Span
from longarm.model.statements import Hedge, PlaceMention, Quantity, Roles, Statement, TimeMention, Toponym, Voice
from longarm.places import gazetteer
from longarm.web.answers import Refused
from longarm.web.declared import TEXT, Field
from longarm.web.views.options import BASES, RELATIONS, codes
from longarm.web.visit import Visit

_EDTF = re.compile(r"[\dX]{4}(-[\dX]{2}(-[\dX]{2})?)?")
_NUMBER = re.compile(r"\d{1,15}(\.\d{1,6})?")
ROLES = ("actor", "operator", "programme", "target")
TIMES = ("period", "as_of", "said_at")
BY_HAND = "a person chose it"


def statement_fields() -> tuple[Field, ...]:
    """What the form of a statement may hold; rows of voices, hedges and places have one value each a row."""
    return (
        Field("words", TEXT),
        Field("start", 12),
        Field("kind", choices=codes("kinds")),
        Field("method", 80),
        Field("measure", 80),
        Field("polarity", choices=("affirmed", "denied")),
        Field("stage", choices=codes("stages")),
        Field("basis", choices=BASES),
        Field("counted_set", 100),
        *(Field(name) for name in ROLES),
        Field("number"),
        Field("low", 24),
        Field("high", 24),
        Field("qualifier", choices=codes("qualifiers")),
        Field("relation", choices=RELATIONS),
        Field("unit"),
        Field("whole"),
        Field("voice", is_many=True),
        Field("voice_work", is_many=True),
        Field("voice_attitude", choices=codes("attitudes"), is_many=True),
        Field("voice_found", choices=codes("found_by"), is_many=True),
        Field("hedge", choices=codes("hedge_kinds"), is_many=True),
        Field("hedge_words", is_many=True),
        Field("place_words", is_many=True),
        Field("place", is_many=True),
        Field("place_role", choices=codes("place_roles"), is_many=True),
        *(Field(f"{name}_{end}", 20) for name in TIMES for end in ("start", "end")),
    )


def place_words(layer: TextLayer, words: str, start: int | None = None, near: Span | None = None) -> Span:
    """Where words stand in a text: at `start`, else near a span, else wherever they stand once.

    Blanks and line ends may differ.

    Raises:
        Refused: they do not stand there, or stand several times and nothing says which is meant.
    """
    parts = words.split()
    if not parts:
        raise Refused(400, "Select the words, or type them as they stand in the text.")
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    found = [Span.of(layer.id, layer.text, match.start(), match.end()) for match in pattern.finditer(layer.text)]
    if not found:
        raise Refused(400, f"“{words[:80]}” does not stand in this text. Copy the words as they are there.")
    if start is not None:
        return min(found, key=lambda span: abs(span.start - start))
    if near is not None:
        inside = [span for span in found if near.contains(span)]
        return inside[0] if inside else min(found, key=lambda span: abs(span.start - near.start))
    if len(found) > 1:
        raise Refused(400, f"“{words[:80]}” stands {len(found)} times in this text. Add some words around it.")
    return found[0]


def filled(base: Statement, visit: Visit, layer: TextLayer) -> Statement:
    """The statement as the form says it: parts that the form does not change are those of `base`."""
    span = _span(base, visit, layer)
    said = replace(
        base,
        span=span,
        kind=visit.one("kind") or base.kind,
        method=visit.one("method"),
        measure=visit.one("measure"),
        polarity=visit.one("polarity") or base.polarity,
        stage=visit.one("stage"),
        basis=visit.one("basis") or "total",
        counted_set=visit.one("counted_set") or "all",
        roles=Roles(*(visit.one(name) for name in ROLES)),
        quantity=_quantity(base, visit, layer, span),
        voices=_voices(base.voices, visit, layer, span),
        hedges=_hedges(base.hedges, visit, layer, span),
        places=_places(base.places, visit, layer, span),
    )
    return replace(
        said,
        period=_time(said, "period", visit),
        as_of=_time(said, "as_of", visit),
        said_at=_time(said, "said_at", visit),
    )


def changed(old: Statement, new: Statement) -> tuple[str, ...]:
    """The fields in which two readings of a statement differ, of those that can be corrected."""
    return tuple(name for name in CORRECTABLE if getattr(old, name) != getattr(new, name))


def _span(base: Statement, visit: Visit, layer: TextLayer) -> Span:
    words = visit.one("words")
    if not words or words.split() == base.span.words.split():
        return base.span
    start = visit.number("start", -1)
    return place_words(layer, words, start if start >= 0 else None, base.span if base.span.words else None)


def _quantity(base: Statement, visit: Visit, layer: TextLayer, near: Span) -> Quantity | None:
    words, old = visit.one("number"), base.quantity
    if not words:
        return None
    span = old.span if old and old.span.words == words else place_words(layer, words, None, near)
    low, high = _number(visit.one("low"), "lowest count"), _number(visit.one("high"), "highest count")
    if low is None:
        raise Refused(400, "Say the lowest count that the words allow; the highest may be left open.")
    qualifier = visit.one("qualifier") or ("exact" if low == high else "at_least" if high is None else "range")
    unit, place = visit.one("unit"), Words(layer, span.start, span.end)
    drafted = drafts.with_quantity(base, place, low, high, qualifier=qualifier, unit=unit, measure=visit.one("measure"))
    if drafted.quantity is None:
        return None
    made = replace(drafted.quantity, relation=visit.one("relation"), whole=visit.one("whole"))
    return old if old and _same_quantity(old, made) else made


def _same_quantity(old: Quantity, new: Quantity) -> bool:
    return all(
        getattr(old, name) == getattr(new, name)
        for name in ("span", "interval", "qualifier", "unit", "relation", "whole")
    )


def _number(text: str, name: str) -> Number | None:
    plain = text.replace(",", "").replace(" ", "")
    if not plain:
        return None
    if not _NUMBER.fullmatch(plain):
        raise Refused(400, f"The {name} is a number in digits, not “{text[:40]}”.")
    return float(plain) if "." in plain else int(plain)


def _voices(old: Sequence[Voice], visit: Visit, layer: TextLayer, near: Span) -> tuple[Voice, ...]:
    """The author first, then a voice a row that has a name."""
    rows = zip_longest(
        *(_rows(visit, name) for name in ("voice", "voice_work", "voice_attitude", "voice_found")), fillvalue=""
    )
    made = [old[0]]
    for name, work, attitude, found in rows:
        if not name:
            continue
        known = next((one for one in old[1:] if one.name == name), None)
        if known:
            made.append(
                known
                if (known.work, known.attitude, known.found) == (work, attitude, found)
                else replace(
                    known,
                    work=work,
                    attitude=attitude or known.attitude,
                    found=found or known.found,
                    source="",
                    work_id="",
                )
            )
        else:
            mention = _mention(layer, name, near)
            made.append(
                Voice(
                    name, work, mention, None, found or ("explicit" if mention else "inherited"), attitude or "asserts"
                )
            )
    return tuple(made)


def _hedges(old: Sequence[Hedge], visit: Visit, layer: TextLayer, near: Span) -> tuple[Hedge, ...]:
    made = []
    for kind, words in zip_longest(_rows(visit, "hedge"), _rows(visit, "hedge_words"), fillvalue=""):
        if not kind:
            continue
        known = next((one for one in old if (one.kind, one.words) == (kind, words)), None)
        made.append(known or Hedge(kind, words, 0, _mention(layer, words, near) if words else None))
    return tuple(made)


def _places(old: Sequence[PlaceMention], visit: Visit, layer: TextLayer, near: Span) -> tuple[PlaceMention, ...]:
    rows = zip_longest(*(_rows(visit, name) for name in ("place_words", "place", "place_role")), fillvalue="")
    made = []
    for words, chosen, role in rows:
        if not words:
            continue
        known = next((one for one in old if one.toponym.span.words == words), None)
        toponym = known.toponym if known else Toponym(place_words(layer, words, None, near))
        id_ = _place(chosen or toponym.place or words)
        if id_ != toponym.place:
            toponym = replace(toponym, place=id_, readings=(), reason=BY_HAND)
        made.append(PlaceMention(toponym, role or "site"))
    return tuple(made)


def _place(chosen: str) -> str:
    """The gazetteer id that a person means by an id or a name ("Paris, Texas").

    Raises:
        Refused: the gazetteer has no such place.
    """
    found = gazetteer.load().chosen(chosen)
    if not found:
        raise Refused(
            400, f"There is no place {chosen[:60]!r} in the gazetteer. Try “Name, Country”, or a larger place."
        )
    return found.id


def _time(base: Statement, name: str, visit: Visit) -> TimeMention | None:
    start, end = visit.one(f"{name}_start"), visit.one(f"{name}_end")
    old: TimeMention | None = getattr(base, name)
    if not start and not end:
        return None
    if old and (old.start or "", old.end or "") in ((start, end), (start, end or start)):
        return old
    for text in (start, end):
        if text and not _EDTF.fullmatch(text):
            raise Refused(400, f"“{text}” is no date: write 2022, 2022-09, 2022-09-13, or XXXX-09-13 without a year.")
    if start[:4].isdigit() and end[:4].isdigit() and start > end:
        raise Refused(400, f"A period cannot run from {start} back to {end}.")
    date = f"{start}/{end}" if start and end and start != end else start or end
    made: TimeMention | None = getattr(drafts.with_time(base, date, of=name), name)
    return replace(made, span=old.span) if made and old else made


def _mention(layer: TextLayer, words: str, near: Span) -> Span | None:
    try:
        return place_words(layer, words, None, near)
    except Refused:
        return None


def _rows(visit: Visit, name: str) -> list[str]:
    return [value.strip() for value in visit.asked.get(name, ())]

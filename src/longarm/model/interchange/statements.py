"""Statements as data, with the parts they are made of."""

from collections.abc import Iterable, Mapping
from typing import Any

from longarm.model.claims import Resolved, ResolvedPlace
from longarm.model.periods import Period
from longarm.model.places import Place
from longarm.model.public import PublicHedge, PublicQuantity, PublicSpan, PublicStatement, PublicVoice
from longarm.model.spans import Span
from longarm.model.statements import Attribution, Hedge, Quantity, Roles, Statement, TimeMention, Toponym, Voice


def statement_data(told: Resolved | PublicStatement, claim: str = "") -> dict[str, Any]:
    """One statement in its words, with ids beside them; offsets of a released one count in the released text.

    Args:
        claim: id of the claim that it answers, which a released statement knows itself.
    """
    said = told.statement if isinstance(told, Resolved) else told
    return {
        "id": said.id,
        "document": said.document,
        "span": span_data(said.span),
        "kind": said.kind,
        "method": said.method,
        "voices": [voice_data(voice) for voice in said.voices],
        "polarity": said.polarity,
        "hedges": [hedge_data(hedge) for hedge in said.hedges],
        "roles": roles_data(said.roles),
        "measure": said.measure,
        "quantity": _figure_data(said),
        "places": [resolved_place_data(place) for place in told.places],
        "countries": countries_of(told.places),
        "read_by": _reader(said),
        "period": period_data(told.period),
        "as_of": period_data(told.as_of),
        "said_at": period_data(told.said_at),
        "stage": said.stage,
        "claim": claim,
    }


def _reader(said: Statement | PublicStatement) -> str:
    """Who read it, `machine` or `person`: which person, stays in the case."""
    if isinstance(said, PublicStatement):
        return said.read_by
    return "person" if said.by else "machine"


def span_data(span: Span | PublicSpan) -> dict[str, Any]:
    """Offsets and words, without the id of the text."""
    return {"start": span.start, "end": span.end, "words": span.words}


def placed_data(span: Span, text_of: Mapping[str, str]) -> dict[str, Any]:
    """Offsets and words with the id of their document, empty where the text is not known; ids of texts to documents."""
    return {"document": text_of.get(span.text, ""), **span_data(span)}


def hedge_data(hedge: Hedge | PublicHedge) -> dict[str, Any]:
    """A hedge in its words, with the index of the voice that hedges."""
    return {"kind": hedge.kind, "words": hedge.words, "voice": hedge.voice}


def roles_data(roles: Roles) -> dict[str, Any]:
    """Who does what to whom, as it is named."""
    return {"actor": roles.actor, "operator": roles.operator, "programme": roles.programme, "target": roles.target}


def voice_data(voice: Voice | PublicVoice) -> dict[str, Any]:
    """One voice; `source` and `work` are ids in a case, and names where there is no case."""
    work = voice.work_id or voice.work if isinstance(voice, Voice) else voice.work or voice.work_title
    return {
        "source": voice.source or voice.name,
        "name": voice.name,
        "work": work,
        "mention": span_data(voice.mention) if voice.mention else None,
        "cue": span_data(voice.cue) if voice.cue else None,
        "found": voice.found,
        "attitude": voice.attitude,
    }


def period_data(period: Period | None) -> dict[str, Any] | None:
    """Both ends in EDTF, with the words."""
    return None if period is None else {"start": period.start, "end": period.end, "words": period.words}


def resolved_place_data(place: ResolvedPlace) -> dict[str, Any]:
    """One place of a statement: its gazetteer id and its part."""
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "words": place.words,
        "role": place.role,
        "readings": list(place.readings),
        "reason": place.reason,
    }


def countries_of(places: Iterable[ResolvedPlace]) -> list[str]:
    """Codes of the countries that a statement is about: those of its places, but for places that are only mentioned."""
    return sorted({place.country for place in places if place.country and place.role != "mentioned"})


def quantity_data(quantity: Quantity) -> dict[str, Any]:
    """One quantity as `longarm read` gives it."""
    return {
        **span_data(quantity.span),
        "value": _value(quantity),
        "qualifier": quantity.qualifier,
        "low": quantity.interval.low,
        "high": quantity.interval.high,
        "unit": quantity.unit,
        "count": quantity.is_count,
        "reason": quantity.reason,
        "flags": list(quantity.flags),
    }


def _figure_data(said: Statement | PublicStatement) -> dict[str, Any] | None:
    quantity = said.quantity
    if quantity is None:
        return None
    return {
        "low": quantity.interval.low,
        "high": quantity.interval.high,
        "value": _value(quantity),
        "words": quantity.span.words if isinstance(quantity, Quantity) else quantity.words,
        "qualifier": quantity.qualifier,
        "unit": quantity.unit,
        "relation": quantity.relation,
        "whole": quantity.whole,
        "rounded": quantity.rounded,
        "part_of": list(said.part_of),
        "basis": said.basis,
        "set": said.counted_set,
    }


def _value(quantity: Quantity | PublicQuantity) -> Any:
    return list(quantity.value) if isinstance(quantity.value, tuple) else quantity.value


def attribution_data(attribution: Attribution) -> dict[str, Any]:
    """One attribution with its spans as pairs of offsets."""
    return {
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "attitude": attribution.attitude,
    }


def toponym_data(toponym: Toponym, places: Mapping[str, Place]) -> dict[str, Any]:
    """One place name with the place it was resolved to, if any."""
    place = places.get(toponym.place)
    return {
        **span_data(toponym.span),
        "id": toponym.place,
        "name": place.name if place else "",
        "country": place.country if place else "",
        "level": place.level if place else "",
        "role": toponym.role,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "readings": list(toponym.readings),
        "reason": toponym.reason,
    }


def time_data(mention: TimeMention, period: Period) -> dict[str, Any]:
    """One time expression with what it comes to against the document's date."""
    return {**span_data(mention.span), "from": period.start, "to": period.end, "precision": period.precision}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

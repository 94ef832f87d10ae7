"""Released data in the shape of the JSON interface (`model.interchange`), version 1."""

from typing import Any

from longarm.model.interchange.case import VERSION, place_data, source_data, work_data
from longarm.model.interchange.claims import claim_data, happening_data, told_in
from longarm.model.interchange.reconciliation import reconciliation_data
from longarm.model.interchange.statements import countries_of, hedge_data, period_data, resolved_place_data, roles_data
from longarm.model.interchange.steps import authority, happenings_of
from longarm.model.places import CREDIT
from longarm.model.public import (
    PublicCase,
    PublicDocument,
    PublicQuantity,
    PublicSpan,
    PublicStatement,
    PublicVoice,
)

DRAFT = "machine-read, not reviewed"


def public_data(public: PublicCase, draft: bool) -> dict[str, Any]:
    """A released case as JSON data; offsets of statements count in the `text` of their document.

    Args:
        draft: whether to say, first of all, that nobody has reviewed it.
    """
    texts = {document.id: document.id for document in public.documents}
    document_of = {statement.id: statement.document for statement in public.statements}
    proceedings = {one for claim in public.claims for one in claim.proceedings}
    steps = {statement.id: _step(statement) for statement in public.statements if statement.id in proceedings}
    held = happenings_of(public.happenings)
    tells = told_in(public.happenings, document_of)
    return {
        "longarm": VERSION,
        **({"notice": DRAFT} if draft else {}),
        "case": {"title": public.title, "scope": public.scope, **_apart(public)},
        "documents": [
            {**_document(document), "happenings": tells.get(document.id, [])} for document in public.documents
        ],
        "not_read": [
            {"document": document.id, "reason": document.why_not}
            for document in public.documents
            if not document.is_read
        ],
        "works": [work_data(work) for work in public.works],
        "sources": [source_data(source) for source in public.sources],
        "places": [place_data(place) for place in public.places],
        "statements": [_statement(statement) for statement in public.statements],
        "claims": [claim_data(claim, steps, texts, held) for claim in public.claims],
        "happenings": [happening_data(happening, document_of) for happening in public.happenings],
        "credits": [CREDIT],
        **({"reconciliation": reconciliation_data(public.reconciliation)} if public.reconciliation else {}),
    }


def _apart(public: PublicCase) -> dict[str, int]:
    """How many documents of the case are not part of an edition, where some are not."""
    return {"further_documents": public.withheld.apart} if public.withheld.apart else {}


def _document(document: PublicDocument) -> dict[str, Any]:
    return {
        "id": document.id,
        "number": document.number,
        "title": document.title or None,
        "publisher": document.publisher or None,
        "url": document.url or None,
        "published": str(document.published) if document.published else None,
        "language": document.language or None,
        "path": document.path,
        "work": document.work,
        "read": "yes" if document.is_read else f"no: {document.why_not}",
        "sha256": document.sha256 or None,
        "commitment": document.commitment or None,
        "text": document.text,
        "passages": [
            {
                "id": passage.id,
                "start": passage.span.start,
                "end": passage.span.end,
                "kind": passage.kind,
                "page": passage.page,
            }
            for passage in document.passages
        ],
        "left_out": document.left_out,
    }


def _statement(statement: PublicStatement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "document": statement.document,
        "passage": statement.passage,
        "span": _span(statement.span),
        "kind": statement.kind,
        "method": statement.method,
        "voices": [_voice(voice) for voice in statement.voices],
        "polarity": statement.polarity,
        "hedges": [hedge_data(hedge) for hedge in statement.hedges],
        "roles": roles_data(statement.roles),
        "measure": statement.measure,
        "quantity": _quantity(statement.quantity, statement) if statement.quantity else None,
        "places": [resolved_place_data(place) for place in statement.places],
        "countries": countries_of(statement.places),
        "read_by": statement.read_by,
        "period": period_data(statement.period),
        "as_of": period_data(statement.as_of),
        "said_at": period_data(statement.said_at),
        "stage": statement.stage,
        "claim": statement.claim,
    }


def _voice(voice: PublicVoice) -> dict[str, Any]:
    return {
        "source": voice.source or voice.name,
        "name": voice.name,
        "work": voice.work or voice.work_title,
        "mention": _span(voice.mention) if voice.mention else None,
        "cue": _span(voice.cue) if voice.cue else None,
        "found": voice.found,
        "attitude": voice.attitude,
    }


def _quantity(quantity: PublicQuantity, statement: PublicStatement) -> dict[str, Any]:
    return {
        "low": quantity.interval.low,
        "high": quantity.interval.high,
        "value": list(quantity.value) if isinstance(quantity.value, tuple) else quantity.value,
        "words": quantity.words,
        "qualifier": quantity.qualifier,
        "unit": quantity.unit,
        "relation": quantity.relation,
        "whole": quantity.whole,
        "rounded": quantity.rounded,
        "part_of": list(statement.part_of),
        "basis": statement.basis,
        "set": statement.counted_set,
    }


def _span(span: PublicSpan) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "words": span.words}


def _step(statement: PublicStatement) -> dict[str, Any]:
    """As `interchange.step_data`, from a released statement."""
    return {
        "statement": statement.id,
        "step": statement.stage or statement.method or statement.measure,
        "date": period_data(statement.period or statement.as_of or statement.said_at),
        "authority": authority(statement.roles.actor, [voice.name for voice in statement.voices[1:]]),
        "jurisdiction": sorted({place.country for place in statement.places if place.country}),
    }

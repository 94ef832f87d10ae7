"""Released data in the shape of the JSON interface (`model.interchange`), version 1."""

from typing import Any

from longarm.model.interchange.case import VERSION, place_data, source_data, work_data
from longarm.model.interchange.claims import claim_data, happening_data, told_in
from longarm.model.interchange.reconciliation import reconciliation_data
from longarm.model.interchange.statements import (
    statement_data,
)
from longarm.model.interchange.steps import happenings_of, step_data
from longarm.model.places import CREDIT
from longarm.model.public import (
    PublicCase,
    PublicDocument,
    PublicStatement,
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
    steps = {statement.id: step_data(statement) for statement in public.statements if statement.id in proceedings}
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
    beside = {"id": statement.id, "document": statement.document, "passage": statement.passage}
    return beside | statement_data(statement, statement.claim)

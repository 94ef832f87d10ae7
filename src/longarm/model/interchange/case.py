"""A whole case as JSON data, version 1: what `longarm export --format json` writes."""

from typing import Any

from longarm.model.case import Case
from longarm.model.claims import Source
from longarm.model.documents import Document, ReadFailure, Work
from longarm.model.interchange.claims import claim_data, happening_data, told_in
from longarm.model.interchange.reconciliation import reconciliation_data
from longarm.model.interchange.statements import statement_data
from longarm.model.interchange.steps import happenings_of, step_data
from longarm.model.places import CREDIT, Place
from longarm.model.reconciliation import Reconciliation

VERSION = "1"


def case_data(case: Case, found: Reconciliation | None = None) -> dict[str, Any]:
    """The whole case as JSON data: all readings, nothing masked; for the researcher's own use.

    Args:
        found: whether its figures can all be true; left out of the data where that was not asked.
    """
    state, weighed = case.state, case.weighed
    reasons = {failure.sha256: failure for failure in state.failures if failure.sha256}
    read = {reading.document for reading in state.readings}
    document_of = {item.id: item.statement.document for item in weighed.resolved}
    claim_of = {statement: claim.id for claim in weighed.claims for statement in claim.statements}
    text_of = {reading.text: reading.document for reading in state.readings}
    proceedings = {one for claim in weighed.claims for one in claim.proceedings}
    steps = {item.id: step_data(item) for item in weighed.resolved if item.id in proceedings}
    held = happenings_of(weighed.happenings)
    tells = told_in(weighed.happenings, document_of)
    return {
        "longarm": VERSION,
        "case": {"title": case.settings.title, "scope": case.settings.scope},
        "documents": [
            {**document_data(d, d.id in read, reasons.get(d.sha256)), "happenings": tells.get(d.id, [])}
            for d in state.documents
        ],
        "not_read": [
            {"path": failure.path, "code": failure.code, "reason": failure.reason} for failure in state.failures
        ],
        "works": [work_data(work) for work in weighed.works],
        "sources": [source_data(source) for source in weighed.sources],
        "places": [place_data(place) for place in weighed.places],
        "statements": [statement_data(item, claim_of.get(item.id, "")) for item in weighed.resolved],
        "claims": [claim_data(claim, steps, text_of, held) for claim in weighed.claims],
        "happenings": [happening_data(happening, document_of) for happening in weighed.happenings],
        "credits": [CREDIT],
        **({"reconciliation": reconciliation_data(found)} if found else {}),
    }


def document_data(document: Document, is_read: bool, failure: ReadFailure | None = None) -> dict[str, Any]:
    """One document; `read` says `yes`, or `no: ` and the reason."""
    reason = failure.reason if failure else "there is no machine reading of it."
    return {
        "id": document.id,
        "title": document.title.value if document.title else None,
        "publisher": document.publisher.value if document.publisher else None,
        "url": document.url.value if document.url else None,
        "published": str(document.published) if document.published else None,
        "language": document.language.value if document.language else None,
        "path": document.path,
        "work": document.work,
        "read": "yes" if is_read else f"no: {reason}",
    }


def work_data(work: Work) -> dict[str, Any]:
    """One work; no documents: it is known only because others cite it."""
    return {
        "id": work.id,
        "title": work.title,
        "party": work.party,
        "kind": work.kind,
        "documents": list(work.documents),
        "cited_by": list(work.cited_by),
    }


def source_data(source: Source) -> dict[str, Any]:
    """One source with every form of its name."""
    return {"id": source.id, "name": source.name, "kind": source.kind, "aliases": list(source.aliases)}


def place_data(place: Place) -> dict[str, Any]:
    """One place of the gazetteer with the places that hold it."""
    return {
        "id": place.id,
        "name": place.name,
        "level": place.level,
        "country": place.country,
        "parents": list(place.parents),
        "lat": place.lat,
        "lon": place.lon,
    }

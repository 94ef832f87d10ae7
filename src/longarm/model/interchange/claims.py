"""Claims as data, with their origins, drifts and what they tell of."""

from collections.abc import Iterable, Mapping
from typing import Any

from longarm.model.claims import Asked, Claim, Drift, Happening, Origin
from longarm.model.interchange.statements import period_data, placed_data
from longarm.model.interchange.steps import steps_data
from longarm.model.public import PublicClaim


def claim_data(
    claim: Claim | PublicClaim,
    steps: Mapping[str, dict[str, Any]],
    text_of: Mapping[str, str],
    held: Mapping[str, Happening],
) -> dict[str, Any]:
    """One claim with its origins and what stands beside it.

    Args:
        steps: statement ids to what each tells of a step of proceedings (as `step_data`).
        text_of: ids of texts to those of their documents.
        held: statement ids to the happening that each tells of.
    """
    told = {one: steps[one] for one in claim.proceedings if one in steps}
    return {
        "id": claim.id,
        "kind": claim.kind,
        "method": claim.method,
        "measure": claim.measure,
        "question": claim.question,
        "passing": claim.passing,
        "statements": list(claim.statements),
        "places": list(claim.places),
        "origins": [origin_data(origin, text_of) for origin in claim.origins],
        "independence": {"low": claim.independence.low, "high": claim.independence.high},
        "support": claim.support,
        "contest": claim.contest,
        "proceedings": list(claim.proceedings),
        "steps": steps_data(told, held),
        "replies": list(claim.replies),
        "asked": [asked_data(one) for one in claim.asked],
        "happening": claim.happening,
        "drift": [drift_data(drift, text_of) for drift in claim.drift],
    }


def asked_data(asked: Asked) -> dict[str, Any]:
    """Who was asked for a reply, and what came of it by an EDTF day."""
    return {"party": asked.party, "status": asked.status, "on": asked.on, "reply": asked.reply}


def told_in(happenings: Iterable[Happening], document_of: Mapping[str, str]) -> dict[str, list[str]]:
    """Document ids to the ids of the happenings that each tells of, in order."""
    found: dict[str, dict[str, None]] = {}
    for happening in happenings:
        for one in happening.statements:
            if one in document_of:
                found.setdefault(document_of[one], {})[happening.id] = None
    return {document: list(told) for document, told in found.items()}


def drift_data(drift: Drift, text_of: Mapping[str, str]) -> dict[str, Any]:
    """One drift: `from` is null where no direction is known, and `variant` then is the other telling."""
    return {
        "kind": drift.kind,
        "from": drift.origin,
        "to": drift.repetition,
        "detail": drift.detail,
        "variant": drift.variant,
        "marks": [placed_data(mark, text_of) for mark in drift.marks],
    }


def happening_data(happening: Happening, document_of: Mapping[str, str]) -> dict[str, Any]:
    """One happening with the documents that tell of it, in order."""
    documents = dict.fromkeys(document_of[one] for one in happening.statements if one in document_of)
    return {
        "id": happening.id,
        "kind": happening.kind,
        "statements": list(happening.statements),
        "documents": list(documents),
        "places": list(happening.places),
        "countries": list(happening.countries),
        "period": period_data(happening.period),
        "why": [
            {"left": one.left, "right": one.right, "verdict": one.verdict, "reason": one.reason}
            for one in happening.judgements
        ],
    }


def origin_data(origin: Origin, text_of: Mapping[str, str]) -> dict[str, Any]:
    """One origin with its tie and the reason for each statement."""
    return {
        "source": origin.source,
        "work": origin.work,
        "tie": origin.tie,
        "statements": list(origin.statements),
        "why": list(origin.why),
        "standing": origin.standing,
        "note": origin.note,
        "ties": list(origin.ties),
        "proof": [[placed_data(span, text_of) for span in spans] for spans in origin.proof],
    }

"""The stable JSON interface, version 1: the shape of `longarm export --format json` and of published data."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from longarm.model.case import Case
from longarm.model.claims import Asked, Claim, Drift, Happening, Origin, Resolved, ResolvedPlace, Source
from longarm.model.documents import Document, ReadFailure, Work
from longarm.model.periods import Period
from longarm.model.places import CREDIT, Place
from longarm.model.public import PublicClaim, PublicHedge
from longarm.model.reconciliation import Reconciliation
from longarm.model.spans import Span
from longarm.model.statements import Attribution, Hedge, Quantity, Roles, TimeMention, Toponym, Voice

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


def reconciliation_data(found: Reconciliation) -> dict[str, Any]:
    """Whether the figures can all be true; ids are those of statements, or of rows of a table."""
    return {
        "consistent": found.consistent,
        "bounds": [
            {
                "measure": bound.measure,
                "place": bound.place,
                "place_id": bound.place_id,
                "as_of": bound.as_of,
                "set": bound.counted_set,
                "operator": bound.operator,
                "operator_name": bound.operator_name,
                "programme": bound.programme,
                "basis": bound.basis,
                "low": bound.low,
                "high": bound.high,
                "exact": bound.exact,
                "conditional": bound.conditional,
                "because": list(bound.because),
                "undated": list(bound.undated),
            }
            for bound in found.bounds
        ],
        "conflicts": [
            {
                "statements": list(conflict.statements),
                "kind": conflict.kind,
                "reading": conflict.reading,
                "explanation": conflict.explanation,
            }
            for conflict in found.conflicts
        ],
        "set_aside": [list(ids) for ids in found.set_aside],
        "revisions": [{"statements": list(one.statements), "by": one.by} for one in found.revisions],
        "more": found.more,
        "proved": found.proved,
        "unproved": list(found.unproved),
        "groups": [
            {
                "kind": group.kind,
                "reading": group.reading,
                "sentence": group.sentence,
                "answers": [list(ids) for ids in group.answers],
            }
            for group in found.groups
        ],
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


def authority(actor: str, speakers: Sequence[str]) -> str:
    """Who took a step: who acts, where that is a name and not the people it is taken against ("two men"); else who
    tells of it, the innermost voice first."""
    return actor if any(map(str.isupper, actor)) else next(filter(None, reversed(speakers)), "")


def step_data(resolved: Resolved) -> dict[str, Any]:
    """What one statement tells of a step of proceedings: what was done, by whom, where and when."""
    said = resolved.statement
    return {
        "statement": said.id,
        "step": said.stage or said.method or said.measure,
        "date": period_data(resolved.period or resolved.as_of or resolved.said_at),
        "authority": authority(said.roles.actor, [voice.name for voice in said.voices[1:]]),
        "jurisdiction": sorted({place.country for place in resolved.places if place.country}),
    }


def steps_data(told: Mapping[str, dict[str, Any]], held: Mapping[str, Happening]) -> list[dict[str, Any]]:
    """The steps of a claim, each once however often it is told, with all statements that tell of it.

    Args:
        told: what each statement tells (as `step_data`), by its id, the latest step first.
        held: statement ids to the happening that each tells of; tellings of one happening are one step.
    """
    groups: dict[str, list[str]] = {}
    for one in told:
        groups.setdefault(held[one].id if one in held else one, []).append(one)
    return [_step([told[one] for one in group], held.get(group[0])) for group in groups.values()]


def _step(tellings: Sequence[dict[str, Any]], happening: Happening | None) -> dict[str, Any]:
    ids = [one["statement"] for one in tellings]
    first = tellings[0]
    step = {
        **first,
        "date": first["date"] or next((one["date"] for one in tellings if one["date"]), None),
        "authority": next((one["authority"] for one in tellings if one["authority"]), ""),
        "statements": ids,
        "happening": happening.id if happening else "",
        "why": [],
    }
    if happening is None:
        return step
    why = [one.reason for one in happening.judgements if one.verdict == "same" and {one.left, one.right} <= {*ids}]
    return {**step, "step": happening.kind, "jurisdiction": list(happening.countries), "why": list(dict.fromkeys(why))}


def happenings_of(happenings: Iterable[Happening]) -> dict[str, Happening]:
    """Statement ids to the happening that each tells of."""
    return {one: happening for happening in happenings for one in happening.statements}


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


def statement_data(resolved: Resolved, claim: str = "") -> dict[str, Any]:
    """One statement in its words, with ids beside them."""
    statement = resolved.statement
    return {
        "id": statement.id,
        "document": statement.document,
        "span": span_data(statement.span),
        "kind": statement.kind,
        "method": statement.method,
        "stage": statement.stage,
        "voices": [voice_data(voice) for voice in statement.voices],
        "polarity": statement.polarity,
        "hedges": [hedge_data(hedge) for hedge in statement.hedges],
        "roles": roles_data(statement.roles),
        "measure": statement.measure,
        "quantity": _statement_quantity(resolved),
        "places": [resolved_place_data(place) for place in resolved.places],
        "countries": countries_of(resolved.places),
        "read_by": "person" if statement.by else "machine",
        "period": period_data(resolved.period),
        "as_of": period_data(resolved.as_of),
        "said_at": period_data(resolved.said_at),
        "claim": claim,
    }


def span_data(span: Span) -> dict[str, Any]:
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


def voice_data(voice: Voice) -> dict[str, Any]:
    """One voice; `source` is its id in a case, its name where there is no case."""
    return {
        "source": voice.source or voice.name,
        "name": voice.name,
        "work": voice.work_id or voice.work,
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
    value = list(quantity.value) if isinstance(quantity.value, tuple) else quantity.value
    return {
        **span_data(quantity.span),
        "value": value,
        "qualifier": quantity.qualifier,
        "low": quantity.interval.low,
        "high": quantity.interval.high,
        "unit": quantity.unit,
        "count": quantity.is_count,
        "reason": quantity.reason,
        "flags": list(quantity.flags),
    }


def _statement_quantity(resolved: Resolved) -> dict[str, Any] | None:
    quantity = resolved.statement.quantity
    if quantity is None:
        return None
    data = quantity_data(quantity)
    return {
        "low": data["low"],
        "high": data["high"],
        "value": data["value"],
        "words": data["words"],
        "qualifier": data["qualifier"],
        "unit": data["unit"],
        "relation": quantity.relation,
        "whole": quantity.whole,
        "rounded": quantity.rounded,
        "part_of": list(resolved.statement.part_of),
        "basis": resolved.statement.basis,
        "set": resolved.statement.counted_set,
    }


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

"""Editions: what of each claim was released, so that what changed since can be told."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from longarm.codebook import loader as codebook
from longarm.core.hashing import canonical_json, sha256
from longarm.desk.leaving.released import Released
from longarm.model.editions import Count, Edition, Issue, Standing, gone, in_order, withdrawn
from longarm.model.public import PublicCase, PublicClaim
from longarm.model.reconciliation import Bound

_SHORT = 16  # hex digits of the digests of parts: they only tell whether something differs from the last time
_LABEL = re.compile(r"\[([a-z][a-z -]*) \d+\]")  # numbers of masked persons depend on who else is in the release
_DATE = re.compile(r"[0-9X./-]*")
# What depends on the rest of the release, or only words anew why something was read so: no change of a claim.
_BESIDE = frozenset(("mention", "cue", "passage", "why", "note", "proof", "detail", "marks"))


def edition(public: PublicCase, number: int, by: str, at: str) -> Edition:
    """The edition that a released case makes."""
    from longarm.publication.exporters.released import public_data

    data = public_data(public, draft=False)
    documents = tuple((one.id, one.number) for one in public.documents if one.is_read)
    return Edition(number, digests(data), _standings(public, data), _counts(public), documents, by, at)


def digests(data: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """(claim id, digest) of every claim in released data, sorted."""
    told: dict[str, list[Any]] = defaultdict(list)
    for statement in data["statements"]:
        told[statement["claim"]].append(statement)
    claims = ((claim, told[claim["id"]]) for claim in data["claims"])
    return tuple(sorted((claim["id"], _digest({"claim": claim, "statements": said})) for claim, said in claims))


def reissued(made: Released, editions: Iterable[Edition], data: dict[str, Any]) -> Issue | None:
    """The edition of the ledger that published data says it is, with those before it; None where there is none such."""
    number = (data.get("edition") or {}).get("number")
    ordered = in_order(tuple(editions))
    found = next((one for one in ordered if one.number == number), None)
    if found is None:
        return None
    return issued(made, found, tuple(one for one in ordered if one.number < found.number))


def issued(made: Released, new: Edition, before: tuple[Edition, ...]) -> Issue:
    """An edition with what went before, what may still be said of withdrawn claims, and where merged ones are now."""
    merged = made.merged(gone(before, new))
    left = {*withdrawn(before[-1], new)} - {*dict(merged)} if before else set()
    return Issue(new, before, made.questions(left), merged)


def _standings(public: PublicCase, data: dict[str, Any]) -> tuple[Standing, ...]:
    told: dict[str, list[Any]] = defaultdict(list)
    for statement in data["statements"]:
        told[statement["claim"]].append(_lasting(statement))
    released = {claim["id"]: _lasting(claim) for claim in data["claims"]}
    ordered = sorted(public.claims, key=lambda claim: claim.id)
    return tuple(_standing(claim, released[claim.id], told[claim.id]) for claim in ordered)


def _standing(claim: PublicClaim, data: dict[str, Any], told: list[Any]) -> Standing:
    return Standing(
        claim=claim.id,
        support=claim.support,
        contest=claim.contest,
        low=claim.independence.low,
        high=claim.independence.high,
        statements=len(claim.statements),
        replies=len(claim.replies),
        proceedings=len(claim.proceedings),
        drift=len(claim.drift),
        question=_digest(data["question"])[:_SHORT],
        told=_digest(_sorted(told))[:_SHORT],
        origins=_digest(_sorted(data["origins"]))[:_SHORT],
        whole=_digest([_ordered(data), _sorted(told)])[:_SHORT],
    )


def _counts(public: PublicCase) -> tuple[Count, ...]:
    measures = {measure.id for measure in codebook.measures()}
    places = {place.id for place in public.places}
    bounds = public.reconciliation.bounds if public.reconciliation else ()
    counts = (_count(bound, measures, places) for bound in bounds)
    return tuple(sorted(counts, key=lambda count: (count.scope, count.low, count.high or 0, count.high is None)))


def _count(bound: Bound, measures: set[str], places: set[str]) -> Count:
    return Count(
        scope=scope(bound),
        measure=bound.measure if bound.measure in measures else "",
        place=bound.place_id if bound.place_id in places else "",
        as_of=bound.as_of if _DATE.fullmatch(bound.as_of) else "",
        low=bound.low,
        high=bound.high,
    )


def scope(bound: Bound) -> str:
    """A digest of what a bound counts; equal for the same count in another edition."""
    return _digest(_lasting([getattr(bound, name) for name in _SCOPE]))[:_SHORT]


_SCOPE = ("measure", "place_id", "as_of", "counted_set", "operator", "programme", "basis")


def _lasting(data: Any) -> Any:
    """Data without what another passage, person or wording of a reason would change: offsets, numbers of labels."""
    if isinstance(data, dict):
        return {
            key: _lasting(value)
            for key, value in data.items()
            if key not in _BESIDE and not (key in ("start", "end") and isinstance(value, int))
        }
    if isinstance(data, list):
        return [_lasting(value) for value in data]
    return _LABEL.sub(r"[\1]", data) if isinstance(data, str) else data


def _ordered(claim: dict[str, Any]) -> dict[str, Any]:
    return {key: _sorted(value) if isinstance(value, list) else value for key, value in claim.items()}


def _sorted(values: list[Any]) -> list[Any]:
    return sorted(values, key=canonical_json)


def _digest(data: Any) -> str:
    """SHA-256 of data as canonical JSON."""
    return sha256(canonical_json(data).encode())

"""Editions: what of each claim was released, so that what changed since can be told."""

from collections import defaultdict
from typing import Any

from longarm.core.hashing import canonical_json, sha256
from longarm.model.editions import Edition
from longarm.model.public import PublicCase


def edition(public: PublicCase, number: int, by: str, at: str) -> Edition:
    """The edition that a released case makes."""
    from longarm.publication.exporters.released import public_data

    return Edition(number, digests(public_data(public, draft=False)), by, at)


def digests(data: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """(claim id, digest) of every claim in released data, sorted."""
    told: dict[str, list[Any]] = defaultdict(list)
    for statement in data["statements"]:
        told[statement["claim"]].append(statement)
    return tuple(sorted((claim["id"], _digest(claim, told[claim["id"]])) for claim in data["claims"]))


def _digest(claim: dict[str, Any], statements: list[Any]) -> str:
    """SHA-256 of a claim and its statements as released, as canonical JSON."""
    return sha256(canonical_json({"claim": claim, "statements": statements}).encode())

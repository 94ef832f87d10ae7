"""What was released, and when: one edition a publication that is no draft."""

from dataclasses import dataclass
from typing import Any

from longarm.model.codec import pack, unpack
from longarm.model.entries import Entry

SUBJECT = "edition"


@dataclass(frozen=True, slots=True)
class Edition:
    """One publication.

    Attributes:
        number: 1-based.
        claims: (claim id, SHA-256 of its released data as canonical JSON), sorted by id.
        by, at, sequence: of its entry.
    """

    number: int
    claims: tuple[tuple[str, str], ...]
    by: str = ""
    at: str = ""
    sequence: int = 0


def edition_entry(edition: Edition, why: str = "") -> Entry:
    """The entry that holds an edition."""
    body = {"edition": pack(Edition(edition.number, edition.claims))}
    return Entry("released", SUBJECT, f"edition-{edition.number}", body, edition.by, edition.at, why)


def edition_of(entry: Entry) -> Edition:
    """The edition that an entry holds."""
    body: dict[str, Any] = entry.body
    told = unpack(Edition, body["edition"])
    return Edition(told.number, told.claims, entry.by, entry.at, entry.sequence)

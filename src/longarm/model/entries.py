"""Entries of the ledger: what was done to a case, by whom, when and why."""

from dataclasses import dataclass
from typing import Any

ACTIONS = ("added", "judged", "corrected", "sealed", "released")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the append-only ledger.

    Attributes:
        action: one of ACTIONS.
        subject: what it is about: `document`, `given`, `text`, `reading`, `failure`, `decision`, `edition`.
        key: id of the subject.
        body: the subject as JSON data (see `model.codec`).
        by: who did it: a reader or extractor with its version, or a person.
        at: aware UTC time, ISO 8601.
        why: a sentence, or empty.
        sequence: 1-based number in the ledger, 0 before it is written.
    """

    action: str
    subject: str
    key: str
    body: dict[str, Any]
    by: str
    at: str
    why: str = ""
    sequence: int = 0

"""The custody log: a line for every entry of the ledger, each holding the hash of the line before it.

Who changes an entry or a line afterwards has to change every later line too; a copy of the last hash, kept elsewhere,
shows it. The chain proves that nothing was altered, not that anything is true.
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from longarm.core.hashing import canonical_json, sha256
from longarm.errors import CaseDamaged
from longarm.model.entries import Entry

START = "0" * 64  # what the first line has in place of the hash of an earlier one


def lines(entries: Iterable[Entry], previous: str = START) -> Iterator[str]:
    """The lines, with their line ends, of entries in order of sequence; `previous` is the hash of the line before."""
    for entry in entries:
        record = {**_told(entry), "previous": previous}
        previous = sha256(canonical_json(record).encode())
        yield canonical_json({**record, "hash": previous}) + "\n"


def last(text: str) -> tuple[int, str]:
    """Sequence and hash of the last line of a log; (0, START) of an empty one.

    Raises:
        CaseDamaged: the last line is not a line of this log.
    """
    tail = text.rstrip("\n").rpartition("\n")[2]
    if not tail:
        return 0, START
    record = _record(tail)
    return record["sequence"], record["hash"]


def check(text: str, entries: Sequence[Entry]) -> int:
    """How many lines were compared with the entries of a ledger, all of them good.

    Raises:
        CaseDamaged: a line or an entry was changed, taken out or put in; the message says the first one.
    """
    written = text.splitlines(keepends=True)
    for number, (expected, line) in enumerate(zip(lines(entries), written, strict=False), start=1):
        if line != expected:
            raise CaseDamaged(f"line {number} of the custody log does not fit the ledger: one of them was changed")
    if len(entries) != len(written):
        raise CaseDamaged(f"the custody log has {len(written)} lines for {len(entries)} entries: one of them was cut")
    return len(written)


def _told(entry: Entry) -> dict[str, Any]:
    body = entry.body
    told = {"sequence": entry.sequence, "at": entry.at, "action": entry.action, "subject": entry.subject}
    document = body.get("document")
    if entry.subject == "document" and isinstance(document, dict):
        told |= {"sha256": document["data"]["sha256"], "size": document["data"]["size"]}
    if entry.subject == "given":
        told |= {"path": body["path"], "document": document}
    return {**told, "key": entry.key, "by": entry.by, "entry": sha256(canonical_json(_fields(entry)).encode())}


def _fields(entry: Entry) -> dict[str, Any]:
    return {field.name: getattr(entry, field.name) for field in dataclasses.fields(entry)}


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
        return {"sequence": int(record["sequence"]), "hash": str(record["hash"])}
    except (ValueError, KeyError, TypeError) as error:
        raise CaseDamaged(f"the custody log ends in {line[:60]!r}, which is no line of it") from error

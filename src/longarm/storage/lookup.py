"""Looking up one thing of a case by its id, without loading the rest."""

import json
from dataclasses import dataclass
from typing import Any, TypeVar

from longarm.model.claims import Claim, Resolved, Source
from longarm.model.codec import unpack
from longarm.model.documents import Document, Work
from longarm.storage.ledger import Ledger

T = TypeVar("T")
LABELS = {"documents": "path", "statements": "words", "claims": "question", "sources": "name", "works": "title"}
KINDS = {"documents": Document, "statements": Resolved, "claims": Claim, "sources": Source, "works": Work}


@dataclass(frozen=True, slots=True)
class Match:
    """One thing whose id begins as asked: its table, id, and some words that tell what it is."""

    table: str
    id: str
    label: str


def matches(ledger: Ledger, start: str) -> list[Match]:
    """Everything whose id, or the part of it after the dash, begins so, by table and id; documents also by any path
    that they were given under."""
    found = []
    for table, label in LABELS.items():
        sql = f"SELECT id, {label} FROM {table} WHERE substr(id, 1, length(:start)) = :start"  # noqa: S608 (constants)
        sql += " OR substr(id, instr(id, '-') + 1, length(:start)) = :start"
        if table == "documents":
            sql += " OR path = :start OR id IN (SELECT document FROM given WHERE path = :start AND is_current)"
        rows = ledger.connection.execute(sql + " ORDER BY id", {"start": start})
        found += [Match(table, id_, words or "") for id_, words in rows]
    exact = [match for match in found if match.id == start]
    return exact or found or [Match("claims", one.id, one.question) for one in [merged_into(ledger, start)] if one]


def merged_into(ledger: Ledger, id_: str) -> Claim | None:
    """The claim that people joined the claim of that (whole) id with, or None."""
    rows = ledger.connection.execute("SELECT data FROM claims WHERE instr(data, ?)", (json.dumps(id_),))
    claims = (unpack(Claim, json.loads(row[0])) for row in rows)
    return next((one for one in claims if id_ in one.merged), None)


def load(ledger: Ledger, match: Match) -> Any:
    """The Document, Resolved, Claim, Source or Work that was found."""
    sql = f"SELECT data FROM {match.table} WHERE id = ?"  # noqa: S608 (a constant)
    (data,) = ledger.connection.execute(sql, (match.id,)).fetchone()
    return unpack(KINDS[match.table], json.loads(data))


def statements(ledger: Ledger, column: str, value: str) -> list[Resolved]:
    """The statements of one document or one claim, in order; column is `document`, `claim` or `id`."""
    if column not in ("document", "claim", "id"):
        raise ValueError(column)
    sql = f"SELECT data FROM statements WHERE {column} = ? ORDER BY position"  # noqa: S608 (checked above)
    return [unpack(Resolved, json.loads(row[0])) for row in ledger.connection.execute(sql, (value,))]


def statements_voiced_by(ledger: Ledger, source: str) -> list[Resolved]:
    """The statements that have a source among their voices, in order."""
    sql = "SELECT data FROM statements WHERE instr(data, ?) ORDER BY position"
    rows = ledger.connection.execute(sql, (json.dumps(source),))
    found = [unpack(Resolved, json.loads(row[0])) for row in rows]
    return [one for one in found if any(voice.source == source for voice in one.statement.voices)]


def claims_of_source(ledger: Ledger, source: str) -> list[Claim]:
    """The claims that rest on a source, in order."""
    sql = "SELECT data FROM claims WHERE instr(data, ?) ORDER BY position"
    rows = ledger.connection.execute(sql, (json.dumps(source),))
    found = [unpack(Claim, json.loads(row[0])) for row in rows]
    return [one for one in found if any(origin.source == source for origin in one.origins)]


def passage(ledger: Ledger, document: str, position: int) -> tuple[int, str] | None:
    """Start in the text, and words, of a passage of a document."""
    sql = "SELECT start, words FROM passages WHERE document = ? AND position = ?"
    row = ledger.connection.execute(sql, (document, position)).fetchone()
    return (row[0], row[1]) if row else None


def claim_of(ledger: Ledger, statement: str) -> str:
    """Id of the claim that a statement belongs to, empty where it has none."""
    row = ledger.connection.execute("SELECT claim FROM statements WHERE id = ?", (statement,)).fetchone()
    return row[0] if row else ""


def names(ledger: Ledger) -> dict[str, str]:
    """A name for every source, work and document by id; for a text, that of its document."""
    found: dict[str, str] = {}
    for sql in (
        "SELECT id, COALESCE(NULLIF(title, ''), path) FROM documents",
        "SELECT id, COALESCE(NULLIF(title, ''), kind) FROM works",
        "SELECT id, name FROM sources",
        "SELECT t.id, COALESCE(NULLIF(d.title, ''), d.path) FROM texts t JOIN documents d ON d.id = t.document",
    ):
        found.update(ledger.connection.execute(sql).fetchall())
    return found


def texts(ledger: Ledger) -> dict[str, str]:
    """The id of the document of every text, by the id of the text."""
    return dict(ledger.connection.execute("SELECT id, document FROM texts").fetchall())


def remarks(ledger: Ledger, document: str = "") -> dict[str, tuple[str, ...]]:
    """What readers noticed of texts, as `code: sentence`, by document; of one document alone where it is given."""
    sql = "SELECT document, notes FROM texts WHERE notes <> '' AND (? = '' OR document = ?)"
    return {id_: tuple(notes.split("\n")) for id_, notes in ledger.connection.execute(sql, (document, document))}


def outcome(ledger: Ledger, document: str) -> tuple[str, str, list[str]]:
    """Whether a document was read (`yes`, or a code), the reason, and every path it was given under."""
    read, reason = ledger.connection.execute("SELECT read, reason FROM documents WHERE id = ?", (document,)).fetchone()
    sql = "SELECT DISTINCT path FROM given WHERE document = ? ORDER BY path"
    return read, reason, [row[0] for row in ledger.connection.execute(sql, (document,))]


def has(ledger: Ledger, id_: str) -> bool:
    """Whether a document, statement, claim, source or work has this id."""
    return any(
        ledger.connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (id_,)).fetchone()  # noqa: S608 (a constant)
        for table in LABELS
    )


def document_of(ledger: Ledger, statement: str) -> str:
    """Id of the document that a statement stands in, as last weighed; empty where it is not among them."""
    row = ledger.connection.execute("SELECT document FROM statements WHERE id = ?", (statement,)).fetchone()
    return row[0] if row else ""

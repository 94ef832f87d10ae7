"""The readable tables of the ledger: what one entry changes in them."""

import sqlite3
from typing import Any

from longarm.core.hashing import canonical_json
from longarm.model.codec import unpack
from longarm.model.decisions import decision_of, touches
from longarm.model.documents import Document
from longarm.model.entries import Entry

TABLES = ("readings", "passages", "texts", "given", "lost", "documents", "decided")


def project(connection: sqlite3.Connection, entry: Entry) -> None:
    """Brings the derived tables up to an entry that was just written; the same rules as `ledger.fold`."""
    step = STEPS.get(entry.subject)
    if step:
        step(connection, entry)


def clear(connection: sqlite3.Connection) -> None:
    """Empties the derived tables, so that all entries can be projected again."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (a constant)


def _document(connection: sqlite3.Connection, entry: Entry) -> None:
    document = unpack(Document, entry.body["document"])
    values = {
        "id": document.id,
        "path": document.path,
        "title": document.title and document.title.value,
        "publisher": document.publisher and document.publisher.value,
        "url": document.url and document.url.value,
        "published": document.published and str(document.published),
        "language": document.language and document.language.value,
        "media": document.media,
        "size": document.size,
        "sha256": document.sha256,
        "stated": canonical_json(entry.body["stated"]),
        "data": canonical_json(entry.body["document"]),
    }
    names = ", ".join(values)
    changes = ", ".join(f"{name} = excluded.{name}" for name in values)
    marks = ", ".join(f":{name}" for name in values)
    sql = f"INSERT INTO documents ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}"  # noqa: S608
    connection.execute(sql, values)


def _given(connection: sqlite3.Connection, entry: Entry) -> None:
    path, document = entry.body["path"], entry.body["document"]
    connection.execute("UPDATE given SET is_current = 0, path = ? WHERE location = ?", (path, entry.key))
    connection.execute(
        "INSERT OR REPLACE INTO given (location, document, path, is_current, sequence) VALUES (?, ?, ?, 1, ?)",
        (entry.key, document, path, entry.sequence),
    )
    connection.execute("DELETE FROM lost WHERE path = ?", (path,))


def _text(connection: sqlite3.Connection, entry: Entry) -> None:
    layer = entry.body["text"]["data"]
    _drop_reading(connection, layer["document"])
    connection.execute(
        "INSERT OR REPLACE INTO texts (document, id, reader, characters, notes, entry) VALUES (?, ?, ?, ?, ?, ?)",
        (
            layer["document"],
            layer["id"],
            layer["reader"],
            len(layer["text"]),
            "\n".join(layer.get("notes", ())),
            entry.sequence,
        ),
    )
    _set_outcome(connection, layer["document"], "no", "", "", None)


def _reading(connection: sqlite3.Connection, entry: Entry) -> None:
    reading = entry.body["reading"]["data"]
    document = reading["document"]
    if _text_of(connection, document) != entry.key:
        return
    _drop_reading(connection, document)
    connection.execute(
        "INSERT INTO readings (document, text, extractor, statements, entry) VALUES (?, ?, ?, ?, ?)",
        (document, entry.key, reading["extractor"], len(reading.get("statements", ())), entry.sequence),
    )
    connection.executemany(
        'INSERT INTO passages (document, position, kind, page, start, "end", words) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [_passage(document, position, passage) for position, passage in enumerate(reading["passages"])],
    )
    _set_outcome(connection, document, "yes", "", "", None)


def _failure(connection: sqlite3.Connection, entry: Entry) -> None:
    failure, document, text = entry.body["failure"], entry.body["document"], entry.body["text"]
    if failure is None:
        connection.execute("DELETE FROM lost WHERE path = ?", (entry.key,))
        return
    data = failure["data"]
    if not document:
        connection.execute(
            "INSERT OR REPLACE INTO lost (path, code, reason, data) VALUES (?, ?, ?, ?)",
            (entry.key, data["code"], data["reason"], canonical_json(failure)),
        )
        return
    _drop_reading(connection, document)
    if _text_of(connection, document) != text:
        connection.execute("DELETE FROM texts WHERE document = ?", (document,))
    _set_outcome(connection, document, data["code"], data["reason"], entry.by, canonical_json(failure))


def _decision(connection: sqlite3.Connection, entry: Entry) -> None:
    """Everything that a decision can be found by: what it decides on, and the documents its words stand in."""
    decision = decision_of(entry)
    documents = {anchor.statement.document for anchor in decision.anchors}
    on = {*touches(decision.what), *((document, "words") for document in documents)}
    connection.executemany(
        "INSERT OR IGNORE INTO decided VALUES (?, ?, ?, ?, ?, ?)",
        [(subject, side, entry.sequence, decision.kind, entry.by, entry.at) for subject, side in sorted(on)],
    )


STEPS = {
    "document": _document,
    "given": _given,
    "text": _text,
    "reading": _reading,
    "failure": _failure,
    "decision": _decision,
}


def _passage(document: str, position: int, passage: dict[str, Any]) -> tuple[Any, ...]:
    span = passage["span"]
    return document, position, passage["kind"], passage.get("page"), span["start"], span["end"], span["words"]


def _text_of(connection: sqlite3.Connection, document: str) -> str:
    row = connection.execute("SELECT id FROM texts WHERE document = ?", (document,)).fetchone()
    return row[0] if row else ""


def _drop_reading(connection: sqlite3.Connection, document: str) -> None:
    connection.execute("DELETE FROM readings WHERE document = ?", (document,))
    connection.execute("DELETE FROM passages WHERE document = ?", (document,))


def _set_outcome(
    connection: sqlite3.Connection, document: str, read: str, reason: str, failed_by: str, failure: str | None
) -> None:
    connection.execute(
        "UPDATE documents SET read = ?, reason = ?, failed_by = ?, failure = ? WHERE id = ?",
        (read, reason, failed_by, failure, document),
    )

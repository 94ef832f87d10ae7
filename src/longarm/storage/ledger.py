"""The ledger of a case in SQLite: entries are added, everything else is derived from them."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Self

from longarm.core.hashing import canonical_json
from longarm.model.codec import from_data, unpack
from longarm.model.documents import Document, Metadata, TextLayer
from longarm.model.entries import Entry
from longarm.storage import projection
from longarm.storage.connection import naming, to_read, to_write, transaction
from longarm.storage.paths import CasePaths

_COLUMNS = 'sequence, action, subject, key, body, "by", at, why'


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger says of a document, as far as it decides whether to read it again.

    Attributes:
        stated: what a manifest said of it.
        reader: version that read its text, or failed to.
        extractor: version that read its statements, or failed to; empty where none tried.
        has_text: whether a text layer is stored.
        outcome: `yes`, or the code of the failure.
    """

    document: Document
    stated: Metadata
    reader: str
    extractor: str
    has_text: bool
    outcome: str


class Ledger(AbstractContextManager["Ledger"]):
    """An open ledger; close it, or use it in a `with`."""

    def __init__(self, paths: CasePaths, *, writable: bool = False) -> None:
        """Opens the ledger; a writable one is made where there is none.

        Raises:
            CaseNotFound: there is none.
            CaseDamaged: the file is no ledger.
        """
        self.paths = paths
        self.connection: sqlite3.Connection = to_write(paths) if writable else to_read(paths)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def append(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Writes entries and what they change in the derived tables, all or nothing, durably; returns them numbered."""
        return self.append_from(lambda: entries)

    def append_from(self, make: Callable[[], Iterable[Entry]]) -> tuple[Entry, ...]:
        """As `append`; the entries are made when nobody else can write, so they may depend on what is there."""
        with naming(self.paths), transaction(self.connection):
            numbered = self.insert(make())
            for entry in numbered:
                projection.project(self.connection, entry)
        return numbered

    def insert(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Entries put after the last one, inside a transaction of the caller, who brings the tables up to them."""
        last = self.last_sequence()
        numbered = tuple(replace(entry, sequence=last + n) for n, entry in enumerate(entries, start=1))
        for entry in numbered:
            self.connection.execute(
                f"INSERT INTO entries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 (a constant)
                _row(entry),
            )
        return numbered

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """The entries with a higher sequence, in order."""
        sql = f"SELECT {_COLUMNS} FROM entries WHERE sequence > ? ORDER BY sequence"  # noqa: S608 (a constant)
        with naming(self.paths):
            for row in self.connection.execute(sql, (after,)):
                yield _entry(row)

    def entries_on(self, subject: str, key: str = "") -> Iterator[Entry]:
        """The entries of one subject, in order; of one key where it is given."""
        sql = f"SELECT {_COLUMNS} FROM entries WHERE subject = :subject"  # noqa: S608 (a constant)
        sql += " AND key = :key" if key else ""
        with naming(self.paths):
            for row in self.connection.execute(sql + " ORDER BY sequence", {"subject": subject, "key": key}):
                yield _entry(row)

    def entries_touching(self, subjects: Iterable[str], side: str = "") -> tuple[Entry, ...]:
        """The decisions on any of the subjects (on one side of them where it is given), in order, each once."""
        wanted = sorted(set(subjects))
        marks = ", ".join("?" * len(wanted))
        sql = f"SELECT DISTINCT sequence FROM decided WHERE subject IN ({marks})"  # noqa: S608 (marks)
        sql += " AND side = ?" if side else ""
        rows = f"SELECT {_COLUMNS} FROM entries WHERE sequence IN ({sql}) ORDER BY sequence"  # noqa: S608 (constants)
        with naming(self.paths):
            found = self.connection.execute(rows, (*wanted, *([side] if side else ()))).fetchall()
        return tuple(_entry(row) for row in found)

    def sealings(self) -> int:
        """How many times a person was sealed: each time, entries were replaced."""
        row = self.connection.execute("SELECT COUNT(*) FROM entries WHERE subject = 'decision' AND action = 'sealed'")
        return int(row.fetchone()[0])

    def last_sequence(self) -> int:
        """The number of the last entry; 0 in an empty ledger."""
        (last,) = self.connection.execute("SELECT COALESCE(MAX(sequence), 0) FROM entries").fetchone()
        return int(last)

    def rebuild(self) -> None:
        """Makes the derived tables of documents and texts anew from the entries."""
        with naming(self.paths), transaction(self.connection):
            projection.clear(self.connection)
            for entry in list(self.entries()):
                projection.project(self.connection, entry)

    def known(self, document: str) -> Known | None:
        """What is known of a document, or None."""
        row = self.connection.execute(f"{_KNOWN} WHERE documents.id = ?", (document,)).fetchone()
        return _known(row) if row else None

    def all_known(self) -> list[Known]:
        """What is known of all documents, by path."""
        rows = self.connection.execute(f"{_KNOWN} ORDER BY documents.path, documents.id").fetchall()
        return [_known(row) for row in rows]

    def given_at(self, location: str) -> str | None:
        """Id of the document that a file held when it was last given, or None."""
        row = self.connection.execute(
            "SELECT document FROM given WHERE location = ? AND is_current = 1", (location,)
        ).fetchone()
        return row[0] if row else None

    def lost_at(self, path: str) -> dict[str, Any] | None:
        """The packed failure of a file whose bytes could not be had, or None."""
        row = self.connection.execute("SELECT data FROM lost WHERE path = ?", (path,)).fetchone()
        return json.loads(row[0]) if row else None

    def lost_below(self, path: str) -> list[str]:
        """Paths of what could not be had: a file itself, and what is in it."""
        sql = "SELECT path FROM lost WHERE path = :path OR substr(path, 1, length(:path) + 1) = :path || '/' ORDER BY 1"
        return [row[0] for row in self.connection.execute(sql, {"path": path})]

    def layer(self, document: str) -> TextLayer | None:
        """The text layer of a document, or None."""
        row = self.connection.execute(
            "SELECT entries.body FROM texts JOIN entries ON entries.sequence = texts.entry WHERE texts.document = ?",
            (document,),
        ).fetchone()
        return unpack(TextLayer, json.loads(row[0])["text"]) if row else None


_KNOWN = """
SELECT documents.data, documents.stated, documents.read, documents.failed_by, texts.reader, readings.extractor
FROM documents LEFT JOIN texts ON texts.document = documents.id LEFT JOIN readings ON readings.document = documents.id
"""


def _known(row: tuple[Any, ...]) -> Known:
    data, stated, outcome, failed_by, reader, extractor = row
    return Known(
        document=unpack(Document, json.loads(data)),
        stated=from_data(Metadata, json.loads(stated)),
        reader=reader or failed_by,
        extractor=extractor or (failed_by if reader else ""),
        has_text=reader is not None,
        outcome=outcome,
    )


def _row(entry: Entry) -> tuple[Any, ...]:
    body = canonical_json(entry.body)
    return entry.sequence, entry.action, entry.subject, entry.key, body, entry.by, entry.at, entry.why


def _entry(row: tuple[Any, ...]) -> Entry:
    sequence, action, subject, key, body, by, at, why = row
    return Entry(action, subject, key, json.loads(body), by, at, why, sequence)

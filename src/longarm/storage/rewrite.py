"""The one thing that changes entries: sealing. One transaction, then the old bytes are scrubbed."""

import json
import sqlite3
import time
from collections.abc import Iterable

from longarm.core.hashing import canonical_json
from longarm.errors import CaseError
from longarm.model.entries import Entry
from longarm.storage import derived, projection, schema
from longarm.storage.connection import naming, statements, transaction
from longarm.storage.ledger import Ledger

GUARDS = ("entries_are_never_changed", "entries_are_never_deleted", "entries_are_only_added")
SCRUB = "scrub"  # the fact that says that a sealing is to be finished, with the hashes of the originals to take away
PATIENCE = 20.0  # seconds to wait for readers to let go of the old pages


def rewrite(ledger: Ledger, changed: Iterable[Entry], added: Iterable[Entry], originals: Iterable[str]) -> None:
    """Puts other entries in the place of those with the same number, adds some, and makes every table anew.

    Args:
        changed: entries with their numbers.
        added: entries that go after the last one.
        originals: hashes of the originals that `scrub` is to take away.
    """
    connection = ledger.connection
    connection.execute("PRAGMA secure_delete = ON")
    with naming(ledger.paths), transaction(connection):
        for guard in GUARDS:
            connection.execute(f"DROP TRIGGER IF EXISTS {guard}")
        for entry in changed:
            connection.execute(
                'UPDATE entries SET key = ?, body = ?, "by" = ?, why = ? WHERE sequence = ?',
                (entry.key, canonical_json(entry.body), entry.by, entry.why, entry.sequence),
            )
        for statement in statements(schema.ENTRIES):
            connection.execute(statement)
        ledger.insert(added)
        _remake(connection, ledger)
        connection.execute(
            "INSERT OR REPLACE INTO facts VALUES (?, ?)", (SCRUB, canonical_json(sorted(set(originals))))
        )


def _remake(connection: sqlite3.Connection, ledger: Ledger) -> None:
    for table in (*projection.TABLES, *derived.TABLES, "facts"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 (constants)
    for entry in list(ledger.entries()):
        projection.project(connection, entry)
    for table in schema.SEARCHED:
        connection.execute(f"INSERT INTO {table}_search ({table}_search) VALUES ('rebuild')")  # noqa: S608 (constants)


def unfinished(ledger: Ledger) -> list[str] | None:
    """Hashes of the originals that a sealing still has to take away; None where no sealing is to be finished."""
    row = ledger.connection.execute("SELECT value FROM facts WHERE name = ?", (SCRUB,)).fetchone()
    return [str(one) for one in json.loads(row[0])] if row else None


def scrub(ledger: Ledger, patience: float = PATIENCE) -> None:
    """Writes the database anew without its free pages and empties its log, so that no old page is left in a file.

    Raises:
        CaseError: another process is reading the case; nothing is lost, and the next build or seal goes on.
    """
    connection = ledger.connection
    connection.execute("PRAGMA secure_delete = ON")
    until = time.monotonic() + patience
    while not _scrubbed(connection):
        if time.monotonic() > until:
            raise CaseError(
                f"{ledger.paths.root} is sealed, but another longarm holds old pages of it open: close it, then run "
                "`longarm seal` with --finish"
            )
        time.sleep(0.2)
    with transaction(connection):
        connection.execute("DELETE FROM facts WHERE name = ?", (SCRUB,))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _scrubbed(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("VACUUM")
    except sqlite3.OperationalError:
        return False
    (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy

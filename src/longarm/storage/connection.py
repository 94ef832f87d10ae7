"""Connections to `ledger.sqlite`: durable ones to write, quick ones to read."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from longarm.errors import CaseDamaged, CaseNotFound
from longarm.storage import schema
from longarm.storage.paths import CasePaths

WAIT = 30.0  # seconds that a writer waits for another one


def to_write(paths: CasePaths) -> sqlite3.Connection:
    """A connection whose every commit is on the disk when it returns; makes the tables where they are missing.

    Raises:
        CaseDamaged: the file is no ledger, or one of a later longarm.
    """
    with naming(paths):
        connection = sqlite3.connect(paths.ledger, timeout=WAIT, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        _check_version(connection, paths)
        with transaction(connection):
            for statement in statements(schema.script()):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")
        return connection


def to_read(paths: CasePaths) -> sqlite3.Connection:
    """A connection that cannot change anything, also where the folder cannot be written to.

    Raises:
        CaseNotFound: there is no ledger.
        CaseDamaged: the file is no ledger, or one of a later longarm.
    """
    if not paths.ledger.is_file():
        raise CaseNotFound(f"there is no case at {paths.root}: make one with `longarm build {paths.root} DOCUMENTS`")
    mode = "mode=ro" if os.access(paths.root, os.W_OK) else "immutable=1"
    with naming(paths):
        connection = sqlite3.connect(f"{paths.ledger.resolve().as_uri()}?{mode}", uri=True, isolation_level=None)
        connection.execute("PRAGMA query_only = ON")
        _check_version(connection, paths)
        return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def naming(paths: CasePaths) -> Iterator[None]:
    """Turns an error of the database into one that names the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise CaseDamaged(f"{paths.ledger} cannot be used: {error}") from error


def _check_version(connection: sqlite3.Connection, paths: CasePaths) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > schema.VERSION:
        raise CaseDamaged(f"{paths.ledger} was written by a later longarm: install that one, or a newer one")


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one at a time."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""

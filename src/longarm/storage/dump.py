"""Everything that a database holds, cell by cell, for looking through what is about to leave."""

import sqlite3
from collections.abc import Iterator


def cells(data: bytes) -> Iterator[tuple[str, str | bytes]]:
    """Every text and blob of every table of a database given as bytes, and its definitions, with the table's name.

    Raises:
        OSError: it is not whole.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        yield from _cells(connection)
    except sqlite3.DatabaseError as error:
        raise OSError("the database is not whole") from error
    finally:
        connection.close()


def _cells(connection: sqlite3.Connection) -> Iterator[tuple[str, str | bytes]]:
    definitions = connection.execute("SELECT name, sql, type, tbl_name FROM sqlite_master").fetchall()
    for name, sql, _, _ in definitions:
        yield name, f"{name} {sql or ''}"
    for name, sql, kind, _ in definitions:
        if kind != "table" or (sql or "").upper().startswith("CREATE VIRTUAL"):
            continue
        quoted = '"' + name.replace('"', '""') + '"'
        for row in connection.execute(f"SELECT * FROM {quoted}"):  # noqa: S608 (quoted)
            for value in row:
                if isinstance(value, str | bytes):
                    yield name, value

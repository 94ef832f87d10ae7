"""The tables as one SQLite database, ready for Datasette; the text in it is exact."""

import sqlite3
from collections.abc import Iterator

from longarm.publication.exporters.rows import Data, Row
from longarm.publication.exporters.tables import Column, Table, tables

FILE = "claims.sqlite"
_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL"}


def files(data: Data) -> Iterator[tuple[str, bytes]]:
    """`claims.sqlite`: a table each, `about` for the case, and a full-text index of the words of statements."""
    with sqlite3.connect(":memory:") as connection:
        _about(connection, data)
        for table, rows in tables(data):
            connection.execute(_create(table))
            connection.executemany(_insert(table), [_values(table, row) for row in rows])
        connection.execute(
            "CREATE VIRTUAL TABLE statements_search USING fts5 (words, content='statements', content_rowid='rowid')"
        )
        connection.execute("INSERT INTO statements_search (statements_search) VALUES ('rebuild')")
    content = connection.serialize()
    connection.close()
    yield FILE, content


def _about(connection: sqlite3.Connection, data: Data) -> None:
    rows = [
        ("title", data["case"]["title"]),
        ("scope", data["case"]["scope"]),
        ("notice", data.get("notice", "")),
        ("credit", "; ".join(data["credits"])),
        ("claims", "A claim is a question that statements answer; nothing here is stated as a fact."),
    ]
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    connection.executemany("INSERT INTO about VALUES (?, ?)", rows)


def _create(table: Table) -> str:
    columns = ", ".join(_column(column, table.key) for column in table.columns)
    return f'CREATE TABLE "{table.name}" ({columns})'


def _column(column: Column, key: str) -> str:
    primary = " PRIMARY KEY" if column.name == key else ""
    refers = f' REFERENCES "{column.refers}" (id)' if column.refers else ""
    return f'"{column.name}" {_TYPES[column.type]}{primary}{refers}'


def _insert(table: Table) -> str:
    return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" for _ in table.columns)})'  # noqa: S608 (constants)


def _values(table: Table, row: Row) -> list[str | int | float | None]:
    return [row[column.name] for column in table.columns]

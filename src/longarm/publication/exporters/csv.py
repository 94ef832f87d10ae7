"""The tables as files that a spreadsheet can open without running anything."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from longarm.publication.exporters.rows import Data, Row
from longarm.publication.exporters.tables import Table, tables

# What makes a spreadsheet take a cell for a formula; such text gets an apostrophe before it, claims.json is exact.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def files(data: Data) -> Iterator[tuple[str, bytes]]:
    """`claims.csv` first, then one file a table; UTF-8 with a byte order mark, for spreadsheets."""
    for table, rows in filled(data):
        yield name(table), _file(table, rows)


def filled(data: Data) -> Iterator[tuple[Table, list[Row]]]:
    """The tables that become files: those that have rows, and claims. An empty file could not carry the notice."""
    return ((table, rows) for table, rows in tables(data) if rows or table.name == "claims")


def name(table: Table) -> str:
    """The file of a table."""
    return f"{table.name}.csv"


def safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = value.replace("\0", "")
    return f"'{text}" if text.lstrip(" \u00a0\u200b\ufeff").startswith(_FORMULA) else text


def _file(table: Table, rows: list[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.name for column in table.columns], lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: safe(value) for key, value in row.items()} for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()

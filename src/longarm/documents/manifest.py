"""What a researcher states about documents, in `documents.csv` or `documents.toml` beside them."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from longarm.documents.encoding import decode
from longarm.errors import UsageError
from longarm.model.documents import Metadata, Stated

NAMES = ("documents.csv", "documents.toml")
COLUMNS = ("path", "title", "publisher", "url", "published", "language")
ORIGIN = "manifest"
LISTED = 20  # bad rows that a message lists
_DOUBT = "?~%"  # EDTF marks of doubt
_SAME = {"file": "path"}
_EDTF = re.compile(r"(?:\d{4}|[\dX]{4})(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://\S+")


def parse(name: str, data: bytes) -> dict[str, Metadata]:
    """What a manifest says, by the path of the document relative to the manifest.

    CSV has a header row; TOML has `[[documents]]` tables, or one table a file (`["a.txt"]`). Columns: `path` (or
    `file`), title, publisher, url, published (EDTF), language; empty cells say nothing.

    Args:
        name: of the file, as the messages call it.

    Raises:
        UsageError: names every bad row, the column and the remedy, a line each.
    """
    rows = _toml_rows(name, data) if name.lower().endswith(".toml") else _csv_rows(name, data)
    found: dict[str, Metadata] = {}
    wrong: list[str] = []
    for where, row in rows:
        try:
            path = _path(where, row.get("path", ""))
            if path in found:
                raise UsageError(f"{where}, column path: {path} is there twice: keep one row for it.")
            found[path] = _metadata(where, row)
        except UsageError as error:
            wrong.append(str(error))
    if wrong:
        more = [f"... and {len(wrong) - LISTED} more rows."] if len(wrong) > LISTED else []
        raise UsageError("\n".join([*wrong[:LISTED], *more]))
    return found


def merge(stated: Metadata, found: Metadata) -> Metadata:
    """The metadata of a document: what the manifest states, and what was found where it says nothing."""
    return Metadata(
        **{field.name: getattr(stated, field.name) or getattr(found, field.name) for field in fields(Metadata)}
    )


def _csv_rows(name: str, data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    text = decode(data).text
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [_column(f"{name}, row 1", cell) for cell in next(reader, [])]
        if "path" not in header:
            raise UsageError(f"{name}, row 1: there is no column path: name the columns {', '.join(COLUMNS)}.")
        for cells in reader:
            where = f"{name}, row {reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                remedy = "put cells that hold a comma in quotation marks"
                raise UsageError(f"{where}: there are {len(cells)} cells for {len(header)} columns: {remedy}.")
            yield where, {column: cell.strip() for column, cell in zip(header, cells, strict=False)}
    except csv.Error as error:
        raise UsageError(f"{name}, row {reader.line_num}: this is not CSV ({error}): save it as CSV again.") from error


def _toml_rows(name: str, data: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        tables = tomllib.loads(decode(data).text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: this is not TOML ({error}): correct it there.") from error
    listed = tables.pop("documents", [])
    if not isinstance(listed, list) or not all(isinstance(table, dict) for table in [*listed, *tables.values()]):
        raise UsageError(f"{name}: there is a value outside of a table: start each document with [[documents]].")
    for number, table in enumerate(listed, start=1):
        yield (where := f"{name}, document {number}"), _toml_row(where, table)
    for path, table in tables.items():
        yield (where := f'{name}, table "{path}"'), {"path": path, **_toml_row(where, table)}


def _toml_row(where: str, table: Mapping[str, Any]) -> dict[str, str]:
    row = {}
    for key, value in table.items():
        column = _column(where, key)
        if not hasattr(value, "isoformat") and not isinstance(value, str | int):
            raise UsageError(f"{where}, column {column}: {value!r} is no text: put it in quotation marks.")
        row[column] = value.isoformat() if hasattr(value, "isoformat") else str(value).strip()
    return row


def _column(where: str, cell: str) -> str:
    column = cell.strip().lower()
    column = _SAME.get(column, column)
    if column not in COLUMNS:
        raise UsageError(f"{where}: longarm knows no column {cell.strip()!r}: use {', '.join(COLUMNS)}.")
    return column


def _path(where: str, cell: str) -> str:
    path = cell.replace("\\", "/").removeprefix("./")
    if not path:
        raise UsageError(f"{where}, column path: it is empty: write the file's name as it is in the folder.")
    if path.startswith("/") or ".." in path.split("/"):
        raise UsageError(f"{where}, column path: {path} leads out of the folder: write it relative to the manifest.")
    return path


def _metadata(where: str, row: Mapping[str, str]) -> Metadata:
    published = row.get("published", "")
    if published and not is_date(published):
        if is_date(published.rstrip(_DOUBT)):
            remedy = f"write {published.rstrip(_DOUBT)}, as far as you are sure of it"
            raise UsageError(
                f"{where}, column published: {published!r} has a mark of doubt, which is not read: {remedy}."
            )
        remedy = "write a date as 2022-09-13, 2022-09 or 2022, a period with / between"
        raise UsageError(f"{where}, column published: {published!r} is no EDTF date: {remedy}.")
    language = row.get("language", "")
    if language and not _LANGUAGE.fullmatch(language):
        raise UsageError(f"{where}, column language: {language!r} is no language code: write en, fr, zh, pt-BR.")
    url = row.get("url", "")
    if url and not _URL.fullmatch(url):
        raise UsageError(f"{where}, column url: {url!r} is no web address: start it with https://.")
    return Metadata(**{name: Stated(value, ORIGIN) for name in COLUMNS[1:] if (value := row.get(name, ""))})


def is_date(text: str) -> bool:
    """Whether a text is an EDTF date, or an interval of two, of days that the calendar has."""
    parts = text.split("/")
    return len(parts) <= 2 and all(_EDTF.fullmatch(part) and _in_calendar(part) for part in parts)


def _in_calendar(edtf: str) -> bool:
    _, month, day, *_ = [*edtf.split("-"), "XX", "XX"]
    is_month = not month.isdigit() or 1 <= int(month) <= 12 or 21 <= int(month) <= 24
    return is_month and (not day.isdigit() or 1 <= int(day) <= 31)

"""Rows of a spreadsheet: CSV in any common dialect, or the first sheet of an XLSX file."""

import csv
import io
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path

from lxml import etree

from longarm.errors import UsageError

Row = tuple[str, ...]
ROOM = 100 << 20  # bytes that a part of an XLSX file may unpack to
_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets, with their leap day of 1900
_DAYS = range(20000, 80000)  # serial numbers that are days of 1954 to 2119
_NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def rows(path: Path) -> list[Row]:
    """The rows, the heading first; cells as text without blanks around them, empty rows left out but counted.

    Raises:
        UsageError: the file cannot be read as a table.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be opened ({error.strerror}): give the path of a CSV or XLSX file") from error
    found = _xlsx(path, data) if data.startswith(b"PK") else _csv(path, data)
    if not found:
        raise UsageError(f"{path} has no rows: give a table with a heading and a row for each incident")
    return found


def day(cell: str) -> str:
    """A serial number of a spreadsheet as an ISO date; other cells as they are."""
    if re.fullmatch(r"\d{5}(\.0+)?", cell) and int(cell[:5]) in _DAYS:
        return (_EPOCH + timedelta(days=int(cell[:5]))).isoformat()
    return cell


def _csv(path: Path, data: bytes) -> list[Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8: save the table as CSV (UTF-8), or as XLSX") from error
    first = text.partition("\n")[0]
    separator = max(",;\t|", key=first.count)
    try:
        return [tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text), delimiter=separator)]
    except csv.Error as error:
        raise UsageError(f"{path} is no table: {error}; save it as CSV (UTF-8), or as XLSX") from error


def _xlsx(path: Path, data: bytes) -> list[Row]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            shared = _shared(_part(archive, "xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else []
            sheets = sorted(name for name in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
            return _sheet(_part(archive, sheets[0]), shared)
    except (zipfile.BadZipFile, KeyError, IndexError, ValueError, etree.XMLSyntaxError) as error:
        raise UsageError(f"{path} is no XLSX file that can be read: save it anew, or as CSV (UTF-8)") from error


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        content = file.read(ROOM + 1)
    if len(content) > ROOM:
        raise ValueError(name)
    return content


def _shared(content: bytes) -> list[str]:
    root = etree.fromstring(content, _PARSER)
    return ["".join(item.itertext()) for item in root.iterfind("m:si", _NAMES)]


def _sheet(content: bytes, shared: list[str]) -> list[Row]:
    found: list[Row] = []
    for row in etree.fromstring(content, _PARSER).iterfind(".//m:row", _NAMES):
        cells: dict[int, str] = {}
        for cell in row.iterfind("m:c", _NAMES):
            value = "".join(cell.itertext()).strip()
            if cell.get("t") == "s" and value:
                value = shared[int(value)].strip()
            cells[_column(cell.get("r", "A"))] = value
        number = int(row.get("r", str(len(found) + 1)))
        found += [()] * (number - 1 - len(found))
        found.append(tuple(cells.get(index, "") for index in range(max(cells, default=-1) + 1)))
    return found


def _column(reference: str) -> int:
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:  # type: ignore[index]
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1

"""A spreadsheet of incidents: previewed, every bad cell named, each row the citation of its statement."""

import dataclasses
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from longarm.desk import stations
from longarm.desk.building.build import build
from longarm.desk.case import open_case
from longarm.desk.deciding import decide, incidents, sheets
from longarm.desk.verifying.verify import verify
from longarm.errors import DecisionRefused, UsageError
from longarm.model.matters import Review
from longarm.model.statements import Statement

CSV = """Date,Location,Description,Tactic,Source
2021-04,Toronto,A student was followed home,assault,Harbour Watch
2022,Canada,A shop was asked to report on its customers,,The Bay Society
"""
BAD = """Date,Location,Description,Tactic
last spring,Toronto,A student was followed home,
2022,Nowhereville-on-Sea,A shop was watched,tickling
2022,Canada,,
2022,Canada,A fine row,
"""


def xlsx(rows: list[list[str]]) -> bytes:
    """The smallest XLSX file with these rows."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    strings = [cell for row in rows for cell in row]
    shared = "".join(f"<si><t>{cell}</t></si>" for cell in strings)
    lines, at = "", 0
    for number, row in enumerate(rows, start=1):
        cells = ""
        for column, cell in enumerate(row):
            reference = f"{chr(65 + column)}{number}"
            is_number = cell.isdigit()
            cells += (
                f'<c r="{reference}"><v>{cell}</v></c>' if is_number else f'<c r="{reference}" t="s"><v>{at}</v></c>'
            )
            at += 1
        lines += f'<row r="{number}">{cells}</row>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst {space}>{shared}</sst>")
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet {space}><sheetData>{lines}</sheetData></worksheet>")
    return buffer.getvalue()


@pytest.fixture
def made(tmp_path: Path, quick: ModuleType, folder: Callable[..., Path]) -> Path:
    root = tmp_path / "case"
    build(root, [folder(a_txt="Note\n\nIt counted 54 offices.")], real(quick))
    return root


def real(quick: ModuleType) -> stations.Stations:
    return dataclasses.replace(quick.stations(), weigh=stations._weigh)


def table(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def by_hand(root: Path) -> list[Statement]:
    return [one.statement for one in open_case(root).weighed.resolved if one.statement.by]


def test_a_preview_says_what_each_row_comes_to_and_writes_nothing(made: Path, tmp_path: Path) -> None:
    before = decide.seen(made)
    told = incidents.preview(table(tmp_path, "acts.csv", CSV))
    assert [(one.row, one.place, one.method) for one in told.incidents] == [
        (2, "gn:6167865", "assault"),
        (3, "CA", ""),
    ]
    assert told.bad == () and told.columns["what"] == "Description" and decide.seen(made) == before


def test_every_bad_cell_is_named_with_row_column_and_remedy(made: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "acts.csv", BAD)
    told = incidents.preview(path)
    assert [(one.row, one.column) for one in told.bad] == [
        (2, "Date"),
        (3, "Location"),
        (3, "Tactic"),
        (4, "Description"),
    ]
    assert all(":" in one.sentence for one in told.bad) and [one.row for one in told.incidents] == [5]
    with pytest.raises(UsageError, match="row 2, Date"):
        incidents.bring_in(made, path, by="Ada")
    assert by_hand(made) == []


@pytest.mark.parametrize("name", ["acts.csv", "acts.xlsx"])
def test_rows_become_statements_with_the_row_as_citation(made: Path, tmp_path: Path, name: str) -> None:
    rows = [line.split(",") for line in CSV.strip().splitlines()]
    path = table(tmp_path, name, CSV if name.endswith("csv") else xlsx(rows))
    told = incidents.bring_in(made, path, by="Ada", reading=stations.real())
    build(made, [], stations.real())
    found = by_hand(made)
    assert len(told) == len(found) == 2
    first = found[0]
    assert first.span.words.startswith("2021-04") and first.span.words.endswith("Harbour Watch")
    assert [voice.name for voice in first.voices][-1] == "Harbour Watch" and first.places[
        0
    ].toponym.span.words == "Toronto"
    assert verify(made).findings == ()
    decide.decide(made, Review(first.id, "accepted"), by="Bo")
    with pytest.raises(DecisionRefused, match="brought in before"):
        incidents.bring_in(made, path, by="Ada", reading=stations.real())


def test_a_day_of_a_spreadsheet_is_a_date() -> None:
    assert sheets.day("44652") == "2022-04-01"
    assert sheets.day("2022") == "2022"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\xff\xfe\x00"])
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UsageError, match=r"table|rows|XLSX|UTF-8"):
        incidents.preview(table(tmp_path, "x.csv", content))


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = table(tmp_path, "x.csv", "A;B\nIt happened;2020\n")
    with pytest.raises(UsageError, match="says what happened"):
        incidents.preview(path)
    assert incidents.preview(path, {"what": "A", "date": "B"}).incidents[0].given["date"] == "2020"
    with pytest.raises(UsageError, match="no column C"):
        incidents.preview(path, {"what": "C"})

"""An existing spreadsheet of incidents becomes statements, each with its row as citation; first as a preview."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from longarm.codebook import loader as codebook
from longarm.core import clock
from longarm.core.reference import read_yaml
from longarm.desk import case, stations
from longarm.desk.building import build
from longarm.desk.deciding import decide, drafts, sheets
from longarm.desk.deciding.drafts import Words
from longarm.errors import DataError, DecisionRefused, UsageError
from longarm.model.decisions import Decision
from longarm.model.documents import TextLayer
from longarm.model.matters import Addition, Transcript
from longarm.model.statements import Statement
from longarm.places import gazetteer
from longarm.storage.originals import digest_of

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
JOINT = "; "


@dataclass(frozen=True, slots=True)
class Bad:
    """A cell that cannot be taken: number of the row as a spreadsheet shows it, heading, and a sentence."""

    row: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One row: its number as a spreadsheet shows it, and what it gives, by field; `method` and `place` are ids."""

    row: int
    cells: tuple[str, ...]
    given: Mapping[str, str] = field(default_factory=dict)
    method: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do.

    Attributes:
        columns: field to heading.
        unused: headings that nothing is taken from.
        incidents: rows that can be taken.
        bad: what is wrong with the others.
    """

    columns: Mapping[str, str]
    unused: tuple[str, ...]
    incidents: tuple[Incident, ...]
    bad: tuple[Bad, ...]


def preview(path: Path, columns: Mapping[str, str] | None = None) -> Preview:
    """What the rows of a table come to, and what is wrong with each bad one; nothing is written.

    Args:
        path: a CSV or XLSX file with a heading.
        columns: field to heading, where the headings are not known ones (`data/incident_columns.yaml`).

    Raises:
        UsageError: it is no table, or no column says what happened.
    """
    table = sheets.rows(path)
    chosen = _columns(table[0], columns or {})
    if "what" not in chosen:
        raise UsageError(f"no column of {path} says what happened: name it, as in what=Description")
    incidents: list[Incident] = []
    bad: list[Bad] = []
    for number, row in enumerate(table[1:], start=2):
        if not any(row):
            continue
        given = {name: row[at] for name, at in chosen.items() if at < len(row) and row[at]}
        made, wrong = _incident(number, row, given, {name: table[0][at] for name, at in chosen.items()})
        bad += wrong
        if not wrong:
            incidents.append(made)
    used = {table[0][at] for at in chosen.values()}
    headings = {name: table[0][at] for name, at in chosen.items()}
    unused = tuple(heading for heading in table[0] if heading and heading not in used)
    return Preview(headings, unused, tuple(incidents), tuple(bad))


def bring_in(
    root: Path,
    path: Path,
    *,
    by: str,
    columns: Mapping[str, str] | None = None,
    without_bad: bool = False,
    reading: stations.Stations | None = None,
    now: Callable[[], str] = lambda: clock.now().isoformat(),
) -> tuple[Decision, ...]:
    """Adds a statement for every row; the file is a document of the case, and each row the citation of its statement.

    Args:
        root: the case.
        path: the table.
        by: who brings it in.
        columns: as in `preview`.
        without_bad: whether the good rows are taken although others are bad.
        reading: the stations that take in the file; None is the real ones.
        now: the time, as ISO 8601.

    Raises:
        UsageError: rows are bad, and `without_bad` is not said; or nothing is left.
        DecisionRefused: a row cannot be found in the stored text, or the table was brought in before.
    """
    told = preview(path, columns)
    if told.bad and not without_bad:
        first = told.bad[0]
        raise UsageError(
            f"{len(told.bad)} cells of {path} cannot be taken; the first: row {first.row}, {first.column}: "
            f"{first.sentence}. Mend them, or leave these rows out"
        )
    if not told.incidents:
        raise UsageError(f"no row of {path} can be taken: mend what the preview says")
    build.build(root, [path], reading or stations.real(), now=now)
    document = _document(root, path)
    if any(isinstance(one.what, Addition) for one in decide.history(root, document)):
        raise DecisionRefused(f"{path} was brought in before: undo its statements first, or bring in a new table")
    layer = _layer(root, document, told.incidents, by, now)
    at = 0
    whats = []
    for incident in told.incidents:
        statement, at = _statement(incident, layer, at)
        whats.append(Addition(statement))
    return decide.decide_all(root, whats, by=by, why=f"A row of {path.name}.", now=now)


def _columns(heading: Sequence[str], given: Mapping[str, str]) -> dict[str, int]:
    known = _known()
    if unknown := sorted(given.keys() - known.keys()):
        raise UsageError(f"{unknown[0]} is no field of an incident: write one of {', '.join(known)}")
    places = {_plain(cell): at for at, cell in reversed(list(enumerate(heading)))}
    found: dict[str, int] = {}
    for name, headings in known.items():
        if name in given:
            if _plain(given[name]) not in places:
                raise UsageError(f"there is no column {given[name]}: the table has {', '.join(filter(None, heading))}")
            found[name] = places[_plain(given[name])]
        else:
            at = next((places[_plain(one)] for one in headings if _plain(one) in places), None)
            if at is not None and at not in found.values():
                found[name] = at
    return found


def _known() -> dict[str, list[str]]:
    data = read_yaml("longarm.desk", "incident_columns.yaml")
    if not isinstance(data, dict) or not all(isinstance(names, list) for names in data.values()):
        raise DataError("desk/data/incident_columns.yaml is malformed: it maps fields to lists of headings")
    return {str(name): [str(one) for one in names] for name, names in data.items()}


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text).strip().casefold()


def _incident(
    number: int, row: sheets.Row, given: dict[str, str], headings: Mapping[str, str]
) -> tuple[Incident, list[Bad]]:
    bad: list[Bad] = []

    def wrong(name: str, sentence: str) -> None:
        bad.append(Bad(number, headings.get(name, name), sentence))

    if not given.get("what"):
        wrong("what", "it does not say what happened: fill it in, or take the row out")
    date = sheets.day(given.get("date", ""))
    if date and not _DATE.fullmatch(date):
        wrong("date", f"“{date}” is no date: write it as 2022, 2022-09 or 2022-09-13")
    place = gazetteer.load().chosen(given["place"]) if given.get("place") else None
    if given.get("place") and place is None:
        wrong("place", f"the gazetteer has no place “{given['place']}”: write another of its names, or Name, Country")
    method = _method(given.get("method", ""))
    if given.get("method") and not method:
        wrong("method", f"“{given['method']}” is no method of the codebook: write its id or its label")
    if given.get("count") and not re.fullmatch(r"\d{1,12}", given["count"]):
        wrong("count", f"“{given['count']}” is no whole number: write digits alone")
    return Incident(number, row, given | {"date": date}, method, place.id if place else ""), bad


def _method(words: str) -> str:
    wanted = _plain(words)
    found = (one.id for one in codebook.methods() if wanted and wanted in (_plain(one.id), _plain(one.label)))
    return next(found, "")


def _document(root: Path, path: Path) -> str:
    digest = digest_of(path)
    documents = case.open_case(root, texts=False, readings=False).state.documents
    return next(one.id for one in documents if one.sha256 == digest)


def _layer(root: Path, document: str, incidents: Sequence[Incident], by: str, now: Callable[[], str]) -> TextLayer:
    """The text of the table: as a reader read it, else its rows, a line each."""
    found = decide.of_documents(root, document)[1].layers
    if not found:
        rows = "\n\n".join(JOINT.join(filter(None, one.cells)) for one in incidents)
        decide.decide(root, Transcript(document, rows), by=by, why="The rows of the table.", now=now)
        found = decide.of_documents(root, document)[1].layers
    return found[0]


def _statement(incident: Incident, layer: TextLayer, after: int) -> tuple[Statement, int]:
    """The statement of a row, and where the row ends in the text."""
    places: dict[str, Words] = {}
    start, at = -1, after
    for cell in filter(None, incident.cells):
        found = layer.text.find(cell, at)
        if found < 0:
            raise DecisionRefused(f"row {incident.row} is not in the text that was read of the table: save it as XLSX")
        start = found if start < 0 else start
        places.setdefault(cell, Words(layer, found, found + len(cell)))
        at = found + len(cell)
    given = incident.given
    kind = "figure" if given.get("count") else "act"
    made = drafts.statement(Words(layer, start, at), kind, method=incident.method)
    if given.get("source"):
        made = drafts.with_voice(made, given["source"], mention=places.get(given["source"]))
    if incident.place:
        made = drafts.with_place(made, incident.place, role="site", words=places.get(given["place"]))
    if given.get("date"):
        made = drafts.with_time(made, given["date"], words=places.get(given["date"]))
    if given.get("count"):
        number = int(given["count"])
        measure = given.get("measure", "incident")
        made = drafts.with_quantity(made, places[given["count"]], number, number, unit=measure, measure=measure)
    return drafts.with_roles(made, actor=given.get("actor", ""), target=given.get("target", "")), at

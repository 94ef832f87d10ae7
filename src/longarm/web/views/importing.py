"""An existing spreadsheet of incidents: a preview with what is wrong in each bad row, then statements."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from starlette.responses import Response

from longarm.desk.deciding import incidents
from longarm.errors import UsageError
from longarm.web import pages
from longarm.web.answers import Refused, see_other
from longarm.web.declared import Field
from longarm.web.visit import Visit

NAME = Field("name", 100)
PREVIEW = (Field("table", is_file=True), NAME)
TAKE = (NAME, Field("without_bad", choices=("yes",)))
ENDINGS = (".csv", ".xlsx")
ROWS = 200  # rows of a preview


def form(visit: Visit) -> Response:
    """The form to choose a table."""
    return pages.page(visit, "import.html", title="Import", told=None, name="")


def preview(visit: Visit) -> Response:
    """What the rows of a table come to; nothing is written to the case.

    Raises:
        Refused: there is no file, or it is no table.
    """
    name = _name(visit)
    if not visit.file:
        raise Refused(400, "Choose a CSV or XLSX file with a heading.")
    visit.desk.keep_table(visit.secret, name, visit.file)
    with _table(visit, name) as path:
        told = incidents.preview(path)
    return pages.page(visit, "import.html", title="Import", told=told, name=name, most=ROWS)


def take(visit: Visit) -> Response:
    """Adds a statement for every good row of the table that was looked at last."""
    name = _name(visit)
    with visit.desk.reweigher.paused(), _table(visit, name) as path:
        made = incidents.bring_in(
            visit.desk.paths.root,
            path,
            by=visit.person.name,
            without_bad=bool(visit.one("without_bad")),
            now=visit.desk.now,
        )
    documents = [anchor.statement.document for one in made for anchor in one.anchors]
    return see_other(f"/documents/{documents[0]}" if documents else "/documents")


def _name(visit: Visit) -> str:
    """The name of the table, as the document will be called.

    Raises:
        Refused: it is no name of a table.
    """
    name = visit.one("name")
    if not name.lower().endswith(ENDINGS) or Path(name).name != name or name.startswith("."):
        raise Refused(400, "Name the table as a file, such as incidents.csv or incidents.xlsx.")
    return name


@contextlib.contextmanager
def _table(visit: Visit, name: str) -> Iterator[Path]:
    """The table as a file outside of the case, for as long as it is looked at.

    Raises:
        Refused: no table was looked at in this session.
    """
    data = visit.desk.table(visit.secret, name)
    if data is None:
        raise Refused(400, "Look at the table first: choose it again.")
    with tempfile.TemporaryDirectory(prefix="longarm-") as folder:  # only its owner can look into it
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            yield path
        except UsageError as error:
            raise Refused(400, str(error).replace(str(path), name)) from error

"""The list of pages that a build takes out of crawls, and nothing else of them: `candidates.csv` of a screening."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from longarm.core.phrases import listed
from longarm.desk.stations import Found
from longarm.documents.records import Place
from longarm.errors import UsageError
from longarm.model.documents import ReadFailure

COLUMNS = ("crawl", "member", "offset", "sha256")
LARGEST = 500 << 20  # bytes of a list
NAMED = 5  # crawls that a message names


@dataclass(frozen=True, slots=True)
class Chosen:
    """Pages by crawl: the place of each, with the SHA-256 of its bytes.

    Attributes:
        path: the list that names them.
    """

    path: Path
    pages: Mapping[str, Mapping[Place, str]]

    def files(self, found: Sequence[Found | ReadFailure]) -> list[Found | ReadFailure]:
        """The crawls among the files found that the list names.

        Raises:
            UsageError: one that it names is not among them.
        """
        kept = [one for one in found if not isinstance(one, ReadFailure) and one.relative in self.pages]
        names = {one.relative for one in kept if not isinstance(one, ReadFailure)}
        if missing := sorted(self.pages.keys() - names):
            raise UsageError(
                f"{self.path} names {listed(missing, NAMED)}, which is not among what is given: give the same crawls "
                "as to `longarm screen`"
            )
        return [*kept]


def load(path: Path) -> Chosen:
    """The pages that a list names; its other columns do not matter, and rows may be deleted and sorted at will.

    Raises:
        UsageError: it cannot be read, has no row, or a row names no place; names row and remedy.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be opened ({error.strerror}): check the spelling") from error
    if len(data) > LARGEST:
        raise UsageError(f"{path} has more than {LARGEST >> 20} MB: it is no list of pages")
    text = data.decode("utf-8-sig", errors="replace")
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise UsageError(
            f"{path} has no column {listed(missing)}: give candidates.csv of `longarm screen`, with the columns as "
            "they are and fewer rows if you like"
        )
    return Chosen(path, _pages(path, table))


def _pages(path: Path, rows: Iterable[Mapping[str, str | None]]) -> dict[str, dict[Place, str]]:
    found: dict[str, dict[Place, str]] = {}
    try:
        for number, row in enumerate(rows, start=2):
            crawl, member, offset, sha256 = ((row[name] or "").strip() for name in COLUMNS)
            if not any((crawl, member, offset, sha256)):
                continue
            if not crawl or not offset.isdecimal() or len(sha256) != 64:
                raise UsageError(
                    f"{path}, row {number}: crawl, offset and sha256 are needed as `longarm screen` wrote them (a "
                    "spreadsheet may have changed them)"
                )
            found.setdefault(crawl, {})[Place(member, int(offset))] = sha256.lower()
    except csv.Error as error:
        raise UsageError(f"{path} is no table ({error}): give candidates.csv of `longarm screen`") from error
    if not found:
        raise UsageError(f"{path} names no page: leave the rows of those that you want")
    return found


def _delimiter(text: str) -> str:
    """A comma, or the semicolon that spreadsheets of some countries write."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","

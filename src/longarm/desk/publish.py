"""`longarm publish`: a dossier that a reader can check; only what `protect.release` lets out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from longarm.core import clock
from longarm.desk import case, decide
from longarm.desk.editions import edition
from longarm.desk.released import released
from longarm.errors import UsageError
from longarm.model import editions
from longarm.model.editions import Edition
from longarm.model.public import PublicCase
from longarm.storage.ledger import Ledger
from longarm.storage.output import check_free, write_folder


@dataclass(frozen=True, slots=True)
class Published:
    """A dossier on disk.

    Attributes:
        front: its first page.
        files: how many it has.
        edition: its number, 0 for a draft.
        masked: names that were to be shown and are masked, since not enough people decided so.
    """

    folder: Path
    front: Path
    files: int
    edition: int = 0
    masked: tuple[str, ...] = ()


def publish(
    root: Path,
    out: Path,
    *,
    draft: bool,
    by: str = "",
    now: Callable[[], datetime] = clock.now,
) -> Published:
    """Writes the dossier of a case into a folder; an earlier dossier there is replaced.

    Args:
        root: the case.
        out: a new folder, outside the case.
        draft: a working copy of what the machine read, marked so on every page.
        by: the person who publishes an edition.
        now: the time.

    Raises:
        ReleaseRefused: it is no draft and nothing is accepted and released, or something would show what must stay.
        UsageError: the folder holds other files, or lies in the case.
    """
    paths = case.at(root)
    if paths.root.resolve() in (out.resolve(), *out.resolve().parents):
        raise UsageError(f"{out} lies in the case: name a folder outside it, so that case and dossier stay apart")
    check_free(out)
    made = released(root, draft=draft, now=now())
    files = made.gated(_files(made.public, draft))
    if draft:
        return Published(out, out / "index.html", write_folder(out, files), masked=made.masked)
    if not by.strip():
        raise UsageError("an edition has a person who published it: say who you are with --by NAME")
    with Ledger(paths, writable=True) as ledger:
        number = len(tuple(ledger.entries_on(editions.SUBJECT))) + 1
        made_edition = edition(made.public, number, by.strip(), now().isoformat())
        count = write_folder(out, _recorded(files, ledger, made_edition))
        decide.log(paths, ledger)
    return Published(out, out / "index.html", count, number, made.masked)


def _recorded(files: Iterable[tuple[str, bytes]], ledger: Ledger, made: Edition) -> Iterator[tuple[str, bytes]]:
    """The files, with the edition written to the ledger when all of them are there and before they can be seen."""
    yield from files
    ledger.append([editions.edition_entry(made)])


def _files(public: PublicCase, draft: bool) -> Iterator[tuple[str, bytes]]:
    from longarm.publication import build

    return build.files(public, draft=draft)

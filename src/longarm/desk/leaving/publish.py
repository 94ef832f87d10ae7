"""`longarm publish`: a dossier that a reader can check; only what `protect.release` lets out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from longarm.core import clock
from longarm.desk import case
from longarm.desk.deciding import decide
from longarm.desk.leaving.editions import edition, issued
from longarm.desk.leaving.released import Released, released
from longarm.desk.sealing import watch
from longarm.errors import CaseLocked, UsageError
from longarm.model import editions
from longarm.model.editions import Edition, Issue, edition_of
from longarm.model.entries import Entry
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
        unheard: ids of claims that leave as unanswered, though the case holds a reply that nobody has accepted.
    """

    folder: Path
    front: Path
    files: int
    edition: int = 0
    masked: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()


def publish(
    root: Path,
    out: Path,
    *,
    draft: bool,
    by: str = "",
    identity: Path | None = None,
    now: Callable[[], datetime] = clock.now,
) -> Published:
    """Writes the dossier of a case into a folder; an earlier dossier there is replaced.

    Args:
        root: the case.
        out: a new folder, outside the case.
        draft: a working copy of what the machine read, marked so on every page.
        by: the person who publishes an edition.
        identity: a keyholder's file: then no file that names a sealed person is written.
        now: the time.

    Raises:
        ReleaseRefused: it is no draft and nothing is accepted and released, or something would show what must stay, or
            nobody has looked for sealed names in what came after a sealing.
        UsageError: the folder holds other files, or lies in the case.
    """
    from longarm.publication import build

    paths = case.at(root)
    if paths.root.resolve() in (out.resolve(), *out.resolve().parents):
        raise UsageError(f"{out} lies in the case: name a folder outside it, so that case and dossier stay apart")
    check_free(out)
    watched = watch.guard(paths.root, identity)
    made = released(root, draft=draft, now=now())
    if draft:
        files = watched(made.gated(build.files(made.public, draft=True)))
        return Published(out, out / "index.html", write_folder(out, files), masked=made.masked)
    if not by.strip():
        raise UsageError("an edition has a person who published it: say who you are with --by NAME")
    with Ledger(paths, writable=True) as ledger:
        issue = _issue(made, ledger, by.strip(), now().isoformat())
        files = watched(made.gated(build.files(made.public, draft=False, issue=issue)))
        count = write_folder(out, _recorded(files, ledger, issue.edition))
        decide.log(paths, ledger)
    return Published(out, out / "index.html", count, issue.edition.number, made.masked, unheard(made))


def unheard(made: Released) -> tuple[str, ...]:
    """Claims that leave without a reply, though the case holds one that is not accepted and not withheld."""
    withheld = made.whole.settled.withheld
    replied = {one.id for one in made.whole.weighed.claims if set(one.replies) - withheld}
    return tuple(sorted(one.id for one in made.public.claims if not one.replies and one.id in replied))


def _issue(made: Released, ledger: Ledger, by: str, at: str) -> Issue:
    before = editions.in_order([edition_of(entry) for entry in ledger.entries_on(editions.SUBJECT)])
    new = edition(made.public, before[-1].number + 1 if before else 1, by, at)
    return issued(made, new, before)


def _recorded(files: Iterable[tuple[str, bytes]], ledger: Ledger, made: Edition) -> Iterator[tuple[str, bytes]]:
    """The files, with the edition written to the ledger when all of them are there and before they can be seen."""
    yield from files

    def entries() -> list[Entry]:
        if any(edition_of(one).number >= made.number for one in ledger.entries_on(editions.SUBJECT)):
            raise CaseLocked("somebody else published an edition of this case meanwhile: publish again")
        return [editions.edition_entry(made)]

    ledger.append_from(entries)

"""Making and opening case folders."""

from pathlib import Path
from shlex import quote

from longarm.custody import log
from longarm.errors import CaseDamaged, CaseNotFound, UsageError
from longarm.ledger.current import current
from longarm.ledger.settle import settle, settle_without_texts
from longarm.model.case import Case
from longarm.storage import custody, derived, files, key, lookup, settings
from longarm.storage.ledger import Ledger
from longarm.storage.paths import TEMPORARY, CasePaths


def make(paths: CasePaths, title: str = "", scope: str = "") -> None:
    """Makes the folder of a case where there is none; one that is there is left as it is.

    The key comes first, so that ids are the same however often the making is interrupted. Call it under the lock.
    """
    key.make(paths)
    settings.make(paths, title or paths.root.resolve().name, scope)
    files.make_folder(paths.documents)
    files.make_folder(paths.log)
    files.sweep(paths.root)
    files.sweep(paths.documents)


def make_root(root: Path) -> CasePaths:
    """The folder that a case is, or can be made in; made where it is missing.

    Raises:
        UsageError: the path is a file, or a folder with other things in it.
        CaseDamaged: it is a case, but not all of it.
    """
    paths = CasePaths(root)
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} is a file: name a folder for the case, the documents come after it")
    _check_whole(paths)
    if root.is_dir() and not is_case(paths):
        strange = sorted(p.name for p in root.iterdir() if p.name not in paths.own and not p.name.startswith(TEMPORARY))
        if strange:
            raise UsageError(
                f"{root} is no case and holds other files ({strange[0]}): name a new folder for the case first, "
                f"then the documents, as in `longarm build CASE {root}`"
            )
    files.make_folder(root.absolute())
    return paths


def _check_whole(paths: CasePaths) -> None:
    for path in (paths.key, paths.settings):
        if paths.ledger.is_file() and not path.is_file():
            raise CaseDamaged(f"{paths.root} is a case, but {path.name} is gone: bring it back from a copy of the case")


def is_case(paths: CasePaths) -> bool:
    """Whether the folder is a case."""
    return paths.settings.is_file() and paths.key.is_file()


def at(root: Path) -> CasePaths:
    """The paths of a case that is there.

    Raises:
        CaseNotFound: there is none.
        CaseDamaged: there is one, but not all of it.
    """
    paths = CasePaths(root)
    if root.is_file():
        raise CaseNotFound(f"{root} is a file, and a case is a folder: make one with `longarm build CASE {root}`")
    _check_whole(paths)
    if not is_case(paths) or not paths.ledger.is_file():
        raise CaseNotFound(f"there is no case at {root}: make one with `longarm build {quote(str(root))} DOCUMENTS`")
    return paths


def open_case(root: Path, *, texts: bool = True, readings: bool = True) -> Case:
    """The case as it stands, with all decisions; superseded documents are listed, not counted.

    Without texts or readings it is quicker: then no decision is looked for in a text.

    Raises:
        CaseNotFound: there is none.
        CaseDamaged: its files cannot be read.
    """
    paths = at(root)
    with Ledger(paths) as ledger:
        is_whole = texts and readings
        found = current(derived.load_state(ledger, texts=texts, readings=readings))
        state, settled = settle(found) if is_whole else settle_without_texts(found)
        return Case(settings.load(paths), state, derived.load_weighed(ledger), settled)


def remarks(root: Path) -> dict[str, tuple[str, ...]]:
    """What readers noticed of texts, as `code: sentence`, by document."""
    with Ledger(at(root)) as ledger:
        return lookup.remarks(ledger)


def log_custody(paths: CasePaths, ledger: Ledger) -> None:
    """Brings the custody log up to the ledger.

    Raises:
        CaseDamaged: the log does not end as it was written.
    """
    sequence, previous = log.last(custody.last_line(paths))
    custody.append(paths, log.lines(ledger.entries(after=sequence), previous))

"""`longarm seal`: a person's name leaves the case for an age file; the case works on without it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from longarm.core import clock
from longarm.desk import case
from longarm.desk.sealing import scrubbing
from longarm.desk.sealing.locked import SealingWork
from longarm.desk.stations import Weigh, real
from longarm.errors import SealError
from longarm.storage import derived, keyholders
from longarm.storage.ledger import Ledger
from longarm.storage.lock import locked
from longarm.storage.paths import CasePaths

HOLDERS = 2  # keyholders at least, or one with a printed recovery key
AGAIN = "It was named in what came after the sealing."


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed person: the id of the age file, the label in place of the name, and how much was encrypted with it."""

    record: str
    label: str
    documents: int
    entries: int


def seal(
    root: Path,
    names: Sequence[str],
    *,
    by: str,
    why: str,
    documents: Sequence[str] = (),
    weigh: Weigh | None = None,
    now: Callable[[], str] = lambda: clock.now().isoformat(),
) -> Sealed:
    """Takes a person's name, in every form, out of the case and into an age file.

    Every document that holds a form of the name is encrypted with its text and readings; in the case it goes on with a
    label in place of the name, and decisions on it stay where they are. Killed at any moment, the case is as before, or
    the sealing is done and the next command that writes ends the scrubbing.

    Args:
        root: the case.
        names: of one person, in full, as the documents write them; other forms are found from these.
        by: who seals.
        why: a sentence, without the name.
        documents: ids of documents to encrypt too, where the name stands in a picture or a scan.
        weigh: as in `Stations`; None is the real one.

    Raises:
        SealError: there are no keyholders, a name is too short, or `case.toml` holds it.
        CaseLocked: another process is writing.
    """
    told = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    _check(told, by, why)
    made = _sealed(root, told, by, why, documents, weigh, now, "")
    assert made is not None  # only a name that is sealed already may be found nowhere
    return made


def again(
    root: Path,
    label: str,
    names: Sequence[str],
    *,
    by: str,
    weigh: Weigh | None = None,
    now: Callable[[], str] = lambda: clock.now().isoformat(),
) -> Sealed | None:
    """Takes a name that is sealed already out of what came later, under the same label; None where it is nowhere.

    Raises:
        SealError, CaseLocked: as for `seal`.
    """
    return _sealed(root, tuple(names), by, AGAIN, (), weigh, now, label)


def _sealed(
    root: Path,
    names: tuple[str, ...],
    by: str,
    why: str,
    documents: Sequence[str],
    weigh: Weigh | None,
    now: Callable[[], str],
    label: str,
) -> Sealed | None:
    paths = case.at(root)
    with locked(paths), Ledger(paths, writable=True) as ledger:
        scrubbing.finish(paths, ledger)
        scrubbing.sweep(paths, ledger)
        case.log_custody(paths, ledger)
        recipients = _recipients(paths)
        work = SealingWork(paths, ledger, recipients, names, now(), weigh or real().weigh, label)
        done = work.run(_known(ledger, documents), by, why)
        if done is None:
            return None
        made, sealing = done
        scrubbing.finish(paths, ledger)
        case.log_custody(paths, ledger)
    return Sealed(sealing.record, sealing.label, len(sealing.documents), made)


def end(root: Path) -> bool:
    """Ends a sealing that was broken off; whether there was one.

    Raises:
        CaseLocked: another process is writing.
        CaseError: another process holds old pages open.
    """
    paths = case.at(root)
    with locked(paths), Ledger(paths, writable=True) as ledger:
        done = scrubbing.finish(paths, ledger)
        scrubbing.sweep(paths, ledger)
        case.log_custody(paths, ledger)
    return done


def unread(root: Path) -> tuple[tuple[str, str], ...]:
    """(Id, file) of the documents whose words nobody has read here: a name that stands in them is not found."""
    with Ledger(case.at(root)) as ledger:
        found = [one.document for one in ledger.all_known() if not one.has_text]
    return tuple((one.id, one.path) for one in found if not one.sealed)


def _check(names: tuple[str, ...], by: str, why: str) -> None:
    if not names:
        raise SealError("give the name of the person to seal, in full")
    for name in names:
        if len(name) < 2 or (name.isascii() and len(name) < 4):
            raise SealError("a name that short stands in many words: give the person's name in full")
    if not by.strip() or not why.strip():
        raise SealError("somebody seals a name, for a reason: give both with --by and --why")


def _known(ledger: Ledger, documents: Sequence[str]) -> frozenset[str]:
    """Documents to encrypt too, by their ids or the names of their files.

    Raises:
        SealError: there is no such document in the case.
    """
    here = derived.load_state(ledger, texts=False, readings=False).documents
    found: set[str] = set()
    for wanted in documents:
        own = {one.id for one in here if wanted in (one.id, one.path)}
        if not own:
            raise SealError(
                f"there is no document {wanted} in {ledger.paths.root}: `longarm report` lists the ids and files of "
                "those that were not machine-read"
            )
        found |= own
    return frozenset(found)


def _recipients(paths: CasePaths) -> tuple[str, ...]:
    found = keyholders.load(paths)
    if len(found) < HOLDERS:
        raise SealError(
            f"nobody could open what is sealed in {paths.root}: make keys for two keyholders, or for one with a "
            f"printed recovery key, with `longarm keys {paths.root}`"
        )
    return tuple(one.recipient for one in found)

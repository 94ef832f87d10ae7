"""What is sealed in a case, and the end of a sealing that was broken off."""

from longarm.custody import log
from longarm.model.decisions import Decision, decision_of
from longarm.model.matters import Sealing
from longarm.storage import custody, originals, rewrite, sealed
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths


def decisions(ledger: Ledger) -> list[Decision]:
    """The decisions to seal, in order."""
    told = (decision_of(entry) for entry in ledger.entries_on("decision") if entry.action == "sealed")
    return [one for one in told if isinstance(one.what, Sealing)]


def of(ledger: Ledger) -> list[Sealing]:
    """What was sealed, in order."""
    return [one.what for one in decisions(ledger) if isinstance(one.what, Sealing)]


def marks(ledger: Ledger) -> frozenset[str]:
    """What recognises the bytes of sealed documents, see `desk.recognise`."""
    return frozenset(mark for what in of(ledger) for mark in what.known)


def finish(paths: CasePaths, ledger: Ledger, patience: float = rewrite.PATIENCE) -> bool:
    """Ends a sealing that was broken off after it was decided; whether there was one. Call it under the lock.

    Args:
        patience: seconds to wait for others to let go of old pages.

    Raises:
        CaseError: another process holds old pages open.
    """
    left = rewrite.unfinished(ledger)
    if left is None:
        return False
    for digest in left:
        originals.drop(paths, digest)
    custody.replace(paths, log.lines(ledger.entries()))
    rewrite.scrub(ledger, patience)
    return True


def sweep(paths: CasePaths, ledger: Ledger) -> None:
    """Takes away age files of a sealing that was broken off before it was decided. Call it under the lock."""
    sealed.sweep(paths, frozenset(file for what in of(ledger) for file in (what.record, *what.files)))

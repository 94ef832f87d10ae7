"""Sealed names in what came after the sealing: nobody can look for them without a key, so nothing leaves before that.

What came since is counted from the entries; who looked, and up to where, is an entry too (`Inspection`).
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from longarm.core import clock
from longarm.core.phrases import counted, listed
from longarm.desk import case
from longarm.desk.deciding.decide import log as bring_up
from longarm.desk.sealing import scrubbing, seal, unseal
from longarm.desk.sealing.holding import holding, labels_of
from longarm.desk.stations import Weigh
from longarm.desk.verifying.leakage import leaks_of
from longarm.errors import ReleaseRefused
from longarm.ledger.redact import document_of
from longarm.model.decisions import SUBJECT, Decision, decision_entry, decision_of
from longarm.model.entries import Entry
from longarm.model.matters import (
    Attach,
    Inspection,
    Merge,
    Release,
    Review,
    Revisit,
    Sealing,
    Split,
    Tying,
    Undo,
    Unsealing,
    Withholding,
)
from longarm.protect import age
from longarm.protect.search import Search
from longarm.storage import keyholders
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

Files = Iterable[tuple[str, bytes]]
BRINGING = frozenset(("document", "given", "text", "failure"))  # subjects of entries that hold words from outside
WORDLESS = (Review, Merge, Split, Tying, Withholding, Release, Revisit, Undo, Attach)  # but for their `why`
KEYED = (Sealing, Unsealing, Inspection)  # names are taken out of these as they are written


@dataclass(frozen=True, slots=True)
class Since:
    """What came after sealed names were last looked for: ids of documents, and how many decisions with words."""

    documents: tuple[str, ...] = ()
    decisions: int = 0

    def __bool__(self) -> bool:
        return bool(self.documents or self.decisions)

    @property
    def words(self) -> str:
        """What it is, in words: "2 documents and 1 decision"."""
        told = ((len(self.documents), "document"), (self.decisions, "decision"))
        return listed(counted(count, noun) for count, noun in told if count)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a keyholder's key found: what was looked through, and who was sealed once more, with how many documents."""

    since: Since
    sealed: tuple[seal.Sealed, ...] = ()


def since(root: Path) -> Since:
    """What came to a case since its sealed names were last looked for; nothing where nobody is sealed."""
    with Ledger(case.at(root)) as ledger:
        return _since(_later(ledger))


def look(
    root: Path,
    identity: Path,
    *,
    weigh: Weigh | None = None,
    now: Callable[[], str] = lambda: clock.now().isoformat(),
) -> Looked:
    """Looks for sealed names in what came since, encrypts the documents that hold one, and writes that it was done.

    Raises:
        SealError: the identity is no keyholder's.
        CaseLocked: another process is writing.
    """
    paths = case.at(root)
    people = dict(unseal.names_of_records(root, identity))
    with Ledger(paths) as ledger:
        later, last = _later(ledger), ledger.last_sequence()
    found = _since(later)
    if not people or not found:
        return Looked(found)
    by = _holder(paths, identity)
    told = (
        seal.again(root, label, people[label], by=by, weigh=weigh, now=now)
        for label in _named(paths, later, root, identity)
    )
    sealed = tuple(one for one in told if one)
    done = Decision(f"dec-{secrets.token_hex(8)}", Inspection(len(found.documents)), by, now(), base=last)
    with Ledger(paths, writable=True) as ledger:
        ledger.append([decision_entry(done)])
        bring_up(paths, ledger)
    return Looked(found, sealed)


def guard(root: Path, identity: Path | None) -> Callable[[Files], Iterator[tuple[str, bytes]]]:
    """What every file that is about to leave goes through: with a key, no file that names a sealed person does.

    Raises:
        ReleaseRefused: something came since sealed names were last looked for, and there is no key to look with; or it
            names somebody who is sealed.
        SealError: the identity opens nothing.
    """
    paths = case.at(root)
    with Ledger(paths) as ledger:
        is_sealed, later = bool(scrubbing.of(ledger)), _later(ledger)
    if not is_sealed:
        return iter
    found = _since(later)
    if identity is None:
        if found:
            raise ReleaseRefused(unlooked(root, found) + "; or give that file here. Nothing was written")
        return iter
    if named := _named(paths, later, root, identity):
        raise ReleaseRefused(
            f"what came to {root} after the sealing names {', '.join(named)}: run `longarm build {root} --identity "
            "FILE`, which encrypts it. Nothing was written"
        )
    return _gate(unseal.search(root, identity))


def unlooked(root: Path, found: Since) -> str:
    """Why sealed names may stand in a case, and what to do about it."""
    return (
        f"{found.words} came to {root} after its sealed names were last looked for, which needs a key: let a keyholder "
        f"run `longarm build {root} --identity FILE`"
    )


def _gate(search: Search) -> Callable[[Files], Iterator[tuple[str, bytes]]]:
    def gate(files: Files) -> Iterator[tuple[str, bytes]]:
        for name, data in files:
            for kind, label in leaks_of(name, data, search):
                raise ReleaseRefused(
                    f"{search.redact(name).text} would name {label} ({kind}): nothing was written. Please report this "
                    "as a fault of longarm, unless the name was typed into case.toml"
                )
            yield name, data

    return gate


def _later(ledger: Ledger) -> list[Entry]:
    """Entries with words from outside that came after sealed names were last looked for."""
    told = [decision_of(one) for one in ledger.entries_on(SUBJECT)]
    sealed = {one.what.label: one.base or one.sequence for one in told if isinstance(one.what, Sealing)}
    if not sealed:
        return []
    inspected = max((one.base for one in told if isinstance(one.what, Inspection)), default=0)
    return [one for one in ledger.entries(after=max(min(sealed.values()), inspected)) if _brings(one)]


def _brings(entry: Entry) -> bool:
    if entry.subject in BRINGING:
        return True
    if entry.subject != SUBJECT:
        return False
    what = decision_of(entry).what
    return not isinstance(what, KEYED) and (bool(entry.why.strip()) or not isinstance(what, WORDLESS))


def _since(later: Iterable[Entry]) -> Since:
    told = list(later)
    documents = {document_of(one) or one.key for one in told if one.subject != SUBJECT}
    return Since(tuple(sorted(documents)), sum(one.subject == SUBJECT for one in told))


def _named(paths: CasePaths, later: Iterable[Entry], root: Path, identity: Path) -> list[str]:
    """Labels of the sealed people whom the entries, or the documents in them, name."""
    told = list(later)
    if not told:
        return []
    search = unseal.search(root, identity)
    found = {label for labels in holding(paths, told, search).values() for label in labels}
    found |= {label for one in told for label in labels_of(one, search)}
    return sorted(found)


def _holder(paths: CasePaths, identity: Path) -> str:
    recipients = set(age.recipients(age.read_identities(identity)))
    return next((one.name for one in keyholders.load(paths) if one.recipient in recipients), "a keyholder")

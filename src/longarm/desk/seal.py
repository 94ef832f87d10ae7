"""`longarm seal`: a person's name leaves the case for an age file; the case works on without it."""

import base64
import dataclasses
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from longarm.core import clock
from longarm.core.hashing import canonical_json
from longarm.custody import log
from longarm.desk import case, recognise, renaming, scrubbing, unseal
from longarm.desk.holding import holding as holding_of
from longarm.desk.holding import labels_of
from longarm.desk.stations import real
from longarm.errors import SealError
from longarm.ledger.current import counted
from longarm.ledger.fold import fold
from longarm.ledger.redact import Redaction, document_of
from longarm.ledger.settle import settle
from longarm.model.case import CaseSettings, State, Weighed
from longarm.model.decisions import Decision, Sealing, decision_entry
from longarm.model.entries import Entry
from longarm.protect import age
from longarm.protect.masking import Masked
from longarm.protect.search import Search
from longarm.storage import custody, derived, key, keyholders, originals, rewrite, sealed, settings
from longarm.storage.ledger import Ledger
from longarm.storage.lock import locked
from longarm.storage.paths import CasePaths

Weigh = Callable[[State, bytes, Sequence[tuple[str, str]]], Weighed]
HOLDERS = 2  # keyholders at least, or one with a printed recovery key
VERSION = 1
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
        work = _Work(paths, ledger, recipients, names, now(), weigh or real().weigh, label)
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


@dataclass(frozen=True, slots=True)
class _Files:
    """The random ids of the age files of one sealing: by document, of its record, of the custody log; and its salt."""

    by_document: dict[str, str]
    record: str
    history: str
    salt: bytes

    @classmethod
    def new(cls, documents: Iterable[str]) -> "_Files":
        """Files for documents, none of which there is yet."""
        by_document = {document: sealed.new_id() for document in sorted(documents)}
        return cls(by_document, sealed.new_id(), sealed.new_id(), secrets.token_bytes(32))


@dataclass(slots=True)
class _Work:
    """One sealing, while the lock is held."""

    paths: CasePaths
    ledger: Ledger
    recipients: tuple[str, ...]
    names: tuple[str, ...]
    at: str
    weigh: Weigh
    label: str = ""  # of a person who is sealed already

    def run(self, chosen: frozenset[str], by: str, why: str) -> tuple[int, Sealing] | None:
        """Encrypts, then rewrites the ledger; how many entries changed, and the sealing.

        None where a name that is sealed already stands nowhere.
        """
        entries = list(self.ledger.entries())
        state = fold(entries)
        earlier = scrubbing.of(self.ledger)
        label = self.label or f"[sealed person {len({one.label for one in earlier}) + 1}]"
        shared = unseal.shared(self.paths.root, self.names)
        search = Search([(label, self.names)], shared)
        self._refuse_settings(search)
        holding = holding_of(self.paths, entries, search).keys() | chosen
        if self.label and not holding and not any(labels_of(one, search) for one in entries):
            return None
        search = Search([(label, self.names)], shared, frozenset(holding))
        texts = _texts(entries, state, search, holding)
        ids = renaming.of_documents(entries, holding)
        files = _Files.new(holding)
        hashes = {one.id: one.sha256 for one in state.documents if one.id in holding and not one.sealed}
        redaction = Redaction(lambda text, document: search.redact(text, document).text, texts, ids)
        weighed = self._weighed(entries, redaction.entries(entries))
        renamed = renaming.of_weighed(derived.load_weighed(self.ledger), weighed, ids)
        redaction = dataclasses.replace(redaction, ids=ids | renamed)
        changed = [self._mark(one, files, ids) for one in redaction.entries(entries)]
        known = [mark for what in earlier for mark in what.known]
        sealing = self._sealing(label, [ids[one] for one in holding], files, hashes, known)
        self._encrypt(entries, {one.sequence for one in changed}, files, hashes, why, label)
        decision = Decision(
            f"dec-{secrets.token_hex(8)}",
            sealing,
            search.redact(by.strip()).text,
            self.at,
            search.redact(why.strip()).text,
            base=entries[-1].sequence if entries else 0,
        )
        rewrite.rewrite(self.ledger, changed, [decision_entry(decision)], hashes.values())
        derived.store_weighed(self.ledger, weighed, "")
        return len(changed), sealing

    def _sealing(
        self, label: str, documents: Iterable[str], files: _Files, hashes: dict[str, str], known: Sequence[str]
    ) -> Sealing:
        last = log.last(custody.load(self.paths))[1]
        return Sealing(
            files.record,
            label,
            tuple(sorted(documents)),
            (*files.by_document.values(), files.history),
            _salted(files.salt, last),
            tuple(recognise.mark(hashes[one], known[:1]) for one in sorted(hashes)),
        )

    def _refuse_settings(self, search: Search) -> None:
        chosen: CaseSettings = settings.load(self.paths)
        said = " \n ".join(
            (chosen.title, chosen.scope, *(part for row in (*chosen.public_people, *chosen.ownership) for part in row))
        )
        if search.labels(said):
            raise SealError(
                f"{self.paths.settings} holds the name: take it out there first, longarm never changes that file"
            )

    def _weighed(self, entries: Sequence[Entry], changed: Sequence[Entry]) -> Weighed:
        """What the case adds up to without the name."""
        new = {entry.sequence: entry for entry in changed}
        state, _ = settle(fold(new.get(entry.sequence, entry) for entry in entries))
        chosen = settings.load(self.paths)
        return self.weigh(counted(state), key.load(self.paths), chosen.ownership)

    def _mark(self, entry: Entry, files: _Files, ids: dict[str, str]) -> Entry:
        """The entry of a sealed document says which file holds its bytes, and has a salted hash for theirs."""
        if entry.subject not in ("document", "failure"):
            return entry
        old = {new: old for old, new in ids.items()}
        body = json.loads(canonical_json(entry.body))
        if entry.subject == "document" and entry.key in old:
            data = body["document"]["data"]
            if not data.get("sealed"):
                data |= {"sealed": files.by_document[old[entry.key]], "sha256": _salted(files.salt, data["sha256"])}
        elif entry.subject == "failure" and body.get("document") in old and body["failure"]["data"].get("sha256"):
            body["failure"]["data"]["sha256"] = _salted(files.salt, body["failure"]["data"]["sha256"])
        return dataclasses.replace(entry, body=body)

    def _encrypt(
        self,
        entries: Iterable[Entry],
        changed: set[int],
        files: _Files,
        hashes: dict[str, str],
        why: str,
        label: str,
    ) -> None:
        rest: list[dict[str, Any]] = []
        of: dict[str, list[dict[str, Any]]] = {document: [] for document in files.by_document}
        for entry in entries:
            if entry.sequence in changed:
                of.get(document_of(entry) or "", rest).append(dataclasses.asdict(entry))
        for document, file in files.by_document.items():
            data = originals.load(self.paths, hashes[document]) if document in hashes else b""
            self._write(file, {"entries": of[document], "original": _text(data), "salt": files.salt.hex()})
        self._write(files.history, {"custody": custody.load(self.paths), "salt": files.salt.hex()})
        told = {"label": label, "names": list(self.names), "why": why, "entries": rest, "at": self.at}
        self._write(files.record, told)

    def _write(self, id_: str, data: dict[str, Any]) -> None:
        encrypted = age.seal(canonical_json({"longarm": VERSION, **data}).encode(), self.recipients)
        sealed.write(self.paths, id_, encrypted)


def _salted(salt: bytes, sha256: str) -> str:
    return hmac.new(salt, sha256.encode(), hashlib.sha256).hexdigest()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _texts(
    entries: Iterable[Entry], state: State, search: Search, holding: set[str] | frozenset[str]
) -> dict[str, Masked]:
    """Every text layer of the documents, also those of older readers and those typed by hand, redacted."""
    found: dict[str, Masked] = {}
    for entry in entries:
        if entry.subject == "text" and document_of(entry) in holding:
            data = entry.body["text"]["data"]
            found[data["id"]] = search.redact(data["text"], data["document"])
    for layer in settle(state)[0].layers:
        if layer.document in holding and layer.id not in found:
            found[layer.id] = search.redact(layer.text, layer.document)
    return found

"""One sealing while the lock is held: what is encrypted, and what takes its place in the case."""

import base64
import dataclasses
import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from longarm.core.hashing import canonical_json
from longarm.custody import log
from longarm.desk.sealing import recognise, renaming, scrubbing, unseal
from longarm.desk.sealing.holding import holding as holding_of
from longarm.desk.sealing.holding import labels_of
from longarm.desk.stations import Weigh
from longarm.errors import SealError
from longarm.ledger.current import counted
from longarm.ledger.fold import fold
from longarm.ledger.redact import Redaction, document_of
from longarm.ledger.settle import settle
from longarm.model.case import CaseSettings, State, Weighed
from longarm.model.decisions import Decision, decision_entry
from longarm.model.entries import Entry
from longarm.model.matters import Sealing
from longarm.protect import age
from longarm.protect.masking import Masked
from longarm.protect.search import Search
from longarm.storage import custody, derived, key, originals, rewrite, sealed, settings
from longarm.storage.ledger import Ledger
from longarm.storage.paths import CasePaths

VERSION = 1


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
class SealingWork:
    """One sealing, while the lock is held.

    Attributes:
        recipients: public keys of the keyholders.
        names: of one person, as the documents write them.
        at: ISO 8601.
        label: of a person who is sealed already; empty for a new one.
    """

    paths: CasePaths
    ledger: Ledger
    recipients: tuple[str, ...]
    names: tuple[str, ...]
    at: str
    weigh: Weigh
    label: str = ""

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

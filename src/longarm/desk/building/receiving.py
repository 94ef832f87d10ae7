"""Receiving files: their bytes are kept, and what has to be read of them is decided."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from longarm import __version__
from longarm.core.hashing import keyed_id, sha256
from longarm.desk.building.plan import NOTHING, READ, Planner
from longarm.desk.sealing import recognise
from longarm.desk.stations import SIZE_LIMIT, Found, Stations
from longarm.documents.records import Place
from longarm.documents.webarchive import Capture, Passed, is_archive
from longarm.ledger import entry as entries
from longarm.model.codec import pack
from longarm.model.documents import Document, Given, Metadata, ReadFailure
from longarm.model.entries import Entry
from longarm.storage import originals
from longarm.storage.ledger import Known, Ledger

BY = f"longarm {__version__}"
UNOPENED = "application/octet-stream"  # media type of a file that is too large to look into


@dataclass(slots=True)
class Counts:
    """What a build did so far: files looked at, new documents, documents opened by a reader, read by the extractors,
    found as they were, and not machine-read (of those that this build looked at); files that are sealed documents;
    records of web archives that are no documents, by what they are."""

    files: int = 0
    received: int = 0
    opened: int = 0
    extracted: int = 0
    unchanged: int = 0
    unread: int = 0
    sealed: int = 0
    passed: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Captured:
    """A document in a web archive, in the place of a file: the archive's path and its own."""

    path: Path
    relative: str
    size: int


@dataclass(frozen=True, slots=True)
class Job:
    """A document to read, whose bytes are kept.

    Attributes:
        todo: READ or EXTRACT.
        stated: what a manifest says of it.
        data: the bytes; None where they are too many to open, or are not needed.
    """

    document: Document
    todo: str
    stated: Metadata
    known: Known | None = None
    data: bytes | None = None


@dataclass(slots=True)
class Receiving:
    """Turns files into jobs.

    Attributes:
        planner: decides what is read again.
        manifests: what manifests state, by relative path.
        now: the time, as ISO 8601.
        sealed: what recognises the bytes of sealed documents.
        waiting: for each job that is not in the ledger yet, by document id, the entries of the files it was given as.
        handled: ids of the documents seen in this build.
        only: by web archive, the places of the pages that are taken, with the hashes of their bytes; None takes all.
    """

    ledger: Ledger
    planner: Planner
    key: bytes
    stations: Stations
    manifests: Mapping[str, Metadata]
    now: Callable[[], str]
    waiting: dict[str, list[Entry]]
    sealed: frozenset[str] = frozenset()
    counts: Counts = field(default_factory=Counts)
    handled: set[str] = field(default_factory=set)
    only: Mapping[str, Mapping[Place, str]] | None = None

    def jobs(self, found: Iterable[Found | ReadFailure]) -> Iterator[Job | None]:
        """What is to be read: one a document, None where nothing is; then what newer readers read of older documents.
        `counts.files` goes up with each item, of which a web archive has many documents."""
        for item in found:
            self.counts.files += 1
            if isinstance(item, ReadFailure) or not is_archive(item.relative):
                yield self._receive(item)
            else:
                yield from self._unpack(item)
        for known in self.ledger.all_known():
            if known.document.id not in self.handled and (job := self._again(known)):
                yield job

    def _receive(self, found: Found | ReadFailure) -> Job | None:
        if isinstance(found, ReadFailure):
            self._lose(found)
            return None
        try:
            if self.sealed and self._is_sealed(originals.digest_of(found.path)):
                self.counts.sealed += 1
                return None
            if found.size > SIZE_LIMIT:
                return self._job(found, None, originals.keep_file(self.ledger.paths, found.path))
            data = found.path.read_bytes()
        except OSError as error:
            self._lose(_unreadable(found.relative, error))
            return None
        return self._job(found, data, originals.keep(self.ledger.paths, data))

    def _unpack(self, archive: Found) -> Iterator[Job | None]:
        """A job for each document of a web archive; what was lost of it before and is lost no more is put down."""
        yield None
        lost = set()
        try:
            for part in self._captures(archive):
                if isinstance(part, ReadFailure):
                    lost.add(part.path)
                    self._lose(part)
                elif isinstance(part, Passed):
                    self.counts.passed.update(part.counts)
                else:
                    yield self._capture(archive, part)
        except OSError as error:
            self._lose(_unreadable(archive.relative, error))
            return
        if self.only is not None:
            return  # most of the archive was not looked at
        over = [path for path in self.ledger.lost_below(archive.relative) if path not in lost]
        self.ledger.append([entries.recovered_entry(path, BY, self.now()) for path in over])

    def _captures(self, archive: Found) -> "Iterator[Capture | ReadFailure | Passed]":
        if self.only is None:
            return self.stations.captures(archive.path, archive.relative)
        return self.stations.captures(archive.path, archive.relative, only=self.only[archive.relative])

    def _capture(self, archive: Found, part: Capture) -> Job | None:
        if self.sealed and self._is_sealed(sha256(part.data)):
            self.counts.sealed += 1
            return None
        found = Captured(archive.path / part.path, part.path, len(part.data))
        return self._job(found, part.data, originals.keep(self.ledger.paths, part.data), part.stated)

    def _is_sealed(self, digest: str) -> bool:
        """Whether these are the bytes of a sealed document: then nothing of them is kept, not even where they were."""
        known = self.ledger.known(keyed_id(self.key, "doc", digest))
        return known is None and recognise.is_known(digest, self.sealed)

    def _lose(self, failure: ReadFailure) -> None:
        self.counts.unread += 1
        if self.ledger.lost_at(failure.path) != pack(failure):
            self.ledger.append([entries.failure_entry(failure, "", "", BY, self.now())])

    def _job(self, found: Found, data: bytes | None, digest: str, said: Metadata = Metadata()) -> Job | None:  # noqa: B008
        document = keyed_id(self.key, "doc", digest)
        given = self._given(found, document)
        if document in self.waiting:
            self.waiting[document].extend(given)
            return None
        media = UNOPENED if data is None else self.stations.media(data, found.relative)
        stated = self.stations.merge(self.manifests.get(found.relative, Metadata()), said)
        known = self.ledger.known(document)
        if not known:
            self.handled.add(document)
            self.counts.received += 1
            new = Document(document, digest, media, found.relative, found.size if data is None else len(data))
            return self._waiting(Job(new, READ, stated, None, data), given)
        if known.document.path != found.relative or document in self.handled:
            stated = known.stated
        self.handled.add(document)
        return self._known(known, media, stated, data, given)

    def _known(
        self, known: Known, media: str, stated: Metadata, data: bytes | None, given: tuple[Entry, ...]
    ) -> Job | None:
        todo = self.planner.plan(known, media, stated)
        if todo != NOTHING:
            return self._waiting(Job(replace(known.document, media=media), todo, stated, known, data), given)
        self.counts.unchanged += 1
        if given:
            self.ledger.append(given)
        return None

    def _again(self, known: Known) -> Job | None:
        todo = self.planner.plan(known, known.document.media, known.stated)
        if todo == NOTHING:
            return None
        is_opened = todo == READ and known.document.media != UNOPENED
        data = originals.load(self.ledger.paths, known.document.sha256) if is_opened else None
        return self._waiting(Job(known.document, todo, known.stated, known, data), ())

    def _waiting(self, job: Job, given: tuple[Entry, ...]) -> Job:
        self.waiting[job.document.id] = list(given)
        return job

    def _given(self, found: Found, document: str) -> tuple[Entry, ...]:
        location = keyed_id(self.key, "at", str(Path(found.path).absolute()))
        before = self.ledger.given_at(location)
        if before == document and self.ledger.lost_at(found.relative) is None:
            return ()
        given = Given(found.relative, location, document)
        return (entries.given_entry(given, BY, self.now(), known=before is not None),)


def _unreadable(path: str, error: OSError) -> ReadFailure:
    reason = f"{path} cannot be opened ({error.strerror}): give it read permission, then build again."
    return ReadFailure(path, "unreadable", reason)

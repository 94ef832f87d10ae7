"""Documents on their way from bytes to a reading; each lands in the ledger in one transaction, or not at all."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from longarm.core.hashing import keyed_id
from longarm.desk.building import metadata
from longarm.desk.building.plan import OTHER_LANGUAGE, READ, languages_version, reader_version
from longarm.desk.building.receiving import BY, Counts, Job
from longarm.desk.stations import SIZE_LIMIT, Reads, Stations
from longarm.documents.failures import TextMissing, code_of
from longarm.errors import DocumentError, DocumentTooLarge, LongarmError
from longarm.ledger import entry as entries
from longarm.model.case import CaseSettings
from longarm.model.documents import Document, Extract, Metadata, ReadFailure, TextLayer
from longarm.model.entries import Entry
from longarm.model.statements import Reading
from longarm.storage.ledger import Ledger

LANES = 2  # documents that are read at a time, each in a process of its own, while the extractors work
AHEAD = 8  # documents whose text is read before the extractors ask for it


@dataclass(slots=True)
class Flights:
    """Documents whose text is read and whose statements are not yet.

    Attributes:
        waiting: entries of the files that a document was given as, by document id; filled by `Receiving`.
        written: entries of the document and its text, by document id.
        layers: the documents and texts in the air, by document id, in the order of take-off.
    """

    ledger: Ledger
    settings: CaseSettings
    key: bytes
    stations: Stations
    now: Callable[[], str]
    counts: Counts
    waiting: dict[str, list[Entry]] = field(default_factory=dict)
    written: dict[str, list[Entry]] = field(default_factory=dict)
    layers: dict[str, tuple[TextLayer, Document]] = field(default_factory=dict)

    def take_off(self, jobs: Iterable[Job | None], reader: Reads) -> Iterator[tuple[TextLayer, Document]]:
        """The texts that need the extractors; a document that cannot be read is written at once, with the reason."""
        for job, extract in _ahead(jobs, reader):
            ready = self._read(job, extract) if extract else self._stored(job)
            if ready:
                yield ready

    def land(self, reading: Reading) -> None:
        """Writes a document with its text and its reading."""
        self.layers.pop(reading.document)
        self.counts.extracted += 1
        self._write(reading.document, entries.reading_entry(reading, self.now()))

    def crash(self, document: str, error: BaseException | None) -> None:
        """Writes a document with its text, and that the extractors could not read it."""
        layer, described = self.layers.pop(document)
        what = f"{type(error).__name__}: {error}" if error else "they gave nothing"
        reason = f"the extractors stopped at {described.path} ({what}): please report it with the document, if you may."
        failure = ReadFailure(described.path, "crashed", reason, described.sha256)
        self._fail(failure, document, layer.id, self.stations.extractor_version(self.settings.conventions))

    def _stored(self, job: Job) -> tuple[TextLayer, Document] | None:
        layer = self.ledger.layer(job.document.id)
        return self._check_language(job.document, layer) if layer else None

    def _read(self, job: Job, extract: Future[Extract]) -> tuple[TextLayer, Document] | None:
        self.counts.opened += 1
        version = reader_version(self.stations, job.document.media)
        try:
            read = extract.result()
        except DocumentError as error:
            self._refuse(job, getattr(error, "code", "") or code_of(error), str(error), version)
            return None
        except LongarmError:
            raise
        except Exception as error:
            reason = f"the reader stopped at {job.document.path} ({type(error).__name__}: {error}): please report it."
            self._refuse(job, "crashed", reason, version)
            return None
        document = self._describe(job, read)
        layer_id = keyed_id(self.key, "text", document.id, version)
        layer = TextLayer(layer_id, document.id, version, read.text, read.blocks, read.notes)
        self.written[document.id] = [*self._described(job, document), entries.text_entry(layer, self.now())]
        return self._check_language(document, layer)

    def _describe(self, job: Job, extract: Extract) -> Document:
        found = self.stations.merge(job.stated, extract.metadata)
        default = self.settings.languages[0] if self.settings.languages else "en"
        spoken = metadata.language(found, self.stations.language(extract.text), default)
        return metadata.describe(job.document, replace(found, language=spoken))

    def _check_language(self, document: Document, layer: TextLayer) -> tuple[TextLayer, Document] | None:
        spoken = document.language.value if document.language else "unknown"
        if spoken in self.settings.languages:
            self.layers[document.id] = (layer, document)
            return layer, document
        reason = (
            f"{document.path} is in another language ({spoken}) than this case is read in "
            f"({', '.join(self.settings.languages)}): it is kept; give a translation beside it, or read it yourself."
        )
        failure = ReadFailure(document.path, OTHER_LANGUAGE, reason, document.sha256)
        self._fail(failure, document.id, layer.id, languages_version(self.settings))
        return None

    def _refuse(self, job: Job, code: str, reason: str, version: str) -> None:
        document = metadata.describe(job.document, self.stations.merge(job.stated, Metadata()))
        failure = ReadFailure(document.path, code, reason, document.sha256)
        self.written[document.id] = self._described(job, document)
        self._fail(failure, document.id, "", version)

    def _fail(self, failure: ReadFailure, document: str, text: str, by: str) -> None:
        self.counts.unread += 1
        self._write(document, entries.failure_entry(failure, document, text, by, self.now()))

    def _write(self, document: str, outcome: Entry) -> None:
        """One transaction: the document, its text, the files it was given as, and what came of it."""
        self.ledger.append([*self.written.pop(document, ()), *self.waiting.pop(document), outcome])

    def _described(self, job: Job, document: Document) -> list[Entry]:
        known = job.known
        if known and known.document == document and known.stated == job.stated:
            return []
        return [entries.document_entry(document, job.stated, BY, self.now(), known=known is not None)]


def _ahead(jobs: Iterable[Job | None], reader: Reads) -> Iterator[tuple[Job, Future[Extract] | None]]:
    """The jobs in order, each with the text that is being read meanwhile; None where the stored text serves."""
    pool = ThreadPoolExecutor(LANES)
    waiting: deque[tuple[Job, Future[Extract] | None]] = deque()
    try:
        for job in jobs:
            if job is None:
                continue
            waiting.append((job, pool.submit(_extract, job, reader) if job.todo == READ else None))
            if len(waiting) > AHEAD:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _extract(job: Job, reader: Reads) -> Extract:
    name = job.document.path
    if job.data is None:
        size = f"{job.document.size / (1 << 20):,.0f} MiB, more than {SIZE_LIMIT >> 20}"
        raise DocumentTooLarge(f"{name} has {size}: split it, or give its text alone.")
    extract = reader.read(job.data, name)
    if not extract.text.strip():
        raise TextMissing(f"{name} has no text, it may be a scan: give a version with a text layer.")
    return extract

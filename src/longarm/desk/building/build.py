"""`longarm build`: documents become a case, or are added to one; only what is new is read."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from longarm import __version__
from longarm.core import clock
from longarm.core.hashing import canonical_json, sha256
from longarm.desk import case
from longarm.desk.building.chosen import Chosen
from longarm.desk.building.fetching import Fetched, Online, fetched
from longarm.desk.building.flights import Flights
from longarm.desk.building.intake import MADE
from longarm.desk.building.plan import Planner
from longarm.desk.building.receiving import BY, Counts, Job, Receiving
from longarm.desk.sealing import scrubbing
from longarm.desk.stations import Found, Reads, Stations
from longarm.desk.tell import Silence, Tell
from longarm.errors import LongarmError, UsageError
from longarm.ledger.current import counted, current
from longarm.ledger.entry import recovered_entry
from longarm.ledger.settle import settle
from longarm.model.codec import to_data
from longarm.model.documents import Document, ReadFailure, TextLayer
from longarm.model.statements import Reading
from longarm.storage import derived, key, settings
from longarm.storage.ledger import Ledger
from longarm.storage.lock import locked
from longarm.storage.paths import CasePaths

Text = tuple[TextLayer, Document]
_ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]*://|www\.")
_WEB = re.compile(r"(?i)(https?://|www\.)[^/\s]+")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did and what the case holds after it.

    Attributes:
        counts: what this build did.
        documents, readings, failures, statements, claims: what the case holds now.
        is_weighed: False where nothing had changed since the last weighing.
        is_new: the case was made by this build.
        left_out: folders that were not gone into, since longarm made them: other cases, dossiers.
    """

    root: Path
    counts: Counts
    documents: int
    readings: int
    failures: tuple[ReadFailure, ...]
    statements: int
    claims: int
    is_weighed: bool
    is_new: bool = False
    left_out: tuple[str, ...] = ()


def build(
    root: Path,
    given: Sequence[str | Path],
    stations: Stations,
    *,
    title: str = "",
    is_retry: bool = False,
    online: Online | None = None,
    only: Chosen | None = None,
    tell: Tell | None = None,
    now: Callable[[], str] = lambda: clock.now().isoformat(),
) -> Built:
    """Makes the case in `root` if need be, adds documents, reads what is new, and weighs.

    Running it again is safe at any time, also after it was killed: it goes on where it stopped.

    Args:
        root: the case.
        given: files, folders, and addresses of pages.
        stations: what reads, extracts and weighs.
        title: of a new case.
        is_retry: whether documents that could not be read before are tried once more.
        online: how pages are fetched; None where longarm stays offline.
        only: the pages of the web archives given that are taken, and nothing else that is given; None takes all.
        tell: is told how far it is.
        now: the time, as ISO 8601.

    Raises:
        UsageError: a path is not there, or is an address while longarm is offline; the case wants a language read
            that nothing reads.
        CaseError: the case is in use, damaged, or the folder is something else.
    """
    tell = tell or Silence()
    files, addresses = _given(given, is_online=online is not None)
    if only:
        only.files([*stations.walk(files)])  # before a case is made: what is not there is told at once
    paths = case.make_root(root)
    is_new = not case.is_case(paths)
    with locked(paths), stations.reader() as reader:
        case.make(paths, title)
        with Ledger(paths, writable=True) as ledger:
            scrubbing.finish(paths, ledger)
            scrubbing.sweep(paths, ledger)
            case.log_custody(paths, ledger)
            work = _Work(paths, ledger, stations, now, tell, is_retry, only=only)
            try:
                with fetched(addresses, online or Online(), now, tell) as pages:
                    work.read(files, pages, reader)
            finally:
                case.log_custody(paths, ledger)
            return replace(work.weigh(), is_new=is_new, left_out=tuple(work.left_out))


def _given(given: Sequence[str | Path], *, is_online: bool) -> tuple[list[Path], list[str]]:
    """The files and folders, and the addresses."""
    addresses = [str(path) for path in given if _ADDRESS.match(str(path))]
    for address in addresses:
        if not is_online:
            raise UsageError(
                f"{address} is an address, and longarm works offline: save the page, then give the file, or add "
                "--online, by which its site can see that somebody at your network asks for it"
            )
        if not _WEB.match(address):
            raise UsageError(f"{address} is no address of the web: give one with https:// or http://, or a file")
    paths = [Path(path) for path in given if str(path) not in addresses]
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"there is no file or folder {path}: check the spelling")
    return paths, [address if "://" in address else f"https://{address}" for address in addresses]


@dataclass(slots=True)
class _Work:
    paths: CasePaths
    ledger: Ledger
    stations: Stations
    now: Callable[[], str]
    tell: Tell
    is_retry: bool
    counts: Counts = field(default_factory=Counts)
    only: Chosen | None = None
    broken: Exception | None = None
    left_out: list[str] = field(default_factory=list)

    def read(self, given: list[Path], pages: Fetched, reader: Reads) -> None:
        """Reads files and pages that are new, and stored documents that newer versions read otherwise."""
        chosen, secret = settings.load(self.paths), key.load(self.paths)
        if unread := [code for code in chosen.languages if code not in self.stations.languages]:
            raise UsageError(
                f"{self.paths.settings} says that {unread[0]} is read, for which longarm has no rules yet: take it "
                "out of `languages`; documents in it are kept, and take statements by hand at the desk"
            )
        flights = Flights(self.ledger, chosen, secret, self.stations, self.now, self.counts)
        planner = Planner(self.stations, chosen, self.is_retry)
        manifests = self.stations.manifests(given)
        receiving = Receiving(
            self.ledger,
            planner,
            secret,
            self.stations,
            manifests,
            self.now,
            flights.waiting,
            scrubbing.marks(self.ledger),
            self.counts,
            only=self.only.pages if self.only else None,
        )
        self.tell.start("looking for documents", None)
        found = [item for item in self.stations.walk(given) if not self._is_own(item, given)]
        found = self.only.files(found) if self.only else [*found, *pages.files()]
        had = [address for address in pages.kept if self.ledger.lost_at(address)]
        self.ledger.append([recovered_entry(address, BY, self.now()) for address in had])
        self.tell.start("reading", len(found))
        jobs = self._stepped(receiving.jobs(found))
        texts = self._guarded(flights.take_off(jobs, reader))
        for reading in self._readings(texts, flights, secret):
            flights.land(reading)

    def weigh(self) -> Built:
        """Weighs what the ledger holds, if it holds anything else than at the last weighing.

        The state comes from the derived tables, which tests hold equal to the fold of the entries.
        """
        chosen = settings.load(self.paths)
        fingerprint = _fingerprint(
            to_data(chosen), self.stations.extractor_version(chosen.conventions), self.ledger.last_sequence()
        )
        is_stale = derived.weighed_from(self.ledger) != fingerprint
        if is_stale:
            self.tell.start("weighing", None)
            state, _ = settle(counted(derived.load_state(self.ledger)))
            found = self.stations.weigh(state, key.load(self.paths), chosen.ownership)
            derived.store_weighed(self.ledger, found, fingerprint)
        return self._built(is_stale)

    def _built(self, is_weighed: bool) -> Built:
        state = current(derived.load_state(self.ledger, texts=False, readings=False))
        failed = {failure.sha256 for failure in state.failures}
        readings = sum(document.sha256 not in failed for document in state.documents)
        statements, claims = derived.sizes(self.ledger)
        sizes = (len(state.documents), readings, state.failures, statements, claims)
        return Built(self.paths.root, self.counts, *sizes, is_weighed)

    def _readings(self, texts: Iterator[Text], flights: Flights, secret: bytes) -> Iterator[Reading]:
        """One reading a text; a text that the extractors stop at is put down as such, and the rest goes on.

        The extractors are called only where there is a text: calling them loads the language model.
        """
        for first in texts:
            try:
                yield from self.stations.read_layers(chain([first], texts), secret, flights.settings.conventions)
            except LongarmError:
                raise
            except Exception:
                if self.broken:
                    raise self.broken from None
                yield from self._one_by_one(flights, secret)
        for document in list(flights.layers):
            flights.crash(document, None)

    def _one_by_one(self, flights: Flights, secret: bytes) -> Iterator[Reading]:
        for document, pair in list(flights.layers.items()):
            try:
                (reading,) = self.stations.read_layers([pair], secret, flights.settings.conventions)
            except LongarmError:
                raise
            except Exception as error:
                flights.crash(document, error)
            else:
                yield reading

    def _guarded(self, texts: Iterator[Text]) -> Iterator[Text]:
        """The texts; remembers an error of their making, which is not one of the extractors."""
        try:
            yield from texts
        except Exception as error:
            self.broken = error
            raise

    def _stepped(self, jobs: Iterator[Job | None]) -> Iterator[Job | None]:
        """The jobs, with a step told for each file, of which a web archive has many."""
        told = 0
        for job in jobs:
            yield job
            if told != self.counts.files:
                told = self.counts.files
                self.tell.step()

    def _is_own(self, item: Found | ReadFailure, given: list[Path]) -> bool:
        """Whether it is a part of this case, or something else that longarm made."""
        root = self.paths.root.resolve()
        if not isinstance(item, ReadFailure):
            return root in item.path.resolve().parents
        if item.code != MADE:
            return False
        if not any(root in ((one / item.path).resolve(), one.resolve()) for one in given):
            self.left_out.append(item.path)
        return True


def _fingerprint(*parts: object) -> str:
    return sha256(canonical_json([__version__, *parts]).encode())

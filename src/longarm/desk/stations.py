"""The seam between the operations and what they run: everything that `build` calls, in one value.

Tests and extensions give other stations; the real ones are loaded when they are first used, since some take seconds.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from longarm.languages.conventions import Overrides
from longarm.model.case import State, Weighed
from longarm.model.documents import Document, Extract, Metadata, ReadFailure, TextLayer
from longarm.model.statements import Reading

if TYPE_CHECKING:
    from longarm.documents.reader import Reader
    from longarm.documents.records import Place
    from longarm.documents.webarchive import Capture, Passed

Weigh = Callable[[State, bytes, Sequence[tuple[str, str]]], Weighed]
SIZE_LIMIT = 50 << 20  # bytes; larger files are kept and listed, never opened


class Found(Protocol):
    """A file to take in: where it is, and its path relative to the folder given."""

    @property
    def path(self) -> Path: ...
    @property
    def relative(self) -> str: ...
    @property
    def size(self) -> int: ...


class Reads(Protocol):
    """Reads the text of one document in a process of its own, or raises a DocumentError."""

    def read(self, data: bytes, name: str) -> Extract: ...


class Captures(Protocol):
    """What is in a web archive that is so called; `only` asks for some records, with the hashes of their documents."""

    def __call__(
        self, archive: Path, name: str, *, only: "Mapping[Place, str] | None" = None
    ) -> "Iterator[Capture | ReadFailure | Passed]": ...


@dataclass(frozen=True, slots=True)
class Stations:
    """What a build runs.

    Attributes:
        walk, manifests: files under the paths given, and what manifests beside them say.
        reader: opens a reader, which reads from several threads.
        captures: what is in a web archive that is so called.
        media, reader_version: media type of bytes with a name; version of the reader of a media type.
        language: (code, probability) of a text.
        merge: what is stated, filled up with what was found.
        read_layers: readings of text layers, one each, in order, with the case's key and its own conventions.
        extractor_version: changes whenever readings may; those conventions are part of it.
        weigh: what a state adds up to, with the case's key and its table of (owner, owned).
        languages: those that `read_layers` has rules for.
    """

    walk: Callable[[Sequence[Path]], Iterable[Found | ReadFailure]]
    manifests: Callable[[Sequence[Path]], Mapping[str, Metadata]]
    reader: Callable[[], AbstractContextManager[Reads]]
    captures: "Captures"
    media: Callable[[bytes, str], str]
    reader_version: Callable[[str], str]
    language: Callable[[str], tuple[str, float]]
    merge: Callable[[Metadata, Metadata], Metadata]
    read_layers: Callable[[Iterable[tuple[TextLayer, Document]], bytes, Overrides], Iterator[Reading]]
    extractor_version: Callable[[Overrides], str]
    weigh: Weigh
    languages: tuple[str, ...] = ("en",)


def real() -> Stations:
    """The stations that longarm ships."""
    from longarm.desk import reading
    from longarm.desk.building import intake
    from longarm.documents import formats, language, manifest, reader, webarchive

    return Stations(
        walk=intake.walk,
        manifests=intake.manifests,
        reader=lambda: closing(_LazyReader()),
        captures=webarchive.captures,
        media=formats.detect,
        reader_version=reader.reader_version,
        language=language.detect,
        merge=manifest.merge,
        read_layers=reading.read_layers,
        extractor_version=reading.extractor_version,
        weigh=_weigh,
    )


class _LazyReader:
    """A reader started by the first document; it ends with the build."""

    def __init__(self) -> None:
        self._reader: Reader | None = None
        self._lock = threading.Lock()

    def read(self, data: bytes, name: str) -> Extract:
        """As `documents.reader.Reader.read`; may be called from several threads."""
        with self._lock:
            reader = self._reader = self._reader or self._start()
        return reader.read(data, name)

    def close(self) -> None:
        """Ends the reader's process, if there is one."""
        if self._reader:
            self._reader.close()

    @staticmethod
    def _start() -> "Reader":
        from longarm.documents.reader import Reader

        return Reader().__enter__()


def _weigh(state: State, key: bytes, ownership: Sequence[tuple[str, str]]) -> Weighed:
    from longarm.desk import weigh

    return weigh.weigh(state, key, ownership)

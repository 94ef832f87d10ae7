"""Stations that take milliseconds: plain text in, a passage a block, a statement a passage that has a number.

Also a program: `python quick.py CASE PATH ...` builds with them, for tests that kill it.
"""

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from longarm.core.hashing import keyed_id
from longarm.core.intervals import Interval
from longarm.desk.building.build import build
from longarm.desk.stations import Stations
from longarm.documents.webarchive import captures
from longarm.errors import DocumentDamaged, DocumentUnsupported
from longarm.model.case import State, Weighed
from longarm.model.claims import Claim, Resolved, Source
from longarm.model.documents import Block, Document, Extract, Metadata, Passage, ReadFailure, Stated, TextLayer
from longarm.model.spans import Span
from longarm.model.statements import Quantity, Reading, Statement, Voice

SLOW = float(os.environ.get("QUICK_SLOW", "0"))  # seconds a document, so that a killer has something to hit


@dataclass(frozen=True)
class Here:
    """A file that was found."""

    path: Path
    relative: str
    size: int


class PlainReader:
    """Reads UTF-8; counts what it read."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def read(self, data: bytes, name: str) -> Extract:
        self.names.append(name)
        time.sleep(SLOW)
        if not name.endswith(".txt"):
            raise DocumentUnsupported(f"there is no reader for {name}")
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            raise DocumentDamaged(f"{name} is no text: give it again.") from error
        starts = [match.start() for match in re.finditer(r"(?s)\S.*?(?=\n\n|\Z)", text)]
        ends = [match.end() for match in re.finditer(r"(?s)\S.*?(?=\n\n|\Z)", text)]
        blocks = tuple(Block(a, b, index=n) for n, (a, b) in enumerate(zip(starts, ends, strict=True)))
        first = text.partition("\n")[0]
        return Extract(text, blocks, Metadata(title=Stated(first, "first line")))


def walk(paths: Sequence[Path]) -> Iterator[Here | ReadFailure]:
    for root in paths:
        files = sorted(root.rglob("*")) if root.is_dir() else [root]
        for path in files:
            if path.is_file() and path.name != "documents.csv":
                relative = str(path.relative_to(root)) if root.is_dir() else path.name
                yield Here(path, relative, path.stat().st_size)


def manifests(paths: Sequence[Path]) -> Mapping[str, Metadata]:
    found = {}
    for root in paths:
        if (root / "documents.csv").is_file():
            for line in (root / "documents.csv").read_text().splitlines():
                path, publisher = line.split(",")
                found[path] = Metadata(publisher=Stated(publisher, "manifest"))
    return found


def merge(stated: Metadata, found: Metadata) -> Metadata:
    return replace(found, publisher=stated.publisher or found.publisher, url=stated.url or found.url)


def reader_version(media: str) -> str:
    if media != "text/plain":
        raise DocumentUnsupported(f"there is no reader for {media}")
    return "plain 1"


def language(text: str) -> tuple[str, float]:
    return ("fr", 0.99) if " les " in text else ("en", 0.99)


def read_one(layer: TextLayer, document: Document, key: bytes, extractor: str) -> Reading:
    time.sleep(SLOW)
    if "explode" in layer.text:
        raise ValueError("a bug on this text")
    spans = [Span.of(layer.id, layer.text, block.start, block.end) for block in layer.blocks]
    statements: list[Statement] = []
    for index, span in enumerate(spans):
        for match in re.finditer(r"\d+", span.words):
            number = Span.of(layer.id, layer.text, span.start + match.start(), span.start + match.end())
            count = int(match.group())
            quantity = Quantity(number, Interval(count, count), count, unit="stations")
            name = document.publisher.value if document.publisher else ""
            statements.append(
                Statement(
                    id=keyed_id(key, "st", document.id, span.start, match.start()),
                    document=document.id,
                    span=span,
                    kind="figure",
                    method="",
                    voices=(Voice(name, "", None, None, "author"),),
                    measure="station",
                    quantity=quantity,
                    passage=index,
                    order=len(statements),
                )
            )
    passages = tuple(Passage(span, "paragraph") for span in spans)
    return Reading(layer.id, document.id, extractor, passages, statements=tuple(statements))


def weigh(state: State, key: bytes, ownership: object = ()) -> Weighed:
    readings = {reading.document: reading for reading in state.readings}
    known = [readings[document.id] for document in state.documents if document.id in readings]
    resolved = tuple(Resolved(statement) for reading in known for statement in reading.statements)
    if not resolved:
        return Weighed()
    names = sorted({item.statement.voices[0].name for item in resolved})
    sources = tuple(Source(keyed_id(key, "so", name), name or "unnamed", "outlet", (name,)) for name in names)
    claim = Claim(
        keyed_id(key, "cl", "station"),
        "figure",
        "",
        "station",
        "How many stations are there?",
        tuple(item.id for item in resolved),
    )
    return Weighed(sources, (), resolved, (claim,))


def stations(reader: PlainReader | None = None, extractor: str = "quick 1", version: str = "plain 1") -> Stations:
    """Quick stations; give a reader to see what it read, other versions to see what is read again."""
    used = reader or PlainReader()

    @contextmanager
    def opened() -> Iterator[PlainReader]:
        yield used

    def version_of(conventions: object = ()) -> str:
        return f"{extractor} {conventions}" if conventions else extractor

    def read_layers(
        layers: Iterable[tuple[TextLayer, Document]], key: bytes, conventions: object = ()
    ) -> Iterator[Reading]:
        batch, made_by = [], version_of(conventions)
        for pair in layers:
            batch.append(pair)
            if len(batch) == 3:
                yield from [read_one(*one, key, made_by) for one in batch]
                batch = []
        yield from [read_one(*one, key, made_by) for one in batch]

    return Stations(
        walk=walk,
        manifests=manifests,
        reader=opened,
        captures=captures,
        media=lambda data, name: "text/plain" if name.endswith(".txt") else "application/x-other",
        reader_version=lambda media: reader_version(media) and version,
        language=language,
        merge=merge,
        read_layers=read_layers,
        extractor_version=version_of,
        weigh=weigh,
        languages=("en", "fr"),
    )


if __name__ == "__main__":
    build(Path(sys.argv[1]), sys.argv[2:], stations())

"""The entries that a build writes: one function for each thing that can happen to a document."""

from typing import Any

from longarm.model.codec import pack, to_data
from longarm.model.documents import Document, Given, Metadata, ReadFailure, TextLayer
from longarm.model.entries import Entry
from longarm.model.statements import Reading


def document_entry(document: Document, stated: Metadata, by: str, at: str, *, known: bool = False) -> Entry:
    """A document was received or, if known, is described anew; `stated` is what a manifest says of it."""
    body = {"document": pack(document), "stated": to_data(stated)}
    return Entry("corrected" if known else "added", "document", document.id, body, by, at)


def given_entry(given: Given, by: str, at: str, *, known: bool = False) -> Entry:
    """Bytes were given under a path; if known, the path had other bytes before."""
    body = {"path": given.path, "document": given.document}
    return Entry("corrected" if known else "added", "given", given.location, body, by, at)


def text_entry(layer: TextLayer, at: str) -> Entry:
    """A reader read the text of a document; it takes the place of an older text and of what was read in that."""
    return Entry("added", "text", layer.id, {"text": pack(layer)}, layer.reader, at)


def reading_entry(reading: Reading, at: str) -> Entry:
    """The extractors read a text; it takes the place of an older reading."""
    return Entry("added", "reading", reading.text, {"reading": pack(reading)}, reading.extractor, at)


def recovered_entry(path: str, by: str, at: str) -> Entry:
    """What could not be had at a path is there no longer, or can be had: its failure is over."""
    return Entry("corrected", "failure", path, {"failure": None, "document": "", "text": ""}, by, at)


def failure_entry(failure: ReadFailure, document: str, text: str, by: str, at: str) -> Entry:
    """A file or document has no machine reading.

    Args:
        failure: the reason.
        document: id of the document; empty for a file whose bytes could not be had.
        text: id of the text layer that was read all the same, else empty.
        by: name and version of the reader or extractor that could not.
        at: time.
    """
    body: dict[str, Any] = {"failure": pack(failure), "document": document, "text": text}
    return Entry("added", "failure", document or failure.path, body, by, at)

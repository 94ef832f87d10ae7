"""From what a document and its manifest say to the fields of a Document."""

import re
from dataclasses import replace

from longarm.documents.language import SURE
from longarm.model.documents import FILE_DATES, Document, Metadata, Stated
from longarm.model.periods import Period

_PRECISION = {4: "year", 7: "month", 10: "day"}  # by length of an EDTF date
_EDTF = re.compile(r"[\dX]{4}(-[\dX]{2}){0,2}")


def describe(document: Document, metadata: Metadata) -> Document:
    """The document with what is said of it; a date that is not EDTF is left out."""
    published = period(metadata.published)
    return replace(
        document,
        title=metadata.title,
        publisher=metadata.publisher,
        url=metadata.url,
        language=metadata.language,
        published=published,
        published_origin=metadata.published.origin if metadata.published and published else "",
    )


def is_file_date(document: Document) -> bool:
    """Whether nobody says when a document was published, and its date is the day on which its file was made."""
    return document.published_origin in FILE_DATES


def period(stated: Stated | None) -> Period | None:
    """The period of an EDTF date or of two with a `/` between, or None."""
    parts = [part.strip()[:10] for part in stated.value.split("/")] if stated else []
    if not 1 <= len(parts) <= 2 or not all(_EDTF.fullmatch(part) for part in parts):
        return None
    coarsest = min(parts, key=len)
    return Period(parts[0], parts[-1], _PRECISION[len(coarsest)])


def language(metadata: Metadata, detected: tuple[str, float], default: str) -> Stated:
    """The language of a text: what a manifest states, else what is surely detected, else what the file says."""
    stated = metadata.language
    if stated and stated.origin == "manifest":
        return Stated(base(stated.value), stated.origin)
    code, probability = detected
    if probability >= SURE:
        return Stated(base(code), "detected")
    return Stated(base(stated.value), stated.origin) if stated else Stated(default, "assumed")


def base(code: str) -> str:
    """The language of a code with region or script (`en-GB` -> `en`)."""
    return re.split(r"[-_]", code.strip().lower())[0]

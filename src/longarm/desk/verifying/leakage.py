"""Sealed names in the bytes of a file, however it is packed and encoded."""

from collections.abc import Iterator

from longarm.desk.verifying.unpacking import texts_of
from longarm.protect.search import Search

CLEAR = ("file name", "text", "pdf text", "pdf metadata", "pdf outline", "sqlite", "zip comment", "picture", "utf-16")
PRINTABLE = 0.85  # share of characters from which decoded bytes are read as text


def leaks_of(name: str, data: bytes, search: Search, *, is_trusted: bool = True) -> Iterator[tuple[str, str]]:
    """(How it was found, label) of everybody whom a file names."""
    for label in sorted(search.encoded_labels(data)):
        yield "base64", label
    for kind, text in texts_of(name, data, is_trusted=is_trusted):
        labels = search.labels(text) if is_text(kind, text) else search.strict_labels(text)
        for label in sorted(labels):
            yield kind, label


def is_text(kind: str, text: str) -> bool:
    """Whether it is read as text, or may be noise that has letters by chance."""
    last = kind.rpartition(", ")[2]
    if last in CLEAR and last != "utf-16":
        return True
    return sum(one.isprintable() or one.isspace() for one in text) >= PRINTABLE * len(text) and "\ufffd" not in text

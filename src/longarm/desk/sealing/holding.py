"""Which documents hold a name: in what was read of them, in what people wrote of them, or in their bytes."""

from collections.abc import Iterable

from longarm.desk.verifying.unpacking import texts_of
from longarm.ledger.fold import fold
from longarm.ledger.redact import document_of, strings
from longarm.model.entries import Entry
from longarm.protect.search import Search
from longarm.storage.paths import CasePaths


def holding(paths: CasePaths, entries: Iterable[Entry], search: Search) -> dict[str, frozenset[str]]:
    """Ids of documents that hold a form of a name, with the labels of the people they name.

    Args:
        entries: of the documents to look at, and no others.
    """
    told = list(entries)
    found: dict[str, frozenset[str]] = {}
    for entry in told:
        document = document_of(entry)
        if document and (labels := labels_of(entry, search)):
            found[document] = found.get(document, frozenset()) | labels
    for one in fold(told).documents:
        if not one.sealed and (labels := _in_bytes(paths, one.sha256, one.path, search)):
            found[one.id] = found.get(one.id, frozenset()) | labels
    return found


def labels_of(entry: Entry, search: Search) -> frozenset[str]:
    """Labels of the people whom an entry names in anything that it says."""
    said = (*strings(entry.body), entry.by, entry.why)
    return frozenset(label for text in said for label in search.labels(text))


def _in_bytes(paths: CasePaths, digest: str, path: str, search: Search) -> frozenset[str]:
    try:
        data = paths.original(digest).read_bytes()
    except OSError:
        return frozenset()
    texts = texts_of(path, data, is_trusted=False)
    return frozenset(label for _, text in texts for label in search.strict_labels(text))

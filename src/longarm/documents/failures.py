"""Why a document has no reading: the classes of `longarm.errors`, each with the code that the ledger keeps."""

from longarm.errors import (
    DocumentDamaged,
    DocumentEmpty,
    DocumentEncrypted,
    DocumentError,
    DocumentTooLarge,
    DocumentUnsupported,
)


class TextMissing(DocumentEmpty):
    """The document opens, but there is no text in it: a scan, or an empty page."""


class TooSlow(DocumentTooLarge):
    """Reading the document takes more time than a document may take."""


class ReaderCrashed(DocumentDamaged):
    """The reader's process broke down over the document."""


FAILURES: dict[str, type[DocumentError]] = {
    "empty": DocumentEmpty,
    "no-text": TextMissing,
    "encrypted": DocumentEncrypted,
    "damaged": DocumentDamaged,
    "crashed": ReaderCrashed,
    "too-large": DocumentTooLarge,
    "too-slow": TooSlow,
    "unsupported": DocumentUnsupported,
}
_CODES = {kind: code for code, kind in FAILURES.items()}


def failure(code: str, sentence: str) -> DocumentError:
    """The error of a code of FAILURES, with the code as its attribute `code`."""
    error = FAILURES.get(code, DocumentDamaged)(sentence)
    error.code = code if code in FAILURES else "damaged"  # type: ignore[attr-defined]
    return error


def code_of(error: DocumentError) -> str:
    """The code of an error: one of FAILURES, `damaged` where the class says nothing nearer."""
    return next((_CODES[kind] for kind in type(error).__mro__ if kind in _CODES), "damaged")

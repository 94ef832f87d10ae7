"""Released documents: what a reader may know of each, and of those that were not machine-read only why."""

from collections.abc import Iterator, Mapping

from longarm.core.hashing import keyed_id
from longarm.model.case import Case
from longarm.model.documents import FILE_DATES, Document, ReadFailure
from longarm.model.editions import document_numbers
from longarm.model.public import PublicDocument
from longarm.protect.commitments import commitment
from longarm.protect.folding import words
from longarm.protect.masking import mask, tells
from longarm.protect.names import Names
from longarm.protect.statements import Plain
from longarm.protect.texts import ReleasedText
from longarm.protect.within import Within

# Why a document has no machine reading, in words that tell nothing of the document.
REASONS = {
    "empty": "it holds no text",
    "encrypted": "it needs a password",
    "damaged": "the file is damaged",
    "too-large": "it is over the size limit",
    "too-slow": "reading it took too long",
    "crashed": "its reader failed",
    "unsupported": "there is no reader for its format",
    "no-text": "it is a scan or picture without text",
    "other-language": "it is in a language that this case does not machine-read",
    "unreadable": "the file could not be opened",
    "superseded": "a later version of the same file is in the case",
}
_SUFFIXES = frozenset(("txt", "text", "html", "htm", "pdf", "docx", "eml", "mht", "mhtml", "warc", "wacz", "markdown"))
_SHORT = 2  # letters of words of a file name that tell nobody
_UNSAID = "there is no machine reading of it"


def telling_paths(case: Case, texts: Mapping[str, ReleasedText]) -> Iterator[str]:
    """File names that may tell what nothing else does: words in them are in nothing of their document that leaves."""
    for document in case.state.documents:
        text = texts.get(document.id)
        stated = " ".join(one.value for one in (document.title, document.publisher) if one)
        told = words(f"{text.text} {stated}") if text else frozenset()
        if {word for word in words(document.path) if len(word) > _SHORT} - _SUFFIXES - told:
            yield document.path


class PublicDocuments:
    """Makes released documents.

    Args:
        key: the case's secret, for salted commitments and ids.
        plain: a text of a document as it may leave.
        texts: released texts by document id.
    """

    def __init__(self, case: Case, key: bytes, names: Names, plain: Plain, texts: Mapping[str, ReleasedText]) -> None:
        self._case, self._key, self._names = case, key, names
        self._plain, self._texts = plain, texts

    def documents(self, held: Within | None) -> Iterator[PublicDocument]:
        """All documents of a working copy; of an edition those that it holds."""
        state = self._case.state
        read = [document for document in state.documents if document.id in self._texts]
        read = [document for document in read if not held or document.id in held.documents]
        numbers = document_numbers(read, self._texts, state.editions)
        unread = [] if held else sorted(self._unread())
        for document in sorted(read, key=lambda document: numbers[document.id]):
            yield self._document(numbers[document.id], document)
        for number, (document_id, reason, sha256) in enumerate(unread, start=max(numbers.values(), default=0) + 1):
            committed = commitment(self._key, document_id, sha256) if sha256 else ""
            yield PublicDocument(document_id, number, why_not=reason, commitment=committed)

    def _unread(self) -> Iterator[tuple[str, str, str]]:
        """Id, neutral reason and hash of what was not machine-read: nothing else of it leaves."""
        state = self._case.state
        left = {document.sha256: document for document in state.documents if document.id not in self._texts}
        for failure in state.failures:
            document = left.pop(failure.sha256, None)
            document_id = document.id if document else keyed_id(self._key, "doc", failure.path, failure.sha256)
            yield document_id, _reason(failure), failure.sha256
        for document in left.values():
            yield document.id, _UNSAID, document.sha256

    def _document(self, number: int, document: Document) -> PublicDocument:
        text = self._texts[document.id]
        layer = next(layer for layer in self._case.state.layers if layer.document == document.id)
        title, publisher, url, language = (
            stated.value if stated else ""
            for stated in (document.title, document.publisher, document.url, document.language)
        )
        path = document.path
        is_telling = bool(text.masked.edits or document.sealed) or any(
            mask(value, self._names, document.id).edits for value in (title, publisher, url, path)
        )
        return PublicDocument(
            id=document.id,
            number=number,
            title=self._plain(title, document.id),
            publisher=self._plain(publisher, document.id),
            url="" if mask(url, self._names, document.id).edits or tells(url, self._names, document.id) else url,
            path=self._plain(path, document.id),
            language=language,
            media=document.media,
            published=document.published,
            work=document.work,
            reader=layer.reader,
            sha256="" if is_telling else document.sha256,
            commitment=commitment(self._key, document.id, document.sha256) if is_telling else "",
            text=text.text,
            passages=text.passages,
            left_out=text.left_out,
            is_file_date=document.published_origin in FILE_DATES,
        )


def _reason(failure: ReadFailure) -> str:
    return REASONS.get(failure.code, _UNSAID)

"""Which page a passage or a statement stands on: long documents and claims are cut into several."""

from collections.abc import Mapping
from functools import cached_property

from longarm.model.places import Place
from longarm.model.public import PublicClaim, PublicDocument, PublicPassage, PublicStatement
from longarm.publication.site import shell
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.paging import Sheet, cut, sheets, weighed
from longarm.publication.site.placerows import PlaceRow, place_rows

_MOST = 80_000  # bytes of text and notes on a page of a document
_NOTE = 700  # bytes of a note beside a passage
_QUESTION = 300  # bytes of a question beside a place, beside its words
SHOWN, SHOWN_FIGURES = 6, 12  # questions and figures of a place that its row shows
_STATEMENTS = 30  # on a page of a claim; each weighs about 2 kB


class Folio:
    """The pages of every document and claim of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._d = dossier

    @cached_property
    def documents(self) -> Mapping[str, tuple[Sheet[PublicPassage], ...]]:
        """The pages of each document that was read, by id."""
        return {document.id: self._passages(document) for document in self._d.read}

    @cached_property
    def claims(self) -> Mapping[str, tuple[Sheet[PublicStatement], ...]]:
        """The pages of each claim, by id."""
        return {claim.id: self._statements(claim) for claim in self._d.case.claims}

    @cached_property
    def places(self) -> tuple[Sheet[PlaceRow], ...]:
        """The pages of the places."""
        rows = tuple(place_rows(self._d))
        return cut(weighed(rows, [_place_weight(row) for row in rows], _MOST), "places.html")

    def place_page(self, place: Place) -> str:
        """The page that a place stands on."""
        return self._place_pages.get(place.id, "places.html")

    def document_page(self, statement: PublicStatement) -> str:
        """The page of its document that a statement stands on."""
        return self._passage_pages.get((statement.document, statement.passage)) or _document(statement.document)

    def passage_page(self, document: str, passage: str) -> str:
        """The page of a document that a passage stands on."""
        return self._passage_pages.get((document, passage)) or _document(document)

    def claim_page(self, statement: PublicStatement) -> str:
        """The page of its claim that a statement stands on."""
        return self._statement_pages.get(statement.id) or claim_path(statement.claim)

    def _passages(self, document: PublicDocument) -> tuple[Sheet[PublicPassage], ...]:
        weights = [len(one.span.words) + _NOTE * len(self._d.in_passage(document, one)) for one in document.passages]
        return cut(weighed(document.passages, weights, _MOST), _document(document.id))

    def _statements(self, claim: PublicClaim) -> tuple[Sheet[PublicStatement], ...]:
        return sheets(self._d.said(claim.statements), claim_path(claim.id), _STATEMENTS)

    @cached_property
    def _passage_pages(self) -> dict[tuple[str, str], str]:
        return {
            (document, passage.id): sheet.path
            for document, pages in self.documents.items()
            for sheet in pages
            for passage in sheet.items
        }

    @cached_property
    def _place_pages(self) -> dict[str, str]:
        return {row.place.id: sheet.path for sheet in self.places for row in sheet.items}

    @cached_property
    def _statement_pages(self) -> dict[str, str]:
        return {one.id: sheet.path for pages in self.claims.values() for sheet in pages for one in sheet.items}


def _place_weight(row: PlaceRow) -> int:
    questions = sum(_QUESTION + len(claim.question.encode()) for claim in row.claims[:SHOWN])
    return _NOTE + questions + _NOTE * min(SHOWN_FIGURES, len(row.figures))


def claim_path(claim: str) -> str:
    """The first page of a claim."""
    return f"claims/{shell.slug(claim)}.html"


def _document(document: str) -> str:
    return f"documents/{shell.slug(document)}.html"

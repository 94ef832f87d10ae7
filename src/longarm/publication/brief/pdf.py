"""A brief as PDF, by PlutoPrint: no browser, nothing fetched."""

import io
import re
from typing import Any

from longarm.errors import ReleaseRefused
from longarm.model.public import PublicCase
from longarm.publication.brief.content import Brief, Limits, Scope
from longarm.publication.site import shell
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.named import Named
from longarm.publication.site.proceedings import Proceedings

MOST_PAGES = 6
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TRIES = 6  # each with a fifth less of everything


def page(
    public: PublicCase,
    scope: Scope,
    draft: bool,
    published: str = "",
    limits: Limits = Limits(),  # noqa: B008 (frozen)
) -> str:
    """The brief as one HTML page with its style in it.

    Args:
        published: what the last edition of the case is called; empty where there is none.

    Raises:
        UsageError: nothing released is about the scope.
    """
    dossier = Dossier(public)
    return shell.render(
        "brief.html",
        "brief.html",
        d=dossier,
        brief=Brief(dossier, scope, limits),
        named=Named(dossier, Proceedings(dossier)),
        draft=draft,
        published=published,
        style=shell.print_style(),
    ).decode()


def brief(public: PublicCase, scope: Scope, draft: bool, published: str = "") -> bytes:
    """The brief as PDF, of at most six A4 pages; what does not fit is left to the dossier, and said so.

    Raises:
        UsageError: nothing released is about the scope.
        ReleaseRefused: the PDF cannot be made on this machine.
    """
    limits, made = Limits(), _latest(public)
    for _ in range(_TRIES):
        book = _book(page(public, scope, draft, published, limits), public.title, made)
        if book.get_page_count() <= MOST_PAGES:
            break
        limits = limits.less()
    stream = io.BytesIO()
    book.write_to_pdf_stream(stream)
    return stream.getvalue()


def _latest(public: PublicCase) -> str:
    """The day of the latest document: the time of a brief, so that equal cases give equal bytes."""
    days = (str(document.published.start) for document in public.documents if document.published)
    return max((day for day in days if _DAY.fullmatch(day)), default="1980-01-01") + "T00:00:00"


def _book(html: str, title: str, made: str) -> Any:
    import plutoprint

    class Nothing(plutoprint.ResourceFetcher):
        """Refuses every address: a brief is one page and asks for nothing."""

        def fetch_url(self, url: str) -> plutoprint.ResourceData:
            raise ReleaseRefused(f"the brief would fetch {url}: please report this as a fault of longarm")

    book = plutoprint.Book(plutoprint.PAGE_SIZE_A4, plutoprint.PAGE_MARGINS_NONE)
    book.custom_resource_fetcher = Nothing()
    book.load_html(html)
    book.set_metadata(plutoprint.PDF_METADATA_TITLE, title)
    book.set_metadata(plutoprint.PDF_METADATA_CREATOR, "longarm")
    book.set_metadata(plutoprint.PDF_METADATA_CREATION_DATE, made)
    book.set_metadata(plutoprint.PDF_METADATA_MODIFICATION_DATE, made)
    return book

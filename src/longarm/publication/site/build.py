"""All pages of a dossier."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from longarm.codebook import loader as codebook
from longarm.model.editions import Issue
from longarm.model.public import PublicCase
from longarm.publication.site import intervals, menu, search, shell
from longarm.publication.site.changes import MOST as MOST_CHANGES
from longarm.publication.site.changes import Issued, called
from longarm.publication.site.claimdata import claim_data
from longarm.publication.site.corrections import Corrections
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.drawn import DRAWN_STYLE, Drawn, drawn_style
from longarm.publication.site.drifts import Drifts
from longarm.publication.site.folio import Folio, claim_path
from longarm.publication.site.glance import glance
from longarm.publication.site.lists import FACETS, MOST, Lists
from longarm.publication.site.named import Named
from longarm.publication.site.paging import Sheet, sheets
from longarm.publication.site.proceedings import Proceedings
from longarm.publication.site.repeats import Repeats
from longarm.publication.site.rests import Rests
from longarm.publication.site.ties import Ties
from longarm.publication.site.wording import wording


def pages(public: PublicCase, draft: bool, issue: Issue | None = None) -> Iterator[tuple[str, bytes]]:
    """Every page with style sheets, scripts and the search index, as (relative path, bytes).

    Args:
        draft: marks every page as machine-read and not reviewed.
        issue: the edition that this is, with what went before; None for a draft.
    """
    site = _Site(public, draft, issue)
    yield from site.assets()
    yield from site.of_menu()
    yield from site.further()


class _Site:
    """One dossier in the making."""

    def __init__(self, public: PublicCase, draft: bool, issue: Issue | None) -> None:
        self._d, self._issue = Dossier(public), issue
        self._folio, self._drawn, self._drifts = Folio(self._d), Drawn(self._d), Drifts(self._d)
        proceedings = Proceedings(self._d)
        self._lists, self._rests = Lists(self._d), Rests(self._d, self._folio)
        self._values: dict[str, Any] = dict(
            d=self._d,
            folio=self._folio,
            drawn=self._drawn,
            drifts=self._drifts,
            lists=self._lists,
            rests=self._rests,
            corrections=Corrections(self._d),
            repeats=Repeats(self._d),
            ties=Ties(self._d),
            proceedings=proceedings,
            named=Named(self._d, proceedings),
            claim_data=partial(claim_data, self._d),
            glance=partial(glance, self._d),
            search_files=search.count(self._d),
            draft=draft,
            edition=called(issue.edition) if issue else "",
            issued=Issued(self._d, issue) if issue else None,
            most_changes=MOST_CHANGES,
            menu=menu.MENU,
            menu_groups=menu.groups(),
            above=menu.above,
            wording=wording(),
            **_codebook(self._d),
            intervals=intervals.rows(public.conventions),
            own_conventions=intervals.own(public.conventions),
        )
        self._macros: dict[int, dict[str, Any]] = {}

    def _render(self, template: str, path: str, **own: Any) -> bytes:
        """A page, with what is its own."""
        depth = path.count("/")
        if depth not in self._macros:
            self._macros[depth] = shell.macros(path, **self._values)
        return shell.render(template, path, **self._values, **self._macros[depth], **own)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Style sheets, scripts, the search index."""
        yield shell.STYLE, shell.style()
        yield DRAWN_STYLE, drawn_style()
        yield shell.SEARCH, shell.search_script()
        yield from search.files(self._d)

    def of_menu(self) -> Iterator[tuple[str, bytes]]:
        """The front page and the pages of the menu, long ones in several."""
        yield "index.html", self._render("index.html", "index.html", title="")
        rows: dict[str, tuple[Sheet[Any], ...]] = {
            "documents.html": sheets(self._d.read, "documents.html", 200),
            "sources.html": sheets(self._rests.parties, "sources.html", 150),
            "places.html": self._folio.places,
            "drift.html": self._drifts.sheets,
        }
        for entry in menu.MENU:
            if entry.template not in rows:
                yield entry.path, self._render(entry.template, entry.path, title=entry.title)
            for sheet in rows.get(entry.template, ()):
                title = _titled(entry.title, sheet.number)
                yield sheet.path, self._render(entry.template, sheet.path, title=title, sheet=sheet)

    def further(self) -> Iterator[tuple[str, bytes]]:
        """Pages beside those of the menu."""
        for page in self._drawn.further():
            yield page.path, self._render(page.template, page.path, title=page.title, part=page.part, sheet=page.sheet)
        yield from self._listed()
        for party in self._rests.parties:
            yield party.path, self._render("source.html", party.path, title=party.source.name, party=party)
        for claim in self._d.case.claims:
            for part in self._folio.claims[claim.id]:
                title = _titled(claim.question, part.number)
                yield part.path, self._render("claim.html", part.path, title=title, claim=claim, sheet=part)
        yield from self._merged()
        for document in self._d.read:
            for piece in self._folio.documents[document.id]:
                title = _titled(document.name, piece.number)
                yield piece.path, self._render("document.html", piece.path, title=title, document=document, sheet=piece)

    def _merged(self) -> Iterator[tuple[str, bytes]]:
        """Where claims of earlier editions stood that were joined with others, pages that lead on."""
        for old, now in self._issue.merged if self._issue else ():
            path, claim = claim_path(old), self._d.claims[now]
            yield path, self._render("merged.html", path, title="A claim that was joined", old=old, claim=claim)

    def _listed(self) -> Iterator[tuple[str, bytes]]:
        for facet in FACETS:
            label = wording().words("facets", facet).label
            for index in sheets(self._lists.by_facet[facet], f"lists/{facet}s.html", MOST * 3):
                title = _titled(f"Claims by {label.lower()}", index.number)
                yield index.path, self._render("facet.html", index.path, title=title, sheet=index)
        for one in self._lists.all():
            for sheet in one.sheets:
                title = _titled(f"Claims: {one.label}", sheet.number)
                yield sheet.path, self._render("list.html", sheet.path, title=title, list=one, sheet=sheet)


def _codebook(dossier: Dossier) -> dict[str, Any]:
    """What of the codebook the claims and statements of a dossier use, and what read its texts."""
    said = dossier.case.statements
    used = {claim.method for claim in dossier.case.claims} | {one.method for one in said}
    counted = {one.measure for one in said}
    return {
        "methods": [method for method in codebook.methods() if method.id in used],
        "responses": [response for response in codebook.responses() if response.id in used],
        "measures": [measure for measure in codebook.measures() if measure.id in counted],
        "readers": sorted({document.reader for document in dossier.read}),
    }


def _titled(title: str, number: int) -> str:
    return title if number == 1 else f"{title}, page {number}"

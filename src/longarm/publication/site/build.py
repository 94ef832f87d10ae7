"""All pages of a dossier."""

from collections.abc import Iterator
from functools import partial

from longarm.codebook import loader as codebook
from longarm.model.public import PublicCase
from longarm.publication.site import intervals, shell
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.drawn import DRAWN_STYLE, Drawn, drawn_style
from longarm.publication.site.wording import wording

# Pages of the menu: template, path, title.
MENU = (
    ("claims.html", "claims.html", "Claims"),
    ("documents.html", "documents.html", "Documents"),
    ("map.html", "map.html", "Map"),
    ("timeline.html", "timeline.html", "Timeline"),
    ("figures.html", "figures.html", "Figures and conflicts"),
    ("responses.html", "responses.html", "Responses"),
    ("places.html", "places.html", "Places"),
    ("sources.html", "sources.html", "Sources"),
    ("methods.html", "methods.html", "How to read it"),
    ("people.html", "people.html", "People"),
)


def pages(public: PublicCase, draft: bool) -> Iterator[tuple[str, bytes]]:
    """Every page and its style sheet as (relative path, bytes).

    Args:
        draft: marks every page as machine-read and not reviewed.
    """
    dossier = Dossier(public)
    drawn = Drawn(dossier)
    render = partial(
        shell.render,
        d=dossier,
        drawn=drawn,
        draft=draft,
        menu=MENU,
        wording=wording(),
        methods=codebook.methods(),
        intervals=intervals.rows(public.conventions),
        own_conventions=intervals.own(public.conventions),
    )
    yield shell.STYLE, shell.style()
    yield DRAWN_STYLE, drawn_style()
    yield "index.html", render("index.html", "index.html", title="")
    for template, path, title in MENU:
        yield path, render(template, path, title=title)
    for page in drawn.further():
        yield page.path, render(page.template, page.path, title=page.title, part=page.part)
    for claim in public.claims:
        path = f"claims/{shell.slug(claim.id)}.html"
        yield path, render("claim.html", path, title=claim.question, claim=claim)
    for document in dossier.read:
        path = f"documents/{shell.slug(document.id)}.html"
        yield path, render("document.html", path, title=document.name, document=document)

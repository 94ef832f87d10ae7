"""What every page has in common: the templates, the words in them, the paths between them."""

import re
from functools import cache
from importlib import resources
from typing import Any

import jinja2
import markupsafe

from longarm.codebook import loader as codebook
from longarm.codebook.cited import cited
from longarm.core.phrases import capitalized, counted
from longarm.errors import DataError
from longarm.model.periods import date_words, period_words
from longarm.model.places import CREDIT
from longarm.model.public import PublicClaim
from longarm.publication.site import figures, intervals
from longarm.publication.site.wording import wording

STYLE = "assets/site.css"
SEARCH = "assets/search.js"
_PACKAGE = "longarm.publication.site"
# Files of macros by their names in the templates; each may use those before it.
_MACROS = {
    "parts": "parts.html",
    "pages": "pager.html",
    "graphs": "graph.html",
    "lines": "lines.html",
    "pictures": "picture.html",
    "differences": "differences.html",
    "clash": "clash.html",
    "told": "told.html",
    "steps": "steps.html",
}
_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,80}")


def render(template: str, path: str, **values: Any) -> bytes:
    """One page.

    Args:
        path: of the page, relative to the dossier; its links are made relative to it.
    """
    root = "../" * path.count("/")
    text = environment(_PACKAGE).get_template(template).render(path=path, root=root, **values)
    return text.encode()


def macros(path: str, **values: Any) -> dict[str, Any]:
    """What pages at the depth of a path call for their parts, by the names they use; made once, they serve all of them.

    Args:
        values: what every page is given.
    """
    made: dict[str, Any] = {"root": "../" * path.count("/"), **values}
    for name, file in _MACROS.items():
        made[name] = environment(_PACKAGE).get_template(file).make_module(made)
    rows: dict[str, markupsafe.Markup] = {}

    def claim_row(claim: PublicClaim) -> markupsafe.Markup:
        if claim.id not in rows:
            rows[claim.id] = made["parts"].claim_row(claim)
        return rows[claim.id]

    return {**{name: made[name] for name in _MACROS}, "claim_row": claim_row}


def style() -> bytes:
    """The one style sheet."""
    return resources.files(_PACKAGE).joinpath("static/site.css").read_bytes()


def search_script() -> bytes:
    """The one script: search and filters over the claims."""
    return resources.files(_PACKAGE).joinpath("static/search.js").read_bytes()


def print_style() -> markupsafe.Markup:
    """The style of printed pages, to stand in the page itself."""
    text = resources.files(_PACKAGE).joinpath("static/print.css").read_text("utf-8")
    return markupsafe.Markup(text)


def slug(name: str) -> str:
    """An id as part of a file name and an anchor.

    Raises:
        DataError: it is no id.
    """
    if not _SAFE_ID.fullmatch(name):
        raise DataError(f"The id {name!r} cannot be part of a file name: ids are letters, digits, dots and hyphens.")
    return name


def method_label(method: str) -> str:
    """What the codebook calls a method or a response; an id that it does not hold is called by itself."""
    return _labels().get(method) or method.replace("-", " ")


def measure_label(measure: str) -> str:
    """What the codebook calls a measure."""
    return _measures().get(measure) or measure.replace("-", " ")


def is_measure(measure: str) -> bool:
    """Whether the codebook has a measure."""
    return measure in _measures()


def vocabulary() -> frozenset[str]:
    """Folded words of the pages whatever the case."""
    folder = resources.files(_PACKAGE)
    code = (
        "changes.py",
        "wording.yaml",
        "figures.py",
        "claimdata.py",
        "search.py",
        "maps.py",
        "numberlines.py",
        "bounds.py",
        "placemarks.py",
        "placerows.py",
        "stances.py",
        "timeline.py",
    )
    files = [*folder.joinpath("templates").iterdir(), *folder.joinpath("static").iterdir()]
    files += [folder.joinpath(name) for name in code]
    text = "\n".join(file.read_text("utf-8") for file in files)
    read = (part for row in intervals.rows() for part in (row.words, row.reading, row.note))
    terms = (*codebook.methods(), *codebook.responses())
    told = [part for one in terms for part in (one.definition, *one.includes, *one.excludes, *one.sources)]
    told += [part for one in codebook.methods() for part in (*one.freedom_house, *one.huridocs)]
    labels = "\n".join((*_labels().values(), *_measures().values(), *told, *read, CREDIT))
    said = f"{text}\n{labels}".lower()
    titles = (title.lower() for title in cited())
    return frozenset((*titles, *re.findall(r"[a-z]+", said), *re.findall(r"[a-z]+(?:-[a-z]+)+", said)))


# A whole quotation: marks around it and none of their kind inside, a comma before the last.
_MARKED = re.compile(r"[“\"]([^“”\"]+?),?[”\"]")


@cache
def _labels() -> dict[str, str]:
    return {method.id: method.label for method in codebook.methods()} | {
        response.id: response.label for response in codebook.responses()
    }


@cache
def _measures() -> dict[str, str]:
    return {measure.id: measure.label for measure in codebook.measures()}


@cache
def environment(package: str) -> jinja2.Environment:
    """The templates of a package, escaping by default, with the filters and words that pages and desk share."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader(package),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        number=figures.number,
        edtf=date_words,
        period=period_words,
        interval=figures.interval,
        ends=figures.ends,
        reading=figures.reading,
        slug=slug,
        method=method_label,
        measure=measure_label,
        sentence=capitalized,
        plural=counted,
        bare=bare,
    )
    made.globals.update(words=wording().words, credit=CREDIT)
    return made


def bare(words: str) -> str:
    """Words without quotation marks of their own around them, for where marks are put around them."""
    found = _MARKED.fullmatch(words)
    return found[1] if found else words

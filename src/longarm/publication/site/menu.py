"""The pages of a dossier that stand in its menu, in groups."""

import re
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the menu.

    Attributes:
        is_main: it stands in the first line of every page on a wide screen.
    """

    template: str
    path: str
    title: str
    group: str
    is_main: bool = False


SAID, ANSWERED, FROM, ABOUT = "What is said", "What was answered", "Where it comes from", "About this dossier"
MENU = (
    Entry("claims.html", "claims.html", "Claims", SAID, True),
    Entry("figures.html", "figures.html", "Figures and conflicts", SAID, True),
    Entry("map.html", "map.html", "Map", SAID, True),
    Entry("places.html", "places.html", "Places", SAID),
    Entry("timeline.html", "timeline.html", "Timeline", SAID, True),
    Entry("responses.html", "responses.html", "Responses", ANSWERED, True),
    Entry("corrections.html", "corrections.html", "Corrections", ANSWERED),
    Entry("documents.html", "documents.html", "Documents", FROM, True),
    Entry("sources.html", "sources.html", "Sources", FROM, True),
    Entry("drift.html", "drift.html", "What changed", FROM),
    Entry("changes.html", "changes.html", "Editions", ABOUT),
    Entry("methods.html", "methods.html", "How to read it", ABOUT),
    Entry("people.html", "people.html", "People", ABOUT),
)


def groups() -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The menu in its groups, in order."""
    return tuple((group, tuple(entries)) for group, entries in groupby(MENU, key=lambda entry: entry.group))


def above(path: str) -> tuple[Entry, ...]:
    """The page of the menu that a page belongs under: none for the front page and the menu's own."""
    if path == "index.html" or any(entry.path == path for entry in MENU):
        return ()
    stem = re.sub(r"-\d+$", "", path.partition("/")[0].removesuffix(".html"))
    parent = {"lists": "claims", "measures": "figures"}.get(stem, stem)
    return tuple(entry for entry in MENU if entry.path == f"{parent}.html")

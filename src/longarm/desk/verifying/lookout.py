"""Words that must not stand in a file: names that are sealed or masked, and what was withheld."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from longarm.desk import case
from longarm.desk.leaving.released import released
from longarm.desk.verifying.findings import Finding
from longarm.desk.verifying.leakage import CLEAR, is_text, leaks_of
from longarm.desk.verifying.unpacking import texts_of
from longarm.errors import ReleaseRefused
from longarm.model.case import Case
from longarm.protect.hidden import telling
from longarm.protect.leaks import leaks
from longarm.protect.names import Names
from longarm.protect.people import names_of
from longarm.protect.search import Search

# Bytes of a database, of a piece of its search index or of a picture; what these say is told apart from it.
_RAW = re.compile(r"[\x00-\x08\x0e-\x1f]")
NEAR = 60  # characters on each side that tell whether a name is part of a longer one


Look = Callable[[Path], Iterator[Finding]]


def sealed_in(path: Path, root: Path, search: Search, *, is_own: bool = False) -> Iterator[Finding]:
    """Sealed names in a file; in the database of a case itself, every cell of it."""
    name = _name(path, root)
    shown = search.redact(name).text
    for kind, label in leaks_of(name, path.read_bytes(), search, is_trusted=not is_own or name.endswith(".sqlite")):
        yield _leak(shown, kind, label)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path != root else path.name


def _leak(path: str, kind: str, label: str) -> Finding:
    return Finding("leak", path, f"{label} is named ({kind}).")


def masked(of: Path, root: Path, *, draft: bool) -> Look:
    """Looks for names that the release masks."""
    from longarm.publication import build

    try:
        limited = released(of, draft=draft).opened
    except ReleaseRefused:
        limited = case.open_case(of)
    names, own = names_of(limited), build.vocabulary()
    private = (one for one in names.people if not one.is_public)
    whole = Search((one.label, tuple(name for name in one.names if not names.is_everyday(name))) for one in private)

    def look(path: Path) -> Iterator[Finding]:
        name, data = _name(path, root), path.read_bytes()
        shown = whole.redact(name).text
        for label in sorted(whole.encoded_labels(data)):
            yield _leak(shown, "base64", label)
        for kind, text in texts_of(name, data):
            for label in _labels(kind, text, name, names, whole, own):
                yield _leak(shown, kind, label)

    return look


def _labels(kind: str, text: str, name: str, names: Names, whole: Search, own: frozenset[str]) -> list[str]:
    is_raw = kind in ("text", "sqlite") and _RAW.search(text)
    if not is_raw and (kind in ("file name", "text") or (kind in CLEAR and is_text(kind, text))):
        return sorted({leak.label for leak in leaks([(name, text.encode())], names, own)})
    found = whole.strict(text) if " " in text else ()
    return sorted({label for label, view, start, end in found if _is_masked(names, view, start, end)})


def _is_masked(names: Names, text: str, start: int, end: int) -> bool:
    """Whether the gate too would see a masked name there, and no public one around it or a longer word."""
    first = max(0, start - NEAR)
    hits = names.find(text[first : end + NEAR])
    return any(hit.label and hit.start + first < end and start < hit.end + first for hit in hits)


def withheld(opened: Case, root: Path) -> Look:
    """Looks for the words of statements that were withheld, and for the titles of withheld documents."""
    hidden = opened.settled.withheld
    spans_ = {one.id: one.span for reading in opened.state.readings for one in reading.statements}
    titles = {one.id: one.title.value for one in opened.state.documents if one.title}
    words = {id_: span.words for id_, span in spans_.items()} | titles
    shown = [span for id_, span in spans_.items() if id_ not in hidden]
    told = {id_: telling([words[id_]], shown) for id_ in sorted(hidden) if id_ in words}
    wanted = {id_: found[0] for id_, found in told.items() if found}

    def look(path: Path) -> Iterator[Finding]:
        if not wanted:
            return
        name = _name(path, root)
        for kind, text in texts_of(name, path.read_bytes()):
            plain = " ".join(text.split())
            for id_, told in wanted.items():
                if told in plain:
                    yield Finding("leak", name, f"The withheld words of {id_} are there ({kind}).")

    return look

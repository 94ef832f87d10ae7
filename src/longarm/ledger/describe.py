"""Documents as people describe them, and texts that people transcribe."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from longarm.ledger.decisions import latest
from longarm.model.case import State
from longarm.model.decisions import Decision
from longarm.model.documents import Block, Document, Stated, TextLayer
from longarm.model.matters import Description, Transcript
from longarm.model.periods import Period

ORIGIN = "decided"  # where a value of metadata came from
READER = "by hand 1"
_PRECISION = {4: "year", 7: "month", 10: "day"}  # by length of an EDTF date


def described(state: State, standing: Iterable[Decision]) -> State:
    """The state whose documents are as people described them, field by field."""
    values: dict[str, dict[str, str]] = defaultdict(dict)
    for (subject, side), one in latest(standing).items():
        if isinstance(one.what, Description):
            values[subject][side] = dict(one.what.values)[side]
    if not values:
        return state
    documents = tuple(_describe(one, values[one.id]) if one.id in values else one for one in state.documents)
    return dataclasses.replace(state, documents=documents)


def _describe(document: Document, values: dict[str, str]) -> Document:
    changed: dict[str, object] = {
        name: Stated(value, ORIGIN) if value else None
        for name, value in values.items()
        if name in ("title", "publisher", "url", "language")
    }
    if "published" in values:
        changed |= {"published": period(values["published"]), "published_origin": ORIGIN}
    if "work" in values:
        changed["work"] = values["work"]
    return dataclasses.replace(document, **changed)  # type: ignore[arg-type]


def period(value: str) -> Period | None:
    """The period of an EDTF date, or of two with a `/` between; None of an empty text."""
    if not value:
        return None
    start, _, end = value.partition("/")
    coarsest = min((start, end or start), key=len)
    return Period(start, end or start, _PRECISION.get(len(coarsest), "unknown"))


def transcribed(state: State, standing: Iterable[Decision]) -> State:
    """The state with the text layers that people typed, for documents that have none; pages in order, then by time."""
    typed: dict[str, list[Transcript]] = defaultdict(list)
    for one in standing:
        if isinstance(one.what, Transcript):
            typed[one.what.document].append(one.what)
    known = {layer.document for layer in state.layers}
    added = [_layer(document, parts) for document, parts in sorted(typed.items()) if document not in known]
    layers = sorted((*state.layers, *added), key=lambda layer: layer.document)
    return dataclasses.replace(state, layers=tuple(layers)) if added else state


def _layer(document: str, parts: list[Transcript]) -> TextLayer:
    text = ""
    blocks: list[Block] = []
    for part in parts:
        for words in filter(None, (one.strip() for one in part.text.split("\n\n"))):
            text += "\n\n" if text else ""
            blocks.append(Block(len(text), len(text) + len(words), page=part.page, index=len(blocks)))
            text += words
    return TextLayer(f"text-hand-{document}", document, READER, text, tuple(blocks))

"""Whether flooding a case raises what is proved: each document of the sample cases copied and reworded many times.

Every `low` must stay where it was, whatever the copies are and whether anybody says when they were published.
"""

import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict

from bench.planted.derive import LIGHT, heavy, rewritten, shortened, split
from longarm.core.hashing import sha256
from longarm.desk import case
from longarm.desk.building.build import build
from longarm.desk.reading import plain_layer, read_layers
from longarm.desk.stations import real
from longarm.desk.weigh import weigh
from longarm.model.case import State, Weighed
from longarm.model.claims import Claim
from longarm.model.documents import Document, Stated, TextLayer
from longarm.model.periods import Period
from longarm.model.statements import Reading

KINDS = ("verbatim", "shortened", "light", "heavy", "translation", "masthead")
SAMPLES = Path(__file__).resolve().parents[2] / "examples"
KEY = b"flood"
Item = tuple[TextLayer, Document]


@dataclass(frozen=True, slots=True)
class Flood:
    """The copies of one kind of one document, read."""

    kind: str
    of: str
    items: tuple[Item, ...]
    readings: tuple[Reading, ...]


class Outcome(TypedDict):
    """What floods of one kind did: how many there were, on how many claims; which claims rose, and in which flood."""

    floods: int
    claims: int
    raised: list[str]


def score(copies: int, flooded: int = 0, seed: int = 3, kinds: Sequence[str] = KINDS) -> dict[str, Outcome]:
    """For each kind, with dates and without: how many claims had a higher `low` afterwards, and which in which flood.

    Args:
        copies: of each kind of each document.
        flooded: documents that are flooded, spread over the sample cases; 0: all.
        kinds: those of KINDS that are made.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, protects nothing
    items, readings = _samples()
    chosen = items[:: max(1, len(items) // flooded)][:flooded] if flooded else items
    own = {is_dated: [_published(item, is_dated) for item in items] for is_dated in (True, False)}
    before = {is_dated: weigh(_state(held, readings), KEY) for is_dated, held in own.items()}
    found: dict[str, Outcome] = {}
    for flood in _floods(chosen, copies, chance, kinds):
        for is_dated in (True, False):
            items_after = [*own[is_dated], *_dated(flood, is_dated)]
            after = weigh(_state(items_after, [*readings, *flood.readings]), KEY)
            raised = [f"{flood.of}: {claim.question}" for claim in rises(before[is_dated], after)]
            name = f"{flood.kind}, {'dated' if is_dated else 'undated'}"
            row = found.setdefault(name, {"floods": 0, "claims": len(before[is_dated].claims), "raised": []})
            row["floods"] += 1
            row["raised"] += raised
    return found


def rises(before: Weighed, after: Weighed) -> list[Claim]:
    """The claims whose `low` is above that of every claim their statements were in before; of new ones, above 1."""
    claim_of = {statement: claim for claim in before.claims for statement in claim.statements}
    found = []
    for claim in after.claims:
        were = [claim_of[statement].independence.low for statement in claim.statements if statement in claim_of]
        if claim.independence.low > max(were, default=1):
            found.append(claim)
    return found


def _samples() -> tuple[list[Item], list[Reading]]:
    """The documents of the sample cases as plain texts, read anew."""
    items = []
    with tempfile.TemporaryDirectory() as folder:
        for sample in sorted(path for path in SAMPLES.iterdir() if (path / "documents").is_dir()):
            root = Path(folder) / sample.name
            build(root, [str(sample / "documents")], real())
            state = case.open_case(root).state
            documents = {document.id: document for document in state.documents}
            items += [_plain(documents[layer.document], layer) for layer in state.layers]
    items.sort(key=lambda item: item[1].id)
    return items, list(read_layers(items, KEY))


def _plain(document: Document, layer: TextLayer) -> Item:
    text = "\n\n".join(layer.text[block.start : block.end].replace("\n", " ") for block in layer.blocks)
    publisher = document.publisher.value if document.publisher else ""
    return _item(document.path, text, publisher, document.published)


def _item(name: str, text: str, publisher: str, published: Period | None) -> Item:
    layer = plain_layer(name, text)
    title = Stated(text.partition("\n")[0], "first line")
    by = Stated(publisher, "manifest") if publisher else None
    made = Document(name, sha256(f"{name} {text}".encode()), "text/plain", name, len(text), title, by)
    return layer, replace(made, published=published)


def _published(item: Item, is_dated: bool) -> Item:
    layer, document = item
    return layer, document if is_dated else replace(document, published=None)


def _floods(items: Iterable[Item], copies: int, chance: random.Random, kinds: Sequence[str]) -> Iterator[Flood]:
    """The floods of one document after another, so that those of only one are held at a time."""
    for layer, document in items:
        publisher = document.publisher.value if document.publisher else "another paper"
        made: list[Item] = []
        for kind in kinds:
            for number in range(copies):
                by = f"Site {number}" if number % 2 or kind == "masthead" else ""
                text = _copy(kind, layer.text, publisher, by, chance)
                made.append(_item(f"copy {kind} {number:03d} of {document.id}", text, by, None))
        readings = tuple(read_layers(made, KEY))
        for at, kind in enumerate(kinds):
            part = slice(at * copies, (at + 1) * copies)
            yield Flood(kind, document.id, tuple(made[part]), readings[part])


def _copy(kind: str, text: str, publisher: str, by: str, chance: random.Random) -> str:
    if kind == "masthead":  # each site puts itself in the place of the paper, also where that was told something
        return text.replace(publisher.removeprefix("The "), by)
    lines = [_line(kind, line, chance) if line.strip() else line for line in text.split("\n")]
    if kind == "translation":
        lines.insert(1, f"Translated from {publisher}")
    return "\n".join(lines)


def _line(kind: str, line: str, chance: random.Random) -> str:
    parts = split(line)
    if kind == "verbatim" or (kind == "shortened" and len(parts) < 2):
        return line
    if kind == "shortened":
        return shortened(parts, chance)
    if kind == "light":
        return " ".join(rewritten(part, LIGHT, chance) for part in parts)
    return heavy(parts, chance)


def _dated(flood: Flood, is_dated: bool) -> Iterable[Item]:
    for number, (layer, document) in enumerate(flood.items):
        day = f"2025-{1 + number // 28 % 12:02d}-{1 + number % 28:02d}"
        yield layer, replace(document, published=Period(day, day, "day") if is_dated else None)


def _state(items: Iterable[Item], readings: Iterable[Reading]) -> State:
    held = list(items)
    return State(tuple(document for _, document in held), tuple(layer for layer, _ in held), tuple(readings))

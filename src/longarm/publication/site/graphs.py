"""Graphs in columns: who says something, from the documents inwards, and what rests on whom."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from longarm.core.phrases import shortened

ROW, WIDTH, GAP, PAD = 44.0, 250.0, 90.0, 10.0  # units of the picture: height of a row, width of a box, between columns
BOX = 34.0  # height of a box
LETTERS = 30  # of a label in a box; the whole name is in its title and in the list beside the picture
_SWEEPS = 6  # passes that put neighbours near each other
MOST = 26  # boxes in a column


@dataclass(frozen=True, slots=True)
class Node:
    """A box: `id` is unique in the graph, `kind` one of document, party, unknown; `href` may be empty."""

    id: str
    label: str
    kind: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """From one box to another; `style` is `plain`, `presumed`, `contradicted`, `denies` or `ring`."""

    start: str
    end: str
    style: str = "plain"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A node in the picture."""

    node: Node
    x: float
    y: float

    @property
    def short(self) -> str:
        """Its label as far as it fits."""
        return shortened(self.node.label, LETTERS)


@dataclass(frozen=True, slots=True)
class Line:
    """An edge in the picture, as an SVG path."""

    edge: Edge
    path: str


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawn graph; `left_out` counts the nodes that did not fit."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    left_out: int = 0


def draw(columns: Sequence[Sequence[Node]], edges: Iterable[Edge]) -> Graph:
    """The graph, each column by the middle of its neighbours; the same for the same input.

    Args:
        columns: nodes from left to right, the most important of each column first.
    """
    kept = [list(column[:MOST]) for column in columns]
    left_out = sum(map(len, columns)) - sum(map(len, kept))
    known = {node.id for column in kept for node in column}
    lines = [edge for edge in edges if {edge.start, edge.end} <= known]
    ordered = _ordered(kept, lines)
    height = max(map(len, ordered), default=0) * ROW
    boxes = {
        node.id: Box(node, PAD + at * (WIDTH + GAP), (height - len(column) * ROW) / 2 + row * ROW + (ROW - BOX) / 2)
        for at, column in enumerate(ordered)
        for row, node in enumerate(column)
    }
    width = 2 * PAD + len(ordered) * WIDTH + max(0, len(ordered) - 1) * GAP
    drawn = tuple(Line(edge, _path(boxes[edge.start], boxes[edge.end])) for edge in lines)
    return Graph(tuple(boxes.values()), drawn, width, height, left_out)


def _ordered(columns: list[list[Node]], edges: Iterable[Edge]) -> list[list[Node]]:
    beside: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        beside[edge.start].append(edge.end)
        beside[edge.end].append(edge.start)
    for sweep in range(_SWEEPS):
        pairs = list(itertools.pairwise(range(len(columns))))
        for here, there in pairs if sweep % 2 == 0 else [(b, a) for a, b in reversed(pairs)]:
            places = {node.id: row / max(1, len(columns[here])) for row, node in enumerate(columns[here])}
            columns[there] = _sorted(columns[there], beside, places)
    return columns


def _sorted(column: list[Node], beside: Mapping[str, list[str]], places: Mapping[str, float]) -> list[Node]:
    def middle(row: int, node: Node) -> float:
        near = [places[other] for other in beside[node.id] if other in places]
        return sum(near) / len(near) if near else row / max(1, len(column))

    keyed = [(middle(row, node), row, node) for row, node in enumerate(column)]
    return [node for _, _, node in sorted(keyed, key=lambda one: one[:2])]


def _path(start: Box, end: Box) -> str:
    if end.x <= start.x:
        return _back(start, end)
    x, y = start.x + WIDTH, start.y + BOX / 2
    to_x, to_y = end.x - 4, end.y + BOX / 2
    bend = max(30.0, (to_x - x) / 2)
    return f"M{x:g} {y:g}C{x + bend:g} {y:g} {to_x - bend:g} {to_y:g} {to_x:g} {to_y:g}"


def _back(start: Box, end: Box) -> str:
    """A line to a box in the same column or further left: from side to side, beside the boxes."""
    x, y, to_y = start.x + WIDTH, start.y + BOX / 2, end.y + BOX / 2
    to_x = end.x + WIDTH + 4
    return f"M{x:g} {y:g}C{x + 60:g} {y:g} {to_x + 60:g} {to_y:g} {to_x:g} {to_y:g}"

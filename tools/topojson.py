"""Reads TopoJSON; needs nothing but the standard library, since building longarm needs it before longarm is there."""

from typing import Any

Point = tuple[float, float]


def arcs(atlas: dict[str, Any]) -> list[list[Point]]:
    """The lines of a TopoJSON file, in degrees."""
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        found.append(points)
    return found

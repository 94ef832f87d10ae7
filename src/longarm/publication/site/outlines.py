"""Countries as the paths of a picture: projected, fitted into a frame, clipped to it and simplified."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from longarm.core.lines import Point, simplified
from longarm.places.boundaries import Boundaries
from longarm.publication.site.projections import Projection, turned

DETAIL = 1.0  # units of the picture that a line may leave its place
_MARGIN = 6.0  # units beyond the frame that are still drawn, so that no cut edge is seen
_LEAST = 2.0  # square units; smaller rings are left out, as every place that counts has its mark


@dataclass(frozen=True)
class Frame:
    """A stretch of the projected plane, and the picture it fills.

    Attributes:
        left, top: of the stretch, in the projection's units.
        scale: units of the picture in one of the projection's.
        width, height: of the picture, in its units.
    """

    project: Projection
    left: float
    top: float
    scale: float
    width: float
    height: float

    def at(self, lon: float, lat: float) -> Point:
        """Where a place stands in the picture."""
        return self.drawn(turned(lon), lat)

    def drawn(self, lon: float, lat: float) -> Point:
        """Likewise, but what goes on beyond the edge of a map of the world stays there."""
        x, y = self.project(lon, lat)
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def shows(self, point: Point) -> bool:
        """Whether a point of the picture is inside it."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height


def fitted(project: Projection, points: Iterable[Point], width: float, height: float) -> Frame:
    """The frame of a picture in the middle of which the projected points fit, whatever its shape."""
    spots = tuple(points)
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    scale = min(width / max(right - left, 1e-6), height / max(bottom - top, 1e-6))
    return Frame(
        project,
        (left + right - width / scale) / 2,
        (top + bottom - height / scale) / 2,
        scale,
        width,
        height,
    )


class Outlines:
    """The outlines of countries in one frame."""

    def __init__(self, boundaries: Boundaries, frame: Frame) -> None:
        self._boundaries, self._frame = boundaries, frame

    @cached_property
    def _lines(self) -> tuple[tuple[Point, ...], ...]:
        """Every line in the picture, simplified once, so that neighbours stay neighbours."""
        drawn = self._frame.drawn
        return tuple(
            simplified([drawn(*point) for point in _unbroken(line)], DETAIL) for line in self._boundaries.lines
        )

    def country(self, code: str) -> str:
        """The path of a country, empty where the frame shows nothing of it."""
        return self.land((code,))

    def land(self, codes: Iterable[str]) -> str:
        """One path of several countries."""
        rings = (ring for code in codes for ring in self._boundaries.countries.get(code, ()))
        return "".join(_path(points, "z") for points in map(self._clipped, rings) if _area(points) >= _LEAST)

    def borders(self) -> tuple[str, str]:
        """The lines between countries, and those that are not settled, as two paths."""
        settled, unsettled = self._boundaries.borders()
        return self._drawn(settled), self._drawn(unsettled)

    def _drawn(self, numbers: Iterable[int]) -> str:
        return "".join(_path(piece, "") for at in numbers for piece in self._inside(self._lines[at]))

    def _inside(self, line: Sequence[Point]) -> Iterable[list[Point]]:
        """The pieces of a line that touch the frame."""
        piece: list[Point] = []
        for first, second in itertools.pairwise(line):
            if self._is_near(first) or self._is_near(second):
                piece = piece or [first]
                piece.append(second)
            elif piece:
                yield piece
                piece = []
        if piece:
            yield piece

    def _is_near(self, point: Point) -> bool:
        frame = self._frame
        return -_MARGIN <= point[0] <= frame.width + _MARGIN and -_MARGIN <= point[1] <= frame.height + _MARGIN

    def _clipped(self, ring: Iterable[int]) -> list[Point]:
        """The points of a ring within the frame and its margin (Sutherland and Hodgman)."""
        points = [point for at in ring for point in (self._lines[at] if at >= 0 else self._lines[~at][::-1])]
        frame = self._frame
        for axis, limit, sign in (
            (0, -_MARGIN, 1),
            (0, frame.width + _MARGIN, -1),
            (1, -_MARGIN, 1),
            (1, frame.height + _MARGIN, -1),
        ):
            points = _cut(points, _within(axis, limit, sign), axis, limit)
        return points


def _unbroken(line: Sequence[Point]) -> Iterable[Point]:
    """A line without jumps: what crosses the edge of a map of the world goes on beyond it."""
    last = turned(line[0][0])
    for lon, lat in line:
        last = lon + 360 * round((last - lon) / 360)
        yield last, lat


def _within(axis: int, limit: float, sign: int) -> Callable[[Point], bool]:
    return lambda point: (point[axis] - limit) * sign >= 0


def _cut(points: list[Point], keeps: Callable[[Point], bool], axis: int, limit: float) -> list[Point]:
    """What of a polygon lies on one side of a line along an axis."""
    found: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        if keeps(before) != keeps(point):
            share = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            found.append((limit, other) if axis == 0 else (other, limit))
        if keeps(point):
            found.append(point)
    return found


def _area(points: Sequence[Point]) -> float:
    if len(points) < 3:
        return 0.0
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))) / 2


def _path(points: Sequence[Point], end: str) -> str:
    """Points as path data in whole units, each after the first as a step."""
    cells = [(round(x), round(y)) for x, y in points]
    (x, y), steps = cells[0], []
    for next_x, next_y in cells[1:]:
        if (next_x, next_y) != (x, y):
            steps += [f" {next_x - x}", f" {next_y - y}"]
            x, y = next_x, next_y
    written = "".join(steps).replace(" -", "-").lstrip()
    return f"M{cells[0][0]},{cells[0][1]}l{written}{end}" if steps else ""

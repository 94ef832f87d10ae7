"""Lines of points: made simpler without leaving their place."""

from collections.abc import Sequence

Point = tuple[float, float]


def simplified(line: Sequence[Point], tolerance: float) -> tuple[Point, ...]:
    """The points of a line that keep it within a distance of where it was (Ramer, Douglas and Peucker).

    Ends stay. A line that ends where it begins keeps at least four points, if it has as many, so that it still encloses
    something. The same line read backwards gives the same points backwards but for ties.
    """
    if len(line) < 3:
        return tuple(line)
    kept = {0, len(line) - 1}
    pieces = [(0, len(line) - 1)]
    if line[0] == line[-1] and len(line) > 3:
        pieces = _halves(line)
        kept.update(end for piece in pieces for end in piece)
    while pieces:
        first, last = pieces.pop()
        if last - first < 2:
            continue
        middle, distance = _farthest(line, first, last)
        if distance > tolerance:
            kept.add(middle)
            pieces += [(first, middle), (middle, last)]
    return tuple(line[index] for index in sorted(kept))


def _halves(line: Sequence[Point]) -> list[tuple[int, int]]:
    """A closed line in three pieces: between its end, the point farthest from it, and the one farthest from both."""
    last = len(line) - 1
    far = max(range(1, last), key=lambda at: _square(line[0], line[at]))
    third = max((at for at in range(1, last) if at != far), key=lambda at: _to_line(line[at], line[0], line[far]))
    first, second = sorted((far, third))
    return [(0, first), (first, second), (second, last)]


def _farthest(line: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    start, end = line[first], line[last]
    found = max(range(first + 1, last), key=lambda at: _to_line(line[at], start, end))
    return found, _to_line(line[found], start, end) ** 0.5


def _to_line(point: Point, start: Point, end: Point) -> float:
    """The square of the distance of a point from the stretch between two others."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x * along_x + along_y * along_y
    if not length:
        return _square(point, start)
    share = ((point[0] - start[0]) * along_x + (point[1] - start[1]) * along_y) / length
    share = min(1.0, max(0.0, share))
    return _square(point, (start[0] + share * along_x, start[1] + share * along_y))


def _square(left: Point, right: Point) -> float:
    return (left[0] - right[0]) ** 2 + (left[1] - right[1]) ** 2

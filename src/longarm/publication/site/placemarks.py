"""Marks of places on a map, with labels where there is room for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from longarm.publication.site.outlines import Frame
from longarm.publication.site.spots import Spot

_OPEN = 6.0  # units by which the dashed ring of a count without an upper end lies outside
_LETTER, _LINE = 0.56, 1.25  # width of a letter and height of a line, in sizes of the type
_TYPE = 18.0  # units, see drawn.css
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A place's name beside its mark; `anchor` is as in SVG."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a picture.

    Attributes:
        low, high: radii of the filled shape and of its ring; 0 and None where no figure or no upper end is given.
        is_sized: whether a figure is given.
        text: all that the mark says, in words.
    """

    spot: Spot
    x: float
    y: float
    low: float
    high: float | None
    is_sized: bool
    text: str
    label: Label | None = None

    @property
    def reach(self) -> float:
        """The radius of all that is drawn."""
        return self.low + _OPEN if self.high is None else max(self.high, self.low)


def labelled(marks: Sequence[Mark], frame: Frame) -> tuple[Mark, ...]:
    """The marks with labels where there is room for them, the largest first; the list beside the map names all."""
    taken = [_box(mark.x, mark.y, mark.reach) for mark in marks]
    found = []
    for mark in marks:
        label = next((one for one in _labels(mark) if _is_free(_label_box(one), taken, frame)), None)
        if label:
            taken.append(_label_box(label))
        found.append(replace(mark, label=label))
    return tuple(found)


def _labels(mark: Mark) -> Iterable[Label]:
    off, text, middle = mark.reach + 5, mark.spot.place.name, mark.y + _TYPE * 0.35
    yield Label(round(mark.x + off), round(middle), "start", text)
    yield Label(round(mark.x - off), round(middle), "end", text)
    yield Label(round(mark.x), round(mark.y - off), "middle", text)
    yield Label(round(mark.x), round(mark.y + off + _TYPE * 0.8), "middle", text)


def _label_box(label: Label) -> Box:
    width = len(label.text) * _TYPE * _LETTER
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - _TYPE * 0.85, left + width, label.y + _TYPE * (_LINE - 0.95)


def _box(x: float, y: float, reach: float) -> Box:
    return x - reach, y - reach, x + reach, y + reach


def _is_free(box: Box, taken: Iterable[Box], frame: Frame) -> bool:
    left, top, right, bottom = box
    if left < 0 or top < 0 or right > frame.width or bottom > frame.height:
        return False
    return not any(left < r and x < right and top < b and y < bottom for x, y, r, b in taken)

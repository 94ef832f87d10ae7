"""Long lists cut into numbered pages, so that no page is heavy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list.

    Attributes:
        items: what stands on it.
        number, count: 1-based, of how many.
        first: 1-based number of its first item in the list.
        paths: of all pages of the list, in order, relative to the dossier.
    """

    items: tuple[T, ...]
    number: int
    count: int
    first: int
    paths: tuple[str, ...]

    @property
    def path(self) -> str:
        """The path of this page."""
        return self.paths[self.number - 1]

    @property
    def near(self) -> tuple[int, ...]:
        """Numbers of the pages that are offered: the first and last two, and two on either side."""
        ends = {1, 2, self.count - 1, self.count}
        shown = ends | set(range(self.number - 2, self.number + 3))
        return tuple(number for number in sorted(shown) if 1 <= number <= self.count)


def numbered(path: str, number: int) -> str:
    """The path of a page of a list: the first bears the plain name (`claims.html`, `claims-2.html`)."""
    stem, dot, ending = path.rpartition(".")
    return path if number == 1 else f"{stem}-{number}{dot}{ending}"


def sheets(items: Sequence[T], path: str, most: int) -> tuple[Sheet[T], ...]:
    """A list in pages of at most so many items; one empty page for an empty list."""
    return cut([tuple(items[start : start + most]) for start in range(0, len(items), most)] or [()], path)


def cut(groups: Sequence[tuple[T, ...]], path: str) -> tuple[Sheet[T], ...]:
    """Pages of a list that is cut already."""
    paths = tuple(numbered(path, number) for number in range(1, len(groups) + 1))
    made, first = [], 1
    for number, group in enumerate(groups, start=1):
        made.append(Sheet(group, number, len(groups), first, paths))
        first += len(group)
    return tuple(made)


def weighed(items: Sequence[T], weights: Sequence[int], most: int) -> list[tuple[T, ...]]:
    """Items in groups, in order, none heavier than `most` unless one item alone is."""
    groups: list[tuple[T, ...]] = []
    held: list[T] = []
    total = 0
    for item, weight in zip(items, weights, strict=True):
        if held and total + weight > most:
            groups.append(tuple(held))
            held, total = [], 0
        held.append(item)
        total += weight
    return [*groups, tuple(held)] if held or not groups else groups

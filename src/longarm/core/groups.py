"""Groups that grow by joining: which items belong together after pairwise judgements."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups of items; joining is transitive, and nearly constant in time."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {}
        for item in items:
            self.add(item)

    def add(self, item: T) -> None:
        """Make the item known, in a group of its own where it is new."""
        self._parent.setdefault(item, item)

    def root(self, item: T) -> T:
        """The item that stands for the item's group; the same for all of one group until the next join."""
        self.add(item)
        top = item
        while self._parent[top] != top:
            top = self._parent[top]
        while self._parent[item] != top:
            self._parent[item], item = top, self._parent[item]
        return top

    def join(self, left: T, right: T) -> bool:
        """Put the groups of both into one; False where they were one already. The left group's root stays."""
        first, second = self.root(left), self.root(right)
        if first == second:
            return False
        self._parent[second] = first
        return True

    def members(self) -> list[list[T]]:
        """All groups, each in the order its items were added, ordered by their first items."""
        found: dict[T, list[T]] = {}
        for item in self._parent:
            found.setdefault(self.root(item), []).append(item)
        return list(found.values())

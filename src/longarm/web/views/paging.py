"""Which part of a long list is shown."""

from dataclasses import dataclass

from longarm.web.declared import Field
from longarm.web.visit import Visit

SIZE = 30  # rows of a page
PAGE = Field("page", 10)


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list; `number` begins with 1."""

    number: int
    has_more: bool
    query: str = ""

    @property
    def before(self) -> str:
        """The query of the page before, empty on the first."""
        return self._of(self.number - 1) if self.number > 1 else ""

    @property
    def after(self) -> str:
        """The query of the next page, empty on the last."""
        return self._of(self.number + 1) if self.has_more else ""

    def _of(self, number: int) -> str:
        return f"?{self.query}{'&' if self.query else ''}page={number}"


def number(visit: Visit) -> int:
    """The page asked for, 1 where none is."""
    return max(1, visit.number("page", 1))


def offset(visit: Visit, size: int = SIZE) -> int:
    """How many rows stand before the page asked for."""
    return (number(visit) - 1) * size

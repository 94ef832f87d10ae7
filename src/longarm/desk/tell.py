"""How an operation tells how far it is; what it tells goes to a person, never into data."""

from typing import Protocol


class Tell(Protocol):
    """Is told of steps; the command line draws a bar of them."""

    def start(self, label: str, total: int | None) -> None:
        """A new stretch of work begins; total None is unknown."""

    def step(self) -> None:
        """One item of it is done."""


class Silence:
    """Tells nobody."""

    def start(self, label: str, total: int | None) -> None:
        """Says nothing."""

    def step(self) -> None:
        """Says nothing."""

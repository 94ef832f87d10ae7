"""Quantities: every number of a passage with its qualifier, what it counts, and the interval it stands for."""

from longarm.statements.quantities.finder import find

__all__ = ["find"]

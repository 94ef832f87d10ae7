"""Attributions: who says what, direct, indirect and mixed."""

from longarm.statements.attributions.finder import find, find_with_nested

__all__ = ["find", "find_with_nested"]

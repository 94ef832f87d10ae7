"""Attributions: who says what, direct, indirect and mixed."""

from longarm.statements.attributions.finder import find

__all__ = ["find"]

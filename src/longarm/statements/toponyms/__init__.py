"""Toponyms: the place names of a passage."""

from longarm.statements.toponyms.finder import find

__all__ = ["find"]

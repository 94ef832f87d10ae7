"""Toponyms: the place names of a passage."""

from longarm.statements.toponyms.finder import find
from longarm.statements.toponyms.placesigns import surnames

__all__ = ["find", "surnames"]

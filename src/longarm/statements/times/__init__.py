"""Times: dates, ranges and relative times, no sharper than the words."""

from longarm.statements.times.finder import find

__all__ = ["find"]

"""People: names of persons, and the public offices beside them."""

from longarm.statements.people.finder import find

__all__ = ["find"]

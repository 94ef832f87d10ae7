"""Cutting: tags that stand within a sentence are parsed apart from it."""

from longarm.statements.cutting.joining import join
from longarm.statements.cutting.parting import Cut, cut

__all__ = ["Cut", "cut", "join"]

"""Mending: mistakes that the parser makes again and again in this field's texts, set right by what stands there."""

from longarm.statements.mending.order import mend

__all__ = ["mend"]

"""How far a claim is supported: single, corroborated, or retracted where what it rests on was withdrawn."""

from collections.abc import Iterable

from longarm.claims.context import UNKNOWN, Context
from longarm.model.claims import Independence, Origin

CORROBORATED = 2  # independent origins that must be proved


def support(origins: Iterable[Origin], independence: Independence, context: Context) -> str:
    """`retracted` where every known origin's work was withdrawn; else `corroborated` from two proved origins on."""
    known = [origin for origin in origins if origin.source != UNKNOWN]
    if known and all(origin.work in context.retracted for origin in known):
        return "retracted"
    return "corroborated" if independence.low >= CORROBORATED else "single"

"""How far a claim is supported: single, corroborated, or retracted where what it rests on was withdrawn."""

from collections.abc import Sequence

from longarm.claims.context import UNKNOWN
from longarm.model.claims import Independence, Origin

CORROBORATED = 2  # independent origins that must be proved
RETRACTED = "retracted"


def support(origins: Sequence[Origin], independence: Independence) -> str:
    """`retracted` where the work of every origin was withdrawn; else `corroborated` from two proved origins on.

    Origins whose work was withdrawn are not counted in the independence, and say so in their standing.
    """
    known = [origin for origin in origins if origin.source != UNKNOWN] or list(origins)
    if known and all(origin.standing == RETRACTED for origin in known):
        return RETRACTED
    return "corroborated" if independence.low >= CORROBORATED else "single"

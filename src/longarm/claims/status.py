"""How far a claim is supported: single, corroborated, or retracted where what it rests on was withdrawn."""

from collections.abc import Sequence

from longarm.claims.context import RETRACTED
from longarm.model.claims import UNKNOWN, Independence, Origin

CORROBORATED = 2  # independent origins that must be proved
TOLD_IN_RETRACTED = "told in a retracted text"  # the standing of an origin that no other text tells of


def support(origins: Sequence[Origin], independence: Independence) -> str:
    """`retracted` where the work of every origin, or every text that tells of it, was withdrawn.

    Else `corroborated` from two proved origins on.

    Origins whose work was withdrawn are not counted in the independence, and say so in their standing.
    """
    known = [origin for origin in origins if origin.source != UNKNOWN] or list(origins)
    if known and all(origin.standing in (RETRACTED, TOLD_IN_RETRACTED) for origin in known):
        return RETRACTED
    return "corroborated" if independence.low >= CORROBORATED else "single"

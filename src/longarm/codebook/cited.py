"""The bodies and titles that the definitions of the codebook rest on: they stand in every methods page."""

import functools
import re

from longarm.codebook import loader

_ENDS = re.compile(r"[,;:()]")


@functools.cache
def cited() -> frozenset[str]:
    """Names and titles as the codebook's sources write them ("Freedom House", "Out of Sight")."""
    entries = (*loader.methods(), *loader.responses())
    pieces = (piece.strip() for entry in entries for source in entry.sources for piece in _ENDS.split(source))
    return frozenset(piece for piece in pieces if piece[:1].isupper())

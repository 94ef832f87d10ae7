"""How far one sentence rewrites another, 0 to 1, from the words that telling the same facts does not explain."""

from collections import Counter

from rapidfuzz.distance import LCSseq

from longarm.claims.reuse.pieces import LONG, Piece

# Weights of the two signs, set on bench/planted: telling words in common, and the longest common order of all words.
WORDS, ORDER = 0.5, 0.5
NEARLY = 0.85  # share of the shorter sentence in one order from which no telling words are needed
SURE, MORE_COMMON = 0.75, 5  # below this likeness more telling words are needed: formulas of the courts share four
LEAST_COMMON = 4  # telling words in common


def likeness(left: Piece, right: Piece) -> float:
    """How much of the shorter sentence the other holds: its telling words, and its words in order."""
    size = min(len(left.stems), len(right.stems))
    order = LCSseq.similarity(left.stems, right.stems) / size if size else 0.0
    if size >= LONG and order >= NEARLY:
        return order
    shorter = min(len(left.telling), len(right.telling))
    common = sum((Counter(left.telling) & Counter(right.telling)).values())
    if shorter == 0 or common < LEAST_COMMON:
        return 0.0
    found = WORDS * common / shorter + ORDER * order
    return found if found >= SURE or common >= MORE_COMMON else 0.0

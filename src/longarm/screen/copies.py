"""Pages that are copies of others: with the same words, or nearly the same.

Nearly the same are pages whose sketches agree. A sketch parts the hashes of a text's word pairs into bins and keeps
the least of each (one-permutation hashing: P. Li, A. Owen, C.-H. Zhang, 2012): the share of bins in which two sketches
agree is about the share of all pairs of both texts that both have.
"""

from collections import defaultdict
from collections.abc import Iterable

from longarm.core.hashing import sha256
from longarm.core.shingles import pairs, tokens

BINS = 64
REACH = 2  # words between which pairs are taken
KEPT = 0xFFF  # bits of a hash that a sketch keeps: too few to try out whether a page has a pair of words, a name
# Bins by which copies are looked for: two sketches that agree in all of one band are compared. Of copies that agree in
# half of their bins 19 in 20 are found so, and one in 400 of other pages is compared.
BAND = 3
# Share of bins from which two pages are copies of one. Measured on 358 pairs of news of one event each, of which 19 in
# 20 have 0.3 at most; with one word in ten changed, or a third cut off, a text has 0.55 at least.
NEARLY = 0.5
_EMPTY = "-"
Sketch = tuple[str, ...]


def prints(text: str) -> tuple[str, Sketch]:
    """The fingerprint of a text's words, equal for equal words in equal order, and its sketch.

    Whoever has the text can see that they are of it; nobody can read a word of it in them.
    """
    words = [token.form for token in tokens(text)]
    least: dict[int, int] = {}
    for value in pairs(words, REACH):
        place, rest = value % BINS, value // BINS
        if rest < least.get(place, 1 << 32):
            least[place] = rest
    sketch = tuple(format(least[place] & KEPT, "x") if place in least else _EMPTY for place in range(BINS))
    return sha256(" ".join(words).encode())[:32], sketch


def likeness(left: Sketch, right: Sketch) -> float:
    """The share of bins that two sketches agree in, of those that are not empty in both."""
    held = [(a, b) for a, b in zip(left, right, strict=True) if not a == b == _EMPTY]
    return sum(a == b for a, b in held) / len(held) if held else 0.0


class Firsts:
    """The pages so far that are no copy of an earlier one, by their sketches."""

    def __init__(self) -> None:
        self._sketches: list[tuple[str, Sketch]] = []
        self._bands: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def first(self, id: str, sketch: Sketch) -> str:
        """The id of the earliest page that one is nearly a copy of; its own where it is none, and it is kept then."""
        bands = list(_bands(sketch))
        near = sorted({at for band in bands for at in self._bands.get(band, ())})
        for at in near:
            if likeness(self._sketches[at][1], sketch) >= NEARLY:
                return self._sketches[at][0]
        for band in bands:
            self._bands[band].append(len(self._sketches))
        self._sketches.append((id, sketch))
        return id


def _bands(sketch: Sketch) -> Iterable[tuple[str, ...]]:
    for at in range(0, BINS - BAND + 1, BAND):
        band = sketch[at : at + BAND]
        if _EMPTY not in band:
            yield (str(at), *band)

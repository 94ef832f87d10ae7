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
BAND = 4  # bins by which copies are looked for; two sketches that agree in all bins of one band are compared
# Share of bins from which two pages are copies of one. Set on texts of which up to a quarter of the words were changed,
# which have .5 at least, and on different news of one event, which have .15 at most.
NEARLY = 0.5
_EMPTY = "-"
Sketch = tuple[str, ...]


def prints(text: str) -> tuple[str, Sketch]:
    """The fingerprint of a text's words, equal for equal words in equal order, and its sketch. Neither tells a word."""
    words = [token.form for token in tokens(text)]
    least: dict[int, int] = {}
    for value in pairs(words, REACH):
        place, rest = value % BINS, value // BINS
        if rest < least.get(place, 1 << 32):
            least[place] = rest
    sketch = tuple(format(least[place], "x") if place in least else _EMPTY for place in range(BINS))
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
    for at in range(0, BINS, BAND):
        band = sketch[at : at + BAND]
        if _EMPTY not in band:
            yield (str(at), *band)

"""How far what longarm reads agrees with labelled rows: one implementation for `longarm evaluate` and for `bench/`.

The row format is described in `bench/README.md`. Only the aspects that a row labels are scored on it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from longarm.desk.measuring.comparing import Mark, compare
from longarm.desk.measuring.labelled import Data, Row
from longarm.desk.measuring.labelled import parse_rows as parse_rows

ASPECTS = (
    "figures",
    "qualifiers",
    "coverage",
    "units",
    "measures",
    "scopes",
    "periods",
    "as-of",
    "wholes",
    "bases",
    "operators",
    "kinds",
    "voices",
    "attitudes",
    "denied",
    "hedges",
    "toponyms",
    "places",
    "times",
    "dates",
    "methods",
    "responses",
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one aspect; precision, recall and F1 are 0 where nothing was right."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of what was given that is right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of what was there that was given rightly."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 1 where there was nothing to find and nothing was given."""
        total = self.predicted + self.gold
        return 2 * self.hits / total if total else 1.0


def tally(marks: Iterable[Mark]) -> dict[str, Tally]:
    """The counts of each aspect that any mark is of, in the order of ASPECTS."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for mark in marks:
        for index, value in enumerate((mark.hit, mark.predicted, mark.gold)):
            counts[mark.aspect][index] += value
    return {aspect: Tally(*counts[aspect]) for aspect in ASPECTS if aspect in counts}


def score(rows: Sequence[Row], reads: Mapping[str, Data]) -> dict[str, Tally]:
    """The counts over all rows; a row that was not read counts as read with nothing found.

    Args:
        reads: what `longarm read` gave, by the id of the row.
    """
    return tally(mark for row in rows for mark in compare(row, reads.get(row.id, {})))


def as_data(scores: Mapping[str, Tally]) -> dict[str, dict[str, float]]:
    """The scores as JSON data, rounded to four digits."""
    return {
        aspect: {
            "P": round(counts.precision, 4),
            "R": round(counts.recall, 4),
            "F1": round(counts.f1, 4),
            "hits": counts.hits,
            "predicted": counts.predicted,
            "gold": counts.gold,
        }
        for aspect, counts in scores.items()
    }

"""What finds statements in a text: one table, EXTRACTORS; which of them is told in a clause is for `ranking`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from longarm.statements.candidates import Candidate, Frame
from longarm.statements.extractors import (
    act,
    aim,
    cells,
    deeds,
    figure,
    gaps,
    legal,
    matters,
    purpose,
    quotation,
    remedy,
    response,
    spoken,
    tasks,
    told,
)


@dataclass(frozen=True, slots=True)
class Extractor:
    """Finds statements of one family in one passage.

    Attributes:
        name: what it is called.
        version: raised whenever its answers change; stored readings of an older version are made again.
        extract: (frame, index of the passage) to candidates.
        evidence: how it finds most of them, of `ranking.RANKING`.
    """

    name: str
    version: int
    extract: Callable[[Frame, int], Iterator[Candidate]]
    evidence: str


EXTRACTORS: tuple[Extractor, ...] = (
    Extractor("figure", 20, figure.extract, "figure"),
    Extractor("quotation", 6, quotation.extract, "quotation"),
    Extractor("response", 29, response.extract, "reply"),
    Extractor("remedy", 9, remedy.extract, "call"),
    Extractor("purpose", 20, purpose.extract, "purpose"),
    Extractor("aim", 7, aim.extract, "aim"),
    Extractor("deeds", 2, deeds.extract, "deeds"),
    Extractor("cells", 2, cells.extract, "cell"),
    Extractor("gaps", 1, gaps.extract, "gap"),
    Extractor("matters", 2, matters.extract, "matter"),
    Extractor("tasks", 1, tasks.extract, "task"),
    Extractor("legal", 31, legal.extract, "law"),
    Extractor("act", 26, act.extract, "cue"),
    Extractor("told", 35, told.extract, "told"),
    Extractor("spoken", 18, spoken.extract, "spoken"),
)


def version() -> str:
    """The versions of all extractors in one word, for the ledger."""
    return " ".join(f"{extractor.name}-{extractor.version}" for extractor in EXTRACTORS)

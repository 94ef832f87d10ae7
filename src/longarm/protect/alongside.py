"""Names that a reader missed beside others that it found: between two in a list, or behind the word others have."""

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from longarm.protect.folding import CAPITAL

_WORD = rf"{CAPITAL}[\w'’-]+"
_RUN = re.compile(rf"(?<![\w'’-]){_WORD}(?:[ ]{_WORD}){{1,2}}")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’]?(?=\s+[“\"‘]?[A-ZÀ-Þ])|(?=\n)|\Z)")
_JOINT = re.compile(r",?[ ](?:and[ ]|or[ ])?|;[ ](?:and[ ])?")
_LAST = re.compile(r"([a-zà-ÿ]+)[ ]$")
FEWEST = 2  # names that follow a word, from which what follows it again is one: "12 years for A, 9 for B, 3 for C"


def alongside(text: str, people: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where runs of two or three words with capitals stand as the names of people do.

    Args:
        people: starts and ends of the names that were found, in order; they do not overlap.
    """
    starts = [start for start, _ in people]
    for sentence in _SENTENCE.finditer(text):
        here = people[bisect.bisect_left(starts, sentence.start()) : bisect.bisect_left(starts, sentence.end())]
        if len(here) < FEWEST:
            continue
        leads = Counter(_lead(text, start) for start, _ in here)
        for run in _RUN.finditer(text, sentence.start(), sentence.end()):
            at = bisect.bisect_left(here, run.span())
            near = here[max(0, at - 1) : at + 1]
            if any(start < run.end() and run.start() < end for start, end in near):
                continue
            is_between = 0 < at < len(here) and _is_between(text, run.span(), *near)
            if is_between or leads[_lead(text, run.start())] >= FEWEST:
                yield run.span()


def _lead(text: str, start: int) -> str:
    """The word in small letters right before a place, or what equals no other."""
    match = _LAST.search(text, max(0, start - 24), start)
    return match[1] if match and match[1] not in ("and", "or") else f"at {start}"


def _is_between(text: str, run: tuple[int, int], before: tuple[int, int], after: tuple[int, int]) -> bool:
    return bool(_JOINT.fullmatch(text, before[1], run[0]) and _JOINT.fullmatch(text, run[1], after[0]))

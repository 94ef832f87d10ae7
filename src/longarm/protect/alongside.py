"""Names that a reader missed beside others that it found: between two in a list, or behind the word others have."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_WORD = r"[A-ZÀ-Þ][\w'’-]+"
_RUN = re.compile(rf"{_WORD}(?:[ ]{_WORD}){{1,2}}")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’]?(?=\s+[“\"‘]?[A-ZÀ-Þ])|(?=\n)|\Z)")
_JOINT = re.compile(r",?[ ](?:and[ ]|or[ ])?|;[ ](?:and[ ])?")
_LAST = re.compile(r"([a-zà-ÿ]+)[ ]$")
FEWEST = 2  # names that follow a word, from which what follows it again is one: "12 years for A, 9 for B, 3 for C"


def alongside(text: str, people: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where runs of two or three words with capitals stand as the names of people do.

    Args:
        people: starts and ends of the names that were found, in order.
    """
    for sentence in _SENTENCE.finditer(text):
        here = [one for one in people if sentence.start() <= one[0] < sentence.end()]
        if len(here) < FEWEST:
            continue
        leads = Counter(_lead(text, start) for start, _ in here)
        for run in _RUN.finditer(text, sentence.start(), sentence.end()):
            if any(start < run.end() and run.start() < end for start, end in here):
                continue
            if leads[_lead(text, run.start())] >= FEWEST or _is_between(text, run.span(), here):
                yield run.span()


def _lead(text: str, start: int) -> str:
    """The word in small letters right before a place, or what equals no other."""
    match = _LAST.search(text, max(0, start - 24), start)
    return match[1] if match and match[1] not in ("and", "or") else f"at {start}"


def _is_between(text: str, run: tuple[int, int], people: Sequence[tuple[int, int]]) -> bool:
    before = max((end for _, end in people if end <= run[0]), default=None)
    after = min((start for start, _ in people if start >= run[1]), default=None)
    if before is None or after is None:
        return False
    return bool(_JOINT.fullmatch(text, before, run[0]) and _JOINT.fullmatch(text, run[1], after))

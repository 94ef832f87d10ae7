"""Tasks: the second and later of what somebody is to do, each with a "to" of its own: "orders staff to list critics,
| to withhold passports | and to report back"."""

import itertools
from collections.abc import Iterator

from longarm.codebook.assessments import REMEDY
from longarm.codebook.cues import best
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.clauses import Clause, is_aim
from longarm.statements.extractors.purpose import is_for, purpose
from longarm.statements.parse import Parse
from longarm.statements.scenes.doers import method_of

_JOINTS = frozenset({",", ";", "and", "or"})
SHORTEST = 3  # tokens of a task with its "to"


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A statement for every later task of a row in one clause: a remedy where the clause calls for one, else an act."""
    part = frame.text.parts[index]
    parse = part.parse
    if not frame.relevant[index] or parse.tags.count("TO") <= 1:
        return
    for number, clause in enumerate(part.clauses):
        opens = [t for t in clause.tokens if parse.tags[t] == "TO" and parse.tags[parse.heads[t]] == "VB"]
        for before, first in itertools.pairwise(opens):
            verb = parse.heads[first]
            if not _is_next(parse, clause, before, first) or is_for(parse, verb) or is_aim(parse, clause.head):
                continue
            last = next((t - 1 for t in opens if t > first and parse.lowers[t - 1] in _JOINTS), clause.last)
            if last - first < SHORTEST:
                continue
            hit = best(hit for hit in frame.hits[index] if first <= hit.first < last)
            is_call = any(hit.entry == REMEDY for hit in frame.judgements[index][number])
            kind = "purpose" if purpose(parse, clause) is not None else "remedy" if is_call else "act"
            yield Candidate(kind, index, number, first, last, verb, method_of(frame, index, hit), focus=verb)


def _is_next(parse: Parse, clause: Clause, before: int, first: int) -> bool:
    """Whether a "to" is joined to the one before it, and opens the next task."""
    if parse.lowers[first - 1] not in _JOINTS or parse.heads[before] < clause.head:
        return False
    return parse.heads[before] in parse.above(parse.heads[first]) or parse.heads[parse.heads[before]] in parse.above(
        first
    )

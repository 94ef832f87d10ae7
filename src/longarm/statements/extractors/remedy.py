"""Remedies: calls for, or reports of, investigation, closure and protection."""

from collections.abc import Iterator

from longarm.codebook.assessments import REMEDY
from longarm.codebook.cues import best
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped, in_cue, told_anchor
from longarm.statements.extractors.purpose import purpose, whole


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A remedy for every clause that calls for one."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    for number, clause in enumerate(part.clauses):
        found = [hit for hit in frame.judgements[index][number] if hit.entry == REMEDY]
        if not found:
            continue
        tokens = clause.tokens[found[0].first : found[0].last]
        hit = best(clause_hits(frame, index, number))
        if purpose(part.parse, clause) is not None or (hit and hit.first in tokens and hit.weight >= found[0].weight):
            continue  # "aims to press them to return"
        anchor = told_anchor(frame, index, tokens)
        first, last = whole(part.parse, clause)
        if not in_cue(frame, index, clause.head):  # "the group called on France to act": told with who calls
            first, last = clipped(frame, index, first, last, anchor)
        yield Candidate("remedy", index, number, first, last, anchor, hit.entry if hit else frame.topic.main_method)

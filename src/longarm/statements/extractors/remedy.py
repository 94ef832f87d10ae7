"""Remedies: calls for, or reports of, investigation, closure and protection."""

from collections.abc import Iterator

from longarm.codebook.assessments import REMEDY
from longarm.codebook.cues import best
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped, told_anchor


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A remedy for every clause that calls for one."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    for number, clause in enumerate(part.clauses):
        found = [hit for hit in frame.judgements[index][number] if hit.entry == REMEDY]
        if not found:
            continue
        anchor = told_anchor(frame, index, clause.tokens[found[0].first : found[0].last])
        first, last = clipped(frame, index, clause.first, clause.last, anchor)
        hit = best(clause_hits(frame, index, number))
        yield Candidate("remedy", index, number, first, last, anchor, hit.entry if hit else frame.topic.main_method)

"""What is told: an assertion that somebody makes, doubts or denies, though no cue says what kind it is."""

from collections.abc import Iterator

from longarm.codebook.cues import best
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped
from longarm.statements.clauses import subject
from longarm.statements.stance import stance
from longarm.statements.text import Part

SHORTEST = 4  # tokens; a shorter clause asserts too little to stand alone


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for every clause that a named source asserts, or that stands under "it is believed" or "no evidence that",
    where no other extractor has taken the clause."""
    if not frame.topic.is_relevant:
        return
    part = frame.text.parts[index]
    parse = part.parse
    for number, clause in enumerate(part.clauses):
        if len(clause.tokens) < SHORTEST or parse.pos[clause.head] not in ("VERB", "AUX"):
            continue
        if subject(parse, clause.head) is None or _is_cue_at(frame, parse.starts[clause.head]):
            continue
        if not _is_told(frame, parse.starts[clause.head]) and not _is_held(part, number):
            continue
        first, last = clipped(frame, index, clause.first, clause.last, clause.head)
        hit = best(clause_hits(frame, index, number))
        yield Candidate("act", index, number, first, last, clause.head, hit.entry if hit else "")


def _is_told(frame: Frame, char: int) -> bool:
    """Whether a predicate is what a named source says."""
    return any(speech.name for speech in frame.chains.covering(char))


def _is_held(part: Part, number: int) -> bool:
    """Whether a clause hangs on one that hedges or denies it: "it is believed that", "there is no evidence that"."""
    clause = part.clauses[number]
    if clause.dep not in ("ccomp", "acl", "csubj"):
        return False
    found = stance(part.parse, clause, part.above(number))
    return found.is_negated or any(hedge.span.end <= part.parse.starts[clause.first] for hedge in found.hedges)


def _is_cue_at(frame: Frame, char: int) -> bool:
    """Whether a predicate is itself the word of saying."""
    return any(span.start <= char < span.end for speech in frame.chains.speeches for span in speech.attribution.cue)

"""What is told: an assertion that somebody makes, doubts or denies, though no cue says what kind it is."""

import functools
from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import best
from longarm.codebook.loader import people_nouns
from longarm.languages import attributions
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped
from longarm.statements.clauses import Clause, is_passive, subject
from longarm.statements.parse import Parse
from longarm.statements.stance import stance
from longarm.statements.text import Part

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
SHORTEST = 3  # tokens; a shorter clause asserts too little to stand alone


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
        if not _has_subject(parse, clause.head) or _is_cue_at(frame, parse.starts[clause.head]):
            continue
        if parse.tags[clause.first] in _WH:
            continue  # "what will happen", "who worked there": half a sentence, which nobody can weigh
        if not (_is_told(frame, parse.starts[clause.head]) or _is_held(part, number) or _is_event(part, clause)):
            continue
        first, last = clipped(frame, index, clause.first, clause.last, clause.head)
        hit = best(clause_hits(frame, index, number))
        yield Candidate("act", index, number, first, last, clause.head, hit.entry if hit else "")


def _has_subject(parse: Parse, head: int) -> bool:
    return subject(parse, head) is not None or any(parse.deps[child] == "expl" for child in parse.children[head])


def _is_told(frame: Frame, char: int) -> bool:
    """Whether a predicate is what a named source says."""
    return any(speech.name for speech in frame.chains.covering(char))


def _is_held(part: Part, number: int) -> bool:
    """Whether a clause is told with a reserve ("allegedly", "is expected to"), or hangs on one that hedges or denies it
    ("it is believed that", "there is no evidence that")."""
    clause = part.clauses[number]
    parse = part.parse
    found = stance(parse, clause, part.above(number))
    tokens = [parse.token_at(hedge.span.start) for hedge in found.hedges]
    telling = [t for t in tokens if t is not None and parse.tags[t] != "MD" and parse.deps[t] != "amod"]
    if any(token in clause.tokens for token in telling):
        return True
    if clause.dep not in ("ccomp", "acl", "csubj"):
        return False
    return found.is_negated or any(hedge.span.end <= parse.starts[clause.first] for hedge in found.hedges)


def _is_event(part: Part, clause: Clause) -> bool:
    """Whether the author tells what became of people or what an authority did: a past predicate of theirs."""
    parse = part.parse
    if clause.dep not in ("ROOT", "conj", "relcl", "parataxis") or not _is_past(parse, clause.head):
        return False
    cue = attributions.load("en").verbs.get(parse.lemmas[clause.head])
    if cue is not None and cue.kind == "speech" and not is_passive(parse, clause.head):
        return False  # that somebody spoke, without what was said
    who = subject(parse, clause.head)
    if who is None:
        return False
    if parse.lemmas[who] in _actors() or parse.lowers[who] in ("he", "she", "they", "who"):
        return True
    return any(m.span.start < parse.ends[who] and parse.starts[who] < m.span.end for m in part.people)


def _is_past(parse: Parse, head: int) -> bool:
    tags = {parse.tags[head], *(parse.tags[c] for c in parse.children[head] if parse.deps[c] in ("aux", "auxpass"))}
    return bool(tags & {"VBD", "VBN"})


@functools.cache
def _actors() -> frozenset[str]:
    return frozenset(people_nouns()) | assessments().authorities


def _is_cue_at(frame: Frame, char: int) -> bool:
    """Whether a predicate is itself the word of somebody's saying."""
    return any(
        span.start <= char < span.end
        for speech in frame.chains.speeches
        if speech.name
        for span in speech.attribution.cue
    )

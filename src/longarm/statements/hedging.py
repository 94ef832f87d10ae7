"""Hedging: the hedges of a candidate with the voice that each belongs to, and whether it is negated."""

import itertools
from collections.abc import Sequence

from longarm.languages import stance as stance_language
from longarm.model.statements import Hedge, Voice
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.discourse.speech import Speech
from longarm.statements.extractors import legal
from longarm.statements.negation import is_set_against
from longarm.statements.plainness import is_plain, is_step
from longarm.statements.stance import stance
from longarm.statements.text import Part


def bearing(frame: Frame, candidate: Candidate, voices: tuple[Voice, ...]) -> tuple[tuple[Hedge, ...], bool]:
    """The hedges with the voice that each belongs to, and whether the clause is negated."""
    part = frame.text.parts[candidate.part]
    parse = part.parse
    char = parse.starts[candidate.anchor]
    covering = frame.chains.covering(char)
    clause = part.clauses[candidate.clause]
    above = part.above(candidate.clause)
    cues = frozenset(t for s in covering for span in s.attribution.cue for t in part.tokens_of(span))
    found = stance(parse, clause, above, candidate.focus if candidate.focus >= 0 else None, cues)
    named = [speech for speech in covering if speech.name]
    hedges = []
    accused = is_step(part, candidate)
    telling = [speech for speech in covering if speech.name or speech.attribution.hedge]
    for hedge in found.hedges:
        if any(span.overlaps(hedge.span) for speech in telling for span in speech.attribution.cue):
            continue
        if is_plain(part, candidate, hedge):
            continue
        inside = sum(speech.covers(hedge.span.start) for speech in named)
        index = inside if named else len(voices) - 1
        hedges.append(Hedge(hedge.kind, hedge.span.words, min(index, len(voices) - 1), hedge.span))
    for speech in covering:
        cue = speech.attribution.cue
        if accused and any(word in legal.ACCUSING for span in cue for word in span.words.lower().split()):
            continue
        if speech.attribution.hedge and cue:
            inside = sum(other.covers(cue[0].start) for other in named) + (1 if speech in named else 0)
            index = inside if named else len(voices) - 1
            words = " ".join(span.words for span in cue)
            hedges.append(Hedge(speech.attribution.hedge, words, min(index, len(voices) - 1), cue[0]))
    hedges.extend(_hedges_of_sources(named, voices))
    hedges.sort(key=lambda hedge: hedge.span.start if hedge.span else 0)
    withdrawn = sum(not speech.name and speech.attribution.attitude == "denies" for speech in covering)
    negated = found.is_negated and not _is_presumed(part, candidate)
    negations = negated + withdrawn + _is_excluded(part, candidate)
    return tuple(hedges), negations % 2 == 1 and candidate.kind != "remedy"


def _is_presumed(part: Part, candidate: Candidate) -> bool:
    """Whether a figure counts a whole of which none is told of: "none of the 12 offices closed" says there are 12."""
    if candidate.kind != "figure" or candidate.quantity is None:
        return False
    first, lowers = part.tokens_of(candidate.quantity.span)[0], part.parse.lowers
    while first > 1 and lowers[first - 1] in ("the", "these", "those", "its", "their"):
        first -= 1
    return first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in ("none", "neither", "one", "any")


def _is_excluded(part: Part, candidate: Candidate) -> bool:
    """Whether a figure is set against the right one: "14 offices, not 40"."""
    if candidate.kind != "figure" or candidate.quantity is None:
        return False
    first, parse = part.tokens_of(candidate.quantity.span)[0], part.parse
    return any(is_set_against(parse, token) for token in range(max(first - REACH, 0), first + 1)) and not any(
        parse.tags[token] == "CD" and token != first and is_set_against(parse, at)
        for at in range(max(first - REACH, 0), first)
        for token in range(at + 1, first)
    )


REACH = 3  # tokens from "not" to the number that it sets against another


def _hedges_of_sources(named: Sequence[Speech], voices: tuple[Voice, ...]) -> list[Hedge]:
    """Hedges that stand in the name of a source: "according to unconfirmed reports"; they are the outer voice's."""
    words = stance_language.load("en")
    found = []
    for index, speech in enumerate(named):
        for span in speech.attribution.source:
            spoken = span.words.lower().split()
            pairs = itertools.pairwise(spoken)
            kind = next(
                (words.adjectives[w] for w, noun in pairs if w in words.adjectives and noun in words.sources), ""
            )
            if kind:
                found.append(Hedge(kind, span.words, min(index, len(voices) - 1), span))
    return found

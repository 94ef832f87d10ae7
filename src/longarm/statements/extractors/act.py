"""Acts: a method was used against a kind of target; and presences: a facility or operation exists in a place."""

from collections.abc import Iterator

from longarm.codebook.cues import Hit, best
from longarm.statements.candidates import (
    Candidate,
    Frame,
    clause_hits,
    clipped,
    in_cue,
    is_bare,
    only_attributes,
    pivot,
)
from longarm.statements.clauses import Clause, is_aim
from longarm.statements.extractors.presence import presence
from longarm.statements.extractors.quoted import is_in_own_words
from longarm.statements.extractors.trifles import is_comment
from longarm.statements.scenes.doers import method_of
from longarm.statements.scenes.operators import facility_methods, facility_nouns
from longarm.statements.text import Part

_PREDICATES = frozenset({"VERB", "AUX"})


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A presence for a clause that puts a facility in a place, an act for every other clause with a method's cue."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    for number, clause in enumerate(part.clauses):
        if is_bare(part, clause):
            continue
        hits = clause_hits(frame, index, number)
        if is_comment(part.parse, clause) and not any(hit.first <= clause.head < hit.last for hit in hits):
            continue
        facility = presence(frame, part, number, hits)
        if facility is not None:
            first, last = clipped(frame, index, clause.first, clause.last, facility)
            on_topic = frame.topic.main_method if frame.topic.has(facility_methods()) else facility_methods()[0]
            method = next((hit.entry for hit in hits if hit.first <= facility < hit.last), on_topic)
            yield Candidate("presence", index, number, first, last, facility, method, evidence="site")
            continue
        hit = best(hit for hit in hits if not _is_facility_only(part, hit))
        if hit is not None:
            anchor = pivot(frame, index, hit)
            if only_attributes(frame, index, clause, anchor):
                continue
            first, last = clipped(frame, index, clause.first, max(clause.last, hit.last), anchor)
            if is_in_own_words(frame, part, clause):
                continue
            if in_cue(frame, index, clause.head) and not any(
                part.parse.pos[t] in _PREDICATES for t in range(first, last)
            ):
                continue  # "condemned the killing", which is spoken
            kind = "purpose" if is_aim(part.parse, clause.head) else "act"
            method = method_of(frame, index, hit)
            yield Candidate(kind, index, number, first, last, anchor, method, focus=_focus(clause, hit, anchor))


def _is_facility_only(part: Part, hit: Hit) -> bool:
    """A cue that only names a facility tells no act: its last word, or its only noun, is the facility."""
    lemmas = part.parse.lemmas[hit.first : hit.last]
    return any(lemma in facility_nouns() for lemma in lemmas) and not any(
        part.parse.pos[token] == "VERB" for token in range(hit.first, hit.last)
    )


def _focus(clause: Clause, hit: Hit, anchor: int) -> int:
    """The predicate where the cue holds it, else the word of the cue that the hedges must bear on."""
    return -1 if hit.first <= clause.head < hit.last else anchor

"""Acts: a method was used against a kind of target; and presences: a facility or operation exists in a place."""

from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit, best
from longarm.codebook.loader import people_nouns
from longarm.languages import clauses as clause_words
from longarm.model.statements import Toponym
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
from longarm.statements.clauses import Clause, is_aim, subject
from longarm.statements.extractors.quoted import is_in_own_words
from longarm.statements.extractors.trifles import is_comment
from longarm.statements.parse import Parse
from longarm.statements.scenes.doers import method_of
from longarm.statements.scenes.operators import country_of, facility_methods, facility_nouns, states_of
from longarm.statements.text import Part

_HOSTING = frozenset({"be", "have", "host", "house"})
_TAKING_PART = frozenset({"dobj", "obj", "nsubj", "nsubjpass", "attr", "pobj", "conj", "compound"})


_HELD = frozenset({"dobj", "obj", "nsubj", "nsubjpass", "attr", "conj"})
_PREDICATES = frozenset({"VERB", "AUX"})


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A presence for a clause that puts a facility in a place, an act for every other clause with a method's cue."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    for number, clause in enumerate(part.clauses):
        if is_bare(part, clause) or is_comment(part.parse, clause):
            continue
        hits = clause_hits(frame, index, number)
        facility = _facility(frame, part, clause, hits)
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


def _is_host_city(toponym: Toponym, char: int) -> bool:
    """Whether the subject that has a facility is a city, not a state: "Sydney is home to one"."""
    return toponym.place != country_of(toponym) and toponym.span.start <= char < toponym.span.end


def _facility(frame: Frame, part: Part, clause: Clause, hits: list[Hit]) -> int | None:
    """The token of a facility that a clause puts in a place: with a verb of being there, and a place or an operator."""
    parse, words = part.parse, assessments()
    who = subject(parse, clause.head)
    if who is not None and parse.lemmas[clause.head] in clause_words.load("en").residing and _is_people(parse, who):
        return None  # "the agents, who were based in Minsk"
    there = any(
        parse.lemmas[token] in words.presence_verbs
        and parse.pos[token] in ("VERB", "AUX", "PROPN")
        and parse.deps[token] not in ("aux", "auxpass")
        for token in clause.tokens
    )
    if not there:
        return None
    owner = states_of(part, who) if who is not None else set[str]()
    host = -1 if who is None or parse.lemmas[clause.head] not in _HOSTING else parse.starts[who]
    home = {frame.topic.declared} | ({frame.topic.operator} & owner)  # a station at home is not overseas
    placed = any(
        toponym.role == "place" and part.within(toponym.span, clause.first, clause.last)
        and (toponym.place != frame.topic.operator or not toponym.place)
        and (country_of(toponym) not in home or not toponym.place or _is_host_city(toponym, host))
        for toponym in part.toponyms
    )  # fmt: skip
    if not placed:
        return None
    for token in clause.tokens:
        lemma = parse.lemmas[token] if parse.pos[token] != "PROPN" else parse.lowers[token].rstrip("s")
        is_noun = parse.pos[token] in ("NOUN", "PROPN")
        if is_noun and lemma in words.presence_nouns and _in_place(part, token) and parse.deps[token] in _HELD:
            return token
        if lemma not in facility_nouns() or parse.deps[token] not in _TAKING_PART:
            continue
        named = any(hit.first <= token < hit.last for hit in hits) or frame.topic.has(facility_methods())
        if named or _is_foreign(frame, part, clause, token):
            return token
    return None


def _is_people(parse: Parse, noun: int) -> bool:
    """Whether a noun, or the one that its "who" stands for, is of people."""
    words = assessments()
    return parse.lowers[noun] == "who" or parse.lemmas[noun] in words.exiles | words.envoys | frozenset(people_nouns())


def _is_foreign(frame: Frame, part: Part, clause: Clause, token: int) -> bool:
    """Whether a state's police or service post stands in another state: "X has a police station in Y"."""
    parse = part.parse
    official = any(
        parse.deps[child] == "compound" and parse.lemmas[child] in assessments().authorities
        for child in parse.children[token]
    )
    return (
        official
        and bool(frame.topic.operator)
        and any(
            toponym.role == "place"
            and part.within(toponym.span, clause.first, clause.last)
            and country_of(toponym) not in ("", frame.topic.operator)
            for toponym in part.toponyms
        )
    )


def _in_place(part: Part, token: int) -> bool:
    parse = part.parse
    return any(
        parse.deps[child] == "prep" and parse.lowers[child] in ("in", "across", "throughout", "on")
        for child in parse.children[token]
    )


def _is_facility_only(part: Part, hit: Hit) -> bool:
    """A cue that only names a facility tells no act: its last word, or its only noun, is the facility."""
    lemmas = part.parse.lemmas[hit.first : hit.last]
    return any(lemma in facility_nouns() for lemma in lemmas) and not any(
        part.parse.pos[token] == "VERB" for token in range(hit.first, hit.last)
    )


def _focus(clause: Clause, hit: Hit, anchor: int) -> int:
    """The predicate where the cue holds it, else the word of the cue that the hedges must bear on."""
    return -1 if hit.first <= clause.head < hit.last else anchor

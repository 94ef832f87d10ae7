"""Perpetrators: the state that did what a figure counts ("Iran abducted five"), which two counts must share."""

from longarm.languages import clauses as clause_words
from longarm.model.statements import Toponym
from longarm.statements.candidates import Candidate
from longarm.statements.clauses import agent
from longarm.statements.counts import fates, measures
from longarm.statements.parse import Parse
from longarm.statements.scenes import doers
from longarm.statements.scenes.operators import states_of
from longarm.statements.text import Part

STEPS = 4  # steps up from a count to the deed
_JOINTS = frozenset({",", "and", ";", "while", "but", "whereas"})


def perpetrator(part: Part, candidate: Candidate) -> str:
    """Country id of the one state that did what is counted, where the codebook counts deeds of states; else empty."""
    known = measures.measures_by_id().get(candidate.measure)
    if candidate.kind != "figure" or known is None or known.doer != "operator" or candidate.quantity is None:
        return ""
    parse = part.parse
    number = part.tokens_of(candidate.quantity.span)
    token = _by(parse, candidate.scope_head, number[-1] if len(number) else candidate.scope_head)
    if token is None:
        token = _agent(part, candidate)
    if token is None and (gapped := gapped_doer(part, candidate)) is not None:
        token = part.tokens_of(gapped.span)[-1]
    if token is None and (deed := _deed(parse, candidate.scope_head, candidate.measure)) is not None:
        token = doers.done_by(parse, deed)
    states = states_of(part, token) if token is not None else set()
    return min(states) if len(states) == 1 else ""


def gapped_doer(part: Part, candidate: Candidate) -> Toponym | None:
    """The state right before a number whose verb is left out: "Iran abducted five and Russia three"."""
    parse, tokens = part.parse, part.tokens_of(candidate.quantity.span) if candidate.quantity else range(0)
    first = tokens[0] if len(tokens) else 0
    for place in part.toponyms:
        own = part.tokens_of(place.span)
        if place.role != "place" or not len(own) or own[-1] + 1 != first or own[0] < 1:
            continue
        before = own[0] - (2 if parse.lowers[own[0] - 1] == "the" else 1)
        return place if parse.lowers[before] in _JOINTS and _is_of_doers(part, own[0]) else None
    return None


def _is_of_doers(part: Part, token: int) -> bool:
    """Whether the sentence of a word has a verb whose subject, before it, is a place that does something."""
    parse, words = part.parse, clause_words.load("en")
    having = words.hosting | words.seeing
    first, _ = parse.sentences[parse.sentence_of(token)]
    for verb in range(first, token):
        if parse.pos[verb] == "VERB" and parse.lemmas[verb] not in having:
            who = next((c for c in parse.children[verb] if parse.deps[c] == "nsubj"), None)
            if who is not None and any(who in part.tokens_of(t.span) for t in part.toponyms if t.role == "place"):
                return True
    return False


def _by(parse: Parse, head: int, number: int) -> int | None:
    """Who stands after "by" with those counted: "26 renditions | by Turkey", "14 by Chad"."""
    below = [by for by in parse.children[head] if parse.lowers[by] == "by"]
    below += [number + 1] if parse.lowers[number + 1 : number + 2] == ["by"] else []
    nouns = (c for by in below for c in parse.children[by])
    return next((noun for noun in nouns if parse.deps[noun] == "pobj"), None)


def _agent(part: Part, candidate: Candidate) -> int | None:
    """Who did what is told of those counted in their own phrase: "the number of exiles abducted | by Chad"."""
    span = candidate.quantity.unit_span if candidate.quantity else None
    if span is None:
        return None
    parse, noun = part.parse, part.tokens_of(span)[-1]
    deeds = (c for c in parse.children[noun] if parse.tags[c] == "VBN" and c > noun)
    return next((agent(parse, c) for c in deeds if fates.is_deed(parse, c, candidate.measure)), None)


def _deed(parse: Parse, head: int, measure: str) -> int | None:
    """The verb over those counted that selects the measure."""
    at = head
    for _ in range(STEPS):
        if parse.heads[at] == at:
            return None
        at = parse.heads[at]
        if parse.pos[at] == "VERB":
            return at if fates.is_deed(parse, at, measure) else None
    return None

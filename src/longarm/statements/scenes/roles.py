"""Roles: who acts, who operates, under which programme, against which kind of people."""

import re

from longarm.codebook import loader
from longarm.codebook.assessments import assessments
from longarm.languages import clauses as clause_words
from longarm.languages import discourse as language
from longarm.model.statements import Roles
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.clauses import Clause, agent, is_passive, subject
from longarm.statements.counts.measures import measures_by_id
from longarm.statements.discourse.names import widen
from longarm.statements.parse import Parse
from longarm.statements.scenes import doers
from longarm.statements.scenes.operators import facility_methods, facility_nouns, named_in
from longarm.statements.scenes.perpetrators import perpetrator
from longarm.statements.text import Part

_PROGRAMME = re.compile(r"\b(?:Operation|Project|Campaign|Programme|Program)\s+[A-Z]\w+(?:\s+[A-Z]\w+)*")


def roles(frame: Frame, candidate: Candidate) -> Roles:
    """Who acts, who operates, under which programme, against which kind of people."""
    part = frame.text.parts[candidate.part]
    clause = part.clauses[candidate.clause]
    parse = part.parse
    start, end = parse.sentences[clause.sentence]
    sentence = parse.text[parse.starts[start] - parse.offset : parse.ends[end - 1] - parse.offset]
    programme = _PROGRAMME.search(sentence)
    passive = is_passive(parse, clause.head) or (candidate.stage == "charge" and _is_charged(part, clause.head))
    is_aim = candidate.kind == "purpose" and candidate.focus >= 0 and parse.tags[candidate.focus] == "VB"
    aim = candidate.focus if is_aim else clause.head
    doer: int | None
    if candidate.kind == "purpose" and doers.is_foiled(parse, aim):
        doer = None
    elif is_aim:  # "charged two men with using accounts to harass": it is the men who meant to
        doer = _meaning(parse, candidate.focus)
    elif candidate.kind == "purpose":
        doer = _aiming(parse, candidate.focus if candidate.focus >= 0 else candidate.anchor, clause.head)
    elif candidate.kind == "act" and candidate.method:
        doer = doers.actor(frame, candidate)
    elif passive:
        doer = agent(parse, clause.head)
    elif candidate.kind == "act":
        doer = doers.done_by(parse, clause.head)
    elif candidate.kind == "legal" and doers.is_resented(parse, candidate.anchor, clause.head):
        doer = None
    else:
        doer = subject(parse, clause.head)
    done_to = subject(parse, clause.head) if passive else _object(part, clause.head)
    operated = candidate.kind in ("presence", "purpose") or (candidate.kind == "figure" and _is_run(candidate.measure))
    if candidate.kind == "purpose":
        is_on_facilities = frame.topic.has(facility_methods()) and _is_of_facility(
            part, clause, candidate.focus if candidate.focus >= 0 else candidate.anchor
        )
        operated = is_on_facilities
    return Roles(
        actor="" if candidate.kind in ("figure", "quotation") else _party(part, doer),
        operator=frame.topic.declared_words if operated else named_in(frame.text.parts, perpetrator(part, candidate)),
        programme=programme.group() if programme else "",
        target=_category(part, done_to),
    )


def _is_run(measure: str) -> bool:
    """Whether a measure counts facilities that somebody runs, or what befell them."""
    known = measures_by_id()
    own = known.get(measure)
    return own is not None and any(known[id].kind == "stock" for id in (*own.of, measure))


def _is_charged(part: Part, head: int) -> bool:
    """Whether the subject of a charge is who is charged, though the predicate has no passive of its own: "two men,
    charged with spying", "was held and charged", "faces charges"."""
    parse, words = part.parse, language.load("en")
    if parse.lemmas[head] not in words.charging_verbs | words.bringing_verbs:
        return True
    return parse.tags[head] == "VBN" and not any(parse.deps[c] == "aux" for c in parse.children[head])


def _aiming(parse: Parse, aim: int, head: int) -> int | None:
    """Who has an aim that a noun or a gerund tells: who means to do what stands over it, else who undertakes it."""
    token = aim
    while parse.tags[token] != "VB":
        if token == head or parse.heads[token] == token:
            return doers.doer(parse, aim, head)
        token = parse.heads[token]
    return _meaning(parse, token)


def _meaning(parse: Parse, verb: int) -> int | None:
    """Who means to do what a "to ..." tells; nobody where it is demanded or imposed: "wants Freedonia to release them",
    "sentenced him to serve"."""
    is_demanded = any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[verb])
    over = parse.heads[verb]
    is_imposed = parse.lemmas[over] in assessments().requests | clause_words.load("en").judging and any(
        parse.deps[c] in ("dobj", "dative", "nsubjpass") for c in parse.children[over]
    )
    return None if parse.tags[verb] == "VB" and (is_demanded or is_imposed) else subject(parse, verb)


def _is_of_facility(part: Part, clause: Clause, aim: int) -> bool:
    """Whether a clause says what a facility is for: its subject, its object, what the aim hangs on, or "it"."""
    parse = part.parse
    who = subject(parse, clause.head)
    if who is not None and parse.lowers[who] in ("it", "they", "these", "those", "which", "that", "this"):
        return True
    nouns = [c for c in parse.children[clause.head] if parse.deps[c] in ("nsubj", "nsubjpass", "dobj", "obj", "attr")]
    nouns += [] if who is None else [who]
    nouns += [parse.heads[clause.head]] if clause.dep in ("relcl", "acl") else []
    token = aim
    while 0 <= token != clause.head and parse.heads[token] != token:
        token = parse.heads[token]
        nouns.append(token)
    return any(parse.lemmas[noun] in facility_nouns() for noun in nouns)


def _object(part: Part, head: int) -> int | None:
    return next((c for c in part.parse.children[head] if part.parse.deps[c] in ("dobj", "obj", "dative")), None)


def _party(part: Part, token: int | None) -> str:
    """The words for who acts: a name, or a noun with its modifiers; never the name of a person."""
    parse = part.parse
    if token is None or parse.pos[token] not in ("NOUN", "PROPN") or _is_person(part, token):
        return ""
    if parse.pos[token] == "PROPN":
        return parse.span(*widen(parse, token)).words
    first = min((c for c in parse.children[token] if parse.deps[c] in ("amod", "compound", "nmod")), default=token)
    return parse.span(min(first, token), token + 1).words


def _category(part: Part, token: int | None) -> str:
    """The kind of people that something is done to: a common noun with its modifiers, never a name."""
    parse = part.parse
    if token is None or parse.pos[token] != "NOUN":
        return ""
    if parse.lemmas[token] not in loader.people_nouns() and "family" not in parse.lemmas[token]:
        return ""
    first = min((c for c in parse.children[token] if parse.deps[c] in ("amod", "compound")), default=token)
    return parse.span(min(first, token), token + 1).words


def _is_person(part: Part, token: int) -> bool:
    start = part.parse.starts[token]
    return any(mention.span.start <= start < mention.span.end for mention in part.people)

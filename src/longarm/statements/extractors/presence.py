"""Presences: a facility or an operation that stands in a place abroad: who runs it there, where it stands, what houses
it, whose it is, what its door bears, that it opened or closed."""

import functools

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit
from longarm.codebook.loader import people_nouns
from longarm.languages import clauses as clause_words
from longarm.languages import replies
from longarm.model.statements import Toponym
from longarm.statements.candidates import Frame
from longarm.statements.clauses import Clause, agent, is_passive, subject
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of, facility_methods, facility_nouns, states_of
from longarm.statements.text import Part

_TAKING_PART = frozenset({"dobj", "obj", "nsubj", "nsubjpass", "attr", "pobj", "conj", "compound"})
_HELD = frozenset({"dobj", "obj", "nsubj", "nsubjpass", "attr", "conj"})


def presence(frame: Frame, part: Part, number: int, hits: list[Hit]) -> int | None:
    """The token of what a clause puts in a place: a facility with its place or operator, or, in a text on what a state
    keeps abroad, a site of any kind, or "it", somewhere in a town or a building; None where it puts nothing there."""
    clause = part.clauses[number]
    if _keeping().isdisjoint(part.parse.lemmas[clause.first : clause.last]):
        return None
    found = _facility(frame, part, clause, hits)
    if found is None and not any(hit.first <= clause.head < hit.last for hit in hits):
        found = _owned(frame, part, clause)
    return found if found is not None else _site(frame, part, clause, hits)


@functools.cache
def _keeping() -> frozenset[str]:
    """The lemmas of verbs by which a clause can tell of a presence."""
    words = assessments()
    return (
        words.presence_verbs | words.standing_verbs | words.answering_verbs | words.managing_verbs | words.posting_verbs
    ) | words.bearing_verbs


def _owned(frame: Frame, part: Part, clause: Clause) -> int | None:
    """The token of a site of which it is told whose it is ("answers to the bureau in", "is headed by a colonel"), of
    what its door bears, or of those whom a state has posted in a place."""
    parse, head, words = part.parse, clause.head, assessments()
    lemma, who = parse.lemmas[head], subject(parse, head)
    if who is None or parse.pos[head] not in ("VERB", "AUX"):
        return None
    if lemma in words.bearing_verbs:
        return _bearing(parse, clause, who)
    if lemma in words.posting_verbs and (is_passive(parse, head) or lemma == "patrol"):
        is_official = not words.authorities.isdisjoint(_named_with(parse, who))
        return who if is_official and _is_placed(frame, part, clause, who) else None
    if lemma in words.answering_verbs:
        is_told = any(parse.deps[c] in ("prep", "dative") and parse.lowers[c] == "to" for c in parse.children[head])
    elif lemma in words.managing_verbs and agent(parse, head) is not None:
        is_told = is_passive(parse, head) or (clause.dep == "acl" and parse.tags[head] == "VBN")
    else:
        return None
    if not is_told:
        return None
    if parse.lowers[who] in ("it", "they", "both"):
        return who if _is_known(frame, parse.starts[who]) else None
    is_site = parse.lemmas[who] in words.sites | facility_nouns() and parse.pos[who] in ("NOUN", "PROPN")
    return who if is_site and _is_abroad(frame, part, clause, who) else None


def _bearing(parse: Parse, clause: Clause, who: int) -> int | None:
    """The sign that a site bears, and that names a body of a state."""
    words = assessments()
    thing = next((c for c in parse.children[clause.head] if parse.deps[c] == "dobj"), who)
    sign = next((t for t in (thing, who) if parse.lemmas[t] in words.signs), None)
    if sign is None or not _is_official(parse, clause):
        return None
    is_at_site = parse.lemmas[who] in words.signs | words.sites | words.quarters | replies.load("en").premises
    return sign if is_at_site else None


def _is_official(parse: Parse, clause: Clause) -> bool:
    """Whether a clause names a body of a state, as a sign would."""
    known = assessments().authorities | assessments().stations
    return any(parse.lemmas[t] in known or parse.lowers[t] in known for t in clause.tokens)


def _named_with(parse: Parse, noun: int) -> set[str]:
    """The lemmas of a noun and of what stands with it: "officers of the directorate", "security men"."""
    low, high = parse.subtree(noun)
    return {parse.lemmas[t] for t in range(low, high)}


def _site(frame: Frame, part: Part, clause: Clause, hits: list[Hit]) -> int | None:
    """The token of a site that stands, is kept, opens or closes somewhere: "the rooms above housed a service post"."""
    parse, head, words = part.parse, clause.head, assessments()
    is_free = parse.lemmas[head] in words.standing_verbs and not any(hit.first <= head < hit.last for hit in hits)
    if not (parse.lemmas[head] in words.presence_verbs or is_free) or parse.pos[head] not in ("VERB", "AUX"):
        return None
    token = _standing(frame, part, head)
    if token is None or not (_is_abroad(frame, part, clause, token) and _is_placed(frame, part, clause, token)):
        return None
    return token


def is_lone_site(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a clause that tells of nothing else puts a site of any kind somewhere: "it has rooms in the old town"."""
    parse, head = part.parse, clause.head
    if parse.lemmas[head] not in assessments().presence_verbs | assessments().standing_verbs:
        return False
    token = _standing(frame, part, head)
    if token is None or not _is_placed(frame, part, clause, token):
        return False
    return not _is_of_others(parse, [t for t in (subject(parse, head), token) if t is not None])


def _standing(frame: Frame, part: Part, head: int) -> int | None:
    """What stands or is kept there: a site that a predicate has as its subject or object, or "it" where the text told
    of a facility before."""
    parse, sites = part.parse, facility_nouns() | assessments().sites
    own = {parse.deps[c]: c for c in parse.children[head] if parse.deps[c] in _STANDING}
    for dep in ("dobj", "attr", "nsubjpass", "nsubj"):
        token = own.get(dep)
        if token is not None and parse.lemmas[token] in sites and parse.pos[token] in ("NOUN", "PROPN"):
            return None if dep == "attr" and "expl" not in own else token
    token = own.get("nsubjpass", own.get("nsubj"))
    if token is None or parse.lowers[token] not in _STANDING_FOR or own.keys() & {"attr", "acomp", "dobj"}:
        return None
    if parse.lemmas[head] in clause_words.load("en").coming_out:
        return None  # "it emerged that"
    return token if _is_known(frame, parse.starts[token]) else None


def _is_known(frame: Frame, before: int) -> bool:
    """Whether a text told of a facility before a character."""
    known = facility_nouns() | assessments().stations
    return any(
        lemma in known and start < before
        for each in frame.text.parts
        for lemma, start in zip(each.parse.lemmas, each.parse.starts, strict=True)
    )


_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "expl"})
_STANDING_FOR = frozenset({"it", "they", "which", "that"})


def _is_abroad(frame: Frame, part: Part, clause: Clause, token: int) -> bool:
    """Whether a site may be one of a state in another: in a text on such facilities, by its owner and its place, or
    where it is told of one; no group, firm or people keeps it."""
    parse, who = part.parse, subject(part.parse, clause.head)
    keepers = [t for t in (who, token) if t is not None]
    if _is_of_others(parse, keepers):
        return False
    if frame.topic.has(facility_methods()) or frame.topic.declared or parse.pos[token] == "PRON":
        return True
    owners = {country for t in keepers for country in states_of(part, t)}
    own = (t for t in part.toponyms if t.role == "place" and part.within(t.span, clause.head, clause.last))
    is_elsewhere = bool(owners and {country_of(t) for t in own} - owners - {""})
    return is_elsewhere or any(parse.lemmas[t] in assessments().stations for t in keepers)


def _is_of_others(parse: Parse, keepers: list[int]) -> bool:
    """Whether a group, a firm, a court or people sought abroad keep a site."""
    named = [
        *keepers,
        *(c for t in keepers for c in parse.children[t] if parse.deps[c] in ("poss", "compound", "amod")),
    ]
    known = assessments().outsiders | assessments().courts | assessments().exiles
    return not known.isdisjoint({form for t in named for form in (parse.lemmas[t], parse.lowers[t].rstrip("s"))})


def _is_placed(frame: Frame, part: Part, clause: Clause, token: int) -> bool:
    """Whether a clause says where, and not at home: in a place by name, in or behind a building, or what houses it."""
    parse, known = part.parse, replies.load("en").premises | assessments().sites | assessments().quarters
    named = [t for t in part.toponyms if t.role == "place" and part.within(t.span, clause.first, clause.last)]
    home = {frame.topic.operator, frame.topic.declared} - {""}
    if any(country_of(t) not in home for t in named):
        return True
    for t in clause.tokens:
        is_under = parse.deps[t] == "pobj" and parse.lowers[parse.heads[t]] in _LOCATING
        if is_under and parse.lemmas[t] in known and t != token:
            return True
    who = subject(parse, clause.head)
    if who is not None and parse.tags[who] == "WDT" and clause.dep == "relcl":
        who = parse.heads[clause.head]
    return who is not None and who != token and parse.lemmas[who] in known


_LOCATING = frozenset(
    {"in", "at", "on", "above", "over", "behind", "inside", "within", "beneath", "below", "under", "near", "beside"}
    | {"opposite", "from", "to", "of"}
)


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
    has_it = parse.lemmas[clause.head] in clause_words.load("en").hosting | {"be"}
    host = parse.starts[who] if who is not None and has_it else -1
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

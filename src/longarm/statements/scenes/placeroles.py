"""Roles of places: what the words around a place make of it: where it is, where from or to, or only mentioned."""

from longarm.languages import clauses as clause_words
from longarm.languages import load
from longarm.model.spans import Span
from longarm.model.statements import Toponym
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.counts.fates import is_deed as is_deed_of
from longarm.statements.counts.measures import measures_by_id, people
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import facility_nouns
from longarm.statements.scenes.perpetrators import gapped_doer
from longarm.statements.text import Part

_AT = frozenset(
    {"in", "across", "through", "throughout", "within", "inside", "around", "on", "at", "over", "near", "outside", "of"}
)
_FROM = frozenset({"from", "out"})
_TO = frozenset({"to", "into", "toward", "towards", "home"})
_ASIDE = frozenset({"including", "include", "like", "besides", "except", "among"})


def role(frame: Frame, part: Part, candidate: Candidate, toponym: Toponym) -> str:
    """scope and site for "in X", from and to for movement, mentioned for the rest (actors, asides)."""
    parse = part.parse
    token = head_token(part, toponym.span)
    if token is None or _is_aside(part, token):
        return "mentioned"
    if candidate.kind == "figure" and _counts_for_another(part, candidate, token):
        return "mentioned"
    preposition = _preposition(part, token)
    if (own := _of_doer(part, candidate, token, preposition)) is not None:
        return own
    if preposition in _FROM:
        return "mentioned" if _is_origin(parse, candidate, token) else "from"
    if preposition in _TO:
        return "to"
    if preposition in _AT and preposition != "of":
        return "site"
    if candidate.kind != "figure" and toponym.place == frame.topic.declared:
        return "mentioned"
    if parse.deps[token] in ("nsubj", "nsubjpass") and toponym.place != frame.topic.declared:
        verb = parse.heads[token]
        if _is_felt(parse, verb):
            return "mentioned"
        words = clause_words.load("en")
        has_it = parse.lemmas[verb] in words.hosting | words.seeing | {"be"}
        return "site" if has_it or _is_ranked_with(part, candidate, verb) else "mentioned"
    if parse.deps[token] in ("compound", "nmod", "poss") and toponym.place != frame.topic.declared:
        return "site" if parse.lemmas[parse.heads[token]] in facility_nouns() else "mentioned"
    return "mentioned"


def _of_doer(part: Part, candidate: Candidate, token: int, preposition: str) -> str | None:
    """The role of a state that does what is counted, by the measure: "Norway expelled two", "two were expelled by" or
    "from Norway" are of Norway, whom Norway deports goes from it; None where it does nothing of that kind."""
    measure = measures_by_id().get(candidate.measure) if candidate.kind == "figure" else None
    if measure is None or measure.doer not in _ROLE_OF_DOER:
        return None
    parse, role = part.parse, _ROLE_OF_DOER[measure.doer]
    if parse.deps[token] == "nsubj":
        return role if _is_done(parse, parse.heads[token], candidate) else None
    if preposition == "by" and parse.deps[token] == "pobj":
        verb = parse.heads[parse.heads[token]]
        return role if _is_done(parse, verb, candidate) else None
    is_left = preposition in _FROM and candidate.measure == EXPELLED and parse.deps[token] == "pobj"
    return role if is_left and parse.pos[parse.heads[parse.heads[token]]] == "VERB" else None


EXPELLED = "expelled"  # the one measure of steps whose "from" is the state that takes them
_ROLE_OF_DOER = {"place": "site", "from": "from"}


def _is_done(parse: Parse, verb: int, candidate: Candidate) -> bool:
    """Whether the verb nearest over those counted does what the measure counts: "expelled two", "made 12 arrests"."""
    is_deed = parse.lemmas[verb] in clause_words.load("en").committing or is_deed_of(parse, verb, candidate.measure)
    return is_deed and _is_above(parse, verb, candidate.scope_head)


def _is_above(parse: Parse, verb: int, number: int) -> bool:
    at = number
    while parse.heads[at] != at:
        at = parse.heads[at]
        if parse.pos[at] in ("VERB", "AUX") or parse.heads[at] == at:
            return at == verb
    return False


def _is_origin(parse: Parse, candidate: Candidate, token: int) -> bool:
    """Whether a place only says of people where they are from ("14 officers from Belarus"), who are moved nowhere."""
    if candidate.kind != "figure" or candidate.measure in _MOVED or parse.deps[token] != "pobj":
        return False
    return parse.lemmas[parse.heads[token] - 1] in people()


_MOVED = frozenset({"returned", "deported", "abducted"})


def _is_felt(parse: Parse, verb: int) -> bool:
    """Whether a place is a state that only feels or knows something: "Norway is concerned over 12 arrests"."""
    told = (c for c in parse.children[verb] if parse.deps[c] in ("acomp", "attr", "oprd"))
    return parse.lemmas[verb] == "be" and any(parse.lemmas[c] in clause_words.load("en").regard for c in told)


def _is_ranked_with(part: Part, candidate: Candidate, verb: int) -> bool:
    """Whether a count tells where its place stands in a row: "Spain comes next with nine"."""
    parse, number = part.parse, candidate.scope_head
    preposition = parse.heads[number] if number >= 0 else -1
    is_with = preposition >= 0 and parse.lowers[preposition] == "with" and parse.deps[number] == "pobj"
    return is_with and parse.heads[preposition] == verb and parse.lemmas[verb] in ("come", "follow", "rank", "lead")


def _counts_for_another(part: Part, candidate: Candidate, token: int) -> bool:
    """Whether a place belongs to a smaller count inside this one: "several stations, including one in X"."""
    parse = part.parse
    unit = candidate.quantity.unit_head if candidate.quantity else ""
    if candidate.quantity and candidate.quantity.unit_span is None and gapped_doer(part, candidate) is not None:
        return False  # "Iran seized five critics in Peru and Laos three"
    others = {
        t
        for quantity in part.quantities
        if quantity.is_count and quantity.unit_head in ("", unit, *load("en").units.pronouns)
        for t in part.tokens_of(quantity.unit_span or quantity.span)
    }
    own = (candidate.scope_head, part.clauses[candidate.clause].head)
    for _ in range(8):
        if token in own or parse.heads[token] == token:
            return False
        token = parse.heads[token]
        if token in others and token != candidate.scope_head:
            return True
    return False


def is_near(part: Part, candidate: Candidate, span: Span) -> bool:
    """Whether a span lies in the clause or the words of a candidate."""
    clause = part.clauses[candidate.clause]
    first, last = min(clause.first, candidate.first), max(clause.last, candidate.last)
    return part.within(span, first, last)


def head_token(part: Part, span: Span) -> int | None:
    tokens = part.tokens_of(span)
    if not len(tokens):
        return None
    for token in tokens:
        if part.parse.heads[token] not in tokens or part.parse.heads[token] == token:
            return token
    return tokens[-1]


def _preposition(part: Part, token: int) -> str:
    """The preposition that a place stands under, through coordinated and apposed places."""
    parse = part.parse
    for _ in range(5):
        head = parse.heads[token]
        if parse.deps[token] == "pobj" and parse.pos[head] in ("ADP", "SCONJ", "VERB"):
            around = parse.heads[head]
            if parse.lowers[head] != "of" or parse.lemmas[around] not in _AREAS:
                return parse.lowers[head]
            token = around  # "on the outskirts of Lyon"
            continue
        is_part = parse.deps[token] in ("compound", "nmod", "poss", "amod") and parse.lemmas[head] in _AREAS
        is_part = is_part or (token < head and parse.words[token + 1] == "/")  # a place with its other name
        if parse.deps[token] not in ("conj", "appos") and not is_part:
            return ""
        token = head
    return ""


_AREAS = frozenset(
    {
        "area",
        "region",
        "province",
        "city",
        "district",
        "suburb",
        "neighbourhood",
        "neighborhood",
        "county",
        "state",
        "town",
    }
    | {
        "village",
        "countryside",
        "borough",
        "prefecture",
        "governorate",
        "outskirt",
        "island",
        "peninsula",
        "metropolis",
    }
)  # with a place's name before it the place itself, or the land around it: "in the Toronto area"


def _is_aside(part: Part, token: int) -> bool:
    """Whether a place is only an example or an aside: "including X", "besides X", "in addition to X"."""
    parse = part.parse
    for _ in range(6):
        head = parse.heads[token]
        if head == token:
            return False
        if parse.lowers[head] in _ASIDE or (parse.lowers[head] == "such" and parse.deps[head] == "amod"):
            return not any(parse.tags[c] == "CD" for c in parse.children[head])
        token = head
    return False

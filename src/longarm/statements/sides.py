"""Sides: how strongly the grammar makes a state the one that reaches across borders, or the host that answers it."""

import functools

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit, response_index
from longarm.languages import attributions, clauses, replies
from longarm.model.statements import Toponym
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of, facility_nouns
from longarm.statements.stance.falsity import accuses_of_falsehood
from longarm.statements.text import Part

FACILITY, ENVOY, EXILE, AUTHORITY = 24, 16, 8, 4  # weights of the nouns that a state's name stands with
SAYING = 1  # who only says something is whom a text tells of where it says of nobody else what it does
HOST = -12  # whose prosecutors and courts act is the host


def operates(part: Part, toponym: Toponym, acting: set[int]) -> int:
    """How strongly the grammar makes a state the one that reaches across borders, rather than the host.

    Its facilities and founding weigh most, then its embassies and agents and what it does by a method (tokens of the
    methods' cues: `acting`), then its exiles; a ministry or the police of a state may as well be the host's.
    """
    parse = part.parse
    token = parse.token_at(toponym.span.end - 1)
    if token is None:
        return 0
    head = parse.heads[token]
    lemma = parse.lemmas[head]
    if parse.deps[token] == "nsubj" and _takes_step(part, head):
        return HOST
    if parse.deps[head] == "agent" and _takes_step(part, parse.heads[head]):
        return HOST
    is_town = toponym.role == "place" and toponym.place != country_of(toponym)
    if is_town and lemma in facility_nouns():
        return 0  # "the Glasgow police station" is where it stands
    if toponym.role == "demonym" or parse.deps[token] in ("poss", "compound", "amod", "nmod"):
        if _is_principal(parse, head):
            return ENVOY
        if _is_host(part, head):
            return HOST
        return min(_weight(lemma), SAYING) if _speaks(parse, head) else _weight(lemma)
    if parse.deps[token] == "nsubj" and lemma in assessments().founding_verbs:
        made = {parse.lemmas[c] for c in parse.children[head] if parse.deps[c] == "dobj"}
        words = clauses.load("en")
        if not made.isdisjoint(words.inquiries | words.looking_into):
            return HOST
        return AUTHORITY if is_town else FACILITY
    if parse.deps[token] == "pobj" and parse.lowers[head] in ("of", "from") and parse.heads[head] != head:
        return _weight(parse.lemmas[parse.heads[head]])
    if parse.deps[token] in ("nsubjpass", "dobj") and lemma in replies.load("en").laying:
        return 0 if accuses_of_falsehood(parse, head) else ENVOY  # "was accused of poisoning him"
    if parse.deps[token] == "nsubj" and lemma in ("deny", "reject"):
        return EXILE
    if parse.deps[token] == "nsubj" and lemma in assessments().host_verbs:
        return HOST
    if _speaks(parse, token):
        return SAYING
    if lemma != "host" and (parse.deps[token] == "nsubj" or parse.deps[head] == "agent"):
        verbs = {head, *(c for c in parse.children[head] if parse.deps[c] == "xcomp")}
        return ENVOY if verbs & acting else AUTHORITY
    return 0


def _speaks(parse: Parse, body: int) -> bool:
    """Whether a state or a body of it only says or confirms something, which hosts and the accused alike do."""
    cue = attributions.load("en").verbs.get(parse.lemmas[parse.heads[body]])
    resolves = parse.lemmas[parse.heads[body]] in replies.load("en").resolving
    tells = (
        cue is not None
        and cue.kind in ("speech", "stance")
        and cue.attitude in ("asserts", "confirms", "asks")
        and not resolves
    )
    return tells and parse.deps[body] == "nsubj" and parse.lemmas[body] not in facility_nouns()


def _is_host(part: Part, body: int) -> bool:
    """Whether a body of a state does what hosts do: "French officials charged three men"."""
    parse = part.parse
    if parse.deps[body] != "nsubj" or parse.lemmas[body] not in assessments().authorities:
        return False
    return parse.lemmas[parse.heads[body]] in assessments().host_verbs or _takes_step(part, parse.heads[body])


def _takes_step(part: Part, verb: int) -> bool:
    """Whether a predicate tells a step that hosts take against those who act on their soil: "threw out the consul",
    "told it to shut the office"; not one that is said to answer theirs."""
    clause = part.clauses[part.clause_of(verb)]
    if clause.head != verb or any(part.parse.lemmas[t] in replies.load("en").retaliating for t in clause.tokens):
        return False
    lemmas, lowers = [part.parse.lemmas[t] for t in clause.tokens], [part.parse.lowers[t] for t in clause.tokens]
    at = clause.tokens.index(verb)
    return any(_is_of_host(hit) and hit.first <= at < hit.last for hit in response_index().find(lemmas, lowers))


def _is_of_host(step: Hit) -> bool:
    if step.entry == "protection":
        return "extradit" not in step.cue  # those who sent somebody may refuse to hand him over
    return step.entry in HOSTING or (step.entry == "warning" and step.cue.split()[0] in _DEMANDING)


HOSTING = frozenset({"expulsion", "closure-order", "sanction", "hotline", "charge"})


_DEMANDING = frozenset({"summon", "ask", "demand", "seek", "request", "want", "haul", "carpet", "await", "set"})


def _is_principal(parse: Parse, body: int) -> bool:
    """Whether a body of a state is the one that others work for: "agents of the Freedonian government"."""
    at = parse.heads[body]
    if parse.deps[body] != "pobj" or parse.lemmas[body] not in assessments().authorities:
        return False
    over = parse.lemmas[parse.heads[at]]
    return (parse.lowers[at] == "for" and over in _SERVING) or (parse.lowers[at] in ("of", "from") and over in _BIDDING)


_SERVING = frozenset({"work", "act", "spy", "operate", "agent", "run", "kill", "follow", "inform"})
_BIDDING = frozenset(
    {"behalf", "direction", "order", "behest", "request", "instruction", "agent", "control", "proxy", "name", "command"}
)


@functools.cache
def _reaching() -> frozenset[str]:
    """Nouns of a state's bodies and of that by which it reaches abroad."""
    return assessments().authorities | assessments().instruments | assessments().reaching


def _weight(noun: str) -> int:
    words = assessments()
    if noun in facility_nouns():
        return FACILITY
    if noun in words.courts:
        return HOST
    if noun in words.envoys:
        return ENVOY
    if noun in words.exiles:
        return EXILE
    return AUTHORITY if noun in _reaching() else 0

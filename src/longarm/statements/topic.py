"""Topic: what a text is about, as far as it decides how its words are to be taken."""

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from longarm.codebook import loader
from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit, method_index
from longarm.languages import attributions, clauses, replies
from longarm.model.statements import Toponym
from longarm.statements import operators
from longarm.statements.operators import country_of, facility_nouns
from longarm.statements.parse import Parse
from longarm.statements.sought import is_only_meant, is_sought
from longarm.statements.text import Part

TAKING = frozenset({"coercion-by-proxy", "detention-abroad"})  # methods of taking people


@dataclass(frozen=True, slots=True)
class Topic:
    """What a text is about.

    Attributes:
        methods: codebook ids to how much of the text is on each: words of cues, and facilities named.
        operator: country id of the state that most likely acts abroad, by which clauses are taken for an act of it, a
            defence or a response; a reading aid that no statement tells.
        declared: country id of the state that the words say runs the facilities (`operators.declared`), else empty.
        declared_words: the name the text gives it ("China"), else that of the gazetteer.
        countries: how many countries the text names, by name, demonym or a place in them.
        bodies: how many words it has for facilities, bodies of a state and people sought abroad.
    """

    methods: dict[str, int]
    operator: str
    declared: str = ""
    declared_words: str = ""
    countries: int = 0
    bodies: int = 0

    @property
    def is_relevant(self) -> bool:
        """Whether the text can tell of repression across borders: it has a method's cue, names a country, or speaks of
        bodies of a state or of people sought abroad."""
        return bool(self.methods) or self.countries > 0 or self.bodies > 0

    def has(self, methods: Sequence[str]) -> bool:
        """Whether the text is on one of these methods."""
        return any(method in self.methods for method in methods)

    @property
    def main_method(self) -> str:
        """The method with the most cues, empty where there is none."""
        return max(self.methods, key=lambda method: (self.methods[method], method), default="")


def topic(parts: Sequence[Part], hits: Sequence[Sequence[Hit]], judged: Sequence[Sequence[Sequence[Hit]]]) -> Topic:
    """The topic of a text, from its parts, the method cues of each part and the `judgements` of each."""
    methods = _methods(parts, hits)
    scores: Counter[str] = Counter()
    for part, found in zip(parts, hits, strict=True):
        acting = {token for hit in found for token in range(hit.first, hit.last)}
        for toponym in part.toponyms:
            country = country_of(toponym)
            if not country:
                continue
            scores[country] += _operates(part.parse, toponym, acting)
    countries = len({c for part in parts for t in part.toponyms if (c := country_of(t))})
    known = _bodies()
    bodies = sum(lemma in known for part in parts for lemma in part.parse.lemmas)
    best = max(scores, key=lambda country: (scores[country], country), default="")
    declared = operators.declared(parts, judged)
    likely = declared or (best if best and scores[best] > 0 else "")
    return Topic(dict(methods), likely, declared, operators.named_in(parts, declared), countries, bodies)


def _methods(parts: Sequence[Part], hits: Sequence[Sequence[Hit]]) -> Counter[str]:
    """How much of the text each method has: the words of its cues, one cue a place, and every facility named."""
    scores: Counter[str] = Counter()
    for part, found in zip(parts, hits, strict=True):
        counted: dict[str, int] = {}
        for hit in found:
            if hit.first >= counted.get(hit.entry, 0):
                scores[hit.entry] += hit.weight
                counted[hit.entry] = hit.last
        for method, nouns in _stocks():
            if method in scores:
                scores[method] += sum(lemma in nouns for lemma in part.parse.lemmas)
    return scores


@functools.cache
def _stocks() -> tuple[tuple[str, frozenset[str]], ...]:
    """The first method of each measure that counts what stands open, with the head nouns of the measure."""
    stocks = (measure for measure in loader.measures() if measure.kind == "stock" and measure.methods)
    return tuple((stock.methods[0], frozenset(noun.split()[-1] for noun in stock.nouns)) for stock in stocks)


@functools.cache
def _bodies() -> frozenset[str]:
    """Nouns of facilities, bodies of a state and people sought abroad."""
    return facility_nouns() | assessments().authorities | assessments().exiles


@functools.cache
def _reaching() -> frozenset[str]:
    """Nouns of a state's bodies and of that by which it reaches abroad."""
    return assessments().authorities | assessments().instruments | assessments().reaching


def _operates(parse: Parse, toponym: Toponym, acting: set[int]) -> int:
    """How strongly the grammar makes a state the one that reaches across borders, rather than the host.

    Its facilities and founding weigh most, then its embassies and agents and what it does by a method (tokens of the
    methods' cues: `acting`), then its exiles; a ministry or the police of a state may as well be the host's.
    """
    token = parse.token_at(toponym.span.end - 1)
    if token is None:
        return 0
    head = parse.heads[token]
    lemma = parse.lemmas[head]
    is_town = toponym.role == "place" and toponym.place != country_of(toponym)
    if is_town and lemma in facility_nouns():
        return 0  # "the Glasgow police station" is where it stands
    if toponym.role == "demonym" or parse.deps[token] in ("poss", "compound", "amod", "nmod"):
        if _is_principal(parse, head):
            return ENVOY
        if _is_host(parse, head):
            return HOST
        return min(_weight(lemma), SAYING) if _speaks(parse, head) else _weight(lemma)
    if parse.deps[token] == "nsubj" and lemma in assessments().founding_verbs:
        made = {parse.lemmas[c] for c in parse.children[head] if parse.deps[c] == "dobj"}
        return HOST if made & _INQUIRIES else AUTHORITY if is_town else FACILITY
    if parse.deps[token] == "pobj" and parse.lowers[head] in ("of", "from") and parse.heads[head] != head:
        return _weight(parse.lemmas[parse.heads[head]])
    if parse.deps[token] in ("nsubjpass", "dobj") and lemma in replies.load("en").laying:
        return ENVOY  # "was accused of poisoning him"
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
        cue is not None and cue.kind == "speech" and cue.attitude in ("asserts", "confirms", "asks") and not resolves
    )
    return tells and parse.deps[body] == "nsubj" and parse.lemmas[body] not in facility_nouns()


FACILITY, ENVOY, EXILE, AUTHORITY = 24, 16, 8, 4  # weights of the nouns that a state's name stands with
SAYING = 1  # who only says something is whom a text tells of where it says of nobody else what it does
HOST = -12  # whose prosecutors and courts act is the host


def _is_host(parse: Parse, body: int) -> bool:
    """Whether a body of a state does what hosts do: "French officials charged three men"."""
    is_doing = parse.deps[body] == "nsubj" and parse.lemmas[body] in assessments().authorities
    return is_doing and parse.lemmas[parse.heads[body]] in assessments().host_verbs


def _is_principal(parse: Parse, body: int) -> bool:
    """Whether a body of a state is the one that others work for: "agents of the Freedonian government"."""
    at = parse.heads[body]
    if parse.deps[body] != "pobj" or parse.lemmas[body] not in assessments().authorities:
        return False
    over = parse.lemmas[parse.heads[at]]
    return (parse.lowers[at] == "for" and over in _SERVING) or (parse.lowers[at] in ("of", "from") and over in _BIDDING)


_INQUIRIES = frozenset({"investigation", "inquiry", "enquiry", "probe", "case", "review", "trial", "hotline"})
_SERVING = frozenset({"work", "act", "spy", "operate", "agent", "run", "kill", "follow", "inform"})
_BIDDING = frozenset(
    {"behalf", "direction", "order", "behest", "request", "instruction", "agent", "control", "proxy", "name", "command"}
)


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


def hits(part: Part) -> tuple[Hit, ...]:
    """The method cues of a passage, sentence by sentence; first and last count tokens of the passage. An arrest that
    is only sought ("a bounty for the arrest of") is no sign of a method of taking people."""
    parse = part.parse
    found = []
    for first, last in parse.sentences:
        for hit in method_index().find(parse.lemmas[first:last], parse.lowers[first:last]):
            if _is_not_taken(parse, hit, range(hit.first + first, hit.last + first)):
                continue
            if not _befalls_others(parse, hit.first + first, hit.last + first - 1):
                found.append(Hit(hit.entry, hit.cue, hit.first + first, hit.last + first, hit.weight, hit.rank))
    return tuple(found)


def _befalls_others(parse: Parse, noun: int, verb: int) -> bool:
    """Whether what a cue has done to people is done to others, whose they are, or by them: "relatives of two activists
    detained at sea", "relatives held a press conference"."""
    words = clauses.load("en")
    people = assessments().exiles | assessments().outsiders
    if parse.lemmas[noun] not in people or parse.lemmas[verb] not in words.seizing | words.judging:
        return False
    if parse.deps[verb] == "acl" and parse.tags[verb] == "VBN":
        over = parse.heads[parse.heads[verb]]
        return parse.lowers[over] == "of" and parse.heads[over] == noun
    deps = {parse.deps[c] for c in parse.children[verb]}
    return parse.deps[noun] == "nsubj" and parse.heads[noun] == verb and "dobj" in deps and "auxpass" not in deps


def _is_not_taken(parse: Parse, hit: Hit, tokens: range) -> bool:
    """Whether a cue of taking people tells what is only sought; a threat to take relatives is a deed nevertheless."""
    if hit.entry not in TAKING:
        return False
    is_meant = hit.entry == "detention-abroad" and any(is_only_meant(parse, t) for t in tokens)
    return is_meant or any(is_sought(parse, t) for t in tokens)


def judgements(part: Part) -> tuple[tuple[Hit, ...], ...]:
    """For each clause of a passage the cues of law, remedy and host-state response; tokens count in the clause."""
    parse = part.parse
    index = assessments().judgements
    return tuple(
        index.find([parse.lemmas[t] for t in clause.tokens], [parse.lowers[t] for t in clause.tokens])
        for clause in part.clauses
    )

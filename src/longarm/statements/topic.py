"""Topic: what a text is about, as far as it decides how its words are to be taken."""

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from longarm.codebook import loader
from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit, method_index
from longarm.languages import clauses
from longarm.statements.parse import Parse
from longarm.statements.scenes import operators
from longarm.statements.scenes.operators import country_of, facility_nouns
from longarm.statements.sides import HOST, operates
from longarm.statements.stance.sought import is_only_meant, is_sought
from longarm.statements.text import Part

TAKING = frozenset({"coercion-by-proxy", "detention-abroad"})  # methods of taking people
# Methods whose words are said every day of what no state does: "sued each other for libel".
EVERYDAY = frozenset(
    {"coercion-by-proxy", "persuasion-to-return", "lawfare", "notice-abuse", "asset-freeze", "assault", "exit-ban"}
)


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
        sureness: how much speaks for the operator; up to `sides.AUTHORITY` it only does or says something.
        hosts: country ids of the states that take a step against those who act on their soil.
    """

    methods: dict[str, int]
    operator: str
    declared: str = ""
    declared_words: str = ""
    countries: int = 0
    bodies: int = 0
    sureness: int = 0
    hosts: frozenset[str] = frozenset()

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
    host = ""
    hosts: set[str] = set()
    for part, found in zip(parts, hits, strict=True):
        acting = {token for hit in found for token in range(hit.first, hit.last)}
        for toponym in part.toponyms:
            country = country_of(toponym)
            if not country:
                continue
            weight = operates(part, toponym, acting)
            host = host or (country if weight == HOST else "")
            hosts.update([country] if weight == HOST else ())
            scores[country] += 0 if weight == HOST and country != host else weight  # who pays the host back is none
    countries = len({c for part in parts for t in part.toponyms if (c := country_of(t))})
    known = _bodies()
    bodies = sum(lemma in known for part in parts for lemma in part.parse.lemmas)
    best = max(scores, key=lambda country: (scores[country], country), default="")
    declared = operators.declared(parts, judged)
    likely = declared or (best if best and scores[best] > 0 else "")
    named = operators.named_in(parts, declared)
    return Topic(dict(methods), likely, declared, named, countries, bodies, scores[best], frozenset(hosts))


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


def _forms(parse: Parse, tokens: Sequence[int]) -> tuple[list[str], list[str]]:
    return [parse.lemmas[t] for t in tokens], [parse.lowers[t] for t in tokens]


def hits(part: Part) -> tuple[Hit, ...]:
    """The method cues of a passage, sentence by sentence; first and last count tokens of the passage. An arrest that
    is only sought ("a bounty for the arrest of") is no sign of a method of taking people."""
    parse = part.parse
    found = []
    for first, last in parse.sentences:
        for hit in method_index().find(parse.lemmas[first:last], parse.lowers[first:last]):
            if _is_not_taken(parse, hit, range(hit.first + first, hit.last + first)):
                continue
            is_named = hit.cue.startswith(_PEOPLE)
            if not _befalls_others(parse, hit.first + first, hit.last + first - 1, is_named):
                found.append(Hit(hit.entry, hit.cue, hit.first + first, hit.last + first, hit.weight, hit.rank))
    return tuple(found)


def grounded(parts: Sequence[Part], hits: tuple[tuple[Hit, ...], ...]) -> tuple[tuple[Hit, ...], ...]:
    """The cues of a text, without those of what neighbours and firms do to each other every day where it names
    no country, no body of a state and nobody and nothing that crosses a border."""
    known = assessments().crossing | assessments().authorities | assessments().exiles
    for part in parts:
        if not known.isdisjoint(part.parse.lemmas) or any(country_of(t) for t in part.toponyms):
            return hits
    return tuple(tuple(hit for hit in found if hit.entry not in EVERYDAY) for found in hits)


_PEOPLE = ("<exile>", "<kin>")  # cues that begin with those whom something befalls
_UNDERGOING = frozenset({"lose", "get", "receive", "have", "suffer", "face", "be", "remain"})


def _befalls_others(parse: Parse, noun: int, verb: int, is_named: bool) -> bool:
    """Whether what a cue has done to people is done to others, whose they are, or by them: "relatives of two activists
    detained at sea", "relatives held a press conference", "reporters filmed the gate".

    Args:
        is_named: whether the cue says by its list whom it befalls.
    """
    words = clauses.load("en")
    who, deed, known = parse.lemmas[noun], parse.lemmas[verb], assessments()
    is_known = (who in known.exiles or who in known.outsiders) and (deed in words.seizing or deed in words.judging)
    if not is_known and not (is_named and parse.pos[verb] == "VERB" and parse.lemmas[verb] not in _UNDERGOING):
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
    return tuple(judged(part.parse, clause.tokens) for clause in part.clauses)


def judged(parse: Parse, tokens: tuple[int, ...]) -> tuple[Hit, ...]:
    """The cues of law, remedy and host-state response in some words, whose tokens count among these.

    Where they hold none that is sure, their skeleton is looked at, without what says of the nouns which: "the case |
    against the former officer | was thrown out".
    """
    index = assessments().judgements
    found = index.find(*_forms(parse, tokens))
    if len(tokens) < LONGEST_PLAIN or any(hit.weight >= SURE for hit in found):
        return found
    kept = [at for at, token in enumerate(tokens) if not _hangs_on_noun(parse, token)]
    if len(kept) == len(tokens):
        return found
    hits = index.find(*_forms(parse, [tokens[at] for at in kept]))
    spread = (replace(hit, first=kept[hit.first], last=kept[hit.last - 1] + 1) for hit in hits)
    return (*found, *(hit for hit in spread if hit not in found))


SURE = 3  # words of a cue that leave little doubt
LONGEST_PLAIN = 6  # tokens of a clause that no gap of a cue is too short for


def _hangs_on_noun(parse: Parse, token: int) -> bool:
    """Whether a token describes the noun behind it, or belongs to what says of a noun before it which one it is."""
    start = token
    for _ in range(DEEPEST):
        over = parse.heads[token]
        if over == token:
            return False
        if token == start and parse.deps[token] in _DESCRIBING and over > token:
            return True
        if parse.deps[token] in ("prep", "acl", "relcl", "appos") and parse.pos[over] in ("NOUN", "PROPN", "PRON"):
            return token > over
        token = over
    return False


_DESCRIBING = frozenset({"det", "amod", "nummod", "poss", "case"})
DEEPEST = 12  # steps up from a word

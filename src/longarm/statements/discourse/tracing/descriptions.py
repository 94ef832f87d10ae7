"""Descriptions: a common noun as the best name that a text has for a party: "Chinese authorities"."""

from longarm.languages import discourse as language
from longarm.statements.discourse import called, nouns
from longarm.statements.discourse.antecedents import subject_before
from longarm.statements.discourse.names import is_date
from longarm.statements.discourse.several import many_before
from longarm.statements.discourse.tracing import pronouns
from longarm.statements.discourse.tracing.tracer import Traced, Tracer
from longarm.statements.parse import Parse

_WITHIN = frozenset({"in", "of", "for", "at", "from", "and"})  # in the name of an owner, before which "’s" reads badly
_WHOSE = frozenset(
    {"for", "of", "at", "from", "in", "to", "with", "within", "inside", "behind"}
)  # before what tells it
_BESIDE = frozenset({"with", "to"})  # before whom a work is laid
LONGEST = 9  # tokens of the phrase that tells whose or of what somebody is


def described(tracer: Tracer, head: int) -> Traced:
    """Any noun as its own description."""
    return Traced(description(tracer, head))


def description(tracer: Tracer, head: int) -> str:
    """A common noun with its modifiers and its institution: "Chinese authorities", "spokesperson for the ministry"."""
    parse, words = tracer.part.parse, language.load("en")
    first, last, lemma = head, head + 1, parse.lemmas[head]
    for child in parse.children[head]:
        dep = parse.deps[child]
        if child < head and dep in ("amod", "compound", "poss", "nmod", "nummod") and not is_date(parse, child):
            first = min(first, parse.subtree(child)[0])
        if child == head + 1 and dep == "prep" and parse.lowers[child] in _WHOSE:
            if parse.lowers[child] in _BESIDE and lemma in words.works | words.records | words.declaring_nouns:
                continue  # "a complaint with the court" is a complaint
            low, high = parse.subtree(child)
            high = next((i for i in range(low, high) if parse.words[i] == "," or is_date(parse, i)), high)
            high -= parse.deps[high - 1] == "cc"  # "investigators in Porto and a judge"
            is_telling = any(parse.pos[i] == "PROPN" for i in range(low, high)) or _tells_who(parse, head, child)
            if high - low <= LONGEST and is_telling:
                last = high
        if child == head + 1 and parse.lemmas[child] in words.near_adjectives and lemma in words.vague_people:
            last = min(parse.subtree(child)[1], child + LONGEST)  # "people familiar with the inquiry"
    while first > 0 and "-" in parse.words[first - 1 : first + 1] and parse.ends[first - 1] == parse.starts[first]:
        first -= 1  # "34-year-old" is several tokens
    while first < head and (parse.pos[first] in ("DET", "PUNCT") or parse.lowers[first] == "same"):
        first += 1
    if (whose := _whose(tracer, head, first)) is not None:
        return _of(*whose)
    if parse.tags[first] == "PRP$" and first < head and (owner := _owner(tracer, first)):
        return _of(owner, parse.span(first + 1, last).words)
    return parse.span(nouns.past_kind(parse, first, last), last).words


def _tells_who(parse: Parse, head: int, preposition: int) -> bool:
    """Whether a phrase tells which people somebody is of: "officials in the capital", "counsel for the applicant"."""
    words = language.load("en")
    of = next((c for c in parse.children[preposition] if parse.deps[c] == "pobj"), None)
    people = words.persons | words.callings | words.spokespersons | words.kin
    if of is None or parse.lemmas[of] in words.works | words.talks | words.records:
        return False
    if parse.lemmas[head] in words.vague_people:
        return True
    return parse.lemmas[head] in people and any(parse.deps[c] in ("det", "poss") for c in parse.children[of])


def _whose(tracer: Tracer, head: int, first: int) -> tuple[str, str] | None:
    """A person and what somebody is to the person: "Ms Example’s brother", by the fullest name of the person."""
    parse = tracer.part.parse
    owner = next((c for c in parse.children[head] if parse.deps[c] == "poss"), None)
    if owner is None or owner < first or parse.tags[owner] == "PRP$":
        return None
    name = called.person(tracer.part, tracer.discourse, owner)
    rest = parse.subtree(owner)[1]
    is_own = parse.lowers[rest - 1] in ("'s", "’s", "'", "’") and rest <= head
    return (name, parse.span(rest, head + 1).words) if name and is_own else None


def _of(owner: str, words: str) -> str:
    """Somebody by whose she is: "Ana Example’s lawyer", "owner of the bar in Porto"."""
    if any(word in _WITHIN for word in owner.split()):
        return f"{words} {'for' if words.lower() in language.load('en').spokespersons else 'of'} {owner}"
    return f"{owner}{'’' if owner.endswith('s') else '’s'} {words}"


def _owner(tracer: Tracer, pronoun: int) -> str:
    """Whose somebody is, by name: "his spokesman" is that of who was named before; empty where nobody was."""
    parse = tracer.part.parse
    kind = language.load("en").pronouns.get(parse.lowers[pronoun])
    if kind == "either":
        many = many_before(tracer.part, pronoun)
        return _before(tracer, pronoun, kind) if many is None else uncounted(tracer, many).name
    if kind not in ("person", "organisation"):
        return ""
    noun = subject_before(tracer.part, pronoun, kind)
    if noun is None:
        return _before(tracer, pronoun, kind)
    name = "" if tracer.part.parse.tags[noun] == "PRP" else tracer.of(noun).name
    return "" if name.lower() in language.load("en").pronouns else name


def _before(tracer: Tracer, pronoun: int, kind: str) -> str:
    """Whose somebody is, where a passage opens with "Its director": that of who spoke in the passage before."""
    found = pronouns.earlier(tracer, pronoun, kind)
    return "" if found is None else found.name


def uncounted(tracer: Tracer, noun: int) -> Traced:
    """Those of whom some speak, without their number: "71 of 102 staff" are staff."""
    parse = tracer.part.parse
    number = max((c for c in parse.children[noun] if parse.deps[c] == "nummod" and c < noun), default=None)
    return tracer.of(noun) if number is None else Traced(parse.span(number + 1, noun + 1).words)

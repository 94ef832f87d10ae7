"""Sites: which places of its clause a figure may count in; not where people only live, nor those of another phrase."""

from collections.abc import Sequence
from dataclasses import replace

from longarm.model.statements import PlaceMention, Toponym
from longarm.statements.candidates import Candidate
from longarm.statements.counts import counting, measures
from longarm.statements.parse import Parse
from longarm.statements.text import Part

STEPS = 4  # steps up from a place to the word of living that it hangs on
_LIVING = frozenset(
    {"reside", "live", "base", "settle", "dwell", "resident", "bear", "raise", "study", "work", "exile", "domicile"}
)
_COMING = frozenset(
    {"return", "travel", "fly", "go", "come", "arrive", "land", "visit", "enter", "move", "trip", "journey", "flight"}
    | {"arrival", "holiday", "lure"}
)
_WHEN = frozenset({"after", "when", "once", "upon", "on", "while", "as", "during", "before"})
_HELD = frozenset({"detained", "arrested"})  # measures of what happens where people have just arrived


def without_homes(part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of a figure, those where people only live no longer sites, where they were elsewhere when it happened:
    "two students living in Spain were held after they returned to Peru" counts in Peru.
    """
    parse, predicate = part.parse, part.clauses[candidate.clause].head
    mentions = [
        replace(m, role="mentioned") if m.role == "site" and _is_of_another(part, candidate, m) else m for m in mentions
    ]
    is_home = any(m.role == "site" and is_lived_in(part, m) for m in mentions)
    arrival = _arrival(part, predicate)
    if not is_home:
        bare = candidate.measure in _HELD and arrival is not None and all(m.role != "site" for m in mentions)
        return [PlaceMention(arrival, "site"), *_others(mentions, arrival)] if bare and arrival else list(mentions)
    begin = parse.starts[predicate]
    after = any(m.role == "site" and m.toponym.span.start > begin and not is_lived_in(part, m) for m in mentions)
    if arrival is None and not after:
        return list(mentions)
    kept = [
        replace(m, role="mentioned")
        if m.role == "site" and (m.toponym.span.start < begin or is_lived_in(part, m))
        else m
        for m in mentions
    ]
    return kept if after or arrival is None else [PlaceMention(arrival, "site"), *_others(kept, arrival)]


def of_own_phrase(part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places, sites outside the phrase of a counted event no longer sites, where the phrase has its own place:
    "after the removal of 40 men from Chad, exiles in Mali fear", or those outside it are of others."""
    parse = part.parse
    top = counting.top(parse, candidate.scope_head)
    low, high = parse.subtree(top)
    own = [m for m in mentions if m.role == "from" and part.within(m.toponym.span, low, high)]
    if _is_of_people(parse, candidate.scope_head):
        low, high = parse.subtree(candidate.scope_head)
    elif top == candidate.scope_head or not own:
        return list(mentions)
    return [
        replace(m, role="mentioned") if m.role == "site" and not part.within(m.toponym.span, low, high) else m
        for m in mentions
    ]


def _is_of_people(parse: Parse, head: int) -> bool:
    """Whether others are told of, whose kin or friends those counted are: "the kin of 12 exiles met in Lisbon"."""
    above = parse.heads[parse.heads[head]]
    is_of = parse.deps[head] == "pobj" and parse.lowers[parse.heads[head]] == "of"
    people = measures.people() | measures.kin()
    return is_of and parse.lemmas[head] in people and parse.lemmas[above] in people


def _others(mentions: Sequence[PlaceMention], arrival: Toponym) -> list[PlaceMention]:
    return [m for m in mentions if m.toponym.span != arrival.span]


def is_lived_in(part: Part, mention: PlaceMention) -> bool:
    """Whether a place hangs on a word of living that is told of a noun: "residing in", "based in", "resident in"."""
    living = _living(part, mention)
    return living is not None and part.parse.deps[living] in (*_TOLD_OF, "nsubj", "nsubjpass")


def _living(part: Part, mention: PlaceMention) -> int | None:
    parse, tokens = part.parse, part.tokens_of(mention.toponym.span)
    at = tokens[-1] if len(tokens) else 0
    for _ in range(STEPS):
        at = parse.heads[at]
        if parse.lemmas[at] in _LIVING:
            return at
    return None


_TOLD_OF = ("acl", "relcl", "amod", "appos")


def _is_of_another(part: Part, candidate: Candidate, mention: PlaceMention) -> bool:
    """Whether a place is where others than those counted live: "the seizure of five alarmed exiles living in Chad"."""
    parse, living = part.parse, _living(part, mention)
    if living is None or parse.deps[living] not in _TOLD_OF:
        return False
    at = parse.heads[living]
    while parse.deps[at] in ("appos", "conj") and at != candidate.scope_head:
        at = parse.heads[at]
    return at != candidate.scope_head and candidate.scope_head not in range(*parse.subtree(at))


def _arrival(part: Part, predicate: int) -> Toponym | None:
    """Where those counted went before or as it befell them: "after they returned to Peru", "on arrival in Lima"."""
    parse = part.parse
    for child in parse.children[predicate]:
        if child < predicate or parse.deps[child] not in ("advcl", "prep") or not _is_when(parse, child):
            continue
        low, high = parse.subtree(child)
        if not any(parse.lemmas[token] in _COMING for token in range(low, min(high, child + STEPS))):
            continue
        for toponym in part.toponyms:
            tokens = part.tokens_of(toponym.span)
            if toponym.role == "place" and len(tokens) and low <= tokens[0] < high and _is_reached(parse, tokens[0]):
                return toponym
    return None


def _is_when(parse: Parse, child: int) -> bool:
    words = [parse.lowers[child], *(parse.lowers[c] for c in parse.children[child] if c < child)]
    return not _WHEN.isdisjoint(words)


def _is_reached(parse: Parse, token: int) -> bool:
    """Whether a place is gone to ("to Peru", "in Lima", "visited Peru") and not left."""
    before = parse.lowers[token - 1] if parse.lowers[token - 1] != "the" else parse.lowers[token - 2]
    return before in ("to", "in", "into", "at") or parse.lemmas[token - 1] in _COMING

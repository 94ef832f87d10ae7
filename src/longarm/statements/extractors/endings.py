"""Endings: where the words of one figure end, before those of the next or of what is told of all."""

from longarm.model.statements import Quantity
from longarm.statements.counts import counting
from longarm.statements.text import Part

_ASIDES = frozenset({"under", "by", "with", "as", "according", "via", "amid", "through", "after", "before", "during"})
EXAMPLES = frozenset({"among", "including", "such", "notably", "mainly", "mostly", "especially", "particularly", "led"})
_LOOSE = frozenset({"to", "not", "up", "down", "compared", "including", "versus", "against"})


def phrase_end(part: Part, preposition: int, after: int) -> int:
    """One past the last token of a prepositional phrase without the means and company that are told after its noun."""
    parse = part.parse
    last = parse.subtree(preposition)[1]
    asides = (t for t in range(after, last) if parse.deps[t] == "prep" and parse.lowers[t] in _ASIDES)
    last = next(asides, last)
    examples = (t for t in range(after, last - 1) if parse.words[t] == "," and parse.lowers[t + 1] in EXAMPLES)
    return next(examples, last)


def told_of(part: Part, quantity: Quantity, verb: int) -> int:
    """One past what is told of the subject counted where this is a clause below the predicate, 0 where there is none:
    "300 students had their grants cut", "half of the guards said that they hide"."""
    parse, head = part.parse, counting.top(part.parse, counting.counted(part, quantity))
    if parse.deps[head] not in ("nsubj", "nsubjpass") or parse.heads[head] != verb:
        return 0
    below = [c for c in parse.children[verb] if parse.deps[c] == "ccomp" and c > verb]
    return parse.subtree(below[-1])[1] if below else 0


def before_predicate(part: Part, quantity: Quantity, predicate: int) -> int | None:
    """One past the last of several subjects counted, whose predicate is told of all: "two in Lyon and one in Nice were
    shut"."""
    parse, head = part.parse, counting.counted(part, quantity)
    if parse.deps[head] not in ("conj", "appos") or head > predicate:
        return None
    last = parse.subtree(head)[1]
    after = last + 1 if parse.words[last : last + 1] == [","] else last
    helping = [c for c in parse.children[predicate] if parse.deps[c] in ("aux", "auxpass") and c < predicate]
    return last if after in (predicate, *helping) else None


def with_date(part: Part, last: int) -> int:
    """One past a date that a preposition ties to a count right before it: "to 11,048 | in 2016"."""
    parse = part.parse
    if parse.lowers[last : last + 1] not in (["in"], ["during"], ["by"], ["on"]):
        return last
    dates = (part.tokens_of(mention.span) for mention in part.times)
    return next((date[-1] + 1 for date in dates if len(date) and last <= date[0] <= last + 1), last)


def without_loose_end(part: Part, least: int, last: int) -> int:
    """One past the last token, without words that only lead on to the next count: "11 offices, up | from nine"."""
    parse = part.parse
    while last > least:
        end = last - 1
        leads = parse.pos[end] in ("ADP", "SCONJ") and any(c >= last for c in parse.children[end])
        among = parse.lowers[end - 1 : last] in (["among", "them"], ["among", "whom"])
        leads = leads or _is_of_next(part, end, least, last)
        if not (leads or among or parse.lowers[end] in _LOOSE or parse.words[end] in (",", "(")):
            return last
        last = end - among
    return last


def _is_of_next(part: Part, end: int, least: int, last: int) -> bool:
    """Whether a word joined to what stands before the count has the next count as its own: "asked 27 states to hand |
    over 40", "the detention of 30 and the beating | of five"."""
    parse, above = part.parse, part.parse.heads[end]
    if parse.deps[end] in ("det", "cc"):
        return above < least or above >= last
    if parse.deps[end] not in ("xcomp", "conj") or above >= least:
        return False
    own = ("dobj",) if parse.pos[end] == "VERB" else ("prep",)
    return any(parse.deps[c] in own and c >= last for c in parse.children[end])

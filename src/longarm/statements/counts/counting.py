"""Counting: which measure a quantity is a figure of, from what is counted and what is said to have happened to it."""

from longarm.codebook.assessments import assessments
from longarm.codebook.terms import Measure
from longarm.languages import clauses as clause_words
from longarm.languages import load
from longarm.model.statements import Quantity
from longarm.statements.counts import fates, measures
from longarm.statements.counts.parted import is_whole
from longarm.statements.discourse.names import head_of
from longarm.statements.parse import Parse
from longarm.statements.text import Part
from longarm.statements.topic import Topic


def counted(part: Part, quantity: Quantity) -> int:
    """The token of the counted noun, else of the quantity itself."""
    if quantity.unit_span is not None:
        head = head_of(part.parse, quantity.unit_span.start, quantity.unit_span.end)
        if head is not None:
            return head
    parse, tokens = part.parse, part.tokens_of(quantity.span)
    tops = (t for t in reversed(tokens) if parse.heads[t] not in tokens and parse.pos[t] in ("NUM", "NOUN"))
    return next(tops, tokens[-1] if len(tokens) else 0)


def top(parse: Parse, head: int) -> int:
    """The noun that stands for what is counted in its clause: "network" in "a network of 12 sites posted"."""
    while parse.deps[head] == "pobj":
        above = parse.heads[head]
        if parse.lowers[above] != "of" or parse.heads[above] == above:
            break
        head = parse.heads[above]
    return head


def measures_of(part: Part, quantity: Quantity, head: int, topic: Topic, present: frozenset[str]) -> tuple[str, ...]:
    """Ids of the measures a quantity is a figure of; the counted noun itself where the codebook has none; never empty.

    Args:
        present: ids of the measures named near by (see `near`), for nouns that need company.
    """
    unit = quantity.unit_head or ("" if parse_is_number(part.parse, head) else part.parse.lemmas[head])
    is_befallen = not quantity.unit_head or is_people(part.parse, head, unit)
    if is_befallen:
        of_others = _is_of_others(part, quantity, head)
        by_event = fates.of_own(part.parse, head) if of_others else _by_event(part, quantity, head)
        if by_event:
            return by_event
    if by_object := _by_object(part.parse, head, unit):
        return (by_object,)
    named = by_noun(part.parse, head, unit, topic, present)
    if named:
        return (fates.of_thing(part.parse, head, named) if named in measures.undergoing() else named,)
    return (unit or "unit",)


def _by_event(part: Part, quantity: Quantity, head: int) -> tuple[str, ...]:
    """The measures of what befell those counted; of a part what its own clause tells, not what is told of its
    whole: "two of the three men charged were convicted"."""
    own = part.tokens_of(quantity.span)
    if quantity.whole and len(own) and head not in own and (found := fates.by_predicate(part.parse, own[-1])):
        return found
    return fates.by_predicate(part.parse, head)


def _is_of_others(part: Part, quantity: Quantity, head: int) -> bool:
    """Whether what befell is told of others, whom those counted are the whole or the kin of: "two of the four suspects
    were held", "20 relatives of eight exiles were held"."""
    if is_whole(part, quantity):
        return True
    parse, own = part.parse, part.tokens_of(quantity.span)
    above = parse.heads[parse.heads[head]]
    if parse.deps[head] != "pobj" or parse.lowers[parse.heads[head]] != "of" or above in own:
        return False
    is_some = parse_is_number(parse, above) or parse.lowers[above] in load("en").numbers.ordinals
    return is_some or parse.lowers[above] in _SOME or parse.lemmas[above] in measures.people() | measures.kin()


_SOME = frozenset({"none", "some", "many", "most", "few", "several", "half", "first", "last"})


def _by_object(parse: Parse, head: int, unit: str) -> str:
    """The measure that a verb with its object selects: "claimed 40 lives"."""
    verb = parse.heads[head]
    phrase = f"{parse.lemmas[verb]} {unit}" if parse.deps[head] in ("dobj", "nsubjpass") else ""
    return next((measure.id for measure in measures.verbs().get(phrase, ())), "")


def parse_is_number(parse: Parse, token: int) -> bool:
    """Whether a token is a bare number word."""
    return parse.pos[token] == "NUM" or parse.tags[token] == "CD"


def is_people(parse: Parse, head: int, unit: str) -> bool:
    """Whether a noun counts people; the name of a people in the plural does ("109 Uyghurs")."""
    people = measures.people()
    if unit in people or (head > 0 and f"{parse.lemmas[head - 1]} {unit}" in people):
        return True
    if not parse.words[head].isalpha() or not parse.words[head][0].isupper() or head == 0:
        return False
    is_named = any(first <= head < last and label == "NORP" for first, last, label in parse.entities)
    return is_named or (parse_is_number(parse, head - 1) and parse.words[head].endswith(("s", "ese")))


def by_noun(parse: Parse, head: int, unit: str, topic: Topic, present: frozenset[str]) -> str:
    """The measure that the longest run of words ending in the counted noun names, or empty."""
    if unit.rpartition(" ")[2] not in measures.last_words():
        return ""
    lemmas = [*parse.lemmas[max(0, head - 4) : head], unit]
    for start in range(len(lemmas)):
        for measure in measures.nouns().get(" ".join(lemmas[start:]), ()):
            if measure.beside and not _has_company(measure, parse, head, topic, present):
                continue
            if len(lemmas) - start == 1 and measure.methods and not topic.has(measure.methods):
                continue
            if unit in measures.people() and measure.id in measures.BY_FATE:
                continue
            return measure.id
    return ""


def _has_company(measure: Measure, parse: Parse, head: int, topic: Topic, present: frozenset[str]) -> bool:
    """Whether a noun that only counts this measure beside another has that other near by; places must also hold it."""
    if any(relation.kind == "hosts" for relation in measure.relations):
        return bool(present.intersection(measure.beside)) and _holds_something(parse, head)
    first, last = parse.sentences[parse.sentence_of(head)]
    of_exiles = any(parse.lemmas[token] in assessments().exiles for token in range(first, last))
    return bool(present.intersection(measure.beside) or topic.methods) or of_exiles


_WITHIN = frozenset({"in", "across", "over", "throughout", "around", "through", "within", "on", "to", "from", "than"})


def _holds_something(parse: Parse, head: int) -> bool:
    """Whether places are counted as what holds a thing: "in 30 countries", "30 countries host", "has reached 30"."""
    above = parse.heads[head]
    if parse.deps[head] == "pobj":
        return parse.lowers[above] in _WITHIN
    if parse.deps[head] in ("conj", "appos", "npadvmod") and above != head:
        return _holds_something(parse, above)
    words = clause_words.load("en")
    return not (words.hosting | words.spanning).isdisjoint((parse.lemmas[above], parse.lemmas[parse.heads[above]]))


def near(parse: Parse, token: int, topic: Topic) -> frozenset[str]:
    """Ids of the measures named in the sentence of a token; of the one before too, where the sentence refers back."""
    index = parse.sentence_of(token)
    first, last = parse.sentences[index]
    if index and any(parse.lowers[t] in ("they", "them", "these", "those", "it", "total") for t in range(first, last)):
        first = parse.sentences[index - 1][0]
    return frozenset(
        measure
        for t in range(first, last)
        if parse.pos[t] in ("NOUN", "PROPN")
        and t != token
        and (measure := by_noun(parse, t, parse.lemmas[t], topic, frozenset()))
    )

"""Counting: which measure a quantity is a figure of, from what is counted and what is said to have happened to it."""

import functools

from longarm.codebook import loader
from longarm.codebook.assessments import assessments
from longarm.codebook.loader import Measure
from longarm.languages import stance
from longarm.model.statements import Quantity
from longarm.statements.discourse.names import head_of
from longarm.statements.parse import Parse
from longarm.statements.text import Part
from longarm.statements.topic import Topic

_OF = frozenset({"of", "against", "on", "for", "among"})


@functools.cache
def measures_by_id() -> dict[str, Measure]:
    """The measures of the codebook by their ids."""
    return {measure.id: measure for measure in loader.measures()}


@functools.cache
def _nouns() -> dict[str, tuple[Measure, ...]]:
    """Noun phrase in lemmas to the measures that it names, in the order of the codebook."""
    found: dict[str, list[Measure]] = {}
    for measure in loader.measures():
        for noun in measure.nouns:
            found.setdefault(noun, []).append(measure)
    return {noun: tuple(measures) for noun, measures in found.items()}


@functools.cache
def _verbs() -> dict[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    for measure in loader.measures():
        for verb in measure.verbs:
            found.setdefault(verb, []).append(measure)
    return {verb: tuple(measures) for verb, measures in found.items()}


@functools.cache
def _people() -> frozenset[str]:
    return frozenset(loader.people_nouns())


def names_measure(phrase: str) -> bool:
    """Whether a noun phrase, in lemmas, is listed as what some measure counts."""
    return phrase in _nouns()


def counted(part: Part, quantity: Quantity) -> int:
    """The token of the counted noun, else of the quantity itself."""
    if quantity.unit_span is not None:
        head = head_of(part.parse, quantity.unit_span.start, quantity.unit_span.end)
        if head is not None:
            return head
    tokens = part.tokens_of(quantity.span)
    return tokens[-1] if len(tokens) else 0


def measures_of(part: Part, quantity: Quantity, head: int, topic: Topic, present: frozenset[str]) -> tuple[str, ...]:
    """Ids of the measures a quantity is a figure of; the counted noun itself where the codebook has none; never empty.

    Args:
        present: ids of the measures named near by (see `near`), for nouns that need company.
    """
    unit = quantity.unit_head or ("" if parse_is_number(part.parse, head) else part.parse.lemmas[head])
    if not quantity.unit_head or is_people(part.parse, head, unit):
        by_event = by_predicate(part.parse, head)
        if by_event:
            return by_event
    if by_object := _by_object(part.parse, head, unit):
        return (by_object,)
    named = by_noun(part.parse, head, unit, topic, present)
    if named:
        return (named,)
    return (unit or "unit",)


def _by_object(parse: Parse, head: int, unit: str) -> str:
    """The measure that a verb with its object selects: "claimed 40 lives"."""
    verb = parse.heads[head]
    phrase = f"{parse.lemmas[verb]} {unit}" if parse.deps[head] in ("dobj", "nsubjpass") else ""
    return next((measure.id for measure in _verbs().get(phrase, ())), "")


def parse_is_number(parse: Parse, token: int) -> bool:
    """Whether a token is a bare number word."""
    return parse.pos[token] == "NUM" or parse.tags[token] == "CD"


def is_people(parse: Parse, head: int, unit: str) -> bool:
    """Whether a noun counts people."""
    return unit in _people() or f"{parse.lemmas[head - 1]} {unit}" in _people() if head else unit in _people()


def by_noun(parse: Parse, head: int, unit: str, topic: Topic, present: frozenset[str]) -> str:
    """The measure that the longest run of words ending in the counted noun names, or empty."""
    lemmas = [parse.lemmas[token] for token in range(max(0, head - 4), head)] + [unit]
    for start in range(len(lemmas)):
        for measure in _nouns().get(" ".join(lemmas[start:]), ()):
            if measure.beside and not _has_company(measure, parse, head, topic, present):
                continue
            if len(lemmas) - start == 1 and measure.methods and not topic.has(measure.methods):
                continue
            if unit in _people() and measure.verbs:
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
_HOSTING = frozenset({"host", "have", "house", "span", "cover", "reach", "include", "harbour", "harbor", "contain"})


def _holds_something(parse: Parse, head: int) -> bool:
    """Whether places are counted as what holds a thing: "in 30 countries", "30 countries host", "has reached 30"."""
    above = parse.heads[head]
    if parse.deps[head] == "pobj":
        return parse.lowers[above] in _WITHIN
    if parse.deps[head] in ("conj", "appos", "npadvmod") and above != head:
        return _holds_something(parse, above)
    return parse.lemmas[above] in _HOSTING or parse.lemmas[parse.heads[above]] in _HOSTING


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


def by_predicate(parse: Parse, head: int) -> tuple[str, ...]:
    """The measures that what happened to the people counted selects; several for "the arrest and indictment of two"."""
    nouns = _event_nouns(parse, head)
    if nouns:
        return nouns
    if befell := _befell(parse, head):
        return (befell,)
    for verb, is_subject in _event_verbs(parse, head):
        transitive = any(parse.deps[child] in ("dobj", "obj") for child in parse.children[verb])
        if is_subject and transitive:
            continue
        for phrase in _phrases(parse, verb):
            for measure in _verbs().get(phrase, ()):
                if measure.nouns and measure.id == "relatives-detained" and parse.lemmas[head] not in measure.nouns:
                    continue
                return (measure.id,)
    return ()


def _befell(parse: Parse, head: int) -> str:
    """The measure of a participle or adjective that stands for the people ("35 of the slain") or right after them, as
    in the style of headlines: "six dead", "58 killed", "four guards killed, two hurt"."""
    if parse.tags[head] in ("VBN", "JJ") and parse.deps[head] == "pobj":
        return _by_verb(parse, head)
    after = head + 1
    if after >= len(parse) or not _by_verb(parse, after):
        return ""
    is_adjective = parse.pos[after] == "ADJ" and parse.heads[after] != head - 1
    return _by_verb(parse, after) if is_adjective or _is_headline(parse, head, after) else ""


def _by_verb(parse: Parse, token: int) -> str:
    return next((measure.id for measure in _verbs().get(parse.lemmas[token], ())), "")


def _is_headline(parse: Parse, head: int, verb: int) -> bool:
    """Whether a past form after people is a participle: it has no object but a further number
    ("six killed ten hurt")."""
    if parse.tags[verb] not in ("VBN", "VBD"):
        return False
    objects = [
        child for child in parse.children[verb] if parse.deps[child] in ("dobj", "ccomp", "xcomp") and child > verb
    ]
    return all(
        parse_is_number(parse, child) or any(parse_is_number(parse, c) for c in parse.children[child])
        for child in objects
        if verb + 1 in range(*parse.subtree(child))
    )


def _event_nouns(parse: Parse, head: int) -> tuple[str, ...]:
    """Nouns of events that govern the people: "the arrest of", "charges filed against"."""
    preposition = parse.heads[head]
    if parse.deps[head] != "pobj" or parse.lowers[preposition] not in _OF:
        return ()
    governor = parse.heads[preposition]
    if parse.pos[governor] == "VERB" and parse.deps[governor] in ("acl", "relcl"):
        governor = parse.heads[governor]
    chain = [governor]
    while parse.deps[chain[-1]] == "conj" and len(chain) < 5:
        chain.append(parse.heads[chain[-1]])
    chain += [c for c in parse.children[governor] if parse.deps[c] == "conj" and parse.pos[c] == "NOUN" and c < head]
    found = []
    for noun in sorted(set(chain)):
        if parse.pos[noun] not in ("NOUN", "PROPN", "VERB"):
            continue
        lemma = parse.lemmas[noun]
        taken = f"{parse.lemmas[parse.heads[noun]]} {lemma}"  # "claimed the lives of"
        for phrase in (f"{lemma} {parse.lowers[preposition]}", taken, lemma):
            measures = [m for m in (*_verbs().get(phrase, ()), *_nouns().get(phrase, ())) if m.verbs]
            if measures:
                found.append(measures[0].id)
                break
    return tuple(dict.fromkeys(found))


def _event_verbs(parse: Parse, head: int) -> list[tuple[int, bool]]:
    """The predicates that people take part in, the nearest first, with whether they are the active subject."""
    found = [(c, False) for c in parse.children[head] if parse.deps[c] in ("acl", "relcl")]
    at = head
    for _ in range(6):
        if at != head and (parse.pos[at] in ("VERB", "AUX") or (parse.pos[at] == "ADJ" and _by_verb(parse, at))):
            break
        if parse.heads[at] == at:
            return found
        at = parse.heads[at]
    active = any(parse.deps[c] == "nsubj" and head in range(*parse.subtree(c)) for c in parse.children[at])
    found.append((at, active))
    return found


@functools.cache
def _raising() -> frozenset[str]:
    """Verbs that only say how sure what hangs on them is: "are believed to have died"."""
    return frozenset(
        {*stance.load("en").predicates, "estimate", "know", "confirm", "find", "state", "show", "announce"}
    )


def _phrases(parse: Parse, verb: int) -> list[str]:
    """The verb with its particle, complement or object, the longest first, then the verb alone."""
    lemma = parse.lemmas[verb]
    found = []
    for child in parse.children[verb]:
        dep = parse.deps[child]
        if dep == "xcomp":
            found.append(f"{lemma} to {parse.lemmas[child]}")
            if lemma in _raising():
                found.extend(_phrases(parse, child))  # "are estimated to have been killed"
            found.extend(f"{lemma} to {phrase}" for phrase in _phrases(parse, child)[:1])
        elif dep in ("prt", "prep", "advmod", "acomp", "oprd", "agent"):
            found.append(f"{lemma} {parse.lemmas[child]}")
            if dep in ("acomp", "oprd") and lemma in _raising():
                found.append(parse.lemmas[child])  # "are feared dead"
            found.extend(
                f"{lemma} {parse.lowers[child]} {parse.lemmas[below]}"
                for below in parse.children[child]
                if parse.deps[below] in ("pobj", "pcomp")
            )
        elif dep in ("dobj", "attr", "advcl"):
            found.append(f"{lemma} {parse.lemmas[child]}")
    return [*sorted(found, key=lambda phrase: -len(phrase)), lemma]

"""Portions: the words of one figure; a clause is shared out where it has several quantities or tells of an act too."""

from collections.abc import Sequence

from longarm.codebook.assessments import assessments
from longarm.model.statements import Quantity
from longarm.statements.counts import counting, lone, measures, sums
from longarm.statements.extractors import endings
from longarm.statements.parse import Parse
from longarm.statements.text import Part

STEPS = 6  # steps up from a number to the phrase that is set off from its clause
_EACH = frozenset({"each", "all", "both", "any", "none", "either", "neither"})
_SETS = frozenset({"among", "amongst"})  # what follows is a set that the clause tells something else of
_PRICES = frozenset({"for", "worth"})  # an act is told of, and after these what it cost


def extent(part: Part, clause: int, quantities: Sequence[Quantity], number: int) -> tuple[int, int]:
    """The tokens of one of the quantities of a clause: the clause itself, shared out where it has several.

    Each but the first has its own phrase where it stands in one ("by 48 governments"), and so has one in an aside
    (", with offices in six countries"), in brackets, in a set ("among 12 states"), and a price ("for $500").
    """
    parse, owner = part.parse, part.clauses[clause]
    quantity, tokens = quantities[number], part.tokens_of(quantities[number].span)
    unit = part.tokens_of(quantity.unit_span) if quantity.unit_span is not None else tokens
    if (bracketed := _bracketed(part, quantity)) is not None:
        return bracketed
    begin = _begin(part, quantities, number)
    first, last = owner.first, owner.last
    for token in range(first, begin):
        if parse.words[token] in (":", ";"):
            first = token + 1
    if (participle := _participle(part, quantity, owner.head)) is not None:
        return participle
    if number or _is_apart(part, quantity, begin, owner.head):
        first = max(first, begin)
        if parse.pos[first] in ("ADP", "SCONJ") and parse.deps[first] in ("prep", "agent"):
            last = min(last, endings.phrase_end(part, first, tokens[0] + 1))
        elif parse.words[first - 1] == "," and "," in parse.words[first:last]:
            comma = parse.words.index(",", first)  # "dozens of groups, 61 in all, have signed"
            last = last if {"VERB", "AUX"} & set(parse.pos[first:comma]) else comma
    elif _is_joined(part, quantity):
        first = max(first, begin)
    if (named := _example(part, quantity, owner.head)) is not None:
        return begin, named
    following = [
        other
        for other in quantities[number + 1 :]
        if _bracketed(part, other) is None
        and not _is_whole(part, quantity, other)
        and _example(part, other, owner.head) is None
    ]
    told = endings.told_of(part, quantity, owner.head)
    if following:
        bound = _begin(part, quantities, quantities.index(following[0]))
        last = max(told if told <= bound else 0, min(last, bound), tokens[-1] + 1)
    else:
        last = max(last, told)
        last = min(last, endings.before_predicate(part, quantity, owner.head) or last) if number else last
    last = next((token for token in range(tokens[-1] + 1, last) if parse.words[token] == ";"), last)
    least = max(tokens[-1] + 1, unit[-1] + 1)
    last = endings.with_date(part, last) if number and not following else last
    return min(first, tokens[0]), max(endings.without_loose_end(part, least, last), least)


def _participle(part: Part, quantity: Quantity, predicate: int) -> tuple[int, int] | None:
    """The tokens of a participle between commas before the predicate, which a quantity stands in: "the list, | seen by
    17 papers |, holds names"."""
    parse, at = part.parse, counting.counted(part, quantity)
    for _ in range(STEPS):
        if parse.deps[at] == "acl":
            first, last = parse.subtree(at)
            is_set_off = first > 0 and parse.words[first - 1] == "," and parse.words[last : last + 1] == [","]
            return (first, last) if is_set_off and last <= predicate else None
        at = parse.heads[at]
    return None


def _is_joined(part: Part, quantity: Quantity) -> bool:
    """Whether what is counted is joined to a thing that is not: "a pistol and eight rounds"."""
    parse, head = part.parse, counting.counted(part, quantity)
    is_thing = parse.pos[parse.heads[head]] in ("NOUN", "PROPN")
    return parse.deps[head] == "conj" and is_thing and "other" not in quantity.flags  # "in Peru and two other states"


def _example(part: Part, quantity: Quantity, predicate: int) -> int | None:
    """One past a quantity in an aside that names some of the subject, before the predicate: "30, including two boys,
    were on board"; None where it stands in none."""
    parse, tokens = part.parse, part.tokens_of(quantity.span)
    commas = [t for t in range(tokens[0]) if parse.words[t] == "," and parse.lowers[t + 1] in endings.EXAMPLES]
    if not commas or parse.sentence_of(commas[-1]) != parse.sentence_of(tokens[0]):
        return None
    close = next((t for t in range(tokens[-1], len(parse)) if parse.words[t] == ","), None)
    if close is None or not close < predicate or {"VERB", "AUX"} & set(parse.pos[commas[-1] + 2 : tokens[0]]):
        return None
    unit = part.tokens_of(quantity.unit_span)[-1] if quantity.unit_span is not None else tokens[-1]
    joint = next((t for t in range(unit, close) if parse.lowers[t] in ("and", "or")), close)
    return max(joint, unit + 1)


def _is_whole(part: Part, quantity: Quantity, other: Quantity) -> bool:
    """Whether another quantity is that of the whole that this one is a part of, or of whom the subject counted is:
    "11 of the 27 states", "20 relatives of eight exiles were held"."""
    offset = part.parse.offset
    gap = part.parse.text[quantity.span.end - offset : other.span.start - offset].split()
    if gap[:1] == ["of"] and len(gap) == len(("of", "the")):
        return True
    parse, head = part.parse, counting.counted(part, other)
    owner = parse.heads[parse.heads[head]]
    is_of = parse.deps[head] == "pobj" and parse.lowers[parse.heads[head]] == "of"
    return is_of and owner == counting.counted(part, quantity) and parse.deps[owner] in ("nsubj", "nsubjpass")


def start(part: Part, quantity: Quantity) -> int:
    """Where the constituent of a quantity begins: its preposition, else its article, else itself."""
    parse = part.parse
    first = part.tokens_of(quantity.span)[0]
    if first > 1 and parse.words[first - 1] == ":" and (label := lone.label_start(parse, quantity)) is not None:
        return label
    if first > 1 and parse.words[first - 1] == "(" and parse.pos[first - 2] in ("PROPN", "NOUN"):
        return _name_start(part, first - 2)  # "Norway (3), Peru (4)"
    if first > 1 and parse.lowers[first - 1] == "of" and parse.lowers[first - 2] in _EACH:
        first -= 2
    while first > 0 and parse.heads[first - 1] >= first and _is_before_noun(parse, first - 1):
        first -= 1
    if first > 0 and parse.pos[first - 1] in ("ADP", "SCONJ") and parse.deps[first - 1] != "prt":
        first -= 1
        if parse.lowers[first] == "of" and parse.deps[first - 1] == "conj" and parse.pos[first - 1] == "NOUN":
            return _name_start(part, first - 1)  # "the detention of 30 and | the beating of five"
    return _with_where(part, first)


def _is_subject(part: Part, place: int, number: int) -> bool:
    """Whether a place right before a number is what has it or does it, the verb left out: "Italy has 11 and Malta two",
    "Chad expelled two, Peru three"."""
    parse = part.parse
    sentence = parse.sentences[parse.sentence_of(place)][0]
    is_bare = not {"VERB", "AUX"} & set(parse.pos[place : number + 1]) and parse.tags[number] == "CD"
    is_told = any(parse.pos[t] in ("VERB", "AUX") or parse.words[t] == ":" for t in range(sentence, place))
    counted = any(parse.tags[t] == "CD" for t in range(sentence, place))
    return is_bare and is_told and counted


def _is_before_noun(parse: Parse, token: int) -> bool:
    """Whether a word may stand before a number in its phrase: "the", "only", "alleged"."""
    return parse.pos[token] in ("DET", "ADJ", "ADV") or parse.deps[token] == "amod"


_WHERE = frozenset({"in", "at", "from", "across", "on", "for", "during", "throughout", "by"})
_JOINTS = frozenset({"and", ",", ";", "but", "while", "or"})


def _with_where(part: Part, first: int) -> int:
    """Where a phrase begins that says where or when before its count: "and in Leeds two more", ", in 2022 nine"."""
    parse = part.parse
    if parse.lowers[first - 2 : first] in (["of", "whom"], ["of", "which"]):
        return first - 2
    dates = [mention.span for mention in part.times]
    for span in (*(mention.span for mention in part.toponyms), *dates):
        tokens = part.tokens_of(span)
        if not len(tokens) or tokens[-1] + 1 != first or tokens[0] < 2:
            continue
        if parse.lowers[tokens[0] - 1] in _WHERE and parse.lowers[tokens[0] - 2] in _JOINTS:
            return tokens[0] - 1
        begin = tokens[0] - (parse.lowers[tokens[0] - 1] == "the")
        is_gapped = span in dates or _is_subject(part, tokens[-1], first)
        if is_gapped and parse.lowers[begin - 1] in _JOINTS:
            return begin  # "and this year nine more", "and the Netherlands two"
    return first


def _begin(part: Part, quantities: Sequence[Quantity], number: int) -> int:
    """Where the words of a quantity begin: with the aside that it stands in, where no other one does; else its own."""
    own = start(part, quantities[number])
    before = part.tokens_of(quantities[number - 1].span)[-1] if number else -1
    aside = _aside(part, quantities[number])
    return aside if aside is not None and before < aside < own else own


def _aside(part: Part, quantity: Quantity) -> int | None:
    """The preposition of a phrase set off by a comma behind the predicate: ", with offices in six countries"."""
    parse, at = part.parse, counting.counted(part, quantity)
    head = part.clauses[part.clause_of(at)].head
    for _ in range(STEPS):
        if parse.deps[at] == "prep" and head < at and parse.words[at - 1] == ",":
            return at
        if parse.heads[at] == at or parse.pos[parse.heads[at]] in ("VERB", "AUX"):
            return None
        at = parse.heads[at]
    return None


def _is_apart(part: Part, quantity: Quantity, begin: int, predicate: int) -> bool:
    """Whether the first quantity of a clause stands apart from what the clause tells: in an aside, as a set, as a
    price, or as a sum beside things ("a watch and $300")."""
    parse = part.parse
    if begin <= predicate and parse.lowers[begin] not in _SETS:
        return False
    if parse.words[begin - 1] == "," and parse.deps[begin] == "prep":
        return True
    if parse.lowers[begin] in _SETS:
        return True
    if parse.lowers[begin] == "for" and parse.deps[begin] == "prep" and _has_object(part, parse.heads[begin]):
        return True  # "will hold a session for up to 100 people"
    if not sums.measure_of(part, quantity):
        return False
    return parse.lowers[begin] in _PRICES or parse.deps[counting.counted(part, quantity)] == "conj"


def _has_object(part: Part, verb: int) -> bool:
    parse = part.parse
    objects = [parse.lemmas[child] for child in parse.children[verb] if parse.deps[child] == "dobj"]
    aimed = any(measures.names_measure(noun) or noun in assessments().instruments for noun in objects)
    return parse.pos[verb] == "VERB" and bool(objects) and not aimed  # "offered rewards for 19 people" is of the 19


def _bracketed(part: Part, quantity: Quantity) -> tuple[int, int] | None:
    """The tokens inside brackets that open with a quantity and say more: "a quarter of the states (48 of them)"."""
    parse, tokens = part.parse, part.tokens_of(quantity.span)
    first, after = tokens[0], tokens[-1] + 1
    if first == 0 or parse.words[first - 1] != "(" or parse.words[after : after + 1] == [")"]:
        return None
    close = next((token for token in range(after, len(parse)) if parse.words[token] in (")", "(")), None)
    return (first, close) if close is not None and parse.words[close] == ")" else None


def _name_start(part: Part, token: int) -> int:
    parse = part.parse
    while token > 0 and parse.heads[token - 1] == token and parse.deps[token - 1] in ("compound", "det", "amod"):
        token -= 1
    return token

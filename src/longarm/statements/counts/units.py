"""Units: what a number counts, also where its own noun does not say it; a number that counts nothing has none."""

from dataclasses import replace

from longarm.languages import load
from longarm.languages.loader import Units
from longarm.model.statements import Quantity
from longarm.statements.candidates import Frame
from longarm.statements.counts import counting, earlier, fates, lone, measures, sums
from longarm.statements.counts.countable import is_countable, is_idle
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import facility_nouns
from longarm.statements.text import Part

STEPS = 4  # steps up from a bare number to the words that say of what it is the number
_ROLES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "nummod", "ccomp", "dep", "relcl", "acomp"}
)


def with_unit(frame: Frame, index: int, quantity: Quantity) -> Quantity | None:
    """The quantity with what it counts, None where it counts nothing that the text tells of.

    That is its own noun where this can be counted; else the event that befell those counted ("58 killed"), the tally
    that it is the number of ("the death toll rose to 70"), or the noun that the text counted or named last.
    """
    part = frame.text.parts[index]
    units = load("en").units
    if sums.is_difference(part, quantity):
        return None
    if _is_row(part, quantity):
        noun = earlier.noun(frame, index, quantity) if _is_labelled(part, quantity) else ""
        return replace(quantity, unit_head=noun) if noun else None
    if _is_cell(part, quantity) or _is_family(part, quantity, units):
        return None
    if _is_beside_measure(part, quantity):
        return None
    if quantity.unit_head and quantity.unit_head not in units.pronouns:
        if is_idle(part, quantity, units):
            return None
        if is_countable(part, quantity, frame.topic, units):
            return quantity
        quantity = replace(quantity, unit="", unit_span=None, unit_head="")
    head = counting.counted(part, quantity)
    if quantity.interval.high == 0 or quantity.unit_head in units.speakers:
        return None
    if _is_argument(part.parse, head) and fates.by_predicate(part.parse, head):
        return replace(quantity, unit_head="")
    if (tally := _tally(part.parse, head, units)) is not None:
        span = part.parse.span(tally, tally + 1)
        return replace(quantity, unit=span.words, unit_span=span, unit_head=part.parse.lemmas[tally])
    if (own := lone.own_noun(part, quantity, head, units)) is not None:
        return replace(quantity, unit_head=own) if own else None
    if not _has_part(part, quantity) or lone.is_by_name(part, quantity) or lone.is_when(part, quantity, head, units):
        return None
    noun = (
        earlier.noun(frame, index, quantity)
        or earlier.noun_behind(part, quantity)
        or lone.noun(part, quantity, head, units)
    )
    if _is_personal(part.parse, head, units) and (not noun or _is_thing(noun)):
        noun = units.anybody
    return replace(quantity, unit_head=noun) if noun else None


def _is_thing(noun: str) -> bool:
    """Whether a noun names a facility or what some measure counts, and no people."""
    return noun in facility_nouns() or (measures.names_measure(noun) and noun not in measures.people())


def _is_personal(parse: Parse, head: int, units: Units) -> bool:
    """Whether a number is the subject of what only people do or undergo: "12 have fled", "12 are in custody"."""
    if parse.deps[head] not in ("nsubj", "nsubjpass"):
        return False
    verb = parse.heads[head]
    if parse.lemmas[verb] in units.personal:
        return True
    return any(
        parse.lowers[place] in units.personal_places
        for preposition in parse.children[verb]
        if parse.deps[preposition] == "prep"
        for place in parse.children[preposition]
    )


def _is_beside_measure(part: Part, quantity: Quantity) -> bool:
    """Whether a bare number goes on with a length of time, an age or a sum: "sentenced to 11 years, and her brother to
    six"."""
    parse, first = part.parse, part.tokens_of(quantity.span)[0]
    start = parse.starts[parse.sentences[parse.sentence_of(first)][0]]
    before = [q for q in part.quantities if start <= q.span.start < quantity.span.start]
    if quantity.unit or not before or before[-1].reason not in ("duration", "age", "money", "measure"):
        return False
    after = part.tokens_of(quantity.span)[-1] + 1
    is_part = quantity.interval.low < before[-1].interval.low and parse.words[first - 1 : first] == [","]
    if is_part and parse.lowers[after : after + 2] in (["of", "them"], ["of", "which"]):
        return True  # "11 years in exile, four of them in Rome"
    led = parse.lowers[part.tokens_of(before[-1].span)[0] - 1]
    return first > 0 and parse.pos[first - 1] == "ADP" and parse.lowers[first - 1] == led


def _is_family(part: Part, quantity: Quantity, units: Units) -> bool:
    """Whether a number counts somebody's children: "a father of two"."""
    first, parse = part.tokens_of(quantity.span)[0], part.parse
    return first > 1 and parse.lowers[first - 1] == "of" and parse.lemmas[first - 2] in units.parents


def _is_row(part: Part, quantity: Quantity) -> bool:
    """Whether a number stands bare in the row of a table, what its column counts being told elsewhere: "Peru | 9"."""
    tokens, parse = part.tokens_of(quantity.span), part.parse
    if quantity.unit_span is not None and quantity.unit_span.start >= quantity.span.end:
        return False
    if part.passage.kind == "table":
        return True
    before = [t for t in part.toponyms if t.role == "place" and t.span.end <= quantity.span.start]
    first, last = parse.sentences[parse.sentence_of(tokens[0])]
    if not before or not parse.words[tokens[0]].isdigit() or {"VERB", "AUX"} & set(parse.pos[first:last]):
        return False
    between = parse.text[before[-1].span.end - parse.offset : quantity.span.start - parse.offset]
    return tokens[-1] + 1 == last and not between.strip(" \t|:-–—=")


def _is_labelled(part: Part, quantity: Quantity) -> bool:
    """Whether a mark of a list parts the place of a row from its one number: "Peru: 9", "Peru – 9"."""
    before = part.parse.text[: quantity.span.start - part.parse.offset].rstrip()
    return part.passage.kind != "table" and before[-1:] in (":", "-", "–", "—", "=")


def _is_cell(part: Part, quantity: Quantity) -> bool:
    """Whether a number stands right after another, as in the cells of a table or the counters of a page."""
    first, words = part.tokens_of(quantity.span)[0], part.parse.words
    if first == 0 or not words[first].isdigit() or not words[first - 1].isdigit():
        return False
    return len(words[first - 1]) < YEAR_DIGITS


YEAR_DIGITS = 4  # a number of so many digits before another may be the year of a date


def _is_argument(parse: Parse, head: int) -> bool:
    """Whether a number is what a verb acts on or what acts, or is told of right after it ("58 killed")."""
    if parse.deps[head] in _ARGUMENTS or (head + 1 < len(parse) and parse.tags[head + 1] in ("VBN", "VBD", "JJ")):
        return True
    return is_bare_object(parse, head)


def is_bare_object(parse: Parse, head: int) -> bool:
    """Whether a bare number is the object of the verb right before it, for which the parser had no noun: "and
    acquitted four"."""
    verb = head - 1
    is_last = parse.deps[head] in ("npadvmod", "nummod", "advmod") and verb >= 0 and parse.heads[head] == verb
    return is_last and parse.pos[verb] == "VERB" and not any(parse.deps[c] == "dobj" for c in parse.children[verb])


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "appos", "pcomp"})


def _has_part(part: Part, quantity: Quantity) -> bool:
    """Whether a bare number has a part in its sentence: a role, a phrase of its own ("one in Lyon"), more words than
    the number alone ("61 in all"); digits between headlines have none."""
    parse, tokens = part.parse, part.tokens_of(quantity.span)
    head = counting.counted(part, quantity)
    if quantity.span.words.lower() == "one" and parse.deps[head] in ("dobj", "attr") and not quantity.unit_head:
        told = any(parse.deps[child] == "prep" for child in parse.children[head])  # not "he needs one"
        return told or parse.deps[head + 1 : head + 2] == ["prep"] or _follows_count(part, quantity)
    if parse.words[tokens[0] - 1 : tokens[0]] == ["("]:
        return True  # "Oslo (3)"
    if (
        parse.deps[head] in _ROLES
        or is_bare_object(parse, head)
        or quantity.unit_head
        or len(tokens) > 1
        or _is_clipped(parse, tokens)
    ):
        return True
    return any(parse.deps[child] in ("prep", "acl", "relcl") and child > head for child in parse.children[head])


def _follows_count(part: Part, quantity: Quantity) -> bool:
    """Whether another count stands before in the sentence: "they sent ten and kept one"."""
    parse, first = part.parse, part.tokens_of(quantity.span)[0]
    start = parse.starts[parse.sentences[parse.sentence_of(first)][0]]
    return any(q.is_count and start <= q.span.start < quantity.span.start for q in part.quantities)


def _is_clipped(parse: Parse, tokens: range) -> bool:
    """Whether a bare number has an adverb or a time for its verb ("ten fell, four badly"), or answers "how many?"."""
    first, after = tokens[0], tokens[-1] + 1
    if parse.words[first - 1 : first] == [","] and (
        parse.pos[after : after + 1] == ["ADV"] or parse.lowers[after : after + 1] in (["this"], ["last"])
    ):
        return True
    number = parse.sentence_of(first)
    if number == 0 or parse.sentences[number][1] - first > LONGEST_ANSWER:
        return False
    begin, end = parse.sentences[number - 1]
    return any(parse.lowers[t : t + 2] == ["how", "many"] for t in range(begin, end))


LONGEST_ANSWER = 3  # tokens from a number to the end of a sentence that only answers: "Five.", "Some 40."


def _tally(parse: Parse, token: int, units: Units) -> int | None:
    """What a bare number is said to be the number of: "the number of exiles rose to 54", "the death toll is 70"."""
    at = token
    for _ in range(STEPS):
        above = parse.heads[at]
        if above == at:
            return None
        near = (above, *(c for c in parse.children[above] if parse.deps[c] in ("nsubj", "nsubjpass", "dobj")))
        for noun in near:
            if noun != at and parse.pos[noun] == "NOUN" and parse.lemmas[noun] in units.tallies:
                return _of(parse, noun) or (noun if _is_named(parse, noun) else _compound(parse, noun))
        if parse.pos[above] in ("VERB", "AUX") and parse.deps[above] != "acl":
            return None
        at = above
    return None


def _of(parse: Parse, noun: int) -> int | None:
    for child in parse.children[noun]:
        if parse.lowers[child] == "of" and child > noun:
            return next((c for c in parse.children[child] if parse.deps[c] == "pobj" and parse.pos[c] == "NOUN"), None)
    return None


def _compound(parse: Parse, noun: int) -> int | None:
    """What a tally is one of by the noun before it: "staff levels", "the refugee total"."""
    return next((c for c in parse.children[noun] if parse.deps[c] == "compound" and parse.pos[c] == "NOUN"), None)


def _is_named(parse: Parse, noun: int) -> bool:
    """Whether a tally says itself of what it is: "the death toll"."""
    return any(measures.names_measure(f"{parse.lemmas[c]} {parse.lemmas[noun]}") for c in parse.children[noun])

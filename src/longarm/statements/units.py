"""Units: what a number counts, also where its own noun does not say it; a number that counts nothing has none."""

from collections.abc import Iterator
from dataclasses import replace

from longarm.languages import load
from longarm.languages.loader import Units
from longarm.model.statements import Quantity
from longarm.statements import counting, fates, measures
from longarm.statements.candidates import Frame
from longarm.statements.discourse.names import head_of
from longarm.statements.operators import facility_nouns
from longarm.statements.parse import Parse
from longarm.statements.text import Part
from longarm.statements.topic import Topic

REACH = 3  # sentences before a bare number in which a facility or a thing with a measure is looked for
NEAR = 1  # sentences before it in which any noun counted is looked for
STEPS = 4  # steps up from a bare number to the words that say of what it is the number
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "nummod", "ccomp", "dep", "relcl"})


def with_unit(frame: Frame, index: int, quantity: Quantity) -> Quantity | None:
    """The quantity with what it counts, None where it counts nothing that the text tells of.

    That is its own noun where this can be counted; else the event that befell those counted ("58 killed"), the tally
    that it is the number of ("the death toll rose to 70"), or the noun that the text counted or named last.
    """
    part = frame.text.parts[index]
    units = load("en").units
    if _is_cell(part, quantity) or _is_row(part, quantity):
        return None
    if quantity.unit_head and quantity.unit_head not in units.pronouns:
        if _is_idle(part, quantity, units):
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
    if not _has_part(part, quantity):
        return None
    noun = _named_before(frame, index, quantity, units)
    return replace(quantity, unit_head=noun) if noun else None


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
    return tokens[-1] + 1 == last and not between.strip(" \t|:")


def _is_place(part: Part, token: int) -> bool:
    """Whether a noun is the name of a place, of which there is one: "Spain | 9"."""
    char = part.parse.starts[token]
    return any(t.role == "place" and t.span.start <= char < t.span.end and t.place for t in part.toponyms)


def _is_cell(part: Part, quantity: Quantity) -> bool:
    """Whether a number stands right after another, as in the cells of a table or the counters of a page."""
    first, words = part.tokens_of(quantity.span)[0], part.parse.words
    if first == 0 or not words[first].isdigit() or not words[first - 1].isdigit():
        return False
    return len(words[first - 1]) < YEAR_DIGITS


YEAR_DIGITS = 4  # a number of so many digits before another may be the year of a date


def _is_argument(parse: Parse, head: int) -> bool:
    """Whether a number is what a verb acts on or what acts, or is told of right after it ("58 killed")."""
    return parse.deps[head] in _ARGUMENTS or (head + 1 < len(parse) and parse.tags[head + 1] in ("VBN", "VBD", "JJ"))


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "conj", "appos", "pcomp"})


def _has_part(part: Part, quantity: Quantity) -> bool:
    """Whether a bare number has a part in its sentence: a role, a phrase of its own ("one in Lyon"), more words than
    the number alone ("61 in all"); digits between headlines have none."""
    parse, tokens = part.parse, part.tokens_of(quantity.span)
    head = counting.counted(part, quantity)
    if quantity.span.words.lower() == "one" and parse.deps[head] in ("dobj", "attr") and not quantity.unit_head:
        return any(parse.deps[child] == "prep" for child in parse.children[head])  # not "he needs one"
    if parse.deps[head] in _ROLES or quantity.unit_head or len(tokens) > 1:
        return True
    return any(parse.deps[child] in ("prep", "acl", "relcl") and child > head for child in parse.children[head])


def is_countable(part: Part, quantity: Quantity, topic: Topic, units: Units) -> bool:
    """Whether the noun of a quantity is one that can be counted: no name, no slip of the parser, no page furniture."""
    parse, span = part.parse, quantity.unit_span
    head = head_of(parse, span.start, span.end) if span else None
    if head is None or span is None:
        return True
    lemma = quantity.unit_head
    if lemma[0].isdigit() or _is_place(part, head):
        return False
    if counting.by_noun(parse, head, lemma, topic, frozenset()):
        return True
    if _is_idle(part, quantity, units):
        return False
    if parse.pos[head] not in ("NOUN", "PROPN"):
        return lemma in units.uninflected or counting.is_people(parse, head, lemma)
    if parse.pos[head] == "PROPN" and _is_name(parse, part.tokens_of(quantity.span)[-1], head):
        return False
    if _is_plural(parse, head) or quantity.relation in ("majority", "ratio"):
        return True
    if lemma in units.uninflected or counting.is_people(parse, head, lemma):
        return True
    if parse.pos[head] == "PROPN" and any(character.isdigit() for character in lemma):
        return True  # "two F-16": a make, written without an s
    return parse.pos[head] == "NOUN" and quantity.interval.low <= 1


def _is_name(parse: Parse, number: int, head: int) -> bool:
    """Whether a capitalised noun is the name of somebody or of a body that the number stands before by chance."""
    return any(
        first <= head < last and not first <= number < last and label in ("ORG", "PERSON", "GPE")
        for first, last, label in parse.entities
    ) and parse.tags[head] not in ("NNS", "NNPS")


def _is_plural(parse: Parse, head: int) -> bool:
    """Whether a noun is a plural by its tag or, where it is written as a name, by its form; peoples' names are too."""
    if parse.tags[head] in ("NNS", "NNPS"):
        return True
    if any(label == "NORP" and first <= head < last for first, last, label in parse.entities):
        return True
    word = parse.words[head]
    return len(word) > 3 and word[0].isupper() and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_idle(part: Part, quantity: Quantity, units: Units) -> bool:
    """Whether a number has a noun of its own that counts nothing: a manner of speaking or, alone in a pair of brackets,
    the furniture of a page ("(21 Images)")."""
    if quantity.unit_head in units.uncountable:
        return True
    parse, span = part.parse, quantity.unit_span
    head = head_of(parse, span.start, span.end) if span else None
    first = part.tokens_of(quantity.span)[0]
    if head is None or first == 0 or head + 1 >= len(parse):
        return False
    if parse.words[first - 1] != "(" or parse.words[head + 1] != ")":
        return False
    return parse.lowers[head] in units.furniture or parse.lowers[head].rstrip("s") in units.furniture


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
                return _of(parse, noun) or (noun if _is_named(parse, noun) else None)
        if parse.pos[above] in ("VERB", "AUX") and parse.deps[above] != "acl":
            return None
        at = above
    return None


def _of(parse: Parse, noun: int) -> int | None:
    for child in parse.children[noun]:
        if parse.lowers[child] == "of" and child > noun:
            return next((c for c in parse.children[child] if parse.deps[c] == "pobj" and parse.pos[c] == "NOUN"), None)
    return None


def _is_named(parse: Parse, noun: int) -> bool:
    """Whether a tally says itself of what it is: "the death toll"."""
    return any(measures.names_measure(f"{parse.lemmas[c]} {parse.lemmas[noun]}") for c in parse.children[noun])


# --- nouns named before --------------------------------------------------------------------------------------------


def _named_before(frame: Frame, index: int, quantity: Quantity, units: Units) -> str:
    """The noun that a bare number counts: the last one before it that was counted, is a facility or has a measure."""
    for back, (at, first, last) in enumerate(_sentences_before(frame, index, quantity)):
        if back and quantity.relation == "ratio":
            return ""  # a share is of a whole in its own sentence
        part = frame.text.parts[at]
        here = [
            other
            for other in part.quantities
            if other.is_count
            and other.unit_span is not None
            and other.span.start < quantity.span.start
            and other.unit_head not in units.pronouns
            and part.within(other.unit_span, first, last)
            and is_countable(part, other, frame.topic, units)
        ]
        here = _without_sites(part, here)
        start = here[-1].span.start if here else -1
        for token in range(last - 1, first - 1, -1):
            parse = part.parse
            if parse.starts[token] <= start or parse.starts[token] >= quantity.span.start:
                continue
            if here and _is_where(parse, token):
                continue
            if _is_counted_thing(parse, token, frame.topic):
                return parse.lemmas[token]
        if here and back <= NEAR:
            return here[-1].unit_head
    return ""


def _without_sites(part: Part, here: list[Quantity]) -> list[Quantity]:
    """Those counted before that are not merely where others counted before are: of "54 offices in six towns", "most of
    them" are offices."""
    main = [quantity for quantity in here if not _is_where(part.parse, counting.counted(part, quantity))]
    return main or here


def _is_where(parse: Parse, token: int) -> bool:
    return parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] in _WHERE


_WHERE = frozenset({"in", "across", "throughout", "around", "within", "over"})


def _sentences_before(frame: Frame, index: int, quantity: Quantity) -> Iterator[tuple[int, int, int]]:
    """Passage and tokens of the sentence of a quantity and of those before it, the nearest first, up to REACH."""
    parse = frame.text.parts[index].parse
    own = parse.sentence_of(frame.text.parts[index].tokens_of(quantity.span)[0])
    left = REACH + 1
    for at in range(index, -1, -1):
        sentences = frame.text.parts[at].parse.sentences
        for first, last in reversed(sentences[: own + 1] if at == index else sentences):
            yield at, first, last
            left -= 1
            if not left:
                return


def _is_counted_thing(parse: Parse, token: int, topic: Topic) -> bool:
    """Whether a noun in the plural is a facility, or a thing that the codebook counts without company."""
    if parse.tags[token] not in ("NNS", "NNPS"):
        return False
    if parse.lemmas[token] in facility_nouns():
        return True
    measure = measures.measures_by_id().get(counting.by_noun(parse, token, parse.lemmas[token], topic, frozenset()))
    return parse.pos[token] == "NOUN" and measure is not None and not measure.beside

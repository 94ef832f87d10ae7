"""Figures: how many, of what, where."""

import re
from collections.abc import Iterator
from dataclasses import replace

from longarm.model.statements import Quantity
from longarm.statements import counting
from longarm.statements.candidates import Candidate, Frame, clipped
from longarm.statements.text import Part
from longarm.statements.topic import facility_nouns

_SET_WORDS = frozenset(
    {"other", "others", "rest", "remaining", "they", "them", "it", "these", "those", "this", "that", "which", "who"}
)  # what stands for a noun counted before


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A figure for every count of a passage; two for "the arrest and indictment of two people"."""
    part = frame.text.parts[index]
    heads = {}
    for quantity in part.quantities:
        if not (quantity.is_count or quantity.relation in ("majority", "ratio")) or _in_title(frame, index, quantity):
            continue
        if any(span.contains(quantity.span) for speech in frame.chains.speeches for span in speech.attribution.source):
            continue  # "Seven said ...": who speaks, not what is claimed
        heads[quantity] = counting.counted(part, quantity)
    by_clause: dict[int, list[Quantity]] = {}
    for quantity in heads:
        by_clause.setdefault(part.clause_of(heads[quantity]), []).append(quantity)
    for clause, quantities in by_clause.items():
        for number, quantity in enumerate(quantities):
            yield from _figures(frame, index, clause, quantities, number, heads[quantity])


def _in_title(frame: Frame, index: int, quantity: Quantity) -> bool:
    """Whether a number belongs to the title of a work, here or where the title is given in short."""
    text = frame.text.parts[index].parse.text
    start = quantity.span.start - frame.text.parts[index].parse.offset
    for work in frame.discourse.works:
        if not work.title:
            continue
        if work.span and work.span.overlaps(quantity.span):
            return True
        for title in (work.title, re.split(r"\s*[:–—]\s", work.title)[0]):
            if any(match.start() <= start < match.end() for match in re.finditer(re.escape(title), text)):
                return True
    return False


def _figures(
    frame: Frame, index: int, clause: int, quantities: list[Quantity], number: int, head: int
) -> Iterator[Candidate]:
    part = frame.text.parts[index]
    quantity = _with_unit(frame, index, quantities[number])
    present = counting.near(part.parse, head, frame.topic)
    measures = counting.measures_of(part, quantity, head, frame.topic, present)
    if _is_article(quantity, measures) or _refers_back(part, quantities[number], measures):
        return
    first, last = _extent(part, clause, quantities, number)
    for measure in measures:
        start = _event_start(part, measure, head, first) if len(measures) > 1 else first
        start, end = clipped(frame, index, start, last, head)
        method = next(iter(_methods_of(measure)), "")
        if not method and frame.topic.methods:
            near = [hit for hit in frame.hits[index] if first <= hit.first < last]
            method = min(near, key=lambda hit: (-hit.weight, hit.rank)).entry if near else ""
        yield Candidate("figure", index, clause, start, end, head, method, measure, quantity, head, head)


def _methods_of(measure: str) -> tuple[str, ...]:
    known = counting.measures_by_id().get(measure)
    return known.methods if known else ()


def _refers_back(part: Part, quantity: Quantity, measures: tuple[str, ...]) -> bool:
    """Whether a number only stands for people or things counted before: "the two were charged", "the two sides"."""
    first = part.tokens_of(quantity.span)[0]
    definite = first > 0 and part.parse.lowers[first - 1] in ("the", "these", "those", "both")
    known = quantity.unit_head and any(measure in counting.measures_by_id() for measure in measures)
    return definite and not known and "other" not in quantity.flags


def _is_article(quantity: Quantity, measures: tuple[str, ...]) -> bool:
    """Whether "one" only stands for "a", with a noun that the codebook does not count: "one sheet of paper"."""
    return quantity.span.words.lower() == "one" and not any(m in counting.measures_by_id() for m in measures)


def _extent(part: Part, clause: int, quantities: list[Quantity], number: int) -> tuple[int, int]:
    """The tokens of one figure: its clause, shared out where the clause has several figures."""
    owner = part.clauses[clause]
    first, last = owner.first, owner.last
    starts = [_start(part, quantity) for quantity in quantities]
    if number:
        first = max(first, starts[number])
    if number + 1 < len(quantities):
        last = max(min(last, starts[number + 1]), part.tokens_of(quantities[number].span)[-1] + 1)
    unit = quantities[number].unit_span
    tokens = part.tokens_of(quantities[number].span)
    if unit is not None:
        last = max(last, part.tokens_of(unit)[-1] + 1)
    return min(first, tokens[0]), max(last, tokens[-1] + 1)


def _start(part: Part, quantity: Quantity) -> int:
    """Where the constituent of a quantity begins: its preposition, else its article, else itself."""
    parse = part.parse
    first = part.tokens_of(quantity.span)[0]
    while first > 0 and parse.pos[first - 1] in ("DET", "ADJ", "ADV") and parse.heads[first - 1] >= first:
        first -= 1
    if first > 0 and parse.pos[first - 1] in ("ADP", "SCONJ"):
        first -= 1
    return first


def _event_start(part: Part, measure: str, head: int, first: int) -> int:
    """For one of several event nouns: the noun itself."""
    known = counting.measures_by_id().get(measure)
    nouns = {*known.nouns, *known.verbs} if known else set()
    for token in range(first, head):
        if part.parse.lemmas[token] in nouns:
            return token
    return first


def _with_unit(frame: Frame, index: int, quantity: Quantity) -> Quantity:
    """A quantity without a noun counts what the text counted last: "New York is home to one, the other three ..."."""
    if quantity.unit_head and quantity.unit_head not in _SET_WORDS:
        return quantity
    part = frame.text.parts[index]
    before = [
        other
        for earlier in frame.text.parts[: index + 1]
        for other in earlier.quantities
        if other.span.start < quantity.span.start
        and other.unit_head
        and other.is_count
        and other.unit_head not in _SET_WORDS
    ]
    noun = _plural_before(frame, part, part.tokens_of(quantity.span)[0])
    if noun is not None and (not before or part.parse.starts[noun] > before[-1].span.end):
        return replace(quantity, unit_head=part.parse.lemmas[noun])
    same_passage = [other for other in before if other.span.start >= part.passage.span.start]
    if same_passage:
        return replace(quantity, unit_head=same_passage[-1].unit_head, unit=quantity.unit)
    subject = _facility_subject(part)
    if subject:
        return replace(quantity, unit_head=subject)
    return replace(quantity, unit_head=before[-1].unit_head) if before else quantity


def _plural_before(frame: Frame, part: Part, token: int) -> int | None:
    """The noun named last before a bare number in its sentence that is a facility or a thing the codebook counts."""
    parse = part.parse
    first = parse.sentences[parse.sentence_of(token)][0]
    for at in range(token - 1, first - 1, -1):
        if parse.tags[at] in ("NNS", "NNPS") and parse.lemmas[at] in facility_nouns():
            return at
        if parse.pos[at] == "NOUN" and counting.by_noun(parse, at, parse.lemmas[at], frame.topic, frozenset()):
            return at
    return None


def _facility_subject(part: Part) -> str:
    for token, lemma in enumerate(part.parse.lemmas):
        if lemma in facility_nouns() and part.parse.deps[token] in ("nsubj", "nsubjpass", "dobj", "attr"):
            return lemma
    return ""

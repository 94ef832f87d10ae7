"""Figures: how many, of what, where."""

import re
from collections.abc import Iterator, Sequence

from longarm.languages import load
from longarm.model.statements import Quantity
from longarm.statements.candidates import Candidate, Frame, clipped, in_cue
from longarm.statements.counts import counting, sums, units
from longarm.statements.counts.inherited import Counted, inherited
from longarm.statements.counts.measures import measures_by_id
from longarm.statements.extractors import portion, response
from longarm.statements.extractors.referring import is_told_before, refers_back
from longarm.statements.extractors.speakers import said_of, speaks, within_source
from longarm.statements.relevance import is_short
from longarm.statements.text import Part


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A figure for every count of a passage that can tell of repression across borders, or of a short text, which was
    chosen for what it says; two for "the arrest and indictment of two people"."""
    if not (frame.relevant[index] or is_short(frame.text.parts)):
        return
    part = frame.text.parts[index]
    beside: dict[int, list[Counted]] = {}
    before: list[Counted] = []
    for quantity in part.quantities:
        head = counting.counted(part, quantity)
        known = units.with_unit(frame, index, quantity) if _is_figure(quantity) else None
        if known is None:
            measure = sums.measure_of(part, quantity)
            if measure or quantity.reason in _BESIDE:
                told = Counted(quantity, head, (measure,) if measure else ())
                beside.setdefault(part.clause_of(head), []).append(told)
            continue
        noun = counting.counted(part, known)
        present = counting.near(part.parse, noun, frame.topic)
        measures = counting.measures_of(part, known, noun, frame.topic, present)
        one = inherited(part, Counted(known, head, measures, noun), before)
        before.append(one)
        if not _is_article(part, known, one.measures) and not _is_audience(known, one.measures):
            beside.setdefault(part.clause_of(head), []).append(one)
    for clause, counted in beside.items():
        for number, one in enumerate(counted):
            if one.measures and not _in_title(frame, index, one.quantity) and not speaks(frame, part, one):
                yield from _figures(frame, index, clause, counted, number)


_BESIDE = frozenset({"money", "percentage", "fraction"})  # what shares a clause with counts and has words of its own


def _is_figure(quantity: Quantity) -> bool:
    return quantity.is_count or quantity.relation in ("majority", "ratio")


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


def _figures(frame: Frame, index: int, clause: int, beside: Sequence[Counted], number: int) -> Iterator[Candidate]:
    part = frame.text.parts[index]
    quantity, head, measures = beside[number].quantity, beside[number].head, beside[number].measures
    if refers_back(part, quantity, head, measures) or is_told_before(frame, index, quantity):
        return
    first, last = within_source(frame, part, beside[number]) or portion.extent(
        part, clause, [one.quantity for one in beside], number
    )
    anchor = _deed(frame, index, head)
    for measure in measures:
        start = _event_start(part, measure, head, first) if len(measures) > 1 else first
        begin, (start, end) = start, clipped(frame, index, start, last, anchor)
        if begin <= part.tokens_of(quantity.span)[0] < start:
            start, end = begin, last  # '28 "extremists"': the noun alone is in quotation marks
        start = _after_hearer(frame, index, quantity, start)
        top = counting.top(part.parse, head)
        if part.parse.deps[top] == "dobj" and first <= part.parse.heads[top] < start and end <= head + 1:
            start = part.parse.heads[top]  # "documented 28 cases"
        if part.parse.deps[top] == "nsubjpass" and end <= part.parse.heads[top] < last:
            end = last  # "dozens were denied passports": the cue is what befell them
        method = next(iter(_methods_of(measure)), "")
        if not method and frame.topic.methods:
            near = [hit for hit in frame.hits[index] if first <= hit.first < last]
            method = min(near, key=lambda hit: (-hit.weight, hit.rank)).entry if near else ""
        told = said_of(frame, part, beside[number], anchor)
        yield Candidate("figure", index, clause, start, end, told, method, measure, quantity, head, head)


def _after_hearer(frame: Frame, index: int, quantity: Quantity, start: int) -> int:
    """Where a figure begins that follows who was told of it: "told the chamber about | the alleged 11 offices"."""
    part = frame.text.parts[index]
    parse, begin = part.parse, portion.start(part, quantity)
    verb = parse.heads[start] if parse.deps[start] in ("dobj", "dative") else parse.heads[parse.heads[start]]
    if start >= begin or verb >= start or not in_cue(frame, index, verb):
        return start
    about = begin if parse.lowers[begin] in _ABOUT else begin - 1
    if about <= start or parse.lowers[about] not in _ABOUT or any(parse.pos[t] == "VERB" for t in range(start, about)):
        return start
    return about + 1


_ABOUT = frozenset({"about", "of", "on"})


def _deed(frame: Frame, index: int, head: int) -> int:
    """The token that decides who tells of a count: its head; the refusal where a deed was refused and no answer, which
    the author tells ("refused to renew the passports of 42 students")."""
    parse = frame.text.parts[index].parse
    for speech in frame.chains.covering(parse.starts[head]):
        cue = speech.attribution.cue
        token = parse.token_at(cue[0].start) if cue and speech.attribution.attitude == "declines" else None
        if token is not None and (parse.heads[head] == token or response.is_deed(frame, index, speech)):
            return token
    return head


def _methods_of(measure: str) -> tuple[str, ...]:
    known = measures_by_id().get(measure)
    return known.methods if known else ()


def _is_article(part: Part, quantity: Quantity, measures: tuple[str, ...]) -> bool:
    """Whether "one" only stands for "a", with a noun that the codebook does not count: "one sheet of paper"; not where
    it stands for one of those counted before, or "only" or the like says how few."""
    if quantity.span.words.lower() != "one" or not quantity.unit:
        return False
    first = part.tokens_of(quantity.span)[0]
    if _is_listed(part, quantity) or quantity.whole:
        return False
    if "incident" in measures:
        return _is_example(part, quantity, first)
    if any(m in measures_by_id() for m in measures):
        return False
    return first == 0 or part.parse.lowers[first - 1] not in ("only", "just", "single", "merely")


def _is_listed(part: Part, quantity: Quantity) -> bool:
    """Whether "one" stands among other counts, so that it is one too: "five offices, one bank and two airlines"."""
    offset, text = part.parse.offset, part.parse.text
    for other in part.quantities:
        if not other.is_count or other is quantity or other.unit_span is None or quantity.unit_span is None:
            continue
        one, two = (other, quantity) if other.span.start < quantity.span.start else (quantity, other)
        assert one.unit_span is not None
        gap = text[one.unit_span.end - offset : two.span.start - offset].strip()
        if one.unit_span.end <= two.span.start and gap in _JOINTS:
            return True
    return False


_JOINTS = frozenset({",", "and", "or", ", and", ", or", "plus", "&"})


def _is_example(part: Part, quantity: Quantity, first: int) -> bool:
    """Whether "one case" is told as an example: "in one case, ...", "hers is only one example"."""
    parse, head = part.parse, counting.counted(part, quantity)
    if first > 0 and parse.lowers[first - 1] == "in" and parse.deps[head] == "pobj":
        return True
    is_there = any(parse.deps[child] == "expl" for child in parse.children[parse.heads[head]])
    return parse.deps[head] == "attr" and not is_there


def _is_audience(quantity: Quantity, measures: tuple[str, ...]) -> bool:
    """Whether followers, views or votes are counted, whom nothing befell: no figure of a case."""
    return quantity.unit_head in load("en").units.audience and measures == (quantity.unit_head,)


def _event_start(part: Part, measure: str, head: int, first: int) -> int:
    """For one of several event nouns: the noun itself."""
    known = measures_by_id().get(measure)
    nouns = {*known.nouns, *known.verbs} if known else set()
    for token in range(first, head):
        if part.parse.lemmas[token] in nouns:
            return token
    return first

"""Moments: when something was, as of when it was counted, and when it was said."""

from collections.abc import Sequence

from longarm.languages import load
from longarm.languages.loader import Times
from longarm.model.statements import Quantity, TimeMention
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.counts.parted import is_whole
from longarm.statements.parse import Parse
from longarm.statements.scenes.asof import as_of
from longarm.statements.scenes.joined import joined_to
from longarm.statements.scenes.placeroles import is_near
from longarm.statements.text import Part


def times(frame: Frame, candidate: Candidate) -> tuple[TimeMention | None, TimeMention | None, TimeMention | None]:
    """Period, as-of and said-at of a statement.

    A time in the statement's own clause is its period ("as of" and "by" beside a count: its as-of). A range that stands
    with the words of saying is still the period of what is said; a single date there is when it was said. What
    somebody answers for is not dated by the answering ("convicted on Wednesday for deporting six").
    """
    part = frame.text.parts[candidate.part]
    clause = part.clauses[candidate.clause]
    own = [t for t in part.times if t.kind != "duration" and is_near(part, candidate, t.span)]
    cues = _cue_tokens(frame, part, candidate)
    own = [t for t in own if not (_is_aside(part, candidate, t) or _is_of_whole(part, candidate, t))]
    own = [t for t in own if not _dates_the_answering(part, candidate, t)]
    said = [t for t in own if clause.head in cues and not _is_counted_in(part, candidate, t)]
    said = [t for t in said if as_of(part, candidate, t) is None]
    own = [t for t in own if t not in said]
    above = [
        t
        for upper in part.above(candidate.clause)
        if upper.head in cues
        for t in part.times
        if t.kind != "duration" and part.within(t.span, upper.first, upper.last) and t not in own
    ]
    said.extend(above)
    said.extend(t for t in _when_speaking(part, candidate, cues) if t not in own)
    if not own:
        own = [t for t in said if _is_range(t)]
    said = [t for t in said if t not in own]
    own = _of_own_count(part, candidate, own) if own else _shared(part, candidate)
    counted = next((t for t in own if as_of(part, candidate, t) is not None), None)
    dated = sorted(
        (t for t in own if t is not counted), key=lambda t: (t.kind == "recurring", not _is_inside(part, candidate, t))
    )
    period = next(iter(dated), None)
    if period is not None and _is_counted_in(part, candidate, period):
        said = [t for t in said if not _is_of_a_count(part, t)]
    said = [t for t in said if not _is_range(t) and not _is_with_a_count(part, candidate, t)]
    return period, as_of(part, candidate, counted) if counted else None, (said[0] if said else None)


def _of_own_count(part: Part, candidate: Candidate, own: Sequence[TimeMention]) -> list[TimeMention]:
    """The times that stand with the number of a figure, where one does; else those that stand with no bare one:
    "from 54 in May to 102 by the end of the year"."""
    if candidate.kind != "figure" or candidate.quantity is None or len(own) < 2:
        return list(own)
    number = candidate.quantity.span.start
    counts = [q for q in part.quantities if q.is_count]
    owners = {time: _owner(part, counts, time) for time in own}
    mine = [time for time in own if owners[time] == number]
    bare = {q.span.start for q in counts if q.unit_span is None}
    return mine or [time for time in own if owners[time] not in bare] or list(own)


def _owner(part: Part, counts: Sequence[Quantity], time: TimeMention) -> int:
    """The number that a time stands right behind, or right before after a comma; -1 for none."""
    parse, tokens = part.parse, part.tokens_of(time.span)
    after = parse.ends[tokens[-1]]
    first = tokens[0] - 1 if parse.pos[tokens[0] - 1] in ("ADP", "DET", "SCONJ") else tokens[0]
    is_leading = first <= parse.sentences[parse.sentence_of(tokens[0])][0] or parse.lowers[first - 1] in _LEADING
    for quantity in counts if is_leading else ():
        between = parse.text[after - parse.offset : quantity.span.start - parse.offset].strip()
        if quantity.span.start >= after and between in ("", ",", ":") and quantity.unit_span is None:
            return quantity.span.start
    before = [q for q in counts if q.span.end <= time.span.start]
    if not before:
        return -1
    last = part.tokens_of(before[-1].unit_span or before[-1].span)[-1]
    is_near = 0 < tokens[0] - last <= BESIDE and "," not in parse.words[last : tokens[0]]
    return before[-1].span.start if is_near else -1


_LEADING = frozenset({",", ";", "and", ":", "while", "but"})


def _shared(part: Part, candidate: Candidate) -> list[TimeMention]:
    """The times that open the clause which that of a count is joined to: "In May it opened nine files and | closed
    five"."""
    owner = joined_to(part, candidate) if candidate.kind == "figure" else None
    if owner is None:
        return []
    return [t for t in part.times if t.kind != "duration" and part.within(t.span, owner.first, owner.head)]


def _is_of_whole(part: Part, candidate: Candidate, time: TimeMention) -> bool:
    """Whether a time tells of the whole and the candidate is its part, or the other way about: "of the 16 | seized in
    2018 |, ten were freed | last year"."""
    quantity = candidate.quantity
    if candidate.kind != "figure" or quantity is None:
        return False
    parse, tokens = part.parse, part.tokens_of(quantity.span)
    if is_whole(part, quantity):
        return not part.within(time.span, tokens[0], parse.subtree(candidate.scope_head)[1])
    of = (
        next((c for t in tokens for c in parse.children[t] if parse.lowers[c] == "of"), None)
        if quantity.whole
        else None
    )
    return of is not None and part.within(time.span, *parse.subtree(of))


def _when_speaking(part: Part, candidate: Candidate, cues: set[int]) -> list[TimeMention]:
    """The times of a participle that opens the words of saying: "speaking in Ottawa on Monday, she said"."""
    parse, words = part.parse, load("en").times
    heads = {upper.head for upper in part.above(candidate.clause) if upper.head in cues}
    heads.add(part.clauses[candidate.clause].head)
    opening = [
        clause
        for clause in part.clauses
        if clause.dep == "advcl"
        and parse.heads[clause.head] in heads & cues
        and clause.head < parse.heads[clause.head]
        and parse.tags[clause.head] in ("VBG", "VBN")
        and parse.lemmas[clause.head] in words.speaking
    ]
    return [
        t
        for t in part.times
        for clause in opening
        if t.kind != "duration" and part.within(t.span, clause.first, clause.last)
    ]


def _is_aside(part: Part, candidate: Candidate, time: TimeMention) -> bool:
    """Whether a time dates only what is told aside of somebody: "Roe, who moved there in 2009, had infiltrated"."""
    parse, tokens = part.parse, part.tokens_of(time.span)
    head = part.clauses[part.clause_of(tokens[0])].head if len(tokens) else candidate.anchor
    if head == part.clauses[candidate.clause].head or parse.deps[head] != "relcl":
        return False
    low, high = parse.subtree(head)
    if low == 0 or parse.words[low - 1] not in _SET_OFF or low <= candidate.anchor < high:
        return False
    return parse.heads[head] != candidate.scope_head


_SET_OFF = frozenset({",", "—", "–", "-", "("})


def _is_counted_in(part: Part, candidate: Candidate, time: TimeMention) -> bool:
    """Whether a count has a time in its own words that is longer than a day: "recorded 17 cases in 2021"."""
    return time.precision not in ("day", "unknown") and _is_inside(part, candidate, time)


def _is_of_a_count(part: Part, time: TimeMention) -> bool:
    """Whether the clause has a count before a time: "17 cases in 2021, 23 in 2022"."""
    sentence = part.parse.sentence_of(part.tokens_of(time.span)[0])
    first = part.parse.starts[part.parse.sentences[sentence][0]]
    return any(q.is_count and first <= q.span.start < time.span.start for q in part.quantities)


def _is_with_a_count(part: Part, candidate: Candidate, time: TimeMention) -> bool:
    """Whether a time stands right behind another count, which it dates: "1,034 cases, 125 of them in 2023 alone"."""
    own = candidate.quantity.span.start if candidate.quantity else -1
    first = part.tokens_of(time.span)[0]
    return any(
        0 < first - part.tokens_of(q.span)[-1] <= BESIDE
        and "," not in part.parse.words[part.tokens_of(q.span)[-1] : first]
        for q in part.quantities
        if q.is_count and q.span.start != own and q.span.end <= time.span.start
    )


BESIDE = 5  # tokens from a count to the time that dates it


def _is_inside(part: Part, candidate: Candidate, time: TimeMention) -> bool:
    return candidate.kind == "figure" and part.within(time.span, candidate.first, candidate.last)


def _dates_the_answering(part: Part, candidate: Candidate, time: TimeMention) -> bool:
    """Whether a time dates what somebody is held to account with, and the candidate is what for: a deed below it."""
    preposition, tokens = _answered(part.parse, candidate.anchor, load("en").times), part.tokens_of(time.span)
    if preposition is None or not len(tokens):
        return False
    low, high = part.parse.subtree(preposition)
    return not low <= tokens[0] < high


def _answered(parse: Parse, token: int, words: Times) -> int | None:
    """The preposition above a deed that somebody answers for: "for" in "were convicted for deporting six"."""
    at, is_done = token, parse.tags[token] == "VBG"
    while parse.heads[at] != at:
        above = parse.heads[at]
        verb = _verb(parse, above)
        is_answer = parse.pos[verb] == "VERB" and parse.lemmas[verb] in words.answering
        if parse.deps[at] in ("pobj", "pcomp") and is_answer:
            if parse.lowers[above] in words.answering_for and parse.lemmas[at] not in words.answering_counts:
                return above
            if parse.lowers[above] in words.answering_with and is_done:
                return above
        at = above
        is_done = is_done or parse.tags[at] == "VBG"
    return None


def _verb(parse: Parse, preposition: int) -> int:
    """What a preposition hangs on, over the date that the parser hung it on: "jailed on 3 May over"."""
    at = parse.heads[preposition]
    while parse.deps[at] in ("pobj", "npadvmod", "nummod") and _is_date(parse, at):
        at = parse.heads[at]
        at = parse.heads[at] if parse.deps[at] == "prep" else at
    return at


def _is_date(parse: Parse, token: int) -> bool:
    return any(first <= token < last and label == "DATE" for first, last, label in parse.entities)


def _cue_tokens(frame: Frame, part: Part, candidate: Candidate) -> set[int]:
    char = part.parse.starts[candidate.anchor]
    return {
        token
        for speech in frame.chains.covering(char)
        for span in speech.attribution.cue
        for token in part.tokens_of(span)
        if part.parse.starts[0] <= span.start < part.parse.ends[-1]
    }


def _is_range(time: TimeMention) -> bool:
    return time.kind == "range" or time.start != time.end or time.marker in ("since", "between", "from", "during")

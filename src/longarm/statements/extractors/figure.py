"""Figures: how many, of what, where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from longarm.languages import discourse
from longarm.model.spans import Span
from longarm.model.statements import Quantity
from longarm.statements import counting, sums, units
from longarm.statements.candidates import Candidate, Frame, clipped, in_cue
from longarm.statements.discourse.names import head_of
from longarm.statements.extractors import endings, portion, response
from longarm.statements.measures import measures_by_id
from longarm.statements.relevance import is_short
from longarm.statements.text import Part


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A figure for every count of a passage that can tell of repression across borders, or of a short text, which was
    chosen for what it says; two for "the arrest and indictment of two people"."""
    if not (frame.relevant[index] or is_short(frame.text.parts)):
        return
    part = frame.text.parts[index]
    beside: dict[int, list[_Counted]] = {}
    for quantity in part.quantities:
        head = counting.counted(part, quantity)
        known = units.with_unit(frame, index, quantity) if _is_figure(quantity) else None
        if known is None:
            measure = sums.measure_of(part, quantity)
            if measure or quantity.reason in _BESIDE:
                told = _Counted(quantity, head, (measure,) if measure else ())
                beside.setdefault(part.clause_of(head), []).append(told)
            continue
        noun = counting.counted(part, known)
        present = counting.near(part.parse, noun, frame.topic)
        measures = counting.measures_of(part, known, noun, frame.topic, present)
        if not _is_article(part, known, measures):
            beside.setdefault(part.clause_of(head), []).append(_Counted(known, head, measures))
    for clause, counted in beside.items():
        for number, one in enumerate(counted):
            if one.measures and not _in_title(frame, index, one.quantity) and not _speaks(frame, part, one):
                yield from _figures(frame, index, clause, counted, number)


_RALLYING = frozenset({"protest", "rally", "march", "demonstrate", "gather", "campaign"})


@dataclass(frozen=True, slots=True)
class _Counted:
    """A quantity with what it counts, the token of that, and the measures that it is a figure of; none for money."""

    quantity: Quantity
    head: int
    measures: tuple[str, ...]


_BESIDE = frozenset({"money", "percentage", "fraction"})  # what shares a clause with counts and has words of its own


def _is_figure(quantity: Quantity) -> bool:
    return quantity.is_count or quantity.relation in ("majority", "ratio")


def _speaks(frame: Frame, part: Part, counted: _Counted) -> bool:
    """Whether a number only counts those who speak: "seven said that ..."; not "12 states backed the appeal", nor a
    number inside the name of the source ("papers given to a group with nine branches")."""
    if _is_surveyed(part, counted) or _is_rallying(part, counted):
        return False
    for speech in frame.chains.speeches:
        attribution = speech.attribution
        if not any(span.contains(counted.quantity.span) for span in attribution.source):
            continue
        cues = {token for span in attribution.cue for token in part.tokens_of(span)}
        if _acting(part, counted.head) in cues and not attribution.is_direct and _has_noun_for_content(part, cues):
            continue
        if any(counted.head in _speakers(part, span) for span in attribution.source):
            return True
    return False


def _is_surveyed(part: Part, counted: _Counted) -> bool:
    """Whether those who speak are a share of all who were asked, which is what is told: "half of the guards said so",
    "of 60 guards, 12 said so"."""
    quantity = counted.quantity
    parse, head, after = part.parse, counted.head, part.tokens_of(quantity.span)[-1] + 1
    if quantity.relation == "ratio" or (parse.lowers[after : after + 1] == ["of"] and _is_number_of(part, after + 1)):
        return True
    if not quantity.unit and _is_of_themselves(part, parse.heads[head]):
        return True
    first = parse.sentences[parse.sentence_of(head)][0]
    if parse.lowers[first] not in ("of", "among", "out") or parse.deps[head] not in ("nsubj", "nsubjpass"):
        return False
    return any(parse.starts[first] < q.span.start < counted.quantity.span.start for q in part.quantities if q.is_count)


def _is_of_themselves(part: Part, verb: int) -> bool:
    """Whether those who speak tell of themselves: "71 said they had been harassed"."""
    parse = part.parse
    told = [child for child in parse.children[verb] if parse.deps[child] == "ccomp" and child > verb]
    subjects = (c for clause in told for c in parse.children[clause] if parse.deps[c] in ("nsubj", "nsubjpass", "poss"))
    return any(parse.lowers[subject] == "they" for subject in subjects)


def _is_rallying(part: Part, counted: _Counted) -> bool:
    """Whether those counted are told of for what they do and not for what they say: "20 people protested outside"."""
    parse = part.parse
    verb = _acting(part, counted.head)
    is_said = any(parse.deps[child] in ("ccomp", "xcomp", "dobj", "parataxis") for child in parse.children[verb])
    return parse.lemmas[verb] in _RALLYING and not is_said


def _is_number_of(part: Part, token: int) -> bool:
    """Whether a definite number stands there: "(ten of) the 32"."""
    parse = part.parse
    return parse.lowers[token : token + 1] in (["the"], ["those"], ["these"]) and parse.tags[token + 1 : token + 2] == [
        "CD"
    ]


def _within_source(frame: Frame, part: Part, counted: _Counted) -> tuple[int, int] | None:
    """The tokens of a figure that stands in the name of who speaks, but does not count them: its own phrase."""
    quantity = counted.quantity
    spans = (span for speech in frame.chains.speeches for span in speech.attribution.source)
    source = next((span for span in spans if span.contains(quantity.span)), None)
    if source is None:
        return None
    tokens = part.tokens_of(quantity.span)
    if _acting(part, counted.head) in _cues(frame, part, source):
        of_work = part.parse.lowers[tokens[0] - 1] == "of" and counted.head not in _speakers(part, source)
        return (part.tokens_of(source)[0], counted.head + 1) if of_work else None
    first = portion.start(part, quantity)
    if part.parse.deps[first] == "prep":
        return first, endings.phrase_end(part, first, tokens[-1] + 1)
    unit = part.tokens_of(quantity.unit_span)[-1] if quantity.unit_span else tokens[-1]
    return first, max(unit, tokens[-1]) + 1


def _cues(frame: Frame, part: Part, source: Span) -> set[int]:
    """The tokens of the cues that a source speaks with."""
    speeches = [speech.attribution for speech in frame.chains.speeches if source in speech.attribution.source]
    return {token for attribution in speeches for span in attribution.cue for token in part.tokens_of(span)}


def _speakers(part: Part, source: Span) -> set[int]:
    """The tokens of a source that stand for who speaks: its head, what that is a number of, what is joined to it."""
    parse, head = part.parse, head_of(part.parse, source.start, source.end)
    found = {head} if head is not None else set()
    for token in part.tokens_of(source):
        above = parse.heads[token]
        if parse.deps[token] == "pobj" and parse.lowers[above] == "of":
            above = parse.heads[above]
            if parse.lemmas[above] in discourse.load("en").works:
                continue  # "a study of seven states found that"
        elif parse.deps[token] not in ("conj", "nummod"):
            continue
        if above in found:
            found.add(token)
    return found


def _has_noun_for_content(part: Part, cues: set[int]) -> bool:
    """Whether what hangs on a verb of saying is a thing and no clause: "backed the appeal", "raised the concern"."""
    parse = part.parse
    deps = {parse.deps[child] for cue in cues for child in parse.children[cue]}
    after = {parse.deps[child] for cue in cues for child in parse.children[cue] if child > cue}
    is_thing = "dobj" in after or ("nsubjpass" in deps and "agent" in deps)
    return is_thing and not after & {"ccomp", "xcomp", "advcl"}


def _acting(part: Part, head: int) -> int:
    """The verb that those counted are the subject or agent of: "backed" in "was backed by 12 states"."""
    parse, top = part.parse, counting.top(part.parse, head)
    above = parse.heads[top]
    return parse.heads[above] if parse.deps[above] == "agent" else above


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


def _figures(frame: Frame, index: int, clause: int, beside: Sequence[_Counted], number: int) -> Iterator[Candidate]:
    part = frame.text.parts[index]
    quantity, head, measures = beside[number].quantity, beside[number].head, beside[number].measures
    if _refers_back(part, quantity, head, measures) or _is_told_before(frame, index, quantity):
        return
    first, last = _within_source(frame, part, beside[number]) or portion.extent(
        part, clause, [one.quantity for one in beside], number
    )
    anchor = _deed(frame, index, head)
    for measure in measures:
        start = _event_start(part, measure, head, first) if len(measures) > 1 else first
        start, end = clipped(frame, index, start, last, anchor)
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
        yield Candidate("figure", index, clause, start, end, anchor, method, measure, quantity, head, head)


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


def _refers_back(part: Part, quantity: Quantity, head: int, measures: tuple[str, ...]) -> bool:
    """Whether a number only stands for people or things counted before: "the two were charged", "the two sides"."""
    first = part.tokens_of(quantity.span)[0]
    if quantity.span.words.lower() == "one" and first > 0 and part.parse.lowers[first - 1] == "not":
        return True  # "not one office" is none, which the clause itself tells
    definite = first > 0 and part.parse.lowers[first - 1] in ("the", "these", "those", "both")
    if part.parse.deps[head] == "attr":
        return False  # "X and Y are the two other countries"
    if (
        quantity.unit
        and part.parse.lowers[max(first - 2, 0) : first] == ["of", "the"]
        and any(first - 3 in part.tokens_of(other.span) for other in part.quantities)
    ):
        return False  # "three of the five suspects" tells that there are five
    known = quantity.unit and any(_is_own(measure) for measure in measures)
    between = part.parse.deps[head] == "pobj" and part.parse.lowers[part.parse.heads[head]] == "between"
    return definite and (between or not (known or _is_placed(part, quantity))) and "other" not in quantity.flags


def _is_placed(part: Part, quantity: Quantity) -> bool:
    """Whether a bare number says of those counted where they are: "the three in Peru"."""
    parse, after = part.parse, part.tokens_of(quantity.span)[-1] + 1
    if quantity.unit or parse.lowers[after : after + 1] not in (["in"], ["across"], ["outside"]):
        return False
    place = [c for c in parse.children[after] if parse.deps[c] == "pobj"]
    return any(t.role == "place" and part.tokens_of(t.span)[-1] in place for t in part.toponyms)


FEW = 12  # so many and fewer, with "the", are mostly those told of before


def _is_told_before(frame: Frame, index: int, quantity: Quantity) -> bool:
    """Whether "the two offices" only stand for as many told of before."""
    part = frame.text.parts[index]
    first = part.tokens_of(quantity.span)[0]
    if first == 0 or part.parse.lowers[first - 1] not in ("the", "these", "those", "both") or quantity.relation:
        return False
    if not isinstance(quantity.value, int) or quantity.value > FEW or not quantity.unit or "other" in quantity.flags:
        return False
    return any(
        other.value == quantity.value and other.span.start < quantity.span.start and other.unit_head
        for before in frame.text.parts[: index + 1]
        for other in before.quantities
        if other.is_count and other.unit_head == quantity.unit_head
    )


def _is_own(measure: str) -> bool:
    """Whether the codebook counts the thing itself, and not only beside another that it took part in or holds."""
    known = measures_by_id().get(measure)
    return known is not None and bool(known.relations or not known.beside)


def _is_article(part: Part, quantity: Quantity, measures: tuple[str, ...]) -> bool:
    """Whether "one" only stands for "a", with a noun that the codebook does not count: "one sheet of paper"; not where
    it stands for one of those counted before, or "only" or the like says how few."""
    if quantity.span.words.lower() != "one" or not quantity.unit or any(m in measures_by_id() for m in measures):
        return False
    first = part.tokens_of(quantity.span)[0]
    return first == 0 or part.parse.lowers[first - 1] not in ("only", "just", "single", "merely")


def _event_start(part: Part, measure: str, head: int, first: int) -> int:
    """For one of several event nouns: the noun itself."""
    known = measures_by_id().get(measure)
    nouns = {*known.nouns, *known.verbs} if known else set()
    for token in range(first, head):
        if part.parse.lemmas[token] in nouns:
            return token
    return first

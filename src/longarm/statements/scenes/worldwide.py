"""Worldwide: where a figure counts in the whole world, by its words or as a total without a narrower place."""

import functools
import re

from longarm.codebook import loader
from longarm.languages import clauses as clause_words
from longarm.model.places import WORLD
from longarm.model.statements import Toponym
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.counts.parted import is_whole
from longarm.statements.scenes.placeroles import is_near, role
from longarm.statements.text import Part

_WORLD_WORDS = re.compile(r"\b(?:world(?:wide)?|globe|globally|planet)\b", re.IGNORECASE)
_TOTAL_WORDS = re.compile(r"\b(?:in total|in all|overall|altogether|a total of)\b", re.IGNORECASE)
_ABROAD = re.compile(r"\b(?:abroad|(?:beyond|outside) (?:its|the country['’]s) (?:own )?borders)\b", re.IGNORECASE)


def world(frame: Frame, part: Part, candidate: Candidate) -> Toponym | None:
    """The world as a figure's place: "worldwide", or a total or a count of host places without any narrower place."""
    parse = part.parse
    clause = part.clauses[candidate.clause]
    low, high = min(clause.first, candidate.first), max(clause.last, candidate.last)
    start, end = parse.starts[low], parse.ends[high - 1]
    words = parse.text[start - parse.offset : end - parse.offset]
    if (match := _WORLD_WORDS.search(words)) and not _is_said_of_another(part, candidate, start + match.start()):
        span = parse.chars(start + match.start(), start + match.end())
        return Toponym(span, "place", WORLD, (), f"“{match.group()}” stands for the world")
    hosts, counted = _hosting()
    narrower = any(
        t.role == "place" and t.place != frame.topic.declared and is_near(part, candidate, t.span)
        and role(frame, part, candidate, t) == "site"
        for t in part.toponyms
    )  # fmt: skip
    if narrower or candidate.measure not in hosts | counted or _is_at_an_unknown_place(part, candidate):
        return None
    if part.clauses[candidate.clause].dep != "relcl" and not _has_place(frame, part, candidate):
        low, high = parse.sentences[clause.sentence]
    lands = clause_words.load("en").lands
    beside_hosts = any(q.unit_head in lands and part.within(q.span, low, high) for q in part.quantities if q.is_count)
    quantity = candidate.quantity
    is_abroad = quantity is not None and not (quantity.whole or quantity.relation) and _ABROAD.search(words)
    if candidate.measure in hosts or beside_hosts or is_abroad or _TOTAL_WORDS.search(words):
        span = candidate.span(part)
        return Toponym(span, "place", WORLD, (), "a total without a narrower place is taken for the world")
    return None


def _is_said_of_another(part: Part, candidate: Candidate, char: int) -> bool:
    """Whether "worldwide" stands with another count of the clause: "over 50 globally, with three in the north"."""
    own = candidate.quantity.span.start if candidate.quantity else -1
    if part.parse.starts[candidate.first] <= char < part.parse.ends[candidate.last - 1]:
        return False
    others = [q for q in part.quantities if q.is_count and q.span.start != own]
    if char < own:
        return any(q.span.start < char for q in others if q.unit_span is not None)
    return any(own < q.span.start < char and is_whole(part, q) for q in others)


def _is_at_an_unknown_place(part: Part, candidate: Candidate) -> bool:
    """Whether a figure counts in a named place that the gazetteer does not know: "three of them in the GTA"."""
    parse = part.parse
    return any(
        parse.pos[token] == "PROPN"
        and parse.deps[token] == "pobj"
        and parse.lowers[parse.heads[token]] in ("in", "near", "around")
        and not any(t.span.start < parse.ends[token] and parse.starts[token] < t.span.end for t in part.toponyms)
        and not any(t.span.start < parse.ends[token] and parse.starts[token] < t.span.end for t in part.times)
        for token in range(candidate.first, candidate.last)
    )


@functools.cache
def _hosting() -> tuple[frozenset[str], frozenset[str]]:
    """The measures that count places which hold something, and those that they are related to."""
    holding = [measure for measure in loader.measures() if any(r.kind == "hosts" for r in measure.relations)]
    return frozenset(m.id for m in holding), frozenset(r.measure for m in holding for r in m.relations)


def _has_place(frame: Frame, part: Part, candidate: Candidate) -> bool:
    """Whether the sentence of a figure names a place, but for the state that runs what is counted."""
    low, high = part.parse.sentences[part.clauses[candidate.clause].sentence]
    places = (t for t in part.toponyms if t.role == "place" and part.within(t.span, low, high))
    return any(t.place != frame.topic.declared for t in places)

"""Gaps: what is told with the verb of the clause before it left out: "one lost his job, the other his flat", "a blogger
was arrested in Peru, an editor in Chad"; what is counted so ("Chad expelled two, Peru three") the figures tell."""

import itertools
from collections.abc import Iterator

from longarm.codebook import loader
from longarm.codebook.assessments import WORDS
from longarm.codebook.cues import best
from longarm.codebook.loader import people_nouns
from longarm.codebook.terms import PROCEEDINGS
from longarm.statements.candidates import Candidate, Frame, clause_hits
from longarm.statements.clauses import Clause, subject
from longarm.statements.parse import Parse
from longarm.statements.scenes.doers import method_of
from longarm.statements.text import Part

_MARKS = frozenset({",", ";"})
_TERMS = frozenset({"year", "month", "week", "day"})  # of a sentence, which no figure counts
_OTHERS = frozenset({"other", "others", "second", "third", "fourth", "another", "some"})
_WHERE = frozenset({"in", "at", "from", "to", "by", "on"})
SHORTEST = 5  # tokens of a predicate with what is told after it
LONGEST = 12  # tokens of what is told without a verb


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A statement of the kind of a clause for each thing told after it, whose verb is the same and not said again."""
    part = frame.text.parts[index]
    if not frame.relevant[index]:
        return
    for number, clause in enumerate(part.clauses):
        if clause.last - clause.head < SHORTEST or part.parse.pos[clause.head] != "VERB":
            continue
        for first, last in _gapped(part, clause):
            if any(first <= part.tokens_of(q.span)[0] < last for q in part.quantities if q.is_count):
                continue  # the figure tells it
            kind, stage = _kind(frame, index, number)
            method = method_of(frame, index, best(clause_hits(frame, index, number)))
            yield Candidate(kind, index, number, first, last, first, method, stage=stage)


def _gapped(part: Part, clause: Clause) -> Iterator[tuple[int, int]]:
    """The first token and one past the last of each stretch behind a predicate that has what it happened to, and
    whom or where, and no verb."""
    parse = part.parse
    who = subject(parse, clause.head)
    if who is None:
        return
    joints = [t for t in clause.tokens if t > clause.head and (parse.words[t] in _MARKS or parse.lowers[t] == "and")]
    for joint, following in itertools.pairwise([*joints, clause.last]):
        first = joint + 1
        if not 1 < following - first <= LONGEST:
            continue
        stretch = range(first, following)
        if any(parse.pos[t] in ("VERB", "AUX") or parse.tags[t] in ("WDT", "WP") for t in stretch):
            continue
        if _is_paired(parse, clause, stretch) or _is_elsewhere(parse, clause, who, joint, stretch):
            yield first, following


def _is_paired(parse: Parse, clause: Clause, stretch: range) -> bool:
    """Whether a noun stands right before the article of the next: "Peru the publisher", "the other his flat"."""
    second = next((t for t in stretch[1:] if parse.tags[t] in ("DT", "PRP$", "CD") and parse.pos[t - 1] != "ADP"), None)
    if second is None:
        return False
    is_whole = parse.pos[second - 1] in ("NOUN", "PROPN") or parse.lowers[second - 1] in _OTHERS
    if not (is_whole or (parse.pos[second - 1] == "ADJ" and parse.heads[second - 1] > second)):  # "the younger | his"
        return False
    if any(parse.pos[t] == "ADP" for t in range(stretch[0] + 1, second)):
        return False
    if parse.tags[second] == "CD":
        return any(parse.lemmas[t] in _TERMS for t in range(clause.head, stretch[0]))
    return parse.tags[stretch[0]] in ("DT", "PRP$", "NNP", "IN") or parse.lowers[stretch[0]] in _OTHERS


def _is_elsewhere(parse: Parse, clause: Clause, who: int, joint: int, stretch: range) -> bool:
    """Whether somebody is told of with another place or means than the subject of the clause, in the same words."""
    at = next((t for t in stretch if parse.lowers[t] in _WHERE), None)
    if at is None or at == stretch[0] or parse.lowers[stretch[0]] in _WHERE:
        return False
    told = parse.lemmas[at - 1] in people_nouns() or parse.lowers[at - 1] in _OTHERS
    is_like = parse.lemmas[who] in people_nouns() or parse.lowers[who] in _OTHERS or parse.pos[who] == "NUM"
    before = [t for t in clause.tokens if clause.head < t < joint and parse.heads[t] == clause.head]
    preps = [t for t in before if parse.pos[t] == "ADP" and parse.subtree(t)[0] < joint]
    same = preps and (parse.lowers[preps[-1]] == parse.lowers[at] or parse.lowers[stretch[0]] in _OTHERS)
    return bool(told and is_like and same)


def _kind(frame: Frame, index: int, number: int) -> tuple[str, str]:
    """The kind and stage of what the clause itself tells."""
    step = best(hit for hit in frame.judgements[index][number] if hit.entry not in WORDS)
    if step is None:
        return "act", ""
    stage = next(entry.stage for entry in loader.responses() if entry.id == step.entry)
    return ("legal" if stage in PROCEEDINGS else "response"), stage

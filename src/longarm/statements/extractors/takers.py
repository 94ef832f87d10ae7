"""Takers: who takes a step, and against whom: a state or a body of one, no group, nor the one that reaches abroad."""

import functools
from collections.abc import Sequence

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit
from longarm.languages import clauses as clause_words
from longarm.languages import replies
from longarm.statements.candidates import (
    Frame,
)
from longarm.statements.clauses import Clause, agent, is_passive, subject
from longarm.statements.text import Part


def by_state(frame: Frame, part: Part, clause: Clause, tokens: Sequence[int]) -> bool:
    """Whether those who act here, as far as the words tell, are a state or a body of one: no group, outlet, company or
    people, and no thing or event ("his disappearance triggered protests")."""
    parse = part.parse
    actor = agent(parse, clause.head) if is_passive(parse, clause.head) else subject(parse, clause.head)
    if actor is not None and parse.tags[actor] in ("WDT", "WP") and clause.dep == "relcl":
        actor = parse.heads[clause.head]
    if actor is None:
        return not any(parse.deps[t] == "pcomp" and parse.tags[t] == "VBG" for t in tokens)  # "before shutting it down"
    if actor in tokens:
        ceases = parse.lemmas[clause.head] in clause_words.load("en").ceasing  # "the branch closed"
        return not ceases or is_passive(parse, clause.head)
    actor = next((g for c in parse.children[actor] if parse.lowers[c] == "of" for g in parse.children[c]), actor)
    name = [actor, *(c for c in parse.children[actor] if parse.deps[c] in ("compound", "amod", "nmod") and c < actor)]
    words = {form for token in name for form in (parse.lemmas[token], parse.lowers[token])}
    if not words.isdisjoint(assessments().outsiders):
        return False
    is_thing = parse.pos[actor] == "NOUN" and not is_passive(parse, clause.head)
    is_state = any(part.within(t.span, *parse.subtree(actor)) and t.role == "demonym" for t in part.toponyms)
    return not is_thing or is_state or not words.isdisjoint(_powers())


def by_operator(frame: Frame, part: Part, number: int, step: Hit | None = None) -> bool:
    """Whether it is the state whose operations the text tells of that acts here, or is let to act."""
    if not frame.topic.operator:
        return False
    parse, clause = part.parse, part.clauses[number]
    within = clause.tokens[step.first : step.last] if step else ()
    let = [t for t in within if parse.deps[t] == "ccomp" and parse.pos[t] == "VERB"]
    deed = let[0] if let else clause.head
    actor = agent(parse, deed) if is_passive(parse, deed) else subject(parse, deed)
    if actor is None:
        return False
    low, high = parse.subtree(actor)
    start, end = parse.starts[low], parse.ends[min(high, actor + 1) - 1]
    return any(toponym.place == frame.topic.operator and start <= toponym.span.start < end for toponym in part.toponyms)


def is_of_envoys(part: Part, clause: Clause, step: Hit) -> bool:
    """Whether those sent away may be envoys: with a verb of expelling also a number, or nobody named, but no teachers;
    by any other word ("told to leave") only those who are said to be."""
    if step.entry != "expulsion":
        return True
    parse, words = part.parse, assessments()
    sent = [c for c in parse.children[clause.head] if parse.deps[c] in ("dobj", "nsubjpass", "dative")]
    sent = [parse.heads[clause.head] if parse.tags[c] in ("WDT", "WP") else c for c in sent]
    sent += [g for c in sent for p in parse.children[c] if parse.lowers[p] == "of" for g in parse.children[p]]
    known = words.envoys | words.powers | replies.load("en").staff
    nouns = [c for c in sent if parse.pos[c] in ("NOUN", "PROPN")]
    if any(parse.lemmas[c] in known for c in nouns):
        return True
    near = {parse.lemmas[t] for t in clause.tokens[step.first : step.last]}
    lost = replies.load("en").disgrace
    if near & (lost if nouns else words.envoys | lost):
        return True  # not "diplomats told applicants to leave"
    return not nouns and (
        step.cue in ("expel", "expelled") or any(parse.lemmas[t] in words.envoys for t in clause.tokens)
    )


@functools.cache
def _powers() -> frozenset[str]:
    words = assessments()
    return words.powers | words.authorities | words.courts | words.envoys

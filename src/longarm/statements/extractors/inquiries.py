"""Inquiries: investigations of journalists, groups and scholars, which are works and no proceedings."""

from collections.abc import Sequence

from longarm.codebook.assessments import assessments
from longarm.languages import clauses as clause_words
from longarm.languages import discourse as language
from longarm.languages import replies
from longarm.statements.clauses import Clause, agent, is_passive, subject
from longarm.statements.parse import Parse
from longarm.statements.text import Part


def is_of_outsiders(part: Part, clause: Clause, tokens: Sequence[int]) -> bool:
    """Whether who investigates is no state or body of one: an outlet, journalists, a group, scholars; whether by the
    verb ("the group investigated") or the noun ("an investigation by 42 media partners")."""
    parse = part.parse
    head = clause.head
    doer = agent(parse, head) if is_passive(parse, head) else subject(parse, head)
    words = clause_words.load("en")
    nouns = [t for t in tokens if parse.lemmas[t] in words.inquiries and parse.pos[t] in ("NOUN", "PROPN")]
    owners = [owner for noun in nouns for owner in _owners(parse, noun)]
    if owners:
        return all(_is_outsider(parse, owner) for owner in owners)
    governs = head in tokens or any(parse.heads[noun] == head for noun in nouns)
    return governs and doer is not None and _is_outsider(parse, doer)


def _owners(parse: Parse, noun: int) -> list[int]:
    """Whose an inquiry is: "the paper's inquiry", "an inquiry by", "of 42 partners", "in collaboration with"."""
    found = [c for c in parse.children[noun] if parse.deps[c] == "poss"]
    for c in parse.children[noun]:
        if (parse.deps[c] == "prep" and parse.lowers[c] == "by") or parse.deps[c] == "agent":
            found += [g for g in parse.children[c] if parse.deps[g] == "pobj"]
        if parse.deps[c] == "prep" and parse.lowers[c] in ("into", "on"):
            by = [g for p in _below(parse, c) if parse.lowers[p] == "by" for g in parse.children[p]]
            found += [g for g in by if _is_outsider(parse, g)]  # "an inquiry into abuses by 42 media partners"
    return found


def _below(parse: Parse, token: int) -> list[int]:
    return [t for t in range(*parse.subtree(token)) if parse.deps[t] in ("prep", "agent")]


def _is_outsider(parse: Parse, noun: int) -> bool:
    """Whether a noun, with the words before it, names an outlet, a group or people who hold no office."""
    name = [noun, *(c for c in parse.children[noun] if parse.deps[c] in ("compound", "amod", "nmod", "appos"))]
    words = {form for token in name for form in (parse.lemmas[token], parse.lowers[token])}
    if words & (assessments().authorities | assessments().courts) - {"party", "agent", "state"}:
        return False
    outlets = replies.load("en").outlets - {"agency", "post", "times", "channel"}
    return bool(words & (assessments().outsiders | outlets | language.load("en").organisations - assessments().powers))

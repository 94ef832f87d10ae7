"""Stance: the hedges and the negation of one clause, before the voices are counted in."""

from dataclasses import dataclass

from longarm.languages import stance as language
from longarm.model.spans import Span
from longarm.statements.clauses import Clause
from longarm.statements.hedgewords import hedge_kind, is_nearly, is_so_called
from longarm.statements.negation import is_negated
from longarm.statements.parse import Parse


@dataclass(frozen=True, slots=True)
class FoundHedge:
    """A hedge in the text: its kind and its words."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Stance:
    """What a clause does to its assertion: hedges in text order, and whether it is negated."""

    hedges: tuple[FoundHedge, ...] = ()
    is_negated: bool = False


def stance(
    parse: Parse,
    clause: Clause,
    above: tuple[Clause, ...],
    focus: int | None = None,
    cues: frozenset[int] = frozenset(),
) -> Stance:
    """The stance of a clause.

    Args:
        above: the clauses over it, nearest first, as far as the same speaker goes (up to an attribution's content).
        focus: the token the assertion is about, where it is a noun rather than the predicate.
        cues: tokens of saying, whose own negation is part of the voice's attitude and not counted here.
    """
    words = language.load("en")
    hedges: dict[int, FoundHedge] = {}
    for token in clause.tokens:
        kind = hedge_kind(parse, token, words)
        if not kind or _is_of_a_clause_below(parse, token, clause):
            continue
        if _is_of_a_second_verb(parse, token, clause.head if focus is None else focus, clause):
            continue
        if _governs(parse, token, clause.head if focus is None else focus, clause):
            hedges[token] = FoundHedge(kind, _words(parse, token))
    for hedge in _from_above(parse, clause, above, words):
        hedges.setdefault(parse.token_at(hedge.span.start) or 0, hedge)
    for hedge in _conditions(parse, clause, words):
        hedges.setdefault(parse.token_at(hedge.span.start) or 0, hedge)
    ordered = tuple(hedges[token] for token in sorted(hedges))
    return Stance(ordered, is_negated(parse, clause, above, clause.head if focus is None else focus, cues))


def _words(parse: Parse, token: int) -> Span:
    """The words of a hedge: the token, with what a hyphen ties to it ("so-called")."""
    first = token - 2 if is_so_called(parse, token) else token - 1 if is_nearly(parse, token) else token
    return parse.span(first, token + 1)


def _is_of_a_clause_below(parse: Parse, token: int, clause: Clause) -> bool:
    """Whether a noun of doubt is about a clause of its own, and not about the one it stands in: "police look into
    claims that ...", but not "there are claims that ...", whose own clause says nothing else."""
    if parse.pos[token] != "NOUN" or parse.lemmas[clause.head] in ("be", "have"):
        return False
    return any(c > token and c not in clause.tokens and parse.deps[c] in COMPLEMENTS for c in parse.children[token])


def _is_of_a_second_verb(parse: Parse, token: int, target: int, clause: Clause) -> bool:
    """Whether a hedge stands on a further verb of a clause, which shares its subject: "denied it and will appeal"."""
    verb = parse.heads[token]
    if verb == clause.head or parse.deps[verb] != "conj" or parse.heads[verb] != clause.head:
        return False
    low, high = parse.subtree(verb)
    return parse.pos[verb] in ("VERB", "AUX") and not low <= target < high


COMPLEMENTS = ("acl", "ccomp", "relcl")  # of a noun


def _governs(parse: Parse, hedge: int, target: int, clause: Clause) -> bool:
    """Whether a hedge bears on the target: it stands over it, beside it on the same predicate, or before its noun."""
    if hedge == target or target == clause.head:
        return True
    at = target
    for _ in range(12):
        if parse.heads[at] == at:
            break
        at = parse.heads[at]
        if at == hedge:
            return True
    above = parse.heads[hedge]
    at = target
    for _ in range(12):
        if at == above:
            return True
        if parse.heads[at] == at:
            return False
        at = parse.heads[at]
    return False


def _from_above(
    parse: Parse, clause: Clause, above: tuple[Clause, ...], words: language.StanceWords
) -> list[FoundHedge]:
    """Hedges of a clause over this one whose complement this one is: "it is possible that", "there are fears that"."""
    found = []
    below = clause
    for upper in above:
        infinitive = below.dep == "advcl" and parse.tags[below.head] == "VB"
        if below.dep not in ("ccomp", "acl", "csubj", "xcomp", "pcomp", "conj") and not infinitive:
            break
        if ";" in parse.words[min(below.head, upper.head) : max(below.head, upper.head)]:
            break
        for token in upper.tokens:
            kind = hedge_kind(parse, token, words)
            if below.dep == "conj" and token == upper.head:
                continue  # "is believed to lead them and was charged": the belief is about the first alone
            if kind and (token == upper.head or parse.heads[token] == upper.head or parse.heads[below.head] == token):
                found.append(FoundHedge(kind, parse.span(token, token + 1)))
        below = upper
    return found


def _conditions(parse: Parse, clause: Clause, words: language.StanceWords) -> list[FoundHedge]:
    found = []
    for child in parse.children[clause.head]:
        if parse.deps[child] == "mark" and parse.lowers[child] in words.conditions:
            found.append(FoundHedge("conditional", parse.span(child, child + 1)))
        if parse.deps[child] == "advcl":
            marks = [
                m
                for m in parse.children[child]
                if parse.deps[m] == "mark" and parse.lowers[m] in words.conditions and _has_verb(parse, child)
            ]
            found.extend(FoundHedge("conditional", parse.span(mark, mark + 1)) for mark in marks)
    return found


def _has_verb(parse: Parse, head: int) -> bool:
    """Whether a clause has a verb of its own; "if not more" and "if anything" have none and set no condition."""
    return parse.pos[head] in ("VERB", "AUX") or any(parse.pos[c] == "AUX" for c in parse.children[head])

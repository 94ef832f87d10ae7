"""Stance: the hedges and the negation of one clause, before the voices are counted in."""

from collections.abc import Iterator
from dataclasses import dataclass

from longarm.codebook.loader import people_nouns
from longarm.languages import stance as language
from longarm.statements.clauses import Clause, is_passive
from longarm.statements.parse import Parse
from longarm.statements.stance.conditions import conditions
from longarm.statements.stance.falsity import calls_false
from longarm.statements.stance.hedgenouns import CLAUSES
from longarm.statements.stance.hedgewords import hedge_kind, words_of
from longarm.statements.stance.negation import is_negated
from longarm.statements.stance.openness import is_left_open
from longarm.statements.stance.overhead import FoundHedge, asides, from_above, words_around


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
    target = clause.head if focus is None else focus
    hedges: dict[int, FoundHedge] = {}
    for token in clause.tokens:
        kind = hedge_kind(parse, token, words)
        if not kind or _is_of_a_clause_below(parse, token, clause) or _is_called_false(parse, token, clause):
            continue
        if _is_of_a_second_verb(parse, token, target, clause) or _is_exposed(parse, token, clause, words):
            continue
        if _governs(parse, token, target, clause):
            hedges[token] = FoundHedge(kind, words_around(parse, token))
    for hedge in (*from_above(parse, clause, above, words, cues), *asides(parse, clause.head, words)):
        hedges.setdefault(parse.token_at(hedge.span.start) or 0, hedge)
    for mark in (*conditions(parse, clause.head), *_asked_about(parse, target, clause.head)):
        kind = "possible" if parse.lowers[mark] == "whether" else "conditional"
        hedges.setdefault(mark, FoundHedge(kind, parse.span(mark, mark + 1)))
    if (asking := is_left_open(parse, clause.head)) is not None:
        hedges.setdefault(asking, FoundHedge("possible", parse.span(asking, asking + 1)))
    ordered = tuple(hedges[token] for token in sorted(hedges))
    return Stance(ordered, is_negated(parse, clause, above, target, cues))


def _asked_about(parse: Parse, target: int, head: int) -> Iterator[int]:
    """The words that ask whether a deed below a predicate is so: "questions remain over whether they took him"."""
    for _ in range(REACH):
        if target == head or parse.heads[target] == target:
            return
        if parse.deps[target] == "pcomp":
            yield from (c for c in parse.children[target] if parse.lowers[c] == "whether")
        target = parse.heads[target]


def _is_of_a_clause_below(parse: Parse, token: int, clause: Clause) -> bool:
    """Whether a noun of doubt is about a clause of its own, and not about the one it stands in: "police look into
    claims that ...", but not "there are claims that ...", whose own clause says nothing else."""
    if parse.pos[token] != "NOUN" or parse.lemmas[clause.head] in ("be", "have"):
        return False
    if parse.deps[token] in ("nsubj", "nsubjpass") and parse.lemmas[clause.head] in language.load("en").spreading:
        return False  # "concern that relatives are punished has been voiced"
    return any(c > token and c not in clause.tokens and parse.deps[c] in CLAUSES for c in parse.children[token])


def _is_called_false(parse: Parse, token: int, clause: Clause) -> bool:
    """Whether a noun of doubt is what a clause calls false, which denies plainly: "the accusations of it are lies"."""
    return parse.pos[token] == "NOUN" and parse.heads[token] == clause.head and calls_false(parse, clause.head)


def _is_of_a_second_verb(parse: Parse, token: int, target: int, clause: Clause) -> bool:
    """Whether a hedge stands on a further verb of a clause, which shares its subject: "denied it and will appeal"."""
    verb = parse.heads[token]
    if verb == clause.head or parse.deps[verb] != "conj" or parse.heads[verb] != clause.head:
        return False
    low, high = parse.subtree(verb)
    return parse.pos[verb] in ("VERB", "AUX") and not low <= target < high


def _is_exposed(parse: Parse, token: int, clause: Clause, words: language.StanceWords) -> bool:
    """Whether a clause says what a thing of doubtful name really is: "the supposed clerk was in truth a captain"."""
    if parse.deps[token] != "amod" or parse.lemmas[clause.head] != "be" or token > clause.head:
        return False
    told = parse.lowers[clause.head : clause.last]
    return any(tuple(told[at : at + len(p)]) == p for p in words.contrasts for at in range(len(told)))


def _governs(parse: Parse, hedge: int, target: int, clause: Clause) -> bool:
    """Whether a hedge bears on the target: it stands over it, beside it on the same predicate, before its noun, or says
    what its noun is of ("cases of states accused of it")."""
    if hedge == target or _is_within(parse, hedge, target):
        return True
    if target == clause.head:
        return not (_is_a_reason(parse, hedge, clause.head) or _is_of_an_adjunct(parse, hedge))
    at = target
    for _ in range(REACH):
        if parse.heads[at] == at:
            break
        at = parse.heads[at]
        if at == hedge:
            return True
    above = _state_of(parse, hedge)
    at = target
    for _ in range(REACH):
        if at == above:
            return True
        if parse.heads[at] == at:
            return False
        at = parse.heads[at]
    return False


def _state_of(parse: Parse, hedge: int) -> int:
    """What a hedge stands beside; for what somebody is in or has ("are at risk of"), the verb of being."""
    above = parse.heads[hedge]
    verb = parse.heads[above]
    if parse.pos[hedge] == "ADV" and parse.deps[above] == "amod":
        return verb  # "three supposedly secret offices"
    return verb if parse.deps[hedge] == "pobj" and parse.lemmas[verb] in ("be", "remain") else above


REACH = 12  # steps from what is asserted up to what bears on it


def _is_within(parse: Parse, hedge: int, target: int) -> bool:
    """Whether a participle says of a noun, or of what the noun is of, that it is doubtful: "threats said to come from
    agents", "cases of states accused of it", "exiles said to have been kidnapped"; people who are accused, or thought
    to be somebody, are told of plainly."""
    if parse.deps[hedge] != "acl" or parse.pos[target] != "NOUN":
        return False
    befell = any(parse.deps[c] == "xcomp" and is_passive(parse, c) for c in parse.children[hedge])
    if parse.lemmas[target] in people_nouns() and not befell:
        return False
    noun = parse.heads[hedge]
    of = parse.heads[noun]
    return noun == target or (parse.deps[noun] == "pobj" and parse.lowers[of] == "of" and parse.heads[of] == target)


def _is_a_reason(parse: Parse, hedge: int, head: int) -> bool:
    """Whether a noun of doubt only tells why or when something plain was done: "held on suspicion of spying", "arrested
    amid fears of attacks"; not what somebody is in or has ("is at risk of", "was in danger of")."""
    if parse.pos[hedge] != "NOUN" or parse.deps[hedge] != "pobj" or _is_phrase(parse, hedge):
        return False
    if parse.lemmas[head] in language.load("en").static:
        return False
    preposition = parse.heads[hedge]
    return parse.lowers[preposition] in _REASONS and parse.heads[preposition] in (head, *parse.children[head])


def _is_phrase(parse: Parse, hedge: int) -> bool:
    return words_of(parse, hedge) > 1  # "by some accounts"


def _is_of_an_adjunct(parse: Parse, hedge: int) -> bool:
    """Whether an adverb of doubt after a comma is only of the words that follow: "were banned, apparently in reprisal";
    by whom something was done is the deed itself ("killed, apparently by agents")."""
    after, over = hedge + 1, parse.heads[hedge]
    if parse.pos[hedge] == "ADV" and parse.deps[over] == "acl" and parse.tags[over] == "VBN":
        return True  # "the exile, allegedly drugged, was put on a plane"
    if (
        parse.deps[hedge] == "amod"
        and parse.deps[over] == "appos"
        and "," in parse.words[parse.heads[over] + 1 : hedge]
    ):
        return True  # "Freedonia, a suspected customer, has denied it"
    if parse.pos[hedge] == "ADV" and parse.pos[over] == "NOUN" and _is_set_off(parse, over):
        return True  # "ostensibly a cultural club, the office served as a contact point"
    if parse.pos[hedge] != "ADV" or parse.words[hedge - 1] not in (",", "–", "—", "-") or after >= len(parse):
        return False
    if parse.deps[after] == "mark" and parse.heads[after] == over:
        return False  # "apparently because he had complained", of that clause
    return parse.pos[after] in ("ADP", "SCONJ") and parse.lowers[after] not in ("by", "with", "that")


def _is_set_off(parse: Parse, noun: int) -> bool:
    """Whether a noun between its own commas only says what something else is."""
    low, high = parse.subtree(noun)
    opens = low == parse.sentences[parse.sentence_of(noun)][0] or parse.words[low - 1] == ","
    return (
        opens and high < len(parse) and "," in (parse.words[high - 1], parse.words[high]) and high <= parse.heads[noun]
    )


_REASONS = frozenset(
    {"on", "over", "amid", "after", "following", "for", "despite", "to", "because", "about", "upon", "by", "with", "at"}
)

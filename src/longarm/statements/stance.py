"""Stance: the hedges and the negation of one clause, before the voices are counted in."""

from dataclasses import dataclass

from longarm.codebook.loader import people_nouns
from longarm.languages import stance as language
from longarm.model.spans import Span
from longarm.statements.clauses import Clause, is_infinitive
from longarm.statements.conditions import conditions
from longarm.statements.falsity import calls_false
from longarm.statements.hedgewords import CLAUSES, hedge_kind, words_of
from longarm.statements.negation import is_negated
from longarm.statements.openness import bond, is_left_open, is_possible
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
    target = clause.head if focus is None else focus
    hedges: dict[int, FoundHedge] = {}
    for token in clause.tokens:
        kind = hedge_kind(parse, token, words)
        if not kind or _is_of_a_clause_below(parse, token, clause) or _is_called_false(parse, token, clause):
            continue
        if _is_of_a_second_verb(parse, token, target, clause):
            continue
        if _governs(parse, token, target, clause):
            hedges[token] = FoundHedge(kind, _words(parse, token))
    for hedge in (*_from_above(parse, clause, above, words, cues), *_asides(parse, clause.head, words)):
        hedges.setdefault(parse.token_at(hedge.span.start) or 0, hedge)
    for mark in conditions(parse, clause.head):
        hedges.setdefault(mark, FoundHedge("conditional", parse.span(mark, mark + 1)))
    if (asking := is_left_open(parse, clause.head)) is not None:
        hedges.setdefault(asking, FoundHedge("possible", parse.span(asking, asking + 1)))
    ordered = tuple(hedges[token] for token in sorted(hedges))
    return Stance(ordered, is_negated(parse, clause, above, target, cues))


def _words(parse: Parse, token: int) -> Span:
    """The words of a hedge: the token, with those before it that belong to it ("so-called")."""
    return parse.span(token + 1 - words_of(parse, token), token + 1)


def _is_of_a_clause_below(parse: Parse, token: int, clause: Clause) -> bool:
    """Whether a noun of doubt is about a clause of its own, and not about the one it stands in: "police look into
    claims that ...", but not "there are claims that ...", whose own clause says nothing else."""
    if parse.pos[token] != "NOUN" or parse.lemmas[clause.head] in ("be", "have"):
        return False
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
    return verb if parse.deps[hedge] == "pobj" and parse.lemmas[verb] in ("be", "remain") else above


REACH = 12  # steps from what is asserted up to what bears on it


def _is_within(parse: Parse, hedge: int, target: int) -> bool:
    """Whether a participle says of a noun, or of what the noun is of, that it is doubtful: "threats said to come from
    agents", "cases of states accused of it"; people who are accused are told of plainly."""
    if parse.deps[hedge] != "acl" or parse.pos[target] != "NOUN" or parse.lemmas[target] in people_nouns():
        return False
    noun = parse.heads[hedge]
    of = parse.heads[noun]
    return noun == target or (parse.deps[noun] == "pobj" and parse.lowers[of] == "of" and parse.heads[of] == target)


def _is_a_reason(parse: Parse, hedge: int, head: int) -> bool:
    """Whether a noun of doubt only tells why or when something plain was done: "held on suspicion of spying", "arrested
    amid fears of attacks"; not what somebody is in or has ("is at risk of", "was in danger of")."""
    if parse.pos[hedge] != "NOUN" or parse.deps[hedge] != "pobj" or parse.lemmas[head] in _STATES:
        return False
    preposition = parse.heads[hedge]
    return parse.lowers[preposition] in _REASONS and parse.heads[preposition] in (head, *parse.children[head])


def _is_of_an_adjunct(parse: Parse, hedge: int) -> bool:
    """Whether an adverb of doubt after a comma is only of the words that follow: "were banned, apparently in reprisal";
    by whom something was done is the deed itself ("killed, apparently by agents")."""
    after = hedge + 1
    if parse.pos[hedge] != "ADV" or parse.words[hedge - 1] not in (",", "–", "—", "-") or after >= len(parse):
        return False
    return parse.pos[after] in ("ADP", "SCONJ") and parse.lowers[after] not in ("by", "with", "that")


_STATES = frozenset({"be", "have", "remain", "stand", "live", "come", "stay", "put", "place", "leave", "rest", "base"})
_REASONS = frozenset(
    {"on", "over", "amid", "after", "following", "for", "despite", "to", "because", "about", "upon", "by", "with", "at"}
)


def _asides(parse: Parse, head: int, words: language.StanceWords) -> list[FoundHedge]:
    """Hedges in words put between commas: "the men, it seems, came by boat", "agents, it is claimed, followed her"."""
    beside = [c for c in parse.children[head] if parse.deps[c] in ("ccomp", "parataxis", "advcl")]
    found = []
    for token in beside:
        first, last = parse.subtree(token)
        own = [c for c in parse.children[token] if parse.pos[c] != "PUNCT"]
        is_said = any(parse.lowers[c] == "it" and parse.deps[c] in ("nsubj", "nsubjpass") for c in own)
        is_short = last - first <= LONGEST_ASIDE and not any(parse.deps[c] in ("ccomp", "xcomp") for c in own)
        if is_said and is_short and parse.lemmas[token] in words.predicates:
            found.append(FoundHedge(words.predicates[parse.lemmas[token]], parse.span(token, token + 1)))
    return found


LONGEST_ASIDE = 7  # tokens of "it is now widely believed" with its commas


def _from_above(
    parse: Parse,
    clause: Clause,
    above: tuple[Clause, ...],
    words: language.StanceWords,
    cues: frozenset[int] = frozenset(),
) -> list[FoundHedge]:
    """Hedges of a clause over this one whose complement this one is: "it is possible that", "there are fears that", "an
    alleged plot to kill"."""
    found = []
    below = clause
    for upper in above:
        dep = bond(parse, below)
        noun = parse.heads[below.head]
        is_thing = parse.pos[noun] == "NOUN" and parse.lemmas[noun] not in people_nouns()
        infinitive = dep in ("advcl", "relcl") and is_infinitive(parse, below.head)
        infinitive = infinitive or _is_participle(parse, below)
        if dep == "relcl" and is_thing:
            found.extend(_hedges_of(parse, noun, words))
        if dep != "conj" and is_possible(parse, upper.head):
            found.append(FoundHedge("possible", parse.span(upper.head, upper.head + 1)))
        if dep not in ("ccomp", "acl", "csubj", "xcomp", "pcomp", "conj") and not infinitive:
            break
        if ";" in parse.words[min(below.head, upper.head) : max(below.head, upper.head)]:
            break
        if dep == "conj" and _is_contrasted(parse, upper.head, below.head, words):
            break
        if dep == "acl" and is_thing:
            found.extend(_hedges_of(parse, noun, words))
        if dep == "ccomp":
            found.extend(_going_round(parse, upper.head, words))
            found.extend(
                FoundHedge("conditional", parse.span(mark, mark + 1))
                for mark in (conditions(parse, upper.head) if upper.head not in cues else ())
            )
        for token in upper.tokens:
            kind = hedge_kind(parse, token, words)
            if dep == "conj" and token == upper.head:
                continue  # "is believed to lead them and was charged": the belief is about the first alone
            if dep == "conj" and parse.tags[token] == "MD" and _is_told_anew(parse, upper.head, below.head):
                continue  # "would be safe and quashed the order"
            if kind and (
                token == upper.head
                or parse.heads[token] == upper.head
                or parse.heads[below.head] == token
                or _is_of_what_it_is(parse, token, upper.head)
            ):
                found.append(FoundHedge(kind, parse.span(token, token + 1)))
        below = upper
    return found


def _is_participle(parse: Parse, clause: Clause) -> bool:
    """Whether a clause is a participle that goes on from the one over it: "allegedly worked for them, breaking the
    law"."""
    if clause.dep != "advcl" or parse.tags[clause.head] != "VBG" or clause.first != clause.head:
        return False
    return not any(parse.deps[c] in ("nsubj", "mark", "aux") for c in parse.children[clause.head])


def _is_of_what_it_is(parse: Parse, token: int, head: int) -> bool:
    """Whether a word of doubt says of a thing what it is that: "the most likely explanation is that"."""
    noun = parse.heads[token]
    is_being = parse.lemmas[head] == "be" and parse.heads[noun] == head
    return is_being and parse.deps[token] == "amod" and parse.deps[noun] in ("nsubj", "attr")


def _going_round(parse: Parse, head: int, words: language.StanceWords) -> list[FoundHedge]:
    """The noun of doubt of which a predicate only tells that it is about: "rumours spread that", "fears grew that"."""
    if parse.lemmas[head] not in words.spreading:
        return []
    deps = {parse.deps[c] for c in parse.children[head]}
    places = ("nsubj", "nsubjpass", "attr") if "expl" in deps else ("nsubj", "nsubjpass")
    nouns = [c for c in parse.children[head] if parse.deps[c] in places and parse.pos[c] == "NOUN"]
    doubts = [c for c in nouns if parse.lemmas[c] in words.nouns]
    doubts = [c for c in doubts if not any(parse.lowers[below] in words.negations for below in parse.children[c])]
    return [FoundHedge(words.nouns[parse.lemmas[c]], parse.span(c, c + 1)) for c in doubts]


def _is_told_anew(parse: Parse, upper: int, head: int) -> bool:
    """Whether a joined predicate has a tense of its own, so that no modal before the first bears on it; after "may have
    followed" a participle looks like a past tense."""
    is_perfect = any(parse.lemmas[c] == "have" and parse.deps[c] == "aux" for c in parse.children[upper])
    return parse.tags[head] in ("VBD", "VBZ", "VBP") and not is_perfect


def _hedges_of(parse: Parse, noun: int, words: language.StanceWords) -> list[FoundHedge]:
    """The adjectives of doubt before a noun: "an alleged plot"."""
    before = [token for token in parse.children[noun] if token < noun and parse.deps[token] == "amod"]
    kinds = [(token, hedge_kind(parse, token, words)) for token in before]
    return [FoundHedge(kind, _words(parse, token)) for token, kind in kinds if kind]


def _is_contrasted(parse: Parse, upper: int, head: int, words: language.StanceWords) -> bool:
    """Whether a joined predicate says what is so instead: "ostensibly helped them but in fact spied on them"."""
    between = parse.lowers[upper + 1 : head + 1]
    return any(
        tuple(between[at : at + len(phrase)]) == phrase for phrase in words.contrasts for at in range(len(between))
    )

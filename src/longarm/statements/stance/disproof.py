"""Disproof: what over a clause says that it is not so: "there is no evidence that", "threw out the claim that"."""

import functools

from longarm.codebook.cues import CueIndex
from longarm.codebook.entries import Entry
from longarm.languages import attributions
from longarm.languages import stance as language
from longarm.statements.clauses import Clause
from longarm.statements.parse import Parse
from longarm.statements.stance.falsity import calls_false
from longarm.statements.stance.openness import asked, bond, is_possible

_COMPLEMENTS = ("ccomp", "acl", "csubj", "xcomp", "pcomp")


@functools.cache
def denials() -> CueIndex:
    """The phrases that deny what hangs on them, for the lemmas of a clause."""
    return _index("denying_phrases", language.load("en").denying_phrases)


@functools.cache
def _rebuffs() -> CueIndex:
    """The phrases that deny the claims they are said of, for the lemmas of a clause."""
    return _index("rebuffing_phrases", language.load("en").rebuffing_phrases)


def _index(name: str, phrases: tuple[str, ...]) -> CueIndex:
    return CueIndex([("denial", Entry("en-stance.yaml", "-", {name: list(phrases)}).cues(name, {}))])


def is_disproved(parse: Parse, clause: Clause, above: tuple[Clause, ...], cues: frozenset[int]) -> bool:
    """Whether a clause over another says that it is not so, or that nobody showed it.

    Args:
        above: the clauses over it, nearest first.
        cues: tokens of saying, whose own negation belongs to the voice.
    """
    words = language.load("en")
    below = clause
    for upper in above:
        dep = bond(parse, below)
        if dep not in _COMPLEMENTS:
            break
        if is_possible(parse, upper.head) or is_possible(parse, parse.heads[below.head]):
            break  # "it cannot be ruled out that"
        begins = max(upper.first - REBUFFED, parse.sentences[upper.sentence][0])  # with "nothing" before "to suggest"
        stop = min(below.first, below.head)
        if dep == "csubj" and below.head < upper.head:
            begins, stop = below.last, upper.last  # "that he knew of it is not true"
        phrases = denials().find(parse.lemmas[begins:stop]) if begins < stop else []
        if any(not (phrase.cue.startswith("without") and upper.head in cues) for phrase in phrases):
            return True  # but what is "reported without evidence" is told, and not denied
        is_own = not any(token in cues for token in upper.tokens)
        if dep in ("ccomp", "csubj") and is_own and _is_unproved(parse, parse.heads[below.head], words):
            return True
        noun = parse.heads[below.head]
        if dep == "acl" and upper.head not in cues and _is_overturned(parse, noun, words):
            return True
        if dep == "acl" and parse.lemmas[noun] in words.claim_nouns and is_rebuffed(parse, upper, noun, cues):
            return True
        names = dep == "ccomp" and parse.lemmas[upper.head] in words.naming_verbs
        if (names or dep in ("acl", "relcl", "csubj")) and calls_false(parse, upper.head):
            return True  # "the claim that ... is false", "called the claims a lie"
        if dep in ("ccomp", "csubj") and _is_improbable(parse, upper.head, words):
            return True
        if dep == "ccomp" and _is_unsayable(parse, upper.head):
            return True
        is_claim = dep == "acl" and parse.lemmas[noun] in words.claim_nouns and parse.heads[noun] == upper.head
        if (dep == "ccomp" or is_claim) and upper.head not in cues and _is_disbelieved(parse, upper.head, words):
            return True
        below = upper
    return False


REACH = 6  # steps from a word of a phrase up to the predicate


def _is_unproved(parse: Parse, head: int, words: language.StanceWords) -> bool:
    """Whether a predicate says of what hangs on it that nobody showed it: "the state had not proved that"."""
    is_negated = any(parse.lowers[c] in words.negations for c in parse.children[head])
    over = parse.heads[head]
    is_failed = parse.lemmas[over] == "fail" or parse.lowers[over] == "unable"
    is_failed = is_failed or any(parse.lowers[c] == "yet" for c in parse.children[over])  # "have yet to prove"
    is_failed = is_failed and parse.deps[head] == "xcomp"
    is_proving = parse.lemmas[head] in words.proving
    return (is_negated or is_failed) and is_proving and next(asked(parse, head), None) is None


def _is_overturned(parse: Parse, noun: int, words: language.StanceWords) -> bool:
    """Whether a claim is one that somebody does away with: "threw out the charge that", "the claim was withdrawn"."""
    is_claim = parse.lemmas[noun] in words.claim_nouns and parse.deps[noun] in ("dobj", "nsubjpass")
    return is_claim and parse.lemmas[parse.heads[noun]] in words.overturning


REBUFFED = 3  # tokens between a phrase and the claim that it is said of


def is_rebuffed(parse: Parse, clause: Clause, noun: int, cues: frozenset[int]) -> bool:
    """Whether a clause makes light of a claim: "shrugged off accusations that", "hit back at suggestions that"; not
    where the voice itself denies it."""
    cue = attributions.load("en").verbs.get(parse.lemmas[clause.head])
    if clause.first >= noun or (clause.head in cues and cue is not None and cue.attitude == "denies"):
        return False
    phrases = _rebuffs().find(parse.lemmas[clause.first : noun])
    return any(noun - clause.first - phrase.last <= REBUFFED for phrase in phrases)


def _is_improbable(parse: Parse, head: int, words: language.StanceWords) -> bool:
    """Whether a predicate says of what hangs on it that it is hardly so: "it is unlikely that"."""
    said = [c for c in parse.children[head] if parse.deps[c] in ("acomp", "oprd")]
    return any(parse.lowers[c] in words.improbable for c in said) and not any(
        parse.lowers[c] in words.negations for c in parse.children[head]
    )


def _is_unsayable(parse: Parse, head: int) -> bool:
    """ "It cannot be said that": nobody may say so."""
    if parse.lemmas[head] not in ("say", "argue", "claim", "maintain", "contend", "pretend", "suggest"):
        return False
    below = {parse.lowers[c] for c in parse.children[head]}
    is_negated = any(parse.deps[c] == "neg" for c in parse.children[head])
    return is_negated and bool(below & {"can", "could"}) and {"it", "be"} <= below


def _is_disbelieved(parse: Parse, head: int, words: language.StanceWords) -> bool:
    """Whether somebody does not hold what hangs on a predicate to be so: "police do not believe that"."""
    is_negated = any(parse.deps[c] == "neg" or parse.lowers[c] in words.negations for c in parse.children[head])
    said = [c for c in parse.children[head] if parse.deps[c] in ("acomp", "oprd")] if parse.lemmas[head] == "be" else []
    is_held = parse.lemmas[head] in words.crediting or any(parse.lowers[c] in words.credited for c in said)
    return is_held and is_negated

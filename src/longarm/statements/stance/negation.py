"""Negation: whether a clause says that something is not so, by a word of its own or of a clause over it."""

from longarm.languages import stance as language
from longarm.statements.clauses import Clause
from longarm.statements.parse import Parse
from longarm.statements.stance.absence import is_left_out
from longarm.statements.stance.disproof import denials, is_disproved, is_rebuffed
from longarm.statements.stance.falsity import calls_false
from longarm.statements.stance.openness import is_kept_open, is_left_open
from longarm.statements.stance.opposites import is_of_another, is_set_against, is_set_beside
from longarm.statements.stance.refusals import refuses

_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "xcomp", "aux", "auxpass", "acomp", "prep", "agent", "det"})
_CLAUSES = frozenset({"acl", "relcl", "ccomp", "xcomp", "csubj", "advcl"})
_SAID = frozenset({"attr", "acomp", "advmod"})
DEPTH = 3  # steps from a negating word up to the predicate that it bears on
REACH = 8  # steps from what is asserted up to a noun of denying


def is_negated(
    parse: Parse, clause: Clause, above: tuple[Clause, ...], focus: int, cues: frozenset[int] = frozenset()
) -> bool:
    """Whether a clause is negated.

    Args:
        above: the clauses over it, nearest first, as far as the same speaker goes.
        focus: the token the assertion is about; the predicate where it is about all of the clause.
        cues: tokens of saying, whose own negation is part of the voice's attitude and not counted here.
    """
    words = language.load("en")
    if is_disproved(parse, clause, above, cues):
        return _negations(parse, clause, words, cues, focus) % 2 == 0  # "it is not true that nobody was threatened"
    if is_left_open(parse, clause.head) is not None or is_kept_open(parse, clause.head):
        return False
    is_of_voice = clause.head in cues and any(parse.deps[c] == "neg" for c in parse.children[clause.head])
    if _has_denial(parse, clause, cues) and not is_of_voice:
        return True  # "found no evidence"; that they "have not found evidence" is the voice's denial
    count = _negations(parse, clause, words, cues, focus) + _denies(parse, clause, words, cues)
    count = min(count, 2) + calls_false(parse, clause.head)
    count += any(parse.lowers[c] == "unable" and parse.deps[c] == "acomp" for c in parse.children[clause.head])
    count += _is_of_nothing(parse, clause, words)
    count += _is_of_another(parse, clause, words)
    return (count + is_left_out(parse, clause, focus, words) + _is_in_a_denial(parse, focus)) % 2 == 1


def _has_denial(parse: Parse, clause: Clause, cues: frozenset[int]) -> bool:
    """Whether a clause denies by a phrase of its own, other than one that says why something was done: "closed the
    inquiry for lack of evidence"."""
    phrases = denials().find([parse.lemmas[token] for token in clause.tokens])
    firsts = [clause.tokens[phrase.first] for phrase in phrases]
    firsts = [
        first for first in firsts if parse.lowers[first] != "without" and first not in cues
    ]  # "closed it without finding evidence"
    nouns = [parse.heads[token] if parse.deps[token] in ("det", "amod") else token for token in firsts]
    return any(parse.deps[noun] != "pobj" for noun in nouns)


def _is_of_nothing(parse: Parse, clause: Clause, words: language.StanceWords) -> bool:
    """Whether a clause says of nothing, or of nobody, that it is so: "had nothing to do with it", "there was nobody who
    followed them"."""
    noun = parse.heads[clause.head]
    if clause.dep not in ("relcl", "acl") or parse.lemmas[noun] in words.not_negating:
        return False
    if parse.lowers[noun] in words.negations:
        return True
    above = parse.heads[noun]
    is_there = any(parse.deps[c] == "expl" for c in parse.children[above])
    return is_there and any(parse.lowers[c] in words.negations for c in parse.children[noun])


def _is_of_another(parse: Parse, clause: Clause, words: language.StanceWords) -> bool:
    """Whether a clause tells what somebody else is said to have done: "it was not the consulate that cancelled it"."""
    noun = parse.heads[clause.head]
    verb = parse.heads[noun]
    if clause.dep != "relcl" or parse.deps[noun] != "attr" or parse.lemmas[verb] != "be":
        return False
    below = parse.children[verb]
    is_it = any(parse.lowers[c] == "it" and parse.deps[c] == "nsubj" for c in below)
    is_so = any(parse.lowers[t] in words.ranks | words.not_negating for t in (noun, *parse.children[noun]))
    return is_it and not is_so and parse.pos[noun] != "ADP" and any(parse.deps[c] == "neg" for c in below)


def _is_in_a_denial(parse: Parse, focus: int) -> bool:
    """Whether what is asserted hangs on a noun of denying: "its denial of any role in the abduction"; what is withheld
    does not ("the denial of passports")."""
    at = focus
    for _ in range(REACH):
        over = parse.heads[at]
        if over == at:
            return False
        if parse.deps[over] == "prep" and tells_denial(parse, parse.heads[over]):
            return True
        at = over
    return False


def tells_denial(parse: Parse, noun: int) -> bool:
    """Whether a noun tells that something is denied: "its denial of any role", "of having threatened them"."""
    words = language.load("en")
    of = [c for c in parse.children[noun] if parse.deps[c] == "prep" and parse.lowers[c] == "of"]
    below = [c for preposition in of for c in parse.children[preposition]]
    is_deniable = any(parse.deps[c] == "pcomp" or parse.lemmas[c] in words.deniable for c in below)
    return parse.lemmas[noun] in words.denial_nouns and is_deniable


def _negations(parse: Parse, clause: Clause, words: language.StanceWords, cues: frozenset[int], focus: int) -> int:
    """How many negating words bear on the predicate, one that stands right before the clause among them."""
    before = clause.first - 1
    count = int(before >= 0 and _is_joined_by_neither(parse, before, clause))
    for token in clause.tokens:
        if parse.lowers[token] not in words.negations or not _bears(parse, token, clause.head):
            continue
        if token in cues or (parse.heads[token] in cues and parse.deps[token] not in ("nsubjpass", "pobj")):
            continue
        if parse.words[token] == "No" and token > clause.first and _precedes_number(parse, token):
            continue  # "Decree No. 278"
        if parse.lowers[max(token - 3, 0) : token] in (["may", "or", "may"], ["might", "or", "might"]):
            continue
        if parse.lemmas[parse.heads[token]] in words.groundings and calls_false(parse, clause.head):
            continue  # "the claims have no basis" is one denial
        if _is_of_rank(parse, token, words):
            continue
        if is_set_against(parse, token):
            continue  # "14 offices, not 40" negates the second number alone
        if (token > 0 and is_set_beside(parse, token)) or _ceases(parse, parse.heads[token], words):
            continue  # "told the mother, not the father", "the threats did not stop"
        if is_of_another(parse, token, focus, clause.head):
            continue
        if ":" in parse.words[clause.head : token]:
            continue  # "ends the service: no passports" tells of a list
        if _is_degree(parse, token, words) or _is_forbidden(parse, token, clause.head, words):
            continue
        count += 1
    return count


def _ceases(parse: Parse, verb: int, words: language.StanceWords) -> bool:
    """Whether a verb tells that something ends, which goes on where that is negated: "did not stop", "have not let
    up"."""
    below = parse.children[verb]
    if any(parse.deps[c] in ("auxpass", "dobj") for c in below) and not any(parse.lowers[c] == "from" for c in below):
        return False  # "the contracts were not ended"; but "nothing stopped them from following her"
    particle = "".join(f" {parse.lowers[c]}" for c in parse.children[verb] if parse.deps[c] == "prt")
    return parse.lemmas[verb] + particle in words.ceasing


def _precedes_number(parse: Parse, token: int) -> bool:
    after = parse.words[token + 1 : token + 3]
    return bool(after) and (after[0][0].isdigit() or (after[0] == "." and after[-1][0].isdigit()))


def _is_joined_by_neither(parse: Parse, token: int, clause: Clause) -> bool:
    """Whether "neither" or "nor" opens a clause, where it is left out of the clause's words as what joins it."""
    if parse.lowers[token] == "nor":
        if token == parse.sentences[clause.sentence][0]:
            return True  # "Nor has anyone been charged"
        return clause.dep in ("conj", "ccomp", "parataxis")
    return parse.lowers[token] == "neither" and parse.heads[token] in clause.tokens


def _is_degree(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether a negating word only belongs to a measure: "not only", "no fewer than"; but "no longer runs" negates."""
    after = parse.lowers[token + 1] if token + 1 < len(parse) else ""
    if after == "but" and parse.lowers[token] in ("nothing", "nobody", "none", "no"):
        return True  # "offered nothing but help with forms"
    if after not in words.not_negating:
        return False
    second = parse.lowers[token + 2] if token + 2 < len(parse) else ""
    return after != "longer" or second == "than"


def _is_of_rank(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether a negation only says that something is not the first or the only one to be so, or that it is no surprise
    that it is: "is not the first exile to be threatened", "it is no secret that"."""
    verb = parse.heads[token]
    if parse.deps[token] == "det":
        return parse.lowers[verb] in words.ranks and parse.deps[verb] in _SAID and _has_clause(parse, verb)
    if parse.lemmas[verb] not in ("be", "come"):
        return False
    said = [c for c in parse.children[verb] if parse.deps[c] in _SAID]
    ranked = [at for at in said if any(parse.lowers[t] in words.ranks for t in (at, *parse.children[at]))]
    return any(_has_clause(parse, at) for at in ranked)


def _has_clause(parse: Parse, token: int) -> bool:
    """Whether a clause hangs on what something is, or on its verb."""
    beside = (*parse.children[token], *parse.children[parse.heads[token]])
    return any(parse.deps[c] in _CLAUSES and c > token for c in beside)


def _is_forbidden(parse: Parse, token: int, head: int, words: language.StanceWords) -> bool:
    """Whether a negation only says what must not be: "the offices must not operate", "told exiles not to speak"."""
    verb = parse.heads[token]
    if parse.deps[token] == "det" and parse.deps[verb] in ("nsubj", "nsubjpass"):
        verb = parse.heads[verb]  # "no one should be sent back"
    elif parse.deps[token] not in ("neg", "nsubj", "nsubjpass"):
        return False
    if verb != head and parse.deps[verb] == "xcomp" and parse.lemmas[head] in words.commands:
        return True
    return any(
        parse.tags[c] == "MD" and parse.lowers[c] in words.obligations and (c < token or parse.deps[token] != "neg")
        for c in parse.children[verb]
    )


def _denies(parse: Parse, clause: Clause, words: language.StanceWords, cues: frozenset[int]) -> bool:
    """Whether the predicate itself denies what hangs on it."""
    head = clause.head
    tales = (t for t in clause.tokens if parse.lemmas[t] in words.tales and parse.pos[t] == "NOUN" and t > head)
    if (tale := next(tales, None)) is not None and is_rebuffed(parse, clause, tale, cues):
        return True  # "mocked the account"
    if parse.lemmas[head] in words.exculpating_verbs and parse.pos[head] == "VERB":
        return any(parse.deps[child] in ("dobj", "nsubjpass") for child in parse.children[head])
    if parse.lemmas[head] not in words.denying_predicates or parse.pos[head] != "VERB" or head in cues:
        return False
    if _ceases(parse, head, words) and any(parse.deps[c] == "neg" for c in parse.children[head]):
        return False  # "did not stop threatening her"
    return any(_is_denied(parse, head, child, words) for child in parse.children[head])


def _is_denied(parse: Parse, verb: int, child: int, words: language.StanceWords) -> bool:
    """Whether what hangs on a verb of denying is what is denied: "denies running", "deny any link"; not what is
    withheld ("denied a passport")."""
    if parse.deps[child] == "xcomp":
        return True
    is_object = parse.lemmas[verb] in words.disowning and parse.deps[child] == "dobj"
    return is_object and (parse.lemmas[child] in words.deniable or not refuses(parse, verb))


def _bears(parse: Parse, token: int, head: int) -> bool:
    """Whether a negating word bears on the predicate: on it, its helping verbs, complements or arguments."""
    at = token
    if token + 1 < len(parse) and parse.lowers[token + 1] == "longer":
        at = token + 1
    if parse.lowers[token] == "nor" and any(parse.lowers[c] == "neither" for c in parse.children[parse.heads[token]]):
        return False  # one negation with the "neither" before it
    if parse.lowers[token] == "not" and parse.tags[parse.heads[token]] == "CD" and parse.heads[token] == token + 1:
        at = token + 1  # "not one exile was harmed"
        if parse.lowers[at] != "one":
            return False
    if parse.lowers[parse.heads[token]] in language.load("en").wholes and parse.deps[parse.heads[token]] == "pobj":
        at = parse.heads[token]  # "in no way", "at no time"
    for _ in range(DEPTH):
        at = parse.heads[at]
        if at == head:
            return True
        if parse.deps[at] not in _PARTS:
            return False
    return False

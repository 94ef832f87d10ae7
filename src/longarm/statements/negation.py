"""Negation: whether a clause says that something is not so, by a word of its own or of a clause over it."""

import functools

from longarm.codebook.cues import CueIndex
from longarm.codebook.entries import Entry
from longarm.languages import stance as language
from longarm.statements.clauses import Clause
from longarm.statements.falsity import calls_false
from longarm.statements.parse import Parse

_COMPLEMENTS = ("ccomp", "acl", "csubj", "xcomp", "pcomp")
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "xcomp", "aux", "auxpass", "acomp", "prep", "agent", "det"})
DEPTH = 3  # steps from a negating word up to the predicate that it bears on
REACH = 8  # steps from what is asserted up to the predicate


@functools.cache
def _denials() -> CueIndex:
    phrases = Entry("en-stance.yaml", "-", {"denying_phrases": list(language.load("en").denying_phrases)})
    return CueIndex([("denial", phrases.cues("denying_phrases", {}))])


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
    below = clause
    for upper in above:
        if below.dep not in _COMPLEMENTS:
            break
        if upper.first < below.head and _denials().find(parse.lemmas[upper.first : below.head]):
            return True
        if below.dep in ("acl", "relcl") and calls_false(parse, upper.head):
            return True  # "the claim that ... is false"
        below = upper
    if _denials().find([parse.lemmas[token] for token in clause.tokens]):
        return True
    count = _negations(parse, clause, words, cues) + _denies(parse, clause, words, cues)
    return (min(count, 2) + calls_false(parse, clause.head) + _is_left_out(parse, clause, focus, words)) % 2 == 1


def _negations(parse: Parse, clause: Clause, words: language.StanceWords, cues: frozenset[int]) -> int:
    """How many negating words bear on the predicate, one that stands right before the clause among them."""
    before = clause.first - 1
    count = int(before >= 0 and _is_joined_by_neither(parse, before, clause))
    for token in clause.tokens:
        if parse.lowers[token] not in words.negations or not _bears(parse, token, clause.head):
            continue
        if token in cues or parse.heads[token] in cues:
            continue
        if parse.words[token] == "No" and token > clause.first and _precedes_number(parse, token):
            continue  # "Decree No. 278"
        if is_set_against(parse, token):
            continue  # "14 offices, not 40" negates the second number alone
        if ":" in parse.words[clause.head : token]:
            continue  # "ends the service: no passports" tells of a list
        if _is_degree(parse, token, words) or _is_forbidden(parse, token, clause.head, words):
            continue
        count += 1
    return count


def is_set_against(parse: Parse, token: int) -> bool:
    """Whether "not" only sets a number against the right one before it: "14 offices, not 40", "14, and not the 40"."""
    if token < 2 or parse.lowers[token] != "not" or parse.lowers[token - 1] not in _SETTING:
        return False
    after = token + 1
    while after < len(parse) and parse.lowers[after] in _DETERMINERS:
        after += 1
    sentence = parse.sentences[parse.sentence_of(token)][0]
    counted = any(parse.tags[before] == "CD" for before in range(sentence, token))
    return counted and after < len(parse) and parse.tags[after] == "CD"


_SETTING = frozenset({",", "and", "but", "(", ";", "–", "—"})
_DETERMINERS = frozenset({"the", "those", "these", "some", "about"})


def _precedes_number(parse: Parse, token: int) -> bool:
    after = parse.words[token + 1 : token + 3]
    return bool(after) and (after[0][0].isdigit() or (after[0] == "." and after[-1][0].isdigit()))


def _is_joined_by_neither(parse: Parse, token: int, clause: Clause) -> bool:
    """Whether "neither" or "nor" opens a clause, where it is left out of the clause's words as what joins it."""
    if parse.lowers[token] == "nor":
        return clause.dep in ("conj", "ccomp", "parataxis")
    return parse.lowers[token] == "neither" and parse.heads[token] in clause.tokens


def _is_degree(parse: Parse, token: int, words: language.StanceWords) -> bool:
    """Whether a negating word only belongs to a measure: "not only", "no fewer than"; but "no longer runs" negates."""
    after = parse.lowers[token + 1] if token + 1 < len(parse) else ""
    if after not in words.not_negating:
        return False
    second = parse.lowers[token + 2] if token + 2 < len(parse) else ""
    return after != "longer" or second == "than"


def _is_forbidden(parse: Parse, token: int, head: int, words: language.StanceWords) -> bool:
    """Whether a negation only says what must not be: "the offices must not operate", "told exiles not to speak"."""
    verb = parse.heads[token]
    if parse.deps[token] != "neg":
        return False
    if verb != head and parse.deps[verb] == "xcomp" and parse.lemmas[head] in words.commands:
        return True
    return any(
        parse.tags[c] == "MD" and parse.lowers[c] in words.obligations and c < token for c in parse.children[verb]
    )


def _denies(parse: Parse, clause: Clause, words: language.StanceWords, cues: frozenset[int]) -> bool:
    """Whether the predicate itself denies what hangs on it."""
    head = clause.head
    if parse.lemmas[head] not in words.denying_predicates or parse.pos[head] != "VERB" or head in cues:
        return False
    return any(_is_denied(parse, head, child, words) for child in parse.children[head])


def _is_denied(parse: Parse, verb: int, child: int, words: language.StanceWords) -> bool:
    """Whether what hangs on a verb of denying is what is denied: "denies running", "deny any link"; not what is
    withheld ("denied a passport")."""
    if parse.deps[child] == "xcomp":
        return True
    is_object = parse.lemmas[verb] in words.disowning and parse.deps[child] == "dobj"
    return is_object and parse.lemmas[child] in words.deniable


def _is_left_out(parse: Parse, clause: Clause, focus: int, words: language.StanceWords) -> bool:
    """Whether what is asserted hangs on a word of absence inside the clause: "left without threatening anybody"."""
    at = focus
    for _ in range(REACH):
        if at == clause.head or parse.heads[at] == at:
            return False
        if parse.deps[at] == "pcomp" and parse.lowers[parse.heads[at]] in words.absences:
            return True
        at = parse.heads[at]
    return False


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
    for _ in range(DEPTH):
        at = parse.heads[at]
        if at == head:
            return True
        if parse.deps[at] not in _PARTS:
            return False
    return False

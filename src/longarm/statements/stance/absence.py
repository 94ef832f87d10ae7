"""Absence: what is left out or still to come: "left without threatening anybody", "has yet to receive"."""

from longarm.languages import stance as language
from longarm.statements.clauses import Clause
from longarm.statements.parse import Parse

REACH = 8  # steps from what is asserted up to the predicate


def is_left_out(parse: Parse, clause: Clause, focus: int, words: language.StanceWords) -> bool:
    """Whether what is asserted hangs on a word of absence inside the clause: "left without threatening anybody", "far
    from threatening them"; or is still to come: "has yet to receive a passport"."""
    at = focus
    if focus != clause.head and parse.lemmas[clause.head] in words.clearing_verbs:
        return any(parse.lowers[t] == "of" for t in range(clause.head + 1, focus))  # "was cleared of threatening them"
    if _opens_left_out(parse, focus, words) or _is_yet_to(parse, clause.head) or _stops_short(parse, clause.head):
        return True
    for _ in range(REACH):
        if at == clause.head or parse.heads[at] == at:
            return False
        if parse.deps[at] == "pcomp" and parse.lowers[parse.heads[at]] in words.absences:
            return True
        at = parse.heads[at]
    return False


def _opens_left_out(parse: Parse, focus: int, words: language.StanceWords) -> bool:
    """Whether words of leaving out stand right before a predicate: "instead of renewing", "rather than protect"."""
    return parse.pos[focus] == "VERB" and tuple(parse.lowers[max(focus - 2, 0) : focus]) in words.left_out


def _is_yet_to(parse: Parse, head: int) -> bool:
    """ "Has yet to receive", "is yet to be told"."""
    if parse.lemmas[head] not in ("have", "be", "remain"):
        return False
    at = next((c for c in parse.children[head] if parse.lowers[c] == "yet" and c > head), None)
    return at is not None and parse.lowers[at + 1 : at + 2] == ["to"]


def _stops_short(parse: Parse, head: int) -> bool:
    """ "Stopped short of deporting them"."""
    return parse.lemmas[head] in ("stop", "fall") and parse.lowers[head + 1 : head + 3] == ["short", "of"]

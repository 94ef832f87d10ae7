"""Conditions: words that make what a clause says hang on something else: "if convicted", "should this be confirmed"."""

from collections.abc import Iterator

from longarm.languages import attributions
from longarm.languages import stance as language
from longarm.statements.parse import Parse


def conditions(parse: Parse, head: int) -> tuple[int, ...]:
    """The tokens that open a condition of the clause of a predicate, its own "whether" and "if" among them."""
    words = language.load("en")
    found = [c for c in parse.children[head] if parse.deps[c] == "mark" and parse.lowers[c] in words.conditions]
    for clause in _beside(parse, head, words):
        found.extend(_openings(parse, clause, words))
    return tuple(found)


def _beside(parse: Parse, head: int, words: language.StanceWords) -> Iterator[int]:
    """The clauses that hang on a predicate, or on words of saying put into it (""if convicted", the office said, "he
    faces ten years"")."""
    verbs = attributions.load("en").verbs
    for child in parse.children[head]:
        if parse.deps[child] == "advcl":
            yield child
        if parse.deps[child] == "ccomp" and child < head and _is_inverted(parse, child, words):
            yield child
            continue
        is_aside = parse.deps[child] in ("ccomp", "parataxis") and child < head
        if is_aside and (parse.lemmas[child] in verbs or parse.lemmas[child] == "go"):
            yield from (c for c in parse.children[child] if parse.deps[c] == "advcl" and c < child)


def _openings(parse: Parse, clause: int, words: language.StanceWords) -> Iterator[int]:
    if parse.lowers[clause] in words.conditions and any(parse.deps[c] == "ccomp" for c in parse.children[clause]):
        yield clause  # "assuming that the account is right"
    for child in parse.children[clause]:
        is_mark = parse.deps[child] == "mark" and parse.lowers[child] in words.conditions
        is_idle = (
            tuple(parse.lowers[child + 1 : child + 3]) in words.idle_conditions or parse.lowers[child] == "whether"
        )
        is_idle = is_idle or (
            child > 0 and parse.lowers[child - 1] == "even"
        )  # "even if the tape is genuine, he did not"
        if is_mark and not is_idle and _has_verb(parse, clause):
            yield child
    if _is_inverted(parse, clause, words):
        yield parse.subtree(clause)[0]


def _is_inverted(parse: Parse, clause: int, words: language.StanceWords) -> bool:
    """ "Should this be confirmed", "had he stayed": the helping verb stands before the subject."""
    first = parse.subtree(clause)[0]
    is_first = parse.lowers[first] in words.inverted and (first == clause or parse.heads[first] == clause)
    return is_first and any(parse.deps[c] in ("nsubj", "nsubjpass") and c > first for c in parse.children[clause])


def _has_verb(parse: Parse, head: int) -> bool:
    """Whether a clause has a verb of its own; "if not more" and "if anything" have none and set no condition."""
    return parse.pos[head] in ("VERB", "AUX") or any(parse.pos[c] == "AUX" for c in parse.children[head])

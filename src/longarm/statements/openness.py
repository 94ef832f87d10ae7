"""Openness: what the words leave open, and neither affirm nor deny: "it is not known whether", "not ruled out that"."""

from collections.abc import Iterator

from longarm.languages import stance as language
from longarm.statements.clauses import Clause, is_passive
from longarm.statements.parse import Parse


def is_left_open(parse: Parse, head: int) -> int | None:
    """The "whether" of what a predicate leaves open ("it is not known whether", "it could not be established if",
    "it was unclear whether"), which neither affirms nor denies; None where it leaves nothing open."""
    words = language.load("en")
    said = [c for c in parse.children[head] if parse.deps[c] in ("acomp", "oprd")]
    about = [token for token in (head, *said) if parse.lemmas[token] in words.knowing]
    is_negated = any(parse.lowers[c] in words.negations for c in parse.children[head])
    if not (about and is_negated) and not any(parse.lowers[token] in words.open for token in said):
        return None
    is_told = any(parse.deps[c] == "nsubj" for c in parse.children[head])
    if is_told and parse.lemmas[head] in words.telling:
        return None  # "police would not say whether" is silence
    return next((mark for token in (head, *said) for mark in asked(parse, token)), None)


def asked(parse: Parse, head: int) -> Iterator[int]:
    """The words that open the questions hanging on a predicate."""
    for child in parse.children[head]:
        if child > head and parse.deps[child] in ("ccomp", "advcl", "xcomp", "csubj"):
            for mark in (*parse.children[child], *(m for c in parse.children[child] for m in parse.children[c])):
                if parse.deps[mark] == "mark" and parse.lowers[mark] in ("whether", "if"):
                    yield mark


def bond(parse: Parse, clause: Clause) -> str:
    """How a clause hangs on what is over it; what the parser takes for a relative clause and "that" opens is what a
    noun says ("whispers that agents followed him")."""
    is_content = clause.dep == "relcl" and any(
        parse.deps[c] == "mark" and parse.lowers[c] == "that" for c in parse.children[clause.head]
    )
    return "acl" if is_content else clause.dep


def is_possible(parse: Parse, head: int) -> bool:
    """Whether a predicate says of what hangs on it that it is not ruled out, or that nobody confirmed it."""
    words = language.load("en")
    if not any(parse.lowers[c] in words.negations for c in parse.children[head]):
        return False
    return (parse.lemmas[head] in words.confirming and is_passive(parse, head)) or is_kept_open(parse, head)


def is_kept_open(parse: Parse, head: int) -> bool:
    """Whether a predicate tells that something is not ruled out: "did not rule out sanctions"."""
    if not any(parse.lowers[c] in language.load("en").negations for c in parse.children[head]):
        return False
    is_out = any(parse.lowers[c] == "out" and parse.deps[c] == "prt" for c in parse.children[head])
    return parse.lemmas[head] == "exclude" or (parse.lemmas[head] == "rule" and is_out)

"""Openness: what the words leave open, and neither affirm nor deny: "it is not known whether", "not ruled out that"."""

from collections.abc import Iterator

from longarm.languages import stance as language
from longarm.statements.clauses import Clause, is_passive
from longarm.statements.parse import Parse


def is_left_open(parse: Parse, head: int) -> int | None:
    """The "whether" of what a predicate leaves open ("it is not known whether", "it could not be established if",
    "it was unclear whether"), which neither affirms nor denies; None where it leaves nothing open."""
    words, below = language.load("en"), parse.children[head]
    said = [c for c in below if parse.deps[c] in ("acomp", "oprd")]
    about = any(parse.lemmas[token] in words.knowing for token in (head, *said))
    is_open = any(parse.lowers[token] in words.open for token in said) or _is_argued(parse, head, words)
    if not is_open and not (about and any(parse.lowers[c] in words.negations for c in below)):
        return None
    is_told = any(parse.deps[c] == "nsubj" for c in parse.children[head])
    if is_told and parse.lemmas[head] in words.telling:
        return None  # "police would not say whether" is silence
    return next((mark for token in (head, *said) for mark in asked(parse, token)), None)


def _is_argued(parse: Parse, head: int, words: language.StanceWords) -> bool:
    """Whether a predicate says of a question that it is one: "is disputed", "is an open question"."""
    if not any(parse.deps[c] == "csubj" for c in parse.children[head]):
        return False
    said = [c for c in parse.children[head] if parse.deps[c] == "attr" and parse.lemmas[c] in words.questions]
    return bool(said)


def asked(parse: Parse, head: int) -> Iterator[int]:
    """The words that open the questions hanging on a predicate."""
    for child in parse.children[head]:
        if parse.deps[child] == "csubj" or (child > head and parse.deps[child] in ("ccomp", "advcl", "xcomp")):
            for mark in (*parse.children[child], *(m for c in parse.children[child] for m in parse.children[c])):
                if parse.deps[mark] == "mark" and parse.lowers[mark] in ("whether", "if"):
                    yield mark


def is_uncertain(parse: Parse, head: int) -> bool:
    """Whether a predicate says of a clause that it is not sure to be so: "it is not certain that", "far from clear
    that", "by no means proven that"."""
    words = language.load("en")
    said = [c for c in parse.children[head] if parse.deps[c] in ("acomp", "attr", "advmod")]
    said += [below for c in said if parse.lowers[c] == "far" for p in parse.children[c] for below in parse.children[p]]
    if not any(parse.lowers[c] in words.certain for c in said):
        return False
    around = {parse.lowers[c] for c in (*parse.children[head], *said)}
    return bool(around & (words.negations | {"far"})) or any(
        parse.lowers[c] == "by" and any(parse.lowers[b] == "means" for b in parse.children[c])
        for at in (head, *said)
        for c in parse.children[at]
    )


def bond(parse: Parse, clause: Clause) -> str:
    """How a clause hangs on what is over it; what the parser takes for a relative clause and "that" opens is what a
    noun says ("whispers that agents followed him")."""
    if clause.dep != "relcl":
        return "csubj" if clause.dep == "csubjpass" else clause.dep
    children = parse.children[clause.head]
    that = next((c for c in children if parse.lowers[c] == "that"), None)
    if that is None:
        return clause.dep
    has_all = any(parse.deps[c] in ("dobj", "nsubjpass") and c != that for c in children)  # "that agents took him"
    has_all = has_all or parse.lemmas[clause.head] in language.load("en").complete
    is_content = parse.deps[that] == "mark" or parse.tags[that] == "IN" or (parse.deps[that] == "dobj" and has_all)
    return "acl" if is_content else clause.dep


def is_possible(parse: Parse, head: int) -> bool:
    """Whether a predicate says of what hangs on it that it is not ruled out, or that nobody confirmed it."""
    words = language.load("en")
    if is_uncertain(parse, head) or is_kept_open(parse, head):
        return True
    is_negated = any(parse.lowers[c] in words.negations for c in parse.children[head])
    return is_negated and parse.lemmas[head] in words.confirming and is_passive(parse, head)


def is_kept_open(parse: Parse, head: int) -> bool:
    """Whether a predicate tells that something is not ruled out: "did not rule out sanctions"."""
    if parse.lemmas[head] not in ("exclude", "rule"):
        return False
    beside = parse.children[parse.heads[head]] if parse.deps[head] == "conj" else ()  # "neither admitted nor ruled out"
    if not any(parse.lowers[c] in language.load("en").negations for c in (*parse.children[head], *beside)):
        return False
    is_out = any(parse.lowers[c] == "out" and parse.deps[c] == "prt" for c in parse.children[head])
    return parse.lemmas[head] == "exclude" or is_out

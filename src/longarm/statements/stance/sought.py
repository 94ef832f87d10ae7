"""Sought: arrests that are asked for, paid for or ordered, of which nothing tells that they were made."""

from longarm.languages import clauses as language
from longarm.languages import replies
from longarm.statements.parse import Parse

_GOVERNED = frozenset({"dobj", "obj", "nsubjpass"})


def is_sought(parse: Parse, noun: int) -> bool:
    """Whether a noun tells an arrest that is only sought: "a bounty for the arrest of", "information leading to their
    arrest", "sought the arrest of", "a call for the detention of". It counts nobody as arrested."""
    words = language.load("en")
    if parse.lemmas[noun] not in words.takings or parse.pos[noun] not in ("NOUN", "PROPN"):
        return False
    while parse.deps[noun] == "conj" and parse.lemmas[parse.heads[noun]] in words.takings:
        noun = parse.heads[noun]
    above = parse.heads[noun]
    if parse.deps[noun] in _GOVERNED:
        return parse.lemmas[above] in words.seeking
    if parse.deps[noun] != "pobj":
        return False
    preposition, above = parse.lowers[above], parse.heads[above]
    if preposition == "to":
        return parse.lemmas[above] == "lead" and _is_on_offer(parse, above)
    return preposition == "for" and (parse.lemmas[above] in words.seeking or _is_price(parse, above))


def is_only_meant(parse: Parse, verb: int) -> bool:
    """Whether a "to ..." tells what somebody refused, or only wants or is ordered, to do: "declined to prosecute",
    "sought to arrest", "a warrant was issued to arrest"."""
    if parse.tags[verb] != "VB" or not any(parse.tags[c] == "TO" for c in parse.children[verb]):
        return False
    above, words = parse.heads[verb], replies.load("en")
    if parse.deps[verb] == "xcomp":
        return parse.lemmas[above] in words.refusing | (words.resolving - _SETTLED)
    return parse.deps[verb] in ("acl", "advcl") and _is_price(parse, above)


_SETTLED = frozenset({"decide", "choose", "opt", "determine", "resolve"})  # who decided to expel them did


def _is_on_offer(parse: Parse, verb: int) -> bool:
    """Whether what leads to an arrest is asked for: "for information leading to", "tips that could lead to"."""
    noun = parse.heads[verb]
    is_of_noun = parse.deps[verb] in ("acl", "relcl") and parse.lemmas[noun] in language.load("en").leads
    return is_of_noun and (parse.deps[noun] == "pobj" or any(parse.tags[c] == "MD" for c in parse.children[verb]))


def _is_price(parse: Parse, above: int) -> bool:
    """Whether a bounty, warrant or request governs the "for", itself or as what a verb does: "a bounty was set for"."""
    prices = language.load("en").prices
    below = (c for c in parse.children[above] if parse.deps[c] in _GOVERNED)
    return parse.lemmas[above] in prices or any(parse.lemmas[c] in prices for c in below)

"""Matters: the deed that somebody is expelled, listed or held for, told beside that: "expelled two men for spying on
exiles", "ordered the expulsion of agents responsible for tracking them", "held on suspicion of planning a murder"."""

from collections.abc import Iterator

from longarm.codebook.cues import best
from longarm.languages import attributions, discourse
from longarm.languages import clauses as words
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.parse import Parse
from longarm.statements.scenes.doers import method_of
from longarm.statements.text import Part

_OVER = frozenset({"for", "of", "over", "with", "in"})
SHORTEST = 3  # tokens of a deed with whom it befell


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for every gerund that says what a step, or a person in it, was for."""
    part = frame.text.parts[index]
    parse = part.parse
    if not frame.relevant[index] or "VBG" not in parse.tags:
        return
    for token, tag in enumerate(parse.tags):
        if tag != "VBG" or parse.deps[token] not in ("pcomp", "pobj") or not _is_matter(parse, token):
            continue
        number = part.clause_of(token)
        if part.clauses[number].head == token:
            continue
        first, last = token, _end(part, token, number)
        if last - first < SHORTEST:
            continue
        hit = best(hit for hit in frame.hits[index] if first <= hit.first < last)
        yield Candidate("act", index, number, first, last, token, method_of(frame, index, hit), focus=token)


def _is_matter(parse: Parse, gerund: int) -> bool:
    """Whether a gerund is what a step of a state was for, or what those whom it meets are said to have done."""
    at = parse.heads[gerund]
    over = parse.heads[at]
    if parse.lowers[at] not in _OVER:
        return False
    known = words.load("en")
    if parse.deps[over] in ("amod", "acl", "relcl"):
        return parse.lemmas[over] in known.culpable - known.charging and over > parse.heads[over]
    if parse.deps[over] == "pobj":
        held_on = attributions.load("en").accusing | discourse.load("en").charge_nouns
        return parse.lemmas[over] in held_on and parse.lowers[at] == "of"
    return parse.lemmas[over] in known.expelling and parse.pos[over] == "VERB"


def _end(part: Part, token: int, number: int) -> int:
    """One past the last token of what hangs on a gerund in its clause."""
    own = part.clauses[number].tokens
    return max((t for t in range(*part.parse.subtree(token)) if t in own), default=token) + 1

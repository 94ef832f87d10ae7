"""Aims: what a deed was done for, told in a phrase of the same clause: "mounts campaigns to make them return"; and what
it was a part of: "as part of Operation Sky Net"."""

from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import best
from longarm.languages import clauses as clause_words
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.clauses import Clause
from longarm.statements.extractors.purpose import is_against, is_for, purpose
from longarm.statements.parse import Parse

_INTO = frozenset({"in", "with", "for", "as", "under", "on"})
SHORTEST = 3  # tokens of an aim with its "to"


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A purpose for every phrase of a clause that says what its deed was for, beside the act that the clause tells; an
    act for what names the operation it was a part of."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    parse = part.parse
    for number, clause in enumerate(part.clauses):
        own = set(clause.tokens)
        for first, at in _wholes(parse, clause):
            is_tried = parse.lemmas[at] in assessments().endeavours
            last = max(token for token in range(*parse.subtree(at)) if token in own or token <= at) + 1
            kind = "purpose" if is_tried else "act"
            yield Candidate(kind, index, number, first, last, at, frame.topic.main_method, focus=at)
        if purpose(parse, clause) is not None:
            continue  # told whole
        for first, at in _aims(parse, clause):
            last = max(token for token in range(*parse.subtree(at)) if token in own or token <= at) + 1
            is_paid = parse.lemmas[at] in assessments().paybacks
            if (last - first < SHORTEST and not is_paid) or any(
                first <= part.tokens_of(q.span)[0] < last for q in part.quantities
            ):
                continue  # a figure tells it
            hit = best(hit for hit in frame.hits[index] if first <= hit.first < last)
            method = hit.entry if hit else frame.topic.main_method
            if is_against(frame, index, hit, first, last):
                method = ""
            anchor = clause.head if is_paid else at  # what is refused in revenge is refused, and not untold
            yield Candidate("purpose", index, number, first, last, anchor, method, focus=at)


def _wholes(parse: Parse, clause: Clause) -> Iterator[tuple[int, int]]:
    """The first token of "as part of ..." or ", part of ..." and the name or noun of what it is part of."""
    for token in clause.tokens:
        before = parse.lowers[token - 1] if token else ""
        if parse.lowers[token] != "part" or before not in ("as", ",") or parse.lowers[token + 1 : token + 2] != ["of"]:
            continue
        for noun in parse.children[token + 1]:
            is_named = parse.pos[noun] == "PROPN" and parse.deps[noun] == "pobj"
            if is_named or parse.lemmas[noun] in assessments().endeavours:
                yield (token - 1 if before == "as" else token), noun


def _aims(parse: Parse, clause: Clause) -> Iterator[tuple[int, int]]:
    """The first token and the predicate or noun of every aim told in a clause."""
    for token in clause.tokens:
        if parse.lemmas[token] in assessments().means and parse.deps[token] == "pobj":
            opens = parse.heads[token]
            if parse.lowers[opens] in _INTO and (_is_followed(parse, token) or _is_screen(parse, token)):
                yield opens, token
        elif parse.lemmas[token] in assessments().paybacks and parse.deps[token] == "pobj":
            if parse.lowers[parse.heads[token]] in ("in", "as", "of"):
                yield parse.heads[token], token
        elif parse.tags[token] == "VB" and token != clause.head and is_for(parse, token):
            to = next((c for c in parse.children[token] if parse.tags[c] == "TO"), None)
            if to is not None:
                yield to, token


def _is_screen(parse: Parse, noun: int) -> bool:
    """Whether something was done behind something else: "under the guise of a trade fair"."""
    is_of = any(parse.lowers[c] == "of" and parse.children[c] for c in parse.children[noun])
    is_screen = parse.lemmas[noun] in clause_words.load("en").screens
    return is_of and is_screen and parse.lowers[parse.heads[noun]] in ("under", "on")


def _is_followed(parse: Parse, noun: int) -> bool:
    """Whether an aim is told of a noun: "a bid to scare", "the aim of finding"."""
    return any(
        (parse.tags[c] == "VB" and c > noun)
        or (parse.lowers[c] in ("of", "to") and any(parse.tags[g] == "VBG" for g in parse.children[c]))
        for c in parse.children[noun]
    )

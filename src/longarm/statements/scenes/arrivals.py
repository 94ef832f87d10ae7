"""Arrivals: where somebody was seized who had just come there, and where they, or the agents who did it, only live."""

from collections.abc import Sequence
from dataclasses import replace

from longarm.codebook.assessments import assessments
from longarm.languages import clauses as words
from longarm.model.statements import PlaceMention, Toponym
from longarm.statements.candidates import Candidate
from longarm.statements.clauses import subject
from longarm.statements.parse import Parse
from longarm.statements.text import Part

DEPTH = 3  # words from a place up to the verb of living or going: "back to Minsk"
STEPS = 4  # words from the going up to the deed


def settled(part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of a statement: the one where somebody was seized on arrival is its site, told though it is in a
    clause of its own; where they live, or agents have their desks, is then only mentioned."""
    head = part.clauses[candidate.clause].head
    kept = [replace(m, role="mentioned") if _is_desk(part, m.toponym, head) else m for m in mentions]
    arrived = [t for t in part.toponyms if t.role == "place" and _is_reached(part, t, head)]
    if not arrived or candidate.kind not in ("figure", "legal", "act"):
        return kept
    who = subject(part.parse, head)
    of_them = range(*part.parse.subtree(who)) if who is not None else range(0)
    others = [replace(m, role="mentioned") if set(part.tokens_of(m.toponym.span)) & set(of_them) else m for m in kept]
    return [*(PlaceMention(t, "site") for t in arrived), *(m for m in others if m.toponym not in arrived)]


def _is_reached(part: Part, place: Toponym, head: int) -> bool:
    """Whether a place is where those went whom a predicate then seizes: "was held when she landed in Minsk"."""
    parse, known, token = part.parse, words.load("en"), part.parse.token_at(place.span.end - 1)
    if token is None or parse.lemmas[head] not in known.seizing:
        return False
    going = _over(parse, token, known.moving)
    if going is None or going == head:
        return False
    over, top = parse.heads[going], going
    for _ in range(STEPS):
        marks = {parse.lowers[c] for c in parse.children[top] if parse.deps[c] == "mark" or parse.tags[c] == "WRB"}
        if over == head:
            is_after = parse.lowers[top] in known.arriving or bool(marks & known.arriving)
            return is_after and _are_taken(parse, head)
        if parse.pos[over] not in ("ADP", "SCONJ"):
            return False
        top, over = over, parse.heads[over]
    return False


def _are_taken(parse: Parse, head: int) -> bool:
    """Whether a predicate tells of those to whom it is done: in the passive, or who disappear."""
    passive = any(parse.deps[c] in ("nsubjpass", "auxpass") for c in parse.children[head])
    return passive or parse.lemmas[head] in ("disappear", "vanish")


def _over(parse: Parse, token: int, lemmas: frozenset[str]) -> int | None:
    """The nearest word over a place, by its preposition or as its object, that is one of some lemmas."""
    for _ in range(DEPTH):
        if parse.deps[token] not in ("pobj", "prep", "dobj", "compound", "advmod"):
            return None
        token = parse.heads[token]
        if parse.lemmas[token] in lemmas:
            return token
    return None


def _home(part: Part, place: Toponym) -> int | None:
    """The verb of living, of a noun beside the predicate, whose place this is: "students residing in Norway"."""
    parse, token = part.parse, part.parse.token_at(place.span.end - 1)
    lives = None if token is None else _over(parse, token, words.load("en").residing)
    return lives if lives is not None and parse.deps[lives] in ("acl", "relcl", "amod") else None


def _is_desk(part: Part, place: Toponym, head: int) -> bool:
    """Whether a place is only where agents have their desks who do something elsewhere."""
    lives = _home(part, place)
    if lives is None or lives == head:
        return False
    known, who = assessments(), part.parse.heads[lives]
    if part.parse.lemmas[who] in known.authorities | known.envoys:
        return part.parse.pos[who] == "NOUN" and subject(part.parse, head) is not None
    return False

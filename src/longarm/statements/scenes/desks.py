"""Desks: where the agents who did something elsewhere only have their offices."""

from collections.abc import Sequence
from dataclasses import replace

from longarm.codebook.assessments import assessments
from longarm.languages import clauses as words
from longarm.model.statements import PlaceMention, Toponym
from longarm.statements.candidates import Candidate
from longarm.statements.clauses import subject
from longarm.statements.parse import Parse
from longarm.statements.text import Part

DEPTH = 3  # words from a place up to the verb of living


def without_desks(part: Part, candidate: Candidate, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of a statement; where agents only have their desks is no more than mentioned."""
    head = part.clauses[candidate.clause].head
    return [replace(m, role="mentioned") if _is_desk(part, m.toponym, head) else m for m in mentions]


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

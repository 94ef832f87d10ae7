"""Joined clauses: a predicate without a subject of its own shares what opens the clause that it is joined to."""

from longarm.statements.candidates import Candidate
from longarm.statements.clauses import Clause
from longarm.statements.text import Part


def joined_to(part: Part, candidate: Candidate) -> Clause | None:
    """The clause whose predicate that of a candidate is joined to, which shares its subject and what opens it."""
    parse, head = part.parse, part.clauses[candidate.clause].head
    if parse.deps[head] != "conj" or any(parse.deps[c] in ("nsubj", "nsubjpass") for c in parse.children[head]):
        return None
    while parse.deps[head] == "conj" and parse.heads[head] != head:
        head = parse.heads[head]
    return next((clause for clause in part.clauses if clause.head == head), None)

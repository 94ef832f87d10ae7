"""Plainness: what is told plainly in spite of a word of doubt in its clause, which is of something else."""

from longarm.codebook.loader import people_nouns
from longarm.statements.candidates import Candidate
from longarm.statements.clauses import Clause
from longarm.statements.extractors import legal
from longarm.statements.stance import FoundHedge
from longarm.statements.text import Part


def is_plain(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a word of doubt in the clause of a candidate does not make it doubtful."""
    clause = part.clauses[candidate.clause]
    if is_step(part, candidate) and _is_of_the_accused(part, hedge):
        return True  # the step itself is told plainly; what hangs on it is another statement
    if hedge.span.words.lower() == "so-called" and not _is_told_to_be(part, candidate, hedge):
        return True
    return _describes_people(part, clause, hedge) or _describes_a_place(part, candidate, hedge)


def is_step(part: Part, candidate: Candidate) -> bool:
    """Whether a candidate is a step of proceedings or a reply, or counts those whom a step is taken against."""
    return bool(candidate.stage) or _counts_the_accused(part, candidate)


def _counts_the_accused(part: Part, candidate: Candidate) -> bool:
    """Whether a figure counts who is charged, which is told plainly: "three officers were charged with plotting"."""
    if candidate.kind != "figure" or candidate.focus < 0:
        return False
    parse = part.parse
    verb = parse.heads[candidate.focus]
    if parse.deps[candidate.focus] in ("nsubjpass", "dobj"):
        return parse.lowers[verb] in legal.ACCUSING or parse.lemmas[verb] in legal.ACCUSING
    brought = [child for child in parse.children[verb] if parse.deps[child] == "dobj"]
    return parse.deps[candidate.focus] == "nsubj" and any(parse.lowers[child] in legal.ACCUSING for child in brought)


def _is_of_the_accused(part: Part, hedge: FoundHedge) -> bool:
    """Whether a word of doubt is of what somebody is accused of, or of who they are said to be, and not of the step."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None or hedge.span.words.lower() in legal.ACCUSING:
        return True
    under = parse.heads[token]
    if parse.deps[token] == "amod":
        return parse.deps[under] in ("dobj", "pobj", "nsubjpass", "conj", "compound")
    return parse.pos[token] == "NOUN" and parse.deps[token] in ("pobj", "dobj")


def _is_told_to_be(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a thing of doubtful name is what a clause says to be there ("a so-called office operates in Lyon"), and
    not what something plain is done to ("told to shut any so-called offices")."""
    parse, token = part.parse, part.parse.token_at(hedge.span.end - 1)
    return candidate.kind == "presence" and token is not None and parse.deps[parse.heads[token]] in ("nsubj", "attr")


def _describes_a_place(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a word of doubt is only of where a plain act goes or what it comes after: "officers were sent to the
    alleged offices", "the flight was turned back after a reported threat"."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None or parse.deps[token] != "amod" or candidate.kind not in ("act", "purpose"):
        return False
    noun = parse.heads[token]
    return parse.deps[noun] == "pobj" and parse.lowers[parse.heads[noun]] in _WHERE


_WHERE = frozenset(
    {
        "to",
        "at",
        "near",
        "around",
        "outside",
        "from",
        "towards",
        "toward",
        "into",
        "inside",
        "after",
        "before",
        "following",
    }
)


def _describes_people(part: Part, clause: Clause, hedge: FoundHedge) -> bool:
    """Whether a word of doubt only says who people are thought to be, of whom something plain is told: "three suspected
    agents were flown out". Where they are the very thing told of ("there are three suspected agents") it bears."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None or parse.deps[token] != "amod" or parse.lemmas[clause.head] in ("be", "have"):
        return False
    return parse.lemmas[parse.heads[token]] in people_nouns() and parse.heads[token] in clause.tokens

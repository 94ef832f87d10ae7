"""Releases: texts that are themselves the answer of those who are accused."""

from collections.abc import Sequence

from longarm.languages import discourse, missions, replies
from longarm.statements.clauses import subject
from longarm.statements.extractors.pleas import is_pleader
from longarm.statements.text import Part


def is_statement(parts: Sequence[Part], is_told: bool) -> bool:
    """Whether all that a text tells is said by those who answer for themselves: it is headed as theirs ("Statement by
    the Embassy of"), speaks of its own mission ("our consular officers"), or is a release that names nobody else.

    Args:
        is_told: whether the text has any source but its author.
    """
    told = [part for part in parts if len(part.parse)]
    if any(_is_heading(part) for part in told[:2]) or any(_is_own_mission(part) for part in told):
        return True
    return not is_told and is_release(parts)


def is_release(parts: Sequence[Part]) -> bool:
    """Whether the first sentence of a text says in the present how a ministry, an embassy or a government answers ("The
    Embassy refutes the insinuations of your article")."""
    told = [part for part in parts if len(part.parse)][:2]
    part = next((p for p in told if p.passage.kind != "headline"), None)
    if part is None:
        return False
    head = next((c.head for c in part.clauses if c.dep == "ROOT"), -1)
    if head < 0 or part.parse.lemmas[head] not in replies.load("en").releasing or part.parse.tags[head] != "VBZ":
        return False
    who = subject(part.parse, head)
    return who is not None and is_pleader(part, who) and not any(t.role == "place" for t in part.toponyms[:1])


def _is_heading(part: Part) -> bool:
    """Whether the first words of a passage call the text an answer of a state's body: "Spokesperson's remarks"."""
    parse, words = part.parse, replies.load("en")
    first, last = parse.sentences[0]
    ends = (t for t in range(first, last) if parse.words[t] in (":", "."))
    opening = range(first, min(next(ends, last), first + LONGEST_HEADING))
    named = [t for t in opening if parse.lemmas[t] in words.releases and parse.pos[t] in ("NOUN", "PROPN", "VERB")]
    if not named or any(parse.pos[t] in ("VERB", "AUX") and t not in named for t in opening):
        return False
    below = [t for t in opening if parse.heads[t] in named or parse.heads[parse.heads[t]] in named]
    bodies = missions.named() | words.headed | discourse.load("en").spokespersons
    return any(parse.lowers[t] in bodies or parse.lemmas[t] in bodies for t in below)


LONGEST_HEADING = 14  # tokens


def _is_own_mission(part: Part) -> bool:
    """Whether a passage speaks of its speaker's mission: "our embassy", "my consulate", "our consular officers"."""
    parse, words = part.parse, missions.abroad()
    if words.isdisjoint(parse.lemmas) and "consular" not in parse.lowers:
        return False
    known = [t for t in range(len(parse)) if parse.lemmas[t] in words or parse.lowers[t] == "consular"]
    nouns = [parse.heads[t] if parse.lowers[t] == "consular" else t for t in known]
    own = [c for noun in nouns for c in parse.children[noun] if parse.lowers[c] in ("our", "my")]
    quotes = [(q.start, q.end) for q in part.quotes]
    return any(not any(a <= parse.starts[c] < b for a, b in quotes) for c in own)

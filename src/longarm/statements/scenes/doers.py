"""Doers: who did the deed that a cue of a method tells, where it stands below another predicate.

A state that expels those suspected of spying, prosecutes them, opposes spying or makes a law against it does not spy.
"""

from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit, best
from longarm.languages import clauses as words
from longarm.statements.candidates import Candidate, Frame, pivot
from longarm.statements.clauses import agent, blamed, is_passive, subject
from longarm.statements.parse import Parse

_UNDER = frozenset({"dobj", "obj", "nsubjpass", "attr"})
_AGAINST = frozenset({"to", "against", "from", "on", "of", "at", "over", "about", "for"})


_LOWER = frozenset({"ccomp", "relcl", "csubj", "csubjpass"})


def method_of(frame: Frame, index: int, hit: Hit | None) -> str:
    """The method of a cue, empty where it is told only as what somebody acts against."""
    if hit is None or is_countered(frame.text.parts[index].parse, pivot(frame, index, hit)):
        return ""
    return hit.entry


def actor(frame: Frame, candidate: Candidate) -> int | None:
    """Head token of who did the deed that an act tells, None where the words say it of nobody."""
    part = frame.text.parts[candidate.part]
    hits = [hit for hit in frame.hits[candidate.part] if candidate.first <= hit.first < candidate.last]
    hit = best(hit for hit in hits if hit.entry == candidate.method)
    deed = pivot(frame, candidate.part, hit) if hit else candidate.anchor
    return doer(part.parse, deed, part.clauses[candidate.clause].head)


def doer(parse: Parse, deed: int, head: int) -> int | None:
    """Head token of who did a deed that stands in the clause of a predicate, None where the words say it of nobody.

    Args:
        deed: the word of a method's cue.
        head: the predicate of its clause.
    """
    known = words.load("en")
    if (named := _by(parse, deed)) is not None:
        return named
    below = deed
    for token in _above(parse, deed, head):
        if parse.deps[below] in _LOWER:
            return done_by(parse, below)
        if parse.lemmas[token] in known.culpable and parse.deps[token] in ("amod", "acl", "relcl", "appos"):
            return _accountable(parse, parse.heads[token])
        if (who := blamed(parse, below) or _charged(parse, token, below)) is not None:
            return _accountable(parse, who)
        if _is_regarded(parse, token, below) or _is_against(parse, token, below) or not _is_own(parse, token, below):
            return None
        below = token
    return done_by(parse, head)


def done_by(parse: Parse, head: int) -> int | None:
    """Head token of who does what a predicate tells: its subject, or of what is undergone who stands after "by"."""
    if not is_undergone(parse, head):
        return subject(parse, head)
    joined = (
        c for c in parse.children[head] if parse.deps[c] == "conj" and parse.tags[c] == "VBN"
    )  # "held and fined by"
    options = (head, *joined)
    return next((by for at in options if (by := agent(parse, at) or _passed(parse, at)) is not None), None)


def is_undergone(parse: Parse, head: int) -> bool:
    """Whether a predicate tells what befell its subject: a passive, or a participle ("the poison used on", "leader
    questioned by police")."""
    if is_passive(parse, head):
        return True
    if parse.deps[head] == "conj" and parse.tags[head] in ("VBN", "VBD") and parse.heads[head] < head:
        has_own = any(parse.deps[c] in ("nsubj", "aux", "dobj") for c in parse.children[head])
        return not has_own and is_undergone(parse, parse.heads[head])
    is_participle = parse.tags[head] == "VBN" and parse.deps[head] == "acl"
    has_agent = agent(parse, head) is not None or _passed(parse, head) is not None
    return is_participle or (has_agent and parse.tags[head] in ("VBN", "VBD") and not _has_object(parse, head))


def _passed(parse: Parse, head: int) -> int | None:
    """The noun after "by" right below a participle that the parser took for a predicate in the past."""
    nouns = (c for at in parse.children[head] if parse.lowers[at] == "by" for c in parse.children[at])
    return next((noun for noun in nouns if parse.deps[noun] == "pobj"), None)


def _has_object(parse: Parse, head: int) -> bool:
    return any(parse.deps[c] in ("dobj", "obj") for c in parse.children[head])


def _is_own(parse: Parse, token: int, below: int) -> bool:
    """Whether who does what the upper of two words tells does what the lower tells: "carried out the killing", "stepped
    up its surveillance", "tried to kidnap", not "tipped off another about a plot"."""
    known, dep = words.load("en"), parse.deps[below]
    if parse.pos[below] in ("VERB", "AUX") and dep not in ("amod", "compound"):
        return parse.pos[token] in ("VERB", "AUX", "ADP", "SCONJ", "ADJ") or parse.lemmas[token] in known.undertakings
    if dep in ("compound", "amod", "nmod"):  # "a spyware campaign", not "an interference watchdog"
        return parse.pos[below] == "VERB" or parse.lemmas[token] in known.undertakings
    if dep in ("conj", "appos", "attr", "oprd", "acomp", "pobj", "pcomp"):
        return True
    if parse.pos[token] in ("VERB", "AUX"):
        if dep == "prep":
            if parse.lowers[below] == "behind":
                return parse.lemmas[token] == "be"
            return parse.lowers[below] in known.by_means or parse.lemmas[token] in known.committing
        if dep in ("dobj", "obj", "dative"):
            return parse.lemmas[token] in known.committing or _is_whose(parse, below)
        return dep in ("advmod", "npadvmod", "prt", "dep", "advcl", "nsubjpass")
    if dep == "prep":
        return parse.lemmas[token] in known.undertakings or parse.lowers[below] in known.by_means
    return parse.lemmas[token] in known.undertakings


def _is_whose(parse: Parse, noun: int) -> bool:
    """Whether a noun is said to be the subject's own: "defended its surveillance of exiles"."""
    return any(
        parse.lowers[c] in ("its", "their", "his", "her") and parse.deps[c] == "poss" for c in parse.children[noun]
    )


def is_countered(parse: Parse, deed: int) -> bool:
    """Whether the sentence tells a deed only as what somebody acts or speaks against: "to combat the harassment of",
    "strong opposition to intimidating"."""
    below = deed
    for token in _above(parse, deed, -1):
        if _is_against(parse, token, below):
            return True
        if parse.deps[below] in _LOWER | {"advcl"}:
            return False
        below = token
    return False


def is_resented(parse: Parse, step: int, head: int) -> bool:
    """Whether a step of law is told only as what somebody opposes or feels: "is concerned over the arrests"."""
    below = step
    for token in _above(parse, step, head):
        is_felt = parse.pos[token] == "ADJ" and _is_regarded(parse, token, below)
        if is_felt or _is_against(parse, token, below):
            return True
        below = token
    return False


def is_foiled(parse: Parse, aim: int) -> bool:
    """Whether an aim stands below a verb of acting against it, and is not its subject's: "foiled a plot to kidnap"."""
    below = aim
    for token in _above(parse, aim, -1):
        if parse.deps[below] in _LOWER:
            return False
        if parse.pos[token] == "VERB" and parse.lemmas[token] in words.load("en").countering:
            return True
        below = token
    return False


def _above(parse: Parse, token: int, head: int) -> Iterator[int]:
    """The words over a word, up to a predicate with it."""
    while token != head and parse.heads[token] != token:
        token = parse.heads[token]
        yield token


def _by(parse: Parse, deed: int) -> int | None:
    """Who a noun of a deed says did it: "the surveillance of exiles by Freedonia"."""
    if parse.pos[deed] != "NOUN":
        return None
    nouns = (c for at in parse.children[deed] if parse.lowers[at] == "by" for c in parse.children[at])
    return next((noun for noun in nouns if parse.deps[noun] == "pobj"), None)


def _charged(parse: Parse, verb: int, below: int) -> int | None:
    """Who is accused, where a noun tells of what: "accused Freedonia of the poisoning of"."""
    if parse.deps[below] != "prep" or parse.lemmas[verb] not in words.load("en").judging or parse.pos[verb] != "VERB":
        return None
    return next((c for c in parse.children[verb] if parse.deps[c] in ("dobj", "dative", "nsubjpass")), None)


def _accountable(parse: Parse, noun: int) -> int | None:
    """Those a deed is laid to, where they are named or a state's: agents are, nationals need not be."""
    known = assessments()
    if parse.pos[noun] == "PROPN":
        return noun
    return noun if parse.lemmas[noun] in known.authorities | known.envoys else None


def _is_against(parse: Parse, token: int, below: int) -> bool:
    """Whether a word of acting against something has it right below, or below its preposition."""
    known, lemma = words.load("en"), parse.lemmas[token]
    if parse.pos[token] in ("ADP", "SCONJ", "ADV"):
        return False
    is_verb = parse.pos[token] == "VERB"
    is_gerund = parse.deps[below] == "xcomp" and parse.tags[below] == "VBG"
    if is_verb and lemma in known.countering:
        return is_gerund or _is_target(parse, below)
    if is_verb and lemma in known.halting:
        return _is_target(parse, below) and parse.deps[below] != "prep"
    return not is_verb and lemma in known.opposition and parse.deps[below] == "prep" and _is_target(parse, below)


def _is_regarded(parse: Parse, token: int, below: int) -> bool:
    """Whether a word of telling of something, feeling or law has it right below, or below its preposition."""
    known = words.load("en")
    listed = known.regarding if parse.pos[token] == "VERB" else known.regard
    return parse.lemmas[token] in listed and _is_target(parse, below)


def _is_target(parse: Parse, below: int) -> bool:
    """Whether a word is the object of the one over it, or the preposition before what it is about."""
    return parse.deps[below] in _UNDER or (parse.deps[below] == "prep" and parse.lowers[below] in _AGAINST)

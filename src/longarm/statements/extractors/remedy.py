"""Remedies: calls for, or reports of, investigation, closure and protection."""

from collections.abc import Iterator

from longarm.codebook.assessments import REMEDY, assessments
from longarm.codebook.cues import best
from longarm.languages import clauses as clause_words
from longarm.languages import replies
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped, in_cue, told_anchor
from longarm.statements.clauses import Clause, subject
from longarm.statements.extractors.pleas import is_pleader
from longarm.statements.extractors.purpose import purpose, whole
from longarm.statements.extractors.takers import by_operator
from longarm.statements.predicates import is_infinitive
from longarm.statements.scenes.operators import country_of
from longarm.statements.text import Part


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A remedy for every clause that calls for one."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    for number, clause in enumerate(part.clauses):
        found = [hit for hit in frame.judgements[index][number] if hit.entry == REMEDY]
        found = [hit for hit in found if hit.cue not in _CALLS or _is_called_to(part, number)]
        is_asked = _is_asked_for(frame, index, number) or _is_asked_of_power(frame, part, number)
        if not found and not is_asked:
            continue
        tokens = clause.tokens[found[0].first : found[0].last] if found else (clause.head,)
        hit = best(clause_hits(frame, index, number))
        if found and any(h.entry == "warning" for h in frame.judgements[index][number]) and _is_of_state(part, clause):
            continue  # "Warsaw asked for an explanation", which is its response
        if _is_asked_of_anybody(part, clause) and _is_of_state(part, clause):
            continue  # "officials asked her to return", which presses on her
        if is_asked and not found:
            yield _candidate(frame, index, number, tokens)
            continue
        if purpose(part.parse, clause) is not None or (hit and hit.first in tokens and hit.weight >= found[0].weight):
            continue  # "aims to press them to return"
        yield _candidate(frame, index, number, tokens)


def _candidate(frame: Frame, index: int, number: int, tokens: tuple[int, ...]) -> Candidate:
    part = frame.text.parts[index]
    clause = part.clauses[number]
    hit = best(clause_hits(frame, index, number))
    anchor = told_anchor(frame, index, tokens)
    first, last = whole(part.parse, clause)
    if not in_cue(frame, index, clause.head):  # "the group called on France to act": told with who calls
        first, last = clipped(frame, index, first, last, anchor)
    return Candidate("remedy", index, number, first, last, anchor, hit.entry if hit else frame.topic.main_method)


_CALLS = frozenset({"call on", "call upon"})


def _is_called_to(part: Part, number: int) -> bool:
    """Whether who is called on is called on to do something: "officers called on her parents" tells of a visit."""
    parse, clause = part.parse, part.clauses[number]
    tokens = [*clause.tokens, *(t for c in part.clauses if c.parent == number for t in c.tokens)]
    return any(parse.tags[t] == "TO" and t > clause.head for t in tokens)


def _is_of_state(part: Part, clause: Clause) -> bool:
    """Whether a state or a body of one does what a clause tells."""
    who = subject(part.parse, clause.head)
    return who is not None and is_pleader(part, who)


def _is_asked_for(frame: Frame, index: int, number: int) -> bool:
    """Whether a clause is what somebody recommends or demands, by its mood ("urged that the agency publish it"), or
    goes on from one that calls for a remedy ("should reopen the file and | offer witnesses anonymity")."""
    part = frame.text.parts[index]
    parse, clause = part.parse, part.clauses[number]
    if parse.tags[clause.head] not in ("VB", "VBP", "VBN", "VBD") or clause.parent < 0:
        return False
    above = part.clauses[clause.parent]
    own = {parse.deps[c] for c in parse.children[clause.head] if c < clause.head}
    if parse.tags[clause.head] in ("VBN", "VBD"):  # "want the ambassador expelled"
        return clause.dep == "ccomp" and parse.lemmas[above.head] == "want" and not own & {"aux", "auxpass", "mark"}
    if clause.dep == "ccomp" and parse.tags[clause.head] == "VB":
        who = subject(parse, clause.head)
        is_person = who is None or parse.pos[who] == "PRON"  # "demanded that he return"
        return not is_person and "aux" not in own and parse.lemmas[above.head] in replies.load("en").recommending
    is_joined = clause.dep == "conj" and not own & {"nsubj", "nsubjpass", "expl", "aux"}
    return is_joined and any(hit.entry == REMEDY for hit in frame.judgements[index][clause.parent])


def _is_asked_of_power(frame: Frame, part: Part, number: int) -> bool:
    """Whether a state or those who govern are asked to do something, by others than the state that acts abroad:
    "pressed Freedonia to let him leave", "asked the minister not to sign"."""
    parse, clause, known = part.parse, part.clauses[number], assessments()
    if parse.lemmas[clause.head] not in clause_words.load("en").seeking or by_operator(frame, part, number):
        return False
    for verb in parse.children[clause.head]:
        if verb < clause.head or parse.deps[verb] not in ("xcomp", "ccomp", "advcl") or not is_infinitive(parse, verb):
            continue
        near = (c for t in (verb, clause.head) for c in parse.children[t] if clause.head < c < verb)
        who = next((c for c in near if parse.deps[c] in _ASKED_OF), None)
        if who is None:
            continue
        is_state = any(t.span.start <= parse.starts[who] < t.span.end and country_of(t) for t in part.toponyms)
        if is_state or parse.lemmas[who] in known.powers | known.courts:
            return not _is_of_state(part, clause)
    return False


def _is_asked_of_anybody(part: Part, clause: Clause) -> bool:
    """Whether what is asked is asked of him, her or them."""
    parse = part.parse
    verbs = (clause.head, *(c for c in parse.children[clause.head] if parse.deps[c] in ("xcomp", "ccomp")))
    below = (c for verb in verbs for c in parse.children[verb] if c > clause.head)
    return any(parse.deps[c] in _ASKED_OF and parse.lowers[c] in ("him", "her", "them", "me", "us") for c in below)


_ASKED_OF = frozenset({"dobj", "nsubj", "nsubjpass", "dative"})

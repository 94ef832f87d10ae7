"""Withdrawing: how often what a candidate tells is denied along the chain of those who speak."""

from collections.abc import Sequence

from longarm.languages import attributions as attribution_language
from longarm.languages import stance as stance_language
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.clauses import Clause
from longarm.statements.discourse.speech import Speech
from longarm.statements.extractors.defence import is_accused, is_defence
from longarm.statements.parse import Parse
from longarm.statements.stance.falsity import accuses_of_falsehood
from longarm.statements.stance.negation import tells_denial
from longarm.statements.stance.openness import is_uncertain
from longarm.statements.stance.opposites import is_set_against
from longarm.statements.text import Part


def withdrawals(frame: Frame, part: Part, candidate: Candidate, covering: Sequence[Speech]) -> int:
    """How many denials of what a candidate tells stand outside of its own clause, and in no attitude of a voice."""
    is_wrong = any(is_said_wrongly(part, speech) or _is_no_position(part, speech) for speech in covering)
    own = _is_denial(frame, part, candidate, covering) + _is_excluded(part, candidate) + _is_cleared(part, candidate)
    return own + is_wrong + any(speech.name and _holds_not(speech) for speech in covering)


def counts_all_the_same(part: Part, candidate: Candidate) -> bool:
    """Whether a figure counts what its negated clause presupposes: "none of the 12 offices closed"."""
    return _is_presumed(part, candidate) or _counts_pleas(part, candidate)


def _is_cleared(part: Part, candidate: Candidate) -> bool:
    """Whether somebody is cleared of what a candidate tells, other than by a verdict, which is a step of its own."""
    parse, head = part.parse, part.clauses[candidate.clause].head
    if candidate.stage or candidate.focus >= 0 or parse.lemmas[head] not in stance_language.load("en").clearing_verbs:
        return False
    return any(parse.lowers[t] == "of" and parse.children[t] for t in part.clauses[candidate.clause].tokens if t > head)


def is_said_wrongly(part: Part, speech: Speech) -> bool:
    """Whether it is said of words that they are not true: "falsely claimed", "was wrongly accused of"."""
    return any(
        word in stance_language.load("en").untruly
        for span in speech.attribution.cue
        for word in span.words.lower().split()
    )


def _is_no_position(part: Part, speech: Speech) -> bool:
    """Whether somebody does not hold what is said: "it was never the ministry's position that"."""
    parse, cue = part.parse, speech.attribution.cue
    token = parse.token_at(cue[-1].start) if cue and parse.starts[0] <= cue[-1].start < parse.ends[-1] else None
    if token is None or parse.deps[token] != "attr" or parse.lemmas[parse.heads[token]] != "be":
        return False
    return any(parse.deps[c] == "neg" for c in parse.children[parse.heads[token]])


def _holds_not(speech: Speech) -> bool:
    """Whether a source holds that something is not so: "does not believe that the office is open"."""
    attribution = speech.attribution
    return attribution.attitude == "doubts" and attribution.cue_lemma in ("believe", "think")


def is_asked(parse: Parse, clause: Clause, above: tuple[Clause, ...]) -> bool:
    """Whether a clause is one that "whether" opens, or that is said not to be certain."""
    if any(parse.deps[c] == "mark" and parse.lowers[c] in ("whether", "if") for c in parse.children[clause.head]):
        return True
    over = parse.heads[clause.head]
    if clause.dep == "acl" and parse.lemmas[over] in stance_language.load("en").felt and parse.deps[over] == "pobj":
        return True  # "none would be named, for fear that relatives be detained"
    return any(is_uncertain(parse, upper.head) for upper in above)


def _is_denial(frame: Frame, part: Part, candidate: Candidate, covering: Sequence[Speech]) -> bool:
    """Whether a reply is that somebody denies something, told of them: "officials deny that it exists, she said"."""
    if candidate.focus < 0 and tells_denial(part.parse, candidate.anchor):
        return True  # "repeated its denial of any role"
    if candidate.kind != "response":
        return False
    parse, clause = part.parse, part.clauses[candidate.clause]
    if clause.dep == "relcl" and candidate.anchor == clause.head and not covering:
        cue = attribution_language.load("en").verbs.get(parse.lemmas[clause.head])
        return cue is not None and cue.attitude == "denies"  # "something it has always denied"
    own = [s for s in speaking(frame, part, candidate, covering) if s not in covering]
    return any(speech.name and speech.attribution.attitude == "denies" for speech in own)


def speaking(frame: Frame, part: Part, candidate: Candidate, covering: Sequence[Speech]) -> list[Speech]:
    """The voices that a candidate stands in, and the one whose saying is the candidate itself."""
    head = part.parse.starts[part.clauses[candidate.clause].head]
    return [*covering, *(speech for speech in frame.chains.cued(head) if speech not in covering)]


def counters(frame: Frame, part: Part, speech: Speech) -> bool:
    """Whether those who are accused accuse their accusers of falsehood, which denies: "accused the group of lies"."""
    cue = speech.attribution.cue
    token = part.parse.token_at(cue[-1].start) if speech.name and cue else None
    if token is None or not part.parse.starts[0] <= cue[-1].start < part.parse.ends[-1]:
        return False
    return accuses_of_falsehood(part.parse, token) and (is_accused(frame, speech) or is_defence(frame, speech))


def _counts_pleas(part: Part, candidate: Candidate) -> bool:
    """Whether a figure counts those who pleaded not guilty, as many as there are said to be."""
    head = part.clauses[candidate.clause].head
    return candidate.kind == "figure" and part.parse.lemmas[head] == "plead"


def _is_presumed(part: Part, candidate: Candidate) -> bool:
    """Whether a figure counts a whole of which none is told of: "none of the 12 offices closed" says there are 12."""
    if candidate.kind != "figure" or candidate.quantity is None:
        return False
    first, lowers = part.tokens_of(candidate.quantity.span)[0], part.parse.lowers
    while first > 1 and lowers[first - 1] in ("the", "these", "those", "its", "their"):
        first -= 1
    return first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in ("none", "neither", "one", "any")


def _is_excluded(part: Part, candidate: Candidate) -> bool:
    """Whether a figure is set against the right one: "14 offices, not 40"."""
    if candidate.kind != "figure" or candidate.quantity is None:
        return False
    first, parse = part.tokens_of(candidate.quantity.span)[0], part.parse
    return any(is_set_against(parse, token) for token in range(max(first - REACH, 0), first + 1)) and not any(
        parse.tags[token] == "CD" and token != first and is_set_against(parse, at)
        for at in range(max(first - REACH, 0), first)
        for token in range(at + 1, first)
    )


REACH = 3  # tokens from "not" to the number that it sets against another

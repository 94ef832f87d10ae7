"""Hedging: the hedges of a candidate with the voice that each belongs to, and whether it is negated."""

from collections.abc import Callable, Sequence

from longarm.model.spans import Span
from longarm.model.statements import Hedge, Voice
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.discourse.speech import Speech
from longarm.statements.extractors import legal
from longarm.statements.extractors.rebuffs import REPLY
from longarm.statements.stance.disproof import is_disproved
from longarm.statements.stance.falsity import accuses_of_falsehood, scorns
from longarm.statements.stance.hedgeverbs import advises
from longarm.statements.stance.openness import is_possible
from longarm.statements.stance.overhead import FoundHedge
from longarm.statements.stance.plainness import is_of_people, is_plain, is_step
from longarm.statements.stance.sourced import doubted, set_in_quotes, sourced
from longarm.statements.stance.stance import stance
from longarm.statements.stance.withdrawing import (
    counters,
    counts_all_the_same,
    is_asked,
    is_said_wrongly,
    speaking,
    withdrawals,
)
from longarm.statements.text import Part


def bearing(frame: Frame, candidate: Candidate, voices: tuple[Voice, ...]) -> tuple[tuple[Hedge, ...], bool]:
    """The hedges with the voice that each belongs to, and whether the clause is negated."""
    part = frame.text.parts[candidate.part]
    parse = part.parse
    covering = frame.chains.covering(parse.starts[candidate.anchor])
    cues = frozenset(t for s in covering for span in s.attribution.cue for t in part.tokens_of(span))
    index = candidate.clause
    if candidate.stage == REPLY and part.clauses[index].head in cues:
        index = part.clause_of(candidate.anchor)  # "said at the time that it “does not use it”": what is said decides
    clause, above = part.clauses[index], part.above(index)
    found = stance(parse, clause, above, candidate.focus if candidate.focus >= 0 else None, cues)
    named = [speech for speech in covering if speech.name]
    countering = [speech for speech in speaking(frame, part, candidate, covering) if counters(frame, part, speech)]
    told = _told_of(part, candidate) if candidate.kind == "act" and candidate.focus < 0 else ()
    doubts = [hedge for hedge in (*found.hedges, *told) if not _is_told_by(part, hedge, [*covering, *countering])]
    telling = [s for s in covering if s not in countering]
    is_false = is_disproved(parse, clause, above, cues)
    denied = _denied_nouns(part, covering, is_false)
    doubts = [hedge for hedge in doubts if not denied(hedge.span)]
    telling = [s for s in telling if not (s.attribution.cue and denied(s.attribution.cue[-1]))]
    telling = [s for s in telling if not is_said_wrongly(part, s)]
    hedges = _hedges(part, candidate, doubts, telling, voices)
    hedges.extend(sourced(part, named, voices))
    if not hedges:
        hedges.extend(doubted(named, voices) if named else set_in_quotes(part, clause.head))
    hedges.sort(key=lambda hedge: hedge.span.start if hedge.span else 0)
    negations = withdrawals(frame, part, candidate, covering) + bool(countering)
    withdrawn = sum(not speech.name and speech.attribution.attitude == "denies" for speech in covering)
    if not (withdrawn and (is_false or is_asked(parse, clause, above))):
        negations += withdrawn  # one denial in "there is no suggestion that", none in "it is not certain that"
    negations += found.is_negated and not counts_all_the_same(part, candidate)
    if candidate.stage == REPLY and not negations:
        negations += scorns(parse, clause.head) or accuses_of_falsehood(parse, clause.head)
    return tuple(hedges), negations % 2 == 1 and candidate.kind != "remedy"


def _told_of(part: Part, candidate: Candidate) -> tuple[FoundHedge, ...]:
    """The hedges of what is told of a noun that somebody names: "named an officer who allegedly threatened her"."""
    parse = part.parse
    if parse.pos[candidate.anchor] != "NOUN":
        return ()
    below = [c for c in part.clauses if c.dep == "relcl" and parse.heads[c.head] == candidate.anchor]
    told = [clause for clause in below if clause.last <= candidate.last]
    return tuple(hedge for clause in told for hedge in stance(parse, clause, ()).hedges)


def _hedges(
    part: Part,
    candidate: Candidate,
    found: Sequence[FoundHedge],
    covering: Sequence[Speech],
    voices: tuple[Voice, ...],
) -> list[Hedge]:
    """The hedges that the words of a clause and the cues of its voices carry, each with its voice."""
    named = [speech for speech in covering if speech.name]
    last = len(voices) - 1
    hedges = []
    for hedge in found:
        if is_plain(part, candidate, hedge):
            continue
        inside = sum(speech.covers(hedge.span.start) for speech in named)
        hedges.append(Hedge(hedge.kind, hedge.span.words, min(inside if named else last, last), hedge.span))
    accused = is_step(part, candidate) and candidate.stage != REPLY
    is_denied = candidate.stage == REPLY and any(s.attribution.attitude == "denies" for s in named)
    for speech in covering:
        cue = speech.attribution.cue
        is_nobody = not speech.name and speech.attribution.attitude == "denies"
        if not speech.attribution.hedge or not cue or is_nobody or _advises(part, cue[-1]):
            continue
        if is_denied and not speech.name:
            continue  # "was accused of it, something he denies"
        if accused and any(word in legal.ACCUSING for span in cue for word in span.words.lower().split()):
            continue
        if is_of_people(part, candidate, cue[0]) or (not speech.name and _says_which(part, candidate, cue[-1])):
            continue
        inside = sum(other.covers(cue[0].start) for other in named) + (1 if speech in named else 0)
        words = " ".join(span.words for span in cue)
        index = inside if named else last
        hedges.append(Hedge(speech.attribution.hedge, words, min(index, last), cue[0]))
    return hedges


def _says_which(part: Part, candidate: Candidate, cue: Span) -> bool:
    """Whether a clause only says of somebody behind a word of hearsay which one that is, and so was: "is expected to
    hand over a singer who was detained on Sunday"."""
    parse, clause = part.parse, part.clauses[candidate.clause]
    noun = parse.heads[clause.head]
    if clause.dep != "relcl" or parse.starts[noun] < cue.end or noun > clause.head:
        return False
    helping = (c for c in parse.children[clause.head] if parse.deps[c] in ("aux", "auxpass"))
    return any(parse.tags[c] == "VBD" for c in (clause.head, *helping))


def _denied_nouns(part: Part, covering: Sequence[Speech], is_false: bool) -> Callable[[Span], bool]:
    """Which nouns of doubt are of what is denied, and no more doubtful for it: "the theory that ... was debunked"."""
    denying = [s.attribution for s in covering if s.attribution.attitude == "denies"]
    is_withdrawn = is_false or any(not s.name and s.attribution in denying for s in covering)
    cues = [span for attribution in denying for span in attribution.cue]
    parse = part.parse

    def is_denied(span: Span) -> bool:
        token = parse.token_at(span.end - 1)
        if token is None or parse.pos[token] != "NOUN":
            return False
        above = parse.heads[token]
        if parse.deps[token] == "pobj":
            above = parse.heads[above]  # "scoffed at claims that"
        over = parse.starts[above]
        return is_withdrawn or any(cue.start <= over < cue.end for cue in cues)

    return is_denied


def _advises(part: Part, cue: Span) -> bool:
    token = part.parse.token_at(cue.start) if part.parse.starts[0] <= cue.start < part.parse.ends[-1] else None
    return token is not None and advises(part.parse, token)


def _is_told_by(part: Part, hedge: FoundHedge, covering: Sequence[Speech]) -> bool:
    """Whether a word of doubt is the cue of a voice, which hedges as that cue does; an adverb or a noun in a cue
    ("presumably ordered", "considered the possibility that") and hearsay with its source ("is said by the office to
    be") hedge all the same."""
    token = part.parse.token_at(hedge.span.start)
    if token is None or part.parse.pos[token] == "ADV" or is_possible(part.parse, token):
        return False
    if part.parse.tags[token] == "MD":
        return False  # "it may ask for more", "will be charged with"
    if part.parse.deps[token] == "mark":
        return False  # "if reports are to be believed"
    telling = [s.attribution for s in covering if s.name or s.attribution.hedge]
    denied = [s.attribution for s in covering if s.name and s.attribution.attitude == "denies"]
    over = part.parse.starts[part.parse.heads[token]]
    if part.parse.pos[token] == "NOUN" and any(
        c.start <= over < c.end for attribution in denied for c in attribution.cue
    ):
        return True  # "dismissed reports that": denied, and no more doubtful for it
    lemma, is_noun = part.parse.lemmas[token], part.parse.pos[token] == "NOUN"
    return any(
        span.overlaps(hedge.span)
        for attribution in telling
        for span in attribution.cue
        if attribution.hedge
        or (
            not attribution.is_passive
            and not (is_noun and attribution.attitude == "asserts" and attribution.cue_lemma != lemma)
        )
    )

"""Hedging: the hedges of a candidate with the voice that each belongs to, and whether it is negated."""

import itertools
from collections.abc import Callable, Iterator, Sequence

from longarm.languages import attributions as attribution_language
from longarm.languages import stance as stance_language
from longarm.model.spans import Span
from longarm.model.statements import Hedge, Voice
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.clauses import Clause
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.extractors import legal
from longarm.statements.extractors.defence import is_accused, is_defence
from longarm.statements.extractors.rebuffs import REPLY
from longarm.statements.parse import Parse
from longarm.statements.stance.disproof import is_disproved
from longarm.statements.stance.falsity import accuses_of_falsehood
from longarm.statements.stance.hedgewords import advises
from longarm.statements.stance.negation import tells_denial
from longarm.statements.stance.openness import is_possible, is_uncertain
from longarm.statements.stance.opposites import is_set_against
from longarm.statements.stance.overhead import FoundHedge
from longarm.statements.stance.plainness import is_of_people, is_plain, is_step
from longarm.statements.stance.stance import stance
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
    countering = [speech for speech in _speaking(frame, part, candidate, covering) if _counters(frame, part, speech)]
    told = _told_of(part, candidate) if candidate.kind == "act" and candidate.focus < 0 else ()
    doubts = [hedge for hedge in (*found.hedges, *told) if not _is_told_by(part, hedge, [*covering, *countering])]
    telling = [s for s in covering if s not in countering]
    is_false = is_disproved(parse, clause, above, cues)
    denied = _denied_nouns(part, covering, is_false)
    doubts = [hedge for hedge in doubts if not denied(hedge.span)]
    telling = [s for s in telling if not (s.attribution.cue and denied(s.attribution.cue[-1]))]
    telling = [s for s in telling if not is_said_wrongly(part, s)]
    hedges = _hedges(part, candidate, doubts, telling, voices)
    hedges.extend(_hedges_of_sources(part, named, voices))
    hedges.extend(_unsupported(part, named, voices))
    hedges.extend(_going_on(frame, parse.starts[candidate.anchor], voices))
    hedges.extend(_doubted(named, voices, tuple(hedges)))
    if not hedges and not named and parse.words[-1] not in (".", "!", "?"):
        hedges.extend(_set_in_quotes(part, clause.head))
    hedges.sort(key=lambda hedge: hedge.span.start if hedge.span else 0)
    withdrawn = sum(not speech.name and speech.attribution.attitude == "denies" for speech in covering)
    if withdrawn and (is_false or _is_asked(parse, clause, above)):
        withdrawn = 0  # one denial in "there is no suggestion that", none in "it is not certain that"
    negated = found.is_negated and not _is_presumed(part, candidate) and not _counts_pleas(part, candidate)
    negations = negated + withdrawn + _is_excluded(part, candidate) + bool(countering)
    negations += _is_denial(frame, part, candidate, covering)
    negations += any(_holds_not(speech) for speech in named) + _is_cleared(part, candidate)
    negations += any(is_said_wrongly(part, speech) or _is_no_position(part, speech) for speech in covering)
    return tuple(hedges), negations % 2 == 1 and candidate.kind != "remedy"


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


def _set_in_quotes(part: Part, head: int) -> Iterator[Hedge]:
    """What a headline sets its predicate in quotation marks for, and lays to nobody: "Spies 'poisoned' critic"."""
    parse = part.parse
    char = parse.starts[head]
    for quote in part.quotes:
        has_subject = any(
            parse.deps[c] in ("nsubj", "nsubjpass") and quote.outer_start < parse.starts[c] < quote.outer_end
            for c in parse.children[head]
        )
        if quote.outer_start < char < quote.outer_end and not has_subject:
            span = parse.chars(quote.outer_start, quote.outer_end)
            yield Hedge("alleged", span.words, 0, span)


def _doubted(named: Sequence[Speech], voices: tuple[Voice, ...], found: Sequence[Hedge]) -> Iterator[Hedge]:
    """What a source doubts, or does not know to be so, is possible, where no other word says so."""
    for index, speech in enumerate(named, 1):
        cue = speech.attribution.cue
        if speech.attribution.attitude == "doubts" and cue and not speech.attribution.hedge and not found:
            yield Hedge("possible", " ".join(span.words for span in cue), min(index, len(voices) - 1), cue[0])


def _going_on(frame: Frame, char: int, voices: tuple[Voice, ...]) -> Iterator[Hedge]:
    """What somebody alleges in one sentence is alleged in the next that goes on: "He claims that they took him. They
    beat him."."""
    if voices[-1].found != "carried":
        return
    sentence = frame.chains.sentence_at(char)
    speech = (sentence.spoken or sentence.carried) if sentence else None
    if speech is None or speech.attribution.hedge != "alleged" or voices[-1].cue not in speech.attribution.cue:
        return
    cue = speech.attribution.cue
    yield Hedge("alleged", " ".join(span.words for span in cue), len(voices) - 1, cue[0])


def _unsupported(part: Part, named: Sequence[Speech], voices: tuple[Voice, ...]) -> Iterator[Hedge]:
    """What is told "without evidence" is doubted by whoever tells of the telling."""
    parse = part.parse
    for index, speech in enumerate(named):
        for token in (t for span in speech.attribution.cue for t in part.tokens_of(span)):
            for child in parse.children[token]:
                below = [c for c in parse.children[child] if parse.lemmas[c] in ("evidence", "proof")]
                names = parse.lemmas[token] in stance_language.load("en").naming_verbs
                if parse.lowers[child] == "without" and below and not names:
                    span = parse.span(child, below[0] + 1)
                    yield Hedge("alleged", span.words, min(index, len(voices) - 1), span)


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
        if is_of_people(part, candidate, cue[0]):
            continue
        inside = sum(other.covers(cue[0].start) for other in named) + (1 if speech in named else 0)
        words = " ".join(span.words for span in cue)
        index = inside if named else last
        hedges.append(Hedge(speech.attribution.hedge, words, min(index, last), cue[0]))
    return hedges


def _is_asked(parse: Parse, clause: Clause, above: tuple[Clause, ...]) -> bool:
    """Whether a clause is one that "whether" opens, or that is said not to be certain."""
    if any(parse.deps[c] == "mark" and parse.lowers[c] in ("whether", "if") for c in parse.children[clause.head]):
        return True
    over = parse.heads[clause.head]
    if clause.dep == "acl" and parse.lemmas[over] in stance_language.load("en").felt and parse.deps[over] == "pobj":
        return True  # "none would be named, for fear that relatives be detained"
    return any(is_uncertain(parse, upper.head) for upper in above)


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
    own = [s for s in _speaking(frame, part, candidate, covering) if s not in covering]
    return any(speech.name and speech.attribution.attitude == "denies" for speech in own)


def _speaking(frame: Frame, part: Part, candidate: Candidate, covering: Sequence[Speech]) -> list[Speech]:
    """The voices that a candidate stands in, and the one whose saying is the candidate itself."""
    head = part.parse.starts[part.clauses[candidate.clause].head]
    own = [s for s in frame.chains.speeches if any(span.start <= head < span.end for span in s.attribution.cue)]
    return [*covering, *(speech for speech in own if speech not in covering)]


def _counters(frame: Frame, part: Part, speech: Speech) -> bool:
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


def _hedges_of_sources(part: Part, named: Sequence[Speech], voices: tuple[Voice, ...]) -> list[Hedge]:
    """Hedges that stand in the name of a source: "according to unconfirmed reports", "according to claims by
    neighbours"; they are the outer voice's."""
    words = stance_language.load("en")
    found = []
    for index, speech in enumerate(named):
        cue = speech.attribution.cue
        if cue and speech.attribution.cue_lemma == "accord to" and words.views & set(cue[0].words.lower().split()):
            found.append(Hedge("possible", cue[0].words, min(index + 1, len(voices) - 1), cue[0]))
        kind = words.theses.get(speech.attribution.cue_lemma, "")
        if kind and cue and not speech.attribution.hedge and speech.attribution.attitude == "asserts":
            found.append(Hedge(kind, cue[0].words, min(index + 1, len(voices) - 1), cue[0]))
        for span in speech.attribution.source:
            spoken = span.words.lower().split()
            pairs = itertools.pairwise(spoken)
            kind = next(
                (words.adjectives[w] for w, noun in pairs if w in words.adjectives and noun in words.sources), ""
            )
            head = head_of(part.parse, span.start, span.end) if not kind and len(part.tokens_of(span)) else None
            if head is not None and speech.attribution.cue_lemma == "accord to":
                kind = words.unvouched.get(part.parse.lemmas[head], "")
            if kind:
                found.append(Hedge(kind, span.words, min(index, len(voices) - 1), span))
    return found

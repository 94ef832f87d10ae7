"""Rebuffs: answers of the accused that no word of saying brings: denials, phrases of turning an accusation down, what
"their version" is, and what a statement of their own says."""

from collections.abc import Iterator

from longarm.codebook.assessments import REBUFF, SILENCE
from longarm.codebook.cues import best
from longarm.languages import attributions, replies, stance
from longarm.languages import clauses as clause_words
from longarm.statements.candidates import Candidate, Frame, clause_hits
from longarm.statements.clauses import Clause, agent, core, is_passive, subject
from longarm.statements.extractors.pleas import clears, is_pleader, may_rebuff
from longarm.statements.extractors.silence import SILENCE as SILENCE_STAGE
from longarm.statements.stance.falsity import calls_false
from longarm.statements.text import Part

SHORTEST = 3  # tokens of a clause that is told by itself
REPLY = "reply"  # stage of every response that says something


def denials(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for every clause that tells of a denial by a verb that no cue is: "Freedonia debunks reports of"."""
    part = frame.text.parts[index]
    parse = part.parse
    words = stance.load("en")
    is_own, is_all = frame.is_release, frame.is_statement
    cues = [span for speech in frame.chains.speeches if speech.name for span in speech.attribution.cue]
    for number, clause in enumerate(part.clauses):
        is_pleaded = (is_all or (is_own and clears(part, clause))) and _is_pleaded(frame, part, clause)
        if is_pleaded or _is_authors_denial(frame, part, clause):
            first, last = core(parse, clause)
            evidence = "reply" if not is_pleaded or clears(part, clause) else "answer"
            yield Candidate(
                "response",
                index,
                number,
                first,
                last,
                clause.head,
                frame.topic.main_method,
                stage=REPLY,
                evidence=evidence,
            )
            continue
        if parse.lemmas[clause.head] not in replies.load("en").denying or any(
            s.start <= parse.starts[clause.head] < s.end for s in cues
        ):
            continue
        who = subject(parse, clause.head)
        if who is not None and parse.lemmas[who] in clause_words.load("en").triers:
            continue  # "the tribunal dismissed her claim", which it decides
        if any(s.attribution.attitude == "declines" for s in frame.chains.covering(parse.starts[clause.head])):
            continue  # "would not say whether it denies this"
        denied = [c for c in parse.children[clause.head] if parse.deps[c] == "dobj"]
        if not any(parse.lemmas[c] in words.claim_nouns | words.deniable for c in denied):
            continue
        hit = best(clause_hits(frame, index, number))
        method = hit.entry if hit else frame.topic.main_method
        yield Candidate("response", index, number, clause.first, clause.last, denied[0], method, stage=REPLY)


def _is_authors_denial(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether the author says that claims are false ("the allegations have no basis"), as the accused do."""
    who = subject(part.parse, clause.head)
    if who is None or part.parse.pos[who] != "NOUN" or not calls_false(part.parse, clause.head):
        return False
    return not any(speech.name for speech in frame.chains.covering(part.parse.starts[clause.head]))


def _is_pleaded(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a clause is told by those whose statement a text is, and nobody else."""
    if clause.dep not in ("ROOT", "conj", "relcl", "ccomp") or len(clause.tokens) < SHORTEST:
        return False
    if part.parse.pos[clause.head] not in ("VERB", "AUX") or part.passage.kind == "headline":
        return False
    return not any(speech.name for speech in frame.chains.covering(part.parse.starts[clause.head]))


def relatives(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for every relative clause that denies what it hangs on: "two counts, which he denies"."""
    part = frame.text.parts[index]
    parse, verbs = part.parse, attributions.load("en").verbs
    for number, clause in enumerate(part.clauses):
        cue = verbs.get(parse.lemmas[clause.head]) if clause.dep == "relcl" else None
        if cue is None or cue.attitude != "denies" or is_passive(parse, clause.head):
            continue
        noun = parse.heads[clause.head]
        is_claim = parse.lemmas[noun] in stance.load("en").claim_nouns | replies.load("en").faults
        which = [c for c in parse.children[clause.head] if parse.deps[c] == "dobj"]
        is_claim = is_claim or any(c > 0 and parse.words[c - 1] == "," for c in which)
        if is_claim and all(parse.tags[c] in ("WDT", "WP") for c in which):
            anchor = which[0] if which else clause.head
            method = frame.topic.main_method
            yield Candidate("response", index, number, clause.first, clause.last, anchor, method, stage=REPLY)


def rebuffs(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for every clause that turns an accusation down, or leaves a question unanswered, by a phrase that is
    no cue of saying: "the embassy brushed off the findings", "would not be drawn on why"."""
    part = frame.text.parts[index]
    parse = part.parse
    for number, clause in enumerate(part.clauses):
        found = next((h for h in frame.judgements[index][number] if h.entry in (REBUFF, SILENCE)), None)
        if found is None or clause.head not in clause.tokens[found.first : found.last]:
            continue
        who = agent(parse, clause.head) if is_passive(parse, clause.head) else subject(parse, clause.head)
        if found.entry == REBUFF and (who is None or not may_rebuff(part, who)):
            continue
        first, last = core(parse, clause)
        hit = best(clause_hits(frame, index, number))
        method = hit.entry if hit else frame.topic.main_method
        stage = REPLY if found.entry == REBUFF else SILENCE_STAGE
        yield Candidate("response", index, number, first, last, clause.head, method, stage=stage)


def versions(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for what the version or answer of those who may plead is: "the embassy's version is that ..."."""
    part = frame.text.parts[index]
    parse, words = part.parse, replies.load("en")
    for number, clause in enumerate(part.clauses):
        who = subject(parse, clause.head) if parse.lemmas[clause.head] == "be" else None
        if who is None or parse.lemmas[who] not in words.pleading_nouns:
            continue
        owners = [c for c in parse.children[who] if parse.deps[c] == "poss"]
        owners += [g for c in parse.children[who] if parse.lowers[c] == "of" for g in parse.children[c]]
        if not any(is_pleader(part, owner) for owner in owners):
            continue
        told = [at for at, c in enumerate(part.clauses) if c.parent == number and c.dep == "ccomp" and c.head > who]
        told += [at for at, c in enumerate(part.clauses) if c.dep == "conj" and c.parent in told]
        for at in told or [number]:
            first, last = core(parse, part.clauses[at])
            yield Candidate(
                "response", index, at, first, last, part.clauses[at].head, frame.topic.main_method, stage=REPLY
            )

"""Legal statements: assessments under law, and steps of proceedings; with them what host states do."""

from collections.abc import Iterator, Sequence

from longarm.codebook import loader
from longarm.codebook.assessments import LEGAL, WORDS, assessments
from longarm.codebook.cues import Hit, best
from longarm.codebook.terms import PROCEEDINGS
from longarm.languages import clauses as clause_words
from longarm.languages import replies
from longarm.statements.candidates import (
    Candidate,
    Frame,
    anchor_of,
    clause_hits,
    clipped,
    in_cue,
    is_bare,
    only_attributes,
    told_anchor,
)
from longarm.statements.clauses import Clause, agent, core, is_aim, is_passive, subject
from longarm.statements.extractors.cases import tells_of_case
from longarm.statements.extractors.fragments import is_condition
from longarm.statements.extractors.purpose import is_for
from longarm.statements.extractors.quoted import is_in_own_words, is_in_quotes
from longarm.statements.extractors.steps import is_for_other, is_taken
from longarm.statements.extractors.takers import by_operator, by_state, is_of_envoys
from longarm.statements.parse import Parse
from longarm.statements.text import Part
from longarm.statements.topic import TAKING

COURT_STEP = "court-step"  # stage of an appeal and the like
ASSESSMENT = "assessment"  # stage of what is judged under law, which is no step of proceedings

ACCUSING = frozenset({"charged", "charges", "charge", "indicted", "indictment", "accused", "prosecuted"})


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A legal statement for every clause that judges conduct under law or tells a step of proceedings, and a
    response for every other step of a host state."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    parse = part.parse
    for number, clause in enumerate(part.clauses):
        if is_bare(part, clause) or is_aim(parse, clause.head) or is_condition(parse, clause):
            continue  # "taken home to stand trial" tells of no trial, nor does "if convicted"
        judgements = frame.judgements[index][number]
        judged = [hit for hit in judgements if hit.entry == LEGAL]
        step = best(
            hit
            for hit in judgements
            if hit.entry not in WORDS and is_taken(part, clause, hit) and is_of_envoys(part, clause, hit)
        )
        if judged and _is_quoted(frame, index, clause, judged[0]):
            continue
        if step is None and not judged and tells_of_case(frame, index, number):
            yield _candidate(frame, index, number, "legal", clause.head, _method(frame, index, number), COURT_STEP)
            continue
        if judged:
            anchor = anchor_of(frame, index, clause.tokens[judged[0].first : judged[0].last])
            yield _candidate(frame, index, number, "legal", anchor, _method(frame, index, number), ASSESSMENT)
        elif (
            step is not None
            and (step.entry == "expulsion" or not by_operator(frame, part, number, step))
            and _outweighs(frame, index, number, step)
        ):
            stage = _stage(step.entry)
            tokens = clause.tokens[step.first : step.last]
            if stage not in PROCEEDINGS and _is_of_court(parse, clause):
                stage = COURT_STEP  # "the court condemned Freedonia for having handed them over"
            kind = "legal" if stage in PROCEEDINGS else "response"
            if kind == "response" and not by_state(frame, part, clause, tokens):
                if stage not in ("hotline", "protection"):
                    continue  # what a group or an exile condemns is no response of a state
                kind = "remedy"  # a university's helpline
            aims = (t for t in tokens if parse.tags[t] == "VB" and (parse.deps[t] == "acl" or is_for(parse, t)))
            if clause.head not in tokens and next(aims, None) is not None:
                continue  # "brought home to stand trial"
            if clause.head not in tokens and _is_of_source(frame, part, tokens):
                continue
            is_told = stage == "charge" or stage not in PROCEEDINGS
            anchor = (told_anchor if is_told else anchor_of)(frame, index, tokens)
            if stage == "charge" and in_cue(frame, index, clause.head):
                anchor = told_anchor(frame, index, (clause.head,))
            if stage == "plea" or (stage == COURT_STEP and parse.lemmas[clause.head] in replies.load("en").refusing):
                anchor = clause.head  # "denied bail" denies nothing
            elif only_attributes(frame, index, clause, anchor):
                continue
            yield _candidate(frame, index, number, kind, anchor, _method(frame, index, number), stage)


def _is_quoted(frame: Frame, index: int, clause: Clause, hit: Hit) -> bool:
    """Whether a judgement is told in somebody's own words, and so a quotation: 'called it a "breach of law"'."""
    tokens = clause.tokens[hit.first : hit.last]
    part = frame.text.parts[index]
    is_called = in_cue(frame, index, clause.head)
    return is_in_own_words(frame, part, clause) or (is_called and is_in_quotes(part, tokens[0]))


def _is_of_court(parse: Parse, clause: Clause) -> bool:
    who = agent(parse, clause.head) if is_passive(parse, clause.head) else subject(parse, clause.head)
    return who is not None and parse.lemmas[who] in clause_words.load("en").triers


def _is_of_source(frame: Frame, part: Part, tokens: Sequence[int]) -> bool:
    """Whether a step is only named in who speaks, of something else: "according to the indictment, he paid them"."""
    spans = [
        span
        for speech in frame.chains.speeches
        if speech.name and speech.attribution.content
        for span in speech.attribution.source
    ]
    return all(any(span.start <= part.parse.starts[token] < span.end for span in spans) for token in tokens)


def _candidate(frame: Frame, index: int, number: int, kind: str, anchor: int, method: str, stage: str) -> Candidate:
    clause = frame.text.parts[index].clauses[number]
    first, last = core(frame.text.parts[index].parse, clause)
    is_step = stage != ASSESSMENT and in_cue(frame, index, clause.head)
    if not is_step:  # "prosecutors charged ...", "police found no evidence": told with its cue
        last = _with_aim(frame.text.parts[index].parse, clause, last)
        first, last = clipped(frame, index, first, max(last, anchor + 1), anchor)
    evidence = "provision" if stage in ("hotline", "protection") else ""
    return Candidate(kind, index, number, first, last, anchor, method, stage=stage, evidence=evidence)


def _with_aim(parse: Parse, clause: Clause, last: int) -> int:
    """One past the last token with a "to ..." that ends a clause: "charged over attempts to make them return"."""
    if last >= len(parse) or parse.tags[last] != "TO" or parse.tags[parse.heads[last]] != "VB":
        return last
    if parse.lemmas[last - 1] not in assessments().endeavours | assessments().means:
        return last  # an aim of its own
    low, high = parse.subtree(parse.heads[last])
    return high if low == last and high <= parse.sentences[clause.sentence][1] else last


def _stage(response: str) -> str:
    return next(entry.stage for entry in loader.responses() if entry.id == response)


def _method(frame: Frame, index: int, number: int) -> str:
    """The method of a clause, else that of the text; none where the step is for an offence of another kind."""
    hit = best(clause_hits(frame, index, number))
    if hit is None and is_for_other(frame.text.parts[index], number):
        return ""
    return hit.entry if hit else frame.topic.main_method


def _outweighs(frame: Frame, index: int, number: int, step: Hit) -> bool:
    """A clause that fits a method better than a response tells of the method: "police arrested his parents"."""
    found = clause_hits(frame, index, number)
    if _stage(step.entry) == "arrest" and any(h.entry in TAKING and h.weight >= step.weight for h in found):
        return False  # an arrest of exiles or relatives is no step against agents
    if any(h.entry in BY_LAW and h.weight >= step.weight and _share(frame, index, number, h, step) for h in found):
        return False  # "a defamation suit to exhaust reporters" is what reaches them
    clause = frame.text.parts[index].clauses[number]
    if clause.head in clause.tokens[step.first : step.last]:  # "will not tolerate the persecution of exiles"
        found = [h for h in found if h.first <= clause.head < h.last]
    hit = best(hit for hit in found if hit.entry != frame.topic.main_method)
    return hit is None or step.weight >= hit.weight


def _share(frame: Frame, index: int, number: int, hit: Hit, step: Hit) -> bool:
    """Whether a method's cue and a step's have a word in common."""
    tokens = frame.text.parts[index].clauses[number].tokens[step.first : step.last]
    return any(hit.first <= token < hit.last for token in tokens)


BY_LAW = frozenset({"lawfare", "unlawful-deportation", "refoulement", "notice-abuse"})  # methods that use the law

"""Legal statements: assessments under law, and steps of proceedings; with them what host states do."""

import functools
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
from longarm.statements.extractors import defence
from longarm.statements.extractors.fragments import is_condition
from longarm.statements.extractors.purpose import is_for
from longarm.statements.extractors.quoted import is_in_own_words, is_in_quotes
from longarm.statements.extractors.steps import befalls_targets, is_for_other, is_taken
from longarm.statements.extractors.trifles import is_trifle
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of
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
            if hit.entry not in WORDS and is_taken(part, clause, hit) and _is_of_envoys(part, clause, hit)
        )
        if judged and _is_quoted(frame, index, clause, judged[0]):
            continue
        if step is None and not judged and _is_taken(frame, part, clause):
            yield _candidate(frame, index, number, "legal", clause.head, _method(frame, index, number), "arrest")
            continue
        if step is None and not judged and _is_of_law(frame, index, number):
            yield _candidate(frame, index, number, "legal", clause.head, _method(frame, index, number), COURT_STEP)
            continue
        if judged:
            anchor = anchor_of(frame, index, clause.tokens[judged[0].first : judged[0].last])
            yield _candidate(frame, index, number, "legal", anchor, _method(frame, index, number), ASSESSMENT)
        elif (
            step is not None
            and (step.entry == "expulsion" or not _by_operator(frame, part, number, step))
            and _outweighs(frame, index, number, step)
        ):
            stage = _stage(step.entry)
            kind = "legal" if stage in PROCEEDINGS else "response"
            tokens = clause.tokens[step.first : step.last]
            if kind == "response" and not _by_state(frame, part, clause, tokens):
                if stage not in ("hotline", "protection"):
                    continue  # what a group or an exile condemns is no response of a state
                kind = "remedy"  # a university's helpline
            aims = (t for t in tokens if parse.tags[t] == "VB" and (parse.deps[t] == "acl" or is_for(parse, t)))
            if clause.head not in tokens and next(aims, None) is not None:
                continue  # "brought home to stand trial"
            if stage == "law-passed" and _is_law_of_operator(frame, part, tokens):
                continue
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


def _is_taken(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether somebody whom the text tells to be charged, by name, is arrested, and not at home in the state that acts
    abroad: "Ada Example, 61, was arrested at her house"."""
    parse, head = part.parse, clause.head
    if parse.lemmas[head] not in replies.load("en").taking or not is_passive(parse, head):
        return False
    who = subject(parse, head)
    at_home = any(
        country_of(t) == frame.topic.operator for t in part.toponyms if part.within(t.span, clause.first, clause.last)
    )
    if who is None or at_home:
        return False
    return _is_accused(frame, parse, (who, *(c for c in parse.children[who] if parse.deps[c] == "compound")))


def _is_of_law(frame: Frame, index: int, number: int) -> bool:
    """Whether a clause tells what became of a case, by its verb ("was bailed"), its object or subject ("set a trial
    date", "sentencing has been fixed") or who acts ("the jury went home"); not what the state that reaches abroad does,
    nor what befalls exiles and their kin."""
    part = frame.text.parts[index]
    parse, clause, words = part.parse, part.clauses[number], clause_words.load("en")
    head = clause.head
    if any(hit.first <= head < hit.last for hit in clause_hits(frame, index, number)):
        return False
    own = {parse.deps[c]: c for c in parse.children[head] if parse.deps[c] in _TAKING_PART}
    done = own.get("nsubjpass", own.get("dobj", -1))
    if _by_operator(frame, part, number) or (
        in_cue(frame, index, head) and parse.lemmas[done] not in words.cases | words.triers
    ):
        return False
    is_of_case = (
        parse.lemmas[head] in words.trying
        or (parse.lemmas[head] == "try" and is_passive(parse, head))
        or (parse.lemmas[head] == "petition" and "dobj" in own and parse.lemmas[own["dobj"]] in words.triers)
        or any(parse.lemmas[c] in words.cases or _is_compound_of(parse, c, words.cases) for c in own.values())
        or ("nsubj" in own and parse.lemmas[own["nsubj"]] in words.triers and parse.lemmas[head] not in _PERCEIVING)
    )
    is_meant = parse.lemmas[head] in assessments().purpose_verbs  # "such suits are designed to drain them"
    if not is_of_case or is_meant or befalls_targets(parse, clause) or _is_at_home(frame, part, clause):
        return False
    return not is_trifle(frame, part, clause)


_PERCEIVING = frozenset({"see", "hear", "view", "watch", "read", "get", "receive", "be", "have", "tell"})
_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def _is_compound_of(parse: Parse, noun: int, known: frozenset[str]) -> bool:
    return any(parse.lemmas[c] in known for c in parse.children[noun] if parse.deps[c] == "compound")


def _is_at_home(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether it goes on at home in the state that reaches abroad."""
    operator = frame.topic.operator
    return bool(operator) and any(
        country_of(t) == operator for t in part.toponyms if part.within(t.span, clause.first, clause.last)
    )


def _is_accused(frame: Frame, parse: Parse, name: Sequence[int]) -> bool:
    return not defence.persons_accused(frame).isdisjoint(parse.words[token] for token in name)


def _is_law_of_operator(frame: Frame, part: Part, tokens: Sequence[int]) -> bool:
    """Whether a law is that of the state that acts abroad: "Freedonia's national security law reaches exiles"."""
    parse = part.parse
    low, high = min(parse.subtree(t)[0] for t in tokens), tokens[-1] + 1
    return not any(parse.pos[t] == "VERB" for t in tokens) and any(
        country_of(t) == frame.topic.operator and part.within(t.span, low, high) for t in part.toponyms
    )


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


_CLOSING = frozenset({"close", "shut", "cease", "fold"})


def _by_state(frame: Frame, part: Part, clause: Clause, tokens: Sequence[int]) -> bool:
    """Whether those who act here, as far as the words tell, are a state or a body of one: no group, outlet, company or
    people, and no thing or event ("his disappearance triggered protests")."""
    parse = part.parse
    actor = agent(parse, clause.head) if is_passive(parse, clause.head) else subject(parse, clause.head)
    if actor is not None and parse.tags[actor] in ("WDT", "WP") and clause.dep == "relcl":
        actor = parse.heads[clause.head]
    if actor is None:
        return not any(parse.deps[t] == "pcomp" and parse.tags[t] == "VBG" for t in tokens)  # "before shutting it down"
    if actor in tokens:
        return parse.lemmas[clause.head] not in _CLOSING or is_passive(parse, clause.head)  # not "the branch closed"
    actor = next((g for c in parse.children[actor] if parse.lowers[c] == "of" for g in parse.children[c]), actor)
    name = [actor, *(c for c in parse.children[actor] if parse.deps[c] in ("compound", "amod", "nmod") and c < actor)]
    words = {form for token in name for form in (parse.lemmas[token], parse.lowers[token])}
    if not words.isdisjoint(assessments().outsiders) or _is_accused(frame, parse, name):
        return False
    is_thing = parse.pos[actor] == "NOUN" and not is_passive(parse, clause.head)
    is_state = any(part.within(t.span, *parse.subtree(actor)) and t.role == "demonym" for t in part.toponyms)
    return not is_thing or is_state or not words.isdisjoint(_powers())


def _is_of_envoys(part: Part, clause: Clause, step: Hit) -> bool:
    """Whether those sent away may be envoys: with a verb of expelling also a number, or nobody named, but no teachers;
    by any other word ("told to leave") only those who are said to be."""
    if step.entry != "expulsion":
        return True
    parse, words = part.parse, assessments()
    sent = [c for c in parse.children[clause.head] if parse.deps[c] in ("dobj", "nsubjpass", "dative")]
    sent = [parse.heads[clause.head] if parse.tags[c] in ("WDT", "WP") else c for c in sent]
    sent += [g for c in sent for p in parse.children[c] if parse.lowers[p] == "of" for g in parse.children[p]]
    known = words.envoys | words.powers | replies.load("en").staff
    nouns = [c for c in sent if parse.pos[c] in ("NOUN", "PROPN")]
    if any(parse.lemmas[c] in known for c in nouns):
        return True
    near = {parse.lemmas[t] for t in clause.tokens[step.first : step.last]}
    if near & (_DISGRACE if nouns else words.envoys | _DISGRACE):
        return True  # not "diplomats told applicants to leave"
    return not nouns and (
        step.cue in ("expel", "expelled") or any(parse.lemmas[t] in words.envoys for t in clause.tokens)
    )


_DISGRACE = frozenset(
    {"grata", "gratae", "accreditation", "exequatur", "agrément", "credential", "relation", "tie", "visa"}
)


@functools.cache
def _powers() -> frozenset[str]:
    words = assessments()
    return words.powers | words.authorities | words.courts | words.envoys


def _by_operator(frame: Frame, part: Part, number: int, step: Hit | None = None) -> bool:
    """Whether it is the state whose operations the text tells of that acts here, or is let to act."""
    if not frame.topic.operator:
        return False
    parse, clause = part.parse, part.clauses[number]
    within = clause.tokens[step.first : step.last] if step else ()
    let = [t for t in within if parse.deps[t] == "ccomp" and parse.pos[t] == "VERB"]
    deed = let[0] if let else clause.head
    actor = agent(parse, deed) if is_passive(parse, deed) else subject(parse, deed)
    if actor is None:
        return False
    low, high = parse.subtree(actor)
    start, end = parse.starts[low], parse.ends[min(high, actor + 1) - 1]
    return any(toponym.place == frame.topic.operator and start <= toponym.span.start < end for toponym in part.toponyms)

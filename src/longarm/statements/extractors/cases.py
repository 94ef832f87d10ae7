"""Cases: what became of a case in court, by who acts or what is done, though no cue says which step it was."""

from longarm.codebook.assessments import assessments
from longarm.languages import clauses as clause_words
from longarm.statements.candidates import Frame, clause_hits, in_cue
from longarm.statements.clauses import Clause, agent, is_passive, subject
from longarm.statements.extractors.steps import befalls_targets
from longarm.statements.extractors.takers import by_operator
from longarm.statements.extractors.trifles import is_trifle
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of
from longarm.statements.text import Part


def tells_of_case(frame: Frame, index: int, number: int) -> bool:
    """Whether a clause tells what became of a case: by its verb ("was bailed"), its object or subject ("set a trial
    date", "sentencing has been fixed"), who acts ("the jury went home", "detectives traced the car"), a punishment
    ("got seven years") or what a law lays down; not what the state that reaches abroad does, nor what befalls exiles
    and their kin."""
    part = frame.text.parts[index]
    parse, clause, words = part.parse, part.clauses[number], clause_words.load("en")
    head = clause.head
    if any(hit.first <= head < hit.last for hit in clause_hits(frame, index, number)):
        return False
    own = {parse.deps[c]: c for c in parse.children[head] if parse.deps[c] in _TAKING_PART}
    done = own.get("nsubjpass", own.get("dobj", -1))
    if by_operator(frame, part, number) or (
        in_cue(frame, index, head) and parse.lemmas[done] not in words.cases | words.triers
    ):
        return False
    is_of_case = (
        parse.lemmas[head] in words.trying
        or (parse.lemmas[head] == "try" and is_passive(parse, head))
        or (parse.lemmas[head] == "petition" and "dobj" in own and parse.lemmas[own["dobj"]] in words.triers)
        or any(parse.lemmas[c] in words.cases or _is_compound_of(parse, c, words.cases) for c in own.values())
        or ("nsubjpass" in own and parse.lemmas[done] in words.files | assessments().defenders)
        or _is_by_official(frame, parse, clause)
        or (parse.lemmas[head] in words.punishing and parse.lemmas[own.get("dobj", head)] in words.punishments)
    )
    is_meant = parse.lemmas[head] in assessments().purpose_verbs  # "such suits are designed to drain them"
    if not is_of_case or is_meant or befalls_targets(parse, clause) or _is_at_home(frame, part, clause):
        return False
    return not is_trifle(frame, part, clause)


def _is_by_official(frame: Frame, parse: Parse, clause: Clause) -> bool:
    """Whether those who try cases, those who look into crimes, or the law itself do what is theirs."""
    words, head = clause_words.load("en"), clause.head
    told = (c for c in parse.children[head] if parse.deps[c] == "xcomp" and parse.lemmas[head] in ("have", "refuse"))
    lemma = parse.lemmas[next(told, head)]  # "has yet to rule"
    who = agent(parse, head) if is_passive(parse, head) else subject(parse, head)
    if who is not None and parse.tags[who] in ("WDT", "WP") and clause.dep == "relcl":
        who = parse.heads[head]
    if who is None or parse.pos[head] not in ("VERB", "AUX"):
        return False
    actors = {parse.lemmas[who], parse.lowers[who]}
    actors |= {parse.lowers[c] for c in parse.children[who] if parse.deps[c] == "compound"}
    if parse.lemmas[who] in ("office", "service", "chamber", "bench"):  # "the prosecutor's office"
        actors |= {parse.lemmas[c] for c in parse.children[who] if parse.deps[c] == "poss"}
    actors |= {parse.lemmas[g] for c in parse.children[who] if parse.lowers[c] == "of" for g in parse.children[c]}
    if parse.tags[who] == "PRP" and lemma in words.investigating:  # "police say they are checking"
        speeches = frame.chains.covering(parse.starts[head])
        actors |= {w for s in speeches for span in s.attribution.source for w in span.words.lower().split()}
    if lemma in words.investigating and not actors.isdisjoint(words.investigators):
        return True
    return (not actors.isdisjoint(words.triers) and lemma not in words.perceiving) or (
        parse.lemmas[who] in words.laws and lemma in words.laying_down
    )


_TAKING_PART = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def _is_compound_of(parse: Parse, noun: int, known: frozenset[str]) -> bool:
    return any(parse.lemmas[c] in known for c in parse.children[noun] if parse.deps[c] == "compound")


def _is_at_home(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether it goes on at home in the state that reaches abroad."""
    operator = frame.topic.operator
    return bool(operator) and any(
        t.role == "place" and country_of(t) == operator
        for t in part.toponyms
        if part.within(t.span, clause.first, clause.last)
    )

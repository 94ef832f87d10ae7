"""Plainness: what is told plainly in spite of a word of doubt in its clause, which is of something else."""

from longarm import languages
from longarm.codebook.assessments import assessments
from longarm.codebook.loader import people_nouns
from longarm.languages import stance as stance_language
from longarm.model.spans import Span
from longarm.statements.candidates import Candidate
from longarm.statements.clauses import Clause, is_passive, subject
from longarm.statements.extractors import legal
from longarm.statements.scenes.operators import facility_nouns
from longarm.statements.stance.overhead import FoundHedge
from longarm.statements.stance.refusals import is_person
from longarm.statements.text import Part


def is_plain(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a word of doubt in the clause of a candidate does not make it doubtful."""
    clause = part.clauses[candidate.clause]
    if is_step(part, candidate) and (
        _is_of_the_accused(part, candidate, hedge) or _is_of_the_deed(part, candidate, hedge)
    ):
        return True  # the step itself is told plainly; what hangs on it is another statement
    if _is_of_its_kind(part, candidate, hedge) or hedge.span.words.lower() == "so-called":
        return True
    if _is_own_step(part, candidate, hedge) or _is_what_it_is_for(part, candidate, hedge):
        return True
    if _describes_people(part, candidate, clause, hedge) or is_of_people(part, candidate, hedge.span):
        return True
    return _describes_a_place(part, candidate, hedge) or _is_dealt_with(part, candidate, hedge)


def is_step(part: Part, candidate: Candidate) -> bool:
    """Whether a candidate is a step of proceedings or a reply, or counts those whom a step is taken against."""
    return candidate.stage not in ("", legal.ASSESSMENT) or _counts_the_accused(part, candidate)


def _counts_the_accused(part: Part, candidate: Candidate) -> bool:
    """Whether a figure counts who is charged, which is told plainly: "three officers were charged with plotting"."""
    if candidate.kind != "figure" or candidate.focus < 0:
        return False
    if candidate.quantity is not None and candidate.quantity.unit_head in facility_nouns():
        return False  # "was accused of running offices, three of them in Lyon"
    parse, counted = part.parse, candidate.focus
    while parse.deps[counted] in ("appos", "conj"):
        counted = parse.heads[counted]  # "eight were charged, six of them with stalking"
    verb = parse.heads[counted]
    if parse.deps[counted] in ("nsubjpass", "dobj", "npadvmod"):
        return parse.lowers[verb] in legal.ACCUSING or parse.lemmas[verb] in legal.ACCUSING
    brought = [child for child in parse.children[verb] if parse.deps[child] == "dobj"]
    return parse.deps[counted] == "nsubj" and any(parse.lowers[child] in legal.ACCUSING for child in brought)


def _is_of_the_accused(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a word of doubt is of what somebody is accused of, or of who they are said to be, and not of the step."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None:
        return True
    if hedge.span.words.lower() in legal.ACCUSING:
        return not any(parse.deps[c] == "nsubj" for c in parse.children[token])  # "Freedonia accused its neighbour"
    under = parse.heads[token]
    if parse.deps[token] in ("amod", "acl"):
        return parse.deps[under] in ("dobj", "pobj", "nsubjpass", "conj", "compound")
    low, high = parse.subtree(token)
    is_faced = parse.lemmas[under] in ("face", "run", "risk")  # "faces the threat of deportation"
    is_feared = hedge.kind == "possible" and (
        is_faced or low <= candidate.anchor < high
    )  # "are at risk of extradition"
    return parse.pos[token] == "NOUN" and parse.deps[token] in ("pobj", "dobj") and not is_feared


def _is_of_the_deed(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a word of doubt is of the deed that a step is taken for: "went on trial for allegedly following her"."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None:
        return False
    deed, words = token, languages.load("en").times
    while parse.deps[deed] in ("advmod", "amod", "pobj", "pcomp"):
        deed = parse.heads[deed]
    opens = parse.lowers[deed] in words.answering_for | words.answering_with
    if parse.pos[token] != "ADV" or parse.deps[deed] != "prep" or not opens:
        return False
    low, high = parse.subtree(deed)
    return not low <= max(candidate.focus, candidate.anchor) < high


def _is_of_its_kind(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a word of doubt is only of what a plain deed is taken for, or of its rank: "was stabbed in what police
    believe was an attempt to silence her", "was charged, in what is thought to be the first case of its kind"."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    while token is not None and parse.deps[token] in ("aux", "advmod", "acomp") and parse.heads[token] != token:
        token = parse.heads[token]
    if token is None or parse.deps[token] != "pcomp":
        return False
    low, high = parse.subtree(token)
    return parse.lowers[low] == "what" and not low <= max(candidate.focus, candidate.anchor) < high


def _describes_a_place(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a word of doubt is only of where a plain act goes or what it comes after: "officers were sent to the
    alleged offices", "the flight was turned back after a reported threat"."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None or parse.deps[token] != "amod" or candidate.kind not in ("act", "purpose"):
        return False
    noun = parse.heads[token]
    before = parse.lowers[parse.heads[noun]]
    if noun in (candidate.focus, candidate.anchor) and before not in ("after", "before", "following"):
        return False  # "is looking at the suspected abduction"
    if before in ("in", "within") and parse.lemmas[noun] not in facility_nouns():
        return False  # "in one alleged case"
    return parse.deps[noun] == "pobj" and before in stance_language.load("en").locating


def _describes_people(part: Part, candidate: Candidate, clause: Clause, hedge: FoundHedge) -> bool:
    """Whether a word of doubt only says who people are thought to be, of whom something plain is told: "three suspected
    agents were flown out". Where they are the very thing told of ("there are three suspected agents"), or those who
    used a method ("suspected agents threatened her"), it bears."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None or parse.deps[token] != "amod" or parse.lemmas[clause.head] in ("be", "have"):
        return False
    noun = parse.heads[token]
    if candidate.kind == "figure" and parse.tags[token + 1] == "CD":
        return False  # "a reported 40 exiles"
    does_it = parse.deps[noun] == "nsubj" and parse.heads[noun] == clause.head
    if candidate.kind in ("act", "purpose") and candidate.method and does_it:
        return False
    return parse.lemmas[noun] in people_nouns() and noun in clause.tokens


def is_of_people(part: Part, candidate: Candidate, span: Span) -> bool:
    """Whether a participle of doubt only says of what people are accused to whom something plain is done: "jailed two
    men accused of spying"; where the assertion is what they are accused of, it bears."""
    parse, token = part.parse, part.parse.token_at(span.start)
    if token is None or parse.deps[token] != "acl" or candidate.kind in ("purpose", "presence", "quotation"):
        return False
    if any(parse.deps[c] == "xcomp" and is_passive(parse, c) for c in parse.children[token]):
        return False  # "exiles said to have been kidnapped": what befell them
    noun = parse.heads[token]
    if (
        parse.lemmas[noun] in people_nouns()
        and parse.deps[noun] == "pobj"
        and any(parse.deps[c] == "xcomp" and parse.lemmas[c] == "be" for c in parse.children[token])
    ):
        return True  # "was stopped by men claiming to be officers"
    is_done = parse.deps[noun] in ("dobj", "nsubjpass") and parse.pos[parse.heads[noun]] == "VERB"
    does_it = parse.deps[noun] == "nsubj" and not (candidate.kind == "act" and candidate.method)
    low, high = parse.subtree(token)
    is_about_it = low <= max(candidate.focus, candidate.anchor) < high
    return (is_done or does_it) and is_person(parse, noun) and not is_about_it


def _is_dealt_with(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a word of doubt is only of what something plain is done to: "police closed the alleged offices"."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None or parse.deps[token] != "amod" or candidate.kind in ("figure", "presence"):
        return False
    noun = parse.heads[token]
    verb = parse.heads[noun]
    if candidate.kind == "act" and parse.deps[noun] == "nsubjpass" and parse.lemmas[noun] in assessments().event_nouns:
        return False  # "the alleged abduction was filmed"
    is_object = parse.deps[noun] in ("dobj", "nsubjpass") and noun not in (candidate.focus, candidate.anchor)
    return is_object and parse.lemmas[verb] in stance_language.load("en").dealings


def _is_own_step(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a future is only what is announced or arranged: "will hold a hearing in May", "plans to appeal", "the
    ministry would decide"; a method to be used, a figure, or a charge or verdict still to come, stays a prediction."""
    is_plain_act = candidate.kind == "act" and not candidate.method and not candidate.stage
    is_announced = candidate.stage in _ANNOUNCED or candidate.kind in ("quotation", "remedy")
    if hedge.kind != "predicted" or not (is_plain_act or is_announced):
        return False
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None:
        return False
    if parse.lowers[token] in ("will", "'ll", "’ll", "wo", "shall"):
        return not _is_of_the_case(part, candidate, parse.heads[token])
    verbs = [parse.heads[token]] if parse.tags[token] == "MD" else []
    words = stance_language.load("en")
    if parse.lemmas[token] in words.meaning or parse.lemmas[token] == "be":
        verbs += [c for c in parse.children[token] if parse.deps[c] == "xcomp"]
    return any(parse.lemmas[verb] in words.announced for verb in verbs)


_ANNOUNCED = frozenset({legal.COURT_STEP, "reply"})  # steps that, told of in advance, are no more than announced


def _is_of_the_case(part: Part, candidate: Candidate, verb: int) -> bool:
    """Whether what is to come is of a facility, done by a state, or befalls people: "will open more offices", "the
    students will be sent home"."""
    parse = part.parse
    if any(parse.lemmas[token] in facility_nouns() for token in part.clauses[candidate.clause].tokens):
        return True
    done_to = [c for c in parse.children[verb] if parse.deps[c] in ("dobj", "nsubjpass")]
    if candidate.kind == "act" and any(parse.lemmas[c] in people_nouns() for c in done_to):
        return True
    who = subject(parse, verb)
    return (
        candidate.kind == "act"
        and who is not None
        and any(t.span.start <= parse.starts[who] < t.span.end for t in part.toponyms)
    )


def _is_what_it_is_for(part: Part, candidate: Candidate, hedge: FoundHedge) -> bool:
    """Whether a verb of aiming says what a thing is for, and not what somebody will do: "the campaign aims to"."""
    parse, token = part.parse, part.parse.token_at(hedge.span.start)
    if token is None or parse.lemmas[token] not in stance_language.load("en").purposing:
        return False
    who = subject(parse, token)
    if candidate.kind == "purpose":
        return True
    named = [m.span.start for m in part.people]
    return (
        who is not None
        and parse.pos[who] == "NOUN"
        and parse.lemmas[who] not in (*people_nouns(), *assessments().authorities)
        and parse.starts[who] not in named
    )

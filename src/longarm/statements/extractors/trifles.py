"""Trifles: clauses that tell nothing by themselves which could be checked, and would only stand beside what does.

They frame what others tell ("the hearing was told", "quoting its sources", "the page goes on"), give something a name
("is also known as"), say in half a sentence which person or thing is meant ("who leads the council", "the role it
played"), or comment on what was told ("marking a rise in tension", "starting in May").
"""

from longarm.codebook.assessments import assessments
from longarm.languages import attributions, clauses
from longarm.languages import stance as stance_language
from longarm.statements.candidates import Frame
from longarm.statements.clauses import Clause, is_passive, subject
from longarm.statements.extractors.along import befalls
from longarm.statements.extractors.captions import is_caption
from longarm.statements.parse import Parse
from longarm.statements.text import NOTE, Part

_CONTENTS = frozenset({"dobj", "obj", "attr", "acomp", "oprd", "agent"})

_PLACING = frozenset(
    {"in", "inside", "at", "above", "behind", "below", "beneath", "next", "near", "opposite", "within"}
)


def is_trifle(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a clause without a cue of any kind tells nothing by itself."""
    parse = part.parse
    return (
        is_comment(parse, clause)
        or is_caption(part, clause)
        or _is_of_the_text(part, clause)
        or _frames(parse, clause)
        or _names(parse, clause)
        or _says_which(frame, part, clause)
        or _points(frame, part, clause)
        or _leads(parse, clause)
    )


def is_comment(parse: Parse, clause: Clause) -> bool:
    """Whether a participle only places or comments on what was told: "starting in May", "marking a rise in tension",
    "quoting its sources"."""
    head = clause.head
    if parse.tags[head] != "VBG" or clause.dep not in ("advcl", "acl", "dep", "prep", "conj", "xcomp"):
        return False
    if any(parse.deps[c] in ("nsubj", "aux", "mark") for c in parse.children[head]):
        return False
    return parse.lemmas[head] in clauses.load("en").commenting and not befalls(parse, head)


def _is_of_the_text(part: Part, clause: Clause) -> bool:
    """Whether a note only says of the text that it was changed: "this article was corrected on 3 June"."""
    if part.passage.kind != NOTE:
        return False
    words, parse = clauses.load("en"), part.parse
    who = subject(parse, clause.head)
    is_own = who is not None and parse.lemmas[who] in words.own_parts
    return is_own and parse.lemmas[clause.head] in words.changing


def _frames(parse: Parse, clause: Clause) -> bool:
    """Whether a clause only says that somebody tells or is told something, which is told elsewhere or not at all."""
    head, words = clause.head, clauses.load("en")
    if _is_negated(parse, clause):
        return False
    cue = attributions.load("en").verbs.get(parse.lemmas[head])
    below = {parse.deps[c] for c in parse.children[head] if c > head}
    if is_passive(parse, head):
        return parse.lemmas[head] in words.informing and "xcomp" not in below
    is_telling = cue is not None and cue.kind in ("speech", "finding") and cue.attitude in ("asserts", "confirms")
    is_bare = not below & (_CONTENTS | {"prep", "xcomp", "advmod", "npadvmod", "dative"})
    return is_telling and is_bare and parse.pos[head] == "VERB"


def _names(parse: Parse, clause: Clause) -> bool:
    """Whether a clause only gives a name: "is titled", "also known as", "called only by its number"."""
    head = clause.head
    if parse.lemmas[head] not in clauses.load("en").titling or parse.tags[head] != "VBN":
        return False
    if parse.lemmas[head] == "call" and clause.dep not in ("relcl", "acl"):
        return False  # "it has been called a crime"
    below = [c for c in parse.children[head] if c > head]
    is_as = any(parse.lowers[c] in ("as", "by") for c in below)
    return is_as or any(parse.deps[c] in ("oprd", "dobj", "attr") for c in below)


def _says_which(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a relative clause in the present only says who or what somebody is, without a day, place or number."""
    parse = part.parse
    if clause.dep != "relcl" or parse.tags[clause.head] not in ("VBZ", "VBP"):
        return False
    lemma = parse.lemmas[clause.head]
    is_free = _has_more(part, clause)
    return lemma in clauses.load("en").describing and not is_free


def _points(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether the author only says of what was told what it is: "this is not legal advice", "that is a matter for"."""
    parse = part.parse
    who = subject(parse, clause.head)
    if parse.lemmas[clause.head] != "be" or who is None or parse.lowers[who] not in ("this", "that", "it", "these"):
        return False
    if any(speech.name for speech in frame.chains.covering(parse.starts[clause.head])):
        return False
    words = assessments()
    known = words.crossing | words.pressing | words.instruments | words.event_nouns | {"case"}
    if any(parse.lemmas[t] in known for t in clause.tokens):
        return False
    below = parse.children[clause.head]
    is_placed = any(parse.deps[c] == "prep" and parse.lowers[c] in _PLACING for c in below)  # "it was in a restaurant"
    return not _has_more(part, clause) and not is_placed and not any(parse.deps[c] == "acomp" for c in below)


def _leads(parse: Parse, clause: Clause) -> bool:
    """Whether a clause only leads to the points of a list below it: "... found that the embassy had:"."""
    is_bare = parse.lemmas[clause.head] in ("have", "be") and clause.tokens[-1] == clause.head
    return is_bare and parse.words[clause.last :] == [":"]


def _is_negated(parse: Parse, clause: Clause) -> bool:
    negations = stance_language.load("en").negations
    return any(parse.lowers[t] in negations for t in clause.tokens)


def _has_more(part: Part, clause: Clause) -> bool:
    """Whether a clause has a day, a place, a number or a negation."""
    parse = part.parse
    start, end = parse.starts[clause.first], parse.ends[clause.last - 1]
    spans = [t.span for t in part.times] + [t.span for t in part.toponyms] + [q.span for q in part.quantities]
    return _is_negated(parse, clause) or any(start <= span.start < end for span in spans)

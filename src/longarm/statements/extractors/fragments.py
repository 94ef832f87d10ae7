"""Fragments: clauses that are half a sentence, and how far the words go that make a whole one."""

from longarm.languages import clauses
from longarm.languages import discourse as language
from longarm.statements.candidates import Frame
from longarm.statements.clauses import Clause, core
from longarm.statements.parse import Parse
from longarm.statements.text import Part

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_PRONOUNS = frozenset({"WDT", "WP"})
_SET_OFF = frozenset({",", "–", "—", "-", "("})
LONGEST_WEIGHING = 7  # tokens of "it could not be independently confirmed"


def is_fragment(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a clause is half a sentence, which nobody can weigh: "what will happen", "who worked there", "(the towns)
    they live in", "where people gather", who a source is, or that there is evidence or none of a clause below."""
    parse = part.parse
    is_when = clause.dep == "advcl" and parse.lowers[clause.first] == "when"
    if parse.tags[clause.first] in _WH and not is_when and not _is_aside(parse, clause):
        return True
    is_dated = any(part.within(time.span, clause.first, clause.last) for time in part.times)
    if clause.dep == "relcl" and (
        (_is_where(parse, clause) and not is_dated) or _describes_source(frame, part, clause)
    ):
        return True
    return _only_weighs(parse, clause) or is_asked(part, clause) or _only_introduces(parse, clause)


def _is_where(parse: Parse, clause: Clause) -> bool:
    """Whether a relative clause says of a noun which one it is: with a pronoun for its subject and no relative word, or
    opened by "where", "when" or "why" without a comma before."""
    is_set_off = clause.first > 0 and parse.words[clause.first - 1] in _SET_OFF
    if is_set_off:
        return False
    if parse.tags[clause.first] == "WRB":
        return True
    who = next((c for c in parse.children[clause.head] if parse.deps[c] in ("nsubj", "nsubjpass")), None)
    return who is not None and parse.tags[who] == "PRP" and who < clause.head


def _describes_source(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a relative clause only tells who a source is: "said Ada Example, who took no part in the study"."""
    parse = part.parse
    noun = parse.starts[parse.heads[clause.head]]
    is_of_source = any(
        span.start <= noun < span.end for s in frame.chains.speeches if s.name for span in s.attribution.source
    )
    opens = parse.tags[clause.first] in _PRONOUNS
    works = language.load("en").referring_works
    return is_of_source and opens and any(parse.lemmas[t] in works for t in clause.tokens)


def _only_introduces(parse: Parse, clause: Clause) -> bool:
    """Whether a clause says no more than who holds what a clause below it tells: "the force recognizes (that ...)"."""
    if any(parse.deps[c] in ("neg", "expl") or parse.lowers[c] == "it" for c in parse.children[clause.head]):
        return False
    below = [c for c in parse.children[clause.head] if parse.deps[c] == "ccomp" and c >= clause.last]
    has_more = any(parse.deps[c] in ("dobj", "prep", "attr", "acomp", "oprd") for c in parse.children[clause.head])
    return bool(below) and not has_more and clause.tokens[-1] == clause.head


def _only_weighs(parse: Parse, clause: Clause) -> bool:
    """Whether a clause says no more than how sure a clause below it is, which is a statement of its own: "there is no
    evidence that". What is told of a question ("it could not be established whether ...") is told whole."""
    return len(clause.tokens) <= LONGEST_WEIGHING and _is_weighed(parse, clause, "that") is not None


def _is_weighed(parse: Parse, clause: Clause, *marks: str) -> int | None:
    """The head of a clause under "it is ..." or "there is ..." that one of these words opens, or None."""
    if not any(parse.deps[c] == "expl" or parse.lowers[c] == "it" for c in parse.children[clause.head]):
        return None
    below = (c for t in clause.tokens for c in parse.children[t] if parse.deps[c] in ("ccomp", "acl", "csubj", "advcl"))
    return next((c for c in below if any(parse.lowers[m] in marks for m in parse.children[c])), None)


def asked(part: Part, clause: Clause) -> Clause | None:
    """The clause that one leaves open: "it could not be established whether ..."."""
    head = _is_weighed(part.parse, clause, "whether", "if")
    return next((c for c in part.clauses if c.head == head), None) if head is not None else None


def start(part: Part, clause: Clause) -> int:
    """The first token of what a clause tells, with the question before it: "whether ... is not clear"."""
    before = (c.head for c in part.clauses if c.dep in ("csubj", "csubjpass") and is_asked(part, c))
    own = [part.parse.subtree(head)[0] for head in before if part.parse.heads[head] == clause.head]
    return min([clause.first, *own])


def end(part: Part, clause: Clause) -> int:
    """One past the last token of what a clause tells, with the question that it leaves open, or half a sentence that
    says of its last noun which one it is."""
    parse = part.parse
    last = core(parse, clause)[1]
    asked = _is_weighed(parse, clause, "whether", "if")
    if asked is not None:
        return max(last, parse.subtree(asked)[1])
    found = next((c for c in part.clauses if c.first == last and c.dep == "ccomp"), None)
    if found is not None and parse.tags[found.first] in _WH and part.clauses[found.parent].head == clause.head:
        return found.last  # "never established who was responsible"
    after = next((c for c in part.clauses if c.first == last and c.dep == "relcl"), None)
    return after.last if after is not None and _is_where(parse, after) else last


def is_asked(part: Part, clause: Clause) -> bool:
    """Whether a clause is the question that one over it leaves open: "whether he knew", "where it stood"."""
    parse = part.parse
    is_subject = clause.dep in ("csubj", "csubjpass")
    if is_subject and (
        parse.tags[clause.first] == "WRB" or any(parse.lowers[c] == "whether" for c in parse.children[clause.head])
    ):
        return True
    above = part.clauses[clause.parent] if clause.parent >= 0 else None
    return above is not None and _is_weighed(part.parse, above, "whether", "if") == clause.head


def is_condition(parse: Parse, clause: Clause) -> bool:
    """Whether a clause says when or on what terms, not that it was so: "once it knew more", "unless he returned"."""
    opening = (c for c in parse.children[clause.head] if c <= clause.first)
    return clause.dep == "advcl" and any(parse.lowers[c] in clauses.load("en").terms for c in opening)


def _is_aside(parse: Parse, clause: Clause) -> bool:
    """Whether a relative clause tells something of its own: after a comma, with a subject of its own, or what somebody
    or something not yet known did ("two men who jumped into a car")."""
    if clause.dep != "relcl":
        return False
    is_set_off = clause.first > 0 and parse.words[clause.first - 1] == ","
    has_own = any(
        parse.deps[c] in ("nsubj", "nsubjpass") and parse.tags[c] not in _WH for c in parse.children[clause.head]
    )
    return is_set_off or has_own or _is_new(parse, clause)


def _is_new(parse: Parse, clause: Clause) -> bool:
    """Whether a past tense with more than a verb tells what was done by those whom the text has not named before."""
    noun = parse.heads[clause.head]
    verbs = [clause.head, *(c for c in parse.children[clause.head] if parse.deps[c] in ("aux", "auxpass"))]
    is_past = any(parse.tags[v] == "VBD" for v in verbs)
    is_full = any(
        parse.deps[c] in ("dobj", "prep", "agent", "advmod", "npadvmod") and c > clause.head
        for c in parse.children[clause.head]
    )
    own = [c for c in parse.children[noun] if c < noun]
    is_open = any(parse.lowers[c] in _OPEN for c in own) or any(parse.deps[c] == "nummod" for c in own)
    is_many = parse.tags[noun] == "NNS" and not any(parse.deps[c] in ("det", "poss") for c in own)
    return is_past and is_full and len(clause.tokens) >= FULL and (is_open or is_many)


_OPEN = frozenset({"a", "an", "another", "some", "several"})
FULL = 4  # tokens of a relative clause that tells what was done

"""Events: what an author tells that happened to somebody, somewhere, on a day, though no cue says what kind it is."""

import functools

from longarm.codebook.assessments import assessments
from longarm.codebook.loader import people_nouns
from longarm.languages import attributions, clauses
from longarm.languages import discourse as language
from longarm.languages import stance as stance_language
from longarm.statements.candidates import Frame
from longarm.statements.clauses import Clause, is_passive, subject
from longarm.statements.parse import Parse
from longarm.statements.stance.refusals import refuses
from longarm.statements.text import Part

NAMING = frozenset({"GPE", "LOC", "NORP", "ORG", "PERSON", "FAC", "LAW", "EVENT"})  # labels of names

_TELLING = frozenset({"ROOT", "conj", "relcl", "parataxis", "dep", "csubj"})


def is_event(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether the author tells what became of people, what an authority did, what was done at a place, on a day, by or
    to somebody named, what came of a work or an inquiry, or what was not done."""
    parse = part.parse
    is_beside = clause.dep not in _TELLING and _is_beside(frame, part, clause)
    if clause.dep not in _TELLING and not is_beside:
        return False
    start, end = parse.starts[clause.first], parse.ends[clause.last - 1]
    is_dated = any(start <= time.span.start < end for time in part.times)
    is_present = _is_present(parse, clause.head)
    is_free = any(parse.tags[c] == "MD" for c in parse.children[clause.head]) or _is_yet_to(parse, clause.head)
    is_named = _is_named_in(part, clause)
    is_negated = any(parse.lowers[t] in stance_language.load("en").negations for t in clause.tokens)
    is_told = is_dated or is_named or is_negated
    is_own = is_present and (is_told or _is_of_one(part, clause) or _is_near(part, clause))
    if not (_is_past(parse, clause.head) or is_own or is_free):
        return False
    if _only_speaks(parse, clause.head) and not gives_out(part, clause):
        return False  # that somebody spoke, without what was said
    if is_present and _is_near(part, clause) and clause.dep in ("ROOT", "conj"):
        return True
    who = subject(parse, clause.head)
    if who is None:
        return is_told  # "there has been no news of him"
    if parse.lemmas[who] in _actors() or parse.lowers[who] in clauses.load("en").standing_for:
        return True
    if any(m.span.start < parse.ends[who] and parse.starts[who] < m.span.end for m in part.people):
        return True
    is_main = clause.dep in ("ROOT", "conj", "dep") or (is_beside and clause.dep == "ccomp")
    if parse.pos[who] in ("NOUN", "PROPN") and _is_past(parse, clause.head) and is_main:
        return True
    return is_told


def _is_yet_to(parse: Parse, head: int) -> bool:
    """Whether something is still to be done: "has to sign", "has yet to answer", "needs to decide"."""
    if parse.lemmas[head] not in ("have", "need", "be") or parse.pos[head] not in ("VERB", "AUX"):
        return False
    return any(
        parse.deps[c] == "xcomp" and parse.tags[c] == "VB" and any(parse.tags[g] == "TO" for g in parse.children[c])
        for c in parse.children[head]
    )


def _only_speaks(parse: Parse, head: int) -> bool:
    """Whether a predicate tells that somebody spoke, and what is said stands elsewhere or nowhere; "asked the ministry
    for figures" and "dismissed the minister" tell it all."""
    cue = attributions.load("en").verbs.get(parse.lemmas[head])
    if cue is None or cue.kind != "speech" or is_passive(parse, head) or refuses(parse, head):
        return False
    objects = [c for c in parse.children[head] if parse.deps[c] == "dobj"]
    if "object" not in cue.frames and (objects or not cue.frames & {"clause", "quote"}):
        return False  # "began mass arrests", "appeared before a court"
    asks = cue.attitude == "asks" and any(
        parse.deps[c] == "prep" and (parse.lowers[c] == "for" or (objects and parse.lowers[c] == "about"))
        for c in parse.children[head]
    )
    return not asks


def gives_out(part: Part, clause: Clause) -> bool:
    """Whether a clause with a cue tells of a giving out: "published a report in May", "made an announcement in May"."""
    parse = part.parse
    words = language.load("en")
    works = words.works | {"announcement", "accusation", "complaint"}
    is_giving = parse.lemmas[clause.head] in words.publishing_verbs | words.offering_verbs
    given = any(parse.deps[c] == "dobj" and parse.lemmas[c] in works for c in parse.children[clause.head])
    start, end = parse.starts[clause.first], parse.ends[clause.last - 1]
    return is_giving and given and any(start <= time.span.start < end for time in part.times)


def _is_named_in(part: Part, clause: Clause) -> bool:
    """Whether a clause has the name of somebody or of a place."""
    own = frozenset(clause.tokens)
    return any(own & set(range(first, last)) and label in NAMING for first, last, label in part.parse.entities)


def _is_near(part: Part, clause: Clause) -> bool:
    """Whether a clause has a word for what crosses borders, presses on people, or is run for that."""
    words = assessments()
    known = words.crossing | words.pressing | words.authorities | words.instruments
    return any(part.parse.lemmas[t] in known and part.parse.pos[t] in ("NOUN", "PROPN", "VERB") for t in clause.tokens)


def _is_of_one(part: Part, clause: Clause) -> bool:
    """Whether a present tense tells of one person or thing ("Ada Example holds a passport", "It rests on letters"), and
    not of how things are at large."""
    parse = part.parse
    who = subject(parse, clause.head)
    if who is None or parse.tags[who] in ("NNS", "NNPS", "WDT", "WP"):
        return False
    if any(m.span.start < parse.ends[who] and parse.starts[who] < m.span.end for m in part.people):
        return True
    is_work = parse.lemmas[who] in language.load("en").referring_works | language.load("en").tellers
    return parse.lowers[who] in ("it", "he", "she") or (
        is_work and any(parse.lowers[c] == "the" for c in parse.children[who])
    )


def _is_beside(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a clause tells something of its own beside another: after a colon or semicolon, or as what went before
    ("since police took him")."""
    parse = part.parse
    if clause.dep == "ccomp":
        above = part.clauses[clause.parent]
        is_before = clause.head < above.head and parse.lemmas[above.head] not in attributions.load("en").verbs
        return (
            is_before
            or (clause.first > 0 and parse.words[clause.first - 1] in (":", ";"))
            or (clause.last < len(parse) and parse.words[clause.last] == ";")
        )
    marks = [parse.lowers[c] for c in parse.children[clause.head] if parse.deps[c] in ("mark", "advmod")]
    return clause.dep == "advcl" and any(mark in clauses.load("en").background for mark in marks)


def _is_present(parse: Parse, head: int) -> bool:
    """Whether a predicate is in the present, by itself or by its helping verb: "is checking", "do not know"."""
    if parse.tags[head] in ("VBZ", "VBP"):
        return True
    helping = (c for c in parse.children[head] if parse.deps[c] == "aux" and c < head)
    return parse.tags[head] in ("VBG", "VB") and any(parse.tags[c] in ("VBZ", "VBP") for c in helping)


def _is_past(parse: Parse, head: int) -> bool:
    tags = {parse.tags[head], *(parse.tags[c] for c in parse.children[head] if parse.deps[c] in ("aux", "auxpass"))}
    will = any(parse.lowers[c] in ("will", "wo") and parse.deps[c] == "aux" for c in parse.children[head])
    return will or bool(tags & {"VBD", "VBN"})


@functools.cache
def _actors() -> frozenset[str]:
    words = language.load("en")
    return (
        frozenset(people_nouns())
        | assessments().authorities
        | assessments().envoys
        | words.persons
        | words.organisations
        | words.tellers
    )

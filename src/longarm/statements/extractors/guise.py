"""Guises: what a thing is held out to be, given over to, or a means of: "billed as a help desk", "posed as a charity",
"purports to offer", "is a front for", "was for travellers"."""

from longarm.codebook.assessments import assessments
from longarm.codebook.loader import people_nouns
from longarm.languages import clauses as clause_words
from longarm.statements.clauses import Clause, is_passive, subject
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import facility_nouns

_THINGS = frozenset({"it", "this", "that", "which", "these", "those"})
_SELVES = frozenset({"itself", "themselves"})
_GIVEN = frozenset({"to", "with", "at", "toward", "towards"})
_HIDING = frozenset({"to", "for", "against"})
_SPANS = frozenset({"year", "month", "week", "day", "hour", "minute", "decade", "time", "moment", "now", "while"})


def guise(parse: Parse, clause: Clause) -> int | None:
    """The token of what a clause says that something is held out to be, given over to or a means of, or None."""
    words, known = assessments(), clause_words.load("en")
    for token in clause.tokens:
        lemma = parse.lemmas[token]
        if parse.pos[token] not in ("VERB", "AUX") and parse.deps[token] not in ("acl", "amod"):
            continue
        if lemma in words.presentings:
            found = _presented(parse, token)
        elif lemma in words.posings:
            besides = ("they",) if lemma == "double" else ()
            is_active = _is_thing(parse, token, *besides) and not is_passive(parse, token)
            found = _under(parse, token, "as") if is_active else None
        elif lemma in words.feignings:
            found = _feigned(parse, token)
        elif lemma in words.devotings:
            found = _devoted(parse, token)
        elif lemma == "be" and token == clause.head:
            found = _means(parse, token)
        elif lemma in known.lending:
            found = next((c for c in parse.children[token] if parse.deps[c] == "dobj" and _is_means(parse, c)), None)
        else:
            found = _tasks(parse, token) if lemma in known.comprising else None
        if found is not None:
            return found
    return _service(parse, clause)


def _presented(parse: Parse, verb: int) -> int | None:
    """ "was sold as a service", "billed as a club", "presents itself as a charity"."""
    of_itself = any(parse.lowers[c] in _SELVES and parse.deps[c] in ("dobj", "nsubj") for c in parse.children[verb])
    if not (of_itself or _is_done(parse, verb)) or not _is_thing(parse, verb, "they"):
        return None
    return _under(parse, verb, "as")


def _feigned(parse: Parse, verb: int) -> int | None:
    """ "purports to help", "is supposed to protect": of a thing, since of people it is what they say or do."""
    is_done = is_passive(parse, verb)
    if is_done != (parse.lemmas[verb] == "suppose") or not _is_thing(parse, verb):
        return None
    return next((c for c in parse.children[verb] if parse.deps[c] == "xcomp" and parse.tags[c] == "VB"), None)


def _devoted(parse: Parse, verb: int) -> int | None:
    if not _is_done(parse, verb):
        return None
    for child in parse.children[verb]:
        if child < verb:
            continue
        below = parse.children[child]
        if parse.deps[child] == "prep" and parse.lowers[child] in _GIVEN and below:
            return below[0] if parse.deps[below[0]] == "pcomp" or _is_thing(parse, verb) else None
    return None


def _means(parse: Parse, verb: int) -> int | None:
    """ "is a means of keeping them in line", "was a front for the police", "was for travellers"."""
    if not _is_thing(parse, verb, "they"):
        return None
    told = [c for c in parse.children[verb] if c > verb and parse.deps[c] in ("attr", "acomp", "dobj", "expl")]
    if told:
        return next((c for c in told if parse.deps[c] == "attr" and _is_means(parse, c)), None)
    who = subject(parse, verb)
    if who is None or (parse.pos[who] != "PRON" and parse.lemmas[who] not in assessments().instruments):
        return None
    found = _under(parse, verb, "for")
    if found is None and not any(parse.pos[c] == "ADV" and c > verb for c in parse.children[verb]):
        found = _under(parse, verb, "about")
    return None if found is None or parse.lemmas[found] in _SPANS else found


def _is_means(parse: Parse, noun: int) -> bool:
    """Whether a noun is of a means and tells what to: "a way to silence", "a means of keeping", "a front for"."""
    words = assessments()
    forms = {parse.lemmas[noun], parse.lowers[noun]}
    below = [c for c in parse.children[noun] if c > noun]
    if not forms.isdisjoint(words.fronts) and any(parse.lowers[c] in _HIDING for c in below):
        return True
    is_known = not forms.isdisjoint(words.ploys | words.fronts)
    return is_known and any(
        (parse.tags[c] == "VB" and parse.deps[c] in ("acl", "relcl", "xcomp"))
        or (
            parse.deps[c] == "prep"
            and any(parse.tags[g] == "VBG" and parse.deps[g] == "pcomp" for g in parse.children[c])
        )
        for c in below
    )


def _service(parse: Parse, clause: Clause) -> int | None:
    """ "The centres help citizens with papers", "officially the office mediates": what it does is its use."""
    head, words = clause.head, assessments()
    who = subject(parse, head)
    if who is None or parse.lemmas[who] not in facility_nouns() or parse.tags[head] not in ("VBZ", "VBP", "VB", "VBD"):
        return None
    is_at_large = parse.tags[who] == "NNS" or parse.tags[head] in ("VBZ", "VBP")
    if parse.lemmas[head] in words.servings and is_at_large and any(c > head for c in parse.children[head]):
        return head
    is_held_out = any(parse.lowers[t] in words.pretences for t in clause.tokens)
    return head if is_held_out and parse.tags[head] in ("VBZ", "VBP") and parse.lemmas[head] != "be" else None


def _tasks(parse: Parse, verb: int) -> int | None:
    """ "its tasks include mediation", "its duties range from papers to patrols"."""
    who = subject(parse, verb)
    if who is None or parse.lemmas[who] not in assessments().purpose_nouns:
        return None
    after = (c for c in parse.children[verb] if c > verb and parse.deps[c] in ("dobj", "xcomp", "prep", "pcomp"))
    return next(after, None)


def _is_done(parse: Parse, verb: int) -> bool:
    return is_passive(parse, verb) or (parse.tags[verb] == "VBN" and parse.deps[verb] in ("acl", "amod", "advcl"))


def _under(parse: Parse, verb: int, preposition: str) -> int | None:
    for child in parse.children[verb]:
        if parse.lowers[child] == preposition and child > verb and parse.deps[child] in ("prep", "mark", "dative"):
            return next((c for c in parse.children[child] if parse.deps[c] in ("pobj", "pcomp", "amod")), None)
    return None


def _is_thing(parse: Parse, verb: int, *besides: str) -> bool:
    """Whether the subject of a verb is a thing: a noun that is none of people, or a pronoun for one."""
    who = subject(parse, verb)
    if who is None:
        return False
    if parse.pos[who] == "PRON":
        return parse.lowers[who] in _THINGS or parse.lowers[who] in besides
    if parse.lemmas[who] in people_nouns() or parse.pos[who] not in ("NOUN", "PROPN"):
        return False
    return not any(first <= who < last and label in ("PERSON", "NORP") for first, last, label in parse.entities)

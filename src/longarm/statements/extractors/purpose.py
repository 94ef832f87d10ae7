"""Purposes: what a facility, operation or tool is for."""

from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import Hit, best
from longarm.codebook.loader import people_nouns
from longarm.languages import attributions
from longarm.languages import clauses as clause_words
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped, pivot
from longarm.statements.clauses import Clause, blamed, is_passive, subject
from longarm.statements.extractors.fragments import is_asked
from longarm.statements.extractors.guise import guise
from longarm.statements.parse import Parse
from longarm.statements.scenes.doers import is_countered


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A purpose for every clause that says what something is for."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    for number, clause in enumerate(part.clauses):
        at = purpose(part.parse, clause)
        if at is None or is_asked(part, clause):
            continue
        hits = clause_hits(frame, index, number)
        if not hits and not _names_instrument(part.parse, clause) and not _is_meant(part.parse, clause):
            continue
        hit = best(hits)
        first, last = whole(part.parse, clause)
        first, last = clipped(frame, index, first, last, at)
        method = "" if is_against(frame, index, hit, first, last) else hit.entry if hit else frame.topic.main_method
        yield Candidate("purpose", index, number, first, last, at, method)


def is_against(frame: Frame, index: int, hit: Hit | None, first: int, last: int) -> bool:
    """Whether a purpose is to act against a method, told by its cue or else by any word of persecution."""
    parse = frame.text.parts[index].parse
    return hit is not None and is_countered(parse, pivot(frame, index, hit))


def is_for(parse: Parse, verb: int) -> bool:
    """Whether a "to ..." says what the deed over it, or an instrument, was for ("hired men to follow her", "a unit to
    hunt exiles", "was brought home to stand trial"); not what somebody is asked, said or about to do."""
    over = parse.heads[verb]
    if parse.deps[verb] in ("acl", "relcl"):
        return parse.lemmas[over] in assessments().instruments
    if parse.deps[verb] not in ("xcomp", "advcl") or parse.pos[over] != "VERB":
        return False
    if parse.lemmas[over] in assessments().requests:
        return False
    if is_passive(parse, over):
        known = (attributions.load("en").verbs, assessments().purpose_verbs, assessments().founding_verbs)
        return not any(parse.lemmas[over] in verbs for verbs in known)
    return any(parse.deps[c] == "dobj" and c < verb for c in parse.children[over])


def purpose(parse: Parse, clause: Clause) -> int | None:
    """The token of the purpose that a clause tells as its own assertion, or None."""
    return _frame(parse, clause) or guise(parse, clause) or _through_which(parse, clause)


def whole(parse: Parse, clause: Clause) -> tuple[int, int]:
    """The clause with the "to ..." clauses that complete it."""
    last = clause.last
    for child in parse.children[clause.head]:
        if parse.deps[child] in ("advcl", "xcomp", "ccomp") and parse.tags[child] == "VB" and child > clause.head:
            last = max(last, parse.subtree(child)[1])
    return clause.first, last


def _frame(parse: Parse, clause: Clause) -> int | None:
    """ "is used to", "serves as", "is designed for", "its mission was to"; gives the token of the purpose."""
    words = assessments()
    for token in clause.tokens:
        lemma = parse.lemmas[token]
        if lemma in words.purpose_verbs and parse.pos[token] == "VERB" and blamed(parse, token) is None:
            complement = _complement(parse, token, lemma)
            if complement is not None:
                return complement
    head = clause.head
    who = subject(parse, head)
    for token in clause.tokens:
        if (endeavour := _part_of_endeavour(parse, token)) is not None:
            return endeavour
    if who is not None and (aimed := _aimed(parse, head, who)) is not None:
        return aimed
    if parse.lemmas[head] == "be" and who is not None and _is_purpose(parse, who):
        told = ("xcomp", "attr", "ccomp", *(("acomp",) if parse.lemmas[who] in words.motives else ()))
        return next((c for c in parse.children[head] if parse.deps[c] in told and c > head), None)
    return None


def _is_purpose(parse: Parse, noun: int) -> bool:
    return parse.lemmas[noun] in assessments().purpose_nouns or parse.lemmas[noun] in assessments().motives


def _aimed(parse: Parse, head: int, who: int) -> int | None:
    """What a thing or a deed is for by its own verb: "the campaign aims to", "the notices seek", "it served other
    ends", "the list exists to"; what a person seeks is an act."""
    lemma, words, known = parse.lemmas[head], assessments(), clause_words.load("en")
    if lemma not in known.aiming:
        return None
    is_thing = parse.lemmas[who] in words.instruments or parse.lemmas[who] in words.event_nouns
    is_thing = is_thing or parse.lowers[who] in ("it", "that", "this")
    for child in parse.children[head]:
        if child < head:
            continue
        is_aim = parse.deps[child] in ("xcomp", "advcl") and parse.tags[child] == "VB"
        is_there = lemma == "be" and any(parse.lowers[c] == "there" and c < child for c in parse.children[head])
        if is_aim and (lemma == "aim" or (is_thing and (lemma in ("seek", "exist") or is_there))):
            return child
        if parse.deps[child] != "dobj":
            continue
        is_end = parse.lemmas[child] in known.ends and (lemma in ("serve", "pursue") or (lemma == "have" and is_thing))
        if (lemma == "seek" and is_thing) or is_end:
            return child
    return None


def _is_meant(parse: Parse, clause: Clause) -> bool:
    """Whether a clause says of something what it was meant for, in a word that says nothing else."""
    who = subject(parse, clause.head)
    meaning = clause_words.load("en").meaning
    if any(parse.lemmas[t] in meaning and parse.tags[t] == "VBN" for t in clause.tokens):
        return True
    if guise(parse, clause) is not None or _is_its_use(parse, clause.head, who):
        return True
    if who is not None and (_aimed(parse, clause.head, who) is not None or _is_purpose(parse, who)):
        return True
    return any(_part_of_endeavour(parse, token) is not None for token in clause.tokens)


_THINGS = frozenset({"it", "this", "that", "they", "these", "those", "which"})


def _is_its_use(parse: Parse, head: int, who: int | None) -> bool:
    """Whether a clause tells what "it" or "they" are used for or serve as, or what anything serves to do."""
    if parse.lemmas[head] == "serve" and any(parse.tags[c] == "VB" and c > head for c in parse.children[head]):
        return True
    if who is None or parse.lowers[who] not in _THINGS:
        return False
    return parse.lemmas[head] in clause_words.load("en").serving or (
        parse.lemmas[head] in assessments().purpose_verbs and is_passive(parse, head)
    )


def _part_of_endeavour(parse: Parse, head: int) -> int | None:
    """ "It was part of a drive against exiles": the noun of trying."""
    if parse.lemmas[head] != "be":
        return None
    part = next((c for c in parse.children[head] if parse.lowers[c] == "part" and parse.deps[c] == "attr"), None)
    if part is None:
        return None
    who = subject(parse, head)
    if who is not None and parse.lemmas[who] in people_nouns():
        return None  # "two men were part of a plot" is what they did
    for of in parse.children[part]:
        noun = next((c for c in parse.children[of] if parse.deps[c] == "pobj"), None)
        if parse.lowers[of] == "of" and noun is not None and parse.lemmas[noun] in assessments().endeavours:
            return noun
    return None


def _complement(parse: Parse, verb: int, lemma: str) -> int | None:
    active = lemma in clause_words.load("en").serving and not _is_role(parse, verb)
    passive = any(parse.deps[c] in ("auxpass", "nsubjpass") for c in parse.children[verb])
    reduced = parse.deps[verb] in ("acl", "amod") and parse.tags[verb] == "VBN"
    using = any(parse.deps[c] == "dobj" for c in parse.children[verb])
    for child in parse.children[verb]:
        if child < verb:
            continue
        if (
            parse.deps[child] in ("xcomp", "advcl")
            and parse.tags[child] == "VB"
            and (passive or reduced or using or (lemma == "serve" and active))
        ):
            return child
        at = ("at", "against") if lemma == "aim" else ()
        if parse.deps[child] == "prep" and parse.lowers[child] in ("as", "for", *at) and (active or passive or reduced):
            return next(iter(parse.children[child]), child)
    return None


def _is_role(parse: Parse, verb: int) -> bool:
    """Whether a verb of serving tells what people were, and no purpose: "acted as agents of the ministry"."""
    return any(
        parse.lowers[at] == "as" and any(parse.lemmas[below] in people_nouns() for below in parse.children[at])
        for at in parse.children[verb]
    )


def _through_which(parse: Parse, clause: Clause) -> int | None:
    """ "stations from which it monitors ..."."""
    if clause.dep != "relcl" or parse.lemmas[parse.heads[clause.head]] not in _places_and_instruments(parse, clause):
        return None
    opening = parse.lowers[clause.first : clause.first + 2]
    if len(opening) == 2 and opening[0] in ("from", "through", "by", "via", "with") and opening[1] == "which":
        return clause.head
    return None


def _places_and_instruments(parse: Parse, clause: Clause) -> frozenset[str]:
    """The clause may hang on the country nearest before it; the facility then stands earlier in the sentence."""
    words = assessments().instruments
    first = parse.sentences[clause.sentence][0]
    if any(parse.lemmas[token] in words for token in range(first, clause.first)):
        return words | {parse.lemmas[parse.heads[clause.head]]}
    return words


def _names_instrument(parse: Parse, clause: Clause) -> bool:
    return any(parse.lemmas[token] in assessments().instruments for token in clause.tokens)

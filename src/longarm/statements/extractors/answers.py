"""Answers: when what somebody says is a reply to what they are accused of.

A reply is shown beside claims as the answer of the accused, and is no support for them. So three things have to hold:

1. Who speaks may answer (`defence`): the state that the text accuses, its embassy, spokesperson or other body; the one
   who runs a facility; a person in a case, and counsel. Any other state's ministry, though it speaks of the same
   matter ("the host's ministry said that X runs an office"), is an ordinary source, and may be an origin.
2. Others accuse: what the text tells of deeds is not all in the speaker's own words ("its agency said that it had
   captured him abroad"), nor does the speaker tell what another state does.
3. The words answer: they deny, reject, confirm, explain, justify or decline. Who accuses, names, warns, threatens,
   urges or praises others answers nothing, but for one who calls the accusation or the accuser false; a person in a
   case who admits a deed tells of it. What is so said is an act or a quotation.
"""

from longarm.codebook.assessments import REBUFF, assessments
from longarm.codebook.cues import Hit
from longarm.codebook.loader import people_nouns
from longarm.languages import attributions, replies, stance
from longarm.languages import discourse as language
from longarm.statements.candidates import Frame
from longarm.statements.clauses import is_passive, subject
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.extractors import defence
from longarm.statements.extractors.pleas import is_plea, may_stand_for
from longarm.statements.extractors.premises import is_on_facilities
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of, facility_nouns
from longarm.statements.stance.falsity import accuses_of_falsehood, calls_false
from longarm.statements.text import Part

_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative"})


def is_answer(frame: Frame, speech: Speech) -> bool:
    """Whether somebody accused answers by these words."""
    known = frame.answers.get(id(speech))
    if known is None:
        known = frame.answers[id(speech)] = (speech, _is_answer(frame, speech))
    return known[1]


def _is_answer(frame: Frame, speech: Speech) -> bool:
    if _is_outlet(speech) and speech.attribution.attitude != "denies":
        return False
    part, verb = _cue(frame, speech)
    if part is not None and verb is not None and not _answers(part.parse, verb, speech):
        return False
    if defence.is_accused(frame, speech):
        return not _tells_its_own_deed(frame, speech) and not _tells_of_another(frame, speech)
    if speech.attribution.attitude == "confirms":
        return speech.attribution.cue_lemma in replies.load("en").conceding and is_plea(frame, speech)
    if part is not None and (_disowns(frame, part, speech) or (verb is not None and _goes_on(frame, part, verb))):
        return True
    return defence.is_defence(frame, speech)


def _is_outlet(speech: Speech) -> bool:
    """Whether an outlet tells it, though the state's: "the state news agency reported"."""
    words = replies.load("en")
    spoken = [word for span in speech.attribution.source for word in span.words.lower().split()]
    return any(word in words.outlets for word in (*spoken, *speech.name.lower().split())) and not any(
        word in words.services for word in spoken
    )


def _cue(frame: Frame, speech: Speech) -> tuple[Part | None, int | None]:
    """The part and token of the word of saying."""
    if not speech.attribution.cue:
        return None, None
    part = frame.text.part_at(speech.attribution.cue[0].start)
    if part is None:
        return None, None
    tokens = [t for span in speech.attribution.cue for t in part.tokens_of(span)]
    own = [t for t in tokens if part.parse.lemmas[t] == speech.attribution.cue_lemma]
    return part, next(iter(own or tokens), None)


def _answers(parse: Parse, verb: int, speech: Speech) -> bool:
    """Whether a word of saying can answer, with what it is about."""
    words, lemma = replies.load("en"), speech.attribution.cue_lemma
    if speech.attribution.attitude in ("denies", "declines"):
        return True
    if _is_meant(parse, verb) or (
        parse.lemmas[verb] in language.load("en").publishing_verbs and is_passive(parse, verb)
    ):
        return False
    if accuses_of_falsehood(parse, verb) or _impugns(parse, verb):
        return True
    if lemma in words.charging or (lemma in words.admitting and not _is_clause(parse, verb)):
        return lemma in words.laying and _lays_on_thing(parse, verb)
    if lemma in words.demanding or (lemma == "call" and _has(parse, verb, ("on", "upon", "for"))):
        return _is_on_claims(parse, verb, speech)
    if lemma in words.resolving:
        return False
    if lemma in stance.load("en").exculpating_verbs:
        return True
    cue = attributions.load("en").verbs.get(lemma)
    if lemma in stance.load("en").naming_verbs | words.holding:
        return not _is_on_people(parse, verb)
    if cue is not None and cue.kind == "stance":
        return _is_on_claims(parse, verb, speech)
    return True


def _goes_on(frame: Frame, part: Part, verb: int) -> bool:
    """Whether a word of saying only goes on from a denial in the same breath: "brushed the report aside, saying that",
    "called it baseless, adding that"."""
    parse, over = part.parse, part.parse.heads[verb]
    if parse.deps[verb] not in ("advcl", "conj", "xcomp", "dep") or over > verb:
        return False
    index = next(at for at, each in enumerate(frame.text.parts) if each is part)
    judged = frame.judgements[index][part.clause_of(over)]
    return any(hit.entry == REBUFF for hit in judged) or calls_false(parse, over)


def _lays_on_thing(parse: Parse, verb: int) -> bool:
    """Whether something is laid on what is nobody: "blamed the queue on a fault in its computers"."""
    over = (verb, *(c for c in parse.children[verb] if parse.deps[c] == "dobj"))
    on = [g for t in over for c in parse.children[t] if parse.lowers[c] == "on" and c > verb for g in parse.children[c]]
    names = [label for a, b, label in parse.entities if any(a <= g < b for g in on)]
    people = frozenset(people_nouns()) | language.load("en").organisations
    return bool(on) and not names and not any(parse.lemmas[g] in people or parse.pos[g] == "PRON" for g in on)


def _is_clause(parse: Parse, verb: int) -> bool:
    """Whether somebody pleads that something is so ("pleads that it is immune"), not guilty or for something."""
    return any(parse.deps[c] == "ccomp" for c in parse.children[verb])


def _is_meant(parse: Parse, verb: int) -> bool:
    """Whether a word of saying tells what somebody set out to do: "sought to identify and expose dissidents"."""
    while parse.deps[verb] == "conj" and parse.heads[verb] < verb:
        verb = parse.heads[verb]
    return parse.deps[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] in ("seek", "try", "attempt", "want", "aim")


def _impugns(parse: Parse, verb: int) -> bool:
    """Whether somebody is accused of what makes an accusation worthless: "accused her of a political agenda"."""
    if parse.lemmas[verb] != "accuse":
        return False
    return any(parse.lemmas[t] in replies.load("en").impugning for t in range(verb, parse.subtree(verb)[1]))


def _has(parse: Parse, verb: int, prepositions: tuple[str, ...]) -> bool:
    return any(parse.deps[c] == "prep" and parse.lowers[c] in prepositions for c in parse.children[verb])


def _is_on_claims(parse: Parse, verb: int, speech: Speech) -> bool:
    """Whether what is urged or judged is an accusation, or proof of one: "urged the paper to retract the report"."""
    words = stance.load("en")
    known = words.claim_nouns | words.groundings | words.falsities | words.slanders
    said = [t for t in speech.tokens(parse) if t > verb]
    return any(parse.pos[t] in ("NOUN", "VERB") and parse.lemmas[t] in known for t in said)


def _is_on_people(parse: Parse, verb: int) -> bool:
    """Whether it is people, or a body of them, that somebody gives a name: "labels the movement a terror group"; not a
    facility or a deed ("describes the offices as service centres")."""
    words = language.load("en")
    named = [c for c in parse.children[verb] if parse.deps[c] in _OBJECTS]
    named += [g for c in parse.children[verb] if parse.deps[c] == "ccomp" for g in parse.children[c] if g > verb]
    for noun in named:
        lemma = parse.lemmas[noun]
        if parse.lowers[noun] in ("him", "her") or parse.deps[noun] not in (*_OBJECTS, "nsubj"):
            return parse.lowers[noun] in ("him", "her")
        if parse.lowers[noun] in _MATTERS:
            return False
        if parse.pos[noun] == "PRON":
            return not any(parse.lemmas[t] in facility_nouns() for t in range(noun, parse.subtree(verb)[1]))
        name = {lemma, *(parse.lemmas[c] for c in parse.children[noun] if parse.deps[c] == "compound")}
        if name & (facility_nouns() | stance.load("en").claim_nouns | words.works):
            return False
        is_body = bool(name & (frozenset(people_nouns()) | words.persons | words.organisations | words.kin))
        return is_body or any(a <= noun < b and label in _BEINGS for a, b, label in parse.entities)
    return False


_MATTERS = frozenset({"it", "this", "that"})  # pronouns of no people
_BEINGS = frozenset({"PERSON", "ORG", "NORP"})  # labels of names


def _disowns(frame: Frame, part: Part, speech: Speech) -> bool:
    """Whether a government, be it the host's, says that there is no such facility, or that it may not or did not do
    what is alleged: "the ministry said they had no right to use force"."""
    words, parse = replies.load("en"), part.parse
    source = speech.attribution.source[-1] if speech.attribution.source else None
    head = head_of(parse, source.start, source.end) if source is not None else None
    if head is None or not is_on_facilities(frame):
        return False
    names = any(country_of(t) and t.span.start <= parse.starts[head] < t.span.end for t in part.toponyms)
    if not names and parse.lemmas[head] not in words.governments:
        return False
    negations = stance.load("en").negations
    for clause in part.clauses:
        if not speech.covers(parse.starts[clause.head]):
            continue
        near = {c for t in (clause.head, *parse.children[clause.head]) for c in parse.children[t]}
        is_negated = any(parse.lowers[c] in negations for c in near)
        known = facility_nouns() | words.entitlements
        if is_negated and any(parse.lemmas[t] in known for t in clause.tokens):
            return True
    return False


def _tells_its_own_deed(frame: Frame, speech: Speech) -> bool:
    """Whether all that the text tells of deeds by a method stands in the speaker's own words: "its agency said that it
    had captured him abroad" is what is told, and answers nobody."""
    if speech.attribution.attitude == "denies" or frame.text.charges or frame.chains.allegations:
        return False
    own = [s for s in frame.chains.speeches if s.name == speech.name]
    if any(s.attribution.attitude == "denies" for s in own) or _is_negated(frame, speech):
        return False
    told = [
        (part, hit, any(s.covers(part.parse.starts[hit.first]) for s in own))
        for part, hits in zip(frame.text.parts, frame.hits, strict=True)
        for hit in hits
    ]
    if not told or not all(is_own for _, _, is_own in told):
        return False
    return any(_may_be_its_deed(part, hit, speech) for part, hit, _ in told)


def _may_be_its_deed(part: Part, hit: Hit, speech: Speech) -> bool:
    """Whether the speaker, or nobody said, does what a method's cue tells; not a person of whom a state tells it."""
    clause = part.clauses[part.clause_of(hit.first)]
    who = subject(part.parse, clause.head)
    if who is None or part.parse.pos[who] != "PRON":
        return True
    is_place = any(
        t.role == "place" and t.span.end == span.end for t in part.toponyms for span in speech.attribution.source
    )
    return may_stand_for(part.parse.lowers[who], speech) and not (is_place and part.parse.lowers[who] in ("he", "she"))


def _is_negated(frame: Frame, speech: Speech) -> bool:
    negations = stance.load("en").negations
    return any(part.parse.lowers[t] in negations for part in frame.text.parts for t in speech.tokens(part.parse))


def _tells_of_another(frame: Frame, speech: Speech) -> bool:
    """Whether a state tells what another one does abroad: that is a report on it, and no answer."""
    for part, hits in zip(frame.text.parts, frame.hits, strict=True):
        parse = part.parse
        acting = {token for hit in hits for token in range(hit.first, hit.last)}
        for toponym in part.toponyms:
            token = parse.token_at(toponym.span.end - 1)
            if token is None or not speech.covers(toponym.span.start):
                continue
            doer = token if parse.deps[token] == "nsubj" else parse.heads[token]
            if parse.deps[doer] != "nsubj":
                continue
            verb = parse.heads[doer]
            is_doer = verb in acting or parse.lemmas[verb] in assessments().founding_verbs
            if is_doer and country_of(toponym) not in ("", frame.topic.operator):
                return True
    return False

"""Premises: those who keep or run the place that a facility is said to be in, and deny it."""

from longarm.languages import attributions, replies, stance
from longarm.languages import discourse as language
from longarm.statements.candidates import Frame
from longarm.statements.discourse.speech import Speech
from longarm.statements.extractors.pleas import is_of_itself, said_clauses, speaker
from longarm.statements.scenes.operators import facility_methods, facility_nouns


def clears_premises(frame: Frame, speech: Speech) -> bool:
    """Whether the speaker runs the premises that a text on facilities tells of, or stands for them: "the restaurant's
    owner", "the two centres"; what such a one says without denying or clearing itself is no reply."""
    words = replies.load("en")
    cue = attributions.load("en").verbs.get(speech.attribution.cue_lemma)
    if cue is None or cue.kind not in ("speech", "stance") or not speech.attribution.source:
        return False
    part, head = speaker(frame, speech)
    if part is None or head is None:
        return False
    parse = part.parse
    near = {parse.lemmas[t] for t in range(*parse.subtree(head))}
    known = words.premises | facility_nouns()
    if parse.pos[head] == "PRON":
        last = speech.name.lower().split()[-1:]
        return is_on_facilities(frame) and any(word in known for word in last) and _clears(frame, speech)
    keeps = parse.lemmas[head] in words.keepers
    if keeps or (parse.lemmas[head] in words.runners and bool(near & known)):
        is_insisting = speech.attribution.cue_lemma in words.insisting
        return is_insisting or _clears(frame, speech) or (keeps and _is_of_itself(frame, speech))
    return parse.lemmas[head] in known and is_on_facilities(frame) and _clears(frame, speech)


def _is_of_itself(frame: Frame, speech: Speech) -> bool:
    return any(is_of_itself(part, clause, speech) for part, clause in said_clauses(frame, speech))


def is_on_facilities(frame: Frame) -> bool:
    """Whether a text tells of facilities that a state runs abroad."""
    if frame.topic.has(facility_methods()) or frame.topic.declared:
        return True
    if not frame.topic.operator:
        return False
    return any(not facility_nouns().isdisjoint(part.parse.lemmas) for part in frame.text.parts)


def _clears(frame: Frame, speech: Speech) -> bool:
    """Whether words deny, limit, or turn on an accusation."""
    words = stance.load("en")
    lists = (
        language.load("en").exculpating,
        words.negations,
        words.claim_nouns,
        replies.load("en").clearing,
        words.falsities,
    )
    for part in frame.text.parts:
        parse = part.parse
        said = [t for t in speech.tokens(parse) if parse.pos[t] != "PRON" or parse.lowers[t] in words.negations]
        said = [t for t in said if parse.lowers[t] != "that"]
        if any(parse.lemmas[t] in known or parse.lowers[t] in known for known in lists for t in said):
            return True
    return False

"""Premises: those who keep or run the place that a facility is said to be in, and deny it."""

from longarm.languages import attributions, replies, stance
from longarm.languages import discourse as language
from longarm.statements.candidates import Frame
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.scenes.operators import facility_methods, facility_nouns
from longarm.statements.text import Part


def clears_premises(frame: Frame, speech: Speech) -> bool:
    """Whether the speaker runs the premises that a text on facilities tells of, or stands for them: "the restaurant's
    owner", "the two centres"; what such a one says without denying or clearing itself is no reply."""
    words = replies.load("en")
    cue = attributions.load("en").verbs.get(speech.attribution.cue_lemma)
    is_said = cue is not None and cue.kind in ("speech", "stance")
    if not is_said or not is_on_facilities(frame) or not speech.attribution.source:
        return False
    source = speech.attribution.source[-1]
    for part in frame.text.parts:
        if not part.passage.span.start <= source.start < part.passage.span.end:
            continue
        parse, head = part.parse, head_of(part.parse, source.start, source.end)
        if head is None:
            return False
        near = {parse.lemmas[t] for t in range(*parse.subtree(head))}
        known = words.premises | facility_nouns()
        if parse.pos[head] == "PRON" and speech.name and speech.name.lower().split()[-1] in known:
            return _clears(part, speech)
        runs = parse.lemmas[head] in words.keepers or (parse.lemmas[head] in words.runners and bool(near & known))
        return (runs or parse.lemmas[head] in known) and _clears(part, speech)
    return False


def is_on_facilities(frame: Frame) -> bool:
    """Whether a text tells of facilities that a state runs abroad."""
    if frame.topic.has(facility_methods()) or frame.topic.declared:
        return True
    if not frame.topic.operator:
        return False
    return any(not facility_nouns().isdisjoint(part.parse.lemmas) for part in frame.text.parts)


def _clears(part: Part, speech: Speech) -> bool:
    """Whether words deny, limit, or turn on an accusation."""
    words, parse = stance.load("en"), part.parse
    said = [t for t in speech.tokens(parse) if parse.pos[t] != "PRON" and parse.lowers[t] != "that"]
    lists = (language.load("en").exculpating, words.negations, words.claim_nouns, replies.load("en").clearing)
    return any(parse.lemmas[t] in known or parse.lowers[t] in known for known in lists for t in said)

"""Pleas: what an embassy, a ministry, a government or a firm says to clear itself, though the text never tells in so
many words whom it accuses."""

from longarm.codebook.assessments import assessments
from longarm.languages import replies, stance
from longarm.statements.candidates import Frame
from longarm.statements.clauses import Clause, subject
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of, states_of
from longarm.statements.stance.falsity import accuses_of_falsehood
from longarm.statements.text import Part
from longarm.statements.topic import AUTHORITY


def is_plea(frame: Frame, speech: Speech) -> bool:
    """Whether a body of a state, or a firm, clears itself by these words: it denies or limits what was done, calls it
    lawful, routine or wanted, or says that it is answering. Police, prosecutors and courts of a host clear nobody, and
    a state that the text does not accuse speaks for itself alone."""
    if not speech.attribution.source or not speech.attribution.content:
        return False
    source = speech.attribution.source[-1]
    at = next((p for p in frame.text.parts if p.passage.span.start <= source.start < p.passage.span.end), None)
    if at is None or not _may_plead(frame, at, speech):
        return False
    if speech.attribution.cue_lemma in replies.load("en").pleading_nouns | replies.load("en").insisting or _is_replying(
        frame, at, speech
    ):
        return True
    return any(
        speech.covers(part.parse.starts[clause.head]) and clears(part, clause)
        for part in frame.text.parts
        if part.passage.span.start < speech.attribution.content[-1].end
        and speech.attribution.content[0].start < part.passage.span.end
        for clause in part.clauses
    )


def _may_plead(frame: Frame, part: Part, speech: Speech) -> bool:
    """Whether a source is a state, a body or an envoy of one, or a firm; not the host's, where the text accuses
    another state."""
    parse, source = part.parse, speech.attribution.source[-1]
    head = head_of(parse, source.start, source.end)
    if head is None:
        return False
    states = states_of(part, head)
    is_sure = frame.topic.declared or frame.topic.sureness > AUTHORITY
    if frame.topic.operator and is_sure and states and frame.topic.operator not in states:
        return False
    if parse.pos[head] == "PRON":
        return bool({word.lower() for word in speech.name.split()[-1:]} & replies.load("en").pleaders)
    if speech.name.endswith(" government)"):
        return True
    if parse.lemmas[head] in replies.load("en").counsel:
        return bool(states)  # "Freedonian lawyers argued that"
    return is_pleader(part, head)


def is_pleader(part: Part, noun: int) -> bool:
    """Whether a noun names a state, a body or an envoy of one, or a firm, and none that looks into what others did."""
    parse, words = part.parse, replies.load("en")
    near = (c for c in parse.children[noun] if parse.deps[c] in ("compound", "amod"))
    name = {parse.lemmas[noun], *(parse.lemmas[c] for c in near)}
    if name & (assessments().courts | words.investigators):
        return False
    is_state = any(
        t.span.start <= parse.starts[noun] < t.span.end and t.role == "place" and country_of(t) for t in part.toponyms
    )
    return is_state or bool(name & words.pleaders)


def may_rebuff(part: Part, noun: int) -> bool:
    """Whether somebody can turn an accusation down: anybody but courts, prosecutors and police, who decide on it."""
    parse = part.parse
    name = {parse.lemmas[noun], *(parse.lemmas[c] for c in parse.children[noun] if parse.deps[c] == "compound")}
    return not name & (assessments().courts | replies.load("en").investigators)


def _is_replying(frame: Frame, part: Part, speech: Speech) -> bool:
    """Whether it is a reply by who or how it is told: by an embassy, where the text names no other state as the one it
    accuses; "in its reply of 4 August, the government stated"; "asked about the cases, officials said"; or against who
    accuses ("accused the paper of slander")."""
    parse, cue = part.parse, speech.attribution.cue
    source = speech.attribution.source[-1]
    head = head_of(parse, source.start, source.end)
    words = replies.load("en")
    if head is not None and not frame.topic.operator and parse.lemmas[head] in words.missions:
        return True
    verb = parse.token_at(cue[-1].end - 1) if cue and parse.starts[0] <= cue[-1].start < parse.ends[-1] else None
    if verb is None:
        return False
    if accuses_of_falsehood(parse, verb):
        return True
    for child in parse.children[verb]:
        if child > verb:
            continue
        if parse.lowers[child] in ("in", "by") and any(parse.lemmas[g] in words.answers for g in parse.children[child]):
            return True
        if parse.lemmas[child] in words.asking and parse.tags[child] == "VBN":
            return True
    return False


def clears(part: Part, clause: Clause) -> bool:
    """Whether a clause clears whoever says it: negated, or with a word for what is lawful, wanted, small or unknown."""
    parse, words = part.parse, replies.load("en")
    if parse.lemmas[clause.head] in words.vowing:
        return False
    if any(parse.lowers[t] in words.clearing or parse.lemmas[t] in words.clearing for t in clause.tokens):
        return True
    who = subject(parse, clause.head)
    negations = stance.load("en").negations
    return any(parse.lowers[t] in negations for t in clause.tokens) and (who is None or _is_own(parse, clause, who))


def _is_own(parse: Parse, clause: Clause, who: int) -> bool:
    """Whether what is denied is denied of the speaker or of everybody ("nobody was followed", "our officers never"),
    and does not say what a thing is instead ("it was not a rogue operation")."""
    lower, negations = parse.lowers[who], stance.load("en").negations
    if lower in ("it", "this", "that"):
        return lower == "it" and not any(parse.deps[c] == "attr" for c in parse.children[clause.head])
    if parse.pos[who] == "PRON" or lower in negations:
        return True
    near = {parse.lowers[c] for c in parse.children[who]}
    is_of_state = (
        parse.lemmas[who] in replies.load("en").pleaders | assessments().authorities | stance.load("en").claim_nouns
    )
    return is_of_state or bool(near & (negations | {"its", "our", "their", "his", "such"}))


def is_release(frame: Frame) -> bool:
    """Whether a text is a statement of those who answer for themselves: its first sentence says so in the present, of a
    ministry, an embassy or a government ("The Embassy refutes the insinuations of your article")."""
    part = next((p for p in frame.text.parts if p.passage.kind != "headline" and len(p.parse)), None)
    if part is None:
        return False
    head = next((c.head for c in part.clauses if c.dep == "ROOT"), -1)
    if head < 0 or part.parse.lemmas[head] not in replies.load("en").releasing or part.parse.tags[head] != "VBZ":
        return False
    who = subject(part.parse, head)
    return who is not None and is_pleader(part, who) and not any(t.role == "place" for t in part.toponyms[:1])

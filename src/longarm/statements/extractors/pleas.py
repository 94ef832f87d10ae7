"""Pleas: what an embassy, a ministry, a government or a firm says to clear itself, though the text never tells in so
many words whom it accuses."""

from longarm.codebook.assessments import assessments
from longarm.languages import discourse as language
from longarm.languages import missions, replies, stance
from longarm.statements.attributions.nested import FIRST_PERSONS
from longarm.statements.candidates import Frame
from longarm.statements.clauses import Clause, subject
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of, states_of
from longarm.statements.sides import AUTHORITY
from longarm.statements.text import Part


def is_plea(frame: Frame, speech: Speech) -> bool:
    """Whether a body of a state, or a firm, clears itself by these words: it denies or limits what was done, calls it
    lawful, routine or wanted, says that it is answering, or gives its own account of what others tell. Police,
    prosecutors and courts of a host clear nobody, and a state that the text does not accuse only says that it knew
    nothing and had no part."""
    if not speech.attribution.source or not speech.attribution.content:
        return False
    part, head = speaker(frame, speech)
    if part is None or head is None:
        return False
    states = states_of(part, head) or _states_named(frame, speech)
    said = said_clauses(frame, speech)
    if _is_other_state(frame, states):
        return is_pleader(part, head) and any(_is_unaware(at, clause) for at, clause in said)
    if not _may_plead(part, head, states, speech):
        return False
    words = replies.load("en")
    if speech.attribution.cue_lemma in words.pleading_nouns | words.insisting or _is_replying(frame, part, speech):
        return True
    if any(clears(at, clause) or is_of_itself(at, clause, speech) for at, clause in said):
        return True
    return _gives_account(frame, part, head, states, speech)


def speaker(frame: Frame, speech: Speech) -> tuple[Part | None, int | None]:
    """The passage that names the source of a speech last, and the head of the words for it."""
    source = speech.attribution.source[-1]
    part = frame.text.part_at(source.start)
    return part, None if part is None else head_of(part.parse, source.start, source.end)


def _states_named(frame: Frame, speech: Speech) -> set[str]:
    """The state that a speaker is traced to who is only "it" or "they" here: "Kigali", "the Iranian embassy"."""
    if not speech.name or speech.attribution.source[-1].words.lower() not in PRONOUNS:
        return set()
    first = speech.name.split("’")[0].split("'")[0]
    return {c for part in frame.text.parts for t in part.toponyms if t.span.words == first and (c := country_of(t))}


PRONOUNS = frozenset({"it", "they", "he", "she"})


def is_of_itself(part: Part, clause: Clause, speech: Speech) -> bool:
    """Whether the accused tell of themselves, in words of no step: "it had been in bed", "our clients are vetted"."""
    parse = part.parse
    who = subject(parse, clause.head)
    if who is None or parse.lemmas[clause.head] in replies.load("en").vowing:
        return False
    if parse.lowers[who] == "it" and any(parse.deps[c] == "attr" for c in parse.children[clause.head]):
        return False  # "it was not a rogue operation"
    pronoun = parse.lowers[who]
    if pronoun in FIRST_PERSONS or (pronoun in ("it", "he", "she") and may_stand_for(pronoun, speech)):
        return True
    return any(parse.lowers[c] in ("its", "our", "my") for c in parse.children[who])


def may_stand_for(pronoun: str, speech: Speech) -> bool:
    """Whether a pronoun can be the speaker: "it" is no minister, "he" no government."""
    words = language.load("en")
    stands = words.pronouns.get(pronoun, "")
    spoken = speech.attribution.source[-1].words.lower().split() if speech.attribution.source else []
    is_person = any(word in words.persons | {"he", "she"} for word in spoken)
    is_body = not is_person and any(word in words.organisations | assessments().authorities for word in spoken)
    return bool(stands) and not (stands == "organisation" and is_person) and not (stands == "person" and is_body)


def said_clauses(frame: Frame, speech: Speech) -> list[tuple[Part, Clause]]:
    """The clauses of what is said, with their passages."""
    content = speech.attribution.content
    return [
        (part, clause)
        for part in frame.text.parts
        if part.passage.span.start < content[-1].end and content[0].start < part.passage.span.end
        for clause in part.clauses
        if speech.covers(part.parse.starts[clause.head])
    ]


def _is_other_state(frame: Frame, states: set[str]) -> bool:
    """Whether a speaker is of a state that is surely not the accused one."""
    is_sure = frame.topic.declared or frame.topic.sureness > AUTHORITY
    return bool(frame.topic.operator and is_sure and states and frame.topic.operator not in states)


def _may_plead(part: Part, head: int, states: set[str], speech: Speech) -> bool:
    """Whether a source is a state, a body or an envoy of one, or a firm."""
    parse = part.parse
    if parse.pos[head] == "PRON":
        return bool(states) or bool({word.lower() for word in speech.name.split()[-1:]} & replies.load("en").pleaders)
    if parse.lemmas[head] in replies.load("en").counsel:
        return bool(states)  # "Freedonian lawyers argued that"
    return is_pleader(part, head)


def _gives_account(frame: Frame, part: Part, head: int, states: set[str], speech: Speech) -> bool:
    """Whether a state that takes no step against others, its mission or a firm tells its side of what the text tells:
    by a clause in which nobody uses a method, nothing is counted and no step is taken."""
    is_named = bool(states) and not states & frame.topic.hosts
    if not (is_named or (not states and part.parse.lemmas[head] in missions.abroad() | replies.load("en").sellers)):
        return False
    if any(q.is_count and speech.covers(q.span.start) for at in frame.text.parts for q in at.quantities):
        return False
    for index, at in enumerate(frame.text.parts):
        if any(speech.covers(at.parse.starts[hit.first]) for hit in frame.hits[index]):
            return False
        for number, clause in enumerate(at.clauses):
            if speech.covers(at.parse.starts[clause.head]) and frame.judgements[index][number]:
                return False
    return True


def _is_unaware(part: Part, clause: Clause) -> bool:
    """Whether a clause says that the speaker knew nothing, or had no part: "it had no record of his entry"."""
    parse = part.parse
    who = subject(parse, clause.head)
    negations = stance.load("en").negations
    is_negated = any(parse.lowers[t] in negations for t in clause.tokens)
    is_own = who is not None and (
        parse.pos[who] == "PRON"
        or parse.lowers[who] in negations
        or any(parse.lowers[c] in ("its", "his", "her", "their", "our") for c in parse.children[who])
    )
    unaware = any(parse.lemmas[t] in replies.load("en").unaware for t in clause.tokens)
    return (is_negated and is_own) or unaware


def is_pleader(part: Part, noun: int) -> bool:
    """Whether a noun names a state, a body or an envoy of one, or a firm, and none that looks into what others did."""
    parse, words = part.parse, replies.load("en")
    near = (c for c in parse.children[noun] if parse.deps[c] in ("compound", "amod"))
    name = {parse.lemmas[noun], *(parse.lemmas[c] for c in near)}
    if name & (assessments().courts | words.investigators) or name >= {"justice", "department"}:
        return False
    if parse.lemmas[noun] in replies.load("en").leading:
        led = (g for c in parse.children[noun] if parse.lowers[c] == "of" for g in parse.children[c])
        return any(parse.lemmas[g] in words.pleaders for g in led)  # "the head of the mission"
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
    if head is not None and not frame.topic.operator and parse.lemmas[head] in missions.abroad():
        return True
    verb = parse.token_at(cue[-1].end - 1) if cue and parse.starts[0] <= cue[-1].start < parse.ends[-1] else None
    if verb is None:
        return False
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

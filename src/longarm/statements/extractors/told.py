"""What is told: an assertion that somebody makes, doubts or denies, though no cue says what kind it is."""

from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import best
from longarm.languages import attributions, replies
from longarm.languages import discourse as language
from longarm.languages import stance as stance_language
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped
from longarm.statements.clauses import Clause, agent, is_aim, is_passive, subject
from longarm.statements.discourse.names import head_of
from longarm.statements.extractors.along import directs, is_point, over
from longarm.statements.extractors.answers import is_answer
from longarm.statements.extractors.events import gives_out, is_event
from longarm.statements.extractors.fragments import asked, end, is_condition, is_fragment, start
from longarm.statements.extractors.presence import is_lone_site
from longarm.statements.extractors.purpose import purpose
from longarm.statements.extractors.quoted import is_half_quoted, is_in_quotes
from longarm.statements.extractors.rebuffs import REPLY, SHORTEST
from longarm.statements.extractors.trifles import is_trifle
from longarm.statements.parse import Parse
from longarm.statements.scenes.doers import method_of
from longarm.statements.stance.openness import is_left_open
from longarm.statements.stance.stance import stance
from longarm.statements.text import Part

_PRONOUNS = frozenset({"WDT", "WP"})
_SUBJECTS = frozenset({"expl", "csubj", "csubjpass"})


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for every clause that a named source asserts, or that stands under "it is believed" or "no evidence that",
    where no other extractor has taken the clause."""
    if not frame.relevant[index]:
        return
    part = frame.text.parts[index]
    parse = part.parse
    main = frame.topic.main_method
    for number, clause in enumerate(part.clauses):
        if len(clause.tokens) < SHORTEST or parse.pos[clause.head] not in ("VERB", "AUX"):
            continue
        is_listed = is_point(part, clause)
        if not (is_listed or _has_subject(parse, clause.head)):
            continue
        is_spoken = _is_cue_at(frame, parse.starts[clause.head], parse.lemmas[clause.head])
        tells = gives_out(part, clause) or _never_found(parse, clause) or _is_judged(parse, clause.head)
        tells = tells or directs(part, clause)
        if is_spoken and not tells:
            continue
        if is_fragment(frame, part, clause) or is_condition(parse, clause) or is_trifle(frame, part, clause):
            continue
        if parse.lemmas[clause.head] in assessments().counting_verbs and _is_counted_by(part, clause):
            continue  # the figure tells it
        is_told = _is_told(frame, parse.starts[clause.head]) or _is_held(part, number)
        is_replied = _is_replied(frame, index, number)
        if not (is_told or is_replied or is_listed or is_event(frame, part, clause) or _goes_on(frame, index, clause)):
            continue
        opening = start(part, clause) + (parse.tags[clause.first] in _PRONOUNS or parse.lowers[clause.first] == "when")
        first, last = clipped(frame, index, opening, end(part, clause), clause.head)
        hit = best(clause_hits(frame, index, number))
        if opening < clause.first:
            first = opening  # "whether he knew is not clear"
        left_open = asked(part, clause)
        is_purpose = left_open is not None and purpose(parse, left_open) is not None
        kind = "purpose" if is_purpose or is_aim(parse, clause.head) else "act"
        if all(is_in_quotes(part, token) for token in range(first, last) if parse.pos[token] != "PUNCT"):
            continue  # a clause of a quotation, which is told whole
        if is_told and is_half_quoted(part, clause.head):
            if _is_counted(part, number):
                continue  # the figure tells it, with the words around it
            kind = "quotation"
        method = method_of(frame, index, hit)
        if kind == "act" and is_told and _is_held_by_court(frame, part, clause):
            yield Candidate(
                "legal", index, number, first, last, clause.head, method or main, stage="assessment", evidence="holding"
            )
            continue
        if kind == "act" and is_replied:
            yield Candidate(
                "response", index, number, first, last, clause.head, method or main, stage=REPLY, evidence="answer"
            )
            continue
        if kind == "act" and hit is None and is_lone_site(frame, part, clause):
            kind = "presence"
        yield Candidate(kind, index, number, first, last, clause.head, method)
    yield from _named_deeds(frame, index)


def _named_deeds(frame: Frame, index: int) -> Iterator[Candidate]:
    """An act for every deed that a named source tells by a noun alone: "announced the closing of the office"."""
    part = frame.text.parts[index]
    parse = part.parse
    for speech in frame.chains.speeches:
        content = speech.attribution.content
        if not speech.name or speech.attribution.attitude in ("asks", "doubts") or len(content) != 1:
            continue
        if not parse.starts[0] <= content[0].start < parse.ends[-1]:
            continue
        cue = attributions.load("en").verbs.get(speech.attribution.cue_lemma)
        if cue is not None and cue.kind == "stance":
            continue  # "condemned the killing as cowardly", which is spoken
        head = head_of(parse, content[0].start, content[0].end)
        if head is None or parse.pos[head] != "NOUN" or parse.lemmas[head] not in assessments().event_nouns:
            continue
        tokens = part.tokens_of(content[0])
        number = part.clause_of(head)
        below = [c.first for c in part.clauses if c.dep == "relcl" and head < c.first <= tokens[-1]]
        stop = min([tokens[-1] + 1, parse.subtree(head)[1], *below])
        if stop - tokens[0] < SHORTEST:
            continue  # "told them of intimidation": one word, which nobody can weigh
        hit = best(hit for hit in frame.hits[index] if tokens[0] <= hit.first < stop)
        yield Candidate("act", index, number, tokens[0], stop, head, method_of(frame, index, hit))


def _goes_on(frame: Frame, index: int, clause: Clause) -> bool:
    """Whether a clause is what something was done for, or along with, that is itself told: "was taken home to stand
    trial", "broke in, taking two phones"."""
    part = frame.text.parts[index]
    parse = part.parse
    above = over(part, clause)
    if above is None and is_aim(parse, clause.head) and clause.parent >= 0:
        above = part.clauses[clause.parent]
    return above is not None and (
        _is_told(frame, parse.starts[above.head])
        or is_event(frame, part, above)
        or bool(clause_hits(frame, index, part.clauses.index(above)))
        or _goes_on(frame, index, above)
    )


def _is_judged(parse: Parse, head: int) -> bool:
    """Whether something was revealed, praised or condemned by somebody: "the posts were revealed by the group"."""
    who = subject(parse, head)
    cue = attributions.load("en").verbs.get(parse.lemmas[head])
    if cue is not None and "felt" in cue.frames:
        return False  # "is appalled by the raid", which is spoken
    if who is not None and parse.lemmas[who] in language.load("en").records:
        return False  # "the ministry's figure was repeated by the daily", which hands words on
    return is_passive(parse, head) and agent(parse, head) is not None and who is not None and parse.pos[who] != "PRON"


def _never_found(parse: Parse, clause: Clause) -> bool:
    """Whether somebody did not find an answer: "the trial never established who was responsible"."""
    cue = attributions.load("en").verbs.get(parse.lemmas[clause.head])
    negations = stance_language.load("en").negations
    is_negated = any(parse.lowers[c] in negations for c in parse.children[clause.head])
    return cue is not None and cue.kind == "finding" and is_negated


def _is_held_by_court(frame: Frame, part: Part, clause: Clause) -> bool:
    """Whether a court holds it: "the court held that the act was one within its borders"."""
    speeches = [speech for speech in frame.chains.covering(part.parse.starts[clause.head]) if speech.name]
    return any(
        speech.attribution.cue_lemma in replies.load("en").ruling
        and any(
            word in assessments().courts for span in speech.attribution.source for word in span.words.lower().split()
        )
        for speech in speeches
    )


def _is_replied(frame: Frame, index: int, number: int) -> bool:
    """Whether those whom the text accuses say it, in a clause beside the first of their reply, or in a sentence into
    which their reply goes on, unless its words are those of a method."""
    char = frame.text.parts[index].parse.starts[frame.text.parts[index].clauses[number].head]
    speeches = [speech for speech in frame.chains.covering(char) if speech.name]
    if speeches:
        is_told = all(speech.attribution.attitude != "declines" for speech in speeches)
        return is_told and any(is_answer(frame, speech) for speech in speeches)
    sentence = frame.chains.sentence_at(char)
    going_on = sentence.spoken if sentence is not None and frame.chains.goes_on(char) else None
    carried = going_on or (sentence.carried if sentence is not None else None)
    if carried is None or carried.attribution.attitude == "declines" or clause_hits(frame, index, number):
        return False
    return is_answer(frame, carried)


def _is_counted_by(part: Part, clause: Clause) -> bool:
    """Whether a verb of being so many has its count, as subject or after it; "one had had a warning" has not."""
    parse = part.parse
    counts = [part.tokens_of(q.span)[0] for q in part.quantities if q.is_count]
    counts = [at for at in counts if at == 0 or parse.lowers[at - 1] not in ("the", "these", "those", "its", "their")]
    counts = [at for at in counts if not (parse.lowers[at] == "one" and not _is_one_of(parse, at))]
    after = parse.lemmas[clause.head] == "have"
    return any(at in clause.tokens and (at > clause.head or not after) for at in counts)


def _is_one_of(parse: Parse, token: int) -> bool:
    """Whether "one" counts ("one of them", "one office"), and does not stand for anybody ("there one obeys")."""
    has_noun = parse.heads[token] != token and parse.pos[parse.heads[token]] in ("NOUN", "PROPN")
    return has_noun or any(parse.deps[c] in ("prep", "relcl", "acl") for c in parse.children[token])


def _is_counted(part: Part, number: int) -> bool:
    return any(q.is_count and part.clause_of(part.tokens_of(q.span)[0]) == number for q in part.quantities)


def _has_subject(parse: Parse, head: int) -> bool:
    return (
        subject(parse, head) is not None
        or any(parse.deps[child] in _SUBJECTS for child in parse.children[head])
        or _is_inverted(parse, head)
    )


def _is_inverted(parse: Parse, head: int) -> bool:
    """Whether what stands before "be" is no subject: "among them was a nurse", "only in Oslo was one found"."""
    if parse.lemmas[head] != "be":
        return False
    opening = parse.subtree(head)[0]
    opening += parse.lowers[opening] in ("only", "not")
    return parse.pos[opening] == "ADP"


def _is_told(frame: Frame, char: int) -> bool:
    """Whether a predicate is what a source says, named or not ("the findings suggest that ...")."""
    return any(speech.name or speech.attribution.source for speech in frame.chains.covering(char))


def _is_held(part: Part, number: int) -> bool:
    """Whether a clause is told with a reserve ("allegedly", "is expected to"), or hangs on one that hedges or denies it
    ("it is believed that", "there is no evidence that")."""
    clause = part.clauses[number]
    parse = part.parse
    if is_left_open(parse, clause.head) is not None:
        return True
    found = stance(parse, clause, part.above(number))
    tokens = [parse.token_at(hedge.span.start) for hedge in found.hedges]
    telling = [t for t in tokens if t is not None and parse.tags[t] != "MD" and parse.deps[t] != "amod"]
    if any(token in clause.tokens for token in telling):
        return True
    if clause.dep not in ("ccomp", "acl", "csubj"):
        return False
    return found.is_negated or any(hedge.span.end <= parse.starts[clause.first] for hedge in found.hedges)


def _is_cue_at(frame: Frame, char: int, lemma: str) -> bool:
    """Whether a predicate is itself the word of somebody's saying; "went" in "went there to find out" is none."""
    return any(
        span.start <= char < span.end and (" to " not in span.words or speech.attribution.cue_lemma == lemma)
        for speech in frame.chains.speeches
        if speech.name
        for span in speech.attribution.cue
    )

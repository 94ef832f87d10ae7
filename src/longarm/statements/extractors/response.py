"""Responses: replies, denials and defences of those whom a text accuses."""

from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import best, response_index
from longarm.languages import attributions
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped
from longarm.statements.clauses import core, subject
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.falsity import calls_false
from longarm.statements.parse import Parse
from longarm.statements.text import Part
from longarm.statements.topic import country_of

_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
REPLY = "reply"  # stage of every such response
_REPLYING = frozenset({"answer", "reply", "respond", "comment", "elaborate", "explain", "react"})


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for what the accused state says of the matter, and for whatever is denied or left unanswered."""
    if not frame.topic.is_relevant:
        return
    part = frame.text.parts[index]
    parse = part.parse
    start, end = parse.starts[0], parse.ends[-1]
    yield from _silences(frame, index)
    for speech in frame.chains.speeches:
        attribution = speech.attribution
        if not speech.name or not attribution.content or not start <= attribution.content[0].start < end:
            continue
        denies = attribution.attitude in ("denies", "declines")
        calls = not denies and _calls_false(frame, index, speech)
        if not (denies or calls or _is_accused(frame, speech) or _is_defence(frame, speech)):
            continue
        if not denies and _boasts(frame, index, speech):
            continue
        if denies and _is_deed(frame, index, speech):
            continue
        anchor = parse.token_at(_first_word(attribution.content[0].start, parse.text, parse.offset))
        if anchor is None:
            continue
        anchor = next((t for t in range(anchor, len(parse)) if any(t in c.tokens for c in part.clauses)), anchor)
        clause = part.clause_of(anchor)
        last = parse.token_at(min(attribution.content[-1].end, end) - 1)
        stop = max(anchor + 1, (last if last is not None else anchor) + 1)
        stop = min(stop, parse.sentences[parse.sentence_of(anchor)][1])
        first, stop = clipped(frame, index, anchor, stop, anchor)
        if not _tells(parse, range(first, stop), denies or calls):
            continue
        if attribution.attitude == "declines" and parse.tags[first] in _WH:
            yield from _untold(frame, index, speech, clause)
            continue
        if parse.tags[first] in ("WDT", "WP", "WP$"):
            continue
        hit = best(clause_hits(frame, index, clause))
        yield Candidate(
            "response", index, clause, first, stop, anchor, hit.entry if hit else frame.topic.main_method, stage=REPLY
        )


def _silences(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response of the author's own telling for every "did not respond" and "had no comment"."""
    part = frame.text.parts[index]
    parse = part.parse
    for number, clause in enumerate(part.clauses):
        head = clause.head
        if parse.lemmas[head] in _REPLYING:
            silent = any(parse.deps[child] == "neg" for child in parse.children[head])
        else:
            silent = any(
                parse.lemmas[child] in ("comment", "reply", "response", "answer")
                and parse.deps[child] in ("dobj", "attr", "nsubj", "nsubjpass")
                and any(parse.lowers[c] == "no" for c in parse.children[child])
                for child in parse.children[head]
            )
        if not silent or subject(parse, head) is None or any(s.name for s in frame.chains.covering(parse.starts[head])):
            continue
        first, last = core(parse, clause)
        hit = best(clause_hits(frame, index, number))
        yield Candidate(
            "response", index, number, first, last, head, hit.entry if hit else frame.topic.main_method, stage=REPLY
        )


def _untold(frame: Frame, index: int, speech: Speech, below: int) -> Iterator[Candidate]:
    """A response that the author tells for "did not say where he was held": nothing is said that could be a reply."""
    part = frame.text.parts[index]
    parse = part.parse
    at = parse.token_at(speech.attribution.cue[-1].end - 1) if speech.attribution.cue else None
    if at is None:
        return
    number = part.clause_of(at)
    clause = part.clauses[number]
    last = max(clause.last, part.clauses[below].last)
    yield Candidate("response", index, number, clause.first, last, at, frame.topic.main_method, stage=REPLY)


def _calls_false(frame: Frame, index: int, speech: Speech) -> bool:
    """Whether the words call claims false, or the accused innocent: in the verb of saying, or in what is said."""
    parse = frame.text.parts[index].parse
    cue = speech.attribution.cue
    said = [
        t
        for t in range(len(parse))
        if parse.pos[t] in ("VERB", "AUX")
        and (speech.covers(parse.starts[t]) or any(s.start <= parse.starts[t] < s.end for s in cue))
    ]
    return any(calls_false(parse, t) for t in said)


def _is_defence(frame: Frame, speech: Speech) -> bool:
    """Whether the speaker answers for the accused: their lawyers, or who denies elsewhere in the text."""
    if any(
        other.name == speech.name and other.attribution.attitude == "denies" and other.attribution.cue_lemma == "deny"
        for other in frame.chains.speeches
    ):
        return True
    words = speech.attribution.source[-1].words.lower().split() if speech.attribution.source else []
    return any(word in assessments().defenders for word in words)


def _tells(parse: Parse, tokens: range, denies: bool) -> bool:
    """Whether a reply can be shown beside a claim: "denied this" tells nothing, nor does a name somebody is called."""
    if any(parse.pos[token] in ("VERB", "AUX") for token in tokens):
        return True
    nouns = [parse.lemmas[token] for token in tokens if parse.pos[token] in ("NOUN", "PROPN")]
    return bool(nouns) if denies else any(noun in assessments().instruments for noun in nouns)


def _is_deed(frame: Frame, index: int, speech: Speech) -> bool:
    """Whether the word of denial tells a deed and no reply: "dismissed the charges", "refused to renew passports"."""
    parse = frame.text.parts[index].parse
    cue, content = speech.attribution.cue, speech.attribution.content[0]
    if speech.attribution.attitude == "declines" and speech.attribution.cue_lemma in ("refuse", "decline"):
        first = parse.token_at(_first_word(content.start, parse.text, parse.offset))
        verbs = attributions.load("en").verbs
        inside = [t for t in range(first or 0, len(parse)) if parse.starts[t] < content.end and parse.pos[t] == "VERB"]
        return bool(inside) and parse.lemmas[inside[0]] not in verbs and parse.lemmas[inside[0]] not in _REPLYING
    start = parse.token_at(cue[0].start) if cue else None
    stop = parse.token_at(content.end - 1)
    if start is None or stop is None or stop <= start:
        return False
    steps = response_index().find(parse.lemmas[start : stop + 1], parse.lowers[start : stop + 1])
    return any(step.first == 0 and step.weight > 1 for step in steps)


def _first_word(char: int, text: str, offset: int) -> int:
    while char - offset < len(text) and not text[char - offset].isalnum():
        char += 1
    return char


def _is_accused(frame: Frame, speech: Speech) -> bool:
    """Whether the speaker is the state whose operations the text tells of, or one of its bodies."""
    if not frame.topic.operator or not speech.attribution.source:
        return False
    source = speech.attribution.source[-1]
    for part in frame.text.parts:
        if not part.passage.span.start <= source.start < part.passage.span.end:
            continue
        head = head_of(part.parse, source.start, source.end)
        if head is None:
            return False
        return _is_state_or_body(frame, part, head) or _bears_demonym(frame, speech.name, part.parse.lemmas[head])
    return False


def _bears_demonym(frame: Frame, name: str, lemma: str) -> bool:
    """Whether a body referred to ("the embassy") is traced to a name with the state in it ("Chinese embassy")."""
    if lemma not in assessments().authorities:
        return False
    words = {t.span.words for part in frame.text.parts for t in part.toponyms if t.place == frame.topic.operator}
    return any(word in name for word in words)


def _is_state_or_body(frame: Frame, part: Part, head: int) -> bool:
    """ "China", "the Chinese authorities", "the embassy of China", "China's foreign ministry"."""
    parse = part.parse
    near = {head}
    if parse.lemmas[head] in assessments().authorities or parse.pos[head] == "PROPN":
        near.update(c for c in parse.children[head] if parse.deps[c] in ("amod", "compound", "poss", "nmod"))
        near.update(
            below
            for c in parse.children[head]
            if parse.deps[c] == "prep" and parse.lowers[c] in ("of", "for", "in", "from")
            for below in parse.children[c]
        )
        near.update(c for n in tuple(near) for c in parse.children[n] if parse.deps[c] in ("amod", "compound", "poss"))
    return any(
        country_of(toponym) == frame.topic.operator and parse.starts[token] <= toponym.span.start < parse.ends[token]
        for token in near
        for toponym in part.toponyms
    )


def _boasts(frame: Frame, index: int, speech: Speech) -> bool:
    """What the accused state counts to its own credit is a figure, not a reply."""
    part = frame.text.parts[index]
    return any(q.is_count and speech.covers(q.span.start) for q in part.quantities)

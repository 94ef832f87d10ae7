"""Responses: replies, denials and defences of those whom a text accuses."""

from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import best, response_index
from longarm.languages import attributions
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.parse import Parse
from longarm.statements.text import Part
from longarm.statements.topic import country_of

_REPLYING = frozenset({"answer", "reply", "respond", "comment", "elaborate", "explain"})


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for what the accused state says of the matter, and for whatever is denied or left unanswered."""
    if not frame.topic.is_relevant:
        return
    part = frame.text.parts[index]
    parse = part.parse
    start, end = parse.starts[0], parse.ends[-1]
    for speech in frame.chains.speeches:
        attribution = speech.attribution
        if not speech.name or not attribution.content or not start <= attribution.content[0].start < end:
            continue
        denies = attribution.attitude in ("denies", "declines")
        if not denies and not _is_accused(frame, speech):
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
        if not _tells(parse, range(first, stop), denies):
            continue
        if parse.tags[first] in ("WDT", "WP", "WP$"):
            continue
        hit = best(clause_hits(frame, index, clause))
        yield Candidate(
            "response", index, clause, first, stop, anchor, hit.entry if hit else frame.topic.main_method, stage="reply"
        )


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

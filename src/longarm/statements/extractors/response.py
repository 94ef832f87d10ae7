"""Responses: replies, denials and defences of those whom a text accuses."""

from bisect import bisect_left
from collections.abc import Iterator

from longarm.codebook.assessments import assessments
from longarm.codebook.cues import best, response_index
from longarm.codebook.loader import people_nouns
from longarm.languages import attributions, replies, stance
from longarm.languages import clauses as clause_words
from longarm.languages import discourse as language
from longarm.statements.candidates import Candidate, Frame, clause_hits, clipped
from longarm.statements.clauses import is_passive, subject
from longarm.statements.discourse.names import head_of
from longarm.statements.discourse.speech import Speech
from longarm.statements.extractors.answers import is_answer
from longarm.statements.extractors.pleas import is_pleader
from longarm.statements.extractors.rebuffs import REPLY, SHORTEST, denials, rebuffs, relatives, versions
from longarm.statements.extractors.silence import LONGEST_SOURCE, is_silence, silences, untold
from longarm.statements.parse import Parse
from longarm.statements.scenes.operators import country_of
from longarm.statements.stance.falsity import calls_false
from longarm.statements.text import Part


def extract(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for what the accused state says of the matter, and for whatever is denied or left unanswered."""
    if not frame.relevant[index]:
        return
    yield from silences(frame, index)
    yield from denials(frame, index)
    yield from versions(frame, index)
    said = list(_said(frame, index))
    yield from said
    for rebuff in (*relatives(frame, index), *rebuffs(frame, index)):
        if not any(c.first < rebuff.last and rebuff.first < c.last for c in said):
            yield rebuff


def _said(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for every speech that denies, declines or answers."""
    part = frame.text.parts[index]
    parse = part.parse
    start, end = parse.starts[0], parse.ends[-1]
    for speech in frame.chains.speeches:
        attribution = speech.attribution
        if (
            not attribution.content
            or not (speech.name or _has_speaker(part, speech))
            or not start <= attribution.content[0].start < end
        ):
            continue
        denies = attribution.attitude in ("denies", "declines")
        calls = not denies and _calls_false(frame, index, speech)
        if not (denies or calls or is_answer(frame, speech)):
            continue
        if not denies and _boasts(frame, index, speech):
            continue
        if denies and (is_deed(frame, index, speech) or _is_silent(parse, speech) or is_of_bench(frame, part, speech)):
            continue
        if denies and denies_nothing(parse, speech):
            continue
        anchor = parse.token_at(_first_word(attribution.content[0].start, parse.text, parse.offset))
        if anchor is None:
            continue
        anchor = next((t for t in range(anchor, len(parse)) if any(t in c.tokens for c in part.clauses)), anchor)
        clause = part.clause_of(anchor)
        last = parse.token_at(min(attribution.content[-1].end, end) - 1)
        stop = max(anchor + 1, (last if last is not None else anchor) + 1)
        names = attribution.cue_lemma in stance.load("en").naming_verbs | replies.load("en").laying
        if calls or names:
            stop = max(stop, _named_until(parse, speech))
        stop = min(stop, parse.sentences[parse.sentence_of(anchor)][1], _next_told(part, clause, stop))
        while stop - 1 > anchor and (parse.deps[stop - 1] in ("cc", "mark") or parse.words[stop - 1] == ","):
            stop -= 1
        if attribution.attitude == "declines" and not _is_proposition(parse, anchor, stop):
            yield from untold(frame, index, speech, stop)
            continue
        first, stop = clipped(frame, index, anchor, stop, anchor)
        if not _tells(parse, range(first, stop), denies or calls or names):
            continue
        first = _with_cue(parse, speech, first, stop)
        if attribution.attitude == "declines":
            first = _with_source(parse, speech, first)
        if parse.tags[first] in ("WDT", "WP", "WP$"):
            continue
        if stop - first < SHORTEST and not _is_proposition(parse, first, stop):
            first = _with_source(parse, speech, first)  # "Freedonia denied it"
        hit = best(clause_hits(frame, index, clause))
        yield Candidate(
            "response", index, clause, first, stop, anchor, hit.entry if hit else frame.topic.main_method, stage=REPLY
        )


def _has_speaker(part: Part, speech: Speech) -> bool:
    """Whether the word of saying has a subject who may plead, though nobody was traced: "counsel for the driver, whom
    the papers call a courier, denied that"."""
    cue = speech.attribution.cue
    at = part.parse.token_at(cue[0].start) if cue and part.within(cue[0], 0, len(part.parse)) else None
    if at is None or speech.attribution.source or is_passive(part.parse, at):
        return False
    who = subject(part.parse, at)
    return who is not None and (part.parse.lemmas[who] in replies.load("en").counsel or is_pleader(part, who))


def is_of_bench(frame: Frame, part: Part, speech: Speech) -> bool:
    """Whether a court of another state than the one that acts abroad turns something down, which it decides."""
    source = speech.attribution.source
    head = (
        head_of(part.parse, source[-1].start, source[-1].end)
        if source and part.within(source[-1], 0, len(part.parse))
        else None
    )
    if head is None or part.parse.lemmas[head] not in clause_words.load("en").triers:
        return False
    near = (t for t in part.toponyms if part.within(t.span, *part.parse.subtree(head)))
    return all(country_of(t) != frame.topic.operator for t in near)


def _next_told(part: Part, number: int, stop: int) -> int:
    """The first token of the next clause that stands beside one, and is told by itself, or where the reply ends."""
    head = part.clauses[number].head
    beside = (
        clause
        for at, clause in enumerate(part.clauses)
        if head < clause.first and clause.dep == "conj"
        and (number not in _over(part, at) or (clause.parent == number and len(clause.tokens) >= SHORTEST))
    )  # fmt: skip
    return min([stop, *(clause.first for clause in beside)])


def _over(part: Part, number: int) -> set[int]:
    """The clauses over a clause."""
    found: set[int] = set()
    at = part.clauses[number].parent
    while at >= 0 and at not in found:
        found.add(at)
        at = part.clauses[at].parent
    return found


def _named_until(parse: Parse, speech: Speech) -> int:
    """One past the last word of what a claim is called: "called the claim | without evidence"."""
    cue = speech.attribution.cue
    at = parse.token_at(cue[-1].end - 1) if cue else None
    below = [c for c in parse.children[at] if c > at] if at is not None else []
    after = [c for c in below if parse.lowers[parse.subtree(c)[0]] in ("without", "as")]
    return max((parse.subtree(c)[1] for c in after), default=0)


def _is_silent(parse: Parse, speech: Speech) -> bool:
    """Whether the cue itself tells that nobody answered ("the ministry had not answered"), where the parse takes what
    stands before it for what was said."""
    cue, content = speech.attribution.cue, speech.attribution.content
    at = parse.token_at(cue[-1].end - 1) if cue else None
    is_before = content[-1].end <= cue[0].start or speech.attribution.attitude == "declines"
    return at is not None and is_before and is_silence(parse, at)


def _is_proposition(parse: Parse, first: int, stop: int) -> bool:
    """Whether words are a clause that is so or is not so ("that it holds him"), not one that asks ("where he was")."""
    has_subject = any(parse.deps[t] in ("nsubj", "nsubjpass", "expl") for t in range(first, stop))
    asks = parse.tags[first] in ("WDT", "WP", "WP$", "WRB") or "whether" in parse.lowers[max(first - 1, 0) : first + 1]
    return has_subject and not asks


def _calls_false(frame: Frame, index: int, speech: Speech) -> bool:
    """Whether the words call claims false, or the accused innocent: in the verb of saying, or in what is said."""
    parse = frame.text.parts[index].parse
    cue = speech.attribution.cue
    told = (t for t in speech.tokens(parse) if parse.pos[t] in ("VERB", "AUX"))
    telling = (t for s in cue for t in range(bisect_left(parse.starts, s.start), bisect_left(parse.starts, s.end)))
    return any(calls_false(parse, t) for t in told) or any(
        calls_false(parse, t) for t in telling if parse.pos[t] in ("VERB", "AUX")
    )


def _with_source(parse: Parse, speech: Speech, first: int) -> int:
    """The first token of "X has yet to confirm that ...", whose clause alone would read as told."""
    source, cue = speech.attribution.source, speech.attribution.cue
    start = parse.token_at(source[0].start) if source and cue and source[0].start < cue[0].start else None
    is_near = start is not None and start < first and parse.sentence_of(start) == parse.sentence_of(first)
    return start if start is not None and is_near and first - start <= 2 * LONGEST_SOURCE else first


def _with_cue(parse: Parse, speech: Speech, first: int, stop: int) -> int:
    """The first token of a reply: its cue where what is denied is only named ("denied involvement")."""
    cue = speech.attribution.cue
    if any(parse.pos[token] in ("VERB", "AUX") for token in range(first, stop)) or not cue:
        return first
    start = parse.token_at(cue[0].start) if cue[-1].end <= parse.starts[first] else None
    return first if start is None else start


def _tells(parse: Parse, tokens: range, denies: bool) -> bool:
    """Whether a reply can be shown beside a claim: "denied this" tells nothing, nor does a name somebody is called."""
    if any(parse.pos[token] in ("VERB", "AUX") for token in tokens):
        return True
    nouns = [parse.lemmas[token] for token in tokens if parse.pos[token] in ("NOUN", "PROPN")]
    known = assessments().instruments | stance.load("en").falsities | replies.load("en").clearing
    return bool(nouns) if denies else not known.isdisjoint(nouns)


def is_deed(frame: Frame, index: int, speech: Speech) -> bool:
    """Whether the word of denial tells a deed and no reply: "dismissed the charges", "refused to renew passports"."""
    parse = frame.text.parts[index].parse
    cue, content = speech.attribution.cue, speech.attribution.content[0]
    if speech.attribution.attitude == "declines" and speech.attribution.cue_lemma in ("refuse", "decline"):
        first = parse.token_at(_first_word(content.start, parse.text, parse.offset))
        verbs = attributions.load("en").verbs
        inside = [t for t in range(first or 0, len(parse)) if parse.starts[t] < content.end and parse.pos[t] == "VERB"]
        if not inside:  # "papers refused to exiles"
            return cue[-1].words.lower().endswith(" to") if cue else False
        return (
            parse.lemmas[inside[0]] not in verbs and parse.lemmas[inside[0]] not in language.load("en").replying_verbs
        )
    start = parse.token_at(cue[0].start) if cue else None
    if start is not None and withholds(parse, start):
        return True
    stop = parse.token_at(content.end - 1)
    if start is None or stop is None or stop <= start:
        return False
    steps = response_index().find(parse.lemmas[start : stop + 1], parse.lowers[start : stop + 1])
    return any(step.first == 0 and step.weight > 1 for step in steps)


def denies_nothing(parse: Parse, speech: Speech) -> bool:
    """Whether who speaks leaves all standing: "they deny nothing and admit nothing"."""
    content = speech.attribution.content[0]
    first = parse.token_at(_first_word(content.start, parse.text, parse.offset))
    return first is not None and parse.lowers[first] == "nothing" and parse.deps[first] == "dobj"


def withholds(parse: Parse, verb: int) -> bool:
    """Whether somebody is denied something: "denied children schooling"."""
    given = [c for c in parse.children[verb] if parse.deps[c] in ("dative", "dobj") and parse.lowers[c] != "it"]
    is_to_people = any(parse.lemmas[c] in people_nouns() for c in given)
    return parse.lemmas[verb] == "deny" and (len(given) > 1 or is_to_people)


def _first_word(char: int, text: str, offset: int) -> int:
    while char - offset < len(text) and not text[char - offset].isalnum():
        char += 1
    return char


def _boasts(frame: Frame, index: int, speech: Speech) -> bool:
    """What the accused state counts to its own credit is a figure, not a reply."""
    part = frame.text.parts[index]
    return any(
        q.is_count and speech.covers(q.span.start) and q.unit_head not in replies.load("en").unboasted
        for q in part.quantities
    )

"""Silence: that somebody asked did not answer, would not comment, or could not be reached; no reply, and no denial."""

from collections.abc import Iterator

from longarm.codebook.cues import best
from longarm.languages import attributions
from longarm.languages import discourse as language
from longarm.languages import stance as stance_language
from longarm.statements.candidates import Candidate, Frame, clause_hits
from longarm.statements.clauses import core, is_passive, subject
from longarm.statements.discourse.speech import Speech
from longarm.statements.parse import Parse

SILENCE = "silence"  # stage of every such response; told by the author, negated as its words are, and nobody's denial
NEAR = 4  # tokens before a verb among which its negation stands, wherever the parse hangs it
LONGEST_SOURCE = 8  # tokens from a source to its cue


def silences(frame: Frame, index: int) -> Iterator[Candidate]:
    """A response for every clause that tells that nobody answered."""
    part = frame.text.parts[index]
    parse = part.parse
    for number, clause in enumerate(part.clauses):
        if not is_silence(parse, clause.head):
            continue
        first, last = core(parse, clause)
        hit = best(clause_hits(frame, index, number))
        method = hit.entry if hit else frame.topic.main_method
        yield Candidate("response", index, number, first, last, clause.head, method, stage=SILENCE, evidence="silence")


def untold(frame: Frame, index: int, speech: Speech, stop: int) -> Iterator[Candidate]:
    """A response for "did not say where he was held" and "declined to comment": nothing is said that could reply."""
    part = frame.text.parts[index]
    parse = part.parse
    cue, source = speech.attribution.cue, speech.attribution.source
    if not cue or not source or source[0].start > cue[0].start:
        return
    first, at = parse.token_at(source[0].start), parse.token_at(cue[-1].end - 1)
    start = parse.token_at(cue[0].start)
    if first is not None and start is not None and start - first > LONGEST_SOURCE:
        first = start  # "X did one thing but would not say": what X did stands between
    if at is None or _is_deed(parse, at):
        return
    if first is not None and first < at < stop and not is_silence(parse, at):
        yield Candidate("response", index, part.clause_of(at), first, stop, at, frame.topic.main_method, stage=SILENCE)


def is_silence(parse: Parse, head: int) -> bool:
    """Whether a predicate tells that nobody answered, by one of the ways of saying so."""
    words = language.load("en")
    lemma = parse.lemmas[head]
    who = subject(parse, head)
    if who is None and not any(parse.deps[c] == "expl" for c in parse.children[head]):
        return False
    is_replying = lemma in words.replying_verbs or _returns_calls(parse, head)
    if is_replying and _is_negated(parse, head):
        return True
    if any(parse.deps[c] == "xcomp" and parse.lemmas[c] in words.replying_verbs for c in parse.children[head]):
        return lemma in words.refusing_verbs or any(parse.lowers[c] == "yet" for c in parse.children[head])
    if lemma in words.reaching_verbs and is_passive(parse, head):
        return _is_negated(parse, head)
    if who is not None and parse.lemmas[who] in words.enquiries:
        is_unanswered = any(parse.lowers[t] in words.unanswered for t in (head, *parse.children[head]))
        is_answering = lemma in words.answering_verbs and is_passive(parse, head)
        return is_unanswered or (is_answering and _is_negated(parse, head))
    if lemma in words.ignoring_verbs:
        return any(parse.deps[c] == "dobj" and parse.lemmas[c] in words.enquiries for c in parse.children[head])
    return _has_no_reply(parse, head) or _is_unavailable(parse, head)


def _is_deed(parse: Parse, head: int) -> bool:
    """Whether what is refused is no saying: "refused to renew the passports"."""
    refused = [c for c in parse.children[head] if parse.deps[c] == "xcomp"]
    verbs, words = attributions.load("en").verbs, language.load("en")
    return parse.lemmas[head] in words.refusing_verbs and any(
        parse.lemmas[c] not in verbs and parse.lemmas[c] not in words.replying_verbs | words.offering_verbs
        for c in refused
    )


def _is_negated(parse: Parse, head: int) -> bool:
    negations = stance_language.load("en").negations
    is_being = parse.lemmas[head] == "be"
    if any(parse.lowers[c] in negations for c in parse.children[head] if c < head or is_being):
        return True
    if any(parse.lowers[t] in negations for t in range(max(head - NEAR, parse.subtree(head)[0]), head)):
        return True
    who = subject(parse, head)
    if who is not None and any(parse.lowers[t] in negations for t in (who, *parse.children[who])):
        return True
    return parse.deps[head] == "xcomp" and parse.lowers[parse.heads[head] + 1 : head] == ["yet", "to"]


def _returns_calls(parse: Parse, head: int) -> bool:
    """ "Return calls", "offer a comment", "provide a response"."""
    words = language.load("en")
    return any(
        parse.deps[c] == "dobj"
        and (
            (parse.lemmas[head] == "return" and parse.lemmas[c] in words.enquiries)
            or (parse.lemmas[head] in words.offering_verbs and parse.lemmas[c] in words.replies)
        )
        for c in parse.children[head]
    )


def _has_no_reply(parse: Parse, head: int) -> bool:
    """ "Had no comment", "no reply came"."""
    return any(
        parse.lemmas[child] in language.load("en").replies
        and parse.deps[child] in ("dobj", "attr", "nsubj", "nsubjpass")
        and any(parse.lowers[c] == "no" for c in parse.children[child])
        for child in parse.children[head]
    )


def _is_unavailable(parse: Parse, head: int) -> bool:
    """ "Was not available for comment", "were unreachable"."""
    words = language.load("en")
    said = [c for c in parse.children[head] if parse.deps[c] == "acomp"] if parse.lemmas[head] == "be" else []
    if any(parse.lowers[c] in words.unreachable for c in said):
        return True
    unable = [below for c in said if parse.lowers[c] == "unable" for below in parse.children[c]]
    if any(parse.lemmas[b] in words.replying_verbs or _returns_calls(parse, b) for b in unable):
        return True
    near = [parse.lemmas[t] for c in said if parse.lowers[c] in ("available", "reachable") for t in parse.children[c]]
    near += [parse.lemmas[t] for c in said for p in parse.children[c] for t in parse.children[p]]
    is_asked = any(lemma in words.replies for lemma in near) or any(parse.lowers[c] == "reachable" for c in said)
    return is_asked and _is_negated(parse, head)

"""Asserted: the word that decides who tells a candidate and how surely, where it is not the candidate's own anchor."""

from dataclasses import replace

from longarm.statements.candidates import Candidate, Frame
from longarm.statements.extractors.silence import SILENCE
from longarm.statements.text import Part


def asserted(frame: Frame, candidate: Candidate) -> Candidate:
    """A candidate anchored at its predicate where what somebody unnamed holds only says who its subject is thought to
    be: "a diplomat suspected of planning it was expelled" tells plainly that he was expelled."""
    part = frame.text.parts[candidate.part]
    parse, head = part.parse, part.clauses[candidate.clause].head
    at, seen = parse.starts[candidate.anchor], parse.starts[head]
    if candidate.anchor == head and (held := _held(frame, part, head)) is not None:
        return replace(candidate, anchor=held, focus=held)
    if candidate.anchor <= head and (told_of := _told_of(frame, part, candidate, head)) is not None:
        return replace(candidate, anchor=told_of)
    if candidate.kind == "presence" or candidate.anchor == head or not candidate.first <= head < candidate.last:
        return candidate
    unnamed = [s for s in frame.chains.covering(at) if not s.name and s.attribution.hedge and not s.covers(seen)]
    if not any(_describes_subject(part, head, s.attribution.cue[0].start) for s in unnamed if s.attribution.cue):
        return candidate
    if any(s.name and not s.covers(seen) for s in frame.chains.covering(at)):
        return candidate
    method = "" if candidate.kind == "act" else candidate.method  # it is what the subject is suspected of
    return replace(candidate, anchor=head, focus=head if candidate.kind == "act" else candidate.focus, method=method)


def _told_of(frame: Frame, part: Part, candidate: Candidate, head: int) -> int | None:
    """What a named source says, for a candidate that tells how it answers ("dismissed the charge as theatre") or of
    what it speaks ("her sister speaks of torture"), unless somebody else tells that."""
    if any(speech.name for speech in frame.chains.covering(part.parse.starts[head])):
        return None
    for speech in frame.chains.cued(part.parse.starts[head]):
        said, cue = speech.attribution.content, speech.attribution.cue
        attitude = speech.attribution.attitude
        is_of = attitude == "asserts" and bool(cue) and cue[-1].words.endswith((" of", " about"))
        is_reply = candidate.kind == "response" and candidate.stage != SILENCE and attitude in ("asserts", "denies")
        if speech.name and not speech.is_deed and said and (is_of or is_reply):
            token = part.parse.token_at(said[0].start)
            return token if token is not None and candidate.first <= token < candidate.last else None
    return None


def _held(frame: Frame, part: Part, head: int) -> int | None:
    """The infinitive under a passive word of saying whose source is named: "is thought by officials to have hired"."""
    parse, char = part.parse, part.parse.starts[head]
    below = [c for c in parse.children[head] if parse.deps[c] == "xcomp" and c > head]
    if not below or not any(parse.deps[c] == "agent" for c in parse.children[head]):
        return None
    for speech in frame.chains.covering(parse.starts[below[0]]):
        if speech.name and any(span.start <= char < span.end for span in speech.attribution.cue):
            return below[0]
    return None


def _describes_subject(part: Part, head: int, cue: int) -> bool:
    """Whether a participle of doubt hangs on the subject of a predicate that is told by itself."""
    parse, token = part.parse, part.parse.token_at(cue)
    if token is None or parse.deps[token] not in ("acl", "amod", "advcl"):
        return False
    noun = parse.heads[token]
    return parse.deps[noun] in ("nsubj", "nsubjpass") and parse.heads[noun] == head

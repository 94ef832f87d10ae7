"""Whose own knowledge a statement rests on, read off its chain of voices."""

from collections.abc import Sequence
from dataclasses import dataclass

from longarm.claims.context import UNKNOWN, Context
from longarm.model.claims import Resolved
from longarm.model.statements import Voice

OWN_KINDS = frozenset({"report", "statement", "filing", "ruling", "letter", "data"})
_FOUND = {
    "explicit": "names it as the source",
    "carried": "goes on with the source of the sentence before",
    "inherited": "tells what its declared source published",
}
_VERBS = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "asks": "asks",
    "confirms": "confirms",
    "declines": "declines to say",
}
_BACKING = ("asserts", "confirms")


@dataclass(frozen=True, slots=True)
class Root:
    """What one statement rests on.

    Attributes:
        source: source id, or `unknown`.
        work: id of the work that carries it, or empty.
        is_own: the statement stands in the source's own document.
        backs: the source affirms it (a denial, doubt or question is no support).
        why: one sentence.
    """

    source: str
    work: str
    is_own: bool
    backs: bool
    why: str


def root(resolved: Resolved, context: Context) -> Root:
    """What a statement rests on: the last voice of its chain, where that is somebody named."""
    statement = resolved.statement
    last = statement.voices[-1] if statement.voices else None
    backs = backed(resolved)
    if last is None or len(statement.voices) == 1:
        return _bare(resolved, backs, context)
    source = context.sources.get(last.source)
    if source is None or source.kind in ("collective", "unknown") or not last.source:
        return Root(UNKNOWN, "", False, backs, f"{_chain(statement.voices, context)}: nobody is named.")
    own = context.authors.get(statement.document) == last.source
    work = _carrier(statement.voices) or (context.document_works.get(statement.document, "") if own else "")
    return Root(last.source, work, own, backs, f"{_chain(statement.voices, context)}: the document {_how(last)}.")


def backed(resolved: Resolved) -> bool:
    """Whether the last voice affirms the statement's assertion, seen through those who deny it along the chain."""
    statement = resolved.statement
    outer = sum(voice.attitude == "denies" for voice in statement.voices[:-1])
    affirmed = (statement.polarity == "affirmed") == (outer % 2 == 0)
    last = statement.voices[-1].attitude if statement.voices else "asserts"
    return affirmed and (last in _BACKING or last == "denies")


def _bare(resolved: Resolved, backs: bool, context: Context) -> Root:
    """A statement in the author's voice alone: an origin only where the author is the party itself."""
    statement = resolved.statement
    author = context.authors.get(statement.document, "")
    source = context.sources.get(author)
    name = source.name if source else "The author"
    work = context.works.get(context.document_works.get(statement.document, ""))
    is_own_work = work is not None and work.party == author and work.kind in OWN_KINDS
    if source is None or (source.kind == "outlet" and not is_own_work):
        return Root(UNKNOWN, "", False, backs, f"{name} says so, and does not say how it is known.")
    party = {context.party(statement.roles.actor), context.party(statement.roles.operator)} - {""}
    if work is not None and is_own_work:
        return Root(author, work.id, True, backs, f"{name} says so in a text of its own.")
    if context.states.get(author) in party or source.kind == "government":
        return Root(author, work.id if work else "", True, backs, f"{name} says so of its own acts.")
    return Root(UNKNOWN, "", False, backs, f"{name} says so, and does not say how it is known.")


def _carrier(voices: Sequence[Voice]) -> str:
    """The work that carries the last voice's words: its own, else that of the nearest voice that reports it."""
    return next((voice.work_id for voice in reversed(voices[1:]) if voice.work_id), "")


def _chain(voices: Sequence[Voice], context: Context) -> str:
    links = []
    for voice in voices[1:]:
        source = context.sources.get(voice.source)
        cue = f"“{voice.cue.words}”" if voice.cue else _VERBS.get(voice.attitude, "says")
        mention = voice.mention.words if voice.mention else (source.name if source else voice.name or "somebody")
        links.append(f"“{mention}” {cue}" if voice.mention else f"{mention} {cue}")
    return " -> ".join(links)


def _how(voice: Voice) -> str:
    return _FOUND.get(voice.found, "names it as the source")

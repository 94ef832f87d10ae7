"""Whose own knowledge a statement rests on, read off its chain of voices alone."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from longarm.claims.context import Context
from longarm.claims.kinship import LAW
from longarm.claims.kinship import load as load_kin
from longarm.claims.origins.outlets import is_news, is_own, is_relay, passes_on, witnesses
from longarm.claims.origins.sentence import sentence
from longarm.claims.words import has_name
from longarm.model.claims import UNKNOWN, Resolved, Source
from longarm.model.spans import Span
from longarm.model.statements import Voice

ONE_PROSECUTION = "Voices of one prosecution are presumed to rest on one investigation."
OWN_KINDS = frozenset({"report", "statement", "filing", "ruling", "letter", "data"})
SEEN, ATTRIBUTED, PRESUMED, CONTRADICTED = "seen", "attributed", "presumed", "contradicted"
_FOUND = {
    "explicit": "names it as the source",
    "carried": "goes on with the source of the sentence before",
    "inherited": "tells what its declared source published",
    "implied": "has it from somebody whom it does not name",
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
        tie: seen (the statement stands in the source's own document), attributed, presumed, contradicted.
        backs: the source affirms it (a denial, doubt or question is no support).
        why: one sentence.
        proof: the spans that show it.
        passed: source id of an outlet that is named as the source, which passes on what others know; else empty.
        strand: what an unknown root shares with others that may come from the same unknown source; empty: its document.
    """

    source: str
    work: str
    tie: str
    backs: bool
    why: str
    proof: tuple[Span, ...] = ()
    passed: str = ""
    strand: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it names a party."""
        return self.source != UNKNOWN


def root(resolved: Resolved, context: Context) -> Root:
    """What a statement rests on: the last voice of its chain, where that is somebody named."""
    statement = resolved.statement
    voices = statement.voices
    last = voices[-1] if voices else None
    backs = backed(resolved)
    if last is None or len(voices) == 1:
        return _bare(resolved, backs, context)
    if last.mention is not None and is_own(last.mention.words):
        return _own(resolved, backs, context)
    told, proof = _chain(voices, context), _proof(resolved)
    source = _party(last, context)
    if source is None or source.kind in ("collective", "unknown") or not last.source:
        prosecution = _prosecution(last, context)
        note = f" {ONE_PROSECUTION}" if prosecution else ""
        why = f"{told}: nobody is named.{note}"
        return Root(UNKNOWN, "", ATTRIBUTED, backs, why, proof, strand=prosecution)
    if passes_on(source) or _is_relay(last):
        if context.authors.get(statement.document) == source.id:
            return _bare(resolved, backs, context)
        why = f"{told}: an outlet, which passes on what others know."
        return Root(UNKNOWN, "", ATTRIBUTED, backs, why, proof, passed=source.id)
    own = context.authors.get(statement.document) == source.id
    work = _carrier(resolved, context) or (context.document_works.get(statement.document, "") if own else "")
    tie = SEEN if own else ATTRIBUTED
    return Root(source.id, work, tie, backs, f"{told}: the document {_how(last)}.", proof)


def _party(voice: Voice, context: Context) -> Source | None:
    """Who a voice is: its source, or the group that unnamed people of it speak for ("researchers at Harbour Watch").

    Unnamed officials do not speak for their office.
    """
    source = context.sources.get(voice.source)
    if source is None or source.kind != "collective":
        return source
    group = context.sources.get(context.kinship.group(voice.source))
    return group if group is not None and group.kind == "organisation" else source


def _prosecution(voice: Voice, context: Context) -> str:
    """The key of the prosecution whose unnamed voice speaks: "prosecutors", "the indictment"; else empty."""
    is_filed = voice.work.casefold() in load_kin().charging
    return context.kinship.prosecution(voice.source) or (LAW if is_filed else "")


def _is_relay(voice: Voice) -> bool:
    """Whether what stands before a voice's name says that it passes on: "the Telegram channel ..."."""
    before, name, _ = voice.mention.words.partition(voice.name) if voice.mention is not None else ("", "", "")
    return bool(name) and is_relay(before)


def _own(resolved: Resolved, backs: bool, context: Context) -> Root:
    """What "our researchers" found is the knowledge of the voice before: the author's, or of whom the text quotes."""
    statement = resolved.statement
    outer = dataclasses.replace(resolved, statement=dataclasses.replace(statement, voices=statement.voices[:-1]))
    found = root(outer, context)
    if found.is_known or len(statement.voices) > 2:
        return dataclasses.replace(found, backs=backs)
    author = context.sources.get(context.authors.get(statement.document, ""))
    if author is None:
        return found
    work = context.document_works.get(statement.document, "")
    why = f"{author.name} tells what it witnessed, was told or did."
    return Root(author.id, work, SEEN, backs, why, _proof(resolved))


def backed(resolved: Resolved) -> bool:
    """Whether the last voice affirms the statement's assertion, seen through those who deny it along the chain."""
    statement = resolved.statement
    outer = sum(voice.attitude == "denies" for voice in statement.voices[:-1])
    affirmed = (statement.polarity == "affirmed" or statement.stage == "silence") == (outer % 2 == 0)
    last = statement.voices[-1].attitude if statement.voices else "asserts"
    return affirmed and (last in _BACKING or last == "denies")


def weaker(tie: str) -> str:
    """The tie of what is had from a text, by that text's own tie: seen there is attributed here."""
    return ATTRIBUTED if tie == SEEN else tie


def _bare(resolved: Resolved, backs: bool, context: Context) -> Root:
    """A statement in the author's voice alone: an origin for what the author witnessed, or is the party of."""
    statement = resolved.statement
    author = context.authors.get(statement.document, "")
    source = context.sources.get(author)
    name = source.name if source else "The author"
    work = context.works.get(context.document_works.get(statement.document, ""))
    proof = (statement.span,)
    identity = work.id if work else ""
    if source is not None and witnesses(sentence(resolved, context).words, source):
        return Root(author, identity, SEEN, backs, f"{name} tells what it witnessed, was told or did.", proof)
    unknown = Root(UNKNOWN, "", ATTRIBUTED, backs, f"{name} says so, and does not say how it is known.", proof)
    if source is None or any(map(is_news, (source.name, *source.aliases))):
        return unknown
    is_cited = work is not None and bool(work.cited_by)
    is_own_work = work is not None and work.party == author and work.kind in OWN_KINDS
    if is_own_work and (is_cited or source.kind != "outlet"):
        return Root(author, identity, SEEN, backs, f"{name} says so in a text of its own.", proof)
    if source.kind == "outlet":
        return unknown
    party = {context.party(statement.roles.actor), context.party(statement.roles.operator)} - {""}
    if context.states.get(author) in party or source.kind == "government":
        return Root(author, identity, SEEN, backs, f"{name} says so of its own acts.", proof)
    return unknown


def _carrier(resolved: Resolved, context: Context) -> str:
    """The work that carries the last voice's words: its own, that of who reports it, or the only one cited."""
    voices = resolved.statement.voices
    said = next((voice.work_id for voice in reversed(voices[1:]) if voice.work_id), "")
    return said or context.only_work(resolved.statement.document, voices[-1].source)


def _proof(resolved: Resolved) -> tuple[Span, ...]:
    found = [span for voice in resolved.statement.voices[1:] for span in (voice.mention, voice.cue) if span is not None]
    return (*dict.fromkeys(found), resolved.statement.span)


def _chain(voices: Sequence[Voice], context: Context) -> str:
    links = []
    for voice in voices[1:]:
        source = context.sources.get(voice.source)
        cue = f"“{voice.cue.words}”" if voice.cue else _VERBS.get(voice.attitude, "says")
        mention = voice.mention.words if voice.mention else (source.name if source else voice.name or "somebody")
        links.append(f"“{mention}”{_meant(mention, source)} {cue}" if voice.mention else f"{mention} {cue}")
    return " -> ".join(links)


def _meant(mention: str, source: Source | None) -> str:
    """Whom words like "it" or "which" stand for, in brackets; empty where the words name the party."""
    is_told = source is None or has_name(mention) or source.kind in ("collective", "unknown")
    return "" if is_told or source is None else f" ({source.name})"


def _how(voice: Voice) -> str:
    return _FOUND.get(voice.found, "names it as the source")

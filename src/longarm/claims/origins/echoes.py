"""Parties that say again what another one published: a ministry that notes a report, a member who reads it out."""

import dataclasses
import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from longarm.claims import words
from longarm.claims.origins.members import TELLING, Visit
from longarm.claims.origins.roots import ATTRIBUTED, CONTRADICTED, PRESUMED, SEEN, Root
from longarm.claims.origins.sentence import sentence
from longarm.claims.words import tokens
from longarm.core import tables
from longarm.core.intervals import Interval
from longarm.core.tables import Words
from longarm.model.claims import Resolved
from longarm.model.spans import Span

BETWEEN = 5  # words between a cue and whom the speaker leans on ("noting the latest findings of the group ...")
SHORTEST = 3  # letters of a name that is looked for


@dataclass(frozen=True, slots=True)
class Echoes:
    """The lists of `data/echoes.yaml`."""

    leaning: tuple[str, ...]
    own: Words
    official: Words
    bodies: Words


@functools.cache
def load() -> Echoes:
    """The lists that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(Echoes, "longarm.claims", "echoes.yaml")


def echoed(visit: Visit, made: Root) -> Root:
    """The root of a party that says again what another one published.

    Where its sentence leans on the other party, the other is presumed to be the root. Where it gives the very number
    that the other gave before, in a text that names the other, it is presumed only. A party that says how it found out,
    that confirms, or that counts what it did itself stands for itself.
    """
    if made.tie not in (SEEN, ATTRIBUTED) or made.source != visit.chain.source:
        return made
    members = visit.members
    others = [n for n in members.first_told() if not members.is_kin(members.chains[n].source, made.source)]
    if not others:
        return made
    whole = sentence(visit.item, members.context)
    named = {other: names for other in others if (names := _named(visit, other, whole.words))}
    if _finds(_said(visit, whole, is_shared=bool(named))):
        return made
    return _leaning(visit, made, whole, named) or (_repeating(visit, made) if made.is_known else None) or made


def is_apart(item: Resolved) -> bool:
    """Whether a statement is that of unnamed people, and of no group or text that its document may name elsewhere."""
    last = item.statement.voices[-1] if len(item.statement.voices) > 1 else None
    if last is None or last.mention is None or last.found != "explicit":
        return False
    said = [word for word in tokens(last.mention.words) if word not in words.load().stop]
    return bool(said) and load().bodies.isdisjoint(said)


def _leaning(visit: Visit, made: Root, whole: Span, named: Mapping[int, Sequence[str]]) -> Root | None:
    """The root of another party whom the sentence names behind words that say that its speaker leans on it."""
    members = visit.members
    for other, names in named.items():
        cue = next((cue for name in names if (cue := _leans(whole, name))), None)
        if cue is None or other in visit.path or not members.agree(visit.number, other):
            continue
        found = visit.root(other)
        if ring := visit.settled():
            return ring
        if not found.is_known or found.tie == CONTRADICTED or members.is_kin(found.source, made.source):
            continue
        why = f"{made.why} It leans on another party: “{cue.words}”. There it is so: {found.why}"
        proof = (cue, *made.proof, *found.proof)
        return dataclasses.replace(found, tie=PRESUMED, backs=made.backs, why=why, proof=proof)
    return None


def _repeating(visit: Visit, made: Root) -> Root | None:
    """The root where the same number was given before: presumed where the text names who gave it, else with a note."""
    members, interval = visit.members, _exact(visit)
    if interval is None or _is_own_count(visit, made):
        return None
    here = members.place(visit.number)
    before = [n for n in members.first_told(interval) if members.place(n) < here]
    before = [n for n in before if not members.is_kin(members.chains[n].source, made.source)]
    if not before:
        return None
    named = next((n for n in before if _is_named(visit, n)), None)
    other = before[0] if named is None else named
    who = members.context.sources[members.chains[other].source].name
    why = f"{made.why} {who} gave the very number before, and this does not say how it is known"
    if named is None:
        return dataclasses.replace(made, why=f"{why}.")
    why = f"{why}; the text names {who} too, and may have it from there."
    return dataclasses.replace(made, tie=PRESUMED, why=why, proof=(*made.proof, members.items[other].statement.span))


def _exact(visit: Visit) -> Interval | None:
    """The one number that the statement gives, where two counts hardly come to it by chance."""
    quantity = visit.item.statement.quantity
    if visit.item.statement.kind != "figure" or quantity is None or quantity.relation:
        return None
    interval = quantity.interval
    return interval if interval.low == interval.high and interval.low >= TELLING else None


def _is_own_count(visit: Visit, made: Root) -> bool:
    """Whether a party confirms a number, or counts what it or its state did."""
    statement, context = visit.item.statement, visit.members.context
    if statement.voices[-1].attitude == "confirms" or statement.measure in load().official:
        return True
    state = context.states.get(made.source)
    return state is not None and state in (
        context.party(statement.roles.actor),
        context.party(statement.roles.operator),
    )


def _said(visit: Visit, whole: Span, *, is_shared: bool) -> str:
    """What the speaker says of itself: its sentence; only from its own mention on where others stand there too."""
    voices, span = visit.item.statement.voices, visit.item.statement.span
    is_shared = is_shared or any(voice.mention is not None for voice in voices[1:-1])
    if not is_shared:
        return whole.words
    own = [found for found in (voices[-1].mention, voices[-1].cue) if found is not None and whole.overlaps(found)]
    start, end = min(one.start for one in (span, *own)), max(one.end for one in (span, *own))
    return whole.words[max(start - whole.start, 0) : end - whole.start]


def _finds(text: str) -> bool:
    return not load().own.isdisjoint(tokens(text))


def _named(visit: Visit, other: int, text: str) -> list[str]:
    """The names of who tells in another statement, and the title of the work it is told in, that a text holds."""
    context, chain = visit.members.context, visit.members.chains[other]
    source, work = context.sources.get(chain.source), context.works.get(chain.work)
    names = (source.name, *source.aliases) if source else ()
    titles = (work.title,) if work and work.title else ()
    plain = text.casefold()
    return [name for name in (*names, *titles) if len(name) >= SHORTEST and name.casefold() in plain]


def _is_named(visit: Visit, other: int) -> bool:
    """Whether the statement's document names who tells in another one, anywhere in its text."""
    context, source = visit.members.context, visit.members.chains[other].source
    if (visit.document, source) in context.told_apart:
        return True
    passages = context.passages.get(visit.document, ())
    return any(_named(visit, other, passage.span.words) for passage in passages)


def _leans(whole: Span, name: str) -> Span | None:
    """The words that say that a sentence's speaker leans on a party, from the cue to the name."""
    plain, wanted = whole.words.casefold(), name.casefold()
    for cue in _cues().finditer(whole.words):
        at = plain.find(wanted, cue.end())
        end = at + len(wanted)
        if at >= 0 and len(whole.words[cue.end() : at].split()) <= BETWEEN and not plain[end : end + 1].isalnum():
            return Span(whole.text, whole.start + cue.start(), whole.start + end, whole.words[cue.start() : end])
    return None


@functools.cache
def _cues() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(load().leaning, key=len, reverse=True))
    return re.compile(rf"\b(?:{cues})\b(?=\W)", re.I)

"""Reading: everything that one text says, put together."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from longarm.codebook.terms import PROCEEDINGS
from longarm.core.hashing import keyed_id
from longarm.languages.conventions import Overrides
from longarm.model.documents import Passage
from longarm.model.spans import Span
from longarm.model.statements import Attribution, JointParty, Reading, Statement, Toponym
from longarm.statements import attributions as attribution_finder
from longarm.statements import extractors, people, quantities, quotes, topic, toponyms
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.clauses import clauses
from longarm.statements.counts.bases import basis
from longarm.statements.counts.wholes import with_wholes
from longarm.statements.discourse.afterwards import afterwards
from longarm.statements.discourse.charges import charges
from longarm.statements.discourse.citing import citing, hearing_from, mentioning, relaying, resting
from longarm.statements.discourse.colons import credits, describing, manners, with_colon
from longarm.statements.discourse.declaration import declared as declared_in
from longarm.statements.discourse.disputes import disputes
from longarm.statements.discourse.findings import findings
from longarm.statements.discourse.headlines import headlines
from longarm.statements.discourse.hearing import hearing, told_in_session
from longarm.statements.discourse.holdings import holdings, opinions
from longarm.statements.discourse.instances import instances
from longarm.statements.discourse.interviews import interviews
from longarm.statements.discourse.lists import listed
from longarm.statements.discourse.named import cited_works
from longarm.statements.discourse.survey import survey
from longarm.statements.discourse.tables import tabled
from longarm.statements.discourse.telling import telling
from longarm.statements.discourse.turns import transcript
from longarm.statements.extractors.rebuffs import REPLY
from longarm.statements.extractors.releases import is_release, is_statement
from longarm.statements.extractors.silence import SILENCE
from longarm.statements.parse import Parse
from longarm.statements.relevance import relevant
from longarm.statements.scenes import moments, roles, scopes
from longarm.statements.selection import selected
from longarm.statements.stance import hedging
from longarm.statements.stance.asserted import asserted
from longarm.statements.stance.caveats import Caveat, caveats, warned
from longarm.statements.text import Part, Text
from longarm.statements.times import finder as times
from longarm.statements.voices import chains

FINDERS = 40  # raised when the finders (quantities, times, toponyms, people, attributions) change their answers
# What finds voices that no verb ties to their words.
OPENING = (
    telling,
    describing,
    manners,
    headlines,
    credits,
    holdings,
    opinions,
    transcript,
    disputes,
    afterwards,
    instances,
    told_in_session,
    interviews,
)
# What finds who tells on what somebody else says.
RELAYING = (citing, hearing_from, mentioning, relaying, resting)
Resolve = Callable[[Sequence[Toponym], str, str], Sequence[Toponym]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose text is read, and how.

    Attributes:
        text, document: ids.
        key: for the ids of statements.
        publisher: the author's name.
        conventions: for intervals, those that the case sets otherwise.
    """

    text: str
    document: str
    key: bytes
    publisher: str = ""
    conventions: Overrides = ()


def version(conventions: Overrides = ()) -> str:
    """Names and versions of all that makes a reading; a stored reading of another version is made again.

    Args:
        conventions: those that the case sets otherwise, which give other intervals.
    """
    own = "".join(f" {name}={value}" for name, value in conventions)
    return f"finders-{FINDERS} {extractors.version()}{own}"


def read(origin: Origin, text: str, passages: Sequence[Passage], parses: Sequence[Parse], resolve: Resolve) -> Reading:
    """The reading of one text.

    Args:
        text: the whole text layer.
        passages, parses: its passages in order and their parses.
        resolve: sets the toponyms of the whole text against the gazetteer (toponyms, text, publisher).
    """
    surnames = toponyms.surnames(parses)
    found = resolve([t for parse in parses for t in toponyms.find(parse, surnames)], text, origin.publisher)
    parts = tuple(
        _part(passage, parse, found, origin.conventions) for passage, parse in zip(passages, parses, strict=True)
    )
    attributions, nested = attribution_finder.find_with_nested(parses)
    frame = _frame(origin, parts, attributions, nested)
    statements = _statements(frame, origin)
    return Reading(
        text=origin.text,
        document=origin.document,
        extractor=version(origin.conventions),
        passages=tuple(passages),
        quantities=tuple(q for part in parts for q in part.quantities),
        times=tuple(t for part in parts for t in part.times),
        toponyms=tuple(found),
        people=tuple(p for part in parts for p in part.people),
        attributions=attributions,
        works=cited_works(frame.discourse),
        declared=frame.chains.declared,
        statements=statements,
        joint=_joint(frame),
    )


def _joint(frame: Frame) -> tuple[JointParty, ...]:
    """The names of several parties that a voice or a work of the text goes by."""
    declared = frame.chains.declared
    used = {speech.name for speech in frame.chains.speeches} | {work.party for work in frame.discourse.works}
    used |= {declared.name} if declared else set()
    known = frame.discourse.joint
    return tuple(JointParty(name, known[name]) for name in sorted(used & known.keys()))


def _part(passage: Passage, parse: Parse, found: Sequence[Toponym], conventions: Overrides) -> Part:
    start, end = passage.span.start, passage.span.end
    points = times.points(parse)
    demonyms = {(t.span.start, t.span.end) for t in found if t.role == "demonym"}
    return Part(
        passage=passage,
        parse=parse,
        clauses=clauses(parse) if len(parse) else (),
        quotes=quotes.pair(parse.text, parse.offset),
        quantities=quantities.find(parse, dates=times.covered(parse, known=points), overrides=conventions),
        times=times.find(parse, known=points),
        toponyms=tuple(t for t in found if start <= t.span.start < end),
        people=tuple(m for m in people.find(parse) if (m.span.start, m.span.end) not in demonyms),
    )


def _frame(
    origin: Origin,
    parts: tuple[Part, ...],
    attributions: tuple[Attribution, ...],
    nested: tuple[Attribution, ...] = (),
) -> Frame:
    parses = [part.parse for part in parts]
    opened = tuple(itertools.chain(*(finds(parses, attributions) for finds in OPENING)))
    own = tuple(findings(parses, attributions))
    known = (*attributions, *opened)
    heard = (*hearing(parts, known), *listed(parts, (*known, *own)), *tabled(parts))
    relayed = (*itertools.chain(*(finds(parses, attributions) for finds in RELAYING)), *heard)
    found = (*own, *nested, *opened, *relayed)
    spoken = with_colon(parses, (*attributions, *found))
    charged = tuple(charges(parses, spoken[: len(attributions)]))
    text = Text(origin.text, origin.document, parts, spoken, origin.publisher, charged)
    mentions = [mention for part in parts for mention in part.people]
    named = [mention.span.words for part in parts if part.passage.kind != "headline" for mention in part.people]
    discourse = survey(parses, attributions, mentions, named)
    declared = declared_in(parses, [part.passage for part in parts], attributions, discourse)
    hits = topic.grounded(parts, tuple(topic.hits(part) for part in parts))
    judged = tuple(topic.judgements(part) for part in parts)
    about = topic.topic(parts, hits, judged)
    told = relevant(parts, hits, about)
    judgements = tuple(own if is_told else () for own, is_told in zip(judged, told, strict=True))
    voices = chains(text, discourse, declared)
    is_told = any(speech.name for speech in voices.speeches)
    answer = (is_release(parts), is_statement(parts, is_told))
    return Frame(text, about, voices, discourse, told, hits, judgements, *answer)


# --- statements ----------------------------------------------------------------------------------------------------


def _statements(frame: Frame, origin: Origin) -> tuple[Statement, ...]:
    spanned = [(candidate, candidate.span(frame.text.parts[candidate.part])) for candidate in selected(frame)]
    spanned.sort(key=lambda one: (one[0].part, one[1].start, one[1].end, one[0].kind))
    seen: dict[tuple[str, ...], int] = {}
    made: list[Statement] = []
    known = caveats(frame.text.parts)
    for candidate, span in spanned:
        name = (candidate.kind, candidate.measure, span.words)
        seen[name] = seen.get(name, 0) + 1
        identity = keyed_id(origin.key, "s", origin.document, *name, seen[name])
        made.append(_statement(frame, known, candidate, span, identity, len(made)))
    return with_wholes(frame.text.parts, made)


def _statement(
    frame: Frame, known: tuple[Caveat, ...], candidate: Candidate, span: Span, identity: str, order: int
) -> Statement:
    part = frame.text.parts[candidate.part]
    parse = part.parse
    told = asserted(frame, candidate)
    char = parse.starts[told.anchor]
    voices = frame.chains.voices(char)
    is_own = candidate.stage in PROCEEDINGS or candidate.stage in (REPLY, SILENCE)
    if (
        is_own
        and voices[-1].found in ("carried", "inherited")
        and not (frame.chains.goes_on(char) or frame.chains.is_taken_up(char))
    ):
        voices = voices[:1]  # a step of proceedings, or silence, is told by the author unless the words say otherwise
    hedges, negated = hedging.bearing(frame, told, voices)
    denials = sum(voice.attitude == "denies" for voice in voices)
    period, as_of, said_at = moments.times(frame, candidate)
    return Statement(
        id=identity,
        document=frame.text.document,
        span=span,
        kind=candidate.kind,
        method=told.method,
        voices=voices,
        polarity="denied" if (denials + negated) % 2 else "affirmed",
        hedges=hedges or tuple(warned(frame, known, told)),
        roles=roles.roles(frame, candidate),
        measure=candidate.measure,
        quantity=candidate.quantity,
        basis=basis(frame, candidate, voices),
        places=scopes.places(frame, candidate),
        period=period,
        as_of=as_of,
        said_at=said_at,
        passage=candidate.part,
        order=order,
        stage=candidate.stage,
    )

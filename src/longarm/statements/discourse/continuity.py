"""Continuity: which speech is carried into a sentence, and where the declared source holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from longarm.languages import stance as stance_language
from longarm.model.statements import DeclaredSource
from longarm.statements.discourse import limits, links, surveyed
from longarm.statements.discourse.hearing import HEAR
from longarm.statements.discourse.named import Discourse
from longarm.statements.discourse.speech import Speech
from longarm.statements.discourse.tracing import tracer as tracer_of
from longarm.statements.discourse.tracing.tracer import Tracer
from longarm.statements.text import Part, Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """What goes on into a sentence: the speech that is carried, and whether the declared source holds.

    Attributes:
        is_taken_up: whether the words themselves say that they take up what was said ("it would look into that").
        near: the speech that goes on if the words themselves say that they are somebody's ("allegedly").
        spoken, spoken_from: the speech that goes on after a semicolon of the sentence itself, and the character where.
    """

    start: int
    end: int
    carried: Speech | None
    inherits: bool
    near: Speech | None = None
    is_taken_up: bool = False
    spoken: Speech | None = None
    spoken_from: int = -1


def sentences(
    text: Text, discourse: Discourse, speeches: Sequence[Speech], declared: DeclaredSource | None
) -> list[Sentence]:
    """The sentences of a text, in order, each with what goes on into it."""
    found = []
    spoken = [
        (s.name, s.attribution.source[0].start) for s in speeches if s.name and s.attribution.source and not s.is_deed
    ]
    holds = False
    last_spoken: Speech | None = None
    survey: Speech | None = None
    is_next = False  # whether the sentence before is of who spoke last
    quoting: Speech | None = None  # who speaks in the sentence before, and may be quoted further
    for part in text.parts:
        parse = part.parse
        current: Speech | None = None
        if part.passage.kind in ("headline", "caption", "update-note"):
            last_spoken = survey = quoting = None
        last_spoken = last_spoken if is_next else None
        for first, last in parse.sentences:
            start, end = parse.starts[first], parse.ends[last - 1]
            here = [s for s in speeches if s.name and not s.is_deed and _speaks_in(s, start, end)]
            declares = declared is not None and part.passage.section == 0 and start <= declared.cue.start < end
            if declared and part.passage.section != 0:
                holds = False
            outer = _outermost(here)
            tracer = tracer_of(text, discourse, part, parse.span(first, last), spoken)
            survey = surveyed.surveyed(tracer, first, last) or (survey if outer is None else None)
            if outer is not None:
                holds = declares or _still_holds(holds, declared, outer, here)
                inherits = holds and _is_declared(outer, declared)
                inherits = inherits and not limits.is_on_source(tracer, first, last, outer.name)
                inherits = inherits and not limits.tells_of_own(tracer, first, last, outer.name)
                spoken_from = limits.goes_on_from(part, first, last, outer)
                found.append(Sentence(start, end, None, inherits, spoken=outer, spoken_from=spoken_from))
                goes_on = limits.tells(outer) and limits.is_proposition(part, outer)
                current = outer if goes_on and _rules(part, first, last, outer) else None
                last_spoken, is_next, quoting = outer if goes_on else last_spoken, goes_on, outer
                continue
            holds = holds or declares
            if current is not None and not links.goes_on(part, first, last):
                current = None
            is_own = _is_evaluative(part, first, last) or limits.speaks_itself(part, first, last)
            if last_spoken is not None and links.is_of_last(tracer, first, last, last_spoken, is_next):
                current = last_spoken
            goes_on = current is not None and not is_own and current.attribution not in text.charges
            carried = current if goes_on and current and not _ends(tracer, first, last, current) else None
            if carried is None and quoting is not None and _is_quotation(part, start, end):
                carried = quoting
            if survey is not None and carried is None and not is_own and surveyed.is_part(part, first, last):
                carried = survey
            inherits = holds and not is_own and _is_on_declared(tracer, first, last, declared)
            is_taken_up = carried is not None and links.takes_up(part, first, last, carried)
            is_next, quoting = carried is not None, carried
            found.append(Sentence(start, end, carried, inherits, current, is_taken_up))
    return found


def _ends(tracer: Tracer, first: int, last: int, speech: Speech) -> bool:
    """Whether what a source said does not go on, though the sentence joins itself to the one before."""
    if links.takes_up(tracer.part, first, last, speech):
        return False
    return (
        limits.is_of_person(tracer, first, last, speech)
        or limits.is_on_source(tracer, first, last, speech.name)
        or limits.is_new(tracer, first, last, speech)
    )


def _is_on_declared(tracer: Tracer, first: int, last: int, declared: DeclaredSource | None) -> bool:
    """Whether a sentence is on what the declared source was declared for, and not on that source."""
    if declared is None or not limits.is_on_subject(tracer.text, tracer.part, first, last, declared):
        return False
    return not limits.is_on_source(tracer, first, last, declared.name)


def _speaks_in(speech: Speech, start: int, end: int) -> bool:
    spans = (*speech.attribution.cue, *speech.attribution.content)
    return any(span.start < end and start < span.end for span in spans)


def _outermost(speeches: list[Speech]) -> Speech | None:
    """The last of the speeches of a sentence that no other of them holds."""
    outer = [
        speech
        for speech in speeches
        if not any(
            other is not speech and speech.attribution.cue and other.covers(speech.attribution.cue[0].start)
            for other in speeches
        )
    ]
    told = [speech for speech in outer if speech.attribution.cue_lemma != HEAR]  # who told an outlet, not the outlet
    return (told or outer)[-1] if outer else None


def _is_declared(speech: Speech, declared: DeclaredSource | None) -> bool:
    return declared is not None and speech.name == declared.name


def _still_holds(holds: bool, declared: DeclaredSource | None, outer: Speech, here: list[Speech]) -> bool:
    """The declared source ends where another speaks, and holds again where it is itself named."""
    if declared is None:
        return False
    if any(_is_declared(speech, declared) for speech in here):
        return holds or outer.attribution.cue[0].start >= declared.cue.start if outer.attribution.cue else holds
    return False


def _rules(part: Part, first: int, last: int, speech: Speech) -> bool:
    """Whether a speech tells the main clause of a sentence, or is it; "held on suspicion of" tells only an aside."""
    parse = part.parse
    main = [t for t in range(first, last) if parse.deps[t] == "ROOT"]
    main += [
        t for t in range(first, last) if parse.deps[t] in ("conj", "ccomp", "parataxis") and parse.heads[t] in main
    ]
    cue = speech.attribution.cue
    return any(
        speech.covers(parse.starts[token]) or any(span.start <= parse.starts[token] < span.end for span in cue)
        for token in main
    )


def _is_quotation(part: Part, start: int, end: int) -> bool:
    """Whether a sentence stands in quotation marks from its first to its last word."""
    return any(
        quote.start <= start + 1 and end <= quote.end + 1 and quote.end - quote.start > 1 for quote in part.quotes
    )


def _is_evaluative(part: Part, first: int, last: int) -> bool:
    words = stance_language.load("en").evaluative
    return any(part.parse.lowers[token] in words for token in range(first, last))

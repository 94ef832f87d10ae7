"""What a repetition lost, changed or added, held against a fuller telling of the same; one function a kind of drift."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from longarm.claims import topics
from longarm.claims.context import Context
from longarm.claims.origins.sentence import sentence
from longarm.claims.questions import measure, scope
from longarm.model.claims import Resolved
from longarm.model.spans import Span
from longarm.model.statements import Quantity, Voice

_SOFT = frozenset({"approx", "nearly", "at_least", "more_than", "at_most", "less_than", "range"})
_SAID = ("reported", "alleged")  # hedges that are but the verb of saying: losing them is losing the attribution
FACTOR = 5  # times that one number is the other from which it is taken to be another count and no change
_MEANS = ("act", "figure", "purpose")


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of drift with a sentence and the words that differ."""

    kind: str
    detail: str
    marks: tuple[Span, ...] = ()


def differences(full: Resolved, told: Resolved, context: Context) -> Iterator[Difference]:
    """The drift from the fuller telling, or origin, to the other; both make one statement.

    Where they give two numbers, that alone is the drift: what else differs belongs to two answers, and was not lost
    on the way.
    """
    for find in (figure,) if _are_two_numbers(full, told) else _KINDS:
        found = find(full, told, context)
        if found is not None:
            yield found


def _are_two_numbers(full: Resolved, told: Resolved) -> bool:
    """Whether both count, and neither the numbers as written nor what they allow are the same."""
    one, other = full.statement.quantity, told.statement.quantity
    if full.statement.kind != "figure" or told.statement.kind != "figure" or one is None or other is None:
        return False
    same = one.value == other.value or (isinstance(one.value, tuple) and other.value in one.value)
    return not same and not one.interval.meets(other.interval)


def attribution(full: Resolved, told: Resolved, context: Context) -> Difference | None:
    """Who said it is gone: the last voice of the fuller telling has no counterpart."""
    voices, others = full.statement.voices, told.statement.voices
    if len(voices) < 2 or len(others) >= len(voices):
        return None
    gone = voices[-1]
    if any(_is_one(gone, other, context) for other in others):
        return None
    if len(others) > 1 and not any(_is_one(voice, others[-1], context) for voice in voices[1:-1]):
        return None
    words = " ".join(span.words for span in (gone.mention, gone.cue) if span is not None) or gone.name
    then = "in the author's own voice" if len(others) == 1 else f"as the word of “{others[-1].name}”"
    marks = tuple(span for span in (gone.mention, gone.cue) if span is not None)
    return Difference("attribution-lost", f"“{words}” is gone: it is told {then}.", (*marks, told.statement.span))


def _is_one(left: Voice, right: Voice, context: Context) -> bool:
    if left.source and left.source == right.source:
        return True
    return bool(left.source and right.source) and context.kinship.kin(left.source) == context.kinship.kin(right.source)


def hedge(full: Resolved, told: Resolved, context: Context) -> Difference | None:
    """A hedge, or the qualifier of a number, is gone."""
    mine, theirs = full.statement.hedges, told.statement.hedges
    cues = {voice.cue.words for voice in full.statement.voices if voice.cue is not None}
    lost = [one for one in mine if one.kind != "reported" or len(told.statement.voices) == 1]
    lost = [one for one in lost if one.words not in cues or one.kind not in _SAID]
    if lost and not theirs:
        marks = tuple(one.span for one in lost if one.span is not None)
        return Difference("hedge-lost", f"“{lost[0].words}” is gone.", (*marks, told.statement.span))
    return _qualifier(full.statement.quantity, told.statement.quantity)


def _qualifier(full: Quantity | None, told: Quantity | None) -> Difference | None:
    if full is None or told is None or full.qualifier not in _SOFT or told.qualifier != "exact":
        return None
    if full.value != told.value and not (isinstance(full.value, tuple) and told.value in full.value):
        return None
    detail = f"“{full.span.words}” became “{told.span.words}”: the qualifier is gone."
    return Difference("hedge-lost", detail, (full.span, told.span))


def period(full: Resolved, told: Resolved, context: Context) -> Difference | None:
    """The stretch of time is gone."""
    time = full.statement.period
    if time is None or told.statement.period is not None or told.statement.as_of is not None:
        return None
    if any(span is not None and span.contains(time.span) for v in full.statement.voices for span in (v.mention, v.cue)):
        return None
    detail = f"“{time.span.words}” is gone: no time is said."
    return Difference("period-lost", detail, (time.span, told.statement.span))


def figure(full: Resolved, told: Resolved, context: Context) -> Difference | None:
    """The number is another, although nothing says that it counts another moment."""
    one, other = full.statement.quantity, told.statement.quantity
    if full.statement.kind != "figure" or told.statement.kind != "figure" or one is None or other is None:
        return None
    if measure(full.statement) != measure(told.statement) or one.relation != other.relation:
        return None
    if one.interval.meets(other.interval) or _are_other_times(full, told):
        return None
    low, high = sorted((one.interval.low, other.interval.low))
    if one.relation or high > FACTOR * max(low, 1) or full.statement.counted_set != told.statement.counted_set:
        return None
    return Difference("figure-changed", f"“{one.span.words}” became “{other.span.words}”.", (one.span, other.span))


def _are_other_times(full: Resolved, told: Resolved) -> bool:
    pairs = ((full.as_of, told.as_of), (full.period, told.period))
    return any(str(one) != str(other) for one, other in pairs)


def place(full: Resolved, told: Resolved, context: Context) -> Difference | None:
    """The place is a wider or a narrower one."""
    mine, theirs = set(scope(full)), set(scope(told))
    if not mine or not theirs or mine & theirs:
        return None
    wider = any(context.holds(other, one) for one in mine for other in theirs)
    narrower = any(context.holds(one, other) for one in mine for other in theirs)
    if wider == narrower:
        return None
    one, other = _place_span(full, mine), _place_span(told, theirs)
    detail = f"“{one.words}” became “{other.words}”." if one and other else "Another extent of place."
    marks = tuple(span for span in (one, other) if span is not None)
    return Difference("place-widened" if wider else "place-narrowed", detail, marks)


def _place_span(item: Resolved, keys: set[str]) -> Span | None:
    mentions = item.statement.places
    found = (m.toponym.span for m, p in zip(mentions, item.places, strict=False) if p.id in keys)
    return next(found, None)


def agent(full: Resolved, told: Resolved, context: Context) -> Difference | None:
    """Who acts is another party."""
    words = [item.statement.roles.operator or item.statement.roles.actor for item in (full, told)]
    parties = [context.party(word) for word in words]
    if not all(parties) or parties[0] == parties[1]:
        return None
    return Difference("agent-changed", f"“{words[0]}” became “{words[1]}”.", (full.statement.span, told.statement.span))


def meaning(full: Resolved, told: Resolved, context: Context) -> Difference | None:
    """A means is named that the fuller telling does not know, or the campaign that bounded it is gone."""
    if told.statement.kind not in _MEANS or measure(told.statement) in ("station", "host-country", "host-city"):
        return None
    known = (
        topics.topics(sentence(full, context).words)
        | topics.topics(full.statement.span.words)
        | {full.statement.method}
    )
    added = sorted(topics.topics(told.statement.span.words) - known)
    if added:
        mark = topics.mention(told.statement.span, added[0])
        words = mark.words if mark else added[0]
        marks = (full.statement.span, mark or told.statement.span)
        return Difference("meaning-widened", f"It is now told of “{words}”, which the other does not name.", marks)
    programme = full.statement.roles.programme
    if programme and not told.statement.roles.programme:
        detail = f"“{programme}”, which bounded it, is gone."
        return Difference("meaning-widened", detail, (full.statement.span, told.statement.span))
    return None


_KINDS: tuple[Callable[[Resolved, Resolved, Context], Difference | None], ...] = (
    attribution,
    hedge,
    period,
    figure,
    place,
    agent,
    meaning,
)

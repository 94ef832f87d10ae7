"""Moments: when something was, as of when it was counted, and when it was said."""

from longarm.model.statements import TimeMention
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.scopes import is_near
from longarm.statements.text import Part


def times(frame: Frame, candidate: Candidate) -> tuple[TimeMention | None, TimeMention | None, TimeMention | None]:
    """Period, as-of and said-at of a statement.

    A time in the statement's own clause is its period ("as of" and "by" beside a count: its as-of). A range that stands
    with the words of saying is still the period of what is said; a single date there is when it was said.
    """
    part = frame.text.parts[candidate.part]
    clause = part.clauses[candidate.clause]
    own = [t for t in part.times if t.kind != "duration" and is_near(part, candidate, t.span)]
    cues = _cue_tokens(frame, part, candidate)
    said = [t for t in own if clause.head in cues]
    own = [t for t in own if t not in said]
    above = [
        t
        for upper in part.above(candidate.clause)
        if upper.head in cues
        for t in part.times
        if t.kind != "duration" and part.within(t.span, upper.first, upper.last) and t not in own
    ]
    said.extend(above)
    if not own:
        own = [t for t in said if _is_range(t)]
    said = [t for t in said if t not in own]
    as_of = next((t for t in own if candidate.kind == "figure" and t.marker in ("as of", "by", "until")), None)
    period = next((t for t in own if t is not as_of), None)
    return period, as_of, (said[0] if said else None)


def _cue_tokens(frame: Frame, part: Part, candidate: Candidate) -> set[int]:
    char = part.parse.starts[candidate.anchor]
    return {
        token
        for speech in frame.chains.covering(char)
        for span in speech.attribution.cue
        for token in part.tokens_of(span)
        if part.parse.starts[0] <= span.start < part.parse.ends[-1]
    }


def _is_range(time: TimeMention) -> bool:
    return time.kind == "range" or time.start != time.end or time.marker in ("since", "between", "from", "during")

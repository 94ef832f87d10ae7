"""Bases: whether a count is told as a total, as what a party found, or as what a state announces of its own deeds."""

from longarm.model.statements import Voice
from longarm.statements.candidates import Candidate, Frame
from longarm.statements.counts.measures import measures_by_id
from longarm.statements.scenes.operators import country_of

_FINDING = ("found", "find", "identified", "document", "counted", "recorded", "uncovered")  # in the cue of a voice
_OWN = ("operator", "from")  # doers of a measure that is of deeds of the state that acts abroad


def basis(frame: Frame, candidate: Candidate, voices: tuple[Voice, ...]) -> str:
    """`announced` where the state that a text is on counts its own deeds ("Minsk says it brought home 40"), `found`
    where a party is said to have found or counted, else `total`."""
    root = voices[-1]
    if candidate.kind != "figure" or root.cue is None:
        return "total"
    if root.attitude in ("asserts", "confirms") and _is_own(frame, candidate.measure, root):
        return "announced"
    return "found" if any(word in root.cue.words.lower() for word in _FINDING) else "total"


def _is_own(frame: Frame, measure: str, voice: Voice) -> bool:
    """Whether a voice is the state whose deeds a measure counts, by the name of the state in its mention."""
    known = measures_by_id().get(measure)
    if known is None or known.doer not in _OWN or not frame.topic.operator or voice.mention is None:
        return False
    mention = voice.mention
    return any(
        country_of(toponym) == frame.topic.operator
        for part in frame.text.parts
        for toponym in part.toponyms
        if mention.start <= toponym.span.start < mention.end
    )

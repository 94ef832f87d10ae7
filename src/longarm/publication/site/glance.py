"""What the row of a claim shows beside its question: who says so, with which reserve, and who answers."""

from dataclasses import dataclass

from longarm.model.public import PublicClaim, PublicStatement
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.stances import denies
from longarm.publication.site.wording import wording

SHOWN = 3  # parties that are named


@dataclass(frozen=True, slots=True)
class Glance:
    """A claim at one glance.

    Attributes:
        parties: who says so in the end, at most SHOWN.
        more: how many others do.
        reserve: "as alleged", "in part as possible", "as not so"; empty where it is told plainly.
        reply: the reply to show first, None where there is none.
        answer: what its party did: "denied", "gave no answer"; a verb of the past, which goes with one and with many.
    """

    parties: tuple[str, ...]
    more: int
    reserve: str
    reply: PublicStatement | None
    answer: str


def glance(dossier: Dossier, claim: PublicClaim) -> Glance:
    """A claim as its row shows it."""
    said = dossier.said(claim.statements)
    parties = dossier.parties(said)
    reply = next(iter(dossier.replies_to(claim)), None)
    return Glance(
        parties[:SHOWN],
        max(0, len(parties) - SHOWN),
        _reserve(said),
        reply,
        _answer(dossier, claim, reply) if reply else "",
    )


def _answer(dossier: Dossier, claim: PublicClaim, reply: PublicStatement) -> str:
    """What who replies did; who denies in general beside a claim that this contests in no way denied something else."""
    if dossier.is_silent(reply):
        return "told that nobody answered" if dossier.only_tells(reply) else "gave no answer"
    if dossier.only_tells(reply):
        return "told of a denial or of silence" if reply.polarity == "denied" else "wrote"
    attitude = reply.voices[-1].attitude if reply.voices else "asserts"
    if not denies(reply):
        return "replied" if attitude == "asserts" else wording().words("attitudes", attitude).label
    return "denied" if claim.contest.startswith("denied") else "replied with a denial"


def _reserve(said: tuple[PublicStatement, ...]) -> str:
    """How tellings hold back: by the first word for it, "in part" where some tell it plainly."""
    reserves = [_of(one) for one in said]
    first = next((reserve for reserve in reserves if reserve), "")
    if not first:
        return ""
    return f"as {first}" if all(reserves) else f"in part as {first}"


def _of(statement: PublicStatement) -> str:
    if statement.hedges:
        return wording().words("hedges", statement.hedges[0].kind).label
    is_told = statement.kind == "response" or any(voice.attitude == "denies" for voice in statement.voices)
    return "not so" if statement.polarity == "denied" and not is_told else ""

"""Whether a released statement says plainly that something is so, and if not, why not."""

from longarm.model.public import PublicStatement
from longarm.model.statements import BACKING, UNREAL


def denies(statement: PublicStatement) -> bool:
    """Whether it tells that something is not so, or that a party denies it; who "did not respond" denies nothing."""
    if statement.stage == "silence":
        return False
    return statement.polarity == "denied" or any(voice.attitude == "denies" for voice in statement.voices)


def figure_stance(statement: PublicStatement) -> str:
    """Why a figure is no plain assertion: `denied`, `doubted`, `expected`; empty where it is one."""
    if denies(statement):
        return "denied"
    if any(voice.attitude not in BACKING for voice in statement.voices):
        return "doubted"
    return "expected" if any(hedge.kind in UNREAL for hedge in statement.hedges) else ""

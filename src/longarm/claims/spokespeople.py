"""For which state somebody speaks where the text leaves it unsaid: a spokesperson ("Chinese authorities deny it,
spokeswoman Ada Dee said") and an embassy that is named by its town alone."""

from collections import defaultdict
from collections.abc import Sequence

from longarm.claims import words
from longarm.claims.context import Context
from longarm.languages import missions
from longarm.model.claims import Resolved
from longarm.model.statements import Voice

CHARGES = ("act", "presence", "purpose", "figure")


def spokespeople(items: Sequence[Resolved], context: Context) -> dict[str, str]:
    """Source ids of spokespeople and embassies of no known state to a state's code.

    It is the state that replied last before them in their text; else, of an embassy, the only one that the text
    accuses, and of a spokesperson the one that the reply is about. Nobody is among them for whom two documents show two
    states, or one shows none.

    Args:
        items: all statements, in document order.
    """
    accused = _accused(items, context)
    found: dict[str, set[str]] = defaultdict(set)
    last: dict[str, str] = {}
    for item in items:
        statement = item.statement
        if statement.kind != "response" or len(statement.voices) < 2:
            continue
        voice, document = statement.voices[-1], statement.document
        if state := context.states.get(voice.source, ""):
            last[document] = state
            continue
        about = context.party(statement.roles.actor)
        if _is_mission(voice):
            found[voice.source].add(
                last.get(document) or (min(accused[document]) if len(accused[document]) == 1 else "")
            )
        elif voice.mention is not None and words.is_spokesperson(voice.mention.words):
            found[voice.source].add(last.get(document) or (about if len(about) == words.ISO else ""))
    return {source: min(codes) for source, codes in found.items() if len(codes) == 1 and "" not in codes}


def _accused(items: Sequence[Resolved], context: Context) -> dict[str, set[str]]:
    """The states that each document says act or run something by a method."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        statement = item.statement
        party = context.party(statement.roles.operator) or context.party(statement.roles.actor)
        if statement.kind in CHARGES and statement.method and len(party) == words.ISO:
            found[statement.document].add(party)
    return found


def _is_mission(voice: Voice) -> bool:
    return not missions.abroad().isdisjoint(words.tokens(voice.name))

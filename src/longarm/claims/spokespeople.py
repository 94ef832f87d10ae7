"""For which state a spokesperson speaks whose body the text leaves unsaid: "Chinese authorities deny it, spokeswoman
Ada Dee said"."""

from collections import defaultdict
from collections.abc import Sequence

from longarm.claims import words
from longarm.claims.context import Context
from longarm.model.claims import Resolved


def spokespeople(items: Sequence[Resolved], context: Context) -> dict[str, str]:
    """Source ids of spokespeople of no known state to the code of the state that last replied before them.

    Nobody is among them for whom two documents show two states, or one shows none.

    Args:
        items: all statements, in document order.
    """
    found: dict[str, set[str]] = defaultdict(set)
    last: dict[str, str] = {}
    for item in items:
        statement = item.statement
        if statement.kind != "response" or len(statement.voices) < 2:
            continue
        voice = statement.voices[-1]
        if state := context.states.get(voice.source, ""):
            last[statement.document] = state
        elif voice.mention is not None and words.is_spokesperson(voice.mention.words):
            about = context.party(statement.roles.actor)
            found[voice.source].add(last.get(statement.document, "") or (about if len(about) == words.ISO else ""))
    return {source: next(iter(codes)) for source, codes in found.items() if len(codes) == 1 and "" not in codes}

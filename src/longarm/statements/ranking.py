"""Ranking: which of the assertions that extractors see in one clause is told, by how each was found.

Extractors look at a clause each for itself, and know nothing of one another. Where several see something in the same
clause, the evidence that stands first in `RANKING` is told, and the others are not, but for what stands beside
anything (`is_alone` is false).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One way in which an assertion is found.

    Attributes:
        name: what candidates carry it as.
        why: the reason of its place in the table.
        is_alone: whether it takes a clause for itself.
        takes_quoted: whether it may take a clause that has a quotation.
        is_row: whether it finds one of several in a clause, so that an act of the whole clause would tell it again.
    """

    name: str
    why: str
    is_alone: bool = True
    takes_quoted: bool = True
    is_row: bool = False


RANKING: tuple[Evidence, ...] = (
    Evidence("figure", "a number with what it counts is said whatever else the clause says", is_alone=False),
    Evidence("quotation", "words in quotation marks are somebody's, whatever they tell", is_alone=False),
    Evidence("silence", "that somebody did not answer leaves nothing else to tell"),
    Evidence("reply", "who speaks is the accused, and the words deny, explain or turn on the accusation"),
    Evidence("rebuff", "the verb itself turns an accusation down"),
    Evidence("call", "what is asked for has not been done, so that its words tell neither step nor deed"),
    Evidence("purpose", "what something is for may name deeds and laws, and tells of none of them"),
    Evidence("aim", "an aim in a phrase stands beside the deed that it was the aim of", is_alone=False),
    Evidence("deeds", "a list of deeds tells each of them, whatever clause names them", is_alone=False, is_row=True),
    Evidence(
        "cell", "a row of a table is told by itself, whatever the parser makes of it", is_alone=False, is_row=True
    ),
    Evidence("task", "the second thing that somebody is to do stands beside the first", is_alone=False),
    Evidence("gap", "what is told without its verb stands beside the clause that has it", is_alone=False),
    Evidence("law", "a word of law or a step of proceedings says more than the method that it is about"),
    Evidence("answer", "what the accused say in their answer is theirs, though its words be those of a method"),
    Evidence("site", "a facility that stands somewhere is told by its being there"),
    Evidence("provision", "the shelters and desks that a host provides have the names of what an accused state keeps"),
    Evidence("cue", "the words of a method"),
    Evidence("matter", "the deed that a step was for stands beside the step, not beside itself", is_alone=False),
    Evidence("holding", "what a court holds is law, where its words are those of no method"),
    Evidence("told", "somebody says so, or it happened: nothing says of what kind it is", takes_quoted=False),
    Evidence("spoken", "a verb of judging with what is judged, where nothing else is told of it"),
)

_RANKS = {evidence.name: rank for rank, evidence in enumerate(RANKING)}


def rank(evidence: str) -> int:
    """The place of an evidence in the table; lower goes first.

    Raises:
        KeyError: it has none.
    """
    return _RANKS[evidence]

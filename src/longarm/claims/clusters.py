"""Statements of one question while they are gathered, with the judgements that put them there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from longarm.claims.judging import SAME
from longarm.claims.questions import Question
from longarm.model.claims import Judgement, Resolved

DOUBTS = 6  # unsure judgements kept for one statement


@dataclass(slots=True)
class Cluster:
    """A claim in the making.

    Attributes:
        members: indices of statements, in document order at the end.
        questions: the different ways in which its statements ask it.
        judgements: why each statement but the first belongs, and which doubts there are.
    """

    members: list[int] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def join(self, indices: Iterable[int], items: Sequence[Resolved], question: Question | None, reason: str) -> None:
        """Take statements in; `question` where they ask in a way that is new to the cluster."""
        for index in indices:
            if self.members:
                self.judgements.append(Judgement(items[self.members[0]].id, items[index].id, SAME, reason))
            self.members.append(index)
        if question is not None:
            self.questions.append(question)

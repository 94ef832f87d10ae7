"""Steps of proceedings beside the claims they concern: investigation, charge, plea, conviction, dropped, closed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from longarm.claims.context import WORLD, Context
from longarm.claims.questions import Question
from longarm.claims.steps import is_step
from longarm.model.claims import Resolved

NEAR = 1  # passages before or after a step in which the claim it concerns may stand
CONCERNED = ("presence", "act", "purpose")


def link(
    groups: Sequence[tuple[Question, Sequence[Resolved]]], questions: Mapping[str, Question], context: Context
) -> list[tuple[str, ...]]:
    """For every claim the ids of the steps that concern it, the latest first, undated ones last.

    A step concerns the presences, acts and purposes told beside it in its document that share its place or name none,
    every claim on the same method at the very same place, and the other steps that concern the same.
    """
    index = _Index(groups, questions, context)
    return [index.steps_of(number) for number in range(len(groups))]


class _Index:
    def __init__(
        self,
        groups: Sequence[tuple[Question, Sequence[Resolved]]],
        questions: Mapping[str, Question],
        context: Context,
    ) -> None:
        self._groups, self._questions, self._context = groups, questions, context
        self._group_of = {item.id: number for number, (_, members) in enumerate(groups) for item in members}
        self._items = {item.id: item for _, members in groups for item in members}
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._at: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, (question, members) in enumerate(groups):
            if question.kind not in CONCERNED:
                continue
            for place in set(question.places) - {WORLD}:
                if question.method:
                    self._at[question.method, place].append(number)
            for item in members:
                self._near[item.statement.document, item.statement.passage].append(item.id)
        self._concerns: dict[int, dict[str, None]] = defaultdict(dict)
        for _, members in groups:
            for item in members:
                if is_step(item.statement):
                    self._settle(item)
        self._steps_at = self._shared()

    def _settle(self, step: Resolved) -> None:
        own = self._group_of[step.id]
        self._concerns[own][step.id] = None
        beside = self._beside(step)
        for other in beside:
            self._concerns[self._group_of[other]][step.id] = None
            question = self._questions[other]
            for place in set(question.places) - {WORLD}:
                for number in self._at[question.method, place]:
                    self._concerns[number][step.id] = None

    def _beside(self, step: Resolved) -> Iterable[str]:
        statement = step.statement
        mine = set(self._questions[step.id].places) - {WORLD}
        for passage in range(statement.passage - NEAR, statement.passage + NEAR + 1):
            for other in self._near[statement.document, passage]:
                theirs = set(self._questions[other].places) - {WORLD}
                if not mine or not theirs or self._touch(mine, theirs):
                    yield other

    def _touch(self, left: set[str], right: set[str]) -> bool:
        holds = self._context.holds
        return any(holds(one, other) or holds(other, one) for one in left for other in right)

    def _shared(self) -> dict[int, list[int]]:
        """For a claim of steps, the placed claims that its steps concern: their other steps are its later history."""
        found: dict[int, dict[int, None]] = defaultdict(dict)
        for number, told in self._concerns.items():
            question = self._groups[number][0]
            if question.kind in CONCERNED and set(question.places) - {WORLD}:
                for step in told:
                    found[self._group_of[step]][number] = None
        return {number: list(others) for number, others in found.items()}

    def steps_of(self, number: int) -> tuple[str, ...]:
        """The steps of one claim, the latest first."""
        told = dict(self._concerns.get(number, {}))
        for other in self._steps_at.get(number, ()):
            told |= self._concerns[other]
        return tuple(sorted(told, key=self._lateness))

    def _lateness(self, identity: str) -> tuple[bool, int, str, int]:
        item = self._items[identity]
        day = happened(item, self._context)
        return day is None, -day.toordinal() if day else 0, item.statement.document, item.statement.order


def happened(item: Resolved, context: Context) -> date | None:
    """The last day on which a step can have happened: its own date, when it was said, or the document's."""
    document = context.documents.get(item.statement.document)
    published = document.published if document else None
    for period in (item.period, item.as_of, item.said_at, published):
        days = period.days() if period is not None else None
        if days is not None:
            return days[1]
    return None

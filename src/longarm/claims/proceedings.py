"""Steps of proceedings beside the claims they concern: investigation, charge, plea, conviction, dropped, closed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from longarm.claims.context import Context
from longarm.claims.questions import Group, Question
from longarm.claims.steps import is_step
from longarm.model.claims import Resolved
from longarm.model.places import WORLD

LISTED = 48  # steps, the latest, that claims at one place on one method share from all documents
NEAR = 1  # passages before or after a step in which the claim it concerns may stand
CONCERNED = ("presence", "act", "purpose")
Place = tuple[str, str]  # a method and the place it was used at


def link(groups: Sequence[Group], questions: Mapping[str, Question], context: Context) -> list[tuple[str, ...]]:
    """For every claim the ids of the steps that concern it, the latest first, undated ones last.

    A step concerns the presences, acts and purposes told beside it in its document that share its place, every claim on
    the same method at the very same place, and the other steps that concern the same. Where it or they name no place,
    standing near is not enough, since a text may tell of several cases: they stand in one passage, or share a party,
    those it was done to, a programme or a means; a step of which nothing of that is said concerns what stands near
    only in a text that tells of one place.
    """
    index = _Index(groups, questions, context)
    return [index.steps_of(number) for number in range(len(groups))]


class _Index:
    def __init__(self, groups: Sequence[Group], questions: Mapping[str, Question], context: Context) -> None:
        self._groups, self._questions, self._context = groups, questions, context
        self._group_of = {item.id: number for number, (_, members) in enumerate(groups) for item in members}
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._told_of: dict[str, set[str]] = defaultdict(set)
        for _, members in self._concerned():
            for item in members:
                self._near[item.statement.document, item.statement.passage].append(item.id)
                self._told_of[item.statement.document].update(set(questions[item.id].places) - {WORLD})
        steps = [item for _, members in groups for item in members if is_step(item.statement)]
        self._rank = {step.id: rank for rank, step in enumerate(sorted(steps, key=self._lateness))}
        self._beside_claim: dict[int, dict[str, None]] = defaultdict(dict)
        self._at: dict[Place, dict[str, None]] = defaultdict(dict)
        self._history: dict[Place, dict[str, None]] = defaultdict(dict)
        self._claims_of: dict[int, dict[int, None]] = defaultdict(dict)
        self._places_of: dict[int, dict[Place, None]] = defaultdict(dict)
        for step in steps:
            self._settle(step)
        self._shared = {place: self._latest(told) for place, told in self._at.items()}
        self._later = {place: self._latest(told) for place, told in self._history.items()}

    def _concerned(self) -> Iterable[Group]:
        return ((question, members) for question, members in self._groups if question.kind in CONCERNED)

    def _settle(self, step: Resolved) -> None:
        own = self._group_of[step.id]
        self._beside_claim[own][step.id] = None
        for other in self._beside(step):
            number = self._group_of[other]
            self._beside_claim[number][step.id] = None
            whole = self._groups[number][0]
            if set(whole.places) - {WORLD}:
                self._claims_of[own][number] = None
            for place in _places(whole):
                self._history[place][step.id] = None
            for place in _places(self._questions[other]):
                self._at[place][step.id] = None
                self._history[place][step.id] = None
                self._places_of[own][place] = None

    def _beside(self, step: Resolved) -> Iterable[str]:
        statement = step.statement
        mine = set(self._questions[step.id].places) - {WORLD}
        for passage in range(statement.passage - NEAR, statement.passage + NEAR + 1):
            for other in self._near[statement.document, passage]:
                theirs = set(self._questions[other].places) - {WORLD}
                is_told = self._touch(mine, theirs) if mine and theirs else passage == statement.passage
                if is_told or (not (mine and theirs) and self._share(step, other)):
                    yield other

    def _share(self, step: Resolved, other: str) -> bool:
        """Whether a step and what is told near it are of one party, of the same people, programme or means; or nobody
        is named and their text knows one place at most."""
        mine, theirs = self._questions[step.id], self._questions[other]
        topics = mine.topics - {mine.method}
        said = ({mine.actor, mine.programme} | topics) - {""} | mine.target
        if said & ({theirs.actor, theirs.programme, theirs.method} | theirs.topics | theirs.target):
            return True
        is_bare = not said and not set(mine.places) - {WORLD}
        return is_bare and len(self._told_of[step.statement.document]) <= 1

    def _touch(self, left: set[str], right: set[str]) -> bool:
        holds = self._context.holds
        return any(holds(one, other) or holds(other, one) for one in left for other in right)

    def _latest(self, told: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(told, key=self._rank.__getitem__)[:LISTED])

    def steps_of(self, number: int) -> tuple[str, ...]:
        """The steps of one claim, the latest first.

        The steps of a claim of steps go on with those of what they concern: these are its later history.
        """
        question = self._groups[number][0]
        found = dict(self._beside_claim.get(number, {}))
        places = dict.fromkeys(_places(question) if question.kind in CONCERNED else ())
        for other in self._claims_of.get(number, {}):
            found |= self._beside_claim[other]
            places |= dict.fromkeys(_places(self._groups[other][0]))
        for place in places:
            found |= dict.fromkeys(self._shared.get(place, ()))
        for place in self._places_of.get(number, {}):
            found |= dict.fromkeys(self._later[place])
        return tuple(sorted(found, key=self._rank.__getitem__))

    def _lateness(self, item: Resolved) -> tuple[bool, int, str, int]:
        day = happened(item, self._context)
        return day is None, -day.toordinal() if day else 0, item.statement.document, item.statement.order


def _places(question: Question) -> list[Place]:
    """The method of a question with each place of it, but for the world; none without a method."""
    return [(question.method, place) for place in sorted(set(question.places) - {WORLD}) if question.method]


def happened(item: Resolved, context: Context) -> date | None:
    """The last day on which a step can have happened: its own date, when it was said, or the document's."""
    document = context.documents.get(item.statement.document)
    published = document.published if document else None
    for period in (item.period, item.as_of, item.said_at, published):
        days = period.days() if period is not None else None
        if days is not None:
            return days[1]
    return None

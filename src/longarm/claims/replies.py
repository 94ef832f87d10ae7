"""What the accused replied: responses beside the claims they answer, and how far they contest them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from longarm.claims import words
from longarm.claims.context import WORLD, Context
from longarm.claims.judging import likeness
from longarm.claims.origins.roots import backed
from longarm.claims.questions import Question
from longarm.claims.topics import stems
from longarm.model.claims import Resolved

SAME_TOPIC = 0.34  # share of telling words (Dice) from which a reply speaks of the claim itself
COMMON_WORDS = 2  # such words at the least, without those that only name the means ("stations")
LOOKED_AT = 8  # statements of a claim that a reply is compared with
ANSWERED_BY_DEFENCE = ("purpose", "act")  # what a reply answers by saying what the operation is there for
NEVER_ANSWERED = ("response", "quotation", "remedy")
LEVELS = ("unanswered", "answered", "denied-in-general", "denied-specifically")


@dataclass(frozen=True, slots=True)
class Reply:
    """A response as it is set beside claims.

    Attributes:
        party: key of the party that replies.
        denies: it rejects what is said.
        topics: methods and programmes it speaks of.
        places: ids it names, but for the world.
        figures: numbers it names.
    """

    item: Resolved
    party: str
    denies: bool
    topics: frozenset[str]
    places: frozenset[str]
    figures: frozenset[str]
    content: frozenset[str]


@dataclass(frozen=True, slots=True)
class Contest:
    """The replies to one claim, in document order, and the strongest way they contest it (one of LEVELS)."""

    level: str
    replies: tuple[str, ...]


def contests(
    groups: Sequence[tuple[Question, Sequence[Resolved]]], questions: Mapping[str, Question], context: Context
) -> list[Contest]:
    """The contest of every claim.

    Args:
        groups: each claim's question and statements.
        questions: the question of each statement, by its id.
    """
    found = [
        _reply(item, questions[item.id], context)
        for question, members in groups
        if question.kind == "response"
        for item in members
    ]
    by_party: dict[str, list[Reply]] = defaultdict(list)
    for reply in found:
        if reply.party:
            by_party[reply.party].append(reply)
    desk = _Desk(by_party, context)
    order = {item.id: index for index, item in enumerate(item for _, members in groups for item in members)}
    return [desk.contest(question, members, questions, order) for question, members in groups]


def _reply(item: Resolved, question: Question, context: Context) -> Reply:
    statement = item.statement
    root = statement.voices[-1].source if statement.voices else ""
    party = question.actor or context.states.get(root, "")
    attitude = any(voice.attitude == "denies" for voice in statement.voices)
    return Reply(
        item,
        party,
        attitude or statement.polarity == "denied" or words.denies(statement.span.words),
        question.topics | ({question.programme} - {""}),
        frozenset(place.id for place in item.places if place.id and place.id != WORLD and place.id != party),
        question.numbers,
        question.content,
    )


class _Desk:
    """Sets replies beside claims; what all claims of one topic share is put together once."""

    def __init__(self, replies: Mapping[str, list[Reply]], context: Context) -> None:
        self._context = context
        self._on_topic: dict[tuple[str, str], list[Reply]] = defaultdict(list)
        self._untold: dict[str, list[Reply]] = defaultdict(list)
        self._in_document: dict[str, list[Reply]] = defaultdict(list)
        for party, found in replies.items():
            for reply in found:
                self._in_document[reply.item.statement.document].append(reply)
                for topic in reply.topics:
                    self._on_topic[party, topic].append(reply)
                if not reply.topics:
                    self._untold[party].append(reply)

    def contest(
        self,
        question: Question,
        members: Sequence[Resolved],
        questions: Mapping[str, Question],
        order: Mapping[str, int],
    ) -> Contest:
        """The replies to one claim."""
        if question.kind in NEVER_ANSWERED:
            return Contest("unanswered", ())
        party = next((q.actor for item in members if (q := questions[item.id]).actor), "")
        levels: dict[str, str] = {}
        for item in members:
            if self._is_denial_of_own(item, party):
                levels[item.id] = "denied-specifically"
        for reply in self._candidates(question, party, members):
            if level := self._level(reply, question, members, questions):
                levels[reply.item.id] = level
        strongest = max(levels.values(), key=LEVELS.index, default="unanswered")
        return Contest(strongest, tuple(sorted(levels, key=lambda identity: order[identity])))

    def _candidates(self, question: Question, party: str, members: Sequence[Resolved]) -> list[Reply]:
        topics = sorted(question.topics | ({question.programme} - {""}))
        documents = {item.statement.document for item in members}
        if not party:
            beside = [reply for document in sorted(documents) for reply in self._in_document[document]]
            return [reply for reply in beside if reply.topics & set(topics)]
        found = {reply.item.id: reply for topic in topics for reply in self._on_topic[party, topic]}
        untold = [reply for reply in self._untold[party] if reply.item.statement.document in documents]
        return [*found.values(), *(reply for reply in untold if reply.item.id not in found)]

    def _level(
        self, reply: Reply, question: Question, members: Sequence[Resolved], questions: Mapping[str, Question]
    ) -> str:
        named = self._names_it(reply, question, members, questions)
        if reply.places and question.places and not named and not self._meets(reply, question):
            return ""
        if reply.denies:
            return "denied-specifically" if named else ("denied-in-general" if reply.topics else "")
        if named or (reply.topics and question.kind in ANSWERED_BY_DEFENCE):
            return "answered"
        return ""

    def _names_it(
        self, reply: Reply, question: Question, members: Sequence[Resolved], questions: Mapping[str, Question]
    ) -> bool:
        """Whether the reply names the place, a figure or the act of the claim, and not only its topic."""
        if reply.places & (set(question.places) - {WORLD}):
            return True
        if question.kind == "figure" and reply.figures & _values(members):
            return True
        return any(_is_about(reply.content, questions[item.id].content) for item in members[:LOOKED_AT])

    def _meets(self, reply: Reply, question: Question) -> bool:
        pairs = [(one, other) for one in reply.places for other in question.places]
        return any(self._context.holds(one, other) or self._context.holds(other, one) for one, other in pairs)

    def _is_denial_of_own(self, item: Resolved, party: str) -> bool:
        """Whether the accused itself denies the assertion in a statement of the claim."""
        root = item.statement.voices[-1].source if item.statement.voices else ""
        return bool(party) and self._context.states.get(root, "") == party and not backed(item)


def _is_about(reply: frozenset[str], told: frozenset[str]) -> bool:
    """Whether two wordings share telling words beside those that only name the topic."""
    return len((reply & told) - stems()) >= COMMON_WORDS and likeness(reply, told) >= SAME_TOPIC


def _values(members: Sequence[Resolved]) -> set[str]:
    found: set[str] = set()
    for item in members:
        quantity = item.statement.quantity
        if quantity is not None:
            found |= words.numbers(quantity.span.words)
    return found

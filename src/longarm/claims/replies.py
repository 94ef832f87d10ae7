"""What the accused replied: responses beside the claims they answer, and how far they contest them.

A claim lists the replies that speak of it (its place, its figure, its act), those of its own documents, and the first
general ones of its topic. Thousands of general denials are not repeated under thousands of claims: the rest stand
where every reply stands, among the claims of kind `response`.
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from longarm.claims import words
from longarm.claims.answers import Answers, Asked, Reply, is_about, is_bare
from longarm.claims.context import Context
from longarm.claims.judging import likeness
from longarm.claims.nearest import Nearest
from longarm.claims.origins.roots import backed
from longarm.claims.questions import Group, Question
from longarm.model.claims import Resolved
from longarm.model.places import WORLD

ISO = 2  # letters of the code of a state
LOOKED_AT = 8  # statements of a claim that a reply is compared with
GENERAL = (
    24  # replies in general of other documents that a claim lists, denials first, each reply before its repetitions
)
FEW = 3  # documents of a claim up to which a reply in one of them is taken to be on it
ANSWERED_BY_DEFENCE = ("purpose", "act")  # what a reply answers by saying what the operation is there for
CHARGES = ("act", "presence")  # kinds of claims that lay a deed to their actor
NEVER_ANSWERED = ("response", "quotation", "remedy")
DENYING = ("quotation", "act")  # what may deny beside responses, by its words
SILENCE = "silence"  # stage of a response that tells that nobody answered
ANSWERS = ("", "reply", SILENCE)  # stages of answers; any other is what a host state does
LEVELS = ("unanswered", "answered", "denied-in-general", "denied-specifically")


@dataclass(frozen=True, slots=True)
class Contest:
    """The replies to one claim, the nearest first, and the strongest way they contest it (one of LEVELS).

    Attributes:
        unlisted: how many replies in general of other documents there are at least beside those listed.
    """

    level: str
    replies: tuple[str, ...]
    unlisted: int = 0


@dataclass(frozen=True, slots=True)
class _Near:
    """How near a reply is to a claim: as far as it contests it; then the replies of the documents of a claim that FEW
    tell, those whose own words speak of the like, those of its documents, those with most words of it, and each reply
    before its repetitions, in document order."""

    level: str
    is_among_few: bool = True
    is_on: bool = True
    is_beside: bool = True
    likeness: float = 1.0
    repeats: int = 0

    def key(self, order: int) -> tuple[float, ...]:
        """What replies are sorted by."""
        is_far = (not self.is_among_few, not self.is_on, not self.is_beside)
        return -LEVELS.index(self.level), *is_far, -self.likeness, self.repeats, order


def contests(groups: Sequence[Group], questions: Mapping[str, Question], context: Context) -> list[Contest]:
    """The contest of every claim.

    Args:
        groups: each claim's question and statements.
        questions: the question of each statement, by its id.
    """
    told = [
        _reply(item, questions[item.id], context, repeats)
        for question, members in groups
        if question.kind in (*DENYING, "response")
        for repeats, item in enumerate(members)
        if question.kind == "response" or _is_denial(item, questions[item.id])
    ]
    found = [reply for reply in told if reply.rejects or reply.item.statement.stage in ANSWERS]
    charges = (item for question, members in groups if question.kind in CHARGES for item in members)
    accused = frozenset(
        (item.statement.document, question.actor, topic)
        for item in charges
        if (question := questions[item.id]).actor
        for topic in question.topics
    )
    desk = _Desk(Answers(found, context), accused, context)
    order = {item.id: index for index, item in enumerate(item for _, members in groups for item in members)}
    found_by_claim = [desk.replies(question, members, questions, order) for question, members in groups]
    _add_nearest([near for near, _ in found_by_claim], groups, found, Nearest(groups, questions, context))
    return [_contest(near, unlisted, order) for near, unlisted in found_by_claim]


def _contest(near: Mapping[str, _Near], unlisted: int, order: Mapping[str, int]) -> Contest:
    strongest = max((one.level for one in near.values()), key=LEVELS.index, default=LEVELS[0])
    return Contest(strongest, tuple(sorted(near, key=lambda one: near[one].key(order[one]))), unlisted)


def _add_nearest(
    contested: Sequence[dict[str, _Near]],
    groups: Sequence[Group],
    replies: Sequence[Reply],
    nearest: Nearest,
) -> None:
    """Adds the replies that stand beside nothing of their own text yet, at what is nearest there."""
    placed: dict[str, set[int]] = defaultdict(set)
    for number, near in enumerate(contested):
        for one in near:
            placed[one].add(number)
    for reply in replies:
        is_denial = reply.party and (reply.rejects or (reply.denies and reply.is_told))
        for number in nearest.claims(reply, placed[reply.item.id]):
            level = _in_general_of(groups[number][0]) if is_denial else "answered"
            contested[number][reply.item.id] = _Near(LEVELS[0] if reply.is_silent else level)


def _in_general_of(question: Question) -> str:
    """How far a general denial contests a claim: who denies the stations denies no arrest over them."""
    return "answered" if question.is_step else "denied-in-general"


def _reply(item: Resolved, question: Question, context: Context, repeats: int) -> Reply:
    statement = item.statement
    said = any(voice.attitude == "denies" for voice in statement.voices) or words.denies(statement.span.words)
    said = said and statement.stage != SILENCE  # "would not discuss the denial" denies nothing
    is_declined = bool(statement.voices) and statement.voices[-1].attitude == "declines"
    is_silent = statement.stage == SILENCE or is_declined or words.is_silent(statement.span.words)
    party = _party(item, question, context, denies=said)
    return Reply(
        item,
        party,
        said or (statement.polarity == "denied" and not is_silent and not words.defies(statement.span.words)),
        question.topics | ({question.programme} - {""}),
        frozenset(place.id for place in item.places if place.id and place.id != WORLD and place.id != party),
        frozenset(question.numbers),
        question.content,
        repeats,
        is_silent and not said,
        question.is_told,
        said,
    )


def _party(item: Resolved, question: Question, context: Context, *, denies: bool) -> str:
    """Who replies: the state of who speaks; where only the author tells of it, or somebody of no known state denies,
    whoever the words say does ("the embassy rejected", "she said that China rejects"). What a ministry or a group says
    of a state is no reply of that state."""
    voices = item.statement.voices
    root = voices[-1].source if voices else ""
    if (spoken := context.states.get(root, "")) or question.kind != "response":
        return spoken
    known = context.sources.get(root)
    is_anyone = known is None or known.kind in ("person", "collective", "unknown")
    return question.actor if len(voices) < 2 or (denies and is_anyone) else ""


def _is_denial(item: Resolved, question: Question) -> bool:
    """Whether words that somebody is quoted with, or said to have said, deny what they are about."""
    is_said = len(item.statement.voices) > 1 and bool(question.topics)
    return is_said and words.denies(item.statement.span.words)


class _Desk:
    """Sets replies beside claims."""

    def __init__(self, answers: Answers, accused: frozenset[tuple[str, str, str]], context: Context) -> None:
        self._answers, self._accused, self._context = answers, accused, context

    def replies(
        self,
        question: Question,
        members: Sequence[Resolved],
        questions: Mapping[str, Question],
        order: Mapping[str, int],
    ) -> tuple[dict[str, _Near], int]:
        """How near each reply to one claim is, by id, and how many more there are at least in general."""
        if question.kind in NEVER_ANSWERED:
            return {}, 0
        party = next((q.actor for item in members if (q := questions[item.id]).actor), "")
        if question.kind == "legal":  # who arrests is not who is accused
            party = self._behind(question, members)
        near = {item.id: _Near(LEVELS[-1]) for item in members if self._is_denial_of_own(item, party)}
        asked = _asked(question, party, members, questions)
        beside = self._beside(asked, members)
        is_of_few = len({item.statement.document for item in members}) <= FEW
        for reply in beside:
            if level := self._level(reply, question, asked):
                near[reply.item.id] = _near(reply, level, asked, is_beside=True, is_of_few=is_of_few)
        unlisted = 0
        if party:
            known = {reply.item.id for reply in beside}
            elsewhere, unlisted = self._elsewhere(question, asked, known, order)
            near |= {reply.item.id: _near(reply, level, asked, is_beside=False) for reply, level in elsewhere}
            unlisted = max(unlisted, self._answers.denials(asked) - len(near))
        return near, unlisted

    def _beside(self, asked: Asked, members: Sequence[Resolved]) -> list[Reply]:
        """The replies on its topic in a claim's own documents, and there those of the accused that name no topic, or
        nothing but the claim.

        Who else denies it there, or would not comment, may be accused too: an association, somebody on trial; but no
        other state is, and what he denies must be this. Of a claim that accuses nobody by name, those answer whom the
        document accuses of the like.
        """
        own = {item.id for item in members}
        found = [
            reply
            for reply in self._answers.of_documents({item.statement.document for item in members})
            if reply.item.id not in own
        ]
        on_topic = [reply for reply in found if reply.topics & asked.topics]
        is_other = [one for one in on_topic if not one.party or one.party != asked.party]
        theirs = [one for one in is_other if self._may_be_accused(one, asked)]
        if not asked.party:
            charged = [one for one in on_topic if self._is_accused(one, asked)]
            return [*charged, *(one for one in theirs if one not in charged)]
        mine = [reply for reply in found if reply.party == asked.party]
        flat = [reply for reply in mine if not reply.topics or (reply.rejects and is_bare(reply))]
        return [*flat, *(reply for reply in mine if reply.topics & asked.topics and reply not in flat), *theirs]

    def _behind(self, question: Question, members: Sequence[Resolved]) -> str:
        """The only party to which the documents of a step lay what the step was taken over; else empty."""
        documents = {item.statement.document for item in members}
        found = {who for document, who, topic in self._accused if document in documents and topic in question.topics}
        return next(iter(found)) if len(found) == 1 else ""

    def _is_accused(self, reply: Reply, asked: Asked) -> bool:
        """Whether a document lays the like to who replies; a state that denies it is accused of it in any case."""
        if reply.rejects and len(reply.party) == ISO:
            return True
        document = reply.item.statement.document
        return any((document, reply.party, topic) in self._accused for topic in asked.topics)

    def _may_be_accused(self, reply: Reply, asked: Asked) -> bool:
        if len(reply.party) == ISO:
            return False
        return reply.is_silent or (reply.denies and (reply.is_told or is_bare(reply) or is_about(reply, asked)))

    def _elsewhere(
        self, question: Question, asked: Asked, known: Container[str], order: Mapping[str, int]
    ) -> tuple[list[tuple[Reply, str]], int]:
        """The replies of the accused in other documents: those that name the claim, and the first general ones; and
        how many more general ones there are."""
        naming = {one: reply for one, reply in self._answers.naming(asked).items() if one not in known}
        named = [(reply, _specifically(reply, question, asked)) for reply in naming.values()]
        rest = [reply for one, reply in self._answers.general(asked).items() if one not in naming and one not in known]
        found = [(reply, level) for reply in rest if (level := self._in_general(reply, question))]
        found.sort(key=lambda told: (-LEVELS.index(told[1]), told[0].repeats, order[told[0].item.id]))
        return [*named, *found[:GENERAL]], len(found[GENERAL:])

    def _level(self, reply: Reply, question: Question, asked: Asked) -> str:
        if not reply.party or (asked.party and reply.party != asked.party):
            return LEVELS[0] if reply.is_silent else "answered"  # what it denies may be another accusation
        if asked.is_named(reply):
            return _specifically(reply, question, asked)
        if reply.places and question.places and not self._meets(reply, question):
            return ""
        return self._in_general(reply, question)

    def _in_general(self, reply: Reply, question: Question) -> str:
        """How far a reply that does not name a claim contests it; one on a part of its place answers it at most."""
        if not reply.topics and not (reply.rejects and is_bare(reply)):
            return ""
        if reply.is_silent:
            return LEVELS[0]
        if reply.denies:
            return "answered" if self._is_of_part(reply, question) else _in_general_of(question)
        return "answered" if question.kind in ANSWERED_BY_DEFENCE else ""

    def _is_of_part(self, reply: Reply, question: Question) -> bool:
        if not reply.places or not question.places:
            return False
        holds = self._context.holds
        return not any(holds(place, other) for place in reply.places for other in question.places)

    def _meets(self, reply: Reply, question: Question) -> bool:
        pairs = [(one, other) for one in reply.places for other in question.places]
        return any(self._context.holds(one, other) or self._context.holds(other, one) for one, other in pairs)

    def _is_denial_of_own(self, item: Resolved, party: str) -> bool:
        """Whether the accused itself denies the assertion in a statement of the claim."""
        root = item.statement.voices[-1].source if item.statement.voices else ""
        return bool(party) and self._context.states.get(root, "") == party and not backed(item)


def _specifically(reply: Reply, question: Question, asked: Asked) -> str:
    """How far a reply that names a claim contests it; that somebody did not reply is listed and contests nothing.

    Who denies the offices in a town does not deny that people were arrested there over them.
    """
    if reply.is_silent:
        return LEVELS[0]
    if not reply.denies:
        return "answered"
    is_just_this = reply.item.statement.kind == "response" and is_about(reply, asked)
    return _in_general_of(question) if question.is_step and not is_just_this else LEVELS[-1]


def _near(reply: Reply, level: str, asked: Asked, *, is_beside: bool, is_of_few: bool = False) -> _Near:
    shared = max((likeness(reply.content, wording) for wording in asked.wordings), default=0.0)
    return _Near(level, is_beside and is_of_few, reply.is_told or shared > 0, is_beside, shared, reply.repeats)


def _asked(question: Question, party: str, members: Sequence[Resolved], questions: Mapping[str, Question]) -> Asked:
    return Asked(
        party,
        question.topics | ({question.programme} - {""}),
        frozenset(question.places),
        frozenset(_values(members)) if question.kind == "figure" else frozenset(),
        tuple(questions[item.id].content for item in members[:LOOKED_AT]),
    )


def _values(members: Sequence[Resolved]) -> set[str]:
    found: set[str] = set()
    for item in members:
        quantity = item.statement.quantity
        if quantity is not None:
            found |= set(words.numbers(quantity.span.words))
    return found

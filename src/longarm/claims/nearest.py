"""Replies that nothing in their own text was found for are set beside what stands nearest to them there.

A text that says "they are innocent" or "it had a warrant" lets no rule tell which of its claims is meant, or whom it
accuses; still its reader has to see both in one place. Nobody replies to what he tells himself, and what another state
says of the matter answers for nobody.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from longarm.claims import topics, words
from longarm.claims.answers import Reply, is_bare
from longarm.claims.context import Context
from longarm.claims.questions import Group, Question
from longarm.model.claims import Resolved

ISO = 2  # letters of the code of a state
REPLY = "reply"  # stage of a response that a text gives as the answer of somebody accused
_BODIES = ("organisation", "government")
_DEEDS = ("act", "presence", "purpose")
_STEP, _COUNT = "legal", "figure"


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling of a claim, by the number of the claim."""

    number: int
    item: Resolved
    question: Question

    @property
    def is_known(self) -> bool:
        return bool(self.question.method or self.question.topics)


class Nearest:
    """Finds the claims that a reply is set beside in its own text.

    Args:
        groups: each claim's question and statements.
        questions: the question of each statement, by its id.
    """

    def __init__(self, groups: Sequence[Group], questions: Mapping[str, Question], context: Context) -> None:
        self._context = context
        self._told: dict[str, list[_Told]] = defaultdict(list)
        for number, (question, members) in enumerate(groups):
            if question.kind in (*_DEEDS, _STEP, _COUNT):
                for item in members:
                    self._told[item.statement.document].append(_Told(number, item, questions[item.id]))

    def claims(self, reply: Reply, placed: Collection[int]) -> tuple[int, ...]:
        """The numbers of the claims that a reply is set beside; none where it stands beside one of its text already, or
        nothing shows that it answers.

        Args:
            placed: numbers of the claims that it stands beside.
        """
        told = self._told.get(reply.item.statement.document, [])
        if any(one.number in placed for one in told) or not self._may_answer(reply, told):
            return ()
        theirs = [one for one in told if not _is_of_same(one.item, reply.item)]
        if self._is_own_case(reply):
            return _nearest(reply, [one for one in theirs if one.question.kind == _STEP])
        charges = [one for one in theirs if one.question.kind in (*_DEEDS, _STEP)]
        on_topic = [one for one in charges if one.question.topics & reply.topics]
        deeds = [one for one in on_topic if one.question.kind in _DEEDS]
        if found := deeds or on_topic:
            return tuple(dict.fromkeys(one.number for one in found))
        counts = [one for one in theirs if one.question.kind == _COUNT and one.is_known]
        return _nearest(reply, [one for one in charges if one.is_known] or counts or charges)

    def _may_answer(self, reply: Reply, told: Iterable[_Told]) -> bool:
        """Whether a reply is one of somebody accused: who rejects, is silent, or by the text's own words replies."""
        if reply.is_silent:
            return True
        stage = reply.item.statement.stage
        if len(reply.party) == ISO:
            acting = (one.question for one in told if one.question.kind in _DEEDS or not reply.denies)
            others = {question.actor for question in acting if len(question.actor) == ISO}
            about = self._context.party(reply.item.statement.roles.actor)
            is_own = not others - {reply.party} and (len(about) != ISO or about == reply.party)
            return reply.rejects or (stage == REPLY and is_own)
        if reply.rejects or is_bare(reply):
            return reply.rejects or stage == REPLY
        accuses = any(_is_of_same(one.item, reply.item) for one in told if one.question.kind != _STEP)
        is_body = self._kind(reply) in _BODIES or any(_is_told_of(reply, one) for one in told)
        return stage == REPLY and (self._kind(reply) == "person" or (is_body and not reply.denies)) and not accuses

    def _is_own_case(self, reply: Reply) -> bool:
        """Whether somebody may answer for himself alone: a person, or who denies what no claim tells. Then what he
        answers is a case against him, and no deed that may have been done to him."""
        if reply.party or reply.is_silent:
            return False
        return self._kind(reply) == "person" or (reply.denies and not reply.is_told and not is_bare(reply))

    def _kind(self, reply: Reply) -> str:
        voices = reply.item.statement.voices
        known = self._context.sources.get(voices[-1].source) if len(voices) > 1 else None
        return known.kind if known else ""


def _is_of_same(one: Resolved, other: Resolved) -> bool:
    """Whether somebody whom the text names says both."""
    voices = one.statement.voices, other.statement.voices
    return min(map(len, voices)) > 1 and voices[0][-1].source == voices[1][-1].source


def _is_told_of(reply: Reply, one: _Told) -> bool:
    """Whether a claim names those who reply, however they are called: "two centres", of what looks into a centre."""
    voices = reply.item.statement.voices
    named = words.content(voices[-1].name) if len(voices) > 1 else frozenset()
    return bool(named & one.question.content - words.generic() - topics.stems())


def _nearest(reply: Reply, told: Sequence[_Told]) -> tuple[int, ...]:
    """The claim that shares most words with a reply and who gives it; of equals the one told last before it, else the
    first after it. What somebody tells as not so accuses nobody."""
    voices = reply.item.statement.voices
    mine = reply.content | (words.content(voices[-1].name) if len(voices) > 1 else frozenset())
    at = reply.item.statement.span.start

    def rank(one: _Told) -> tuple[int, bool, int]:
        start = one.item.statement.span.start
        return len(mine & one.question.content), start <= at, -abs(at - start)

    charges = [one for one in told if one.item.statement.polarity != "denied"]
    return (max(charges, key=rank).number,) if charges else ()

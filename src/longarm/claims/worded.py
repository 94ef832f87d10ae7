"""Assertions in words and quotations that answer one question, found through rare words and stated roles."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from longarm.claims import judging
from longarm.claims.clusters import DOUBTS, Cluster
from longarm.claims.context import Context
from longarm.claims.judging import NOT_SAME, SAME, UNSURE, Verdict
from longarm.claims.questions import Question
from longarm.model.claims import Judgement, Resolved

RARE_WORDS = 6  # words of an assertion, rarest of those others share, by which others like it are looked for
BUCKET = 48  # clusters that are compared for one word
LEADERS = 4  # wordings of a cluster that a new statement is compared with


class Worded:
    """The clusters of the assertions of one kind; a statement is compared with few others, however many there are."""

    def __init__(self, items: Sequence[Resolved], questions: Sequence[Question], context: Context) -> None:
        self._items, self._questions, self._context = items, questions, context
        self._clusters: list[Cluster] = []
        self._by_word: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_roles: dict[tuple[object, ...], dict[int, None]] = defaultdict(dict)

    def run(self, members: list[int]) -> list[Cluster]:
        """The clusters, in the order of their first statements."""
        counts = Counter(word for index in members for word in _telling(self._questions[index]))
        for index in members:
            question = self._questions[index]
            shared = [word for word in _telling(question) if counts[word] > 1]
            rare = sorted(shared, key=lambda word: (counts[word], word))[:RARE_WORDS]
            self._place(index, question, rare)
        return self._clusters

    def _place(self, index: int, question: Question, rare: list[str]) -> None:
        best: tuple[int, Verdict] | None = None
        doubts: list[tuple[int, Verdict]] = []
        for number in self._candidates(question, rare):
            verdict = self._judge(self._clusters[number], question)
            if verdict.verdict == SAME:
                best = (number, verdict)
                break
            if verdict.verdict == UNSURE:
                doubts.append((number, verdict))
        number = self._take(index, question, best)
        own = self._clusters[number]
        own.judgements += [self._judgement(at, index, verdict) for at, verdict in doubts[:DOUBTS] if at != number]
        for word in rare:
            self._by_word[word][number] = None
        if roles := _roles(question):
            self._by_roles[roles][number] = None

    def _take(self, index: int, question: Question, best: tuple[int, Verdict] | None) -> int:
        if best is None:
            self._clusters.append(Cluster([index], [question]))
            return len(self._clusters) - 1
        number, verdict = best
        target = self._clusters[number]
        target.judgements.append(self._judgement(number, index, verdict))
        target.members.append(index)
        known = {(q.content, q.quotation, q.places, q.actor) for q in target.questions}
        if (
            len(target.questions) < LEADERS
            and (question.content, question.quotation, question.places, question.actor) not in known
        ):
            target.questions.append(question)
        return number

    def _judgement(self, number: int, index: int, verdict: Verdict) -> Judgement:
        first = self._items[self._clusters[number].members[0]].id
        return Judgement(first, self._items[index].id, verdict.verdict, verdict.reason)

    def _candidates(self, question: Question, rare: list[str]) -> Iterable[int]:
        shared: Counter[int] = Counter()
        for word in rare:
            shared.update(itertools.islice(self._by_word[word], BUCKET))
        if roles := _roles(question):
            shared.update(itertools.islice(self._by_roles[roles], BUCKET))
        return [number for number, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))]

    def _judge(self, candidate: Cluster, question: Question) -> Verdict:
        """The best verdict against a cluster's wordings; a stated difference from any of them keeps the two apart."""
        best = Verdict(NOT_SAME, "")
        for known in candidate.questions:
            if question.kind == "quotation":
                verdict = judging.judge_quotations(known.quotation, question.quotation)
            else:
                if judging.conflict(known, question):
                    return Verdict(NOT_SAME, "a stated difference")
                verdict = judging.judge(known, question, self._context)
            if verdict.verdict == SAME or (verdict.verdict == UNSURE and best.verdict != SAME):
                best = verdict
        return best


def _telling(question: Question) -> Iterable[str]:
    return set(question.quotation.split()) if question.kind == "quotation" else question.content


def _roles(question: Question) -> tuple[object, ...]:
    if not (question.method and question.actor and (question.target or question.places)):
        return ()
    return question.method, question.actor, question.places

"""Statements in the same words of one sentence that several documents carry: they answer one question.

A passage that goes from paper to paper keeps few telling words in each clause ("he was questioned by investigators"),
too few to be matched by likeness. What tells that two such clauses are one is the whole sentence around them.
"""

from collections import defaultdict
from collections.abc import Sequence

from longarm.claims import judging, words
from longarm.claims.clusters import Cluster
from longarm.claims.context import Context
from longarm.claims.origins.sentence import sentence
from longarm.claims.questions import Question
from longarm.model.claims import Resolved

TELLING = 5  # telling words of a sentence from which two texts do not write it alike by chance; without names of law
REASON = "the same words of one sentence, which both documents carry word for word"
_Words = tuple[str, ...]


def joined(
    clusters: Sequence[Cluster], items: Sequence[Resolved], questions: Sequence[Question], context: Context
) -> list[Cluster]:
    """The clusters, those joined that hold the same words of one sentence and whose questions state no difference."""
    home = {index: group for group in clusters for index in group.members}
    alike: dict[tuple[str, _Words], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        alike[questions[index].kind, tuple(words.tokens(item.statement.span.words))].append(index)
    for same in alike.values():
        if len({id(home[index]) for index in same}) > 1:
            _join(same, home, items, context)
    kept = {id(group): group for group in home.values()}
    return list(kept.values())


def _join(same: Sequence[int], home: dict[int, Cluster], items: Sequence[Resolved], context: Context) -> None:
    first: dict[_Words, int] = {}
    for index in same:
        told = sentence(items[index], context).words
        if len(words.content(told) - words.generic()) < TELLING:
            continue
        at = first.setdefault(tuple(words.tokens(told)), index)
        one, other = home[at], home[index]
        if one is other or _differ(one, other):
            continue
        one.join(other.members, items, None, REASON)
        one.questions += [question for question in other.questions if question not in one.questions]
        one.judgements += other.judgements
        home.update(dict.fromkeys(other.members, one))


def _differ(one: Cluster, other: Cluster) -> bool:
    return any(judging.conflict(left, right) for left in one.questions for right in other.questions)

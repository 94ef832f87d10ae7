"""Statements that answer one question, put together; near-linear in their number.

Counts and presences are told apart by what they state alone (see `stated`), assertions and quotations by their words
and roles (see `worded`); copies of one sentence are joined at the end (see `verbatim`). The order of documents decides
which statement comes first.
"""

from collections import defaultdict
from collections.abc import Sequence

from longarm.claims.clusters import Cluster
from longarm.claims.context import Context
from longarm.claims.questions import Question
from longarm.claims.stated import stated
from longarm.claims.verbatim import joined
from longarm.claims.worded import Worded
from longarm.model.claims import Resolved


def cluster(items: Sequence[Resolved], questions: Sequence[Question], context: Context) -> list[Cluster]:
    """The clusters of statements, each with its members in order, ordered by first members.

    Args:
        items: all statements, in document order.
        questions: the question of each.
    """
    kinds: dict[str, list[int]] = defaultdict(list)
    for index, question in enumerate(questions):
        kinds[question.kind].append(index)
    found: list[Cluster] = []
    for kind, members in kinds.items():
        if kind in ("figure", "presence"):
            found += stated(members, items, questions)
        else:
            found += Worded(items, questions, context).run(members)
    found = joined(found, items, questions, context)
    for group in found:
        group.members.sort()
    return sorted(found, key=lambda group: group.members[0])

"""Counts and presences that answer one question, told apart by what they state: measure, set, place, operator, time.

What one leaves unsaid does not part it from the others; where it fits several, its own document decides, or nobody.
The few distinct sets of stated values are compared, not the statements. A count that names no place could be of any
place: it joins others where its number agrees, which is no part of the question but tells what was counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from longarm.claims import judging
from longarm.claims.clusters import DOUBTS, Cluster
from longarm.claims.judging import UNSURE
from longarm.claims.questions import Question
from longarm.core.intervals import Interval
from longarm.model.claims import Judgement, Resolved
from longarm.model.places import WORLD

SMALL = 10  # counts below it agree by chance: without a place they are joined within one document only
REACH = 2  # how many times its lower end a number that is open upwards is taken to mean at most
COMPARED = 48  # clusters of unplaced counts that a number is compared with
Signature = tuple[object, ...]


def stated(members: Iterable[int], items: Sequence[Resolved], questions: Sequence[Question]) -> list[Cluster]:
    """The clusters of counts or presences, given by their indices in order."""
    blocks: dict[Signature, dict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in members:
        question = questions[index]
        blocks[question.subject][question.places].append(index)
    found: list[Cluster] = []
    for subject, places in blocks.items():
        placed = {place: _block(indices, items, questions) for place, indices in places.items() if place}
        for clusters in placed.values():
            found += clusters
        unplaced = places.get((), [])
        if subject[0] == "figure":
            found += _unplaced(unplaced, placed.get((WORLD,), []), items, questions)
        else:
            found += _block(unplaced, items, questions)
    return found


def _signature(question: Question) -> Signature:
    period = (question.period.start, question.period.end) if question.period else None
    return question.method, question.actor, question.programme, period


def _block(indices: Iterable[int], items: Sequence[Resolved], questions: Sequence[Question]) -> list[Cluster]:
    """The clusters of one measure, set and place: the most fully stated first, so that the rest can find theirs."""
    block: dict[Signature, list[int]] = defaultdict(list)
    for index in indices:
        block[_signature(questions[index])].append(index)
    found: list[Cluster] = []
    for signature in sorted(block, key=lambda s: (-sum(map(bool, s)), block[s][0])):
        question = questions[block[signature][0]]
        options = _open(found, question)
        if len(options) > 1:
            found += _divide(block[signature], options, items, question)
            continue
        if not options:
            found.append(Cluster())
        target = options[0] if options else found[-1]
        target.join(block[signature], items, question, "nothing that both state differs")
    return found


def _open(clusters: Iterable[Cluster], question: Question) -> list[Cluster]:
    """The clusters that nothing stated keeps a question from."""
    return [c for c in clusters if not any(judging.conflict(known, question) for known in c.questions)]


def _divide(indices: list[int], options: list[Cluster], items: Sequence[Resolved], question: Question) -> list[Cluster]:
    """Give statements that fit several clusters to the one of their own document, or leave them apart, unsure."""
    homes = [{items[index].statement.document for index in option.members} for option in options]
    apart = Cluster()
    for index in indices:
        here = [o for o, home in zip(options, homes, strict=True) if items[index].statement.document in home]
        if len(here) == 1:
            here[0].join([index], items, None, "fits several questions; this one is its own document's")
            continue
        apart.join([index], items, None if apart.members else question, "nothing that both state differs")
        apart.judgements += _doubts(options, items, index, "it leaves unsaid what tells these apart")
    return [apart] if apart.members else []


def _doubts(options: Iterable[Cluster], items: Sequence[Resolved], index: int, why: str) -> list[Judgement]:
    return [Judgement(items[o.members[0]].id, items[index].id, UNSURE, why) for o in list(options)[:DOUBTS]]


def _unplaced(
    indices: Iterable[int], world: list[Cluster], items: Sequence[Resolved], questions: Sequence[Question]
) -> list[Cluster]:
    """The clusters of counts of one measure that name no place; some join those of the whole world, given."""
    known = [_Counts(cluster, items) for cluster in world]
    found: list[_Counts] = []
    for index in indices:
        question, item = questions[index], items[index]
        worldwide = [counts for counts in known if counts.agrees(item) and _open([counts.cluster], question)]
        if len(worldwide) == 1:
            worldwide[0].cluster.join([index], items, question, "no place is said; the number fits that of the world")
            continue
        mine = [counts for counts in found[-COMPARED:] if counts.agrees(item) and _open([counts.cluster], question)]
        if mine:
            mine[0].take(index, items, question)
            continue
        made = _Counts(Cluster([index], [question]), items)
        doubted = [counts.cluster for counts in known if _open([counts.cluster], question)]
        made.cluster.judgements += _doubts(doubted, items, index, "no place is said, and the number is another")
        found.append(made)
    return [counts.cluster for counts in found]


class _Counts:
    """A cluster of counts with its numbers and documents."""

    def __init__(self, cluster: Cluster, items: Sequence[Resolved]) -> None:
        self.cluster = cluster
        self._intervals = dict.fromkeys(_interval(items[index]) for index in cluster.members)
        self._documents = {items[index].statement.document for index in cluster.members}

    def agrees(self, item: Resolved) -> bool:
        """Whether a count can be the same: its number meets one of these, and is large or of the same document."""
        interval = _interval(item)
        here = item.statement.document in self._documents
        return any(_agree(interval, known, here) for known in self._intervals)

    def take(self, index: int, items: Sequence[Resolved], question: Question) -> None:
        """Take a count in that agrees."""
        self.cluster.join([index], items, question, "no place is said; the numbers agree and nothing stated differs")
        self._intervals[_interval(items[index])] = None
        self._documents.add(items[index].statement.document)


def _agree(one: Interval, other: Interval, here: bool) -> bool:
    """Whether two numbers can be one; "more than 50" is 54 but hardly 1,219."""
    if not here and min(one.low, other.low) < SMALL:
        return False
    return one.meets(other) and max(one.low, other.low) <= REACH * max(min(one.low, other.low), 1)


def _interval(item: Resolved) -> Interval:
    quantity = item.statement.quantity
    return quantity.interval if quantity is not None else Interval(0, None)

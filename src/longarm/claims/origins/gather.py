"""The origins of a claim, and how many of them are independent."""

import dataclasses
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from math import inf
from typing import TypeVar

from longarm.claims.context import CORRECTED, RETRACTED, UNKNOWN, Context
from longarm.claims.origins.members import Rooted
from longarm.claims.origins.roots import ATTRIBUTED, CONTRADICTED, PRESUMED, SEEN
from longarm.claims.status import TOLD_IN_RETRACTED
from longarm.core.intervals import Interval
from longarm.model.claims import Independence, Origin, Resolved

K = TypeVar("K", bound=Hashable)
_STRENGTH = (SEEN, ATTRIBUTED, PRESUMED, CONTRADICTED)


def origins(roots: Sequence[Rooted], context: Context) -> tuple[tuple[Origin, ...], Independence]:
    """The origins of a claim, the known ones first and each with its statements, and how independent they are.

    A statement that its root denies, doubts, asks or contradicts, or whose work was retracted, has an origin too, but
    is no support and is not counted. Origins of a count stand behind each other only where their numbers agree: what is
    given is that of the best supported number.
    """
    grouped: dict[tuple[str, str, bool], list[Rooted]] = {}
    for item, found in _with_works(roots):
        key = (found.source, found.work, found.tie == CONTRADICTED)
        grouped.setdefault(key, []).append((item, found))
    made = [_origin(key, members, context) for key, members in grouped.items()]
    known = [origin for origin in made if origin.source != UNKNOWN]
    unknown = [origin for origin in made if origin.source == UNKNOWN]
    counted, at = _best(roots, context)
    numbers = {item.id: number for item, _ in roots if (number := _count(item)) is not None}
    told = [_with_other_number(origin, numbers, at) for origin in known] if counted.low else known
    return tuple([_with_kin(origin, known, context) for origin in told] + unknown), counted


def _with_other_number(origin: Origin, numbers: Mapping[str, Interval], at: float) -> Origin:
    """An origin whose reasons say that it gives no number that is counted with the best supported one."""
    mine = [numbers[one] for one in origin.statements if one in numbers]
    if not mine or origin.tie == CONTRADICTED or any(_has(interval, at) for interval in mine):
        return origin
    more = " It gives another number than the best supported one, and is no further origin of that."
    return dataclasses.replace(origin, why=tuple(f"{one}{more}" for one in origin.why))


def _with_kin(origin: Origin, known: Sequence[Origin], context: Context) -> Origin:
    """An origin whose reasons name the others with which it counts once."""
    mine = context.owners.get(origin.source, "")
    kin = {one.source for one in known if mine and context.owners.get(one.source) == mine} - {origin.source}
    if not kin:
        return origin
    names = " and ".join(sorted(context.sources[source].name for source in kin))
    why = tuple(f"{one} It counts once with {names}: they are not proved to be independent." for one in origin.why)
    return dataclasses.replace(origin, why=why)


def _with_works(roots: Sequence[Rooted]) -> Sequence[Rooted]:
    """A party's statements of no named work stand with those of its only named work: one party, one knowledge."""
    works: dict[str, set[str]] = {}
    for _, found in roots:
        works.setdefault(found.source, set()).add(found.work)
    only = {source: max(known) for source, known in works.items() if len(known) == 2 and "" in known}
    return [
        (
            item,
            dataclasses.replace(found, work=only[found.source]) if found.source in only and not found.work else found,
        )
        for item, found in roots
    ]


def _origin(key: tuple[str, str, bool], members: list[Rooted], context: Context) -> Origin:
    ties = tuple(found.tie for _, found in members)
    return Origin(
        key[0],
        key[1],
        min(ties, key=_STRENGTH.index),
        tuple(item.id for item, _ in members),
        tuple(found.why for _, found in members),
        ties,
        tuple(found.proof for _, found in members),
        context.became(key[1]) or _telling([item.statement.document for item, _ in members], context),
    )


def _telling(documents: Sequence[str], context: Context) -> str:
    """What became of the texts that tell of an origin: a fault of theirs is not the origin's, and is said apart."""
    became = [context.became(context.document_works.get(document, "")) for document in documents]
    if all(one == RETRACTED for one in became):
        return TOLD_IN_RETRACTED
    worst = next((word for word in (RETRACTED, CORRECTED) if word in became), "")
    share = "" if all(became) else "in part "
    return f"told {share}in a {worst} text" if worst else ""


def independence(roots: Sequence[Rooted], context: Context) -> Independence:
    """At least the distinct known roots that back a claim; at most these and one for every unknown strand.

    A root that is only presumed, or that bears no name, is not proved. Unknown roots count once a strand (documents
    that copy each other, carry one story or belong together), and not where a document of the strand gives a known
    root. Offices of one state and parties with one owner are not proved independent of each other: they count once in
    `low`. Of counts, those that hold one number are taken together (a sweep over the ends of their intervals), and the
    number with the most roots counts; a party that gives a number itself is not also counted where it says "dozens".
    """
    return _best(roots, context)[0]


def _best(roots: Sequence[Rooted], context: Context) -> tuple[Independence, float]:
    """The independence of a claim, and the number that has it (minus infinity where it is no count)."""
    tally, best, at = _Tally(context), Independence(0, 0), -inf
    told = [(item, found) for item, found in roots if found.is_known and found.tie in (SEEN, ATTRIBUTED)]
    sharp = {found.source for item, found in told if _is_closed(item)}
    starts, ends = [], []
    for position, (item, found) in enumerate(roots):
        is_withdrawn = context.standing(item.statement.document, found.work) == "retracted"
        if not found.backs or found.tie == CONTRADICTED or is_withdrawn:
            continue
        if found.source in sharp and item.statement.kind == "figure" and not _is_closed(item):
            continue
        interval = _count(item)
        starts.append((-inf if interval is None else interval.low, position))
        ends.append((inf if interval is None or interval.high is None else interval.high, position))
    ends.sort(reverse=True)
    for low, position in sorted(starts):
        while ends and ends[-1][0] < low:
            tally.add(roots[ends.pop()[1]], -1)
        tally.add(roots[position], 1)
        better = tally.better(best)
        best, at = (better, low) if better != best else (best, at)
    return best, at


def _has(interval: Interval, number: float) -> bool:
    return interval.low <= number and (interval.high is None or number <= interval.high)


def _count(item: Resolved) -> Interval | None:
    quantity = item.statement.quantity
    return quantity.interval if item.statement.kind == "figure" and quantity is not None else None


def _is_closed(item: Resolved) -> bool:
    quantity = item.statement.quantity
    return quantity is not None and quantity.interval.high is not None


class _Tally:
    """Roots that hold at one number, counted up and down."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._named = Counter[str]()
        self._proved = Counter[str]()
        self._told = Counter[str]()
        self._hidden = Counter[tuple[str, str]]()
        self._strands = Counter[str]()

    def add(self, rooted: Rooted, change: int) -> None:
        """Count one statement's root in (1) or out (-1)."""
        item, found = rooted
        document = item.statement.document
        if not found.is_known:
            strand = found.strand or document
            _change(self._hidden, (strand, document), change)
            _change(self._strands, strand, change)
            return
        owners, states = self._context.owners, self._context.states
        _change(self._named, owners.get(found.source, found.source), change)
        if found.tie != PRESUMED and (document, found.source) in self._context.told_apart:
            _change(self._proved, owners.get(found.source, states.get(found.source, found.source)), change)
        _change(self._told, document, change)

    def better(self, best: Independence) -> Independence:
        """What stands now, where it is more than the best before."""
        low, most = len(self._proved), len(self._named) + len(self._strands)
        if (low, most) <= (best.low, best.high):
            return best
        told = {strand for strand, document in self._hidden if document in self._told}
        high = len(self._named) + len(self._strands.keys() - told)
        return max(best, Independence(low, high), key=lambda found: (found.low, found.high))


def _change(counts: Counter[K], key: K, change: int) -> None:
    counts[key] += change
    if not counts[key]:
        del counts[key]

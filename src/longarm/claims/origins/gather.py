"""The origins of a claim, and how many of them are independent."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from math import inf
from typing import TypeVar

from longarm.claims.context import CORRECTED, RETRACTED, UNKNOWN, Context
from longarm.claims.origins.members import Rooted
from longarm.claims.origins.roots import ATTRIBUTED, CONTRADICTED, PRESUMED, SEEN, Root
from longarm.claims.status import TOLD_IN_RETRACTED
from longarm.model.claims import Independence, Origin, Resolved
from longarm.model.statements import Quantity

K = TypeVar("K", bound=Hashable)
_STRENGTH = (SEEN, ATTRIBUTED, PRESUMED, CONTRADICTED)
_EVERY = (-inf, inf)
_BACKS, _PROVES, _BOTH = "backs", "proves", "both"  # what one statement does at a number
_LIMITS = ("at_most", "less_than")
CLOSE = 2  # times a bound ("more than 50") within which it confirms the number that another party gives
Window = tuple[float, float]


def origins(roots: Sequence[Rooted], context: Context) -> tuple[tuple[Origin, ...], Independence]:
    """The origins of a claim, the known ones first and each with its statements, and how independent they are.

    A statement that its root denies, doubts, asks or contradicts, or whose work was retracted, has an origin too, but
    is no support and is not counted. Origins of a count stand behind each other only where their numbers confirm each
    other: what is given is that of the best supported number.
    """
    grouped: dict[tuple[str, str, bool], list[Rooted]] = {}
    for item, found in _with_works(roots):
        key = (found.source, found.work, found.tie == CONTRADICTED)
        grouped.setdefault(key, []).append((item, found))
    made = [_origin(key, members, context) for key, members in grouped.items()]
    known = [origin for origin in made if origin.source != UNKNOWN]
    unknown = [origin for origin in made if origin.source == UNKNOWN]
    best = _best(roots, context)
    counted = best.independence
    numbers = {item.id: item for item, _ in roots if _count(item) is not None}
    told = [_with_other_number(origin, numbers, best) for origin in known] if counted.low else known
    return tuple([_with_kin(origin, known, context) for origin in told] + unknown), counted


def _with_other_number(origin: Origin, numbers: Mapping[str, Resolved], best: "_Best") -> Origin:
    """An origin whose reasons say that it gives no number that is counted with the best supported one."""
    mine = [numbers[one] for one in origin.statements if one in numbers]
    alike = [item for item in mine if _is_vague(item) == best.is_vague]
    if not mine or origin.tie == CONTRADICTED or any(_has(_confirms(item), best.at) for item in alike):
        return origin
    if best.is_vague:
        more = " It gives a number, and is counted apart from those who give none."
    elif any(_has(_allows(item), best.at) for item in mine):
        more = " It agrees with the best supported number, and is too vague to confirm it."
    else:
        more = " It gives another number than the best supported one, and is no further origin of that."
    return dataclasses.replace(origin, why=tuple(f"{one}{more}" for one in origin.why))


def _with_kin(origin: Origin, known: Sequence[Origin], context: Context) -> Origin:
    """An origin whose reasons name the others with which it counts once."""
    mine = context.kin(origin.source)
    kin = {one.source for one in known if context.kin(one.source) == mine} - {origin.source}
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
    `low`. Of counts, those that confirm one number are taken together (a sweep over the ends of their intervals), and
    the number with the most roots counts; a party that gives a number is not also counted where it says "dozens".
    A word without a number ("dozens") agrees with 45 and confirms it not: in `low` it counts with other such words
    alone. So does a bound that is far from the number: "more than 50" confirms 54, and "at least one" does not.
    """
    return _best(roots, context).independence


@dataclasses.dataclass(frozen=True, slots=True)
class _Best:
    """The independence of a claim, the number that has it (minus infinity where it is no count), and whether those who
    give no number have it."""

    independence: Independence
    at: float
    is_vague: bool = False


def _best(roots: Sequence[Rooted], context: Context) -> _Best:
    told = [(item, found) for item, found in roots if found.is_known and found.tie in (SEEN, ATTRIBUTED)]
    sharp = {found.source for item, found in told if _is_closed(item)}
    backing = [
        (item, found)
        for item, found in roots
        if found.backs
        and found.tie != CONTRADICTED
        and context.standing(item.statement.document, found.work) != "retracted"
        and not (found.source in sharp and item.statement.kind == "figure" and not _is_closed(item))
    ]
    vague = [rooted for rooted in backing if _is_vague(rooted[0])]
    best, at = _sweep(backing, context, proving=lambda item: not _is_vague(item))
    if not vague:
        return _Best(best, at)
    other, there = _sweep(vague, context, proving=_is_vague)
    both = Independence(max(best.low, other.low), max(best.high, other.high))
    return _Best(both, there, is_vague=True) if other.low > best.low else _Best(both, at)


def _sweep(
    roots: Sequence[Rooted], context: Context, proving: Callable[[Resolved], bool]
) -> tuple[Independence, float]:
    """The greatest independence at one number, and that number; `low` by the statements that may prove it."""
    tally, best, at = _Tally(context), Independence(0, 0), -inf
    found: list[tuple[Window, int, str]] = []
    for position, (item, _) in enumerate(roots):
        allows, confirms = _allows(item), _confirms(item)
        is_one = allows == confirms and proving(item)
        found.append((allows, position, _BOTH if is_one else _BACKS))
        if not is_one and proving(item):
            found.append((confirms, position, _PROVES))
    found.sort()
    ends = sorted(((window[1], position, part) for window, position, part in found), reverse=True)
    for (low, _), position, part in found:
        while ends and ends[-1][0] < low:
            _, gone, left = ends.pop()
            tally.add(roots[gone], -1, left)
        tally.add(roots[position], 1, part)
        better = tally.better(best)
        best, at = (better, low) if better != best else (best, at)
    return best, at


def _has(window: Window, number: float) -> bool:
    return window[0] <= number <= window[1]


def _count(item: Resolved) -> Quantity | None:
    return item.statement.quantity if item.statement.kind == "figure" else None


def _allows(item: Resolved) -> Window:
    """The numbers that hold with a statement; every number where it counts nothing."""
    quantity = _count(item)
    if quantity is None:
        return _EVERY
    return quantity.interval.low, inf if quantity.interval.high is None else quantity.interval.high


def _confirms(item: Resolved) -> Window:
    """The numbers that a statement says as well: what it allows, but for a bound no further than `CLOSE` times it."""
    quantity = _count(item)
    low, high = _allows(item)
    if quantity is not None and quantity.interval.high is None:
        return low, low * CLOSE
    if quantity is not None and quantity.qualifier in _LIMITS:
        return max(low, high / CLOSE), high
    return low, high


def _is_vague(item: Resolved) -> bool:
    """Whether a count is told in words without a number: dozens, several, most."""
    quantity = _count(item)
    return quantity is not None and quantity.value is None


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

    def add(self, rooted: Rooted, change: int, part: str) -> None:
        """Count one statement's root in (1) or out (-1), as one that backs the number, proves it, or both."""
        item, found = rooted
        document = item.statement.document
        if part != _BACKS:
            self._prove(found, document, change)
        if part == _PROVES:
            return
        if not found.is_known:
            strand = found.strand or document
            _change(self._hidden, (strand, document), change)
            _change(self._strands, strand, change)
            return
        _change(self._named, self._context.owner(found.source), change)
        _change(self._told, document, change)

    def _prove(self, found: Root, document: str, change: int) -> None:
        if found.is_known and found.tie != PRESUMED and (document, found.source) in self._context.told_apart:
            _change(self._proved, self._context.kin(found.source), change)

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

"""How many of the origins of a claim are independent of each other."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from math import inf
from typing import TypeVar

from longarm.claims.context import Context
from longarm.claims.origins.echoes import is_apart
from longarm.claims.origins.members import Rooted
from longarm.claims.origins.numbers import Window, allows, confirms, is_closed, is_vague
from longarm.claims.origins.roots import ATTRIBUTED, CONTRADICTED, PRESUMED, SEEN, Root
from longarm.model.claims import Independence, Resolved

K = TypeVar("K", bound=Hashable)
_BACKS, _PROVES, _BOTH = "backs", "proves", "both"  # what one statement does at a number
# What an unknown root may be: anybody; a known one that its document gives; or unnamed people beside that one.
_OPEN, _TOLD, _APART = "open", "told", "apart"


@dataclasses.dataclass(frozen=True, slots=True)
class Best:
    """The independence of a claim.

    Attributes:
        at: the number that has it, minus infinity where it is no count.
        is_vague: those who give no number have it.
        told: ids of statements whose unknown root may be a known one that their text names.
    """

    independence: Independence
    at: float
    is_vague: bool = False
    told: frozenset[str] = frozenset()


def independence(roots: Sequence[Rooted], context: Context) -> Best:
    """At least the distinct known roots that back a claim; at most these and one for every unknown strand.

    A root that is only presumed, or that bears no name, is not proved. Unknown roots count once a strand (documents
    that copy each other, carry one story or belong together), and not where a document of the strand gives a known root
    for a number that can be theirs; unnamed people whom it tells of beside that root may know by themselves, and count.
    Offices of one state and parties with one owner are not proved independent of each other: they count once in
    `low`. Of counts, those that confirm one number are taken together (a sweep over the ends of their intervals), and
    the number with the most roots counts; a party that gives a number is not also counted where it says "dozens".
    A word without a number ("dozens") agrees with 45 and confirms it not: in `low` it counts with other such words
    alone. So does a bound that is far from the number: "more than 50" confirms 54, and "at least one" does not.
    """
    told = [(item, found) for item, found in roots if found.is_known and found.tie in (SEEN, ATTRIBUTED)]
    sharp = {found.source for item, found in told if is_closed(item)}
    backing = [
        (item, found)
        for item, found in roots
        if found.backs
        and found.tie != CONTRADICTED
        and context.standing(item.statement.document, found.work) != "retracted"
        and not (found.source in sharp and item.statement.kind == "figure" and not is_closed(item))
    ]
    vague = [rooted for rooted in backing if is_vague(rooted[0])]
    hiding = _hidings(roots)
    best, at = _sweep(backing, context, hiding, proving=lambda item: not is_vague(item))
    told_of = frozenset(one for one, how in hiding.items() if how == _TOLD)
    if not vague:
        return Best(best, at, told=told_of)
    other, there = _sweep(vague, context, hiding, proving=is_vague)
    both = Independence(max(best.low, other.low), max(best.high, other.high))
    is_vague_best = other.low > best.low
    return Best(both, there if is_vague_best else at, is_vague_best, told_of)


def _hidings(roots: Sequence[Rooted]) -> dict[str, str]:
    """How the unknown root of each statement, by its id, may be one of the known ones: OPEN, TOLD or APART."""
    known: dict[str, list[Window]] = defaultdict(list)
    for item, found in roots:
        if found.is_known and found.backs:
            known[item.statement.document].append(allows(item))
    made = {}
    for item, found in roots:
        if not found.is_known:
            low, high = allows(item)
            is_told = any(low <= top and bottom <= high for bottom, top in known.get(item.statement.document, ()))
            made[item.id] = _OPEN if not is_told else _APART if not found.passed and is_apart(item) else _TOLD
    return made


def _sweep(
    roots: Sequence[Rooted], context: Context, hiding: Mapping[str, str], proving: Callable[[Resolved], bool]
) -> tuple[Independence, float]:
    """The greatest independence at one number, and that number; `low` by the statements that may prove it."""
    tally, best, at = _Tally(context, hiding), Independence(0, 0), -inf
    found: list[tuple[Window, int, str]] = []
    for position, (item, _) in enumerate(roots):
        widest, nearest = allows(item), confirms(item)
        is_one = widest == nearest and proving(item)
        found.append((widest, position, _BOTH if is_one else _BACKS))
        if not is_one and proving(item):
            found.append((nearest, position, _PROVES))
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


class _Tally:
    """Roots that hold at one number, counted up and down."""

    def __init__(self, context: Context, hiding: Mapping[str, str]) -> None:
        self._context, self._hiding = context, hiding
        self._named = Counter[str]()
        self._proved = Counter[str]()
        self._hidden = {hiding: Counter[str]() for hiding in (_OPEN, _TOLD, _APART)}

    def add(self, rooted: Rooted, change: int, part: str) -> None:
        """Count one statement's root in (1) or out (-1), as one that backs the number, proves it, or both."""
        item, found = rooted
        document = item.statement.document
        if part != _BACKS:
            self._prove(found, document, change)
        if part == _PROVES:
            return
        if found.is_known:
            _change(self._named, self._context.kinship.owner(found.source), change)
        else:
            _change(self._hidden[self._hiding[item.id]], found.strand or document, change)

    def _prove(self, found: Root, document: str, change: int) -> None:
        if found.is_known and found.tie != PRESUMED and (document, found.source) in self._context.told_apart:
            _change(self._proved, self._context.kinship.kin(found.source), change)

    def better(self, best: Independence) -> Independence:
        """What stands now, where it is more than the best before."""
        named, apart = self._named.keys(), self._hidden[_APART].keys()
        open_, told = self._hidden[_OPEN].keys(), self._hidden[_TOLD].keys()
        if (len(self._proved), len(named) + len(open_) + len(apart)) <= (best.low, best.high):
            return best
        kinship = self._context.kinship
        found = Independence(kinship.proved(self._proved.keys()), kinship.shown(named | apart | (open_ - told)))
        return max(best, found, key=lambda one: (one.low, one.high))


def _change(counts: Counter[K], key: K, change: int) -> None:
    counts[key] += change
    if not counts[key]:
        del counts[key]

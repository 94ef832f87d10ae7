"""The origins of a claim, and how many of them are independent."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import inf

from longarm.claims.context import UNKNOWN, Context
from longarm.claims.origins.roots import Root, root
from longarm.model.claims import Independence, Origin, Resolved

Rooted = tuple[Resolved, Root]


def origins(items: Iterable[Resolved], context: Context) -> tuple[tuple[Origin, ...], Independence]:
    """The origins of a claim, the known ones first and each with its statements, and how independent they are.

    A statement that its root denies, doubts or asks has an origin too, but is no support and is not counted. Origins of
    a count stand behind each other only where their numbers agree: what is given is that of the best supported number.
    """
    roots = [(item, root(item, context)) for item in items]
    grouped: dict[tuple[str, str], list[Rooted]] = {}
    for item, found in roots:
        grouped.setdefault((found.source, found.work), []).append((item, found))
    made = [_origin(key, members) for key, members in grouped.items()]
    known = [origin for origin in made if origin.source != UNKNOWN]
    unknown = [origin for origin in made if origin.source == UNKNOWN]
    return tuple(known + unknown), independence(roots, context)


def _origin(key: tuple[str, str], members: list[Rooted]) -> Origin:
    tie = "seen" if any(found.is_own for _, found in members) else "attributed"
    statements = tuple(item.id for item, _ in members)
    return Origin(key[0], key[1], tie, statements, tuple(found.why for _, found in members))


def independence(roots: Sequence[Rooted], context: Context) -> Independence:
    """At least the distinct known roots that back a claim; at most these and one a document that hides its own.

    Unknown roots count once a document, and not where the same document gives a known root. Offices of one state are
    not proved independent of each other: they count once in `low`. Of counts, those that hold one number are taken
    together (a sweep over the ends of their intervals), and the number with the most roots counts.
    """
    tally, best = _Tally(context), Independence(0, 0)
    starts, ends = [], []
    for position, (item, found) in enumerate(roots):
        if not found.backs:
            continue
        quantity = item.statement.quantity
        is_count = item.statement.kind == "figure" and quantity is not None
        low = quantity.interval.low if quantity is not None and is_count else -inf
        high = quantity.interval.high if quantity is not None and is_count else None
        starts.append((low, position))
        ends.append((inf if high is None else high, position))
    ends.sort(reverse=True)
    for low, position in sorted(starts):
        while ends and ends[-1][0] < low:
            tally.add(roots[ends.pop()[1]], -1)
        tally.add(roots[position], 1)
        best = tally.better(best)
    return best


class _Tally:
    """Roots that hold at one number, counted up and down."""

    def __init__(self, context: Context) -> None:
        self._states = context.states
        self._named = Counter[str]()
        self._proved = Counter[str]()
        self._told = Counter[str]()
        self._hidden = Counter[str]()

    def add(self, rooted: Rooted, change: int) -> None:
        """Count one statement's root in (1) or out (-1)."""
        item, found = rooted
        if found.source == UNKNOWN:
            _change(self._hidden, item.statement.document, change)
            return
        _change(self._named, found.source, change)
        _change(self._proved, self._states.get(found.source, found.source), change)
        _change(self._told, item.statement.document, change)

    def better(self, best: Independence) -> Independence:
        """What stands now, where it is more than the best before."""
        low, most = len(self._proved), len(self._named) + len(self._hidden)
        if (low, most) <= (best.low, best.high):
            return best
        high = len(self._named) + len(self._hidden.keys() - self._told.keys())
        return max(best, Independence(low, high), key=lambda found: (found.low, found.high))


def _change(counts: Counter[str], key: str, change: int) -> None:
    counts[key] += change
    if not counts[key]:
        del counts[key]

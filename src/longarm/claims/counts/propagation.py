"""Bounds that follow from bounds: fast, sound, complete where every constraint is growing; with reasons.

A lower limit that rises, or an upper one that falls, wakes the constraints it stands in until nothing moves. Every step
remembers the steps it rests on, so a contradiction is traced back to the figures that make it.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from longarm.claims.counts.linear import System

Mark = tuple[int, bool, int]  # variable, whether its high, how many-th step
MOST_STEPS = 40  # of one side of one count; what creeps on is left to the solver


@dataclass(slots=True)
class Limits:
    """What propagation makes of a system.

    Attributes:
        lows, highs: by variable; a high None is unbounded.
        conflict: the figures that contradict each other, None where no contradiction was met.
        is_settled: nothing moves any more; False where a count crept without end.
    """

    lows: list[int]
    highs: list[int | None]
    conflict: frozenset[str] | None = None
    is_settled: bool = True
    steps: dict[Mark, tuple[tuple[str, ...], tuple[Mark, ...]]] = field(default_factory=dict)
    made: dict[tuple[int, bool], int] = field(default_factory=dict)

    def because(self, var: int, is_high: bool) -> frozenset[str]:
        """The figures that the present limit of a count rests on; empty for an unmoved one."""
        return self.trace([(var, is_high, self.made.get((var, is_high), 0))])

    def trace(self, marks: Iterable[Mark]) -> frozenset[str]:
        """The figures that steps rest on."""
        stack, seen = list(marks), set[Mark]()
        owners = set[str]()
        while stack:
            mark = stack.pop()
            if mark in seen or mark not in self.steps:
                continue
            seen.add(mark)
            own, before = self.steps[mark]
            owners.update(own)
            stack.extend(before)
        return frozenset(owners)


def propagate(system: System) -> Limits:
    """The limits of every count of a system, or a contradiction."""
    return _Propagation(system).run()


class _Propagation:
    def __init__(self, system: System) -> None:
        self.system = system
        count = len(system.keys)
        self.limits = Limits([0] * count, [None] * count)
        self.wakes: list[list[int]] = [[] for _ in range(count)]
        for number, linear in enumerate(system.linears):
            for _, var in linear.terms:
                self.wakes[var].append(number)
        self.linked: list[list[int]] = [[] for _ in range(count)]
        for number, link in enumerate(system.links):
            self.linked[link.host].append(number)
            self.linked[link.counted].append(number)
        singles = [n for n, linear in enumerate(system.linears) if len(linear.terms) == 1]
        others = [n for n, linear in enumerate(system.linears) if len(linear.terms) != 1]
        self.queue = deque([*singles, *others])
        self.waiting = bytearray(b"\1" * len(system.linears))
        self.links = deque(range(len(system.links)))

    def run(self) -> Limits:
        while (self.queue or self.links) and self.limits.conflict is None:
            if self.queue:
                number = self.queue.popleft()
                self.waiting[number] = 0
                self._linear(number)
            else:
                self._link(self.links.popleft())
        return self.limits

    def _linear(self, number: int) -> None:
        terms, low, owners, _ = self.system.linears[number]
        lows, highs = self.limits.lows, self.limits.highs
        total, unbounded = 0, -1
        for place, (factor, var) in enumerate(terms):
            if factor < 0:
                total += factor * lows[var]
            elif (high := highs[var]) is not None:
                total += factor * high
            elif unbounded >= 0:
                return  # two counts without an upper limit: nothing follows
            else:
                unbounded = place
        if unbounded >= 0:
            factor, var = terms[unbounded]
            self._raise(var, -((total - low) // factor), terms, var, owners)
            return
        slack = total - low
        if slack < 0:
            self.limits.conflict = frozenset(owners) | self.limits.trace(self._marks(terms, -1))
            return
        for factor, var in terms:
            high = highs[var]
            if factor > 0 and high is not None and factor * (high - lows[var]) > slack:
                self._raise(var, high - slack // factor, terms, var, owners)
            elif factor < 0 and (high is None or -factor * (high - lows[var]) > slack):
                self._lower(var, lows[var] + slack // -factor, terms, var, owners)

    def _marks(self, terms: Iterable[tuple[int, int]], but: int) -> tuple[Mark, ...]:
        made = self.limits.made
        found = []
        for factor, var in terms:
            side = (var, factor > 0)
            if var != but and side in made:
                found.append((*side, made[side]))
        return tuple(found)

    def _raise(self, var: int, low: int, terms: Iterable[tuple[int, int]], but: int, owners: tuple[str, ...]) -> None:
        if low > self.limits.lows[var]:
            self._step(var, False, low, owners, self._marks(terms, but))

    def _lower(self, var: int, high: int, terms: Iterable[tuple[int, int]], but: int, owners: tuple[str, ...]) -> None:
        present = self.limits.highs[var]
        if present is None or high < present:
            self._step(var, True, high, owners, self._marks(terms, but))

    def _step(self, var: int, is_high: bool, value: int, owners: tuple[str, ...], before: tuple[Mark, ...]) -> None:
        limits = self.limits
        side = (var, is_high)
        count = limits.made.get(side, 0) + 1
        if count > MOST_STEPS:
            limits.is_settled = False
            return
        limits.made[side] = count
        limits.steps[(*side, count)] = (owners, before)
        if is_high:
            limits.highs[var] = value
        else:
            limits.lows[var] = value
        high = limits.highs[var]
        if high is not None and limits.lows[var] > high:
            marks = [(var, flag, limits.made.get((var, flag), 0)) for flag in (False, True)]
            limits.conflict = limits.trace(marks)
            return
        for number in self.wakes[var]:
            if not self.waiting[number]:
                self.waiting[number] = 1
                self.queue.append(number)
        self.links.extend(self.linked[var])

    def _link(self, number: int) -> None:
        host, count = self.system.links[number]
        lows, highs = self.limits.lows, self.limits.highs
        for left, right in ((host, count), (count, host)):
            if lows[left] > 0 and lows[right] < 1:
                self._step(right, False, 1, (), self._at(left, False))
            if highs[left] == 0 and highs[right] != 0:
                self._step(right, True, 0, (), self._at(left, True))

    def _at(self, var: int, is_high: bool) -> tuple[Mark, ...]:
        made = self.limits.made.get((var, is_high), 0)
        return ((var, is_high, made),) if made else ()

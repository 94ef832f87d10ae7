"""Raising one count of a component in which every rule only makes counts grow."""

from collections import deque

from longarm.claims.counts.linear import System
from longarm.claims.counts.propagation import Limits

MOST_LIFTS = 4000  # counts that are raised when one is


class Lift:
    """Whether a count of a growing component can be raised to a value: the least counts that this asks for."""

    def __init__(self, part: System, limits: Limits) -> None:
        self.part = part
        self.limits = limits
        self.rest = [sum(f * limits.lows[v] for f, v in linear.terms) - linear.low for linear in part.linears]
        self.uses: list[list[tuple[int, int]]] = [[] for _ in part.keys]
        for number, linear in enumerate(part.linears):
            for factor, var in linear.terms:
                self.uses[var].append((number, factor))
        self.is_exhausted = False
        self.raisers: dict[int, list[int]] = {}
        self.broken = -1
        self.heads = [next(((f, v) for f, v in linear.terms if f > 0), None) for linear in part.linears]

    def reaches(self, var: int, value: int) -> bool:
        """Whether a solution has the count at that value."""
        self.raisers = {var: []}
        self.broken = -1
        rest: dict[int, int] = {}
        queue = deque([(var, value - self.limits.lows[var])])
        pending = {var: value - self.limits.lows[var]}  # queued raises, which constraints do not know of yet
        steps = 0
        while queue:
            one, more = queue.popleft()
            pending[one] -= more
            steps += 1
            if steps > MOST_LIFTS:
                self.is_exhausted = True
                return False
            for number, factor in self.uses[one]:
                now = rest.get(number, self.rest[number]) + factor * more
                rest[number] = now
                head = self.heads[number]
                if now >= 0:
                    continue
                if head is None:
                    self.broken = number
                    return False
                need = -(now // head[0]) - pending.get(head[1], 0)
                self.raisers.setdefault(head[1], []).append(number)
                if need > 0:
                    pending[head[1]] = pending.get(head[1], 0) + need
                    queue.append((head[1], need))
        return all(now >= 0 for now in rest.values())

    def reasons(self, var: int, value: int) -> frozenset[str]:
        """The figures that keep a count from a value that it does not reach."""
        if self.reaches(var, value) or self.broken < 0:
            return frozenset()
        stack, seen, owners, marks = [self.broken], set[int](), set[str](), []
        while stack:
            number = stack.pop()
            if number in seen:
                continue
            seen.add(number)
            linear = self.part.linears[number]
            owners.update(linear.owners)
            for factor, one in linear.terms:
                if factor < 0:
                    stack.extend(self.raisers.get(one, ()))
                    if one not in self.raisers and (made := self.limits.made.get((one, False))):
                        marks.append((one, False, made))
        return frozenset(owners) | self.limits.trace(marks)

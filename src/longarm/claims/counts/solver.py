"""Proofs by CP-SAT: whether a system has a solution, and how far one of its counts can go.

Deterministic: one worker, a fixed seed, limits in the solver's own units of work; the clock is only an outer limit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any

from longarm.claims.counts.linear import System
from longarm.claims.counts.propagation import Limits

LARGEST = 10**12  # counts above it are taken for unbounded
SOLVED, NONE, OPEN = "solved", "none", "open"


@dataclass(slots=True)
class Budget:
    """Work that may still be spent, in units of CP-SAT (about a second each); shared by all solves of one answer.

    Attributes:
        each: at most so much on one solve.
        clock: seconds of the wall clock that one solve may take at most.
    """

    left: float = 60.0
    each: float = 5.0
    clock: float = 20.0

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0

    def spend(self, work: float) -> None:
        """Takes work away."""
        self.left -= work


@dataclass(frozen=True, slots=True)
class Answer:
    """`solved` with the counts of a solution, `none`, or `open` where the budget ended first.

    For an optimum, `best` is what is proved at most (or at least) possible, even where it is open.
    """

    verdict: str
    counts: tuple[int, ...] = ()
    best: int = 0


def solve(system: System, limits: Limits, budget: Budget, goal: tuple[int, bool] | None = None) -> Answer:
    """A solution of a system whose propagation met no contradiction.

    Args:
        goal: a variable, and whether it is to be as high as can be (else as low).
    """
    if budget.is_spent:
        return Answer(OPEN, best=_known(limits, goal))
    cap = ceiling(system)
    ends = [cap if high is None else min(high, cap) for high in limits.highs]
    if any(low > end for low, end in zip(limits.lows, ends, strict=True)):
        return Answer(NONE if cap < LARGEST else OPEN, best=_known(limits, goal))
    from ortools.sat.python import cp_model  # slow to load, and most figures need no solver

    model = cp_model.CpModel()
    counts = [model.new_int_var(low, end, "") for low, end in zip(limits.lows, ends, strict=True)]
    for terms, low, _, _ in system.linears:
        model.add(sum(factor * counts[var] for factor, var in terms) >= low)
    for host, count in system.links:
        literal = model.new_bool_var("")
        model.add(counts[host] == literal)
        model.add(counts[count] >= 1).only_enforce_if(literal)
        model.add(counts[count] == 0).only_enforce_if(~literal)
    if goal is not None:
        (model.maximize if goal[1] else model.minimize)(counts[goal[0]])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = min(budget.each, budget.left)
    solver.parameters.max_time_in_seconds = budget.clock
    status = solver.solve(model)
    budget.spend(max(solver.response_proto.deterministic_time, _LEAST))
    if status == cp_model.INFEASIBLE:
        return Answer(NONE)
    if status == cp_model.OPTIMAL or (status == cp_model.FEASIBLE and goal is None):
        found = _values(solver, counts)
        return Answer(SOLVED, found, found[goal[0]] if goal else 0)
    return Answer(OPEN, best=_known(limits, goal))


_LEAST = 0.002  # work of the smallest solve


def _values(solver: Any, counts: Sequence[Any]) -> tuple[int, ...]:
    return tuple(solver.value(count) for count in counts)


def _known(limits: Limits, goal: tuple[int, bool] | None) -> int:
    if goal is None:
        return 0
    high = limits.highs[goal[0]]
    return (LARGEST if high is None else high) if goal[1] else limits.lows[goal[0]]


def ceiling(system: System) -> int:
    """A count above which nothing in the system can tell one count from another."""
    total = 1
    growth = Fraction(1)
    for terms, low, _, _ in system.linears:
        total += abs(low)
        factors = [abs(factor) for factor, _ in terms]
        if max(factors) > 1:
            growth *= max(Fraction(max(factors), min(factors)), Fraction(2))
            if growth > LARGEST:
                return LARGEST
    total += len(system.links)
    return min(LARGEST, ceil(total * growth) * 4)

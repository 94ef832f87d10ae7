"""Proofs by CP-SAT: whether a system has a solution, and how far one of its counts can go.

Deterministic: one worker, a fixed seed, limits in the solver's own units of work; the clock is only an outer limit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

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

    def share(self, part: float) -> "Budget":
        """A budget of its own with a part of what is left."""
        return Budget(self.left * part, self.each * part, self.clock * part)

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
    if any(low > cap for low in limits.lows):
        return Answer(NONE if cap < LARGEST else OPEN, best=_known(limits, goal))
    model = _Model(system, limits, cap)
    if goal is not None:
        (model.model.maximize if goal[1] else model.model.minimize)(model.counts[goal[0]])
    found, is_best, is_none = model.run(budget, min(budget.each, budget.left))
    if is_none:
        return Answer(NONE)
    if found is None or (goal is not None and not is_best):
        return Answer(OPEN, best=_known(limits, goal))
    return Answer(SOLVED, found, found[goal[0]] if goal else 0)


def reach(system: System, limits: Limits, budget: Budget, wanted: Sequence[tuple[int, bool]]) -> tuple[int, ...] | None:
    """A solution in which many counts reach the limits that propagation gave them; None where none was found.

    Args:
        wanted: variables, each with whether its high is wanted; a high that is None is reached at the ceiling.
    """
    cap = ceiling(system)
    if budget.is_spent or any(low > cap for low in limits.lows):
        return None
    model = _Model(system, limits, cap * max(1, min(len(wanted), LARGEST // cap)))
    reached = []
    for var, is_high in wanted:
        literal = model.model.new_bool_var("")
        end = (cap if limits.highs[var] is None else limits.highs[var]) if is_high else limits.lows[var]
        count = model.counts[var]
        model.model.add(count >= end if is_high else count <= end).only_enforce_if(literal)
        reached.append(literal)
    model.model.maximize(sum(reached))
    return model.run(budget, min(_REACHING, budget.each, budget.left))[0]


class _Model:
    """A system as CP-SAT takes it; counts without an upper limit end at `cap`."""

    def __init__(self, system: System, limits: Limits, cap: int) -> None:
        from ortools.sat.python import cp_model  # slow to load, and most figures need no solver

        self.cp = cp_model
        self.model = model = cp_model.CpModel()
        ends = [cap if high is None else min(high, cap) for high in limits.highs]
        self.counts = counts = [model.new_int_var(low, end, "") for low, end in zip(limits.lows, ends, strict=True)]
        sums = cp_model.LinearExpr.weighted_sum
        for terms, low, _, _ in system.linears:
            if len(terms) > 1:
                model.add(sums([counts[var] for _, var in terms], [factor for factor, _ in terms]) >= low)
            elif terms[0][0] < 0 or low > limits.lows[terms[0][1]] * terms[0][0]:
                model.add(counts[terms[0][1]] * terms[0][0] >= low)
        for host, count in system.links:
            literal = model.new_bool_var("")
            model.add(counts[host] == literal)
            model.add(counts[count] >= 1).only_enforce_if(literal)
            model.add(counts[count] == 0).only_enforce_if(~literal)

    def run(self, budget: Budget, work: float) -> tuple[tuple[int, ...] | None, bool, bool]:
        """The counts found, whether they are proved the best, and whether there are proved to be none."""
        solver = self.cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.max_deterministic_time = work
        solver.parameters.max_time_in_seconds = budget.clock
        status = solver.solve(self.model)
        budget.spend(max(solver.response_proto.deterministic_time, len(self.counts) * _LEAST))
        if status not in (self.cp.OPTIMAL, self.cp.FEASIBLE):
            return None, False, status == self.cp.INFEASIBLE
        return tuple(solver.value(count) for count in self.counts), status == self.cp.OPTIMAL, False


_REACHING = 0.5  # work on one solution that reaches many limits at once
_LEAST = 5e-5  # work of setting up one count


def _known(limits: Limits, goal: tuple[int, bool] | None) -> int:
    if goal is None:
        return 0
    high = limits.highs[goal[0]]
    return (LARGEST if high is None else high) if goal[1] else limits.lows[goal[0]]


def ceiling(system: System) -> int:
    """A count above which nothing in the system can tell one count from another."""
    if system.ceiling is None:
        system.ceiling = _ceiling(system)
    return system.ceiling


def _ceiling(system: System) -> int:
    total = 1 + len(system.links)
    growth = Fraction(1)
    for terms, low, _, _ in system.linears:
        total += abs(low)
        if len(terms) > 2:
            continue  # sums of places have factors of one
        factors = [abs(factor) for factor, _ in terms]
        if max(factors) > 1:
            growth *= max(Fraction(max(factors), min(factors)), Fraction(2))
            if growth > LARGEST:
                return LARGEST
    return min(LARGEST, ceil(total * growth) * 4)

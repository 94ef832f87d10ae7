"""Whether figures can all hold: propagation first, CP-SAT where counts are coupled."""

from collections.abc import Sequence
from dataclasses import dataclass

from longarm.claims.counts.constraints import build
from longarm.claims.counts.figures import Figure, Setting
from longarm.claims.counts.linear import System
from longarm.claims.counts.propagation import Limits, propagate
from longarm.claims.counts.solver import NONE, OPEN, Budget, solve

HOLDS, FAILS = "holds", "fails"
_LEAST = 5e-5  # work of building one constraint and propagating it


@dataclass(frozen=True, slots=True)
class Check:
    """`holds`, `fails` (with figures that contradict each other already) or `open`."""

    verdict: str
    core: frozenset[str] = frozenset()


def check(figures: Sequence[Figure], setting: Setting, budget: Budget) -> Check:
    """Whether figures can all hold at once; `open` where the budget is spent."""
    if budget.is_spent:
        return Check(OPEN)
    verdict = HOLDS
    for part in components(figures, setting, budget):
        found = check_part(part, budget)
        if found.verdict == FAILS:
            return found
        verdict = OPEN if OPEN in (verdict, found.verdict) else HOLDS
    return Check(verdict)


def components(figures: Sequence[Figure], setting: Setting, budget: Budget) -> list[System]:
    """The parts of the constraints that figures make together; takes what building them costs."""
    system = build(figures, setting)
    budget.spend(len(system.linears) * _LEAST)
    return system.components()


def check_part(part: System, budget: Budget) -> Check:
    """Whether one component has a solution."""
    limits = propagate(part)
    if limits.conflict is not None:
        return Check(FAILS, limits.conflict)
    if is_proved(part, limits):
        return Check(HOLDS)
    answer = solve(part, limits, budget)
    if answer.verdict == NONE:
        return Check(FAILS, part.owners)
    return Check(OPEN if answer.verdict == OPEN else HOLDS)


def is_proved(part: System, limits: Limits) -> bool:
    """Whether propagation without a contradiction proves a solution: the least counts are one."""
    return limits.is_settled and part.is_growing

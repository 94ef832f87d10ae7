"""Systems of linear constraints over counts, each constraint with the rule and the figures that make it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from longarm.core.groups import Groups

Key = tuple[object, ...]
Term = tuple[int, int]  # coefficient, variable


class Linear(NamedTuple):
    """The sum of the terms is at least `low`; `owners` are the figures without which it would not hold."""

    terms: tuple[Term, ...]
    low: int
    owners: tuple[str, ...]
    rule: str


class Link(NamedTuple):
    """`host` is 1 where `counted` is above zero, else 0."""

    host: int
    counted: int


@dataclass(slots=True)
class System:
    """Counts (integers from zero) and what ties them; `ceiling` is kept by the solver."""

    keys: list[Key] = field(default_factory=list)
    index: dict[Key, int] = field(default_factory=dict)
    linears: list[Linear] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    ceiling: int | None = None

    def variable(self, *key: object) -> int:
        """The variable of a key, made where it is new."""
        found = self.index.get(key)
        if found is None:
            found = self.index[key] = len(self.keys)
            self.keys.append(key)
        return found

    def at_least(self, terms: Iterable[Term], low: int, rule: str, *owners: str) -> None:
        """Adds: the sum of the terms is at least `low`."""
        self.linears.append(Linear(tuple(terms), low, owners, rule))

    def at_most(self, terms: Iterable[Term], high: int, rule: str, *owners: str) -> None:
        """Adds: the sum of the terms is at most `high`."""
        self.linears.append(Linear(tuple((-factor, var) for factor, var in terms), -high, owners, rule))

    def holds(self, whole: int, parts: Iterable[int], rule: str, *owners: str) -> None:
        """Adds: the whole is at least the sum of its parts."""
        self.at_least([(1, whole), *((-1, part) for part in parts)], 0, rule, *owners)

    def equals(self, whole: int, parts: Iterable[int], rule: str, *owners: str) -> None:
        """Adds: the whole is the sum of its parts."""
        terms = [(1, whole), *((-1, part) for part in parts)]
        self.at_least(terms, 0, rule, *owners)
        self.at_most(terms, 0, rule, *owners)

    def components(self) -> list["System"]:
        """The parts of the system that share no count, in the order of their first counts."""
        groups: Groups[int] = Groups(range(len(self.keys)))
        for linear in self.linears:
            for _, var in linear.terms[1:]:
                groups.join(linear.terms[0][1], var)
        for link in self.links:
            groups.join(link.host, link.counted)
        members = groups.members()
        if len(members) <= 1:
            return [self] if self.keys else []
        home = {var: number for number, group in enumerate(members) for var in group}
        parts = [System() for _ in members]
        local = [0] * len(self.keys)
        for var, key in enumerate(self.keys):
            local[var] = parts[home[var]].variable(*key)
        for linear in self.linears:
            terms = tuple((factor, local[var]) for factor, var in linear.terms)
            parts[home[linear.terms[0][1]]].linears.append(linear._replace(terms=terms))
        for link in self.links:
            parts[home[link.host]].links.append(Link(local[link.host], local[link.counted]))
        return parts

    @property
    def owners(self) -> frozenset[str]:
        """The figures that make any of its constraints."""
        return frozenset(owner for linear in self.linears for owner in linear.owners)

    @property
    def is_growing(self) -> bool:
        """Whether every constraint only asks one count to be large enough for others.

        Then the least counts that the lower limits force solve the system, if any counts do (as with Horn clauses).
        """
        return all(sum(factor > 0 for factor, _ in linear.terms) <= 1 for linear in self.linears)

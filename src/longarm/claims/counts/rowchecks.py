"""Rows of a table of figures beside one another: ids are unique, wholes are there, what is complete adds up."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from longarm.claims.counts.figures import Figure


@dataclass(slots=True)
class Problems:
    """What is wrong with a table, a sentence each."""

    found: list[str] = field(default_factory=list)

    def add(self, row: int, identity: str, column: str, reason: str) -> None:
        """One more, with its row (1-based), the id of it, its column and the reason."""
        name = f" (id “{identity}”)" if identity else ""
        self.found.append(f"row {row}{name}, column {column}: {reason}")


def check_together(found: Sequence[tuple[int, Figure]], ids: Set[str], problems: Problems) -> None:
    """Adds what is wrong with rows beside one another: ids, wholes, complete parts, kinds.

    Args:
        found: the rows that are right by themselves, with their numbers.
        ids: those of all rows, right or wrong.
    """
    by_id: dict[str, Figure] = {}
    for number, figure in found:
        if figure.id in by_id:
            problems.add(number, figure.id, "id", "another row has it; ids are unique")
        by_id.setdefault(figure.id, figure)
        for whole in figure.part_of:
            if whole not in ids:
                problems.add(number, figure.id, "part_of", f"there is no row “{whole}”; name the id of the whole")
    for number, figure in found:
        if _is_in_itself(figure.id, by_id):
            problems.add(number, figure.id, "part_of", "it is part of itself in the end; break the circle")
    _check_complete(found, problems)
    _check_kinds(found, problems)


def _is_in_itself(identity: str, by_id: Mapping[str, Figure]) -> bool:
    stack, seen = list(by_id[identity].part_of), set()
    while stack:
        one = stack.pop()
        if one == identity:
            return True
        if one not in seen and one in by_id:
            seen.add(one)
            stack.extend(by_id[one].part_of)
    return False


def _check_complete(found: Sequence[tuple[int, Figure]], problems: Problems) -> None:
    marked: dict[str, int] = {}
    for _, figure in found:
        for whole in figure.part_of if figure.complete else ():
            marked[whole] = marked.get(whole, 0) + 1
    for number, figure in found:
        if not figure.complete:
            continue
        if not figure.part_of:
            problems.add(number, figure.id, "complete", "the row is part of nothing; fill part_of or empty complete")
        for whole in figure.part_of:
            if marked[whole] < 2:
                reason = f"it is the only complete part of “{whole}”; mark the others too, or empty it"
                problems.add(number, figure.id, "complete", reason)


def _check_kinds(found: Sequence[tuple[int, Figure]], problems: Problems) -> None:
    kinds: dict[tuple[str, ...], Figure] = {}
    for number, figure in found:
        scope = (figure.measure, figure.counted_set, figure.operator, figure.programme)
        first = kinds.setdefault(scope, figure)
        if first.kind != figure.kind:
            reason = f"{figure.measure} is a {figure.kind} here and a {first.kind} in row “{first.id}”; choose one"
            problems.add(number, figure.id, "kind", reason)

"""Which statements to review first: those that harm most if they leave unread, each with the reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from longarm.core.phrases import counted, listed
from longarm.desk.checks import ACCUSING, Check, unreplied
from longarm.desk.namesakes import KIND as NAMESAKE
from longarm.model.case import Case
from longarm.model.claims import Claim, Resolved
from longarm.model.reconciliation import Reconciliation

MOST = 2000  # statements that are listed so; the rest follow in the order of the documents


@dataclass(frozen=True, slots=True)
class Pressing:
    """A statement to review before others.

    Attributes:
        reason: a sentence for who reviews it.
    """

    statement: str
    reason: str


def pressing(case: Case, found: Reconciliation, checks: Iterable[Check]) -> tuple[Pressing, ...]:
    """The statements to review first, each once with its strongest reason: figures that cannot all hold; accusations
    without a reply and without a second origin; what is denied; names that may be of somebody public; drift.

    Args:
        checks: those of the case; the ones about names are used.
    """
    by_id = {one.id: one for one in case.weighed.resolved}
    claims = sorted(case.weighed.claims, key=lambda claim: (claim.independence.low, -len(claim.statements)))
    rows = [
        *_conflicts(found),
        *(row for claim in claims for row in _unreplied(claim)),
        *(row for claim in claims for row in _denied(claim)),
        *_namesakes(checks, case.weighed.resolved),
        *(row for claim in claims for row in _drift(claim)),
    ]
    first: dict[str, Pressing] = {}
    for row in rows:
        if row.statement in by_id:
            first.setdefault(row.statement, row)
    return tuple(first.values())[:MOST]


def _conflicts(found: Reconciliation) -> Iterator[Pressing]:
    for conflict in found.conflicts:
        if conflict.kind == "hard":
            rest = counted(len(conflict.statements) - 1, "other figure")
            for one in conflict.statements:
                yield Pressing(one, f"It cannot hold together with {rest}: see the conflict under Figures.")


def _unreplied(claim: Claim) -> Iterator[Pressing]:
    if why := unreplied(claim):
        for one in claim.statements:
            yield Pressing(one, why)


def _denied(claim: Claim) -> Iterator[Pressing]:
    if claim.contest.startswith("denied") and claim.kind in ACCUSING:
        beside = counted(len(claim.replies), "reply", "replies")
        for one in claim.statements:
            yield Pressing(one, f"It is {claim.contest.replace('-', ' ')}: read it beside {beside}.")


def _namesakes(checks: Iterable[Check], resolved: Sequence[Resolved]) -> Iterator[Pressing]:
    for check in checks:
        if check.kind != NAMESAKE or not check.names:
            continue
        last = check.names[0].split()[-1]
        for one in resolved:
            if one.statement.document in check.ids and last in one.statement.span.words:
                yield Pressing(one.id, f"{listed(f'“{name}”' for name in check.names)} may be one person: say which.")


def _drift(claim: Claim) -> Iterator[Pressing]:
    kinds: dict[str, list[str]] = {}
    for drift in claim.drift:
        kinds.setdefault(drift.repetition, []).append(drift.kind.replace("-", " "))
    for one, told in kinds.items():
        yield Pressing(one, f"It differs from the words it goes back to: {listed(told)}.")

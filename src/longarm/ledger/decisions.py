"""Which decisions stand: what was undone does not, and of two people's that contradict each other neither is lost."""

from collections.abc import Iterable, Sequence

from longarm.model.decisions import Decision, Touch, touches
from longarm.model.matters import Review, Undo
from longarm.model.settled import Dispute


def ordered(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions in the order they were written, each once."""
    by_id: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda decision: decision.sequence):
        by_id.setdefault(decision.id, decision)
    return tuple(by_id.values())


def stand(decisions: Iterable[Decision]) -> tuple[tuple[Decision, ...], tuple[Dispute, ...]]:
    """The decisions that stand, in order, and those in dispute; their times play no part.

    A disputed decision has no effect until what it is against was undone. It is settled when somebody who has seen both
    decides on the same thing again.
    """
    told = ordered(decisions)
    kept = _kept(told)
    by_id = {decision.id: decision for decision in kept}
    standing: list[Decision] = []
    disputed: list[tuple[Decision, tuple[Decision, ...]]] = []
    for decision in kept:
        against = tuple(by_id[other] for other in decision.against if other in by_id)
        if against:
            disputed.append((decision, against))
        else:
            standing.append(decision)
    last = latest(standing)
    open_ones = [Dispute(one, against) for one, against in disputed if not _is_settled(one, last)]
    return tuple(_without_stale_reviews(standing)), tuple(open_ones)


def latest(standing: Iterable[Decision]) -> dict[Touch, Decision]:
    """The decision in force on every side of every thing."""
    return {touch: decision for decision in standing for touch in touches(decision.what)}


def clashing(standing: Sequence[Decision], new: Decision) -> tuple[str, ...]:
    """Ids of decisions of others in force on the same thing that the person had not seen and that differ."""
    last = latest(standing)
    found = {last[touch].id: last[touch] for touch in touches(new.what) if touch in last}
    return tuple(
        one.id for one in found.values() if one.sequence > new.base and one.by != new.by and one.what != new.what
    )


def _kept(told: Sequence[Decision]) -> list[Decision]:
    """Without what was undone; an undoing may itself be undone, so the last ones are looked at first."""
    undone: set[str] = set()
    for decision in reversed(told):
        if isinstance(decision.what, Undo) and decision.id not in undone:
            undone.add(decision.what.decision)
    return [decision for decision in told if decision.id not in undone]


def _is_settled(disputed: Decision, last: dict[Touch, Decision]) -> bool:
    return all(touch in last and last[touch].sequence > disputed.sequence for touch in touches(disputed.what))


def _without_stale_reviews(standing: Sequence[Decision]) -> Iterable[Decision]:
    """A statement was accepted as it was corrected then: when the correction is undone, it is to be looked at again.

    Only the undoing of a correction has anchors.
    """
    undone_at: dict[str, int] = {}
    for one in standing:
        if isinstance(one.what, Undo):
            undone_at |= {anchor.statement.id: one.sequence for anchor in one.anchors}
    for one in standing:
        if not isinstance(one.what, Review) or undone_at.get(one.what.statement, 0) < one.sequence:
            yield one

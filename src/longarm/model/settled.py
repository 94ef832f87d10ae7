"""What decisions come to: which of them stand, which are disputed, which wait, and what they say of each thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from longarm.model.decisions import Anchor, Decision
from longarm.model.matters import Reply
from longarm.model.spans import Span
from longarm.model.statements import Statement


@dataclass(frozen=True, slots=True)
class Dispute:
    """A decision that was made without having seen other people's on the same thing; the earlier ones stand until
    somebody who has seen all of them decides."""

    decision: Decision
    against: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Pending:
    """A decision whose words a new reading does not surely have; it waits for a person, and is never dropped.

    Attributes:
        anchor: the reading it was made on.
        reason: one sentence.
        guess: the likeliest place in the text as it is read now, None where there is none.
    """

    decision: Decision
    anchor: Anchor
    reason: str
    guess: Span | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """The decisions of a case as they stand.

    Attributes:
        standing: decisions in force, in the order they were made; a later one on the same thing goes before.
        disputes: decisions that contradict one another.
        pending: decisions that wait.
        reviews: statement id to verdict; a statement without one is unreviewed.
        read: statement id to what the machine reads there now, for every statement that was corrected or rejected.
        reread: ids of accepted statements that a newer reader reads otherwise; what was accepted stands.
        withheld: ids of statements, claims and documents; of a claim, also of the statements it had.
        released: ids of claims, with the statements each had.
        steps: added step of proceedings to the statements of the claims that it concerns.
        replies: what was asked of whom, and what came of it.
        namings: name to the standing decisions that it may leave.
    """

    standing: tuple[Decision, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    pending: tuple[Pending, ...] = ()
    reviews: Mapping[str, str] = field(default_factory=dict)
    read: Mapping[str, Statement] = field(default_factory=dict)
    reread: tuple[str, ...] = ()
    withheld: frozenset[str] = frozenset()
    released: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    namings: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)

"""What people's decisions mean for claims and their origins."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from longarm.model.claims import Asked, Judgement


@dataclass(frozen=True, slots=True)
class Joining:
    """Statements that answer one question, or (`rest` not empty) that leave the rest, together.

    Attributes:
        reason: one sentence with who decided it.
    """

    statements: tuple[str, ...]
    rest: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions as the claims take them.

    Attributes:
        joinings: of claims, the earlier first: each changes what the earlier ones left.
        happenings: judgements of pairs of statements, the latest first.
        ties: statement id to (`confirmed` or `undone`, one sentence with who).
        steps: id of an added step to the statements of the claims that it concerns.
        asked: statement id of a claim to what was asked of whom.
    """

    joinings: tuple[Joining, ...] = ()
    happenings: tuple[Judgement, ...] = ()
    ties: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: Mapping[str, tuple[Asked, ...]] = field(default_factory=dict)

"""What verifying finds wrong, and what it could not look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: a kind, the file or id it is in, and a sentence. Never a name."""

    kind: str
    where: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked (how many of what), what was found, and what could not be checked."""

    checked: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    unchecked: tuple[str, ...] = ()

"""Whether a person may be named: a recorded reason and two different people, or, alone, a reason and a day's delay."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from longarm.model.decisions import Decision, Naming

DELAY = timedelta(days=1)  # that one person alone waits between deciding to name somebody and doing so
PEOPLE = 2  # who decide it else


def named(namings: Mapping[str, tuple[Decision, ...]], *, is_alone: bool, now: datetime) -> tuple[tuple[str, str], ...]:
    """Names that may leave, each with the recorded reason.

    Args:
        namings: the standing decisions on each name.
        is_alone: whether only one person works on the case.
        now: aware.
    """
    return tuple(
        (name, reason(decisions))
        for name, decisions in sorted(namings.items())
        if may_leave(decisions, is_alone=is_alone, now=now)
    )


def may_leave(decisions: Iterable[Decision], *, is_alone: bool, now: datetime) -> bool:
    """Whether enough people have decided that a name may leave, or one alone has, long enough ago."""
    told = [one for one in decisions if one.why.strip() and isinstance(one.what, Naming)]
    if len({one.by for one in told}) >= PEOPLE:
        return True
    return is_alone and any(now - datetime.fromisoformat(one.at) >= DELAY for one in told)


def reason(decisions: Iterable[Decision]) -> str:
    """Why a name may leave, as it is published: on what ground, never who decided it."""
    grounds = [one.what.basis for one in decisions if isinstance(one.what, Naming) and one.what.basis]
    return "; ".join(dict.fromkeys(grounds))

"""Whether a person may be named: a reason and two different people of the case, or, alone, a reason and a day's delay.

People of a case are its registered users: a name that somebody typed is nobody in particular.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from longarm.model.decisions import Decision
from longarm.model.matters import Naming

DELAY = timedelta(days=1)  # that one person alone waits between deciding to name somebody and doing so
PEOPLE = 2  # who decide it else


def is_alone(people: Collection[str]) -> bool:
    """Whether one person works on a case, with the names of its users: none are registered then, or one."""
    return len(people) < PEOPLE


def named(
    namings: Mapping[str, tuple[Decision, ...]], *, people: Collection[str], now: datetime
) -> tuple[tuple[str, str], ...]:
    """Names that may leave, each with the recorded reason.

    Args:
        namings: the standing decisions on each name.
        people: names of the users of the case.
        now: aware.
    """
    return tuple(
        (name, reason(decisions))
        for name, decisions in sorted(namings.items())
        if may_leave(decisions, people=people, now=now)
    )


def may_leave(decisions: Iterable[Decision], *, people: Collection[str], now: datetime) -> bool:
    """Whether two users of the case have decided that a name may leave, or its one person has, long enough ago."""
    told = [one for one in decisions if one.why.strip() and isinstance(one.what, Naming)]
    if is_alone(people):
        return any(now - datetime.fromisoformat(one.at) >= DELAY for one in told)
    return len({one.by for one in told} & set(people)) >= PEOPLE


def reason(decisions: Iterable[Decision]) -> str:
    """Why a name may leave, as it is published: on what ground, never who decided it."""
    grounds = [one.what.basis for one in decisions if isinstance(one.what, Naming) and one.what.basis]
    return "; ".join(dict.fromkeys(grounds))

"""What one statement tells of an act or a step of a proceeding: what, who, where, when, whom and how many."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from longarm.claims.context import WORLD, Context
from longarm.claims.questions import Question, measure
from longarm.claims.steps import is_step
from longarm.core.intervals import Interval
from longarm.core.reference import read_yaml
from longarm.errors import DataError
from longarm.model.claims import Resolved
from longarm.model.periods import Period

_ROLES = ("site", "scope", "from", "to")


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement as it is joined with others.

    Attributes:
        what: kind of step, or method of an act; acts without a method have none and are not joined.
        places: ids, but for the world.
        period: of the act; for a step when it was announced, where nothing else dates it.
        people: how many took part, None where unsaid.
        content: telling stems of its words.
    """

    item: Resolved
    what: str
    actor: str
    places: frozenset[str]
    period: Period | None
    target: frozenset[str]
    people: Interval | None
    content: frozenset[str]


@functools.cache
def load() -> tuple[dict[str, str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Ids to kinds of steps, and kinds with the words that tell of them.

    Raises:
        DataError: the file is malformed.
    """
    data: Any = read_yaml("longarm.claims", "happenings.yaml")
    try:
        ids = {str(identity): str(kind) for kind, found in data["steps"].items() for identity in found}
        words = tuple(
            (str(kind), re.compile(r"\b(?:" + "|".join(map(re.escape, found)) + r")\b", re.I))
            for kind, found in data["words"].items()
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(f"claims/data/happenings.yaml is malformed: {error!r}; it needs steps and words") from error
    return ids, words


def telling(item: Resolved, question: Question, context: Context) -> Telling | None:
    """What a statement tells of an act or step; None where it tells of none, denies it or only fears it."""
    statement = item.statement
    what = _what(item)
    if not what or statement.polarity == "denied" or any(hedge.kind == "predicted" for hedge in statement.hedges):
        return None
    places = frozenset(p.id for p in item.places if p.role in _ROLES and p.id and p.id != WORLD)
    quantity = statement.quantity
    is_count = quantity is not None and statement.kind == "figure" and not quantity.relation
    return Telling(
        item,
        what,
        "" if is_step(statement) else question.actor,
        places,
        _period(item),
        question.target,
        quantity.interval if is_count and quantity is not None else None,
        question.content,
    )


def _what(item: Resolved) -> str:
    statement = item.statement
    ids, words = load()
    for identity in (statement.method, measure(statement)):
        if identity in ids:
            return ids[identity]
    if statement.kind == "act":
        return statement.method
    if statement.kind == "legal" and is_step(statement):
        return next((kind for kind, pattern in words if pattern.search(statement.span.words)), "")
    return ""


def _period(item: Resolved) -> Period | None:
    options = (item.period, item.as_of, item.said_at) if is_step(item.statement) else (item.period,)
    return next((period for period in options if period is not None and period.is_dated), None)


def tellings(items: Mapping[str, Resolved], questions: Mapping[str, Question], context: Context) -> list[Telling]:
    """The tellings of a case, in the order of its statements."""
    made = (telling(item, questions[identity], context) for identity, item in items.items())
    return [one for one in made if one is not None]

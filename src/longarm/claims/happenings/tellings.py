"""What one statement tells of an act or a step of a proceeding: what, who, where, when, whom and how many."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from longarm.claims import words
from longarm.claims.context import Context
from longarm.claims.questions import Question, measure
from longarm.claims.steps import is_step
from longarm.core import tables
from longarm.core.intervals import Interval
from longarm.core.tables import AnyOf, ByWord, Words
from longarm.model.claims import Resolved
from longarm.model.documents import Passage
from longarm.model.periods import Period
from longarm.model.places import WORLD

PLEA = "plea"
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_CAPITAL = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]*")
_ROLES = ("site", "scope", "from", "to")


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement as it is joined with others.

    Attributes:
        what: kind of step, or method of an act; acts without a method have none and are not joined.
        places: ids, but for the world.
        period: of the act; for a step when it was announced, where nothing else dates it.
        people: how many took part, None where unsaid.
        is_denied: it tells of a plea of not guilty.
        names: of whom it is told, word by word in lower case, as far as capitals show them.
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
    is_denied: bool = False
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Steps:
    """The lists of `data/happenings.yaml`: ids to kinds of steps, words of each kind, authorities."""

    steps: ByWord
    words: Mapping[str, AnyOf]
    authorities: tuple[str, ...]
    own_words: Words
    never_before: tuple[str, ...]


@functools.cache
def load() -> Steps:
    """The lists that come with longarm.

    Raises:
        DataError: the file is malformed.
    """
    return tables.read(Steps, "longarm.claims", "happenings.yaml")


def telling(item: Resolved, question: Question, context: Context) -> Telling | None:
    """What a statement tells of an act or step; None where it tells of none, denies it or only fears it.

    A plea of not guilty denies guilt, not that it was made.
    """
    statement = item.statement
    what = _what(item)
    is_denied = statement.polarity == "denied"
    if not what or (is_denied and what != PLEA) or any(hedge.kind == "predicted" for hedge in statement.hedges):
        return None
    places = frozenset(p.id for p in item.places if p.role in _ROLES and p.id and p.id != WORLD)
    quantity = statement.quantity
    is_count = quantity is not None and statement.kind == "figure" and quantity.is_count and not quantity.relation
    return Telling(
        item,
        what,
        "" if is_step(statement) else question.actor,
        places,
        _period(item),
        question.target,
        quantity.interval if is_count and quantity is not None else None,
        question.content,
        is_denied,
        _names(item, context),
    )


def _names(item: Resolved, context: Context) -> frozenset[str]:
    """Words written with a capital inside sentences, but for places and for who acts or speaks."""
    statement = item.statement
    roles = (statement.roles.actor, statement.roles.operator, statement.roles.programme)
    known = (*roles, *(place.words for place in item.places), *(voice.name for voice in statement.voices))
    given = frozenset(words.tokens(" ".join(known)))
    found = {word.lower() for word in _CAPITAL.findall(statement.span.words)}
    first = _WORD.match(statement.span.words)
    if first and first[0][0].isupper() and first[0] in _inner(context.passages.get(statement.document, ())):
        found.add(first[0].lower())
    return frozenset(found) - given - words.load().stop


@functools.lru_cache(maxsize=8)
def _inner(passages: tuple[Passage, ...]) -> frozenset[str]:
    """Words that a document writes with a capital where no sentence begins."""
    return frozenset(word for one in passages for word in _CAPITAL.findall(one.span.words))


def _what(item: Resolved) -> str:
    statement = item.statement
    known = load()
    for identity in (statement.stage, statement.method, measure(statement)):
        if identity in known.steps:
            return known.steps[identity]
    if statement.kind == "act":
        return statement.method
    if statement.kind == "legal" and is_step(statement):
        return next((kind for kind, pattern in known.words.items() if pattern.search(statement.span.words)), "")
    return ""


def _period(item: Resolved) -> Period | None:
    options = (item.period, item.as_of, item.said_at) if is_step(item.statement) else (item.period,)
    return next((period for period in options if period is not None and period.is_dated), None)


def tellings(items: Mapping[str, Resolved], questions: Mapping[str, Question], context: Context) -> list[Telling]:
    """The tellings of a case, in the order of its statements."""
    made = (telling(item, questions[identity], context) for identity, item in items.items())
    return [one for one in made if one is not None]

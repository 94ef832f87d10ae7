"""The figures of a case as its report lists them, and the bounds that they leave."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from longarm.claims.counts import atlas
from longarm.claims.counts.statements import QUOTED
from longarm.desk.checks import is_denied
from longarm.desk.names import Names
from longarm.model.case import Case
from longarm.model.claims import Resolved
from longarm.model.places import WORLD
from longarm.model.reconciliation import Reconciliation
from longarm.model.statements import ABOUT, Statement

_PLAIN = ("all", "", "total")  # set, programme and basis that go without saying


@dataclass(frozen=True, slots=True)
class Answer:
    """One figure as one statement gives it.

    Attributes:
        high: None is unbounded.
        denied: the statement says that it is not so.
    """

    low: float
    high: float | None
    words: str
    relation: str
    as_of: str
    period: str
    who: str
    hedges: tuple[str, ...]
    statement: str
    document: str
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one measure in one place."""

    measure: str
    place: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class BoundLine:
    """What the figures leave possible for one count; `high` None is unbounded.

    Attributes:
        scope: the named set, programme and basis, where there are any.
        told_in: who tells of the moment without saying its date; empty for a dated one.
        because: the figures that make the two ends, in their words, with who tells them.
        statements: their ids.
    """

    measure: str
    place: str
    operator: str
    scope: tuple[str, ...]
    as_of: str
    told_in: tuple[str, ...]
    low: int
    high: int | None
    exact: bool
    conditional: bool
    because: tuple[str, ...]
    statements: tuple[str, ...]


def bounds(case: Case, found: Reconciliation, names: Names) -> tuple[BoundLine, ...]:
    """The bounds that figures make of counts they tell of, those that most figures make first, one a question."""
    labels = {identity: rule.label for identity, rule in atlas.measures().items()}
    said = {one.id: one.statement for one in case.weighed.resolved}
    lines: dict[tuple[object, ...], BoundLine] = {}
    told = {(one.statement.measure, place.id) for one in case.weighed.resolved for place in one.places}
    for bound in sorted(found.bounds, key=lambda bound: -len(bound.because)):
        if not bound.because or ((bound.measure, bound.place_id) not in told and bound.place_id != WORLD):
            continue
        line = BoundLine(
            measure=labels.get(bound.measure) or bound.measure,
            place=bound.place,
            operator=bound.operator_name,
            scope=tuple(part for part in (bound.counted_set, bound.programme, bound.basis) if part not in _PLAIN),
            as_of=bound.as_of,
            told_in=tuple(dict.fromkeys(_author(said[one], names) for one in bound.undated if one in said)),
            low=bound.low,
            high=bound.high,
            exact=bound.exact,
            conditional=bound.conditional,
            because=tuple(dict.fromkeys(_told(said[one], names) for one in bound.because if one in said)),
            statements=bound.because,
        )
        key = (line.measure, line.place, line.operator, line.scope, line.as_of, line.low, line.high)
        same = lines.get(key)
        lines[key] = replace(same, told_in=tuple(dict.fromkeys((*same.told_in, *line.told_in)))) if same else line
    return tuple(lines.values())


def _told(said: Statement, names: Names) -> str:
    words = said.span.words if len(said.span.words) <= QUOTED or not said.quantity else said.quantity.span.words
    return f"\u201c{words}\u201d ({_author(said, names)})"


def _author(said: Statement, names: Names) -> str:
    return names.chain(said).partition(" -> ")[0]


def figures(case: Case, names: Names) -> tuple[Figures, ...]:
    """The figures of a case, by measure and place, each in the order of the statements."""
    kept = [one for one in case.weighed.resolved if one.statement.kind == "figure" and one.statement.quantity]
    parents = {place.id: place.parents for place in case.weighed.places}
    keyed = sorted(((one.statement.measure, _place(one, parents)), n, one) for n, one in enumerate(kept))
    return tuple(
        Figures(measure, place, tuple(_answer(one, names) for _, _, one in group))
        for (measure, place), group in groupby(keyed, key=lambda item: item[0])
    )


def _place(resolved: Resolved, parents: Mapping[str, tuple[str, ...]]) -> str:
    """The places that a figure is about, without those that only hold another of them."""
    about = [place for place in resolved.places if place.role in ABOUT]
    holding = {parent for place in about for parent in parents.get(place.id, ()) if parent != place.id}
    named = [place.name or place.words for place in about if place.id not in holding]
    return ", ".join(dict.fromkeys(named)) or "no place said"


def _answer(resolved: Resolved, names: Names) -> Answer:
    said = resolved.statement
    quantity = said.quantity
    if quantity is None:
        raise ValueError(said.id)
    return Answer(
        low=quantity.interval.low,
        high=quantity.interval.high,
        words=quantity.span.words,
        relation=quantity.relation,
        as_of=str(resolved.as_of) if resolved.as_of else "",
        period=str(resolved.period) if resolved.period else "",
        who=names.chain(said),
        hedges=tuple(hedge.kind for hedge in said.hedges),
        statement=said.id,
        document=said.document,
        denied=is_denied(said),
    )

"""The figures of a case listed by measure, counted set and place, each in its own words and with what it rests on."""

from collections import defaultdict
from dataclasses import dataclass

from longarm.core.intervals import Interval
from longarm.model.case import Case
from longarm.model.claims import UNKNOWN, Claim, Resolved
from longarm.model.periods import Period


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: statement id, claim id, interval, the words of the number, and the name of what it rests on."""

    statement: str
    claim: str
    interval: Interval
    words: str
    relation: str
    document: str
    root: str
    as_of: Period | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The figures that answer one question.

    Attributes:
        measure, counted_set: as the statements have them.
        place: name of the place that is counted, empty where none is said.
        question: of the claim.
        rows: by as-of date where there is one, then in document order.
    """

    claim: str
    measure: str
    counted_set: str
    place: str
    question: str
    rows: tuple[Row, ...]


def tables(case: Case) -> tuple[Table, ...]:
    """The tables of a case: by measure, then the wider place first, then in the order of claims."""
    items = {item.id: item for item in case.weighed.resolved}
    names = {source.id: source.name for source in case.weighed.sources}
    places = {place.id: (len(place.parents), place.name) for place in case.weighed.places}
    keyed = []
    for number, claim in enumerate(case.weighed.claims):
        if claim.kind != "figure":
            continue
        table = _table(claim, items, names, places)
        depth = min((places[p][0] for p in claim.places if p in places), default=0)
        keyed.append(((table.measure, depth, table.place, number), table))
    return tuple(table for _, table in sorted(keyed, key=lambda pair: pair[0]))


def _table(
    claim: Claim, items: dict[str, Resolved], names: dict[str, str], places: dict[str, tuple[int, str]]
) -> Table:
    roots: dict[str, list[str]] = defaultdict(list)
    for origin in claim.origins:
        for identity in origin.statements:
            roots[identity].append(UNKNOWN if origin.source == UNKNOWN else names.get(origin.source, origin.source))
    members = [items[identity] for identity in claim.statements]
    first = members[0].statement
    rows = [_row(item, claim, roots[item.id]) for item in members]
    dated = sorted(rows, key=lambda row: str(row.as_of) if row.as_of is not None and row.as_of.is_dated else "")
    place = ", ".join(places[p][1] if p in places else p for p in claim.places)
    return Table(claim.id, claim.measure, first.counted_set, place, claim.question, tuple(dated))


def _row(item: Resolved, claim: Claim, roots: list[str]) -> Row:
    quantity = item.statement.quantity
    return Row(
        statement=item.id,
        claim=claim.id,
        interval=quantity.interval if quantity else Interval(0, None),
        words=quantity.span.words if quantity else item.statement.span.words,
        relation=quantity.relation if quantity else "",
        document=item.statement.document,
        root=", ".join(roots) or UNKNOWN,
        as_of=item.as_of,
        period=item.period,
    )

"""Figures of statements as rows: never for more than the text says."""

from longarm.claims.counts.figures import MeasureRule
from longarm.claims.counts.statements import Surroundings, figures
from longarm.core.intervals import Interval
from longarm.model.claims import Resolved, ResolvedPlace
from longarm.model.periods import Period
from longarm.model.spans import Span
from longarm.model.statements import Quantity, Statement, Voice

AROUND = Surroundings(
    {"station": MeasureRule("stock"), "killed": MeasureRule("cumulative")}, {}, lambda words: words, lambda a, b: a == b
)


def said(identity: str, measure: str, number: int, period: Period | None = None, **changes: object) -> Resolved:
    span = Span("t", 0, len(str(number)), str(number))
    quantity = Quantity(span, Interval(number, number), number)
    author = Voice("Quay Watch", "", None, None, "author")
    fields: dict[str, object] = {"measure": measure, "quantity": quantity} | changes
    statement = Statement(identity, "doc", span, "figure", "", (author,), **fields)  # type: ignore[arg-type]
    return Resolved(statement, (ResolvedPlace("CA", "Canada", "CA", "Canada", "scope"),), period)


def test_a_stock_is_a_count_and_an_undated_event_a_lower_bound() -> None:
    found = figures([said("a", "station", 3), said("b", "killed", 3)], AROUND)
    assert [(figure.low, figure.high) for figure in found] == [(3, 3), (3, None)]


def test_a_cumulative_count_in_a_period_is_an_increment_over_it() -> None:
    (figure,) = figures([said("a", "killed", 3, Period("2022-01", "2022-03"))], AROUND)
    assert (figure.relation, figure.since, figure.as_of) == ("increment", "2021-12", "2022-03")


def test_what_is_denied_or_of_unknown_measure_is_not_compared() -> None:
    assert figures([said("a", "station", 3, polarity="denied"), said("b", "boat", 3)], AROUND) == ()


def test_undated_figures_of_one_document_share_an_epoch() -> None:
    found = figures([said("a", "station", 3), said("b", "station", 4)], AROUND)
    assert len({figure.epoch for figure in found}) == 1

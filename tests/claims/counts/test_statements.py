"""Figures of statements as rows: never for more than the text says."""

from dataclasses import replace

from longarm.claims.counts.explanation import Sentence, tell
from longarm.claims.counts.figures import Atlas, MeasureRule, Setting
from longarm.claims.counts.statements import answers, figures
from longarm.claims.counts.surroundings import NamedOrigin, Surroundings, Teller
from longarm.core.intervals import Interval
from longarm.desk.reconcile import of_figures
from longarm.model.claims import Claim, Resolved, ResolvedPlace
from longarm.model.periods import Period
from longarm.model.spans import Span
from longarm.model.statements import PlaceMention, Quantity, Statement, Toponym, Voice

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


def placed(identity: str, text: str, number: str, unit: str, *names: tuple[str, str, str], start: int = 0) -> Resolved:
    """A count of stations whose clause is `text[start:]`; names are (words, gazetteer id, role)."""
    clause = Span("t", start, len(text), text[start:])
    at = text.index(number)
    span = Span("t", at, at + len(number), number)
    unit_span = Span("t", text.index(unit), text.index(unit) + len(unit), unit) if unit else None
    quantity = Quantity(span, Interval(int(number), int(number)), int(number), unit=unit, unit_span=unit_span)
    mentions = tuple(
        PlaceMention(Toponym(Span("t", text.index(words), text.index(words) + len(words), words), place=place), role)
        for words, place, role in names
    )
    author = Voice("Quay Watch", "", None, None, "author")
    said = Statement(
        identity, "doc", clause, "figure", "", (author,), measure="station", quantity=quantity, places=mentions
    )
    return Resolved(said, tuple(ResolvedPlace(place, words, place[:2], words, role) for words, place, role in names))


def open_in(figure) -> set[str]:
    return {one.reading for one in figure.loose}


def test_a_place_that_another_clause_names_is_open() -> None:
    (inside,) = figures([placed("a", "3 stations in Canada", "3", "stations", ("Canada", "CA", "scope"))], AROUND)
    text = "In Canada they spread: 3 stations were seen"
    (outside,) = figures([placed("b", text, "3", "stations", ("Canada", "CA", "scope"), start=23)], AROUND)
    assert (open_in(inside), open_in(outside)) == (set(), {"place"})


def test_a_thing_counted_that_is_left_out_is_open() -> None:
    (figure,) = figures([placed("a", "Canada has 3", "3", "", ("Canada", "CA", "scope"))], AROUND)
    assert open_in(figure) == {"set"}


def test_a_smaller_count_of_one_place_in_one_text_may_be_a_part() -> None:
    texts = ("9 stations in Canada", "3 stations in Canada")
    found = figures([placed(t[0], t, t[0], "stations", ("Canada", "CA", "scope")) for t in texts], AROUND)
    assert [open_in(figure) for figure in found] == [set(), {"set"}]


def test_what_lies_in_several_places_is_no_count_of_one() -> None:
    names = (("Lima", "PE1", "scope"), ("Quito", "EC1", "site"))
    assert figures([placed("a", "3 stations in Lima and Quito", "3", "stations", *names)], AROUND) == ()


def test_two_texts_share_the_date_of_a_work_only_where_both_name_it_by_title() -> None:
    origin = NamedOrigin("src", "work", "Quay Watch, “Nets”", "Nets")
    named = Voice("Quay Watch", "Nets", None, None, "explicit", work_id="work")
    vague = Voice("Quay Watch", "a report", None, None, "explicit", work_id="work")
    around = replace(AROUND, origins=dict.fromkeys("abc", origin))
    found = figures(
        [
            replace_in(said("a", "station", 3), document="one", voices=(named,)),
            replace_in(said("b", "station", 4), document="two", voices=(named,)),
            replace_in(said("c", "station", 5), document="three", voices=(vague,)),
        ],
        around,
    )
    moments = [figure.moment for figure in found]
    assert moments[0] == moments[1] != moments[2]


def test_an_undated_count_is_no_older_than_the_year_before_its_text() -> None:
    around = replace(AROUND, documents={"doc": Teller("Quay Watch", "2022-09-14")})
    assert [figure.earliest for figure in figures([said("a", "station", 3)], around)] == ["2021"]


def test_answers_of_two_documents_to_a_question_about_an_event_are_set_beside_each_other() -> None:
    items = [
        replace_in(with_unit(said("a", "killed", 31)), document="one"),
        replace_in(with_unit(said("b", "killed", 43)), document="two"),
    ]
    claim = Claim("c", "figure", "", "killed", "How many people were killed?", ("a", "b"))
    found = answers(items, [claim], AROUND)
    assert [(figure.low, figure.high, figure.question, open_in(figure)) for figure in found] == [
        (31, 31, claim.question, {"set"}),
        (43, 43, claim.question, {"set"}),
    ]
    assert answers(items[:1], [claim], AROUND) == ()


def with_unit(item: Resolved) -> Resolved:
    quantity = item.statement.quantity
    assert quantity is not None
    return replace_in(item, quantity=replace(quantity, unit="people", unit_head="person"))


def replace_in(item: Resolved, **changes: object) -> Resolved:
    return replace(item, statement=replace(item.statement, **changes))  # type: ignore[arg-type]


def test_a_long_clause_is_quoted_by_its_number_alone_and_never_cut() -> None:
    long = "9 stations in Canada " + "that nobody had been told of " * 5
    texts = ("9 stations in Canada", long)
    found = figures(
        [placed(str(n), t, "9", "stations", ("Canada", "CA", "scope")) for n, t in enumerate(texts)], AROUND
    )
    assert [figure.words for figure in found] == ["9 stations in Canada", "9"]


def test_texts_without_a_date_have_bounds_of_their_own_that_name_them() -> None:
    one = placed("a", "9 stations in Canada", "9", "stations", ("Canada", "CA", "scope"))
    other = replace_in(placed("b", "4 stations in Canada", "4", "stations", ("Canada", "CA", "scope")), document="two")
    dated = replace_in(placed("c", "7 stations in Canada", "7", "stations", ("Canada", "CA", "scope")), basis="found")
    items = [one, other, replace(dated, as_of=Period("2022-09", "2022-09"))]
    found = [bound for bound in of_figures(figures(items, AROUND)).bounds if bound.place_id == "CA"]
    assert {(bound.as_of, bound.low, bound.undated) for bound in found} >= {("", 9, ("a",)), ("", 4, ("b",))}
    assert [bound.undated for bound in found if bound.as_of] == [()]


def test_a_sentence_on_many_figures_names_one_teller_of_each_answer() -> None:
    few, many = (_sentence(count) for count in (2, 4))
    assert "Paper 0 (citing The Long Reach) and Paper 1 (citing The Long Reach) say 54" in few
    assert "Paper 0 and 3 more say 54" in many and "citing" not in many


def _sentence(tellers: int) -> str:
    (one,) = figures([said("a", "station", 54)], AROUND)
    (other,) = figures([said("b", "station", 30)], AROUND)
    same = tuple(
        replace(one, id=f"a{n}", teller=f"Paper {n}", source="The Long Reach", words="54 stations")
        for n in range(tellers)
    )
    against = (replace(other, teller="The Quay", source="Quay Watch", words="30 stations"),)
    setting = Setting(Atlas({"CA": "Canada"}, {"CA": "country"}, {"CA": ()}, {}), AROUND.measures)
    return tell(Sentence((same, against), "hard", "", {}), setting)


def test_a_running_total_is_no_answer_about_an_event() -> None:
    items = [
        replace(replace_in(with_unit(said(name, "killed", number)), document=name), as_of=Period(day, day))
        for name, number, day in (("a", 5, "2022-12-31"), ("b", 7, "2023-12-31"))
    ]
    claim = Claim("c", "figure", "", "killed", "How many people were killed?", ("a", "b"))
    assert answers(items, [claim], AROUND) == ()

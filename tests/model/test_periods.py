"""Periods are no sharper than the text says."""

from datetime import date

import pytest

from longarm.model.periods import Period, date_words, period_words


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2021-04", "2022-07", (date(2021, 4, 1), date(2022, 7, 31))),
        ("2024-02", "2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2020", "2020", (date(2020, 1, 1), date(2020, 12, 31))),
        ("2022-21", "2022-21", (date(2022, 3, 1), date(2022, 5, 31))),
        ("2022-09-12", "2022-09-12", (date(2022, 9, 12), date(2022, 9, 12))),
    ],
)
def test_a_period_covers_every_day_of_its_ends(start: str, end: str, days: tuple[date, date]) -> None:
    assert Period(start, end).days() == days


@pytest.mark.parametrize(("start", "end"), [("XXXX-04-17", "XXXX-04-17"), (None, "2020"), ("2020", None)])
def test_a_period_without_a_year_or_an_end_has_no_days(start: str | None, end: str | None) -> None:
    period = Period(start, end)
    assert not period.is_dated
    assert period.days() is None


def test_an_open_end_is_written_as_open() -> None:
    assert str(Period("2018", None)) == "2018/.."
    assert str(Period("2020", "2020")) == "2020"


@pytest.mark.parametrize("text", ["2022-13", "2023-02-30", "2022-00-10", "20222"])
def test_a_day_that_no_calendar_has_is_no_day(text: str) -> None:
    assert Period(text, text).days() is None


def test_marks_of_doubt_do_not_make_a_date_sharper() -> None:
    assert Period("2022-10?", "2022-10?").days() == (date(2022, 10, 1), date(2022, 10, 31))


@pytest.mark.parametrize(
    ("start", "end", "plain"),
    [
        ("2023-04-17", "2023-04-17", "17 April 2023"),
        ("XXXX-04-17", "XXXX-04-17", "17 April, year not said"),
        ("2021-04", "2022-07", "April 2021 to July 2022"),
        ("2022", "2022", "2022"),
        ("202X", "202X", "the 2020s"),
        ("2022-22", "2022-22", "summer 2022"),
        ("2016", None, "since 2016"),
        (None, "2016", "until 2016"),
        (None, None, ""),
    ],
)
def test_a_period_in_words_is_no_sharper_than_the_text(start: str | None, end: str | None, plain: str) -> None:
    assert period_words(Period(start, end)) == plain


@pytest.mark.parametrize(
    ("edtf", "plain"),
    [
        ("2022-06-21", "21 June 2022"),
        ("2022-01/2022-06", "January 2022 to June 2022"),
        ("../2022", "until 2022"),
        ("2022-10?", "perhaps October 2022"),
        ("2022~", "about 2022"),
        ("2022-XX", "2022"),
        ("", ""),
    ],
)
def test_a_date_in_words_keeps_its_doubts(edtf: str, plain: str) -> None:
    assert date_words(edtf) == plain

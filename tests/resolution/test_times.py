"""Times are set against the document's date where it has one, and stay partial where it has none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.model.periods import Period
from longarm.model.spans import Span
from longarm.model.statements import TimeMention
from longarm.resolution.times import resolve

PUBLISHED = Period("2022-12-07", "2022-12-07", "day")  # a Wednesday


def mention(start, end="same", kind="relative", marker="", precision="day"):
    return TimeMention(Span("t", 0, 4, "then"), kind, start, start if end == "same" else end, precision, marker)


CODES = [
    ("P0D", "2022-12-07", "2022-12-07"),
    ("P-1D", "2022-12-06", "2022-12-06"),
    ("P-2W", "2022-11-21", "2022-11-27"),
    ("P-3M", "2022-09", "2022-09"),
    ("P-12M", "2021-12", "2021-12"),
    ("P+1M", "2023-01", "2023-01"),
    ("P-2Y", "2020", "2020"),
    ("W0-3", "2022-12-07", "2022-12-07"),
    ("W0-2", "2022-12-06", "2022-12-06"),
    ("W0-4", "2022-12-01", "2022-12-01"),
    ("W-1-3", "2022-11-30", "2022-11-30"),
    ("W+1-3", "2022-12-14", "2022-12-14"),
    ("W+1-4", "2022-12-08", "2022-12-08"),
    ("last-M", "2022-11", "2022-11"),
    ("last-W", "2022-11-28", "2022-12-04"),
    ("last-E", "2022-12-03", "2022-12-04"),
    ("this-Q", "2022-10", "2022-12"),
    ("last-Y", "2021", "2021"),
    ("this-10Y", "2020", "2029"),
    ("last-Y-04", "2021-04", "2021-04"),
    ("last-Y-04-17", "2021-04-17", "2021-04-17"),
    ("last-M-31", "2022-11-30", "2022-11-30"),
    ("last-W-3", "2022-11-30", "2022-11-30"),
    ("last-XXXX-04", "2022-04", "2022-04"),
    ("last-XXXX-12", "2021-12", "2021-12"),
    ("last-XXXX-22", "2022-22", "2022-22"),
    ("next-XXXX-04-17", "2023-04-17", "2023-04-17"),
    ("next-XXXX-12-24", "2022-12-24", "2022-12-24"),
    ("XXXX-04-17", "2022-04-17", "2022-04-17"),
    ("XXXX-12-07", "2022-12-07", "2022-12-07"),
    ("XXXX-12-08", "2021-12-08", "2021-12-08"),
    ("XXXX-12", "2022-12", "2022-12"),
    ("XXXX-02-29", "2020-02-29", "2020-02-29"),
]


@pytest.mark.parametrize(("code", "start", "end"), CODES)
def test_a_code_is_set_against_the_day_of_publication(code, start, end):
    kind = "date" if code.startswith("XXXX") else "relative"
    found = resolve(mention(code, kind=kind), PUBLISHED)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("start", "end", "kind", "low", "high"),
    [
        ("P-3Y", "P0D", "relative", "2019", "2022-12-07"),
        ("this-M", "P0D", "relative", "2022-12", "2022-12-07"),
        ("XXXX-01-28", "XXXX-02-03", "range", "2022-01-28", "2022-02-03"),
        ("XXXX-11-28", "XXXX-02-03", "range", "2021-11-28", "2022-02-03"),
        ("2012", "P-1D", "range", "2012", "2022-12-06"),
        ("last-Y-09", "last-Y-12", "relative", "2021-09", "2021-12"),
    ],
)
def test_both_ends_of_a_range_are_set_and_stay_in_order(start, end, kind, low, high):
    found = resolve(mention(start, end, kind), PUBLISHED)
    assert (found.start, found.end) == (low, high)


@pytest.mark.parametrize(
    ("start", "end", "marker", "low", "high"),
    [
        ("2018", None, "since", "2018", None),
        (None, "2020", "until", None, "2020"),
        (None, "2020", "before", None, "2019"),
        (None, "2020-03-01", "before", None, "2020-02-29"),
        ("2020-12", None, "after", "2021-01", None),
        ("2020-24", None, "after", "2021-01-01", None),
    ],
)
def test_an_open_end_stays_open_and_before_and_after_leave_their_date_out(start, end, marker, low, high):
    for published in (PUBLISHED, None):
        found = resolve(mention(start, end, "range", marker), published)
        assert (found.start, found.end) == (low, high)


@pytest.mark.parametrize(
    ("code", "stays"),
    [
        ("XXXX-04-17", "XXXX-04-17"),
        ("next-XXXX-04-17", "XXXX-04-17"),
        ("last-XXXX-04", "XXXX-04"),
        ("last-Y-04", "XXXX-04"),
        ("2021-04", "2021-04"),
        ("P-1D", None),
        ("W0-2", None),
        ("last-M", None),
    ],
)
def test_without_a_date_of_publication_a_time_stays_partial(code, stays):
    found = resolve(mention(code), None)
    assert (found.start, found.end) == (stays, stays)
    assert (found.precision == "unknown") is (stays is None)


def test_a_month_of_publication_gives_all_that_the_words_could_mean():
    december = Period("2022-12", "2022-12", "month")
    assert resolve(mention("last-M"), december) == Period("2022-11", "2022-11", "month", "then")
    yesterday = resolve(mention("P-1D"), december)
    assert (yesterday.start, yesterday.end, yesterday.precision) == ("2022-11-30", "2022-12-30", "period")


@pytest.mark.parametrize("kind", ["duration", "recurring"])
def test_durations_and_recurring_times_are_no_period(kind):
    assert resolve(mention("P3Y", kind=kind), PUBLISHED).precision == "unknown"


@pytest.mark.parametrize("code", ["P-99999Y", "P+9999999D", "nonsense", "W0-9", "2021-13-45"])
def test_what_cannot_be_a_time_is_unknown_or_kept_but_never_an_error(code):
    resolve(mention(code), PUBLISHED)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 7))
def test_a_weekday_is_within_a_week_of_publication_and_on_that_weekday(day, weekday):
    published = Period(day.isoformat(), day.isoformat(), "day")
    near, last, ahead = (
        date.fromisoformat(resolve(mention(f"W{turn}-{weekday}"), published).start or "") for turn in ("0", "-1", "+1")
    )
    assert near.isoweekday() == last.isoweekday() == ahead.isoweekday() == weekday
    assert 0 <= (day - near).days < 7
    assert 1 <= (day - last).days <= 7
    assert 1 <= (ahead - day).days <= 7


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_is_the_latest_one_not_after_publication(day, month, of_month):
    published = Period(day.isoformat(), day.isoformat(), "day")
    found = date.fromisoformat(resolve(mention(f"XXXX-{month:02}-{of_month:02}", kind="date"), published).start or "")
    assert 0 <= (day - found).days <= 366

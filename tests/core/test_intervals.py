"""Intervals never become sharper or wider than they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.core.intervals import Interval

numbers = st.integers(-10_000, 10_000)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low = draw(numbers)
    return Interval(low, draw(st.one_of(st.none(), st.integers(low, low + 10_000))))


@given(intervals(), intervals(), numbers)
def test_a_number_is_in_the_intersection_exactly_when_it_is_in_both(a: Interval, b: Interval, n: int) -> None:
    both = a.intersection(b)
    assert (both is not None and n in both) == (n in a and n in b)


@given(intervals(), intervals())
def test_intersection_does_not_depend_on_the_order(a: Interval, b: Interval) -> None:
    assert a.intersection(b) == b.intersection(a)
    assert a.meets(b) == b.meets(a)


@given(intervals(), intervals(), numbers)
def test_the_hull_holds_both(a: Interval, b: Interval, n: int) -> None:
    if n in a or n in b:
        assert n in a.hull(b)


def test_the_hull_is_the_smallest_interval_that_holds_both() -> None:
    assert Interval(1, 2).hull(Interval(5, 9)) == Interval(1, 9)
    assert Interval(-3, -2).hull(Interval(-9, -1)) == Interval(-9, -1)
    assert Interval(1, None).hull(Interval(0, 9)) == Interval(0, None)


def test_an_interval_cannot_run_downwards() -> None:
    with pytest.raises(ValueError, match="from 3 down to 2"):
        Interval(3, 2)


def test_an_interval_reads_as_it_is_written_in_the_conventions() -> None:
    assert str(Interval(51, None)) == "[51, inf)"
    assert str(Interval(218_500, 241_500)) == "[218,500, 241,500]"

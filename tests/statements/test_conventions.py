"""Intervals of qualified numbers keep the order that the words promise."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longarm.core.intervals import Interval
from longarm.languages import load
from longarm.statements.quantities.conventions import interval, is_round, share

RULES = load("en").qualifiers.conventions
COUNTS = st.integers(1, 10**9)


@given(COUNTS, st.sampled_from(["exact", "approx", "at_least", "at_most"]))
def test_a_number_lies_in_its_own_interval(number, qualifier):
    assert number in interval(number, qualifier, RULES)


@given(COUNTS, st.sampled_from(["more_than", "less_than", "nearly"]))
def test_more_fewer_and_nearly_leave_the_number_out(number, qualifier):
    assert number not in interval(number, qualifier, RULES)


@given(COUNTS)
def test_a_count_has_whole_ends(number):
    for qualifier in ("approx", "nearly", "more_than", "less_than"):
        found = interval(number, qualifier, RULES)
        assert isinstance(found.low, int)
        assert found.high is None or isinstance(found.high, int)


@given(COUNTS)
def test_about_is_five_per_cent_or_half_a_unit_of_the_last_digit_outward(number):
    unit = 1
    while number % (unit * 10) == 0:
        unit *= 10
    margin = max(Fraction(unit, 2), Fraction(number, 20))
    found = interval(number, "approx", RULES)
    assert found.low <= max(number - margin, 0) < found.low + 1
    assert found.high is not None
    assert found.high - 1 < number + margin <= found.high


def test_a_number_with_decimals_keeps_its_value_as_open_end():
    assert interval(2.5, "more_than", RULES) == Interval(2.5, None)


@pytest.mark.parametrize(
    ("number", "is_rounded"), [(100, True), (230_000, True), (0, False), (110, False), (54, False)]
)
def test_two_final_zeros_make_a_round_number(number, is_rounded):
    assert is_round(number, RULES) is is_rounded


def test_a_percentage_is_a_share_without_loss():
    assert share(Interval(64, 64)) == Interval(0.64, 0.64)
    assert share(Interval(60, None)) == Interval(0.6, 1)

"""A case may set the numbers behind the intervals; nothing else changes, and nothing unknown is taken."""

import pytest

from longarm.errors import DataError
from longarm.languages import load
from longarm.languages.conventions import Convention, adjusted, changes, checked, shipped


def test_every_number_behind_an_interval_has_a_name():
    names = shipped("en")
    assert {"approx_share", "nearly_share", "majority_share", "round_zeros"} <= names.keys()
    assert (names["dozens"], names["hundreds"], names["several"]) == (24, 200, 3)


def test_an_override_changes_its_own_number_only():
    language = adjusted("en", (("dozens", 12), ("nearly_share", 0.95)))
    assert language.numbers.indefinite == {**load("en").numbers.indefinite, "dozens": 12}
    assert language.qualifiers.conventions.nearly_share == 0.95
    assert language.qualifiers.conventions.approx_share == load("en").qualifiers.conventions.approx_share


def test_without_overrides_the_language_is_the_shipped_one():
    assert adjusted("en", ()) is load("en")


def test_overrides_are_sorted_and_those_that_change_nothing_left_out():
    given = [("several", 4), ("hundreds", 200), ("dozens", 12)]
    assert checked("en", given) == (("dozens", 12), ("several", 4))


def test_a_change_is_told_beside_what_is_shipped():
    assert changes("en", (("dozens", 12),)) == (Convention("dozens", 12, 24),)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("lots", 9, "is no convention; take it out, or write one of approx_unit"),
        ("dozens", "12", "without quotation marks"),
        ("dozens", True, "write a number"),
        ("dozens", 0, "whole number of 1 or more"),
        ("several", 3.5, "whole number of 1 or more"),
        ("nearly_share", 9, "share between 0 and 1"),
        ("approx_unit", -1, "0 or more"),
        ("approx_share", float("nan"), "share between 0 and 1"),
    ],
)
def test_a_convention_that_cannot_be_is_refused_by_name(name, value, told):
    with pytest.raises(DataError, match=rf"^{name} .*{told}"):
        checked("en", [(name, value)])

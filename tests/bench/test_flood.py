import pytest
from bench.planted import flood


def test_copies_that_put_their_own_masthead_in_or_reword_most_raise_nothing() -> None:
    found = flood.score(copies=4, flooded=2, kinds=("heavy", "masthead"))
    assert [row["floods"] for row in found.values()] == [2, 2, 2, 2]
    assert {name: row["raised"] for name, row in found.items() if row["raised"]} == {}


@pytest.mark.slow
def test_no_flood_of_copies_of_any_kind_raises_what_is_proved() -> None:
    found = flood.score(copies=10, flooded=6)
    assert found.keys() == {f"{kind}, {dated}" for kind in flood.KINDS for dated in ("dated", "undated")}
    assert {name: row["raised"] for name, row in found.items() if row["raised"]} == {}

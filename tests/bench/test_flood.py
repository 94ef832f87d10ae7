"""Floods of copies: whatever they are, they prove nothing."""

import pytest
from bench.planted import flood


@pytest.mark.slow
def test_no_flood_of_copies_of_any_kind_raises_what_is_proved() -> None:
    found = flood.score(copies=6, flooded=5)
    assert found.keys() == {f"{kind}, {dated}" for kind in flood.KINDS for dated in ("dated", "undated")}
    assert {row["floods"] for row in found.values()} == {5}
    assert {name: row["raised"] for name, row in found.items() if row["raised"]} == {}

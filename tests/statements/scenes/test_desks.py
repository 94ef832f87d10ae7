"""Desks: where agents only have their offices, where people live, and who only hears of it."""

import pytest

from longarm.desk.reading import read_text

LEAD = "Belarus runs overseas police stations and threatens exiles abroad.\n\n"


def told(text: str) -> list[dict[str, object]]:
    return [s for s in read_text(LEAD + text)["statements"] if s["span"]["start"] >= len(LEAD)]


def sites(text: str, *kinds: str) -> set[str]:
    """The words of the places where the statements of some kinds are."""
    found = [s for s in told(text) if s["kind"] in kinds]
    return {str(p["words"]) for s in found for p in s["places"] if p["role"] in ("site", "scope")}  # type: ignore[attr-defined]


def test_residents_are_attacked_where_they_live() -> None:
    assert sites("Four exiles living in Norway were attacked.", "figure") == {"Norway"}


@pytest.mark.parametrize("feeling", ["is deeply concerned over", "was worried about", "is aware of"])
def test_a_state_that_has_feelings_about_arrests_is_not_where_they_were_made(feeling: str) -> None:
    text = f"Norway {feeling} the arrests of the 12 people."
    assert sites(text, "figure", "legal", "act") == set()
    assert "Norway" not in {s["roles"]["actor"] for s in told(text) if s["kind"] == "legal"}  # type: ignore[index]


@pytest.mark.parametrize(
    "text",
    [
        "The Belarusian agents, who were based in Minsk, were not prosecuted.",
        "The operatives based in Minsk ran an office.",
        "Belarus has a police station in Minsk.",
    ],
)
def test_agents_with_a_desk_at_home_and_stations_at_home_are_no_presence_abroad(text: str) -> None:
    assert "presence" not in {s["kind"] for s in told(text)}


def test_a_station_abroad_is_a_presence() -> None:
    assert "presence" in {s["kind"] for s in told("Belarus has a police station in Oslo.")}

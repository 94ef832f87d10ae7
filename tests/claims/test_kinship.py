"""Which parties count as one origin, and why."""

import pytest

from longarm.claims.kinship import Bond, is_law
from longarm.claims.origins.noted import BONDS
from longarm.desk.weigh import weigh
from longarm.model.claims import Claim, Independence
from longarm.testing.builders import KEY, Text, case, voice

WORLD = ("the world", "m49:001")
TOLD = (
    "{} said that Rovia runs 54 stations.",
    "In all, 54 of the offices answer to Rovia, {} told lawmakers on a rainy day.",
    "According to {}, visitors were led into 54 rooms of that sort.",
    "The number of such places stands at 54, as {} put it in a letter.",
)


def telling(*names: str, attitude: str = "asserts", works: tuple[str, ...] = ()) -> Claim:
    """The claim of texts of which each has the number from one of the parties."""
    texts = []
    for at, name in enumerate((*names, *works)):
        text = Text(f"{at}.txt", publisher=f"Lantern Post {at}")
        if len(name.split()) > 1 and name.istitle() and "Hardin" in name:
            text.name(name)
        work = name if name in works else ""
        text.say(
            TOLD[at].format(name),
            number="54",
            low=54,
            high=54,
            measure="station",
            method="overseas-station",
            operator="China",
            places=[WORLD],
            voices=[voice("" if work else name, work, mention=name, attitude=attitude)],
        )
        texts.append(text)
    (claim,) = [one for one in weigh(case(*texts), KEY).claims if one.kind == "figure"]
    return claim


@pytest.mark.parametrize(
    ("names", "low", "high"),
    [
        (("Harbour Watch", "Reef Institute"), 2, 2),
        (("Dutch National Police", "Dutch Public Prosecutor", "Dutch Ministry of Justice"), 1, 1),
        (("Dutch National Police", "Spanish Public Prosecutor"), 2, 2),
        (("Dutch National Police", "Dutch Foreign Ministry"), 1, 2),
        (("Dutch National Police", "Harbour Watch"), 2, 2),
        (("Dutch Foreign Ministry", "Interior Ministry"), 1, 2),
        (("Foreign Ministry", "Interior Ministry"), 1, 2),
        (("Interior Ministry", "Harbour Watch"), 2, 2),
        (("European Police Office", "Interior Ministry"), 2, 2),
        (("Ramo Hardin", "Hardin"), 1, 2),
        (("Ramo Hardin", "Ivo Hardin"), 2, 2),
        (("Ramo Hardin", "Ivo Hardin", "Hardin"), 2, 3),
        (("Harbour Watch", "Harbour Watch Norway"), 1, 1),
    ],
)
def test_parties_count_as_many_as_are_proved_apart(names: tuple[str, ...], low: int, high: int) -> None:
    assert telling(*names).independence == Independence(low, high)


def test_unnamed_prosecutors_and_their_indictment_are_no_further_origin_beside_the_police() -> None:
    found = telling("Dutch National Police", "prosecutors", works=("indictment",))
    assert found.independence == Independence(1, 1)
    assert any("one prosecution" in why for origin in found.origins for why in origin.why)
    assert telling("Harbour Watch", "prosecutors", works=("indictment",)).independence == Independence(1, 2)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("Dutch National Police", "Dutch Public Prosecutor"), "one investigation"),
        (("Dutch National Police", "Dutch Foreign Ministry"), "speak for one state"),
        (("Dutch Foreign Ministry", "Interior Ministry"), "nobody says that they are of two states"),
        (("Ramo Hardin", "Hardin"), "may be one person"),
    ],
)
def test_the_reason_for_which_two_count_once_is_said(names: tuple[str, ...], words: str) -> None:
    notes = [origin.note for origin in telling(*names).origins]
    assert len(notes) == 2
    assert all("It counts once with" in note and words in note for note in notes)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("US attorney Bren Pearce", True),
        ("Munich prosecutors", True),
        ("the Justice Department", True),
        ("attorney Ada Holm", False),
        ("Ministry of Health", False),
    ],
)
def test_a_voice_of_prosecutions_is_told_by_its_name(name: str, expected: bool) -> None:
    assert is_law(name) is expected


def test_every_bond_has_its_sentence() -> None:
    assert set(BONDS) == set(Bond)


def test_a_host_that_confirms_is_an_origin() -> None:
    assert telling("Dutch Foreign Ministry", attitude="confirms").independence == Independence(1, 1)

from bench.planted import quotations, reuse
from bench.planted.derive import KINDS

COUNT = 33  # of each kind: three a topic


def test_planted_reuse_is_found_and_hard_unrelated_pairs_are_not() -> None:
    found = reuse.score(COUNT)
    assert found["unrelated"]["false alarms"] <= 0.01
    floors = dict.fromkeys(KINDS, 0.97) | {"light": 0.9, "heavy": 0.75}
    assert {kind: found[kind]["F1"] for kind in KINDS if found[kind]["F1"] < floors[kind]} == {}


def test_planted_changes_of_quotations_are_found_and_editing_is_not() -> None:
    found = quotations.score(COUNT)
    assert found["altered"] >= 0.98
    assert found["permitted"] <= 0.01


def test_derivations_are_the_same_for_the_same_chance_and_differ_from_their_source() -> None:
    made = list(reuse.planted(11, seed=5))
    assert made == list(reuse.planted(11, seed=5))
    assert all(pair.text != pair.source for pair in made if pair.kind in ("shortened", "heavy", "mixed", "unrelated"))

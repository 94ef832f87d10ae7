"""Which decisions stand."""

import dataclasses
import random

from hypothesis import given
from hypothesis import strategies as st

from longarm.ledger.decisions import clashing, latest, stand
from longarm.model.decisions import KINDS, Decision, decision_entry, decision_of
from longarm.model.matters import Review, Undo, Variants, What, Withholding

PEOPLE = ("Ada", "Bo", "Cy")


def written(steps: list[tuple[int, int, int, int]]) -> list[Decision]:
    """Decisions of a few people on a few things, each with a base of its own, written as the desk writes them."""
    told: list[Decision] = []
    for number, (person, thing, kind, unseen) in enumerate(steps, start=1):
        what: What = Review(f"s-{thing}", ("accepted", "rejected", "irrelevant")[kind % 3])
        if kind > 3 and told:
            what = Undo(told[thing % len(told)].id)
        draft = Decision(f"dec-{number}", what, PEOPLE[person], "now", base=max(0, number - 1 - unseen))
        against = clashing(stand(told)[0], draft)
        told.append(dataclasses.replace(draft, against=against, sequence=number))
    return told


STEPS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 5), st.integers(0, 4)), max_size=30)


@given(STEPS, st.integers(0, 10**6))
def test_the_order_of_handing_over_and_the_times_play_no_part(
    steps: list[tuple[int, int, int, int]], seed: int
) -> None:
    told = written(steps)
    mixed = [dataclasses.replace(one, at=f"then {seed}") for one in told]
    random.Random(seed).shuffle(mixed)
    assert [one.id for one in stand(mixed)[0]] == [one.id for one in stand(told)[0]]
    assert [one.decision.id for one in stand(mixed)[1]] == [one.decision.id for one in stand(told)[1]]


@given(STEPS)
def test_no_decision_is_lost(steps: list[tuple[int, int, int, int]]) -> None:
    """It stands, is disputed or settled, was undone, or is a review of before an undoing; nothing else."""
    told = written(steps)
    standing, disputes = stand(told)
    undone = {one.what.decision for one in told if isinstance(one.what, Undo)}
    seen = {one.id for one in standing} | {one.decision.id for one in disputes} | undone
    assert all(one.id in seen or one.against for one in told)
    for dispute in disputes:
        assert dispute.against and all(one.by != dispute.decision.by for one in dispute.against)


@given(STEPS)
def test_a_disputed_decision_never_changes_what_is_in_force(steps: list[tuple[int, int, int, int]]) -> None:
    told = written(steps)
    standing, disputes = stand(told)
    disputed = {one.decision.id for one in disputes}
    assert not disputed & {one.id for one in latest(standing).values()}


def test_an_undoing_that_is_undone_brings_the_decision_back() -> None:
    told = [
        Decision("dec-1", Review("s-1", "accepted"), "Ada", "now", sequence=1),
        Decision("dec-2", Undo("dec-1"), "Ada", "now", sequence=2),
    ]
    assert [one.id for one in stand(told)[0]] == ["dec-2"]
    told.append(Decision("dec-3", Undo("dec-2"), "Bo", "now", sequence=3))
    assert [one.id for one in stand(told)[0]] == ["dec-1", "dec-3"]


def test_two_who_decide_the_same_are_not_in_dispute() -> None:
    first = Decision("dec-1", Withholding("s-1"), "Ada", "now", sequence=1)
    assert clashing([first], Decision("dec-2", Withholding("s-1"), "Bo", "now", base=0)) == ()
    other = Decision("dec-2", Withholding("s-1", holds=False), "Bo", "now", base=0)
    assert clashing([first], other) == ("dec-1",)
    assert clashing([first], dataclasses.replace(other, base=1)) == ()
    assert clashing([first], dataclasses.replace(other, by="Ada")) == ()


def test_every_kind_has_a_name_of_its_own_and_entries_keep_it() -> None:
    assert len(KINDS) == 22
    one = Decision("dec-1", Variants(("A", "B")), "Ada", "now", "Why.", base=4, against=("dec-0",), sequence=5)
    assert decision_of(decision_entry(one)) == one

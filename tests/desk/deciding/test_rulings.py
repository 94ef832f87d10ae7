"""What decisions change in claims, origins, sources, proceedings and replies."""

import dataclasses
from collections.abc import Iterable

from longarm.desk.weigh import weigh
from longarm.ledger.settle import settle
from longarm.model.case import State, Weighed
from longarm.model.claims import Claim, Origin
from longarm.model.decisions import Decision
from longarm.model.matters import (
    Addition,
    Anonymity,
    Description,
    Merge,
    Ownership,
    Reply,
    Split,
    Tying,
    Undo,
    Variants,
    What,
)
from longarm.testing.builders import KEY, Text, case, voice

WATCH = "Harbour Watch"
WORLD, TORONTO = ("the world", "m49:001"), ("Toronto", "gn:6167865")


def count(text: Text, words: str, number: str, figure: int, **more: object) -> str:
    given = {"measure": "station", "method": "overseas-station", "operator": "China"} | more
    return text.say(words, number=number, low=figure, high=figure, **given)  # type: ignore[arg-type]


def decided(state: State, whats: Iterable[What]) -> Weighed:
    told = tuple(
        Decision(f"dec-{number}", what, "Ada", "2024-05-31", sequence=number)
        for number, what in enumerate(whats, start=1)
    )
    settled, _ = settle(dataclasses.replace(state, decisions=told))
    return weigh(settled, KEY)


def holding(weighed: Weighed, statement: str) -> Claim:
    return next(claim for claim in weighed.claims if statement in claim.statements)


def origin_of(weighed: Weighed, statement: str) -> Origin:
    return next(one for one in holding(weighed, statement).origins if statement in one.statements)


def three() -> tuple[State, str, str, str]:
    a, b = Text("a"), Text("b")
    world = count(a, "54 stations in the world.", "54", 54, places=[WORLD])
    city = count(a, "Three stand in Toronto.", "Three", 3, places=[TORONTO])
    other = count(b, "There are 54 stations.", "54", 54)
    return case(a, b), world, city, other


def test_a_merge_wins_over_the_machine_and_its_undoing_brings_the_claims_back() -> None:
    state, world, city, other = three()
    before = decided(state, [])
    assert holding(before, city) != holding(before, world)
    merge = Merge("claim", (world, city))
    merged = decided(state, [merge])
    assert holding(merged, world).statements == (world, city, other)
    assert any("Ada" in judgement.reason for judgement in holding(merged, world).judgements)
    assert holding(merged, world).merged == (holding(before, city).id,)
    assert decided(state, [merge, Undo("dec-1")]) == before


def test_a_split_takes_a_statement_out_and_a_later_merge_brings_it_back() -> None:
    state, world, _, other = three()
    split, merge = Split("claim", (other,), (world,)), Merge("claim", (world, other))
    parted = decided(state, [split])
    assert holding(parted, other).statements == (other,)
    assert holding(parted, world).id != holding(parted, other).id
    assert holding(decided(state, [split, merge]), other).statements == (world, other)
    assert holding(decided(state, [merge, split]), other).statements == (other,)


def test_a_split_keeps_the_id_with_the_first_statement() -> None:
    state, world, _, other = three()
    before = holding(decided(state, []), world).id
    assert holding(decided(state, [Split("claim", (other,), (world,))]), world).id == before


def test_names_are_joined_kept_apart_and_made_nobody() -> None:
    a, b = Text("a"), Text("b")
    one = count(a, "It counts 54 stations.", "54", 54, voices=[voice("Harbour Watch", cue="said")])
    other = count(b, "It counts 54 stations now.", "54", 54, voices=[voice("The Bay Society", cue="said")])
    state = case(a, b)
    assert holding(decided(state, []), one).independence.low == 2
    joined = decided(state, [Variants(("Harbour Watch", "The Bay Society"))])
    assert holding(joined, one).independence.low == 1
    (source,) = [one for one in joined.sources if "Harbour Watch" in one.aliases]
    assert "The Bay Society" in source.aliases
    parted = decided(
        state,
        [Variants(("Harbour Watch", "The Bay Society")), Variants(("Harbour Watch", "The Bay Society"), "not-same")],
    )
    assert holding(parted, one).independence.low == 2
    nobody = decided(state, [Anonymity("The Bay Society")])
    assert holding(nobody, one).independence.low == 1
    assert origin_of(nobody, other).source == "unknown"


def test_ownership_makes_two_parties_one_and_can_be_taken_back() -> None:
    a, b = Text("a"), Text("b")
    one = count(a, "It counts 54 stations.", "54", 54, voices=[voice("Harbour Watch", cue="said")])
    count(b, "It counts 54 stations now.", "54", 54, voices=[voice("The Bay Society", cue="said")])
    state = case(a, b)
    owns = Ownership("The Bay Society", "Harbour Watch")
    assert holding(decided(state, [owns]), one).independence.low == 1
    assert holding(decided(state, [owns, dataclasses.replace(owns, holds=False)]), one).independence.low == 2


def test_a_presumed_tie_is_undone_and_confirmed() -> None:
    report = Text("a", publisher=WATCH)
    count(report, "We found 54 stations.", "54", 54)
    told = Text("b", publisher="The Daily Lantern")
    told.cite("A report by Harbour Watch came out in May.", kind="report", party=WATCH)
    other = Text("c", publisher="The Evening Post")
    count(
        other,
        "There are 54 stations, the report by Harbour Watch says.",
        "54",
        54,
        voices=[voice(WATCH, "the report", cue="says")],
    )
    bare = count(told, "There are 54 stations.", "54", 54)
    state = case(report, told, other)
    presumed = origin_of(decided(state, []), bare)
    assert presumed.ties[presumed.statements.index(bare)] == "presumed"
    undone = decided(state, [Tying(bare, presumed.source, presumed.work, "undone")])
    assert origin_of(undone, bare).source == "unknown"
    confirmed = origin_of(decided(state, [Tying(bare, presumed.source, presumed.work, "confirmed")]), bare)
    assert confirmed.source == presumed.source
    assert confirmed.ties[confirmed.statements.index(bare)] == "attributed"


def test_an_added_step_stands_beside_the_claim_that_it_is_about() -> None:
    a, b = Text("a"), Text("b", published="2023-05-01")
    act = a.say("A man was pressed to return.", "act", method="persuasion-to-return")
    kept = b.say("The court in the bay convicted the officer.", "legal", clause="convicted the officer")
    state = case(a, b)
    reading = next(one for one in state.readings if any(s.id == kept for s in one.statements))
    (step,) = reading.statements
    state = dataclasses.replace(
        state,
        readings=tuple(dataclasses.replace(one, statements=()) if one is reading else one for one in state.readings),
    )
    added = dataclasses.replace(step, id="s-step", stage="conviction")
    found = holding(decided(state, [Addition(added, about=(act,))]), act)
    assert found.proceedings == ("s-step",)


def test_what_was_asked_stands_with_the_claim_and_a_received_reply_answers_it() -> None:
    state, world, _, other = three()
    asked = decided(state, [Reply(world, "The Embassy", "requested", "2024-06-01")])
    (one,) = holding(asked, other).asked
    assert (one.party, one.status, one.on) == ("The Embassy", "requested", "2024-06-01")
    text = Text("d")
    reply = text.say("These are service points.", "response", voices=[voice("The Embassy", cue="wrote")])
    b = Text("b")
    figure = count(b, "There are 54 stations.", "54", 54)
    found = holding(decided(case(b, text), [Reply(figure, "The Embassy", "received", "2024-06-09", reply)]), figure)
    assert reply in found.replies and found.contest != "unanswered"


def test_documents_that_people_call_copies_are_one_work() -> None:
    a, b = Text("a", publisher="The Daily Lantern"), Text("b", publisher="The Evening Post")
    count(a, "There are 54 stations.", "54", 54)
    count(b, "It runs 54 stations.", "54", 54)
    state = case(a, b)
    first, second = (document.id for document in state.documents)
    assert sum(len(work.documents) for work in decided(state, []).works) == 2
    (work,) = [one for one in decided(state, [Description(second, (("work", first),))]).works if one.documents]
    assert set(work.documents) == {first, second}

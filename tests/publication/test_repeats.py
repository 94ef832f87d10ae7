"""Who repeats whom: counted by statements, drawn from left to right, rings named."""

import random
from dataclasses import replace

import pytest

from longarm.model.claims import Source
from longarm.model.public import PublicCase, PublicDocument, PublicSpan, PublicStatement, PublicVoice
from longarm.publication.site.dossier import Dossier
from longarm.publication.site.repeats import Repeats


def _case(*chains: str) -> PublicCase:
    """A case with one statement a chain: each letter is a party."""
    parties = sorted(set("".join(chains)))
    voices = {one: PublicVoice(f"Party {one}", one, "", "", "explicit", "asserts") for one in parties}
    span = PublicSpan(0, 1, "x")
    return PublicCase(
        "Repeats",
        documents=(PublicDocument("d", 1),),
        sources=tuple(Source(one, f"Party {one}", "outlet") for one in parties),
        statements=tuple(
            PublicStatement(f"s{at}", "d", "p1", span, "act", "", tuple(voices[one] for one in chain))
            for at, chain in enumerate(chains)
        ),
    )


def _repeats(*chains: str) -> Repeats:
    return Repeats(Dossier(_case(*chains)))


def test_each_link_of_a_chain_is_counted_once_a_statement():
    found = _repeats("ab", "abc", "b")
    assert found.counts == {("a", "b"): 2, ("b", "c"): 1}
    assert [(one.id, count) for one, count in found.of(Source("b", "Party b", "outlet"))] == [("a", 2)]
    assert [(one.id, count) for one, count in found.by(Source("b", "Party b", "outlet"))] == [("c", 1)]


def test_parties_that_repeat_one_another_are_a_ring_and_those_who_only_lead_into_it_are_not():
    assert [[one.id for one in ring] for ring in _repeats("ab", "bc", "ca", "da", "ce").rings] == [["a", "b", "c"]]
    assert _repeats("ab", "bc", "ac").rings == ()


def test_whoever_is_repeated_stands_to_the_right():
    graph = _repeats("ab", "bc").graph
    assert graph is not None
    places = {box.node.id: box.x for box in graph.boxes}
    assert places["a"] < places["b"] < places["c"]


def test_a_ring_is_drawn_and_marked():
    graph = _repeats("ab", "ba").graph
    assert graph is not None
    assert [line.edge.style for line in graph.lines] == ["ring", "ring"]


def test_nobody_repeats_anybody():
    assert _repeats("a", "b").graph is None


@pytest.mark.parametrize("seed", range(3))
def test_the_picture_does_not_depend_on_the_order_of_statements(seed):
    case = _case("ab", "bc", "ca", "da", "ce", "ef", "df", "dab")
    mixed = list(case.statements)
    random.Random(seed).shuffle(mixed)
    assert Repeats(Dossier(replace(case, statements=tuple(mixed)))).graph == Repeats(Dossier(case)).graph


def test_more_parties_than_there_is_room_for_are_counted():
    graph = _repeats(*(f"{chr(97 + at // 26)}{chr(65 + at % 26)}" for at in range(60))).graph
    assert graph is not None
    assert graph.left_out > 0
    assert len(graph.boxes) <= 24

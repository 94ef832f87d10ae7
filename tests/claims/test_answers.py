from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from longarm.claims.answers import POSTED, Answers, Asked, Reply
from longarm.claims.context import Context
from longarm.model.claims import Resolved
from longarm.model.places import WORLD, Place
from longarm.model.spans import Span
from longarm.model.statements import Statement

TREE = {"NO": (WORLD,), "oslo": ("NO", WORLD), "bergen": ("NO", WORLD), "CL": (WORLD,), WORLD: ()}
CONTEXT = Context(places={name: Place(name, name, "city", "", up, None, None) for name, up in TREE.items()})
PLACES = st.frozensets(st.sampled_from(["NO", "oslo", "bergen", "CL"]), max_size=2)
TOPICS = st.frozensets(st.sampled_from(["overseas-station", "exit-ban"]), max_size=2)
WORDS = st.frozensets(st.sampled_from(["clerk", "ledger", "rent", "visit", "tea", "quay"]), max_size=5)
FIGURES = st.frozensets(st.sampled_from(["54", "30"]), max_size=1)


def reply(number: int, party: str, *, denies: bool = True, repeats: int = 0, **named: frozenset[str]) -> Reply:
    words = f"Reply {number}."
    item = Resolved(Statement(f"r{number}", f"d{number % 3}", Span("t", 0, len(words), words), "response", "", ()))
    signs: dict[str, Any] = {name: named.get(name, frozenset()) for name in ("topics", "places", "figures", "content")}
    return Reply(item, party, denies, repeats=repeats, **signs)


def meets(one: Reply, asked: Asked) -> bool:
    if not one.places or not asked.places:
        return True
    holds = CONTEXT.holds
    return any(holds(mine, theirs) or holds(theirs, mine) for mine in one.places for theirs in asked.places)


REPLIES = st.lists(
    st.tuples(st.sampled_from(["CN", "IR"]), st.booleans(), TOPICS, PLACES, FIGURES, WORDS), max_size=POSTED
)
QUESTIONS = st.builds(
    Asked,
    st.just("CN"),
    TOPICS,
    st.one_of(PLACES, st.just(frozenset({WORLD}))),
    FIGURES,
    st.lists(WORDS, max_size=3).map(tuple),
)


@given(REPLIES, QUESTIONS)
def test_what_is_looked_up_is_what_comparing_with_every_reply_finds(
    told: list[tuple[str, bool, frozenset[str], frozenset[str], frozenset[str], frozenset[str]]], asked: Asked
) -> None:
    made = [
        reply(n, party, denies=denies, topics=topics, places=places, figures=figures, content=content)
        for n, (party, denies, topics, places, figures, content) in enumerate(told)
    ]
    on_topic = [one for one in made if one.party == asked.party and one.topics & asked.topics]
    named = {one.item.id for one in on_topic if asked.is_named(one)}
    in_general = {one.item.id for one in on_topic if meets(one, asked)} - named
    answers = Answers(made, CONTEXT)
    assert answers.naming(asked).keys() == named
    assert answers.general(asked).keys() - named == in_general


def test_of_many_denials_each_is_found_before_any_is_found_twice_and_other_replies_are_not_crowded_out() -> None:
    topic = frozenset({"exit-ban"})
    repeated = [reply(n, "CN", topics=topic, repeats=1 + n) for n in range(100)]
    others = [reply(100 + n, "CN", topics=topic) for n in range(3)]
    defence = reply(200, "CN", denies=False, topics=topic)
    found = Answers([*repeated, *others, defence], CONTEXT).general(Asked("CN", topic, frozenset(), frozenset(), ()))
    assert {*(one.item.id for one in others), defence.item.id} <= found.keys()
    assert len(found) == POSTED + 1

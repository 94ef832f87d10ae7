"""Scores over labelled rows, on answers written by hand."""

from collections.abc import Set

import pytest

from longarm.desk.measuring import comparing, scoring
from longarm.desk.measuring.labelled import Row

TEXT = "The Forum said that more than 50 men left Prague in May 2021."


def row(**expect):
    return Row("a", TEXT, None, "plain", expect)


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "words": words}


def statement(words="more than 50 men left Prague in May 2021", **changes):
    return {
        "span": span(words),
        "kind": "figure",
        "method": "",
        "measure": "returned",
        "quantity": {"words": "more than 50", "low": 51, "high": None, "qualifier": "more_than", "unit": "men"},
        "voices": [{"name": "", "attitude": "asserts"}, {"name": "The Forum", "attitude": "asserts"}],
        "hedges": [],
        "polarity": "affirmed",
        **changes,
    }


FIGURE = {
    "at": "more than 50",
    "low": 51,
    "high": None,
    "qualifier": "more_than",
    "unit": "men",
    "measure": "returned",
}


def scores(row_, **read):
    return {aspect: (t.hits, t.predicted, t.gold) for aspect, t in scoring.score([row_], {"a": read}).items()}


def test_a_figure_read_rightly_is_right_in_every_aspect_that_is_labelled():
    found = scores(row(figures=[FIGURE]), statements=[statement()])
    aspects = ("figures", "qualifiers", "coverage", "units", "measures")
    assert found == dict.fromkeys(aspects, (1, 1, 1))


def test_a_wider_interval_covers_and_is_not_equal():
    wide = statement(quantity={"words": "more than 50", "low": 40, "high": None, "qualifier": "approx", "unit": "men"})
    found = scores(row(figures=[FIGURE]), statements=[wide])
    assert found["coverage"] == (1, 1, 1) and found["figures"] == found["qualifiers"] == (0, 1, 1)


def test_a_bounded_interval_does_not_cover_an_unbounded_one():
    narrow = statement(quantity={"words": "50", "low": 50, "high": 99, "qualifier": "range", "unit": "men"})
    assert scores(row(figures=[FIGURE]), statements=[narrow])["coverage"] == (0, 1, 1)


def test_a_majority_is_right_by_its_qualifier_alone():
    label = {"at": "more than 50", "qualifier": "majority"}
    most = statement(quantity={"words": "more than 50", "low": 0.5, "high": 1, "qualifier": "majority", "unit": ""})
    assert scores(row(figures=[label]), statements=[most])["figures"] == (1, 1, 1)


def test_a_figure_missed_is_missed_and_one_too_many_is_too_many():
    assert scores(row(figures=[FIGURE]), statements=[])["figures"] == (0, 0, 1)
    assert scores(row(figures=[]), statements=[statement()])["figures"] == (0, 1, 0)


def test_a_row_that_was_not_read_counts_as_nothing_found():
    assert scoring.score([row(figures=[FIGURE])], {})["figures"].gold == 1


def test_a_quantity_in_a_statement_that_is_no_figure_is_not_predicted():
    assert scores(row(figures=[]), statements=[statement(kind="act")]) == {}


def test_a_chain_of_voices_is_right_as_a_whole():
    label = {"at": "more than 50 men", "voices": ["Forum"], "kind": "figure"}
    assert scores(row(statements=[label]), statements=[statement()]) == {"kinds": (1, 1, 1), "voices": (1, 1, 1)}
    longer = statement(voices=[{"name": ""}, {"name": "The Forum"}, {"name": "Police"}])
    assert scores(row(statements=[label]), statements=[longer])["voices"] == (0, 1, 1)
    assert scores(row(statements=[label]), statements=[])["voices"] == (0, 0, 1)


def test_a_kind_may_be_one_of_several():
    label = {"at": "50 men", "kind": ["legal", "figure"]}
    assert scores(row(statements=[label]), statements=[statement()])["kinds"] == (1, 1, 1)
    assert scores(row(statements=[label]), statements=[statement(kind="act")])["kinds"] == (0, 1, 1)


def test_an_empty_chain_is_the_author_alone():
    label = {"at": "more than 50 men", "voices": []}
    assert scores(row(statements=[label]), statements=[statement(voices=[{"name": ""}])])["voices"] == (1, 1, 1)


def test_an_attitude_is_compared_where_it_is_labelled():
    label = {"at": "50 men", "voices": [{"name": "Forum", "attitude": "denies"}]}
    assert scores(row(statements=[label]), statements=[statement()])["attitudes"] == (0, 1, 1)


def test_hedges_are_compared_kind_by_kind():
    label = {"at": "50 men", "hedges": ["reported", "possible"]}
    hedged = statement(hedges=[{"kind": "reported"}, {"kind": "alleged"}])
    assert scores(row(statements=[label]), statements=[hedged])["hedges"] == (1, 2, 2)


@pytest.mark.parametrize(
    ("gold", "given", "counts"),
    [
        ("denied", "denied", (1, 1, 1)),
        ("denied", "affirmed", (0, 0, 1)),
        ("affirmed", "denied", (0, 1, 0)),
        ("affirmed", "affirmed", (0, 0, 0)),
    ],
)
def test_denial_is_what_counts_of_polarity(gold, given, counts):
    label = {"at": "50 men", "polarity": gold}
    assert scores(row(statements=[label]), statements=[statement(polarity=given)])["denied"] == counts


def test_the_smallest_statement_around_the_words_is_the_one_meant():
    outer = statement("The Forum said that more than 50 men left Prague", kind="act", polarity="denied")
    label = {"at": "more than 50 men", "polarity": "affirmed"}
    assert scores(row(statements=[label]), statements=[outer, statement()])["denied"] == (0, 0, 0)


def test_a_place_is_found_by_its_words_and_right_by_its_id():
    label = {"at": "Prague", "country": "CZ", "level": "city"}
    there = {**span("Prague"), "role": "place", "id": "gn:1", "country": "CZ", "level": "city"}
    assert scores(row(places=[label]), toponyms=[there]) == {"toponyms": (1, 1, 1), "places": (1, 1, 1)}
    assert scores(row(places=[label]), toponyms=[{**there, "country": "US"}])["places"] == (0, 1, 1)
    assert scores(row(places=[]), toponyms=[{**there, "role": "demonym"}]) == {}


def test_a_time_is_right_when_both_ends_are():
    label = {"at": "May 2021", "from": "2021-05", "to": "2021-05"}
    there = {**span("May 2021"), "from": "2021-05", "to": "2021-05"}
    assert scores(row(times=[label]), times=[there]) == {"times": (1, 1, 1), "dates": (1, 1, 1)}
    assert scores(row(times=[label]), times=[{**there, "to": None}])["dates"] == (0, 1, 1)


def test_methods_and_responses_are_sets_of_codebook_ids():
    read = [statement(method="spyware"), statement(method="spyware"), statement(method="expulsion")]
    expect = row(methods=["spyware", "bounty"], responses=[])
    assert scores(expect, statements=read) == {"methods": (1, 1, 2), "responses": (0, 1, 0)}


def test_names_agree_on_two_words_or_all_of_the_shorter():
    assert comparing.is_same_name("Department of Justice", "the U.S. Department of Justice")
    assert comparing.is_same_name("the report", "report")
    assert not comparing.is_same_name("Ministry of Justice", "Department of Justice")
    assert not comparing.is_same_name("", "the group")


def test_nothing_to_find_and_nothing_given_is_a_perfect_score():
    assert scoring.Tally().f1 == 1.0
    assert scoring.as_data({"figures": scoring.Tally(1, 2, 1)})["figures"]["F1"] == 0.6667


def whole_scores(label, **changes):
    other = statement("men left Prague", id="b", quantity={"words": "men", "low": 1, "high": 1})
    read = {"statements": [statement(id="a", **changes), other]}
    found = scoring.score([row(figures=[{**FIGURE, **label}, {"at": "men", "free": True}])], {"a": read})
    return {aspect: (t.hits, t.predicted, t.gold) for aspect, t in found.items() if set(label) & WHOLE[aspect]}


WHOLE: dict[str, Set[str]] = {aspect: frozenset() for aspect in scoring.ASPECTS} | {
    "scopes": {"places"},
    "periods": {"period"},
    "as-of": {"as_of"},
    "wholes": {"part_of"},
    "bases": {"basis"},
    "operators": {"operator"},
}
PRAGUE = {"id": "gn:1", "words": "Prague", "name": "Prague", "role": "from"}


def test_a_place_of_a_figure_is_right_in_its_role_alone():
    assert whole_scores({"places": {"Prague": "from"}}, places=[PRAGUE])["scopes"] == (1, 1, 1)
    assert whole_scores({"places": {"Prague": "scope"}}, places=[PRAGUE])["scopes"] == (0, 1, 1)
    assert whole_scores({"places": {}}, places=[PRAGUE])["scopes"] == (0, 1, 0)


def test_the_world_of_a_figure_is_known_by_its_id_whatever_the_words():
    world = {"id": "m49:001", "words": "more than 50 men", "name": "World", "role": "scope"}
    assert whole_scores({"places": {"World": "scope"}}, places=[world])["scopes"] == (1, 1, 1)


def test_a_period_is_compared_at_both_ends_and_one_too_many_counts():
    may = {"start": "2021-05", "end": "2021-05"}
    assert whole_scores({"period": "2021-05"}, period=may)["periods"] == (1, 1, 1)
    assert whole_scores({"period": "2021-05/.."}, period={**may, "end": None})["periods"] == (1, 1, 1)
    assert whole_scores({"as_of": None}, as_of=may)["as-of"] == (0, 1, 0)


def test_a_part_is_right_where_its_whole_stands_at_the_words_of_the_label():
    counted = statement()["quantity"]
    assert whole_scores({"part_of": "men"}, quantity={**counted, "part_of": ["b"]})["wholes"] == (1, 1, 1)
    assert whole_scores({"part_of": "men"}, quantity={**counted, "part_of": []})["wholes"] == (0, 0, 1)
    assert whole_scores({"part_of": None}, quantity={**counted, "part_of": ["b"]})["wholes"] == (0, 1, 0)


def test_basis_and_operator_of_a_figure_are_compared():
    counted = statement()["quantity"]
    assert whole_scores({"basis": "found"}, quantity={**counted, "basis": "found"})["bases"] == (1, 1, 1)
    assert whole_scores({"operator": "Belarus"}, roles={"operator": "Iran"})["operators"] == (0, 1, 1)

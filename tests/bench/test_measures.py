"""The project's own measures: on small vectors worked out by hand, and against the other sets' scorer where it is."""

import random

import pytest

from bench import harness, measures, tnr
from beside import load

TEXT = "The group said that nine men left. They denied it."


def attributed(source, cue, content):
    return {"source": source, "cue": cue, "content": content}


def test_an_attribution_is_right_when_its_spans_are_edges_aside():
    gold = {"a": {"text": TEXT, "attributions": [attributed([[0, 9]], [[10, 14]], [[15, 33]])]}}
    read = {"a": {"attributions": [attributed([[0, 9]], [[10, 15]], [[15, 34]])]}}
    result = measures.attribution(gold, read)
    assert [result[part]["F1"] for part in ("source exact", "cue exact", "content exact")] == [1.0, 1.0, 1.0]
    assert result["content characters with right source"] == {
        "P": 0.9474,
        "R": 1.0,
        "F1": 0.973,
        "predicted": 19,
        "gold": 18,
    }


def test_content_under_the_wrong_source_is_not_right():
    gold = {"a": {"text": TEXT, "attributions": [attributed([[0, 9]], [[10, 14]], [[15, 33]])]}}
    read = {"a": {"attributions": [attributed([[35, 39]], [[10, 14]], [[15, 33]])]}}
    assert measures.attribution(gold, read)["content characters with right source"]["F1"] == 0.0


def test_a_quantity_needs_its_value_and_then_its_class():
    gold = {"a": {"quantities": [{"value": "50", "change": ">"}, {"value": "3-5"}, {"value": "7", "change": "up"}]}}
    read = {
        "a": {
            "quantities": [
                {"value": 50, "qualifier": "exact"},
                {"value": [3, 5], "qualifier": "range"},
                {"value": 7, "qualifier": "increment"},
                {"value": None},
            ]
        }
    }
    result = measures.quantities(gold, read)
    assert (result["value"]["F1"], result["value+change"]["F1"]) == (1.0, 0.6667)


def test_a_place_is_right_within_a_hundred_miles_and_a_country_within_more():
    gold = {"a": {"toponyms": [{"start": 0, "end": 4, "lat": 48.85, "lon": 2.35}, {"start": 9, "end": 12}]}}
    point = {"start": 1, "end": 3, "lat": 46.0, "lon": 2.0}
    assert measures.places(gold, {"a": {"toponyms": [point]}})["right place of all gold"] == 0.0
    result = measures.places(gold, {"a": {"toponyms": [{**point, "level": "country"}]}})
    assert result["right place of all gold"] == 1.0 and result["within 161 km of all gold"] == 0.0
    assert result["toponym"] == {"P": 1.0, "R": 0.5, "F1": 0.6667, "predicted": 1, "gold": 2}


def test_a_degree_of_latitude_is_about_111_kilometres():
    assert measures.kilometres({"lat": 10, "lon": 5}, {"lat": 11, "lon": 5}) == pytest.approx(111.2, abs=0.1)


def test_texts_without_a_cluster_are_alone():
    gold = {"a": {"incident": 1}, "b": {"incident": 1}, "c": {"incident": 2}}
    result = measures.incidents(gold, {"a": {"cluster": "x"}, "b": {"cluster": "x"}})
    assert result["pair"]["F1"] == 1.0 and result["B-cubed"]["F1"] == 1.0


def claim(**changes):
    return {
        "start": 0,
        "end": 20,
        "kind": "count",
        "quantity": {"min": 5, "max": None, "qualifier": "at least", "unit": "men"},
        "asserters": ["article", "Report", "The Group"],
        "hedge": True,
        "polarity": "asserted",
        **changes,
    }


def statement(**changes):
    return {
        "span": {"start": 0, "end": 18},
        "kind": "figure",
        "quantity": {"value": 5, "qualifier": "at_least"},
        "voices": [{"source": ""}, {"source": "Group"}],
        "hedges": [{"kind": "reported"}],
        "polarity": "affirmed",
        **changes,
    }


def test_a_claim_is_read_with_kind_figure_root_chain_and_hedge():
    found = tnr.counts({"claims": [claim()]}, [statement()])
    aspects = ("read", "kind", "figures", "root", "chain", "hedged", "negated")
    assert [found[aspect] for aspect in aspects] == [1, 1, 1, 1, 1, 1, 0]


def test_one_extra_statement_a_claim_is_free_and_more_are_not():
    free = tnr.scores(tnr.counts({"claims": [claim()]}, [statement(), statement(span={"start": 50, "end": 60})]))
    dear = tnr.scores(tnr.counts({"claims": [claim()]}, [statement()] * 3))
    assert free["read"] == 1.0 and dear["read"] == 0.6667


def test_a_longer_name_than_twelve_words_names_nobody():
    assert tnr.is_same_name("the Polder Rights Monitor", "Polder Rights Monitor")
    assert not tnr.is_same_name("a " * 12 + "Monitor", "Monitor")


def others():
    folder = harness.others_folder()
    if folder is None or not (folder / "score.py").is_file():
        pytest.skip("the sets labelled by others are not here (LONGARM_BENCH)")
    return folder, load("scorer_of_others", folder / "score.py")


def damaged(spans, rng):
    return [[start, max(start, end - rng.choice((0, 0, 1, 4)))] for start, end in spans]


def attribution_reads(gold, rng):
    return {
        key: {
            "attributions": [
                {part: damaged(item[part], rng) for part in ("source", "cue", "content")}
                for item in row["attributions"]
                if rng.random() < 0.8
            ]
        }
        for key, row in gold.items()
    }


def quantity_reads(gold, rng):
    kinds = ("exact", "approx", "more_than", "at_most", "increment")
    return {
        key: {
            "quantities": [
                {"value": rng.choice((item["value"], 3, [1, 2])), "qualifier": rng.choice(kinds)}
                for item in row["quantities"] * 2
                if rng.random() < 0.8
            ]
        }
        for key, row in gold.items()
    }


def place_reads(gold, rng):
    def near(name):
        lat, lon = name.get("lat"), name.get("lon")
        level = rng.choice(("city", "country"))
        if lat is None or rng.random() < 0.2:
            return {"start": name["start"], "end": name["end"], "level": level, "lat": None, "lon": None}
        off = rng.choice((0, 0, 1, 5))
        return {"start": name["start"], "end": name["end"], "level": level, "lat": float(lat) + off, "lon": float(lon)}

    return {key: {"toponyms": [near(name) for name in row["toponyms"]]} for key, row in gold.items()}


def claim_reads(gold, rng):
    def read(item):
        shift = rng.choice((0, 0, 5, 40))
        quantity = item.get("quantity") or {}
        return {
            "span": {"start": item["start"] + shift, "end": item["end"] + shift},
            "kind": rng.choice(("figure", "act", "response", "quotation", "purpose")),
            "voices": [{"source": name} for name in item["asserters"] if rng.random() < 0.9],
            "hedges": [1] * rng.choice((0, 1)),
            "polarity": rng.choice(("affirmed", "denied")),
            "quantity": {"value": quantity.get("min"), "qualifier": rng.choice(("exact", "at_least", "approx"))},
        }

    return {
        key: {"statements": [read(item) for item in row["claims"] * 2 if rng.random() < 0.9]}
        for key, row in gold.items()
    }


@pytest.mark.parametrize(
    ("kind", "file", "reads"),
    [
        ("attribution", "attribution.dev.jsonl.gz", attribution_reads),
        ("quantities", "quantities.newsquant.dev.jsonl.gz", quantity_reads),
        ("places", "places.geovirus.jsonl.gz", place_reads),
        ("tnr", "tnr/gold.jsonl", claim_reads),
    ],
)
def test_the_measures_equal_those_of_the_sets_own_scorer(kind, file, reads):
    folder, scorer = others()
    gold = dict(list(harness.keyed(harness.rows_of(folder / file)).items())[:40])
    read = reads(gold, random.Random(7))
    assert measures.SETS[kind](gold, read) == scorer.SETS[kind](gold, read)


def test_incidents_equal_those_of_the_sets_own_scorer():
    _, scorer = others()
    rng = random.Random(7)
    gold = {str(number): {"incident": rng.randrange(20)} for number in range(200)}
    read = {key: {"cluster": rng.randrange(30)} for key in gold if rng.random() < 0.9}
    assert measures.incidents(gold, read) == scorer.incidents(gold, read)


def test_halves_are_those_of_the_sets_own_scorer():
    _, scorer = others()
    for key in ("001", "a", "zeta"):
        assert [harness.is_in_half(key, half) for half in (None, 1, 2)] == [
            scorer.in_half(key, half) for half in (None, 1, 2)
        ]

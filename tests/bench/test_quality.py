"""The page on quality: what it counts as an error, what it says of each set, and that it names no folder."""

import gzip
import json

import pytest

from bench import errors, measures, quality, recognizers, resampling, slices


def attribution(source, cue, content):
    return {"source": [source] if source else [], "cue": [cue], "content": [content]}


TEXT = "The old clerk said the desk was closed, and left."
WANT = attribution((0, 13), (14, 18), (19, 38))


@pytest.mark.parametrize(
    ("have", "names"),
    [
        (WANT, set()),
        (attribution((4, 13), (14, 18), (19, 38)), {"source: too short"}),
        (attribution(None, (14, 18), (19, 38)), {"source: none given"}),
        (attribution((0, 13), (14, 18), (19, 48)), {"content: ends too late"}),
        (attribution((0, 13), (14, 18), (23, 38)), {"content: begins too late"}),
        (attribution((0, 13), (10, 18), (19, 38)), {"cue: too long"}),
        (attribution((0, 13), (44, 48), (19, 38)), {"missed: no cue found", "too much"}),
    ],
)
def test_an_attribution_is_classed_by_what_is_not_as_labelled(have, names):
    found = errors.attribution(
        {"a": {"text": TEXT, "attributions": [WANT]}}, {"a": {"attributions": [have] if have else []}}
    )
    assert {name for name, count in found.items() if count} == names


def test_every_class_of_error_has_an_example():
    gold = {"a": {"toponyms": [{"start": 0, "end": 3, "lat": 0, "lon": 0}, {"start": 8, "end": 9}]}}
    read = {"a": {"toponyms": [{"start": 0, "end": 3, "lat": 40.0, "lon": 9.0, "role": "place"}]}}
    found = errors.places(gold, read)
    assert found == {"wrong place": 1, "missed": 1}
    assert set(found) <= set(errors.EXAMPLES["places"])
    assert set(errors.EXAMPLES) == set(errors.CLASSES)


def test_a_value_read_otherwise_is_one_error_and_not_two():
    gold = {"a": {"quantities": [{"value": "5", "change": "="}, {"value": "9", "change": "="}]}}
    read = {"a": {"quantities": [{"value": 5, "qualifier": "approx"}, {"value": 8, "qualifier": "exact"}]}}
    found = errors.quantities(gold, read)
    assert found["qualifier other"] == 1 and found["other value"] == 1 and not found["missed"]


@pytest.mark.parametrize(
    ("model", "value", "read", "passes"),
    [
        ("NumberModel", "5", {"value": 5}, True),
        ("NumberModel", "5", {"value": 6}, False),
        ("NumberRangeModel", "(10,20)", {"value": [10, 20], "low": 11, "high": 19}, True),
        ("NumberRangeModel", "[10,20]", {"value": [10, 20], "low": 11, "high": 20}, False),
        ("OrdinalModel", "3", {"value": 3}, False),
    ],
)
def test_a_case_of_a_number_passes_where_the_same_is_read(model, value, read, passes):
    cases = {"0": {"model": model, "Results": [{"Resolution": {"value": value}}]}}
    rates = recognizers.numbers(cases, {"0": {"quantities": [read]}})
    assert list(rates.values()) == [(int(passes), 1)]


def test_a_case_of_a_date_passes_on_one_of_its_readings():
    want = {"TypeName": "date", "Resolution": {"values": [{"value": "2016-05-03"}, {"value": "2017-05-03"}]}}
    context = {"ReferenceDateTime": "2016-11-07T00:00:00"}
    cases = {"0": {"model": "DateTimeModel", "Context": context, "Results": [want]}}
    read = {"0": {"times": [{"start": 0, "end": 5, "from": "2017-05-03", "to": "2017-05-03"}]}}
    assert recognizers.datetimes(cases, read) == {"date": (1, 1)}
    assert recognizers.datetimes(cases, {"0": {"times": []}}) == {"date": (0, 1)}


def test_the_page_is_made_of_the_sets_that_are_there_and_names_no_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LONGARM_BENCH", str(tmp_path))
    rows = [{"id": "a", "text": "More than 50 men left.", "quantities": [{"value": "60", "change": "="}]}]
    with gzip.open(tmp_path / "quantities.newsquant.dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, rows)))
    assert quality.main(["--only", "quantities", "lgl"]) == 0
    page = capsys.readouterr()
    assert "- quantities, value+change: 0.000, aim 0.89" in page.out
    assert "| other value | 1 |" in page.out and str(tmp_path) not in page.out
    assert "lgl is left out" in page.err


def test_a_slice_tells_how_few_labels_an_aspect_rests_on():
    claim = {"start": 0, "end": 5, "kind": "event", "hedge": True, "polarity": "affirmed", "asserters": ["article"]}
    gold = {"a": {"topic": "stations", "claims": [claim]}}
    found = {"all": {"texts": 1, **measures.SETS["tnr"](gold, {})}}
    page = "\n".join(quality._slices(slices.Measured("tnr", "tnr", gold, {}, found, {})))
    assert "of 1)" in page and "| – |" in page


def test_without_any_set_it_says_what_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LONGARM_BENCH", str(tmp_path / "nowhere"))
    assert quality.main([]) == 1
    assert "set LONGARM_BENCH" in capsys.readouterr().err


def quantity_texts(right, wrong):
    """Texts of one quantity each, so many of them read rightly."""
    gold = {str(n): {"quantities": [{"value": "5", "change": "="}]} for n in range(right + wrong)}
    read = {key: {"quantities": [{"value": 5 if int(key) < right else 6}]} for key in gold}
    return gold, read


def test_an_interval_holds_its_result_and_is_narrower_over_more_texts():
    few, many = (resampling.intervals("quantities", *quantity_texts(8 * n, 2 * n))["value"] for n in (1, 40))
    assert few[0] <= 0.8 <= few[1] and many[0] <= 0.8 <= many[1]
    assert many[1] - many[0] < few[1] - few[0]
    assert resampling.intervals("quantities", *quantity_texts(5, 0))["value"] == (1.0, 1.0)


@pytest.mark.parametrize(
    ("second", "texts", "where"),
    [
        (0.80, 40, "within"),
        (0.76, 40, "below"),
        (0.86, 40, "above"),
        (0.78, 200, "below, by three points at most"),
        (0.70, 200, "below"),
    ],
)
def test_the_place_of_the_second_half_is_told_in_words(second, texts, where):
    assert resampling.place(0.80, second, (0.79, 0.85), texts) == where


def test_the_page_shows_both_halves_with_the_interval_and_the_strays(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LONGARM_BENCH", str(tmp_path))
    text, label = "They sent 5 men.", [{"value": "5", "change": "="}]
    with gzip.open(tmp_path / "quantities.newsquant.dev.jsonl.gz", "wt", encoding="utf-8") as file:
        for id in "abcdefgh":
            file.write(json.dumps({"id": id, "text": text, "quantities": label}) + "\n")
    assert quality.main(["--only", "quantities", "--print"]) == 0
    page = capsys.readouterr().out
    assert "| 1.000 (1.000–1.000) | 1.000 | within | 1.000 |" in page
    assert "Half 2 lies within the 95 % interval of half 1 for every measure." in page

"""The harness: where it finds what, and what it prints."""

import gzip
import json

import pytest
from bench.varied import varied

from bench import harness


def test_it_says_so_when_there_are_no_other_sets(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LONGARM_BENCH", str(tmp_path / "nowhere"))
    assert harness.main(["--only", "tnr", "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {} and "set LONGARM_BENCH to their folder" in printed.err


def test_a_set_that_is_not_there_is_left_out_and_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LONGARM_BENCH", str(tmp_path))
    assert harness.main(["--only", "quantities", "--json"]) == 0
    assert "quantities is left out: there is no quantities.newsquant.dev.jsonl.gz" in capsys.readouterr().err


def test_a_set_of_others_is_read_and_measured(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LONGARM_BENCH", str(tmp_path))
    rows = [{"id": "a", "text": "More than 50 men left.", "quantities": [{"value": "50", "change": ">"}]}]
    with gzip.open(tmp_path / "quantities.newsquant.dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(map(json.dumps, rows)))
    harness.main(["--only", "quantities", "--json"])
    result = json.loads(capsys.readouterr().out)["quantities"]
    assert result["texts"] == 1 and result["value+change"]["F1"] == 1.0


def test_rows_are_keyed_by_id_or_n_or_number():
    assert list(harness.keyed([{"id": "a"}, {"n": "007"}, {}])) == ["a", "007", "2"]


def test_a_text_is_in_one_half_or_the_other():
    for number in range(20):
        assert harness.is_in_half(str(number), 1) != harness.is_in_half(str(number), 2)


def test_the_table_names_every_aspect():
    lines = harness.table({"rows": {"texts": 2, "figures": {"P": 0.5, "gold": 4}, "median km": 1.5}}).splitlines()
    assert lines[0] == "rows (2 texts)" and "P 0.500  gold 4" in lines[1] and lines[2].endswith("1.5")


@pytest.mark.parametrize("copy", [1, 2, 5])
def test_a_varied_text_has_other_counts_and_all_its_paragraphs(copy):
    text = "Title\n\nThere are 54 of them.\n\nSince 2018, 230,000 left."
    made = varied(text, copy)
    assert str(54 + copy) in made and "2018" in made and "230,000" in made
    assert made.startswith("Title\n\n") and len(made.split("\n\n")) == 3
    assert made != varied(text, copy + 1)

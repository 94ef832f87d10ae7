"""The gate of quality, and that it shuts."""

import copy
import json

import pytest

from bench import gate, harness
from longarm.desk.measuring import scoring
from longarm.desk.reading import read_texts


@pytest.fixture(scope="module")
def rows():
    return harness.own_rows()


@pytest.fixture(scope="module")
def reads(rows):
    found = read_texts({"id": row.id, "text": row.text, "published": row.published} for row in rows)
    return {row.id: read for row, read in zip(rows, found, strict=True)}


def test_every_aspect_is_at_or_above_its_floor(rows, reads):
    assert gate.failures(scoring.score(rows, reads), gate.own_floors()) == []


def test_every_aspect_of_whole_figures_is_at_or_above_its_floor():
    measured = {f"{half}: {aspect}": t for half, found in harness.whole_scores().items() for aspect, t in found.items()}
    floors = {aspect: floor for aspect, floor in gate.floors().items() if ":" in aspect}
    assert gate.failures(measured, floors) == []


def test_the_gate_shuts_when_the_machine_reads_worse(rows, reads):
    worse = copy.deepcopy(reads)
    for read in worse.values():
        for statement in read["statements"]:
            statement["hedges"], statement["polarity"] = [], "affirmed"
            if statement["quantity"]:
                statement["quantity"]["low"] = 1
    found = " ".join(gate.failures(scoring.score(rows, worse), gate.own_floors()))
    assert "figures: F1" in found and "hedges: F1" in found and "denied: F1" in found


def test_the_gate_shuts_when_the_machine_says_too_much(rows, reads):
    worse = copy.deepcopy(reads)
    for read in worse.values():
        read["statements"] = [twin for statement in read["statements"] for twin in (statement, statement)]
    assert any(line.startswith("figures: F1") for line in gate.failures(scoring.score(rows, worse), gate.own_floors()))


def test_a_floor_just_above_the_score_shuts_the_gate():
    scores = {"figures": scoring.Tally(hits=8, predicted=10, gold=10)}
    assert gate.failures(scores, {"figures": 0.8}) == []
    assert gate.failures(scores, {"figures": 0.81}) == ["figures: F1 0.800 is below its floor 0.81"]


def test_an_aspect_without_a_floor_and_a_floor_without_an_aspect_shut_the_gate():
    scores = {"figures": scoring.Tally(1, 1, 1)}
    assert gate.failures(scores, {"places": 0.5}) == [
        "figures: it has no floor; add one to bench/floors.json",
        "places: it has a floor and is not measured",
    ]


def test_floors_are_set_at_what_was_measured_and_not_above():
    assert gate.floors_of({"figures": scoring.Tally(2, 3, 3)}) == {"figures": 0.66}


def test_floors_are_shares(rows):
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert all(0 <= floor <= 1 for floor in floors.values())

"""A reader that floods a text with statements of every kind gains nothing by it."""

import random
import re
import statistics
from collections.abc import Mapping
from typing import Any

import pytest
from bench.harness import Row

from bench import harness, tnr

KINDS = ("figure", "quotation", "act", "presence", "legal", "response", "remedy", "purpose")
MOST = 0.2  # mean F1 of read, kind, root and chain, which tells slices apart too


def flood(text: str) -> dict[str, Any]:
    """Every sentence as a statement of every kind, told by nobody but the author."""
    statements = [
        {"span": {"start": match.start(), "end": match.end()}, "kind": kind, "voices": [{}], "polarity": "affirmed"}
        for match in re.finditer(r"[^.!?\n]+[.!?]*", text)
        for kind in KINDS
    ]
    return {"statements": statements}


def claim(text: str, words: str, **stated: object) -> dict[str, Any]:
    start = text.index(words)
    plain = {"kind": "event", "hedge": False, "polarity": "asserted", "asserters": ["article", "Example Institute"]}
    return {"start": start, "end": start + len(words), **plain, **stated}


def score(gold: Mapping[str, Row], texts: Mapping[str, str]) -> float:
    read = {key: flood(text) for key, text in texts.items()}
    measured = tnr.tnr(gold, read, random.Random(1))
    return statistics.mean(measured[aspect]["F1"] for aspect in ("read", "kind", "root", "chain"))


def test_flooding_made_up_texts_scores_under_a_fifth() -> None:
    text = "The institute counted 12 offices. One was shut in May. The ministry says that nothing of the sort exists."
    quantity = {"min": 12, "max": 12, "qualifier": "exact"}
    gold = {
        "1": {
            "claims": [
                claim(text, "The institute counted 12 offices", kind="count", quantity=quantity),
                claim(text, "One was shut in May"),
            ]
        }
    }
    assert score(gold, {"1": text}) < MOST


def test_flooding_the_labelled_texts_scores_under_a_fifth() -> None:
    folder = harness.others_folder()
    if folder is None or not (folder / "tnr" / "gold.jsonl").is_file():
        pytest.skip("the texts labelled by others are not here: LONGARM_BENCH does not name their folder")
    path = folder / "tnr" / "gold.jsonl"
    gold = harness.keyed(harness.rows_of(path))
    texts = {str(row["id"]): str(row["text"]) for row in harness.texts_of("tnr", path, gold)}
    assert score(gold, texts) < MOST

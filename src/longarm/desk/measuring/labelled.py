"""Rows of labelled text, as people write them: read and checked. The format is described in `bench/README.md`."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from longarm.errors import DataError

Data = Mapping[str, Any]
Span = tuple[int, int]

LABELS = ("figures", "statements", "places", "times", "methods", "responses")
TIERS = ("plain", "hard", "near-miss")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled text.

    Attributes:
        tier: one of TIERS.
        expect: the labels, by the names in LABELS.
    """

    id: str
    text: str
    published: str | None
    tier: str
    expect: Data


def parse_rows(lines: Iterable[str], name: str) -> tuple[Row, ...]:
    """The rows of a labelled file, JSON a line.

    Raises:
        DataError: naming the file, the line and what is wrong with it.
    """
    rows: list[Row] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if line.strip():
            rows.append(_row(line, f"{name}, line {number}"))
            if rows[-1].id in seen:
                raise DataError(f"{name}, line {number}: the id {rows[-1].id} was given before; rename one")
            seen.add(rows[-1].id)
    return tuple(rows)


def anchor(row: Row, gold: Data) -> Span | None:
    """Where the words of a label stand, None if nowhere: the `nth` time `at` comes; without `at` the whole text."""
    words, start = gold.get("at") or row.text, -1
    for _ in range(int(gold.get("nth", 1))):
        start = row.text.find(words, start + 1)
        if start < 0:
            return None
    return start, start + len(words)


def _row(line: str, where: str) -> Row:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataError(f"{where} is not JSON: {error}; each line is one object") from error
    for field in ("id", "text"):
        if not isinstance(data, dict) or not isinstance(data.get(field), str) or not data[field]:
            raise DataError(f"{where}: a text in field {field} is needed")
    expect = data.get("expect")
    if not isinstance(expect, dict) or not expect or set(expect) - set(LABELS):
        raise DataError(f"{where}, field expect: an object with some of {', '.join(LABELS)} is needed")
    if data.get("tier", "plain") not in TIERS:
        raise DataError(f"{where}, field tier: {data['tier']!r} is none of {', '.join(TIERS)}")
    row = Row(data["id"], data["text"], data.get("published"), data.get("tier", "plain"), expect)
    for label in ("figures", "statements", "places", "times"):
        for gold in expect.get(label, ()):
            _check(row, label, gold, where)
    return row


def _check(row: Row, label: str, gold: object, where: str) -> None:
    if not isinstance(gold, dict):
        raise DataError(f"{where}, field expect.{label}: each label is an object with `at`")
    if anchor(row, gold) is None:
        raise DataError(f"{where}, field expect.{label}: {gold.get('at')!r} does not stand in the text")
    if label == "figures" and ("low" in gold) != ("high" in gold):
        raise DataError(f"{where}, field expect.figures: give both low and high; an unbounded high is null")
    if label == "figures" and not {"low", "qualifier", "free"} & set(gold):
        raise DataError(
            f"{where}, field expect.figures: {gold.get('at')!r} needs low and high, or a qualifier; or free"
        )
    if label == "figures" and gold.get("part_of") and anchor(row, {"at": gold["part_of"]}) is None:
        raise DataError(f"{where}, field expect.figures: {gold['part_of']!r}, a whole, does not stand in the text")

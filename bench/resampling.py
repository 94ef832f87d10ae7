"""How far a result on one half may be chance: 95 % intervals from drawing texts again; where the other half lies."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from bench import measures

Row = Mapping[str, Any]
Rows = Mapping[str, Row]
Counts = tuple[int, int, int]  # right, predicted, gold

DRAWS = 500
SEED = 8110
SHARE = 0.95  # of the draws that lie in the interval
LARGE = 100  # texts of a half from which on a difference of three points is small, whatever the interval
SMALL_DIFFERENCE = 0.03


def intervals(kind: str, gold: Rows, read: Rows) -> dict[str, tuple[float, float]]:
    """Lowest and highest result of each measure in 95 of 100 drawings of as many texts, with repetition."""
    counts: dict[str, list[Counts]] = {}
    for key, row in gold.items():
        for aspect, found in _counts(kind, key, row, read).items():
            counts.setdefault(aspect, []).append(found)
    return {aspect: _interval(found) for aspect, found in counts.items()}


def place(first: float, second: float, interval: tuple[float, float], texts: int) -> str:
    """Where the second half lies, in words: within the interval of the first, or how it does not."""
    low, high = interval
    if low <= second <= high:
        return "within"
    side = "above" if second > high else "below"
    is_near = texts >= LARGE and abs(first - second) <= SMALL_DIFFERENCE
    return f"{side}, by three points at most" if is_near else side


def _counts(kind: str, key: str, row: Row, read: Rows) -> dict[str, Counts]:
    """What one text adds to each measure; a share of the gold counts as if as many were predicted."""
    found: dict[str, Counts] = {}
    pointed = sum(name.get("lat") is not None for name in row.get("toponyms", ()))
    for aspect, value in measures.SETS[kind]({key: row}, read).items():
        if isinstance(value, dict):
            right = round(value["R"] * value["gold"])
            found[aspect] = (right, value["predicted"], value["gold"])
        elif aspect.endswith("of all gold"):
            found[aspect] = (round(value * pointed), pointed, pointed)
    return found


def _interval(counts: Sequence[Counts]) -> tuple[float, float]:
    dice = random.Random(SEED)  # noqa: S311 - draws for a measure, no secret
    drawn = sorted(_f1(dice.choices(counts, k=len(counts))) for _ in range(DRAWS))
    edge = round(DRAWS * (1 - SHARE) / 2)
    return drawn[edge], drawn[-1 - edge]


def _f1(counts: Sequence[Counts]) -> float:
    right, predicted, gold = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (predicted + gold) if right else 0.0

"""How well documents that tell of one happening are put together, on news articles labelled by incident.

    python bench/incidents.py [--half 1|2] [--json]

LONGARM_BENCH names the folder of the labelled sets (see bench/README.md); the set is incidents.dev.jsonl.gz. A baseline
runs on the same articles: TF-IDF of all words, pairs within 14 days joined from the best cosine on (found on the set
itself, so it flatters the baseline).
"""

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Hashable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.running import run
from longarm.claims.happenings.profiles import Story, cosine, profiles
from longarm.claims.happenings.stories import candidates, groups
from longarm.core.groups import Groups

FILE = "incidents.dev.jsonl.gz"
WINDOW = 14  # days of the baseline
COSINES = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit 0, or 2 where the set is not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--half", type=int, choices=(1, 2), help="measure on one half")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args(arguments)
    root = Path(__file__).resolve().parent.parent
    file = Path(os.environ.get("LONGARM_BENCH") or root.parent / "shared" / "bench") / FILE
    if not file.is_file():
        print(f"there is no {file}: set LONGARM_BENCH to the folder that has {FILE}", file=sys.stderr)
        return 2
    result = measure(file, asked.half)
    print(json.dumps(result, indent=1) if asked.json else "\n".join(f"{name:34} {v}" for name, v in result.items()))
    return 0


def measure(file: Path, half: int | None) -> dict[str, Any]:
    """Scores of longarm and of the baseline on the same articles."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    rows = [row for row in rows if half is None or _half(str(row["id"])) == half]
    gold = [row["incident"] for row in rows]
    stories = [Story(str(row["id"]), row.get("title") or "", row["text"], _day(row.get("published"))) for row in rows]
    found = {f"longarm, {name}": value for name, value in score(gold, groups(stories)).items()}
    base = {f"baseline, {name}": value for name, value in baseline(gold, stories).items()}
    return {"articles": len(rows), **found, **base}


def baseline(gold: Sequence[str], stories: Sequence[Story]) -> dict[str, float]:
    """TF-IDF with a window of days, at its best cosine."""
    near: dict[tuple[int, int], float] = {}
    for pair, (left, right) in candidates(profiles(stories)).items():
        days = (left.story.day, right.story.day)
        if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= WINDOW:
            near[pair] = cosine(left.all, right.all)
    tried = []
    for least in COSINES:
        joined: Groups[int] = Groups(range(len(stories)))
        for (one, other), value in near.items():
            if value >= least:
                joined.join(one, other)
        tried.append(score(gold, [joined.root(at) for at in range(len(stories))]))
    return max(tried, key=lambda found: found["pair F1"])


def score(gold: Sequence[Hashable], found: Sequence[Hashable]) -> dict[str, float]:
    """Pair precision, recall and F1, and B-cubed F1."""
    both, one, other = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
    hits, told, true = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, one, other))
    exact, full = (hits / told if told else 0.0), (hits / true if true else 0.0)
    precision = sum(both[f, g] / one[f] for f, g in zip(found, gold, strict=True)) / len(gold)
    recall = sum(both[f, g] / other[g] for f, g in zip(found, gold, strict=True)) / len(gold)
    return {
        "pair precision": round(exact, 4),
        "pair recall": round(full, 4),
        "pair F1": round(_f1(exact, full), 4),
        "B-cubed F1": round(_f1(precision, recall), 4),
    }


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _half(identity: str) -> int:
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 2 + 1


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


if __name__ == "__main__":
    run(main)

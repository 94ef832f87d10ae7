"""How weighing grows: synthetic statements over a tenth as many documents, with time and peak memory.

    python bench/weigh.py [--statements N ...] [--json]

Each size runs in a process of its own, the small ones several times over, and the median counts; `growth` is the
ratio of the time a statement takes to that of the size before, and `n log n` what that ratio may be at most.
"""

import argparse
import json
import math
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.running import run

SIZES = (1_000, 10_000, 100_000)
ROUNDS = {1_000: 7, 10_000: 3}  # a run of a second is moved by whatever else the machine does


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--statements", type=int, nargs="+", default=list(SIZES), help="sizes")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args(arguments)
    if asked.one:
        print(json.dumps(measure(asked.one)))
        return 0
    before: dict[str, Any] = {}
    rows = []
    for size in asked.statements:
        command = [sys.executable, str(Path(__file__).resolve()), "--one", str(size)]
        row = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        if before:
            row["growth"] = round(row["microseconds a statement"] / before["microseconds a statement"], 2)
            row["n log n"] = round(math.log(size) / math.log(before["statements"]), 2)
        before = row
        rows.append(row)
        if not asked.json:
            print("  ".join(f"{name}: {value}" for name, value in row.items()), flush=True)
    if asked.json:
        print(json.dumps(rows, indent=1))
    return 0


def measure(statements: int) -> dict[str, Any]:
    """Weigh one synthetic case; processor seconds, claims, and peak memory in MiB."""
    from longarm.desk.weigh import weigh
    from longarm.testing.synthetic import state

    made = state(max(1, statements // 10), statements)
    weigh(state(2, 4), b"key")
    rounds: list[tuple[float, float]] = []
    for _ in range(ROUNDS.get(statements, 1)):
        start, clock = time.process_time(), time.perf_counter()
        found = weigh(made, b"key")
        rounds.append((time.process_time() - start, time.perf_counter() - clock))
    seconds, elapsed = statistics.median_low(rounds)
    return {
        "statements": statements,
        "documents": len(made.documents),
        "claims": len(found.claims),
        "happenings": len(found.happenings),
        "seconds": round(elapsed, 2),
        "processor seconds": round(seconds, 2),
        "microseconds a statement": round(seconds / statements * 1e6, 1),
        "peak MiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


if __name__ == "__main__":
    run(main)

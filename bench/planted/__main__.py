"""Scores on planted derivations, quotations and floods.

python -m bench.planted [--count N] [--copies N] [--flooded N] [--kinds KIND ...] [--only PART] [--json]
"""

import argparse
import json
from collections.abc import Callable
from typing import Any

from bench.planted import flood, quotations, reuse
from bench.running import run


def main() -> int:
    """Measure and print; exit 0."""
    parser = argparse.ArgumentParser(description="text reuse, altered quotations and floods of copies on planted texts")
    parser.add_argument("--count", type=int, default=200, help="texts of each kind of derivation or change")
    parser.add_argument("--copies", type=int, default=20, help="copies of each kind that flood each document; 0: none")
    parser.add_argument("--flooded", type=int, default=0, help="documents of the samples that are flooded; 0: all")
    parser.add_argument(
        "--kinds", nargs="+", choices=flood.KINDS, default=flood.KINDS, help="kinds of copies that flood"
    )
    parser.add_argument("--only", choices=("reuse", "quotations", "flood"), help="one of the three alone")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    made: dict[str, Callable[[], Any]] = {
        "reuse": lambda: reuse.score(asked.count),
        "quotations": lambda: quotations.score(asked.count),
    }
    if asked.copies:
        made["flood"] = lambda: flood.score(asked.copies, asked.flooded, kinds=asked.kinds)
    result = {name: score() for name, score in made.items() if asked.only in (None, name)}
    if asked.json:
        print(json.dumps(result, indent=1))
        return 0
    for name, scores in result.items():
        for kind, score in scores.items():
            print(f"{name:12}{kind:24}{score}")
    return 0


if __name__ == "__main__":
    run(main)

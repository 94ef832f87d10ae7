"""Scores on planted derivations and quotations: python -m bench.planted [--count N] [--json]."""

import argparse
import json
import sys
from typing import Any

from bench.planted import quotations, reuse


def main() -> int:
    """Measure and print; exit 0."""
    parser = argparse.ArgumentParser(description="text reuse and altered quotations on planted texts")
    parser.add_argument("--count", type=int, default=200, help="texts of each kind of derivation or change")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    result: dict[str, Any] = {"reuse": reuse.score(asked.count), "quotations": quotations.score(asked.count)}
    if asked.json:
        print(json.dumps(result, indent=1))
        return 0
    for name, scores in result.items():
        for kind, score in scores.items():
            print(f"{name:12}{kind:14}{score}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

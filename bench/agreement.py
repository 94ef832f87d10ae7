"""How well a second person's labels agree with those of the claim-by-claim set: what a reader can be asked to reach.

    python bench/agreement.py LABELS.jsonl

LABELS has rows as the set has them (`n`, `claims`), made from the texts alone. They are scored as if a program had read
them: what they find is what it would have found.
"""

import json
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import harness, tnr
from bench.running import run

KINDS = {kind: min(ours) for kind, ours in tnr.KINDS.items()} | {"event": "act", "method": "act", "legal": "legal"}
QUALIFIERS = {"=": "exact", ">": "at_least", "~": "approx", "<": "at_most"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures of the texts that LABELS has; exit 1 where no set is found, 2 on misuse."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    folder = harness.others_folder()
    if len(given) != 1:
        print("give one file of labels: python bench/agreement.py LABELS.jsonl", file=sys.stderr)
        return 2
    if folder is None:
        print("no labelled sets: set LONGARM_BENCH to their folder", file=sys.stderr)
        return 1
    labels = {row["n"]: row for row in _rows(Path(given[0]))}
    gold = {row["n"]: row for row in _rows(folder / harness.OTHERS["tnr"][1]) if row["n"] in labels}
    found = {name: {"statements": [as_statement(claim) for claim in labels[name]["claims"]]} for name in gold}
    result = tnr.tnr(gold, found, random.Random(8110))  # noqa: S311 - the seed of the set's scorer
    print(f"{len(gold)} texts, {result['claims']} claims, {result['statements']} of the second person")
    for aspect, value in result.items():
        if isinstance(value, Mapping):
            print(f"{aspect:8} {value['F1']:.3f} ({value['from']:.3f} to {value['to']:.3f})")
    return 0


def as_statement(claim: Mapping[str, Any]) -> dict[str, Any]:
    """A label as the statement of a program that found just that."""
    quantity = claim.get("quantity")
    bounds = sorted({quantity[side] for side in ("min", "max") if quantity.get(side) is not None}) if quantity else []
    qualifier = QUALIFIERS.get(tnr.CLASS_OF.get(quantity["qualifier"], "="), "exact") if quantity else ""
    return {
        "span": {"start": claim["start"], "end": claim["end"]},
        "kind": KINDS[claim["kind"]],
        "quantity": {"value": bounds[0] if len(bounds) == 1 else bounds, "qualifier": qualifier} if bounds else None,
        "hedges": [True] if claim["hedge"] else [],
        "polarity": "denied" if claim["polarity"] in ("negated", "denied") else "affirmed",
        "voices": [{"source": name} for name in claim["asserters"]],
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    run(main)

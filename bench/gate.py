"""The gate of quality: every aspect's F1 over the project's labelled rows is at or above its floor.

python bench/gate.py            exit 1 where an aspect is below its floor
python bench/gate.py --set      write the measured values as floors (a lower one needs a commit that says why)
"""

import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import harness
from bench.running import run
from longarm.desk.measuring import scoring

FLOORS = Path(__file__).parent / "floors.json"
STEP = 100  # floors are whole hundredths, rounded down


def main() -> int:
    """Measure, then compare or set; exit 1 where the gate is shut."""
    scores = measured()
    if "--set" in sys.argv[1:]:
        FLOORS.write_text(json.dumps(floors_of(scores), indent=2) + "\n", encoding="utf-8")
        return 0
    found = failures(scores, floors())
    print("\n".join(found) or f"all {len(scores)} aspects are at or above their floors")
    return 1 if found else 0


def measured() -> dict[str, scoring.Tally]:
    """The scores over all labelled rows, read now; those of whole figures by their half."""
    scores = scoring.tally(harness.own_marks(harness.own_rows()))
    for half, found in harness.whole_scores().items():
        scores |= {f"{half}: {aspect}": counts for aspect, counts in found.items()}
    return scores


def own_floors() -> dict[str, float]:
    """The floors of the rows that are no set of whole figures."""
    return {aspect: floor for aspect, floor in floors().items() if ":" not in aspect}


def floors() -> dict[str, float]:
    """The floors in the repository, by aspect."""
    data = json.loads(FLOORS.read_text(encoding="utf-8"))
    return {str(aspect): float(floor) for aspect, floor in data.items()}


def floors_of(scores: Mapping[str, scoring.Tally]) -> dict[str, float]:
    """The floors that the scores just reach."""
    return {aspect: math.floor(counts.f1 * STEP) / STEP for aspect, counts in scores.items()}


def failures(scores: Mapping[str, scoring.Tally], floors: Mapping[str, float]) -> list[str]:
    """One sentence for each aspect below its floor, without a floor, or no longer measured."""
    found = [
        f"{aspect}: F1 {counts.f1:.3f} is below its floor {floors[aspect]:.2f}"
        for aspect, counts in scores.items()
        if aspect in floors and counts.f1 < floors[aspect]
    ]
    found += [f"{aspect}: it has no floor; add one to bench/floors.json" for aspect in scores if aspect not in floors]
    return found + [f"{aspect}: it has a floor and is not measured" for aspect in floors if aspect not in scores]


if __name__ == "__main__":
    run(main)

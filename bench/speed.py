"""How fast longarm reads: documents a second from text to claims, as a ratio to the bare language pipeline.

    python bench/speed.py [--documents N] [--rounds N] [--json]
    python bench/speed.py --weigh [--json]
    python bench/speed.py --reconcile [--json]
    python bench/speed.py --publish [--json]
    python bench/speed.py --desk [--json]

Both run in this one process on the same passages, with the same model and batch size, in turns; the ratio is the median
over the rounds of (processor time of the bare pipeline / that of longarm), which other programs on the machine do not
change; the ratio by the clock is given too. Also the peak memory of the process, and the times of
`longarm --help` and `longarm show`. The texts are those of the sample cases, varied.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.running import run
from bench.varied import EXAMPLES, Item, items
from longarm.desk import reading
from longarm.desk.weigh import weigh as weigh_state
from longarm.model.case import State
from longarm.passages.segment import segment
from longarm.statements.parser import BATCH_SIZE, load

COMMAND = (sys.executable, "-c", "from longarm.cli.main import run; run()")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=200, help="how many texts (about)")
    parser.add_argument("--rounds", type=int, default=5, help="how often both are run in turn")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--weigh", action="store_true", help="how weighing grows with statements, instead")
    parser.add_argument("--reconcile", action="store_true", help="how reconciling grows with figures, instead")
    parser.add_argument("--publish", action="store_true", help="how fast a case of 10,000 claims is published, instead")
    parser.add_argument("--desk", action="store_true", help="how quick the desk answers on a large case, instead")
    asked = parser.parse_args(arguments)
    if asked.weigh or asked.reconcile or asked.publish or asked.desk:
        from bench import desk, publish, reconcile, weigh

        table = {"weigh": weigh, "reconcile": reconcile, "publish": publish, "desk": desk}
        measured = next(module for name, module in table.items() if getattr(asked, name))
        return int(measured.main(["--json"] if asked.json else []))
    result = {**commands(asked.rounds), **pipeline(items(asked.documents), asked.rounds)}
    if asked.json:
        print(json.dumps(result, indent=1))
    else:
        print("\n".join(f"{name:44} {value}" for name, value in result.items()))
    return 0


def pipeline(texts: Sequence[Item], rounds: int) -> dict[str, Any]:
    """Time of longarm and of the bare pipeline on the same texts, alternated; both are run once before."""
    words = [passage.span.words for layer, _ in texts for passage in segment(layer, "en")]
    model = load()

    def bare() -> None:
        for _ in model.pipe(words, batch_size=BATCH_SIZE):
            pass

    def longarm() -> None:
        readings = tuple(reading.read_layers(texts, b"speed"))
        layers, documents = tuple(item[0] for item in texts), tuple(item[1] for item in texts)
        weigh_state(State(documents=documents, layers=layers, readings=readings), b"speed")

    bare()
    longarm()
    pairs = [(_times(bare), _times(longarm)) for _ in range(rounds)]
    bare_time, own_time = (statistics.median(times.wall for times in column) for column in zip(*pairs, strict=True))
    return {
        "documents": len(texts),
        "passages": len(words),
        "documents a second, text to claims": round(len(texts) / own_time, 2),
        "documents a second, bare pipeline": round(len(texts) / bare_time, 2),
        "ratio to the bare pipeline (median)": round(statistics.median(b.cpu / o.cpu for b, o in pairs), 3),
        "ratios": [round(b.cpu / o.cpu, 3) for b, o in pairs],
        "ratio by the clock on the wall (median)": round(statistics.median(b.wall / o.wall for b, o in pairs), 3),
        "peak memory, MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def commands(rounds: int) -> dict[str, Any]:
    """Median seconds of `longarm --help` and of `longarm show` on the built sample case."""
    with tempfile.TemporaryDirectory() as folder:
        case = str(Path(folder) / "case")
        _run("build", case, str(EXAMPLES / "overseas-stations" / "documents"))
        exported = json.loads(_run("export", case, "--format", "json"))
        claim = exported["claims"][0]["id"]
        return {
            "longarm --help, seconds (median)": _median(lambda: _run("--help"), rounds),
            "longarm show, seconds (median)": _median(lambda: _run("show", case, claim), rounds),
        }


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds by the clock on the wall, and of processor time of this process."""

    wall: float
    cpu: float


def _times(run: Callable[[], Any]) -> Times:
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return Times(time.perf_counter() - wall, time.process_time() - cpu)


def _median(run: Callable[[], Any], rounds: int) -> float:
    return round(statistics.median(_times(run).wall for _ in range(rounds)), 3)


def _run(*arguments: str) -> str:
    return subprocess.run([*COMMAND, *arguments], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    run(main)

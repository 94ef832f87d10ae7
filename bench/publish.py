"""How fast a large case is published: a synthetic case, released and written as a draft with all its data.

    python bench/publish.py [--documents N] [--statements N] [--claims N] [--json]

Seconds, of the processor and by the clock, of every stage apart: making and weighing the case (which publishing does
not do), reconciliation, release, pages, data, the last gate over each of both, writing. Then how many files, and the
heaviest page. Every document names a person, so that the gate has somebody to look for.
"""

import argparse
import itertools
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.running import run
from longarm.desk.leaving.released import Released
from longarm.desk.reconcile import of_case
from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings, State
from longarm.model.claims import Claim, Origin
from longarm.protect.release import release
from longarm.publication import data
from longarm.publication.site import build
from longarm.testing.synthetic import state

T = TypeVar("T")
KEY = b"bench"
SYLLABLES = (
    "ka",
    "mi",
    "ro",
    "te",
    "lun",
    "vas",
    "der",
    "bo",
    "shi",
    "pol",
    "gra",
    "nim",
    "fe",
    "zu",
)  # of made-up names
DOCUMENTS, STATEMENTS, CLAIMS = 2_000, 17_000, 10_000
LIGHT = 150_000  # bytes that no page may exceed


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit 1 where a page is too heavy."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args(arguments)
    found = measure(asked.documents, asked.statements, asked.claims)
    print(
        json.dumps(found, indent=1) if asked.json else "\n".join(f"{name:44} {value}" for name, value in found.items())
    )
    return int(found["heaviest page, bytes"] > LIGHT)


def measure(documents: int, statements: int, claims: int) -> dict[str, Any]:
    """Publish one synthetic case into a folder that is thrown away."""
    clock = _Clock()
    made = clock.timed("making the case", lambda: signed(state(documents, statements)))
    whole = clock.timed("weighing it", lambda: weigh(made, KEY))
    weighed = replace(whole, claims=tuple(parted(whole.claims, claims)))
    case = Case(CaseSettings("A synthetic case"), made, weighed)
    size = {"documents": documents, "statements": statements, "claims": len(weighed.claims)}
    return {**size, **_published(case, clock)}


class _Clock:
    """Seconds that stages took."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[float, float]] = {}

    def timed(self, stage: str, work: Callable[[], T]) -> T:
        """What the work gives."""
        processor, wall = time.process_time(), time.perf_counter()
        given = work()
        self.found[stage] = time.process_time() - processor, time.perf_counter() - wall
        return given


def signed(made: State) -> State:
    """The case with a byline under each text."""
    chance = random.Random(0)  # noqa: S311 - repeatable, protects nothing
    return replace(
        made, layers=tuple(replace(layer, text=f"{layer.text}\n\nBy {_name(chance)}") for layer in made.layers)
    )


def _name(chance: random.Random) -> str:
    words = ("".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))) for _ in range(2))
    return " ".join(word.capitalize() for word in words)


def parted(claims: Sequence[Claim], wanted: int) -> Iterator[Claim]:
    """So many claims where there are statements enough: the largest are parted, since few are made up."""
    most = max((len(claim.statements) for claim in claims), default=1)
    while most > 1 and sum(_parts(claim, most) for claim in claims) < wanted:
        most -= 1
    spare = sum(_parts(claim, most) for claim in claims) - wanted
    for claim in claims:
        saved = _parts(claim, most) - _parts(claim, most + 1)
        size = most + (0 < saved <= spare)
        spare -= saved if size > most else 0
        for start in range(0, len(claim.statements), size):
            yield _part(claim, start, claim.statements[start : start + size])


def _parts(claim: Claim, most: int) -> int:
    return -(-len(claim.statements) // most)


def _part(claim: Claim, start: int, kept: tuple[str, ...]) -> Claim:
    """A claim of some of its statements; a difference goes with its later telling."""
    origins = tuple(part for origin in claim.origins if (part := _of(origin, frozenset(kept))))
    drift = tuple(one for one in claim.drift if one.repetition in kept)
    return replace(claim, id=f"{claim.id}-{start}", statements=kept, origins=origins, drift=drift)


def _of(origin: Origin, kept: frozenset[str]) -> Origin | None:
    """An origin for some of its statements."""
    at = [number for number, one in enumerate(origin.statements) if one in kept]
    if not at:
        return None
    return replace(
        origin,
        statements=tuple(origin.statements[number] for number in at),
        why=tuple(origin.why[number] for number in at),
        ties=tuple(origin.ties[number] for number in at),
        proof=tuple(origin.proof[number] for number in at),
    )


def _published(case: Case, clock: _Clock) -> dict[str, Any]:
    found = clock.timed("reconciliation", lambda: of_case(case.weighed, case.state.documents))
    public = clock.timed("release", lambda: release(case, KEY, reconciliation=found))
    pages = clock.timed("pages", lambda: list(build.pages(public, draft=True)))
    files = clock.timed("data", lambda: list(data.files(public, draft=True)))
    passed = Released(public, case, case).gated([*pages, *files])
    clock.timed("gate of the pages", lambda: sum(1 for _ in itertools.islice(passed, len(pages))))
    clock.timed("gate of the data", lambda: sum(1 for _ in passed))
    with tempfile.TemporaryDirectory() as folder:
        clock.timed("writing", lambda: _write([*pages, *files], Path(folder)))
    own_stages = [seconds for stage, seconds in clock.found.items() if stage not in ("making the case", "weighing it")]
    clock.found["publishing"] = sum(one for one, _ in own_stages), sum(one for _, one in own_stages)
    sizes = {path: len(content) for path, content in pages}
    heaviest = max((size, path) for path, size in sizes.items() if path.endswith(".html"))
    return {
        **{f"{stage}, processor, wall": [round(one, 1) for one in took] for stage, took in clock.found.items()},
        "pages": sum(path.endswith(".html") for path in sizes),
        "files": len(pages) + len(files),
        "heaviest page, bytes": heaviest[0],
        "heaviest page": heaviest[1],
        "front page, bytes": sizes["index.html"],
        "MiB written": round(sum(len(content) for _, content in [*pages, *files]) / 2**20, 1),
        "peak memory, MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _write(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Every file, written as a publication writes them."""
    for path, content in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


if __name__ == "__main__":
    run(main)

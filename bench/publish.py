"""How fast a large case is published: a synthetic case, released and written as a draft with all its data.

    python bench/publish.py [--documents N] [--statements N] [--json]

Seconds by the clock for the reconciliation, the release, the pages and the data, each file seen by the last gate;
processor time of all; how many files; the heaviest page.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from longarm.desk.reconcile import of_case
from longarm.desk.weigh import weigh
from longarm.model.case import Case, CaseSettings, State, Weighed
from longarm.model.claims import Claim, Origin
from longarm.protect.release import refuse_leaks, release
from longarm.publication import build as site_build
from longarm.publication import data
from longarm.publication.site import build
from longarm.testing.synthetic import state

KEY = b"bench"
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
        json.dumps(found, indent=1) if asked.json else "\n".join(f"{name:28} {value}" for name, value in found.items())
    )
    return int(found["heaviest page, bytes"] > LIGHT)


def measure(documents: int, statements: int, claims: int) -> dict[str, Any]:
    """Publish one synthetic case into a folder that is thrown away."""
    made = state(documents, statements)
    weighed = weigh(made, KEY)
    weighed = replace(weighed, claims=tuple(parted(weighed.claims, claims)))
    return {"documents": documents, "statements": statements, "claims": len(weighed.claims), **_timed(made, weighed)}


def parted(claims: Sequence[Claim], wanted: int) -> Iterator[Claim]:
    """At least so many claims where there are statements enough: the largest are parted, since few are made up."""
    most = max((len(claim.statements) for claim in claims), default=1)
    while most > 1 and sum(-(-len(claim.statements) // most) for claim in claims) < wanted:
        most -= 1
    for claim in claims:
        for start in range(0, len(claim.statements), most):
            kept = claim.statements[start : start + most]
            origins = tuple(part for origin in claim.origins if (part := _of(origin, frozenset(kept))))
            yield replace(claim, id=f"{claim.id}-{start}", statements=kept, origins=origins)


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


def _timed(made: State, weighed: Weighed) -> dict[str, Any]:
    case = Case(CaseSettings("A synthetic case"), made, weighed)
    begun, clock = time.process_time(), time.perf_counter()
    found = of_case(weighed)
    reconciled = time.perf_counter() - clock
    public = release(case, KEY, reconciliation=found)
    released = time.perf_counter() - clock
    own = site_build.vocabulary()
    with tempfile.TemporaryDirectory() as folder:
        pages = _written(refuse_leaks(build.pages(public, draft=True), case, own), Path(folder))
        paged = time.perf_counter() - clock
        files = _written(refuse_leaks(data.files(public, draft=True), case, own), Path(folder))
    seconds = time.perf_counter() - clock
    heaviest = max((size, path) for path, size in pages.items() if path.endswith(".html"))
    return {
        "reconciliation, seconds": round(reconciled, 1),
        "release, seconds": round(released - reconciled, 1),
        "pages, seconds": round(paged - released, 1),
        "data, seconds": round(seconds - paged, 1),
        "all, seconds": round(seconds, 1),
        "all, processor seconds": round(time.process_time() - begun, 1),
        "pages": sum(path.endswith(".html") for path in pages),
        "files": len(pages) + len(files),
        "heaviest page, bytes": heaviest[0],
        "heaviest page": heaviest[1],
        "front page, bytes": pages["index.html"],
        "MiB written": round((sum(pages.values()) + sum(files.values())) / 2**20, 1),
        "peak memory, MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _written(files: Iterable[tuple[str, bytes]], folder: Path) -> dict[str, int]:
    """Path and size of every file, written as a publication writes them."""
    sizes = {}
    for path, content in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        sizes[path] = len(content)
    return sizes


if __name__ == "__main__":
    sys.exit(main())

"""How fast figures are reconciled: seconds and memory for 1,000, 3,000 and 10,000 figures, and how they grow.

    python bench/reconcile.py [--figures N ...] [--places N] [--dates N] [--planted N] [--seed N] [--json]
    python bench/reconcile.py --adversarial [--seconds N]

The figures are made from a random truth over places of the gazetteer, so that they can all hold; `--planted` changes
some so that they contradict. Each size runs in a process of its own; `exact` is the share of bounds that are proved to
be reached, the others hold but may be wider than need be. Half are stocks with host counts, majorities and ratios, half
cumulative with increments; some are parts of others. `--adversarial` is a case that is hard to decide: it must end in
time and say what is open.
"""

import argparse
import itertools
import json
import math
import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.running import run
from longarm.claims.counts import atlas
from longarm.claims.counts.figures import Atlas, Figure
from longarm.claims.counts.reconcile import reconcile
from longarm.claims.counts.solver import Budget
from longarm.model.places import WORLD
from longarm.places import gazetteer

REGIONS = (WORLD, "m49:003", "m49:150", "m49:142", "m49:021")
STOCK, CUMULATIVE, HOSTS = "station", "incident", "host-country"


@dataclass(frozen=True, slots=True)
class Truth:
    """True counts by measure, place and number of the date."""

    places: tuple[str, ...]
    dates: tuple[str, ...]
    counts: dict[tuple[str, str, int], int]
    atlas: Atlas


def truth(places: int, dates: int, seed: int) -> Truth:
    """A random truth over about so many places and so many month ends."""
    rng = random.Random(seed)  # noqa: S311 (no secret)
    known = gazetteer.load()
    names = _places(places, rng)
    there = atlas.atlas(known, (*names, *REGIONS))
    counts: dict[tuple[str, str, int], int] = defaultdict(int)
    for measure in (STOCK, CUMULATIVE):
        for place in names:
            own = rng.choice((0, 0, 1, 2, 5, 20))
            for number in range(dates):
                own = own + rng.choice((0, 0, 0, 1, 2)) if measure == CUMULATIVE else max(0, own + rng.randint(-1, 1))
                for holder in {place, *there.above[place]}:
                    counts[measure, holder, number] += own
    for number in range(dates):
        hosting = {there.country(place) for place in names if counts[STOCK, there.country(place), number]}
        for region in REGIONS:
            counts[HOSTS, region, number] = len(hosting & there.countries[region])
    months = tuple(f"{2015 + number // 12}-{number % 12 + 1:02}" for number in range(dates))
    return Truth((*names, *REGIONS), months, dict(counts), there)


def _places(count: int, rng: random.Random) -> list[str]:
    """Countries, divisions in them, and cities in these, about as many as asked."""
    known = gazetteer.load()
    countries = sorted(known.countries(WORLD))[: max(4, count // 12)]
    found = list(countries)
    divisions = _rows("SELECT id FROM place WHERE level = 'adm1' ORDER BY id")
    inside = [place for place in divisions if place.split(".")[0] in set(countries)]
    found += rng.sample(inside, min(len(inside), count // 3))
    holders = {place for place in found if "." in place}
    cities = _rows("SELECT id FROM place WHERE level = 'city' AND people > 20000 ORDER BY id")
    near = [city for city in cities if known.parents(city) and known.parents(city)[0] in holders]
    apart = [city for city in near if known.coarsen(city) == city]
    return found + rng.sample(apart, min(len(apart), max(0, count - len(found))))


def _rows(query: str) -> list[str]:
    connection: sqlite3.Connection = gazetteer.load()._connection()
    return [row[0] for row in connection.execute(query)]


def figures(known: Truth, count: int, seed: int) -> list[Figure]:
    """So many figures that the truth fits."""
    rng = random.Random(seed + 1)  # noqa: S311
    made: list[Figure] = []
    while len(made) < count:
        made.append(_figure(known, f"f{len(made):05}", made, rng))
    return made


def _figure(known: Truth, identity: str, made: Sequence[Figure], rng: random.Random) -> Figure:
    number = rng.randrange(len(known.dates))
    measure = rng.choice((STOCK, CUMULATIVE))
    kind = "stock" if measure == STOCK else "cumulative"
    place = rng.choice(known.places)
    count = known.counts.get((measure, place, number), 0)
    source = f"source {rng.randrange(40)}"
    base = Figure(identity, measure, place, as_of=known.dates[number], kind=kind, source=source)
    chance = rng.random()
    if chance < 0.02:
        region = rng.choice(REGIONS)
        hosting = known.counts[HOSTS, region, number]
        return replace(base, measure=HOSTS, kind="stock", place=region, low=max(0, hosting - 2), high=hosting + 3)
    if chance < 0.04 and measure == STOCK:
        whole = known.counts[measure, WORLD, number]
        if whole:
            share = Fraction(count, whole)
            low, high = max(share - Fraction(1, 50), Fraction(0)), share + Fraction(1, 50)
            return replace(base, relation="ratio", share=(round(low, 2) if low else low, _up(high)), whole=WORLD)
    if chance < 0.09 and measure == CUMULATIVE and number:
        earlier = rng.randrange(number)
        more = count - known.counts.get((measure, place, earlier), 0)
        return replace(base, relation="increment", since=known.dates[earlier], low=rng.randint(0, more), high=more)
    if chance < 0.12 and made:
        whole_row = rng.choice(made[-200:])
        if whole_row.relation == "" and whole_row.measure == measure and whole_row.low > 0 and not whole_row.part_of:
            part = rng.randint(0, whole_row.low)
            cell = replace(base, as_of=whole_row.as_of, place=whole_row.place)
            return replace(cell, low=part, high=part, part_of=(whole_row.id,))
    if chance < 0.6:
        return replace(base, low=count, high=count)
    if chance < 0.8:
        return replace(base, low=rng.randint(0, count), high=None)
    return replace(base, low=max(0, count - rng.randint(0, 3)), high=count + rng.randint(0, 9))


def _up(share: Fraction) -> Fraction:
    return Fraction(math.ceil(share * 100), 100)


def plant(made: Sequence[Figure], number: int, seed: int) -> tuple[list[Figure], list[str]]:
    """The figures with some changed so that each contradicts another of its own place and moment, and their ids."""
    rng = random.Random(seed + 2)  # noqa: S311
    by_cell: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, figure in enumerate(made):
        if not figure.relation and not figure.part_of and figure.measure != HOSTS:
            by_cell[figure.measure, figure.place, figure.as_of].append(index)
    tight = [cell for cell, rows in sorted(by_cell.items()) if any(made[i].high == made[i].low for i in rows)]
    changed = list(made)
    planted: list[str] = []
    for cell in rng.sample(tight, min(number, len(tight))):
        exact = next(i for i in by_cell[cell] if made[i].high == made[i].low)
        others = [i for i in by_cell[cell] if i != exact]
        base = changed[exact]
        wrong = replace(base, id=f"p{len(planted)}", low=base.low + 7 + len(planted), high=None, source="planted")
        if others:
            changed[others[0]] = replace(wrong, id=changed[others[0]].id)
            planted.append(changed[others[0]].id)
        else:
            changed.append(wrong)
            planted.append(wrong.id)
    return changed, planted


def adversarial(size: int = 60, seed: int = 0) -> Iterator[Figure]:
    """Figures that are hard to decide: overlapping regions, each with a narrow range, and shares of each other."""
    rng = random.Random(seed)  # noqa: S311
    regions = _rows("SELECT id FROM place WHERE level = 'region' ORDER BY id")
    for number in range(size):
        region = regions[number % len(regions)]
        low = rng.randint(1000, 1999) * 2 + 1
        yield Figure(f"r{number}", STOCK, region, low, low + rng.randint(0, 60), as_of="2022")
        other = regions[(number * 7 + 3) % len(regions)]
        share = Fraction(rng.randint(301, 997), 1000)
        span = (share, share + Fraction(1, 50))
        yield Figure(f"s{number}", STOCK, region, share=span, relation="ratio", whole=other, as_of="2022")


def timed(made: Sequence[Figure], there: Atlas, seconds: float) -> dict[str, Any]:
    """Seconds of processor and clock for one answer, and what it holds."""
    clock, work = time.perf_counter(), time.process_time()
    budget = Budget(left=seconds / 2, each=max(seconds / 20, 0.5), clock=max(seconds / 5, 1.0))
    found = reconcile(made, there, atlas.measures(), budget)
    exact = sum(bound.exact for bound in found.bounds)
    return {
        "figures": len(made),
        "seconds": round(time.perf_counter() - clock, 2),
        "processor": round(time.process_time() - work, 2),
        "peak MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "consistent": found.consistent,
        "conflicts": len(found.conflicts),
        "bounds": len(found.bounds),
        "exact": round(exact / max(len(found.bounds), 1), 3),
        "proved": found.proved,
        "unproved": list(found.unproved)[:3],
    }


def measured(count: int, asked: argparse.Namespace) -> dict[str, Any]:
    """The answer for so many figures, in this process."""
    known = truth(min(asked.places, count), asked.dates, asked.seed)
    made, _ = plant(figures(known, count, asked.seed), asked.planted, asked.seed)
    return timed(made, known.atlas, asked.seconds)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit 0."""
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--figures", type=int, nargs="*", default=[1000, 3000, 10000])
    parser.add_argument("--places", type=int, default=3000)
    parser.add_argument("--dates", type=int, default=12)
    parser.add_argument("--planted", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--adversarial", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.one:
        print(json.dumps(measured(asked.one, asked)))
        return 0
    results = []
    if asked.adversarial:
        made = list(adversarial(seed=asked.seed))
        there = atlas.atlas(gazetteer.load(), {place for f in made for place in (f.place, f.whole)})
        results.append(timed(made, there, asked.seconds))
    for count in [] if asked.adversarial else asked.figures:
        command = [sys.executable, str(Path(__file__).resolve()), *(arguments or ()), "--one", str(count)]
        results.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    for last, now in itertools.pairwise(results):
        growth = math.log(now["processor"] / last["processor"]) / math.log(now["figures"] / last["figures"])
        now["grows as figures to the power"] = round(growth, 2)
    print(json.dumps(results, indent=1) if asked.json else "\n".join(str(result) for result in results))
    return 0


if __name__ == "__main__":
    run(main)

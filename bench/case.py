"""What a case of many documents takes, from files to exports, with the commands that a person types.

    python bench/case.py [--documents N] [--folder FOLDER] [--no-publish] [--json]

Writes N pages and texts that tell invented facts in the words of `SENTENCES`, a quarter of them with paragraphs of
another, and runs one command after the other: a build, a build with one document more, a report, exports, a check, a
draft dossier. Of each: processor seconds, seconds by the clock, and the most memory of its largest process. `--folder`
keeps the case.
"""

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.running import run

STATES = (("Belarus", "Belarusian"), ("Rwanda", "Rwandan"), ("Tajikistan", "Tajik"), ("Iran", "Iranian"))
HOSTS = (("Canada", "Toronto"), ("Germany", "Hamburg"), ("Norway", "Bergen"), ("Kenya", "Mombasa"), ("Japan", "Osaka"))
GROUPS = ("Harbour Rights Watch", "Exile Legal Centre", "Northlight Monitor", "Lantern Archive", "Freehold Institute")
PAPERS = ("The Dunmore Courier", "North Quay Post", "Ferry Times", "The Tide", "Eastgate Review")
GIVEN = ("Aldan", "Berit", "Corvo", "Fenna", "Joran", "Nesta", "Orlo", "Selma", "Ulan", "Yara")
FAMILY = ("Abrandt", "Belhorn", "Dervani", "Estrovic", "Gelmanov", "Hadrosi", "Kolvane", "Ostrelev", "Quellmar")
SENTENCES = (
    "At least {many} service stations run by {state} worked in {host} by {month} {year}, says a report by {group}.",
    "{group} documented {many} cases in which officials of {state} pressed people in {host} to return.",
    "{person}, a student in {city}, said that two men followed her home from a rally on {day} {month} {year}.",
    "The {of} embassy in {host} denied it, and said that volunteers only helped people to renew passports.",
    "Police in {city} have opened an investigation into threats against {of} exiles, a spokesperson said.",
    "Relatives of {person} were summoned at home and told that he should stop speaking, {group} reported.",
    "{person} was charged in {city} in {month} {year} with acting as an agent of {state}, and pleaded not guilty.",
    "The government of {host} ordered {few} of the offices to close, its foreign ministry said.",
    "More than {many} people had their passports cancelled while they lived in {host}, lawyers for {group} said.",
    "A court in {city} dropped the charges against {person} in {month} {year} for lack of evidence.",
    "\u201cThey told my mother that I would be brought home,\u201d {person} told {paper}.",
    "{group} urged {host} to expel the diplomats who had taken part.",
)
MONTHS = ("January", "March", "May", "July", "September", "November")


def texts(documents: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """(Name, content) of so many documents, the same for the same number."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, protects nothing
    facts = [_fact(chance) for _ in range(max(20, documents // 4))]
    told: list[list[str]] = []
    for number in range(documents):
        fact = chance.choice(facts)
        paragraphs = [_paragraph(chance.choice((fact, fact, chance.choice(facts))), chance) for _ in range(5)]
        if told and chance.random() < 0.25:
            paragraphs = [*chance.choice(told)[:3], *paragraphs[:2]]
        told.append(paragraphs)
        title = f"{fact['of']} exiles in {fact['host']} tell of pressure ({number})"
        if number % 2:
            yield f"{number:05}.txt", "\n\n".join([title, *paragraphs]) + "\n"
        else:
            body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            head = f"<html lang=en><head><title>{title}</title></head>"
            yield f"{number:05}.html", f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


def _fact(chance: random.Random) -> dict[str, object]:
    state, host, many = chance.choice(STATES), chance.choice(HOSTS), chance.randrange(4, 240)
    return {
        "state": state[0],
        "of": state[1],
        "host": host[0],
        "city": host[1],
        "many": many,
        "few": many // 4 + 2,
        "group": chance.choice(GROUPS),
        "paper": chance.choice(PAPERS),
        "month": chance.choice(MONTHS),
        "person": f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
        "day": chance.randrange(1, 29),
        "year": chance.randrange(2016, 2025),
    }


def _paragraph(fact: dict[str, object], chance: random.Random) -> str:
    return " ".join(sentence.format(**fact) for sentence in chance.sample(SENTENCES, 3))


def measure(folder: Path, documents: int, *, publishes: bool) -> Iterator[tuple[str, float, float, float]]:
    """(Command, processor seconds, seconds, MiB) of each command, in order."""
    given, more, case = folder / "given", folder / "more", folder / "case"
    for name, text in texts(documents + 1):
        home = given if int(name[:5]) < documents else more
        home.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    yield _timed("build", case, given)
    yield _timed("build", case, more)
    yield _timed("report", case)
    yield _timed("export", case, "--format", "json", "--out", folder / "claims.json")
    yield _timed("export", case, "--format", "sqlite", "--out", folder / "claims.sqlite")
    yield _timed("verify", case)
    if publishes:
        yield _timed("publish", case, folder / "dossier", "--draft")


def _timed(*words: str | Path) -> tuple[str, float, float, float]:
    start = time.monotonic()
    command = [sys.executable, "-m", "longarm", *map(str, words)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        raise SystemExit(f"longarm {words[0]} ended with {child.returncode}: run it by itself to see why")
    told = " ".join(part if isinstance(part, str) else part.name.upper() for part in words)
    return f"longarm {told}", used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024


def main() -> int:
    """Prints a row a command, or one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--no-publish", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = asked.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for command, processor, seconds, size in measure(folder, asked.documents, publishes=not asked.no_publish):
            if asked.json:
                row = {"command": command, "processor": processor, "seconds": seconds, "mib": size}
                print(json.dumps(row), flush=True)
            else:
                print(f"{processor:8.1f} s {seconds:8.1f} s by the clock {size:7.0f} MiB  {command}", flush=True)
    return 0


if __name__ == "__main__":
    run(main)

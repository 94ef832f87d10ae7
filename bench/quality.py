"""Writes docs/quality.md: how well longarm reads, set by set, with the weakest slices and the classes of errors.

    python bench/quality.py [--print] [--half 1|2] [--only SET ...]

Every text is read through `longarm.desk.reading.read_texts`; the measures are those of `measures.py`, `tnr.py`,
`recognizers.py` and, for the project's own rows, `longarm.desk.scoring`. LONGARM_BENCH names the folder of the sets
that others labelled; a set that is not there is left out of the table, and said so.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import errors, harness, measures, recognizers, tnr
from longarm.desk import scoring
from longarm.desk.reading import read_texts

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"
Row = dict[str, Any]
Rows = dict[str, Row]

ALL, FIRST, SECOND = "all", "half 1", "half 2"
HALVES = {FIRST: 1, SECOND: 2}
FEWEST = 20  # claims below which a slice is too small to be called the weakest
ALWAYS = ("read", "kind", "root", "chain")  # aspects that every claim has; few claims are hedged, negated or figures
SHARES = ("within 161 km of all gold", "right place of all gold")
RECOGNIZERS = {"number": recognizers.numbers, "datetime": recognizers.datetimes}
LEGENDS = {
    "attribution": "News articles; source, cue and content of every attribution (the set's annotators agree with each "
    "other at F1 .78, .70 and .65). A span is right when it is the same to the character, edges trimmed.",
    "quantities": "News sentences. Our intervals follow conventions of our own in places (“dozens” is 24 or more, “up "
    "to 40” is at most 40), and ages, years and majorities are read that the set leaves out.",
    "geovirus": "Wikinews articles. Names for peoples and names inside other names are in our output by design, each "
    "with its role, and not labelled in this set; the row “role place” leaves them out.",
    "lgl": "Local news from many small towns that share their names, where names inside other names are labelled.",
    "tnr": "Short texts on transnational repression, labelled once, claim by claim. F1 with its 95 % interval.",
}
AIMS: dict[str, dict[str, float]] = {
    "attribution": {
        "source exact": 0.75,
        "cue exact": 0.70,
        "content exact": 0.57,
        "content characters with right source": 0.75,
    },
    "quantities": {"value+change": 0.89},
    "geovirus": {"toponym": 0.90, "toponym, role place": 0.90, "right place of all gold": 0.80},
    "lgl": {"toponym": 0.78, "within 161 km of all gold": 0.60},
    "tnr": {
        "read": 0.85,
        "kind": 0.75,
        "figures": 0.85,
        "root": 0.75,
        "chain": 0.65,
        "hedged": 0.80,
        "negated": 0.80,
    },
}
# What others reach, for orientation: on whole sets, by other programs, with other conventions.
PUBLISHED: dict[str, dict[str, str]] = {
    "attribution": {
        "source exact": ".74 (linear CRF)",
        "cue exact": ".69 (linear CRF)",
        "content exact": ".55 (linear CRF)",
        "content characters with right source": ".725 (linear CRF)",
    },
    "quantities": {"value+change": ".88 (best published, whole set)"},
    "geovirus": {"toponym": ".91 (prototype)"},
    "lgl": {"toponym": ".78 (prototype)", "within 161 km of all gold": ".56 (prototype)"},
}
# Topics of the claim-by-claim texts, put together by method; one text alone is too few to say anything.
METHODS = {
    "offices abroad": ("stations",),
    "killings, abductions, seizure in transit": ("iran", "india", "russia", "saudi", "rwanda", "belarus"),
    "notices, deportations, papers withheld": ("interpol", "turkey", "tajikistan", "egypt"),
    "pressure to return": ("foxhunt", "persuasion"),
    "spyware, surveys of all methods": ("spyware", "general"),
}


@dataclass(frozen=True)
class Measured:
    """One set, read: its texts, what was read in them, and the results by slice."""

    name: str
    kind: str
    gold: Rows
    read: Rows
    slices: dict[str, dict[str, Any]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, measure and write the page; exit 1 where no set is found."""
    asked = _parser().parse_args(arguments)
    folder = harness.others_folder()
    if folder is None:
        print("no labelled sets: set LONGARM_BENCH to their folder", file=sys.stderr)
        return 1
    page = "\n".join(_page(folder, asked.half, asked.only)) + "\n"
    if asked.print or asked.half or asked.only:
        print(page)
    else:
        PAGE.write_text(page, encoding="utf-8")
    return 0


def _page(folder: Path, half: int | None, only: Sequence[str] | None) -> Iterator[str]:
    yield from _intro()
    found = [m for name in harness.OTHERS if not only or name in only if (m := _measured(folder, name, half))]
    yield from _summary(found)
    for measured in found:
        yield from _section(measured)
    if not only or "recognizers" in only:
        yield from _recognizers(folder, half)
    if not only or "rows" in only:
        yield from _own()


def _measured(folder: Path, name: str, half: int | None) -> Measured | None:
    """A set, read once and measured by slice, or None where it is not there."""
    kind, file = harness.OTHERS[name]
    path = folder / file
    if not path.is_file():
        print(f"{name} is left out: there is no {file}", file=sys.stderr)
        return None
    gold = {key: row for key, row in harness.keyed(harness.rows_of(path)).items() if harness.is_in_half(key, half)}
    read = {str(row["id"]): row for row in read_texts(harness.texts_of(kind, path, gold))}
    slices = {ALL: _measure(kind, gold, read)}
    for label, number in HALVES.items() if half is None else ():
        part = {key: row for key, row in gold.items() if harness.is_in_half(key, number)}
        slices[label] = _measure(kind, part, read)
    for label, topics in METHODS.items() if kind == "tnr" else ():
        part = {key: row for key, row in gold.items() if row.get("topic") in topics}
        if part:
            slices[label] = _measure(kind, part, read)
    return Measured(name, kind, gold, read, slices)


def _measure(kind: str, gold: Rows, read: Rows) -> dict[str, Any]:
    """The set's measures, of places also without the roles that its labels leave out."""
    found = {"texts": len(gold), **measures.SETS[kind](gold, read)}
    if kind == "places":
        bare = {key: {"toponyms": [t for t in row["toponyms"] if t["role"] == "place"]} for key, row in read.items()}
        found["toponym, role place"] = measures.places(gold, bare)["toponym"]
    return found


# --- the page ------------------------------------------------------------------------------------------------------


def _intro() -> Iterator[str]:
    yield "# How well longarm reads"
    yield ""
    yield "Written by `python bench/quality.py`; do not edit. `bench/README.md` tells what the sets and aspects are."
    yield "The sets are labelled by others and no part of the project. Rules were worked on with half 1 of each set;"
    yield "half 2 is there to show whether they hold on texts that nobody looked at. The figures of others are for"
    yield "orientation: other programs, whole sets, conventions of their own. Examples of errors are made up."


def _summary(found: Sequence[Measured]) -> Iterator[str]:
    yield from ("", "## What is weak", "")
    below = []
    for measured in found:
        for aspect, aim in AIMS[measured.name].items():
            value = _score(measured.slices[ALL], aspect)
            if round(value, 2) < aim:
                below.append((value - aim, f"- {measured.name}, {aspect}: {value:.3f}, aim {aim:.2f}"))
    if below:
        yield "Below their aim over all texts of the set, the furthest first:"
        yield ""
        yield from (line for _, line in sorted(below))
    else:
        yield "Every aim is reached over all texts of its set."
    for measured in found:
        if measured.kind == "tnr":
            yield from _weakest(measured)


def _weakest(measured: Measured) -> Iterator[str]:
    """The slice by method that is read worst, by the mean of the aspects that every claim has."""
    scored = []
    for label in METHODS:
        part = measured.slices.get(label)
        if part is not None and part["claims"] >= FEWEST:
            scored.append((sum(_score(part, aspect) for aspect in ALWAYS) / len(ALWAYS), label))
    if scored:
        value, label = min(scored)
        mean = f"mean F1 of {', '.join(ALWAYS)}: {value:.2f}"
        yield from ("", f"The weakest slice of the claim-by-claim texts is “{label}” ({mean}).")


def _section(measured: Measured) -> Iterator[str]:
    yield from ("", f"## {measured.name}", "", LEGENDS[measured.name], "")
    if measured.kind == "tnr":
        yield from _slices(measured)
    else:
        yield "| slice | measure | precision | recall | F1 | aim | others |"
        yield "|---|---|---|---|---|---|---|"
        for label, result in measured.slices.items():
            yield from _lines(measured.name, label, result)
    yield from _classes(measured)


def _lines(name: str, label: str, result: Mapping[str, Any]) -> Iterator[str]:
    for aspect, value in result.items():
        aim = AIMS[name].get(aspect)
        tail = f"{_digits(aim)} | {PUBLISHED.get(name, {}).get(aspect, '')} |" if label == ALL else " | |"
        start = f"| {label} ({result['texts']} texts) | {aspect} |"
        if isinstance(value, dict):
            yield f"{start} {_digits(value['P'])} | {_digits(value['R'])} | {_digits(value['F1'])} | {tail}"
        elif aspect in SHARES:
            yield f"{start} | {_digits(value)} | | {tail}"


def _slices(measured: Measured) -> Iterator[str]:
    aspects = list(AIMS["tnr"])
    yield f"| slice | claims | {' | '.join(aspects)} |"
    yield f"|---|---|{'---|' * len(aspects)}"
    yield f"| aim | | {' | '.join(_digits(AIMS['tnr'][aspect]) for aspect in aspects)} |"
    for label, part in measured.slices.items():
        labels = _labels(measured.gold, label)
        cells = [_cell(part[aspect], labels[aspect]) for aspect in aspects]
        yield f"| {label} ({part['texts']} texts) | {part['claims']} | {' | '.join(cells)} |"


def _cell(value: Mapping[str, float], labels: int) -> str:
    """F1 with its interval; how many labels it rests on where they are few, and a dash for none."""
    if not labels:
        return "–"
    few = f", of {labels}" if labels < FEWEST else ""
    return f"{_digits(value['F1'])} ({_digits(value['from'])}–{_digits(value['to'])}{few})"


def _labels(gold: Rows, label: str) -> dict[str, int]:
    """How many labels each aspect has in a slice."""
    total: tnr.Counts = Counter()
    for key, row in gold.items():
        if label == ALL or row.get("topic") in METHODS.get(label, ()) or _is_half(label, key):
            total.update(tnr.counts(row, ()))
    return {aspect: total["gold" if aspect in ALWAYS else f"gold {aspect}"] for aspect in AIMS["tnr"]}


def _is_half(label: str, key: str) -> bool:
    return label in HALVES and harness.is_in_half(key, HALVES[label])


def _classes(measured: Measured) -> Iterator[str]:
    counts = errors.CLASSES[measured.kind](measured.gold, measured.read)
    examples = errors.EXAMPLES[measured.kind]
    yield from ("", "| error class | count | such as (made up) |", "|---|---|---|")
    for name, count in counts.most_common():
        if count:
            yield f"| {name} | {count} | {examples.get(name, '')} |"


def _recognizers(folder: Path, half: int | None) -> Iterator[str]:
    yield from ("", "## Recognisers of numbers and dates", "")
    yield "Cases written for another recogniser, mostly single odd expressions; a case passes when everything in it is"
    yield "read as expected and nothing else. Arithmetic, ordinals as values, and clock times are not our task."
    yield from ("", "| cases | type | passed | of | share |", "|---|---|---|---|---|")
    for name, measure in RECOGNIZERS.items():
        path = folder / f"recognizers.{name}.en.jsonl.gz"
        if not path.is_file():
            print(f"recognizers.{name} is left out: it is not there", file=sys.stderr)
            continue
        cases = {key: row for key, row in harness.keyed(harness.rows_of(path)).items() if harness.is_in_half(key, half)}
        rows = [{"id": k, "text": c["Input"], "published": recognizers.reference(c)} for k, c in cases.items()]
        rates = measure(cases, {str(row["id"]): row for row in read_texts(rows)})
        for kind, (passed, total) in [*rates.items(), ("all", _total(rates))]:
            yield f"| {name} | {kind} | {passed} | {total} | {_digits(passed / total)} |"


def _total(rates: recognizers.Rates) -> tuple[int, int]:
    return sum(passed for passed, _ in rates.values()), sum(total for _, total in rates.values())


def _own() -> Iterator[str]:
    rows = harness.own_rows()
    yield from ("", "## The project's own rows", "")
    yield f"{len(rows)} sentences of our own, labelled by people who know the program: they measure what was foreseen."
    yield from ("", "| aspect | precision | recall | F1 | labels |", "|---|---|---|---|---|")
    for aspect, tally in scoring.tally(harness.own_marks(rows)).items():
        figures = " | ".join(_digits(value) for value in (tally.precision, tally.recall, tally.f1))
        yield f"| {aspect} | {figures} | {tally.gold} |"


def _score(result: Mapping[str, Any], aspect: str) -> float:
    value = result[aspect]
    return float(value["F1"] if isinstance(value, dict) else value)


def _digits(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--print", action="store_true", help="print the page instead of writing it")
    parser.add_argument("--half", type=int, choices=(1, 2), help="one half of the texts only; prints")
    parser.add_argument(
        "--only", nargs="+", choices=[*harness.OTHERS, "recognizers", "rows"], help="only these; prints"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())

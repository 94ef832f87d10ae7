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
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import errors, harness, recognizers, resampling, slices, tnr
from bench.aims import AIMS, LEGENDS, METHODS, NOTES, PUBLISHED, SECOND_AIMS
from bench.running import run
from bench.slices import ALL, FIRST, HALVES, SECOND, Measured, Rows
from longarm.desk.measuring import scoring
from longarm.desk.reading import read_texts

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"

FEWEST = 20  # claims below which a slice is too small to be called the weakest
ALWAYS = ("read", "kind", "root", "chain")  # aspects that every claim has; few claims are hedged, negated or figures
SHARES = ("within 161 km of all gold", "right place of all gold")
RECOGNIZERS = {
    "number": recognizers.numbers,
    "numberwithunit": recognizers.units,
    "datetime": recognizers.datetimes,
}


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
    found = [m for name in harness.OTHERS if not only or name in only if (m := slices.measure(folder, name, half))]
    yield from _summary(found)
    for measured in found:
        yield from _section(measured)
    if not only or "recognizers" in only:
        yield from _recognizers(folder, half)
    if not only or "rows" in only:
        yield from _own()
        yield from _whole()


# --- the page ------------------------------------------------------------------------------------------------------


def _intro() -> Iterator[str]:
    yield "# How well longarm reads"
    yield ""
    yield "Written by `python bench/quality.py`; do not edit. `bench/README.md` tells what the sets and aspects are."
    yield "The sets are labelled by others and no part of the project. Rules were worked on with half 1 of each set;"
    yield "half 2 is there to show whether they hold on texts that nobody looked at. The interval of half 1 is where 95"
    yield "of 100 drawings of its texts lie; each table says whether half 2 lies within. The figures of others are for"
    yield "orientation: other programs, whole sets, conventions of their own. Examples of errors are made up."


def _summary(found: Sequence[Measured]) -> Iterator[str]:
    yield from ("", "## What is weak", "")
    below = []
    for measured in found:
        for label, aims in ((ALL, AIMS), (SECOND, SECOND_AIMS)):
            for aspect, aim in aims.get(measured.name, {}).items() if label in measured.slices else ():
                value, where = _score(measured.slices[label], aspect), "" if label == ALL else f", {label}"
                if round(value, 2) < aim:
                    below.append((value - aim, f"- {measured.name}, {aspect}{where}: {value:.3f}, aim {aim:.2f}"))
    if below:
        yield "Below their aim over all texts of the set, the furthest first:"
        yield ""
        yield from (line for _, line in sorted(below))
    else:
        yield "Every aim is reached over all texts of its set."
    yield from _strays(found)
    for measured in found:
        if measured.kind == "tnr":
            yield from _weakest(measured)


def _strays(found: Sequence[Measured]) -> Iterator[str]:
    """The measures whose half 2 lies outside the interval of half 1."""
    halved = [measured for measured in found if SECOND in measured.slices]
    if not halved:
        return
    strays = [
        f"- {measured.name}, {aspect}: {where}"
        for measured in halved
        for aspect in measured.intervals
        if (where := _where(measured, aspect)) != "within"
    ]
    if strays:
        yield from ("", "Half 2 lies outside the 95 % interval of half 1 for these, and within it for all others:", "")
        yield from strays
    else:
        yield from ("", "Half 2 lies within the 95 % interval of half 1 for every measure.")


def _where(measured: Measured, aspect: str) -> str:
    first, second = measured.slices[FIRST], measured.slices[SECOND]
    texts = min(first["texts"], second["texts"])
    return resampling.place(_score(first, aspect), _score(second, aspect), measured.intervals[aspect], texts)


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
    yield from _aspects(measured)
    if measured.kind == "tnr":
        yield from ("", "The same by slice, each F1 with its 95 % interval:", "")
        yield from _slices(measured)
    if measured.name == "geovirus":
        yield from _roles(measured)
    if note := NOTES.get(measured.name):
        yield from ("", note)
    yield from _classes(measured)


def _aspects(measured: Measured) -> Iterator[str]:
    """One line a measure: aim, both halves, whether the second lies within the interval of the first, and all."""
    sizes = {label: part["texts"] for label, part in measured.slices.items()}
    heads = [f"{label} ({sizes[label]} texts)" if label in sizes else label for label in (FIRST, SECOND, ALL)]
    heads = ["measure", "aim", f"{heads[0]}, 95 % interval", heads[1], "half 2 lies", heads[2]]
    yield f"| {' | '.join(heads)} | precision | recall | others |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for aspect, value in measured.slices[ALL].items():
        if isinstance(value, dict) or aspect in SHARES:
            yield _line(measured, aspect, value)


def _line(measured: Measured, aspect: str, value: Any) -> str:
    aim = _digits(AIMS[measured.name].get(aspect))
    second_aim = SECOND_AIMS.get(measured.name, {}).get(aspect)
    aim += f" (half 2: {_digits(second_aim)})" if second_aim else ""
    halves = ["", "", ""]
    if aspect in measured.intervals:
        low, high = measured.intervals[aspect]
        first, second = (_score(measured.slices[label], aspect) for label in (FIRST, SECOND))
        halves = [f"{_digits(first)} ({_digits(low)}–{_digits(high)})", _digits(second), _where(measured, aspect)]
    sides = [_digits(value["P"]), _digits(value["R"])] if isinstance(value, dict) and "P" in value else ["", ""]
    cells = [aspect, aim, *halves, _digits(_score(measured.slices[ALL], aspect)), *sides]
    return f"| {' | '.join(cells)} | {PUBLISHED.get(measured.name, {}).get(aspect, '')} |"


def _roles(measured: Measured) -> Iterator[str]:
    """What each way of counting the roles comes to, and which one is kept."""
    ways = {
        "all roles": "toponym",
        "without demonyms": "toponym, without demonyms",
        "role place alone": "toponym, role place",
    }
    told = ", ".join(f"{label} {_score(measured.slices[ALL], aspect):.3f}" for label, aspect in ways.items())
    yield from (
        "",
        f"Three ways of giving names were measured (F1 over all texts): {told}. The first is kept: who reads a",
    )
    yield "text wants names for peoples and names in names too, marked as such, and only the role place can be the"
    yield "place of a statement. Whoever wants places alone takes that role."


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
    yield "read as expected and nothing else; with a unit, everything of that type. Arithmetic, ordinals as values and"
    yield "times of the clock are not our task."
    yield from ("", "| cases | type | passed | of | share |", "|---|---|---|---|---|")
    weakest: list[str] = []
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
        share, kind = min((passed / total, kind) for kind, (passed, total) in rates.items() if total >= FEWEST)
        weakest.append(f"of {name} “{kind}” ({share:.2f})")
    if weakest:
        yield from ("", f"The weakest types are {' and '.join(weakest)}.")


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


def _whole() -> Iterator[str]:
    yield from ("", "## Figures, whole", "")
    texts = {half: len(harness.whole_rows(half)) for half in harness.WHOLE}
    worked_on, others = texts["worked"], texts["unseen"]
    yield "What the comparison of figures rests on, beside the number: measure, places with their roles, period, as-of"
    yield f"date, whole, basis, operator. Texts of our own in five manners: rules were worked on with {worked_on};"
    yield f"{others} were labelled before them and not looked at while they were made. What is right in each aspect is"
    yield "told in `bench/README.md`."
    yield ""
    yield "| aspect | worked on | labels | unseen | precision | recall | labels |"
    yield "|---|---|---|---|---|---|---|"
    worked, unseen = harness.whole_scores().values()
    for aspect, tally in unseen.items():
        if tally.gold:
            own = worked[aspect]
            sides = f"{_digits(tally.f1)} | {_digits(tally.precision)} | {_digits(tally.recall)} | {tally.gold}"
            yield f"| {aspect} | {_digits(own.f1)} | {own.gold} | {sides} |"


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
    run(main)

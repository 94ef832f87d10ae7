"""Measures what longarm reads: over the project's labelled rows and, where they are, over sets labelled by others.

    python bench/harness.py [--json] [--only NAME ...] [--half 1|2] [--misses ASPECT]

LONGARM_BENCH names the folder of the other sets (see bench/README.md).
"""

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import measures
from bench.running import run
from longarm.desk.measuring import comparing, labelled, scoring
from longarm.desk.reading import read_texts

LABELLED = Path(__file__).parent / "labelled"
WHOLE = ("worked", "unseen")  # halves, by writer, of the set of whole figures
ROOT = Path(__file__).resolve().parent.parent
OTHERS = {
    "attribution": ("attribution", "attribution.dev.jsonl.gz"),
    "quantities": ("quantities", "quantities.newsquant.dev.jsonl.gz"),
    "geovirus": ("places", "places.geovirus.jsonl.gz"),
    "lgl": ("places", "places.lgl.jsonl.gz"),
    "tnr": ("tnr", "tnr/gold.jsonl"),
}
Row = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the harness; exit 0."""
    asked = _parser().parse_args(arguments)
    folder = others_folder()
    if folder is None:
        print("no other labelled sets: set LONGARM_BENCH to their folder", file=sys.stderr)
    result: dict[str, Any] = {}
    if not asked.only or "rows" in asked.only:
        rows = own_rows()
        marks = own_marks(rows)
        result["rows"] = {"texts": len(rows), **scoring.as_data(scoring.tally(marks))}
        _print_misses(marks, asked.misses)
    if not asked.only or "whole" in asked.only:
        for half, scores in whole_scores().items():
            result[f"whole figures, {half}"] = {"texts": len(whole_rows(half)), **scoring.as_data(scores)}
    for name, (kind, file) in OTHERS.items():
        if folder is None or (asked.only and name not in asked.only):
            continue
        if (folder / file).is_file():
            result[name] = measure(kind, folder / file, asked.half)
        else:
            print(f"{name} is left out: there is no {file} in {folder}", file=sys.stderr)
    print(json.dumps(result, indent=1) if asked.json else table(result))
    return 0


def others_folder() -> Path | None:
    """Where the sets labelled by others are, or None."""
    folder = Path(os.environ.get("LONGARM_BENCH") or ROOT.parent / "shared" / "bench")
    return folder if folder.is_dir() else None


def own_rows() -> tuple[labelled.Row, ...]:
    """The project's labelled rows, of all files, in the order of their names."""
    files = sorted(LABELLED.glob("*.jsonl"))
    return tuple(row for file in files for row in labelled.parse_rows(file.read_text("utf-8").splitlines(), file.name))


def whole_rows(name: str) -> tuple[labelled.Row, ...]:
    """The rows of the set of whole figures: `worked` or `unseen`."""
    file = LABELLED / "whole" / f"{name}.jsonl"
    return labelled.parse_rows(file.read_text("utf-8").splitlines(), file.name)


def whole_scores() -> dict[str, dict[str, scoring.Tally]]:
    """The scores of whole figures by half: texts that rules were worked on with, and texts that nobody looked at."""
    found = {name: scoring.tally(own_marks(whole_rows(name))) for name in WHOLE}
    return {name: {aspect: counts for aspect, counts in own.items() if counts.gold} for name, own in found.items()}


def own_marks(rows: Sequence[labelled.Row]) -> list[comparing.Mark]:
    """Every comparison over the labelled rows; the note of each begins with the id of its row."""
    marks = []
    reads = read_texts({"id": row.id, "text": row.text, "published": row.published} for row in rows)
    for row, read in zip(rows, reads, strict=True):
        for mark in comparing.compare(row, read):
            marks.append(comparing.Mark(mark.aspect, mark.hit, mark.predicted, mark.gold, f"{row.id}: {mark.note}"))
    return marks


def measure(kind: str, path: Path, half: int | None = None) -> dict[str, Any]:
    """One set labelled by others, read and measured.

    Args:
        kind: a key of `measures.SETS`.
        half: 1 or 2 for the texts of one half only, by the SHA-256 of the id.
    """
    gold = {key: row for key, row in keyed(rows_of(path)).items() if is_in_half(key, half)}
    texts = texts_of(kind, path, gold)
    read = {str(row["id"]): row for row in read_texts(texts)}
    return {"texts": len(gold), **measures.SETS[kind](gold, read)}


def rows_of(path: Path) -> list[Row]:
    """The rows of a JSON-lines file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def keyed(rows: Iterable[Row]) -> dict[str, Row]:
    """Rows by their `id`, else `n`, else number."""
    return {str(row.get("id") or row.get("n") or number): row for number, row in enumerate(rows)}


def is_in_half(key: str, half: int | None) -> bool:
    """Whether the text belongs to the half, 1 or 2; halves never change."""
    return half is None or int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == half - 1


def table(result: Mapping[str, Mapping[str, Any]]) -> str:
    """The result as lines: aspect, then its numbers."""
    lines = []
    for name, aspects in result.items():
        lines.append(f"{name} ({aspects['texts']} texts)")
        lines += [f"  {aspect:44} {_numbers(value)}" for aspect, value in aspects.items() if aspect != "texts"]
    return "\n".join(lines)


def _numbers(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    return "  ".join(f"{key} {item:.3f}" if isinstance(item, float) else f"{key} {item}" for key, item in value.items())


def texts_of(kind: str, path: Path, gold: Mapping[str, Row]) -> list[Row]:
    """The texts of a set as `read_texts` takes them."""
    if kind != "tnr":
        return [{"id": key, "text": row["text"], "published": row.get("published")} for key, row in gold.items()]
    documents = {row["n"]: row for row in rows_of(path.with_name("documents.jsonl"))}
    return [{"id": key, "text": documents[key]["text"], "published": documents[key].get("date")} for key in gold]


def _print_misses(marks: Iterable[comparing.Mark], aspect: str | None) -> None:
    for mark in marks:
        if aspect in (mark.aspect, "all") and not (mark.hit or not (mark.gold or mark.predicted)):
            kind = "wrong" if mark.gold and mark.predicted else "missed" if mark.gold else "too much"
            print(f"{mark.aspect:12} {kind:9} {mark.note}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--only", nargs="+", choices=["rows", "whole", *OTHERS], help="only these sets")
    parser.add_argument("--half", type=int, choices=(1, 2), help="one half of the texts of the other sets")
    parser.add_argument("--misses", metavar="ASPECT", help="list what was missed or wrong in the rows (`all`)")
    return parser


if __name__ == "__main__":
    run(main)

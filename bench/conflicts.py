"""The conflicts of cases beside their texts, for reading, and the share of them that a reader found true.

    python bench/conflicts.py CASE ... [--verdicts FILE] [--hard] [--json]

A conflict is known by the paths of its documents and the offsets of its figures there, so a verdict outlives a rebuild.
FILE is a CSV table (case, conflict, verdict, cause), verdict `true`, `false` or `unsure`: true where a reader of the
texts would say that the figures contradict each other (for an apparent one: in the reading that is named). Without
FILE the conflicts are listed with their texts. It holds no words of the texts and may be kept anywhere.
"""

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.running import run
from longarm.desk.case import open_case
from longarm.desk.reconcile import of_case
from longarm.model.case import Case
from longarm.model.reconciliation import Conflict

AROUND = 160  # characters of text shown on either side of a figure
VERDICTS = ("true", "false", "unsure")


@dataclass(frozen=True, slots=True)
class Found:
    """One conflict of a case: what it is known by, and its figures in their texts."""

    case: str
    key: str
    conflict: Conflict
    texts: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """List, or count; exit 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--verdicts", type=Path, help="CSV of case, conflict, verdict, cause")
    parser.add_argument("--hard", action="store_true", help="hard conflicts only")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    found = [one for case in asked.cases for one in conflicts(case) if one.conflict.kind == "hard" or not asked.hard]
    if asked.verdicts is None:
        print("\n".join(listed(found)))
        return 0
    result = {"cases": len(asked.cases), **shares(found, verdicts(asked.verdicts))}
    print(json.dumps(result, indent=1) if asked.json else "\n".join(f"{key}: {value}" for key, value in result.items()))
    return 0


def conflicts(root: Path) -> Iterator[Found]:
    """The conflicts of a case with their texts, hard ones first."""
    case = open_case(root)
    shown = _Shown(case)
    for conflict in of_case(case.weighed, case.state.documents).conflicts:
        key = " + ".join(sorted(shown.place(one) for one in conflict.statements))
        yield Found(root.name, key, conflict, tuple(shown.text(one) for one in conflict.statements))


class _Shown:
    """The figures of a case in their texts."""

    def __init__(self, case: Case) -> None:
        self.paths = {document.id: document.path for document in case.state.documents}
        self.texts = {layer.document: layer.text for layer in case.state.layers}
        self.said = {one.id: one.statement for one in case.weighed.resolved}

    def place(self, identity: str) -> str:
        """Path of the document and offset of the number."""
        said = self.said[identity]
        start = said.quantity.span.start if said.quantity else said.span.start
        return f"{self.paths[said.document]}@{start}"

    def text(self, identity: str) -> str:
        """The number in double brackets, with the text around it."""
        said = self.said[identity]
        text = self.texts[said.document]
        span = said.quantity.span if said.quantity else said.span
        before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
        return " ".join(f"{self.place(identity)}: {before}[[{span.words}]]{after}".split())


def listed(found: Sequence[Found]) -> Iterator[str]:
    """Each conflict with its texts, for a reader."""
    for number, one in enumerate(found, start=1):
        yield f"{number}. {one.case}, {one.conflict.kind} {one.conflict.reading}\n   {one.key}"
        yield f"   {one.conflict.explanation}"
        yield from (f"     {text}" for text in one.texts)


def verdicts(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Verdict and cause, by case and conflict."""
    with path.open(encoding="utf-8", newline="") as rows:
        read = {(row["case"], row["conflict"]): (row["verdict"], row["cause"]) for row in csv.DictReader(rows)}
    wrong = sorted({verdict for verdict, _ in read.values()} - set(VERDICTS))
    if wrong:
        sys.exit(f"{path}: {wrong[0]!r} is no verdict; write one of {', '.join(VERDICTS)}")
    return read


def shares(found: Sequence[Found], read: Mapping[tuple[str, str], tuple[str, str]]) -> dict[str, object]:
    """How many conflicts of each kind a reader found true, and what made the false ones."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    causes: Counter[str] = Counter()
    for one in found:
        verdict, cause = read.get((one.case, one.key), ("not read", ""))
        counts[one.conflict.kind][verdict] += 1
        if verdict == "false":
            causes[cause] += 1
    result: dict[str, object] = {}
    for kind in ("hard", "apparent"):
        judged = counts[kind]["true"] + counts[kind]["false"]
        share = round(counts[kind]["true"] / judged, 3) if judged else None
        result[kind] = {**dict(sorted(counts[kind].items())), "share true": share}
    return {**result, "causes of false ones": dict(causes.most_common())}


if __name__ == "__main__":
    run(main)

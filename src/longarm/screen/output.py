"""The files of a screening. None of them holds words of a page; each can be read by its owner alone."""

import csv
import io
import itertools
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from longarm.errors import UsageError
from longarm.publication.exporters.csv import safe
from longarm.screen import journal, report
from longarm.screen.journal import DAMAGE, FAULT, MODE, PAGE, Line
from longarm.screen.looking import OTHER_LANGUAGE
from longarm.screen.outcome import Candidate, Outcome
from longarm.storage.files import put, settle
from longarm.storage.output import LIST
from longarm.storage.paths import TEMPORARY

CANDIDATES, DETAILS, COPIES = "candidates.csv", "candidates.jsonl", "copies.csv"
OTHERS, REFUSED, REPORT, SUMMARY = "other-languages.csv", "not-read.csv", "report.txt", "screen.json"
FILES = (CANDIDATES, DETAILS, COPIES, OTHERS, REFUSED, REPORT, SUMMARY)
_LOCK = ".lock"
_MOST_PLACES = 20  # statements of a candidate whose places are told
_PLACE = ("crawl", "member", "offset", "sha256")
_FIRST = ("url", "captured")
_CANDIDATE = (
    "rank",
    "points",
    *_FIRST,
    "published",
    "methods",
    "kinds",
    "figures",
    "statements",
    "words",
    "countries",
    "copies",
    "why",
)
Rows = Iterator[Sequence[Any]]


def check(out: Path) -> None:
    """Whether a folder may be screened into.

    Raises:
        UsageError: it is a file, or holds something else.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file: name a new folder")
    known = {*FILES, journal.NAME, LIST, _LOCK}
    held = sorted(path.name for path in out.iterdir()) if out.exists() else []
    strange = [name for name in held if name not in known and not name.startswith(TEMPORARY)]
    if strange:
        raise UsageError(f"{out} holds what no screening wrote ({strange[0]}): name a new folder")


def write(out: Path, found: Outcome, lines: Callable[[], Iterator[Line]]) -> None:
    """Writes everything that is made of a journal; each file is whole, or as it was before.

    Args:
        lines: of the journal, from the beginning.
    """
    names = [crawl.name for crawl in found.head.crawls]
    _table(out, CANDIDATES, (*_CANDIDATE, *_PLACE), (_row(one, names) for one in found.candidates))
    _put(out, DETAILS, (_json(detail(one, names)) for one in found.candidates))
    copies = ((one.of, one.how, one.line.url, one.line.captured, *_place(one.line, names)) for one in found.copies)
    _table(out, COPIES, ("of", "how", *_FIRST, *_PLACE), copies)
    others = (
        (line.seen.language, line.url, line.captured, *_place(line, names))
        for line in lines()
        if line.what == PAGE and line.seen.why == OTHER_LANGUAGE
    )
    _table(out, OTHERS, ("language", *_FIRST, *_PLACE), others)
    refused = (
        (line.seen.why or "damaged", line.seen.reason, line.url, line.captured, *_place(line, names))
        for line in lines()
        if line.what in (FAULT, DAMAGE) or (line.what == PAGE and line.seen.why not in ("", OTHER_LANGUAGE))
    )
    _table(out, REFUSED, ("code", "reason", *_FIRST, *_PLACE), refused)
    _put(out, REPORT, [report.text(found)])
    _put(out, SUMMARY, [json.dumps(summary(found), ensure_ascii=False, indent=2), "\n"])
    _put(out, LIST, (f"{name}\n" for name in sorted((*FILES, journal.NAME))))


def summary(found: Outcome) -> dict[str, Any]:
    """The numbers of a screening, as JSON data."""
    funnel = found.funnel
    return {
        "screen": "1",
        "crawls": [{"name": crawl.name, "size": crawl.size} for crawl in found.head.crawls],
        "shard": f"{found.head.shard[0]}/{found.head.shard[1]}",
        "rules": found.head.rules,
        "records": funnel.records,
        "no_pages": dict(sorted(funnel.passed.items())),
        "not_had": funnel.faults,
        "damaged_places": funnel.damage,
        "pages": funnel.pages,
        "same_bytes": funnel.again,
        "not_read": dict(sorted(funnel.unread.items())),
        "other_languages": dict(sorted(funnel.languages.items())),
        "without_signs": funnel.silent,
        "with_signs": funnel.signed,
        "copies": funnel.copies,
        "nothing_told": funnel.nothing,
        "candidates": funnel.candidates,
        "by_method": report.by_method(found.candidates),
    }


def detail(one: Candidate, names: Sequence[str]) -> dict[str, Any]:
    """A candidate, as JSON data."""
    line, heard, told = one.line, one.line.heard, one.line.told
    crawl, member, offset, sha256 = _place(line, names)
    signs = line.seen.signs
    return {
        "rank": one.rank,
        "points": one.points,
        "because": [{"points": part.points, "why": part.why} for part in one.because],
        "url": line.url,
        "captured": line.captured,
        "published": line.seen.published,
        "words": signs.words if signs else 0,
        "countries": list(signs.countries) if signs else [],
        "cues": [{"sort": cue.sort, "id": cue.entry, "cues": list(cue.cues), "times": cue.times} for cue in signs.cues]
        if signs
        else [],
        "methods": dict(Counter(part.method for part in told if part.method).most_common()),
        "kinds": dict(Counter(part.kind for part in told).most_common()),
        "measures": dict(Counter(part.measure for part in told if part.measure).most_common()),
        "steps": dict(Counter(part.stage for part in told if part.stage).most_common()),
        "passages": heard.passages if heard else 0,
        "statements": [
            {"passage": part.passage, "start": part.start, "end": part.end, "kind": part.kind, "method": part.method}
            for part in told[:_MOST_PLACES]
        ],
        "statements_in_all": len(told),
        "is_part": heard is not None and heard.is_part,
        "copies": one.copies,
        "crawl": crawl,
        "member": member,
        "offset": offset,
        "sha256": sha256,
    }


def _row(one: Candidate, names: Sequence[str]) -> Sequence[Any]:
    line, told = one.line, one.line.told
    signs = line.seen.signs
    return (
        one.rank,
        f"{one.points:g}",
        line.url,
        line.captured,
        line.seen.published,
        _counts(part.method for part in told if part.method),
        _counts(part.kind for part in told),
        sum(part.kind == "figure" for part in told),
        len(told),
        signs.words if signs else 0,
        " ".join(signs.countries) if signs else "",
        one.copies,
        "; ".join(f"{part.why} ({part.points:g})" for part in one.because),
        *_place(line, names),
    )


def _counts(ids: Iterator[str]) -> str:
    return "; ".join(f"{id} {times}" for id, times in Counter(ids).most_common())


def _place(line: Line, names: Sequence[str]) -> tuple[str, str, int, str]:
    return names[line.crawl], line.member, line.at, line.sha256


def _json(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _table(out: Path, name: str, columns: Sequence[str], rows: Rows) -> None:
    _put(out, name, map(_cells, itertools.chain([columns], rows)))


def _cells(row: Sequence[Any]) -> str:
    """A row of a table, as a line that no spreadsheet takes for formulas."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([safe(cell) for cell in row])
    return line.getvalue()


def _put(out: Path, name: str, parts: Iterable[str]) -> None:
    """Writes a file, part by part, so that it is whole or as it was before."""
    temporary = out / f"{TEMPORARY}{os.getpid()}-{name}"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, MODE)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="") as file:
        file.writelines(parts)
        file.flush()
        settle(file.fileno())
    put(temporary, out / name)

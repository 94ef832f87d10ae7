"""How well and how fast `longarm screen` finds: a crawl is made of labelled texts and news, and screened.

    LONGARM_BENCH=folder python bench/screening.py [--each 400] [--workers N] [--keep FOLDER] [--json]

LONGARM_BENCH names the folder of the labelled sets (see bench/README.md). Each text becomes a web page: the texts on
transnational repression and their look-alikes (tnr/documents.jsonl), and as hay, of each set, `--each` articles on
shootings (incidents), on the war in Syria and on politics (attribution), and the whole pages of articles/. The hay is
hard: most crawls have more of what is about nothing of the kind. The texts on transnational repression are short
restatements of pages, most of them of fifty words, which makes them harder to find.

Told are, over the English texts: how many of those on the matter have signs enough, are candidates (a copy of a
candidate counts), and stand among the first N; the share of the first N that are on the matter; the same for the order
by signs alone; processor time, and the most memory that a process took.
"""

import argparse
import gzip
import html
import io
import json
import resource
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bench.harness import others_folder
from bench.running import run
from longarm.core.hashing import sha256
from longarm.desk.reading import extractor_version, read_layers
from longarm.desk.tell import Silence
from longarm.model.documents import Document, TextLayer
from longarm.model.statements import Reading
from longarm.screen import journal
from longarm.screen.engines.local import Local
from longarm.screen.journal import AGAIN, PAGE
from longarm.screen.outcome import Outcome
from longarm.screen.screening import screen

SETS = (
    ("incidents.dev.jsonl.gz", "title", "text"),
    ("syria_reports.jsonl.gz", "article_title", "article_content"),
    ("attribution.train.jsonl.gz", "", "text"),
)
FIRST = (50, 100, 150, 200, 300)
ON, OFF, HAY = "on.example", "off.example", "hay.example"
Page = tuple[str, bytes]


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the crawl, screen it, print; exit 0, or 2 where there are no sets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--each", type=int, default=400, help="articles of each set of hay")
    parser.add_argument("--workers", type=int, default=1, help="processes")
    parser.add_argument("--keep", type=Path, help="folder for the crawl and what is found; else thrown away")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args(arguments)
    sets = others_folder()
    if sets is None or not (sets / "tnr" / "documents.jsonl").is_file():
        print("no labelled sets: set LONGARM_BENCH to their folder", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        kept = asked.keep or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        result = measured(sets, kept, asked.each, asked.workers)
    if asked.json:
        print(json.dumps(result, indent=1))
    else:
        print("\n".join(f"{name:58} {value}" for name, value in result.items()))
    return 0


def measured(sets: Path, folder: Path, each: int, workers: int) -> dict[str, Any]:
    """The measures over a crawl made in a folder."""
    crawl, out = folder / "crawl.warc.gz", folder / "found"
    if not crawl.exists():
        crawl.write_bytes(warc(pages(sets, each)))
    begun = time.perf_counter()
    found, spent = _screened(crawl, out, Local(read_layers, extractor_version(), workers))
    wall = time.perf_counter() - begun
    _, looking = _screened(crawl, folder / "looked", Local(unread, "nothing", workers))
    funnel = found.funnel
    look, read = looking / funnel.looked, (spent - looking) / max(funnel.signed, 1)
    return {
        "records": funnel.records,
        "opened; of these in another language": f"{funnel.looked}; {funnel.languages.total()}",
        "with signs, and so read": funnel.signed,
        "candidates": funnel.candidates,
        **finding(found, out),
        "seconds by the clock, processes": f"{wall:.0f}, {workers}",
        "seconds of processor time": f"{spent:.0f}, of which reading {spent - looking:.0f}",
        "milliseconds to look at a page, to read one": f"{1000 * look:.0f}, {1000 * read:.0f}",
        "pages a second and processor": f"{funnel.pages / spent:.1f}; {1 / (look + read):.1f} were all of them read",
        "most memory of a process, MiB": max(
            resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        ),
    }


def _screened(crawl: Path, out: Path, local: Local) -> tuple[Outcome, float]:
    """What a screening finds, and the processor time that it and its workers took."""
    before = _processor()
    with local as engine:
        found = screen([crawl], out, engine, Silence())
    return found, _processor() - before


def unread(items: Iterable[tuple[TextLayer, Document]], key: bytes) -> Iterator[Reading]:
    """Readings in which nothing is read, by which looking is timed alone."""
    for layer, document in items:
        yield Reading(layer.id, document.id, "nothing", ())


def finding(found: Outcome, out: Path) -> dict[str, Any]:
    """How many English texts on the matter are found, and where in the order they stand."""
    lines = list(journal.lines(out / journal.NAME))
    english = [one for one in lines if one.what in (PAGE, AGAIN) and "/en/" in one.url]
    on = [one for one in english if ON in one.url]
    signed = {one.sha256 for one in lines if one.seen.print}
    listed = {one.line.sha256 for one in found.candidates} | {one.line.sha256 for one in found.copies}
    told = {one.line.sha256: one for one in found.candidates}
    first_of = {copy.line.sha256: copy.of for copy in found.copies}
    total = len({first_of.get(one.sha256, one.sha256) for one in on})
    by_signs = sorted(
        (one for one in lines if one.what == PAGE and one.seen.print),
        key=lambda one: (-(one.seen.signs.points if one.seen.signs else 0), one.number),
    )
    result: dict[str, Any] = {
        "English texts on the matter, look-alikes": f"{len(on)}, {len(english) - len(on)}",
        "of these with signs": _both(english, lambda one: one.sha256 in signed),
        "of these candidates or copies of one": _both(english, lambda one: one.sha256 in listed),
    }
    for count in FIRST:
        hits = sum(ON in one.line.url for one in found.candidates[:count])
        plain = sum(ON in one.url for one in by_signs[:count])
        shown = min(count, len(told))
        result[f"among the first {count} on the matter (of {total}); share; by signs"] = (
            f"{hits}; {hits / max(shown, 1):.2f}; {plain}"
        )
    return result


def _both(lines: Sequence[journal.Line], is_so: Callable[[journal.Line], bool]) -> str:
    on = [is_so(line) for line in lines if ON in line.url]
    off = [is_so(line) for line in lines if ON not in line.url]
    return f"{sum(on)} of {len(on)}, {sum(off)} of {len(off)}"


def pages(sets: Path, each: int) -> Iterator[Page]:
    """Addresses and bytes of all pages, in an order that mixes them and is always the same."""
    made = [*_labelled(sets), *_hay(sets, each), *_whole(sets)]
    yield from sorted(made, key=lambda page: sha256(page[0].encode()))


def _labelled(sets: Path) -> Iterator[Page]:
    for line in (sets / "tnr" / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        host = ON if row["relevant"] else OFF
        yield f"https://{host}/{row['lang']}/{row['n']}", _page(row["lang"], row["title"], row["text"])


def _hay(sets: Path, each: int) -> Iterator[Page]:
    for name, title, text in SETS:
        with gzip.open(sets / name, "rt", encoding="utf-8") as file:
            for number, line in zip(range(each), file, strict=False):
                row = json.loads(line)
                words = str(row[text])
                headline = str(row[title]) if title else words.partition("\n")[0]
                yield f"https://{HAY}/{name.partition('.')[0]}/{number}", _page("en", headline, words)


def _whole(sets: Path) -> Iterator[Page]:
    with tarfile.open(sets / "articles" / "html.tar") as packed:
        for member in packed.getmembers():
            file = packed.extractfile(member) if member.isfile() else None
            if file:
                yield f"https://{HAY}/page/{Path(member.name).name[:12]}", gzip.decompress(file.read())


def _page(language: str, title: str, text: str) -> bytes:
    paragraphs = "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n") if part.strip())
    head = f"<head><title>{html.escape(title)}</title></head>"
    menu = "<nav><a href='/'>Home</a> <a href='/about'>About us</a></nav>"
    body = f"<body>{menu}<article><h1>{html.escape(title)}</h1>{paragraphs}</article></body>"
    return f"<html lang={language}>{head}{body}</html>".encode()


def warc(given: Iterator[Page]) -> bytes:
    """A packed WARC of pages."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    for url, data in given:
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url,
                "response",
                payload=io.BytesIO(data),
                http_headers=http,
                warc_headers_dict={"WARC-Date": "2024-01-01T00:00:00Z"},
            )
        )
    return file.getvalue()


def _processor() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


if __name__ == "__main__":
    run(main)

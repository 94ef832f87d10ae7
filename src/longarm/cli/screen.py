"""`longarm screen`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from longarm.cli import output
from longarm.cli.options import JSON
from longarm.core.phrases import counted
from longarm.errors import UsageError

if TYPE_CHECKING:
    from longarm.screen.outcome import Outcome

FINDING = 1
SHOWN = 10  # candidates on the terminal
NO_PERSONS = (
    "pages are screened for what they tell, never for who is in them: longarm takes no names, no list of people and no "
    "search words"
)


def _refuse(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value:
        raise UsageError(NO_PERSONS)


@click.command("screen", short_help="Find candidate documents in crawls (WARC, WACZ).")
@click.argument("crawls", nargs=-1, type=click.Path(path_type=Path), metavar="CRAWL...")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for what is found.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes; one for each processor if not given.")
@click.option("--shard", metavar="K/N", help="Only the K-th of N parts, for one of N machines.")
@click.option("--merge", is_flag=True, help="Join the folders of all shards, given in place of crawls.")
@click.option("--names", "--persons", "--people", "--keywords", hidden=True, callback=_refuse, expose_value=False)
@JSON
def command(
    crawls: tuple[Path, ...], out: Path, workers: int | None, shard: str | None, merge: bool, as_json: bool
) -> int:
    """Find the pages of CRAWLs (WARC, WACZ, folders of them) that tell of transnational repression.

    Every page is looked through for cues of methods and responses; those with enough of them are read, put in order,
    and listed with the reasons: candidates.csv and candidates.jsonl, report.txt, and lists of copies, of pages in
    languages that are not read, and of what could not be read. A candidate is a page to read, and no finding. Delete
    the rows that you do not want, and build a case from the rest.

    Pages are screened for what they tell, never for who is in them; nothing that is written holds words of a page. It
    goes on where it stopped when run again. Exit code 1 where a crawl is not whole, or a page broke what reads it.

    \b
    Examples:
      longarm screen crawl/ --out found
      longarm build CASE crawl/ --only found/candidates.csv
      longarm screen crawl/ --out part-3 --shard 3/16
      longarm screen --merge part-* --out found
    """
    if not crawls:
        raise UsageError("name the crawls: web archives (.warc, .warc.gz, .wacz), or folders of them")
    if merge and (shard or workers):
        raise UsageError("--merge joins what shards found: leave out --shard and --workers")
    found = _merged(crawls, out) if merge else _screened(crawls, out, workers, shard)
    if as_json:
        from longarm.screen.output import summary

        output.data({"out": str(out), **summary(found)})
    else:
        _print(found, crawls, out, is_merged=merge)
    return FINDING if found.has_findings else 0


def _merged(folders: tuple[Path, ...], out: Path) -> "Outcome":
    from longarm.screen.merging import merge

    return merge(folders, out)


def _screened(crawls: tuple[Path, ...], out: Path, workers: int | None, shard: str | None) -> "Outcome":
    from longarm.cli.progress import Bar
    from longarm.desk.reading import extractor_version, read_layers
    from longarm.screen.engines.local import Local
    from longarm.screen.engines.shards import Shard, parse
    from longarm.screen.screening import screen

    part = parse(shard) if shard else Shard()
    with Bar() as bar, Local(read_layers, extractor_version(), workers) as engine:
        return screen(crawls, out, engine, bar, part)


def _print(found: "Outcome", crawls: tuple[Path, ...], out: Path, *, is_merged: bool) -> None:
    from longarm.screen.output import CANDIDATES, REPORT
    from longarm.screen.report import by_method, funnel
    from longarm.screen.scoring import told

    for line in funnel(found):
        output.write(output.clean(line))
    if found.funnel.damage:
        output.say(f"Beside these, {counted(found.funnel.damage, 'damaged place')} of the crawls (not-read.csv).")
    if found.candidates:
        output.head("By method (a page may tell of several)")
        output.say(
            ", ".join(f"{id} {count}" for id, count in by_method(found.candidates).items()) or "none by name", 2, 2
        )
        output.head(f"First {min(SHOWN, len(found.candidates))} of {counted(len(found.candidates), 'candidate')}")
    for one in found.candidates[:SHOWN]:
        output.say(f"{one.rank}. {one.line.url} ({one.points:g} points)", 2, 3)
        output.say("; ".join(told(one.line)), 5)
    output.write()
    output.say(
        f"All of it is in {output.typed(out)}, in words in {REPORT}. A candidate is a page to read, and no finding."
    )
    if found.has_findings:
        output.say("A crawl is not whole, or a page broke what reads it: not-read.csv has each place with the reason.")
    if found.head.shard != (1, 1):
        output.say("Next, when all shards are done: longarm screen --merge FOLDERS --out FOUND")
    elif found.candidates:
        given = "CRAWL" if is_merged else " ".join(output.typed(path) for path in crawls)
        output.say(f"Next: longarm build CASE {given} --only {output.typed(out / CANDIDATES)}")

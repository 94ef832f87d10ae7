"""`longarm build`."""

import dataclasses
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from longarm.cli import output
from longarm.cli.options import CASE, IDENTITY, JSON
from longarm.core.phrases import counted
from longarm.errors import UsageError

if TYPE_CHECKING:
    from longarm.desk.building.build import Built
    from longarm.desk.sealing.watch import Looked, Since


@click.command("build", short_help="Make a case, or add documents to it; reads only what is new.")
@CASE
@click.argument("paths", nargs=-1, metavar="[PATH|URL]...")
@click.option("--title", default="", help="Title of a new case; its folder's name if not given.")
@click.option("--retry", is_flag=True, help="Try once more what could not be read before.")
@click.option("--online", is_flag=True, help="Fetch the URLs; their sites see your network's address.")
@click.option(
    "--archive",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --online: also keep the pages as they were served, in this .warc.gz (plain, never sealed).",
)
@click.option(
    "--only",
    type=click.Path(path_type=Path),
    metavar="LIST",
    help="Of the web archives given, only the pages that LIST names: candidates.csv of `longarm screen`.",
)
@IDENTITY
@JSON
def command(
    case: Path,
    paths: tuple[str, ...],
    title: str,
    retry: bool,
    online: bool,
    archive: Path | None,
    only: Path | None,
    identity: Path | None,
    as_json: bool,
) -> None:
    """Make CASE if need be, add documents, read what is new, and weigh.

    PATH is a file or a folder of text, Markdown, HTML, PDF, DOCX and mail, or of web archives (warc, warc.gz, wacz),
    whose pages are documents each. A documents.csv or documents.toml beside them may state title, publisher, url,
    published and language. A URL is fetched only with --online: the page alone, once, without cookies, through the
    proxy of HTTPS_PROXY if there is one. Running it again reads nothing that is unchanged; stopping it, even by
    force, loses nothing. What cannot be read is kept and listed with the reason.

    Where people are sealed, a keyholder's --identity finds their names in what came since, and encrypts the documents
    that hold one; without it nobody can tell, and nothing is published until somebody looked.

    \b
    Examples:
      longarm build cases/harbour articles/
      longarm build cases/harbour statement.pdf --title "Harbour offices"
      longarm build cases/harbour crawl.warc.gz
      longarm build cases/harbour crawl/ --only found/candidates.csv
      longarm build cases/harbour https://example.org/report.pdf --online
      longarm build cases/harbour
    """
    from longarm.cli.progress import Bar
    from longarm.desk.building import chosen
    from longarm.desk.building.build import build
    from longarm.desk.building.fetching import Online
    from longarm.desk.sealing import watch
    from longarm.desk.stations import real

    if archive and not online:
        raise UsageError("--archive keeps what is fetched, and nothing is: add --online, or leave it out.")
    if only and (online or not paths):
        raise UsageError("--only takes pages out of web archives: name these, and leave out --online.")
    listed = chosen.load(only) if only else None
    with Bar() as bar:
        leave = Online(archive) if online else None
        built = build(case, paths, real(), title=title, is_retry=retry, online=leave, only=listed, tell=bar)
    looked = watch.look(case, identity) if identity else None
    if looked and looked.sealed:
        with Bar() as bar:
            built = build(case, (), real(), tell=bar)
    later = watch.since(case)
    if as_json:
        output.data(built_data(built) | _looked_data(looked, later))
    else:
        _print(built, paths)
    _tell(case, looked, later)


def built_data(built: "Built") -> dict[str, Any]:
    """What a build did, as JSON data."""
    return {
        "case": str(built.root),
        "did": dataclasses.asdict(built.counts),
        "documents": built.documents,
        "read": built.readings,
        "not_read": [{"path": one.path, "code": one.code, "reason": one.reason} for one in built.failures],
        "statements": built.statements,
        "claims": built.claims,
        "left_out": list(built.left_out),
    }


def _print(built: "Built", paths: tuple[str, ...]) -> None:
    counts = built.counts
    if built.is_new:
        output.say(f"Made the case {built.root}.")
    if paths and not counts.files:
        output.say(f"There are no documents in {', '.join(paths)}: nothing was read.")
    elif counts.opened or counts.extracted:
        output.say(f"Opened {counted(counts.opened, 'document')} ({counts.received} new), read {counts.extracted}.")
    elif counts.received:
        output.say(f"Received {counted(counts.received, 'new document')}.")
    else:
        output.say("Nothing new: nothing was read.")
    output.say(
        f"{built.root} holds {counted(built.documents, 'document')} ({built.readings} machine-read), "
        f"{counted(built.statements, 'statement')}, {counted(built.claims, 'claim')}."
    )
    if built.failures:
        codes = Counter(one.code for one in built.failures)
        listed = ", ".join(f"{count} {code}" for code, count in sorted(codes.items()))
        output.say(f"Not machine-read: {len(built.failures)} ({listed}). The report lists them with the reasons.")
    if counts.passed:
        kinds = "; ".join(f"{kind} ({number})" for kind, number in sorted(counts.passed.items()))
        output.say(f"Left out of web archives, since they are no documents: {kinds}.")
    if built.left_out:
        output.say(f"Not gone into, since longarm made them: {', '.join(built.left_out)}.")
    root = output.typed(built.root)
    output.say(f"Next: longarm report {root}" if built.documents else f"Next: longarm build {root} DOCUMENTS")


def _looked_data(looked: "Looked | None", later: "Since") -> dict[str, Any]:
    """What a key found, and what nobody has looked through, as JSON data."""
    sealed = [{"label": one.label, "documents": one.documents} for one in looked.sealed] if looked else []
    return {
        "sealed_again": sealed,
        "not_looked_through": {"documents": len(later.documents), "decisions": later.decisions},
    }


def _tell(case: Path, looked: "Looked | None", later: "Since") -> None:
    from longarm.desk.sealing import watch

    for one in looked.sealed if looked else ():
        output.talk(f"{one.label} was named in what came later: {counted(one.documents, 'document')} encrypted.")
    if looked and not looked.sealed:
        came = looked.since.words or "nothing"
        output.talk(f"Since sealed names were last looked for, {came} came; no sealed name is in it.")
    if later:
        output.talk(
            f"Not looked through for sealed names: {watch.unlooked(case, later)}. Until then nothing is published."
        )

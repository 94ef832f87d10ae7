"""`longarm seal`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from longarm.cli import output
from longarm.cli.options import CASE, JSON
from longarm.core.phrases import counted

if TYPE_CHECKING:
    from longarm.desk.sealing.seal import Sealed

NOT_FOUND = 1  # exit code where nothing was taken out
SHOWN = 20  # documents of a list


@click.command("seal", short_help="Take a person's name out of a case, into an encrypted file.")
@CASE
@click.option("--by", default="", help="Who seals.")
@click.option("--why", default="", help="The reason, without the name.")
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="ID",
    help="Encrypt this document too, by id or file name (a scan).",
)
@click.option("--finish", is_flag=True, help="End a sealing that was broken off.")
@JSON
def command(case: Path, by: str, why: str, documents: tuple[str, ...], finish: bool, as_json: bool) -> int:
    """Seal a person of CASE: the name, in every form, leaves the case for a file that only keyholders open.

    The names are asked for, so that they stand in no list of processes and no history of a shell: one a line, in
    full, as the documents write them; an empty line ends. Documents that hold a form of the name are encrypted, and
    the case goes on with "[sealed person 1]" in its place. It cannot be taken back without a key: see `longarm keys`.
    Exit code 1 where the name stands nowhere in the case.

    No name is found in a scan, or another document that could not be read: these are listed, and encrypted where they
    are named with --document. In documents that come later it is found by `longarm build CASE --identity FILE`.

    \b
    Examples:
      longarm seal cases/harbour --by Ada --why "A witness at risk"
      longarm seal cases/harbour --by Ada --why "A witness at risk" --document scan-04.pdf
    """
    from longarm.desk.sealing import seal

    if finish:
        done = seal.end(case)
        output.talk("The sealing is done." if done else "No sealing was broken off.")
        if as_json:
            output.data({"finished": done})
        return 0
    _tell_unread(case, seal.unread(case), documents)
    made = seal.seal(case, _names(), by=by, why=why, documents=documents)
    if as_json:
        told = {"record": made.record, "label": made.label, "documents": made.documents, "entries": made.entries}
        output.data(told)
    is_found = bool(made.documents or made.entries)
    if not is_found:
        output.talk(
            "The name stands nowhere in this case: nothing was taken out. Check how the documents write it, and "
            "seal that."
        )
    elif not as_json:
        _tell(made)
    return 0 if is_found else NOT_FOUND


def _tell(made: "Sealed") -> None:
    output.write(f"{made.label} stands in place of the name now; it is in sealed/{made.record}.age.")
    output.write(f"{counted(made.documents, 'document')} encrypted, {made.entries} entries of the ledger rewritten.")
    output.talk("Copies and publications from before, backups and the files you gave still hold the name: see to them.")


def _tell_unread(case: Path, unread: tuple[tuple[str, str], ...], chosen: tuple[str, ...]) -> None:
    """Which documents nobody looked in: a scan may show the person."""
    left = [(id_, path) for id_, path in unread if id_ not in chosen and path not in chosen]
    if not left:
        return
    output.talk(f"{counted(len(left), 'document')} of {case} cannot be read here, so no name is found in them:")
    for id_, path in left[:SHOWN]:
        output.talk(f"  {id_}  {output.clean(path)}")
    if len(left) > SHOWN:
        output.talk(f"  and {len(left) - SHOWN} more (`longarm report`)")
    output.talk("Look at them; those that show the person are encrypted too with --document ID (or the file's name).")


def _names() -> list[str]:
    if sys.stdin.isatty():
        output.talk("Names of one person, one a line; an empty line ends:")
    names: list[str] = []
    for line in sys.stdin:
        if not line.strip():
            break
        names.append(line.strip())
    return names

"""`longarm unseal`."""

import sys
from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import CASE
from longarm.core.phrases import counted
from longarm.errors import UsageError
from longarm.model.matters import Sealing


@click.command("unseal", short_help="Show a sealed name on the terminal, to a keyholder, for a reason.")
@CASE
@click.argument("record", required=False)
@click.option("--identity", type=click.Path(path_type=Path), help="The file of a keyholder.")
@click.option("--by", default="", help="Who opens it.")
@click.option("--why", default="", help="The reason; it is asked for where it is left out.")
def command(case: Path, record: str | None, identity: Path | None, by: str, why: str) -> None:
    """Open the sealed RECORD of CASE (its id, or the label in the texts), or list what is sealed.

    Who opened it, when and why is written into the ledger first. The name goes to the terminal only: not into a file,
    a pipe or the case.

    \b
    Examples:
      longarm unseal cases/harbour
      longarm unseal cases/harbour "[sealed person 1]" --identity ada.key --by Ada
    """
    from longarm.desk.sealing import unseal

    if record is None:
        for one in unseal.sealings(case):
            if isinstance(one.what, Sealing):
                count = counted(len(one.what.documents), "document")
                output.write(f"{one.what.record}  {one.what.label}  {count}, {one.at[:10]}, by {output.clean(one.by)}")
        return
    if identity is None:
        raise UsageError("a sealed name is opened with a keyholder's file: give it with --identity")
    if not sys.stdout.isatty():
        raise UsageError("a sealed name is shown on a terminal only: run this without a pipe and without `>`")
    why = why or str(click.prompt("Why is it opened"))
    opened = unseal.unseal(case, record, identity, by=by or str(click.prompt("Who opens it")), why=why)
    output.write(f"{opened.label}: {output.clean('; '.join(opened.names))}")
    output.write(f"Sealed because: {output.clean(opened.why)}")
    output.write(f"In {', '.join(opened.documents)}.")

"""`longarm publish`."""

from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import CASE, JSON


@click.command("publish", short_help="The static dossier of a case.")
@CASE
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--draft", is_flag=True, help="A working copy of what the machine read, marked so on every page.")
@JSON
def command(case: Path, out: Path, draft: bool, as_json: bool) -> None:
    """Write the dossier of CASE into the folder OUT: static pages and data, with private persons masked.

    Only what a person has accepted leaves a case, so without --draft this is refused until there is a review.

    \b
    Examples:
      longarm publish cases/harbour out/harbour --draft
    """
    from longarm.desk.publish import publish

    made = publish(case, out, draft=draft)
    if as_json:
        output.data({"folder": str(made.folder), "front": str(made.front), "files": made.files, "draft": draft})
    else:
        output.write(f"The draft dossier is {made.front} ({made.files} files).")

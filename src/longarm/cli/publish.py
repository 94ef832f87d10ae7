"""`longarm publish`."""

from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import CASE, IDENTITY, JSON
from longarm.core.phrases import counted

LISTED = 12  # claims that a message names


@click.command("publish", short_help="The static dossier of a case.")
@CASE
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--draft", is_flag=True, help="A working copy of what the machine read, marked so on every page.")
@click.option("--by", default="", help="Who publishes it: written into the ledger with the edition.")
@IDENTITY
@JSON
def command(case: Path, out: Path, draft: bool, by: str, identity: Path | None, as_json: bool) -> None:
    """Write the dossier of CASE into the folder OUT: static pages and data, with private persons masked.

    Only claims that were released leave a case, with the statements that a person accepted; each time is an edition.
    It has a number and a date, and says what is new, changed and withdrawn since the last one (changes.html,
    data/changes.json). With --draft it is a working copy of all that the machine read, and no edition.

    Where people are sealed and documents or decisions came later, a key is needed to look for their names: with
    --identity here, or before with `longarm build CASE --identity FILE`.

    \b
    Examples:
      longarm publish cases/harbour out/harbour --draft
      longarm publish cases/harbour out/harbour --by "A. Editor"
    """
    from longarm.desk.leaving.publish import publish

    made = publish(case, out, draft=draft, by=by, identity=identity)
    if made.masked:
        names = counted(len(made.masked), "name")
        output.talk(
            f"{names} masked: two users of the case decide to name somebody, or one who works alone, a day before."
        )
    if made.unheard:
        claims = counted(len(made.unheard), "claim")
        output.talk(
            f"{claims} left as unanswered, though the case holds a reply that nobody has accepted. Review it, publish "
            f"again: {', '.join(made.unheard[:LISTED])}{' ...' if len(made.unheard) > LISTED else ''}"
        )
    if as_json:
        told = {"folder": str(made.folder), "front": str(made.front), "files": made.files, "draft": draft}
        output.data(told | {"edition": made.edition or None, "unheard": list(made.unheard)})
    else:
        what = "draft dossier" if draft else f"dossier, edition {made.edition},"
        output.write(f"The {what} is {made.front} ({made.files} files).")
        if draft:
            output.talk(f"Who is masked, and who is named and why: longarm show {output.typed(case)} people")

"""`longarm brief`."""

from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import CASE, IDENTITY, JSON
from longarm.errors import UsageError


@click.command("brief", short_help="A few printed pages (PDF) on a place, a method or all of a case.")
@CASE
@click.option("--place", metavar="PLACE", default="", help="Name or gazetteer id: Canada, CA, Toronto.")
@click.option("--method", metavar="ID", default="", help="Id of a method or response of the codebook.")
@click.option("--all", "everything", is_flag=True, help="All of the case.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default="brief.pdf", help="The PDF to write.")
@click.option("--draft", is_flag=True, help="A working copy of what the machine read, marked so.")
@IDENTITY
@JSON
def command(
    case: Path,
    place: str,
    method: str,
    everything: bool,
    out: Path,
    draft: bool,
    identity: Path | None,
    as_json: bool,
) -> None:
    """Two to six pages on CASE for an editor, a lawyer or a parliamentarian.

    What is claimed with its origins, figures with their bounds, conflicts, replies, outcomes, open questions, sources.
    Private persons are masked, as in the dossier. Only released claims leave a case, with the statements that a person
    accepted; with --draft it is a working copy of all that the machine read. A brief is no edition, and says which
    edition of the dossier was the last.

    \b
    Examples:
      longarm brief cases/harbour --place Canada --draft
      longarm brief cases/harbour --method overseas-station --out stations.pdf --draft
      longarm brief cases/harbour --all
    """
    from longarm.desk.leaving.brief import brief

    if not (place or method or everything):
        raise UsageError("say what the brief is about: --place PLACE, --method ID, or --all")
    if everything and (place or method):
        raise UsageError("--all is all of the case: leave it out, or leave out --place and --method")
    data = brief(case, place=place, method=method, draft=draft, identity=identity)
    out.write_bytes(data)
    if as_json:
        output.data({"out": str(out), "bytes": len(data), "draft": draft})
    else:
        output.write(f"The brief is {out}.")

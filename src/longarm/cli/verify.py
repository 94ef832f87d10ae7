"""`longarm verify`."""

from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import IDENTITY, JSON


@click.command("verify", short_help="Every citation, hash and proof; and that nothing withheld has left.")
@click.argument("path", metavar="CASE|OUT", type=click.Path(path_type=Path))
@click.option("--case", "of", type=click.Path(path_type=Path), help="The case that OUT was made from.")
@IDENTITY
@click.option("--export", "is_export", is_flag=True, help="OUT is an export for your own use: it may name people.")
@JSON
def command(path: Path, of: Path | None, identity: Path | None, is_export: bool, as_json: bool) -> int:
    """Check a case, or something that left one.

    Of a CASE: every citation against its text, every original against its hash, the custody log against the ledger. Of
    OUT (a dossier, a brief, an export): its data against the ledger, and that no masked, withheld or sealed words stand
    in any file of it: as they are, escaped, as base64 or UTF-16, in file names, PDFs, archives and databases.

    Where people are sealed, nobody can look for their names without a key: give --identity.

    Exit code 1 on a finding. Findings name the file and the kind, never the person.

    \b
    Examples:
      longarm verify cases/harbour
      longarm verify out/harbour --case cases/harbour --identity ada.key
    """
    from longarm.desk.verifying import verify

    report = verify.verify(path, of=of, identity=identity, is_export=is_export)
    if as_json:
        output.data(verify.as_data(report))
    else:
        for one in report.findings:
            output.say(f"{one.kind}: {one.where}: {one.sentence}")
        output.say(verify.sentence(report))
    for told in report.unchecked:
        output.talk(f"Not checked: {told}.")
    return 1 if report.findings else 0

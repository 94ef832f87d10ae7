"""`longarm export`."""

from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import CASE
from longarm.core.phrases import counted
from longarm.errors import UsageError


@click.command("export", short_help="All of a case in an open format, nothing masked.")
@CASE
@click.option(
    "--format", "format_", required=True, metavar="FORMAT", help="One of json, csv, datapackage, ftm, geojson, sqlite."
)
@click.option("--out", type=click.Path(path_type=Path), help="File, folder or .zip to write; json goes to stdout.")
@click.option("--json", "as_json", is_flag=True, help="With --out: print what was written as JSON.")
def command(case: Path, format_: str, out: Path | None, as_json: bool) -> None:
    """All of CASE in a stable format, for the researcher's own use.

    Nothing in it is masked: it is not for publication. What may leave a case is made by `longarm publish`.

    \b
    Examples:
      longarm export cases/harbour --format json > harbour.json
      longarm export cases/harbour --format csv --out harbour.zip
      longarm export cases/harbour --format datapackage --out tables/
      longarm export cases/harbour --format sqlite --out harbour.sqlite
    """
    from longarm.desk.export import export, save
    from longarm.desk.sealing import watch

    files = export(case, format_)
    if later := watch.since(case):
        output.talk(f"It may hold sealed names: {watch.unlooked(case, later)}.")
    if out is None:
        if len(files) > 1:
            raise UsageError(f"{format_} is {len(files)} files: say where to with --out FOLDER or --out FILE.zip")
        output.write_bytes(files[0][1])
        return
    count = save(files, out)
    if as_json:
        output.data({"out": str(out), "files": count})
    else:
        output.talk(f"Wrote {counted(count, 'file')} to {out}. Nothing in them is masked.")

"""`longarm demo`."""

import sys
from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import JSON


@click.command("demo", short_help="Build the sample case and its draft dossier.")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False), default=Path("out/demo"))
@click.option("--sample", default="overseas-stations", show_default=True, help="Which sample case.")
@click.option("--no-serve", is_flag=True, help="Do not serve the dossier, also on a terminal.")
@JSON
def command(out: Path, sample: str, no_serve: bool, as_json: bool) -> None:
    """Build the sample case that comes with longarm into OUT, and its draft dossier.

    On a terminal, the dossier is then served on this machine alone until Ctrl-C.

    \b
    Examples:
      longarm demo
      longarm demo /tmp/sample --sample notice-abuse --no-serve
    """
    from longarm.cli.progress import Bar
    from longarm.desk.demo import demo
    from longarm.desk.stations import real

    with Bar() as bar:
        made = demo(out, real(), sample, bar)
    if as_json:
        output.data({"case": str(out / "case"), "dossier": str(made.front), "files": made.files})
        return
    output.write(f"The case is in {out / 'case'}: longarm report {output.typed(out / 'case')}")
    output.write(f"The draft dossier is {made.front}")
    if sys.stdin.isatty() and sys.stdout.isatty() and not no_serve:
        from longarm.cli.serve import serve

        serve(made.folder)

"""Arguments and options that several commands share."""

from pathlib import Path

import click

CASE = click.argument("case", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")

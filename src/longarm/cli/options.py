"""Arguments and options that several commands share."""

from pathlib import Path

import click

CASE = click.argument("case", type=click.Path(path_type=Path))
IDENTITY = click.option(
    "--identity", type=click.Path(path_type=Path), help="A keyholder's file: look for sealed names too."
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")

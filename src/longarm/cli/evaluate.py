"""`longarm evaluate`."""

from pathlib import Path

import click

from longarm.cli import output
from longarm.cli.options import JSON


@click.command("evaluate", short_help="Precision, recall and coverage on labelled rows.")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@JSON
def command(gold: tuple[Path, ...], as_json: bool) -> None:
    """Precision, recall and interval coverage of what the machine reads against labelled rows.

    GOLD is a .jsonl file of labelled texts, or a folder of them; bench/README.md describes the format.

    \b
    Examples:
      longarm evaluate bench/labelled
      longarm evaluate my-rows.jsonl --json
    """
    from longarm.cli.progress import Bar
    from longarm.desk.measuring import scoring
    from longarm.desk.measuring.evaluate import evaluate

    with Bar() as bar:
        scores = scoring.as_data(evaluate(gold, bar))
    if as_json:
        output.data(scores)
        return
    for aspect, measures in scores.items():
        output.say(f"{aspect}: " + ", ".join(f"{name} {_number(value)}" for name, value in measures.items()), 0, 2)


def _number(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
